"""Does the message give a reason that fits this person and no other? (practice §3, parts 2 and 4)

A referral by name, something shared, a named piece of work, a particular move in their path, a former meeting. Not:
the field, the firm, "your impressive profile", a search, or a slot that nobody filled in.
"""

import re

from coach.messages.letter import Letter, denied
from coach.messages.placeholder import gaps
from coach.reading.phrases import Hit, Phrases
from coach.reading.sentences import Sentence

_WORK = (
    "(articles?|essays?|books?|papers?|reports?|posts?|talks?|lectures?|keynotes?|podcasts?|episodes?|interviews?|documentary|documentaries|films?|exhibitions?|exhibits?|investigations?|blog|blogs|columns?|threads?|presentations?|panels?|sessions?|webinars?|workshops?"
    "|thesis|dissertation|pieces?|videos?|reels?|story|stories|reviews?|ted talk|tedx talk|tedx|games?|albums?|designs?|research|speech|speeches|newsletters?|study|studies|findings|chapters?|poster|posters|photographs?|photos|translation|translations|seminar|seminars|masterclass"
    "|class|course|demo|dataset|maps?|survey|surveys|novel|poems?|play|production|show|restaurant|menu|recipe|recipes|building|bridge|garden|app|tool|package|library|project|projects|slides|letter|letters|op-ed|op ed|substack|medium post|tweets?|github|repo|patent|model|case study|testimony|tour|guided tour|demonstration|stall|shop|collection|campaign|remarks|comments?|answer|answers|feature|profile of|obituary|broadcasts?|bulletin|write up|write-up|tutorials?|guest lecture|q&a|ama|manual|handbook|guide|paintings?|murals?|sculptures?|performance|concert|recital|set|score|sermon|judgment|ruling|opinion|white paper|briefing|memo|column|critique|translation of|restoration|exhibition|installation)"
)
_READ = "(read|reading|re-read|reread|heard|hearing|saw|seen|watched|watching|attended|listened to|listening to|enjoyed|liked|loved|caught|followed|came across|found|cited|used|studied|presented|discussed|finished|visited|went to|sat in on|remember|bought|shared|bookmarked|quoted|assigned|working through|stumbled on|stumbled upon|stumbled across|was struck by|struck by|moved by|after|because of|since)"
_KIN = "(mum|mom|mother|father|dad|aunt|auntie|uncle|cousin|sister|brother|niece|nephew|son|daughter|grandmother|grandfather|gran|wife|husband|partner|neighbour|neighbor|friend|flatmate|roommate|housemate|colleague|classmate|lab partner|lab mate|lecturer|professor|prof|tutor|supervisor|adviser|advisor|teacher|coach|boss|manager|mentor|landlady|landlord|dentist|doctor|vet|priest|pastor|trainee|assistant|student|students|former student|intern|godmother|godfather|godson|goddaughter|sister in law|brother in law|in law|in laws|team mate|teammate|captain|parents|family|foster mother|line manager|ex colleague|old colleague|personal tutor|course leader|programme leader|head of department|dean|instructor|counsellor|counselor|careers adviser|ward sister|matron|apprentice)"
_NAME = "[a-z][\\w'.-]+"
_DID = (
    "(moved|switched|went|left|changed|started|spent|worked|joined|trained|came|began|grew|founded|built|designed|led|ran|won|wrote|gave|spoke|said|presented|published|made|directed|produced|edited|translated|lit|taught|studied|graduated|attended|crossed|turned|became|shifted|jumped|transitioned|retrained|returned|set up|opened|launched|created|took|helped|argued|described|mentioned|explained|showed|told|answered"
    "|played|coached|judged|chaired|hosted|organised|organized|fitted|treated|operated|visited|restored|painted|composed|drew|mapped|investigated|reported|covered|swapped|quit|gave up|traded|did|qualified|served|volunteered|interned|apprenticed|shared|posted|talked|signed|developed|discovered|proved|invented|wrestled|walked|sailed|lived|swam|rowed|sat|sold|supervised|curated|recorded|photographed|catalogued|digitised|rebuilt|repaired|interviewed|bring|brought|kept|moved over|managed|handled|looked after|cared for|delivered|baked|cooked|brewed|grew up|got|used to|were|was|had been|have been|have moved|have written|have worked|have spent|had|once|also|both|first|recently|originally|now)"
)

