"""Worship of the person, not measured praise of something they did (practice §0 P6: "no over-the-top flattery")."""

import re

from coach.messages.letter import Letter, denied
from coach.reading.phrases import Hit, Phrases
from coach.reading.sentences import Sentence

_PERSON = "(person|mind|minds|professional|professor|teacher|doctor|engineer|architect|lawyer|scientist|woman|women|man|men|human|human being|people|leader|expert|designer|writer|journalist|artist|chef|researcher|speaker|thinker|voice|talent|figure|being|soul|someone|somebody|one|individual|individuals|mentor|nurse|surgeon|planner|consultant|genius|ever|lecturer|economist|founder|entrepreneur|banker|developer|chemist|biologist|physicist|historian|curator|editor|producer|director|analyst|manager|boss|executive|guru|authority|brain|accountant|vet|judge|pilot|actuary|translator|photographer|musician|composer|conductor|creator|legend|programmer|coder|strategist|marketer|practitioner|specialist|physiotherapist|midwife|pharmacist|dentist|therapist|mathematician|statistician|geologist|botanist|farmer|builder|craftsman|gardener|baker|brewer|winemaker|tailor|potter)"
_HIGH = "(most \\w+|greatest|best|finest|smartest|cleverest|brightest|wisest|kindest|coolest|biggest|sharpest|noblest|purest|strongest|highest|loveliest|nicest|most|top|foremost|single most \\w+|number one)"

