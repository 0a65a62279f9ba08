"""Text-speak, insults, remarks on looks, contempt for the exercise (practice §0 P4: "concise and polite").

First names, warmth, jokes, dialect, slips and an unpractised grammar are none of these.
"""

import re

from coach.messages.letter import Letter, denied
from coach.reading.phrases import Hit, Phrases
from coach.reading.sentences import Sentence

RUDE = Phrases(
    """
    (kind of|kinda|such|bit of|real|total|kind of a|sort of|a|royal|massive|huge) (a )?(pain|drag|chore|joke|faff|waste|waste of time|hassle|bore|snooze|nightmare assignment|pointless|silly exercise|dumb|stupid)(?= (honestly|but|in the|of (my|everyone's|time)|tbh|to be|and|i|so|for)\\b|\\W*$|[,.!])
    (waste|wasting|wasted) (of )?(my|our|everyone's|everybody's) time
    (pointless|stupid|dumb|boring|silly|lame|ridiculous|tedious|useless|annoying|bullshit|crappy|idiotic|mickey mouse|box ticking|tick box|busywork|busy work) (assignment|homework|exercise|task|interview|informational|class|course|thing|project|module|requirement|career|careers|essay|report|interviews)
    (i|we|im|i'm) (don't|do not|dont|couldn't|could not|couldnt|really don't|honestly don't) (really |even |particularly |actually |honestly |personally )*(care|give a|want to do this|want to be|wanna|see the point|know why i)(?! (about money|where|how|what time|when|which|for)\\b)
    (just|only|simply) ~ (need|want|doing|here|care|after|do|have to|gotta|to get) ~ (this |it |a |the |one |some |some |you )*(for|to get|to tick|to pass|the|my|box|credit|credits|grade|signature|ticked|over with|done|checked|quote|pass) ~ (grade|credit|credits|box|pass|mark|marks|class|signature|over with|done|ticked|checked|requirement|points|it|this)(?= ~ ?(so|anyway|lol|tbh|honestly|whatever|ok|okay|and|then|really|please|you)\\b|\\W*$|[,.!])
    (making|makes|made|forcing|forces|forced) (us|me|everyone|all of us) (to )?(do|interview|talk|write|email|contact|go|bother|find|sit|message|call|meet)
    (have to|got to|gotta|need to|must|supposed to|want to|just|lets|let's) (just )?(get|getting) (this|it) (over|done) (with|and)
    (keeps?|kept) (bugging|nagging|hassling|pestering|moaning at|on at) (me|us)
    (spam|spamming|spammed) (a bunch|you|people|everyone|everybody|all|loads)
    (see|seeing) who (bites|replies|takes the bait|falls for it)
    (you were|you're|ur|you are|u were) (the )?(first|next|random|last|closest|cheapest) (one |name |person |result |hit )(on|that came|off|to come|i could|google|from|up|alphabetically)
    (picked|chose|found|got|pulled|pick) (you|your name|ur name|u) (at random|randomly|out of a hat|off a list|because you were|alphabetically|from a list|off the list|off google)
    (nobody|no one|none of the|everyone) ~ (better|else|other|good|important|proper|real|more) ~ (was |were |had )?(available|free|replied|said no|answered|picked up|would|busy|important)
    (second|third|last|fourth|fifth|backup|plan b) (best |)(choice|resort|pick|option)(?= (but|so|because|since|anyway|though|as)\\b|\\W*$|[,.!])
    (you'll|you will|u'll|youll|guess you'll) (do|will have to do|would do|have to do)(?=\\W*$|[,.!]| (i guess|i suppose|for now|then))
    (whatever you (even )?do|whatever it is you do|what you (even|actually) do (all day|there|anyway)|whatever that is|whatever that means|what do you even do|your little (company|firm|job|shop|team|project|blog)|or what\\?*|or whatever|or something idk|who's this|whos this|who is this\\?)
    (stupid|idiot|idiots|dumb|loser|losers|moron|pathetic|arrogant|snob|snobs|snobbish|snobby|stuck up|clueless|incompetent|hypocrite|jerk|boomer|boomers|dinosaur|dinosaurs|has-been|old timer|fossil|corporate (drone|slave|sheep|shill)|sellout|sell out|greedy|crook|crooks|trash|garbage|crap|crappy|shit|shitty|bullshit|bs|damn|dammit|hell yeah|wtf|wth|stfu|fuck|fucking|fuckin|f'ing|effing|freaking|frickin|friggin|ass|arse|arsehole|asshole|kickass|bastard|bitch|piss|pissed|bloody hell|sucks|suck|screw you|shut up|get lost|up yours|egomaniac|full of yourself|full of themselves|high horse|ivory tower|self important|lazy|useless|overpaid|overrated|washed up|bottom feeders?)
    (cute|hot|gorgeous|beautiful|handsome|sexy|pretty|stunning|good looking|attractive|fit|hottie|babe|cutie|dreamy|lovely eyes|pretty face|beautiful eyes|beautiful smile|nice smile|gorgeous smile|lovely smile|great smile|pretty smile|nice legs|great legs|nice hair|great hair|easy on the eyes|well preserved|youthful|your looks|your outfit|your dress|your body|your figure) ~ (in (your|that|the|ur)|picture|pic|pics|photo|photograph|headshot|on your|profile|lady|woman|girl|guy|man|boss|face|eyes|smile|and|btw|too|by the way|single|you are|you look|for your age|too btw)
    (you|u|you're|ur|you are|u r|youre) ~ (look|looked|looks|are|r)? ~ (cute|hot|gorgeous|handsome|sexy|so pretty|very pretty|really pretty|pretty in|stunning|good looking|attractive|so beautiful|very beautiful|really beautiful|a babe|young for|old for|younger|older|tired in|well for|good in (that|your)|great in (that|your)|great for your age|beautiful)
    (your|ur) (\\w+ )?(smile|eyes|legs|hair|figure|looks|face|photo|picture|pic|headshot|selfie|selfies|profile pic|outfit|dress|body) (is|are|was|were|looks|caught|made|so|in|on your|really|drew) ~ (so |very |really |absolutely )*(cute|hot|gorgeous|beautiful|handsome|sexy|pretty|stunning|amazing|lovely|nice|attractive|my eye|me (smile|melt|look|stop|blush)|your (photo|profile|picture)|fire|on point)
    (are you|r u|you|u) (single|married|seeing anyone|taken)
    (old|older) (guy|guys|man|men|lady|ladies|people|folks|woman|women|dude) (like you|such as you)
    (at|for) your age
    (too important|too good|too grand|too high and mighty|high and mighty|someone at your level|his highness|her highness|your highness|your majesty|oh great one|big shot|bigshot|mister important|so called expert|so called professional|had expected more|expected better|expected more from|shame on you|how dare you|typical of|typical (manager|boss|ceo|academic|lawyer|banker)|get off your|use your brain|can you even read|can't you read|did you even read|learn to read|learn some manners|common decency|basic decency|basic courtesy|must be nice|out of (my|your|ur) league|beneath (a|me|us|my)|to humou?r (her|him|my|them|the)|somebody has to|nobody's dream|no offen[cs]e but|beardy weirdos?|creepy|weirdos?|fatter|bollocks|cringe|snoozeville|boring af|who wants to be|because something better|can't be that much|cannot be that much|there can't be|not much to (learn|say)|stuck with|for grown ups|glorified|how hard can (it|that) be|any idiot|a monkey could|easy money|money for nothing|big ears|shove (it|up|off)|get stuffed|get lost|camera on obviously|nice legs|your shorts|your figure|kept your figure|that (\\w+ )?(dress|skirt|outfit|swimsuit|bikini|top) ~ (on|you|should|really|was|of)|something to look at|sound fatter|look (a lot |so |much )?older|look fat|for a (woman|girl|lady|blonde))
    (spill|spilling) (the tea|the beans|how|it|all)
    (slide|sliding|slid) into (ur|your|the) dms?
    (hit|hmu|holla|holler) (me|up|at|back) ~ (up|back|at|at me)?(?= (if|when|whenever|asap|on|with|at|sometime|soon|cuz|anytime)\\b|\\W*$|[,.!])
    """
)
# Text-speak; each counts by how far it is from a letter.
_SLANG = {
    **dict.fromkeys(
        "lol lmao lmfao rofl omg omfg wtf wth bruh bro bruv broski fam yo sup wassup whassup wazzup hmu ngl smh fr ong gyat slay bestie babe bae hun thot lit af asf dope yolo sis queen fave luv ur u ru urself yr plz pls thx tx thnx txs b4 gr8 l8r 2day 2moro tmrw tmr2 wanna gonna gotta gimme lemme dunno whatcha watcha cya ttyl brb btw idk idc imo imho tbh tbf rn irl fomo goat lowkey highkey deffo defo totes obvs kinda sorta cuz coz cos bc bcuz tho thru nite nah nope yep yup yeah yea ya yall haha hahaha hehe lulz xx xxx xo xoxo dude dudes mate homie homies peeps chillin chill wicked sick sesh vibe vibes cool coolio kk k n r y dat dis da wat wot wut im dont cant".split(),
        0.0,
    ),
    **dict.fromkeys(
        "lol lmao lmfao rofl omfg wtf wth bruh bruv broski hmu smh luv ur ru urself yo sup wassup whassup wazzup af asf b4 gr8 l8r ttyl brb idc thot babe bae gyat 2day 2moro tmr2 totes gimme lemme u wat wut dat dis homie yolo sis broh bestie fam cya ong fr m8 init innit soz neway whatevs no1 lvl gud oso kena sian leh lah anw lmk ayo oi wagwan minted skint gonna2 heyy tbqh".split(),
        2.0,
    ),
    **dict.fromkeys(
        "omg plz thx thnx txs tx ngl idk tbh rn dude dudes bro xoxo dope lit peeps lowkey highkey bcuz cuz coz obvs deffo defo chillin whatcha watcha kk gotta wanna gonna n r hahaha haha hehe lulz vibe vibes nah yeah ya totes wot k sesh irl pls wkend bout whats gimme big1 teach deets legit literally".split(),
        1.0,
    ),
    **dict.fromkeys("kinda sorta dunno bc tho thru nite yep yup yea xx xxx xo cool btw imo".split(), 0.5),
}
_HEYYY = re.compile(
    r"\b(?:[24]\s(?=u\b|like\b|take\b|breathe\b|be\b|finish\b|do\b|\d\d\s?min)|h+e+y{2,}|h+i{2,}|h+e+l+o{2,}|y+o{2,}|s+u+p{2,}|s+o{3,}|o+k{2,}|by+e{2,}|ple+a+se{3,}|tha+nks{3,}|oma?g{2,}|lo{2,}l|ye+s{3,}|wa+ss?u+p)\b"
)
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
_HEARTS = re.compile(
    "[\U0001f60d\U0001f618\U0001f495\U0001f496\U0001f497\u2764\U0001f525\U0001f48b\U0001f970\U0001f602\U0001f923\U0001f62d\U0001f480]"
)
_MARKS = re.compile(r"[!?]{3,}|\?\?")
_ENOUGH = 2.0
_DIALECT = re.compile(r"\b(?:you lot|y'all|wee|g'day|arvo)\b")