REFERRED = Phrases(
    f"""
    (suggested|recommended|suggests|recommends|thought|thinks|said|says|mentioned|told me|tells me|advised|encouraged me|urged me|proposed|reckoned|reckons|felt|believes|believed|insisted|assured me|hinted) ~ (that )?(you|your|to you|you'd|you're|getting in touch|contacting you|writing to you|speaking with you|speaking to you|talking to you|reaching out|get in touch)
    (suggested|recommended|suggests|recommends|thought|thinks|said|says|mentioned|told me|advised|encouraged me|urged me|proposed|reckoned|felt|insisted) (that )?i (should |might |could |ought to |try )?(to )?(write|contact|talk|speak|ask|get in touch|reach|call|email|approach|message|turn|look you up|drop you|connect|try you|meet)
    (his|her|their) (\\w+ ){{0,2}}{_KIN}, {_NAME}
    (gave|given|passed|passing|sent|slipped|shared|lent|forwarded|handed) ~ (your|ur) (name|number|email|e-mail|address|contact|details|card|contacts|profile)
    (pointed|directed|referred|steered|sent|introduced|nudged|led|connected|put) me ~ (to|towards|toward|your|in touch with|on to|onto) (you|your)
    (put us|put me) in (touch|contact)
    (suggestion|recommendation|referral|introduction|advice|encouragement|prompting|urging) (of|from|by) 
    (referred|recommended|suggested|sent|introduced|directed|pointed|encouraged) (to you )?by
    (speaks|spoke|talks|talked|speak|raves|raved|thinks) ~ (highly|warmly|fondly|well|of you|about you|the world of you)
    (got|have|had|obtained|received|took) (your )?(name|number|email|contact|details|address|contacts) (from|through|via|off) (?!(the|a|linkedin|google|an|your|our|internet|website)\\b)
    (through|via|from|with|by) (my|our|your|a mutual) {_KIN} 
    (my|our|a|your) (\\w+ ){{0,2}}{_KIN}, {_NAME}
    (my|our|your) (\\w+ ){{0,2}}{_KIN} ~ {_NAME} ~ (works|worked|trained|studied|is|was|told|said|knows|knew|lives|suggested|recommended|thought|mentioned|plays|sings|goes|went|served)
    (my|our) (\\w+ ){{0,2}}{_KIN}('s)? ~ (works|worked|is|was|plays|sits|studied|trained|lives|lived|knows|knew|speaks|said|told|thought|suggested|used to|sings|sang|went|served|sails|rows|shares|shared|teaches|taught|mentioned|says|remembers|did|had|interned|sends) ... (with you|for you|of yours|your|you)
    your (\\w+ ){{0,2}}{_KIN} ~ (is|was|lives|told|said|knows|suggested|recommended|thought|mentioned|plays|teaches|taught|and i|goes|works|sat|sits|shares)
    mutual (friend|connection|acquaintance|contact|colleague)
    """
)
SHARED = Phrases(
    """
    (as a |your |another |a |both |we're |we are |being )?fellow ~ (student|graduate|alum|alumni|alumna|alumnus|person|supporter|member|volunteer|rower|runner|scout|\\w+ian|\\w+er|\\w+ist|\\w+ite|\\w+an|grad|native|resident)
    fellow
    we (both (\\w+ )?(grew|went|studied|attended|play|sing|belong|come|from|know|love|did|have|were|are|trained|worked|rowed|served|took|share)|share|are both|have both|were both|grew|went|studied|attended|play|sing|belong|come)
    (also|too) (studied|went|attended|graduated|from|grew up|did|started|come from|came from|a member|rowed|trained|speak|play)
    (same|the very same|my old|my own|my former) (school|club|town|course|department|team|university|college|programme|program|village|choir|degree|hall|hostel|church|mosque|temple|neighbourhood|neighborhood|street|city|path|crossroads|jump|move|switch|scholarship|society|district|region|tutor|supervisor|teacher|lecturer|island|community|lab|alma mater|faculty|high school|regiment|troop|parish|county|state|estate|train|league|band|squad|chapter|sorority|fraternity|block)
    (you|who) (also )?(graduated|studied|went|attended|trained|read|were a student|are a graduate|are an alum|took the same|did the same|came through|qualified) ~ (from|at|to|here|in|with|same|our|my|through)
    you're an? (alum|alumna|alumnus|graduate|old boy|old girl|former student|fellow|ex)
    (alumna|alumnus|alum|graduate|old boy|old girl|former student|former member|past president|ex-president|past pupil|old student) of (my|our|the same|this|mine)
    (my|our) (alma mater|old school|home town|hometown|university|college|school|club|department|programme|program|course|degree|village|town|city|church|choir|team|society|lab|faculty)('s)? ... (you|your|alumni|alumna|alumnus|graduates)
    (years|classes|class|generation) (after|behind|below|ahead of) you
    (supporter|season ticket holder|regular|customer|patient|reader|listener|member|subscriber|volunteer) (at|of|in|with|to|for) (your|the)
    """
)
WORK = Phrases(
    f"""
    your (\\w+,? ){{0,4}}{_WORK} (on|about|of|at|in|for|with|from|to|against|that|where|which|describing|called|titled|last|this|yesterday|before|during|explaining|comparing|series|tracing|defending|arguing|across|into|after|called|entitled|the|because|when|failing|hit|was|made|is|were|has|helped|got|stayed|changed|taught|gave|showed|opened|struck|stuck)
    your (\\w+,? ){{0,3}}{_WORK}(?=[,.;:!?)])
    your (\\w+ ){{0,3}}work (on|with|restoring|building|designing|mapping|translating|teaching|cleaning|rebuilding|helping|protecting|training|turning|making|during|behind|against|to|as|documenting|reducing|bringing|getting|developing)
    your (\\w+ ){{0,2}}(move|switch|shift|jump|transition|change|change of direction|path|journey|route|leap|turn|pivot|decision|step|years|time|stint|spell|crossing|road|change of career|career change|months|summer|days|season|secondment|posting|fieldwork|apprenticeship|training|start|beginnings|return|choice) (from|to|into|out of|as|between|at|in|with|across|back|on|over|through|towards)
    your ... (changed|taught|inspired|convinced|made|helped|persuaded|showed|got|led|prompted|encouraged) me
    (how|that|where|why|what|when|since|because|after|as|and|the|who|which|if|until|once|before|while) you (\\w+ )?{_DID} (from|to|in|at|into|as|with|on|about|for|your|the|a|an|out of|over|that|how|between|my|our|me|us|it|two|three|four|five|six|seven|ten|years|before|after|up|through|this|last|here|behind|of|both|there|one)
    you {_DID} (from|to|into|at|my|our|me|us|between|both) 
    you (once |recently |also |originally |first )?(gave|wrote|said|spoke|presented|led|built|designed|founded|ran|directed|produced|taught|fitted|lit|argued|described|published|visited|judged|moved|switched|crossed|left|trained|restored|spent|swapped|chaired|hosted|organised|organized|set up|launched|edited|translated|treated|played|supervised|mentioned|helped|explained|showed|painted|drew|studied|coached|retrained|served|apprenticed|curated|wrestled|grew up|did) 
    {_READ} (you|your) (\\w+,? ){{0,3}}(speak|talk|present|explain|describe|{_WORK[1:-1]})
    (heard|saw|seen|watched|hear|see) you (speak|talk|present|play|perform|on|at|explain|give|lecture|interviewed|describe|demonstrate|say|in|tell|win|race|teach)
    (read|heard|saw|watched) (about )?(how|that|when) you
    (what|something|everything|the thing|a line|one line|one thing|the point|the part|a sentence|the bit|the way|the time|the story|the remark|the example) ~ (you|your) ~ (said|wrote|told|described|mentioned|made|explained|showed|asked|answered|took|gave|handle|handled|pointed|shared|posted|did|put|use|used)
    (quoted|quotes|quoting|profiled|interviewed|featured) you (in|on|about|for|by|was|were|at)
    (directed|written|designed|built|led|founded|produced|edited|run|curated|restored|supervised|composed|organised|organized|chaired|translated|lit|painted|made) by you
    (watching|seeing|hearing|reading) you (\\w+)
    """
)
# "The psalter you rebacked": something in particular that they did.
_DEED = re.compile(
    r"\b(?:you|u)(?: two| both)? (?:also |once |recently |then |first |still |just |had |have |really |\w+ly )*(?P<verb>(?!need|indeed|agreed|interested|wanted|liked|decided|ended|started|entered|happened|looked for|received|managed to (?:open|read)|missed|prepared|required|advertised|listed|posted a|shared that|based|located|provided|acquired|accumulated|achieved|accomplished|gained|used to|needed|offered|allowed|opened my|viewed|accepted|ignored|replied|answered|graduated|worked)\w{2,}(?:[^e\W]ed|ied)"
    r"|wrote|gave|built|led|ran|won|spoke|taught|drew|told me|told the|sang|spent|chose|left|blew|brought|came out|came to (?:our|my|the|speak)|went from|moved|crossed|swapped|grew|made the|made our|made a|wove|threw|flew|sailed|swam|rode|drove|caught|found the|fought|sold|shot|stood|sat on|broke|set up|put on|took (?:on|over|part|the|care|us|me|our|my)|looked after|had my|did the|beat|rewrote|redrew|rebuilt|led us|dealt|held|kept|let us|let me|met (?:my|our|with))\b"
)
_GENERIC_HOW = re.compile(
    r"\b(?:how|what|why|where|when|whether|if|whatever|wherever|whichever|once|unless|until|before|after|would|could|can|may|time|hour|day|date|anything|everything|all)\s(?:\w+\s){0,1}$"
)
_PARTICULAR = re.compile(r"[A-Z\"\d]")
# "Your field experiment on résumés", "your otter at the museum": a thing of theirs with a name.
_THING = re.compile(
    r"\byour (?P<thing>(?:[\w'-]+,? ){0,4}?[\w'-]+) (?P<by>on|about|of|in|at|for|to|behind|with|against|from) (?P<what>[^.?!]{3,60})"
)
_NO_THING = re.compile(
    r"\b(?:careers?|experiences?|company|profiles?|field|industry|team|time|advice|path|schedule|office|choice|convenience|consideration|journey|help|thoughts|views?|insights?|opinions?|knowledge|lines?|line of work|department|group|firm|organi[sz]ation|role|position|job|perspectives?|take|expertise|patience|kindness|attention|reply|response|answer|guidance|support|name|number|email|details|lab|place|part|area|business|interest|calendar|diary|convenience|availability|passion|success|day|days|week|work|works|career path|background|address|contact|end|life|side|own|best|hands|eyes|mind|feet|presence|brilliance|greatness|genius|colleagues?|staff|clients|patients|students?|programme|program|internships?|openings?|website|page|city|town|country|university|permission|understanding|blessing|assistance|generosity|interests|skills|plans?|lunch|break|shift|busy|leadership|achievements?|accomplishments?|people|service|services|products?|vacanc\w+|growth|culture|mission|values|brand|use|usual|way|terms|sake|honou?r|reputation|picking|liking|choosing|preference|instructions|desk|school|class of|trade|profession|craft|sector|head|neck|world|level|kind|pick|rest|willingness)$"
)
MET = Phrases(
    """
    we (met|spoke|talked|chatted|sat|shook|were introduced|worked|exchanged|last|briefly|first|once|crossed|have met|were)
    (meeting|met|speaking with|speaking to|talking to|talked to|spoke to|spoke with|chatting with|chatted with|talking with|talked with|hearing|bumped into|ran into|introduced myself to|served|seated next to|sat next to|sat beside) you (at|in|on|after|before|last|yesterday|during|for|when|by|about|briefly|there|this|the|and)
    when (you|we) (visited|came|spoke|taught|met|talked|gave|were|judged|opened|fixed|treated|stopped|worked|showed|ran)
    i (was|am) (the|that|one of the) (one|person|student|girl|boy|guy|man|woman|kid|volunteer|usher|intern|nurse|apprentice|trainee|lad|lass) (who|that|holding|asking|with|in|behind)
    i (interpreted|shadowed|volunteered|interned|worked|trained|temped|assisted|sat in|served|helped|was taught|was treated|was coached|was a patient|took|attended|visited|was at|came to|went to|asked you|stopped|bought|learned|learnt|played|sang|stayed) ... (you|your|yours)
    you (may|might|will|won't|probably|perhaps|possibly|kindly|very kindly) ~ (remember|recall|not remember)
    (thank you|thanks) ~ for ~ (visiting|speaking|coming|your talk|the talk|showing|answering|the tour|letting)
    (good|great|lovely|nice|pleasure) (to meet|meeting|to see|seeing|talking|to talk|speaking) (to |with )?you (at|in|on|yesterday|last|today|earlier)
    at your (stand|stall|booth|open day|open studio|workshop|lecture|talk|masterclass|seminar|clinic|surgery|shop|studio|farm|bakery|garage|lab|session|table|exhibition|concert)
    (took|taken) care of my
    your (clinic|lab|workshop|studio|shop|garage|farm|kitchen|practice|surgery|office|bakery|museum|team|ward|stall|crew|company) (treated|fixed|fitted|helped|looked after|repaired|trained|made|where i|when i)
    """
)
# Reasons that fit anybody.
_GENERIC = re.compile(
    r"\b(?:your (?:\w+ ){0,3}(?:profile|career|experience|background|company|position|role|journey|path|expertise|success|achievements?|accomplishments?|insights?|perspective|advice|field|industry|linkedin|website|firm|page|brand|organi[sz]ation|work|story|trajectory|knowledge)|"
    r"how you (?:got|came|ended up|became|started|made it|broke) (?:\w+ ){0,3}(?:into|in|started|here|there|where|to|it)\b)"
)
_EMPTY_WORK = re.compile(
    r"^your (?:\w+,? ){0,3}(?:(?:work|story|research|projects?|experience|posts?|profile|designs?) (?:in|at|for|to|with|is|was|has|on linkedin)|(?:path|journey|route|road|time|start|career|choice|decision|step|years|training) (?:in|to|at|into|as|with|on|through|of|so)|posts?(?: on linkedin)?|stories|story|research|projects?|projects)$"
)
_FUTURE = re.compile(
    r"(?:would|could|can|may|might|will|if|'d|shall|any time|day|times|whatever|whenever)\s(?:\w+\s)?$"
)
_FIRM = re.compile(r"\b(?:your (?:company|firm|organi[sz]ation|brand|team|website|page|agency|bank)(?:'s)?)\b")