STRONG = Phrases(
    f"""
    (the|my|our|a) (absolute |one true |very |single |true |real )?{_HIGH} (\\w+ ){{0,3}}{_PERSON} ... (ever|in the world|in the country|in the whole|of our time|of all time|alive|on earth|on the planet|in history|i know|i have|i've|in the entire|anywhere|of this century|of our age|in the business|in the industry|that lived|living|in the universe|of the century|of my life|in the field|today|there is|of your generation|of our generation|in existence|in all of)
    you('re|r)? (are )?(truly |really |simply |just |honestly |literally |without doubt |undoubtedly |by far |easily |quite simply |surely |probably |clearly |definitely |for me |in my eyes |also |like |such )*(the|my|an?) (absolute |living |real |true |total |actual |complete |pure |genuine |walking |utter |modern |modern day |shining |literal |bona fide )?(best|greatest|finest|smartest|most \\w+|idol|hero|heroine|genius|legend|goddess|god|titan|guru|icon|inspiration|miracle|angel|saint|giant|queen|king|rockstar|rock star|star|treasure|marvel|wonder|prophet|role model|visionary|luminary|beacon|master|gem|force of nature|superstar|phenomenon|oracle|light|unicorn|wizard|superhero|gift|blessing|maestro|colossus|deity|national treasure)
    (you're|you are|ur|u r|u are) (\\w+ )?(a |an |my )?(total |absolute |actual |such a |literal )?(legend|genius|idol|hero|goddess|god|icon|queen|king|perfect|flawless|unreal|unmatched|unrivalled|unparalleled|peerless|incomparable|superhuman|godlike|divine|immortal)
    (my|our|an|your|absolute|personal|biggest|greatest|the|living|industry|total|true) (absolute |personal |biggest |greatest |all time |number one |lifelong |childhood |professional |ultimate |living )?(idol|heroine|hero|goddess|guru|deity|living legend|icon)(?! (is|was) (my|the))
    (biggest|greatest|number one|most devoted|most loyal|most ardent|lifelong|most fervent) (fan|admirer|follower|devotee|disciple)
    (worship|worshipped|idolise|idolize|idolised|idolized|revere|adore|venerate|in awe|awestruck|starstruck|star struck|bow down|bow before|bow to|bow my|kneel|kiss your|touch your feet|lotus feet|at your feet|on my knees|prostrate|swoon|fangirl|fangirling|fanboy) ~ (you|of you|your|by you|at|before|of)?
    (nobody|no one|no-one|no other|noone|not a single|none|no human|no person|no living|nothing) ... (like you|comes close|comes even|come close|comes near|compare|compares|compared|compete|equal|equals|equalled|match|matches|rival|rivals|than you|as you|as yours|holds a candle|hold a candle|your level|your calibre|your caliber|touch you|surpass|surpasses)
    (greatness|magnificence|majesty|brilliance|genius|excellence|glory|perfection|radiance|splendour|supremacy|superiority|awesomeness|eminence|wisdom and|boundless|infinite wisdom|immense wisdom|aura|grandeur)(?= (of|that|is|and|in|inspires|has|would|shines|alone|could)\\b|\\W*$|[,.!])
    (your|such) (\\w+ )?(greatness|magnificence|majesty|brilliance|genius|glory|perfection|radiance|splendour|awesomeness|eminence|aura|grandeur|presence)
    (person|man|woman|mind|lady|someone|somebody|professional|individual|human) (of|with) (your|such) (\\w+ )?(greatness|brilliance|genius|stature|calibre|caliber|eminence|magnificence|talent|standing|wisdom|excellence|intellect|importance)
    (as|so|more) (extraordinary|brilliant|amazing|incredible|gifted|talented|inspiring|exceptional|remarkable|wonderful|great|impressive|wise|outstanding|accomplished|magnificent|perfect) (as|than|like) (you|yours|yourself)
    (not|un|never) worthy
    (unworthy|undeserving)
    (highest|greatest|biggest|ultimate|supreme|single greatest) (honour|honor|privilege|blessing|joy|dream|gift|happiness|achievement) (of|that|for|a|in|i|to|any|imaginable)
    (honour|honor|privilege|dream|blessing|thrill|highlight|moment|joy) of (a|my) (lifetime|life|whole life|entire life)
    (dream|dreams|prayer|prayers|wish) (come|comes|coming|came) true
    (make|made|makes|complete|change) my (whole |entire |very |)(life|year|decade|existence)
    my (whole |entire )?(life|existence|year) (will|would|is|shall) (be|become|have been)? ~ (successful|complete|fulfilled|blessed|made|meaningful|changed|perfect)
    (faint|fainted|fainting|screamed|sobbed|weep|wept|trembling|shaking|speechless) ... (happy|happiness|meet|met|see|saw|heard|hear|reply|name|voice|slide|joy|you|your|awe)
    (cannot|can't|can not|could not|couldn't|no) ~ (find |)words ~ (for|to|describe|express|enough|can|could|that|do)
    words (cannot|can't|fail|are not enough|could never|can never|do not)
    (forever|eternally|endlessly|deeply|humbly|infinitely|utterly|hopelessly) (in awe|indebted|in your debt|obsessed|devoted|at your service|your servant|humbled|yours|worshipping|admiring)
    (endless|eternal|boundless|infinite|undying|unending|deepest|limitless|utmost|greatest|profoundest|highest|sheer|pure) (admiration|devotion|adoration|veneration|reverence|worship|awe|esteem)
    (pure|sheer|absolute|utter|total|true|god given|unmatched|unparalleled|once in a generation|otherworldly|divine|supernatural|real) (genius|brilliance|perfection|magic|greatness|excellence|talent|inspiration|masterpieces?|legend|mastery)
    (second to none|beyond compare|beyond comparison|without equal|without parallel|without peer|like no other|unequalled|unrivalled|unparalleled|peerless|incomparable|matchless|unsurpassed|one of a kind|once in a generation|larger than life|out of this world|walk on water|walks on water|god's gift|gods gift|gift to|heaven sent)
    (god|gift|goddess|king|queen|titan|giant|legend|father|mother|saviour|savior|emperor|genius) (of|among|amongst) (the |all |our |modern |this )?(field|industry|profession|men|women|world|mortals|\\w+ing|mankind|humanity|finance|science|law|business|tech|art)
    (your|ur) (picture|photo|photograph|poster|portrait|quotes?|signature|name) ~ (over|above|on|by|beside|in|tattooed) my (desk|wall|bed|mirror|phone|wallet|door|room|arm)
    (precious|golden|invaluable|sacred|divine) (seconds?|wisdom|words|presence|guidance of|feet|blessings?|second of)
    (breathe|breathing|breathed|same room|same air|bask|basking|presence of|one minute in|even one|a single minute|a glimpse|crumb|crumbs) ~ (air|in your|same|presence|as you|of your|with you|from your)
    (obsessed with|infatuated|in love with|madly|crazy about|addicted to|can't stop thinking about|worship) (you|your|everything you)
    everything (you|that you|about you|ever) ~ (do|touch|have|write|wrote|written|said|say|are|is|has)? ~ (is |are )?(pure|genius|brilliant|perfect|perfection|gold|turns to gold|incredible|amazing|magic|flawless|inspires|unmatched)
    every (single )?(word|thing|line|lecture|sentence|post|one|second|page) ... (genius|gold|perfection|masterpiece|treasure|brilliant|light|perfect|pearl|inspiration|scripture|gospel|diamond|legendary)
    (hang|hung|hanging|live|live by) on (your )?every word
    (want|wanted|dream|aspire|hope|wish|pray|long) to (be|become) (exactly |just |half |even half |even a fraction |a tenth )?(you|like you|as great as you|the next you|as brilliant)
    (half|a tenth|a fraction|one percent|an ounce) (as|of) (good|great|brilliant|what you are|your (talent|brilliance|skill)|talented|smart|successful|accomplished|the \\w+ you)
    (light years|miles|leagues|head and shoulders|heads and shoulders) (ahead|above|beyond)
    (ever lived|ever walked|to ever|ever to|walked the earth|ever born|in human history|in all of history|this planet|whole world|entire world|the universe|in the cosmos)
    (undisputed|unquestioned|reigning|crowned) (king|queen|master|leader|champion|expert)
    (i'm|i am|im|am) (literally |so |absolutely |completely |totally |truly |honestly |just )*(in awe|obsessed|starstruck|star struck|awestruck|speechless|blown away by you|your biggest|devoted|fangirling)
    (amazing|incredible|inspirational|inspiring|brilliant|extraordinary|phenomenal|legendary|perfect|magnificent|awe inspiring|godlike|stunning|iconic)(,| and| )(and )?(amazing|incredible|inspirational|inspiring|brilliant|extraordinary|phenomenal|legendary|perfect|beautiful|magnificent|awe inspiring|iconic|impressive|remarkable)
    (eternal|everlasting) (thanks|gratitude|servant|fan)
    esteemed (and|,) (\\w+)
    (most|highly|greatly) (esteemed|respected|revered|distinguished|illustrious|honoured|exalted|venerable|noble|learned|eminent) (sir|madam|professor|doctor|and|dr|mr|ms|mrs|leader)
    (like|as) a (god|goddess|light|beacon|lighthouse|saint|prophet|king|queen|rockstar|superhero|father|deity|star|sun|miracle)
    (guiding star|guiding light|north star|shining star|shining light|shining example|bright star)
    """
)
WEAK = Phrases(
    """
    (truly |so |absolutely |really |incredibly |utterly |simply |very |most |just |beyond |totally )?(amazing|incredible|inspirational|brilliant|extraordinary|phenomenal|legendary|magnificent|outstanding|exceptional|awesome|breathtaking|spectacular|stellar|mind blowing|jaw dropping|marvellous|marvelous|fabulous|fantastic|world class|visionary|genius|unbelievable|stunning|perfect|flawless|illustrious|prestigious|esteemed|masterful|superb|sensational)
    (so much|deeply|greatly|tremendously|immensely|truly|always|long|endlessly|hugely|really) (admire|admired|inspired|impressed|looked up)
    (admire|look up to|aspire to be like|inspired by) you
    (huge|massive|enormous|giant|great|true|devoted) (fan|admirer|inspiration|honour|honor)
    (honoured|honored|privileged|humbled|blessed|thrilled) (to|by|if|beyond)
    (dream|honour|honor|privilege) (to|for me)
    """
)
# Heaven, kings and the immortals of an art: nobody measured speaks of a colleague so, twice in one letter.
HYPERBOLE = Phrases(
    """
    (god|gods|heaven|heavens|heavenly|almighty|immortals?|mortals?|angels?|saints?|halos?|disciples?|miracles?|miraculous|holy|divine|shrine|altar|deity|deities|worship|worshipped|prophet|messiah|virgin|moses|paradise|eden|creator|scripture|gospel|sacred|pilgrimage|apostle|seraph|olympus)
    (kneel|kneeling|kneels|on my knees|bended knee|at your feet|bow|prostrate|folded hands|kiss the hand|kiss your|weep|weeping|wept|fainted?|sobbed|trembled|forgot to breathe|could not sleep|could not speak|cannot breathe|carried out|forget to breathe)
    (statue|monument|throne|crown|crowned|pedestal|portrait|hall of fame|autograph|candle|bedroom ceiling|frame the|framed|tattoo|halos)
    (shakespeare|mozart|einstein|newton|midas|churchill|michelangelo|da vinci|leonardo|picasso|beethoven|socrates|aristotle|plato|stradivari|gutenberg|mercator|magellan|galileo|napoleon|caesar|bach|rembrandt|homer|darwin|tesla|chopin|paganini|van gogh|escoffier|merlin|solomon|cicero|confucius|archimedes|hercules|zeus|apollo|nightingale|curie|gandhi|mandela)
    (perfection|greatness|genius|geniuses|flawless|godlike|god tier|goat|legend|unequalled|incomparable|brilliance|majesty|glory|splendour|firmament|the sun|your level|ur lvl|unworthy|not worthy|worthy of|a nobody|mere mortal|dust|giant|titan|idol|queen|sun and)
    (nothing further from life|nothing more from life|feed me for life|sell (a|my|both) (kidneys?|soul|house)|in your shadow|breathe (the same|near)|the same air|until i die|highest honour|for as long as i live|history will|historians of|children will learn|burn the|only one (drawing|who matters)|the rest of (us|them)|all (the )?(others|other)|everybody else|everyone else|other (painters|lawyers|scholars|chefs|artists|doctors|teachers|violinists|designers))
    (in awe|awe|awestruck|adore|adoration|devotion|reverence|endless admiration|boundless|infinite|eternal|eternally|throughout life)
    """
)
_IDIOM = re.compile(
    r"(?:god|heaven)s?(?:'s| (?:bless|keep|pay|willing|knows|help|forbid|sake|be with|grant))|thank (?:god|heaven)|oh my god|for (?:god|heaven)|bless"
)
_ABOUT_YOU = re.compile(r"\b(?:you|your|ur|u|yours)\b|\b(?:maestro|master)\b")