def read(letter: Letter) -> Hit | None:
    """The first words out of place; None where the tone will do."""
    for sentence in letter.all:
        for hit in RUDE.find(sentence):
            if not sentence.quoted(hit.start) and not denied(sentence, hit.start, reach=3):
                return hit
    return _slang(letter)


def _slang(letter: Letter) -> Hit | None:
    total, first = 0.0, None
    for sentence in letter.all:
        for start, word in sentence.words:
            weight = _SLANG.get(word, 0.0)
            if weight and not sentence.quoted(start) and not _is_name(sentence, start, word):
                total += weight
                first = first or Hit(sentence, start, start + len(word))
        for pattern, weight in ((_HEYYY, 2.0), (_HEARTS, 1.0), (_EMOJI, 0.3), (_MARKS, 0.4)):
            for match in pattern.finditer(sentence.text.low, sentence.start, sentence.end):
                total += weight
                if weight >= 1:
                    first = first or Hit(sentence, *match.span())
    return first if first and total >= _ENOUGH else None


def _is_name(sentence: Sentence, start: int, word: str) -> bool:
    """ "Ya", "Yo", "Fam" and "Lit" with a capital inside a sentence are names; so is "U of T", "R" the language."""
    plain = sentence.text.plain
    capital = plain[start : start + 1].isupper()
    if len(word) == 1:
        return capital or plain[start + 1 : start + 2] in ".-'" or plain[start - 1 : start] in "&-."
    return (
        capital
        and start > sentence.start + 1
        and plain[start : start + len(word)] != plain[start : start + len(word)].upper()
    )