def read(letter: Letter) -> Hit | None:
    """The words that say why this person; None where the reason would fit anybody."""
    empty = gaps(letter)
    for sentence in letter.all:
        if sentence in letter.signature and len(sentence.words) < 14 and sentence.number + 2 >= len(letter.said):
            continue
        for lines in (REFERRED, SHARED, MET, WORK):
            for hit in lines.find(sentence):
                if _fits(sentence, hit, lines, empty):
                    return hit
        if particular := _deed(sentence) or _thing(sentence):
            if not any(
                gap.sentence is sentence and gap.end > particular.start - 30 and gap.start < particular.end + 30
                for gap in empty
            ):
                return particular
    return None


def _fits(sentence: Sentence, hit: Hit, lines: Phrases, empty: list[Hit]) -> bool:
    low, plain = sentence.text.low, sentence.text.plain
    if any(gap.sentence is sentence and gap.start < hit.end + 30 and gap.end > hit.start - 30 for gap in empty):
        return False
    if denied(sentence, hit.start, reach=4) or re.search(
        r"\b(?:each|all|every|everyone|half) of\s$|\b(?:every|if)\s$",
        low[max(sentence.start, hit.start - 12) : hit.start],
    ):
        return False
    if lines is REFERRED:
        return _by_name(sentence, hit)
    if lines is WORK:
        if sentence.asks and _FUTURE.search(low[max(sentence.start, hit.start - 30) : hit.start]):
            return False
        if _EMPTY_WORK.match(hit.low.rstrip(" ,.")) and not re.search(
            r"[A-Z\"\d]", plain[hit.end : hit.end + 40].lstrip()[:40]
        ):
            return False
        if re.match(
            r"(?:how|what|where|when|if|why) you (?:got|were|had|came|did|became|first|now|also|was|used|made|started|began|have)\b",
            hit.low,
        ) and not re.search(
            r"[A-Z]|\bfrom\b.*\b(?:to|into)\b|\bbefore\b|\bafter\b",
            plain[hit.start + 1 : sentence.end].replace(" I ", " ").replace("I'", ""),
        ):
            return False
        if re.match(
            r"(?:that|what|where|who|which|as|and|since|because|the) you (?:were|are|had|now|have|also|got|did|was|made)\b",
            hit.low,
        ) and not re.search(r"[A-Z\d]", plain[hit.start + 1 : sentence.end].replace(" I ", " ").replace("I'", "")):
            return False
    return True