def read(letter: Letter) -> Hit | None:
    """The words that worship; None where the praise keeps measure."""
    mild: list[Hit] = []
    for sentence in letter.all:
        for hit in STRONG.find(sentence):
            if not sentence.quoted(hit.start) and _of_the_person(sentence, hit):
                return hit
        if _ABOUT_YOU.search(sentence.low):
            mild += [
                hit
                for hit in WEAK.find(sentence)
                if not sentence.quoted(hit.start) and not denied(sentence, hit.start, reach=3)
            ]
    if len(mild) >= 3:
        return mild[0]
    return _exalted(letter)


def _exalted(letter: Letter) -> Hit | None:
    high: dict[str, Hit] = {}
    for sentence in letter.all:
        for hit in HYPERBOLE.find(sentence):
            low, plain = sentence.text.low, sentence.text.plain
            around = low[max(sentence.start, hit.start - 6) : hit.end + 10]
            title = (
                hit.low in _ALSO_NAMES
                and plain[hit.start - 1 : hit.start] not in {"\n", ""}
                and plain[hit.start].isupper()
                and low[hit.end : hit.end + 2] != "'s"
                and _NAME_FOLLOWS.match(plain, hit.end)
            )
            if (
                not _IDIOM.search(around)
                and not title
                and not sentence.quoted(hit.start)
                and not denied(sentence, hit.start, reach=2)
            ):
                high.setdefault(hit.low, hit)
    you = [hit for hit in high.values() if _ABOUT_YOU.search(hit.sentence.low)]
    enough = len(high) >= 3 or (len(high) == 2 and _close_to_you(you, high))
    return you[0] if you and enough else None


_ALSO_NAMES = frozenset(
    "newton darwin homer leonardo crown queen bow saint saints holy virgin eden creator apollo nightingale mercator".split()
)
_NAME_FOLLOWS = re.compile(r"\s[A-Z]")


def _close_to_you(you: list[Hit], high: dict[str, Hit]) -> bool:
    numbers = [hit.sentence.number for hit in high.values() if hit.sentence.part == "body"]
    return len(you) == 2 or (len(numbers) == 2 and abs(numbers[0] - numbers[1]) <= 1)


def _of_the_person(sentence: Sentence, hit: Hit) -> bool:
    low = sentence.text.low
    if denied(sentence, hit.start, reach=3) and not re.match(
        r"(?:no|nobody|none|not|un|cannot|can't|never|words|could)", hit.low
    ):
        return False
    around = low[max(sentence.start, hit.start - 90) : min(sentence.end, hit.end + 60)]
    return bool(re.search(r"\b(?:you|your|ur|u|yours|yourself|sir|ma'?am|madam)\b", around)) or hit.low.startswith(
        ("my idol", "my hero", "unworthy", "not worthy", "my whole life", "eternal")
    )