def _by_name(sentence: Sentence, hit: Hit) -> bool:
    """A referral counts when somebody in particular is behind it."""
    plain = sentence.text.plain
    around = plain[max(sentence.start + 1, hit.start - 70) : min(sentence.end, hit.end + 45)]
    named = re.search(
        r"(?<![.!?]\s)\b(?!I\b|I'|LinkedIn|Google|University|Company|Dear|Hi|Hello|Hey)[A-Z][a-z]+", around
    ) or re.match(r"[A-Z][a-z]+", plain[sentence.start : sentence.start + 12])
    kin = re.search(
        r"\b(?:my|our|your|a mutual)\s(?:\w+\s){0,2}(?:mum|mom|mother|father|dad|aunt|auntie|uncle|cousin|sister|brother|niece|nephew|son|daughter|neighbou?r|friend|flatmate|roommate|housemate|colleague|lecturer|professor|tutor|supervisor|advis[eo]r|teacher|coach|boss|manager|mentor|student|trainee|wife|husband|partner)\b",
        sentence.low,
    )
    forced = re.search(
        r"\b(?:everyone|everybody|people|they|he|she|it|who|i|we|the internet|google|linkedin|the website|class|assignment)\s(?:\w+\s)?$",
        sentence.text.low[max(sentence.start, hit.start - 25) : hit.start],
    )
    return bool((named or kin) and not (forced and not named))


def _deed(sentence: Sentence) -> Hit | None:
    """Something they did, told in the past: "you solved the bus-lane problem"."""
    low = sentence.text.low
    for match in _DEED.finditer(low, sentence.start, sentence.end):
        before = low[max(sentence.start, match.start() - 22) : match.start()]
        if sentence.quoted(match.start()) or denied(sentence, match.start("verb"), reach=4):
            continue
        generic = _GENERIC_HOW.search(before)
        rest = sentence.text.plain[match.end() : sentence.end]
        if generic and not (
            _PARTICULAR.search(rest.replace(" I ", " ").replace(" I'", " "))
            or re.search(r"\b(?:from|between)\b.{2,60}\b(?:to|and|into)\b|\bover\b|\binstead of\b", rest)
        ):
            continue
        if sentence.asks and generic and not re.search(r"[A-Z]", rest):
            continue
        return Hit(sentence, *match.span())
    return None


def _thing(sentence: Sentence) -> Hit | None:
    low, plain = sentence.text.low, sentence.text.plain
    for match in _THING.finditer(low, sentence.start, sentence.end):
        if _NO_THING.search(match["thing"]) or sentence.quoted(match.start()):
            continue
        what = plain[match.start("what") : match.end("what")]
        if (
            match["by"] in {"on", "about", "behind", "against"}
            and len(match["what"].split()) > 1
            and not re.match(
                r"(?:this|it|that|how (?:to|i|you)|what i|my|me|the (?:field|industry|phone|matter|subject|topic|day|date|future))\b",
                match["what"],
            )
        ):
            return Hit(sentence, *match.span())
        if _PARTICULAR.match(what) or re.match(r"(?:the )?[A-Z]", what):
            if match["by"] in {"of", "in", "at", "for", "to", "with", "from"} and not re.match(r"I\b", what):
                return Hit(sentence, *match.span())
    return None
