"""Does the message give a reason that fits this person and no other? (docs/CRAFT.md, "Asking")

A referral by name, something shared, a named piece of work, a particular move in their path, a former meeting. Not:
the field, the firm, "your impressive profile", a search, or a slot that nobody filled in.
"""

import re

from coach.messages.parsed import ParsedMessage, denied
from coach.messages.placeholder import gaps
from coach.reading.phrases import Match, PhraseList, read_phrases
from coach.reading.sentences import Sentence

PHRASES = read_phrases(__file__)
REFERRED = PHRASES["referred"]
SHARED = PHRASES["shared"]
WORK = PHRASES["work"]
# "The psalter you rebacked": something in particular that they did. What anybody does, or is done, is no deed.
_NO_DEEDS = (
    r"need|indeed|popped|inspired|changed (?:your mind|the world)|agreed|interested|wanted|liked|decided|ended|started|"
    r"entered|happened|looked for|received|managed to (?:open|read)|missed|prepared|required|advertised|listed|posted a|"
    r"shared that|based|located|provided|acquired|accumulated|achieved|accomplished|gained|used to|needed|offered|allowed|"
    r"opened my|viewed|accepted|ignored|replied|answered|graduated|worked"
)
_DEEDS = (
    r"wrote|gave|built|led|ran|won|spoke|taught|drew|told me|told the|sang|spent|chose|left|blew|brought|came out|"
    r"came to (?:our|my|the|speak)|went from|moved|crossed|swapped|grew|made the|made our|made a|wove|threw|flew|sailed|"
    r"swam|rode|drove|caught|shook|poured|lost the|told off|found the|fought|sold|shot|stood|sat on|broke|set up|put on|"
    r"took (?:on|over|part|the|care|us|me|our|my)|looked after|had my|did the|beat|rewrote|redrew|rebuilt|led us|dealt|"
    r"held|kept|let us|let me|met (?:my|our|with)"
)
_DEED = re.compile(
    r"\b(?:you|u)(?: two| both)? (?:also |once |recently |then |first |still |just |had |have |really |\w+ly )*"
    rf"(?P<verb>(?!{_NO_DEEDS})\w{{2,}}(?:[^e\W]ed|ied)|{_DEEDS})\b"
)
_GENERIC_HOW = re.compile(
    r"\b(?:how|what|why|where|when|whether|if|whatever|wherever|whichever|once|unless|until|before|"
    r"after|would|could|can|may|time|hour|day|date|anything|everything|all)\s(?:\w+\s){0,1}$"
)
_PARTICULAR = re.compile(r"[A-Z\"\d]")
# "Your field experiment on résumés", "your otter at the museum": a thing of theirs with a name.
_THING = re.compile(
    r"\byour (?P<thing>(?:[\w'-]+,? ){0,4}?[\w'-]+) (?P<by>on|about|of|in|at|for|to|behind|with|"
    r"against|from) (?P<what>[^.?!]{3,60})"
)
# What everybody has: "your career at", "your office on" are about nobody in particular.
_EVERYBODYS = (
    r"careers?|experiences?|company|profiles?|field|industry|team|time|advice|path|schedule|office|choice|"
    r"convenience|consideration|journey|help|thoughts|views?|insights?|opinions?|knowledge|lines?|line of work|"
    r"department|group|firm|organi[sz]ation|role|position|job|perspectives?|take|expertise|patience|kindness|"
    r"attention|reply|response|answer|guidance|support|name|number|email|details|lab|place|part|area|business|"
    r"interest|calendar|diary|availability|passion|success|day|days|week|work|works|career path|background|"
    r"address|contact|end|life|side|own|best|hands|eyes|mind|feet|presence|brilliance|greatness|genius|"
    r"colleagues?|staff|clients|patients|students?|programme|program|internships?|openings?|website|page|city|"
    r"town|country|university|permission|understanding|blessing|assistance|generosity|interests|startup|"
    r"start-up|inbox|slot|skills|plans?|lunch|break|shift|busy|leadership|achievements?|accomplishments?|people|"
    r"service|services|products?|vacanc\w+|growth|culture|mission|values|brand|neighbou?rs?|brains?|slides|"
    r"answers?|shop|use|usual|way|terms|sake|honou?r|reputation|picking|liking|choosing|preference|instructions|"
    r"desk|school|class of|trade|profession|craft|sector|head|neck|world|level|kind|pick|rest|willingness"
)
_NO_THING = re.compile(rf"\b(?:{_EVERYBODYS})$")
MET = PHRASES["met"]
# Reasons that fit anybody.
_EMPTY_WORK = re.compile(
    r"^your (?:\w+,? ){0,3}(?:(?:work|story|research|projects?|experience|posts?|profile|designs?) "
    r"(?:in|at|for|to|with|is|was|has|on linkedin)|(?:path|journey|route|road|time|start|career|"
    r"choice|decision|step|years|training) (?:in|to|at|into|as|with|on|through|of|so)|posts?(?: on "
    r"linkedin)?|stories|story|research|projects?|projects)$"
)
# What stands in the list of works only together with what it is on or about.
_NO_WORK = re.compile(
    r"^your (?:\w+,? )*(?:shop|answers?|letters?|restaurant|stall|library|study|studies|opinion|app|tool|package"
    r"|garden|menu|set"
    r"|play|class|course|slides|model|comments?|production|team photograph|research|app|project|projects|story|show)$"
)
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today"
# "Your story on Monday" speaks of a day and not of what the story is on.
_ON_A_DAY = re.compile(rf"\s(?:{_DAYS}|(?:this|next|any) (?:{_DAYS}|week|month))\b")
_A_NAME = re.compile(r"(?<![.!?]\s)\b(?!I\b|I'|LinkedIn|Google|University|Company|Dear|Hi|Hello|Hey)[A-Z][a-z]+")
_NO_NAMES = "You|My|Our|Your|The|A|An|He|She|They|It|So|And|But|Someone|Somebody|Everyone|People|One"
_FIRST_NAME = re.compile(rf"(?!(?:{_NO_NAMES})\b)[A-Z][a-z]+")
_KIN = re.compile(
    r"\b(?:my|our|your|a mutual)\s(?:\w+\s){0,2}(?:mum|mom|mother|father|dad|aunt|auntie|uncle|cousin|sister|brother|niece|"
    r"nephew|son|daughter|neighbou?r|friend|flatmate|roommate|housemate|colleague|lecturer|professor|tutor|supervisor|"
    r"advis[eo]r|teacher|coach|boss|manager|mentor|student|trainee|wife|husband|partner)\b"
)
_ANYBODY = re.compile(
    r"\b(?:everyone|everybody|people|they|he|she|it|who|i|we|the internet|google|linkedin|the website|class|assignment)"
    r"\s(?:\w+\s)?$"
)
# "I spoke with your wife": who answered, and not who sent the student.
_SPOKE_TO = re.compile(r"\b(?:spoke|spoken|talked|it up|left word|complain) (?:with|to)\s$")
# "I live near your shop": the way there, and not what it is.
_PLACE = re.compile(r"your (?:\w+ )*(?:building|shop|stall|library|restaurant|garden|class|studio)\b")
_TOWARDS = re.compile(r"\b(?:outside|to|in|at|by|from|near|into) $")
# "How you got", "that you are": a reason only with a name in it, or from where to where.
_HOW_YOU = re.compile(
    r"(?:how|what|where|when|if|why) you (?:got|were|had|came|did|became|first|now|also|was|used|made|started|began|have)\b"
)
_THAT_YOU = re.compile(
    r"(?:that|what|where|who|which|as|and|since|because|the) you (?:were|are|had|now|have|also|got|did|was|made)\b"
)
_NAMED = re.compile(r"[A-Z]")
_FROM_TO = re.compile(r"\bfrom\b(?:(?!\bfrom\b).)*\b(?:to|into)\b|\bbefore\b|\bafter\b")
_FUTURE = re.compile(
    r"(?:would|could|can|may|might|will|if|'d|shall|any time|day|times|whatever|whenever)\s(?:\w+\s)?$"
)


_REASONS = (REFERRED, SHARED, MET, WORK)


def detect(parsed: ParsedMessage) -> Match | None:
    """The words that say why this person; None where the reason would fit anybody."""
    empty = gaps(parsed)
    for sentence in parsed.all:
        if sentence in parsed.signature and len(sentence.words) < 14 and sentence.number + 2 >= len(parsed.sentences):
            continue
        for lines in _REASONS:
            for hit in lines.find(sentence):
                if _fits(sentence, hit, lines, empty):
                    return hit
        if (
            len(sentence.words) > 1
            and (particular := _deed(sentence) or _thing(sentence))
            and not any(
                gap.sentence is sentence and gap.end > particular.start - 30 and gap.start < particular.end + 30
                for gap in empty
            )
        ):
            return particular
    return None


def _fits(sentence: Sentence, hit: Match, lines: PhraseList, empty: list[Match]) -> bool:
    low = sentence.text.low
    if any(gap.sentence is sentence and gap.start < hit.end + 30 and gap.end > hit.start - 30 for gap in empty):
        return False
    if denied(sentence, hit.start, reach=4) or re.search(
        r"\b(?:each|all|every|everyone|half) of\s$|\b(?:every|any|if)\s$",
        low[max(sentence.start, hit.start - 12) : hit.start],
    ):
        return False
    if lines is REFERRED:
        return _by_name(sentence, hit)
    return lines is not WORK or _is_work(sentence, hit)


def _is_work(sentence: Sentence, hit: Match) -> bool:
    """A work, a turn or a task of theirs counts when more is said of it than anybody could say of anybody."""
    low, plain = sentence.text.low, sentence.text.plain
    before = low[max(sentence.start, hit.start - 30) : hit.start]
    if _ON_A_DAY.match(low, hit.end, sentence.end) or _NO_WORK.search(hit.low):
        return False
    if hit.low.startswith("you ") and _GENERIC_HOW.search(before[-22:]):
        return False
    if sentence.asks and _FUTURE.search(before):
        return False
    if _PLACE.match(hit.low) and _TOWARDS.search(low[sentence.start : hit.start]):
        return False
    if _EMPTY_WORK.match(hit.low.rstrip(" ,.")) and not _PARTICULAR.search(plain[hit.end : hit.end + 40]):
        return False
    words = plain[hit.start + 1 : sentence.end].replace(" I ", " ").replace("I'", "")
    if _HOW_YOU.match(hit.low) and not (_NAMED.search(words) or _FROM_TO.search(words)):
        return False
    return not (_THAT_YOU.match(hit.low) and not re.search(r"[A-Z\d]", words))


def _by_name(sentence: Sentence, hit: Match) -> bool:
    """A referral counts when somebody in particular is behind it."""
    plain = sentence.text.plain
    if _SPOKE_TO.search(sentence.text.low[max(sentence.start, hit.start - 16) : hit.start]):
        return False
    around = plain[max(sentence.start + 1, hit.start - 70) : min(sentence.end, hit.end + 45)]
    named = _A_NAME.search(around) or _FIRST_NAME.match(plain, sentence.start, sentence.start + 12)
    kin = _KIN.search(sentence.low)
    forced = _ANYBODY.search(sentence.text.low[max(sentence.start, hit.start - 25) : hit.start])
    return bool((named or kin) and not (forced and not named))


def _deed(sentence: Sentence) -> Match | None:
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
        return Match(sentence, *match.span())
    return None


def _thing(sentence: Sentence) -> Match | None:
    low, plain = sentence.text.low, sentence.text.plain
    for match in _THING.finditer(low, sentence.start, sentence.end):
        if (
            _NO_THING.search(match["thing"])
            or _NO_THING.search(match["thing"].split()[0])
            or re.search(r"\b(?:which|that|i|we|and|or|is|are)\b", match["thing"])
            or sentence.quoted(match.start())
        ):
            continue
        what = plain[match.start("what") : match.end("what")]
        if _ON_A_DAY.match(low, match.start("what") - 1):
            continue
        if (
            match["by"] in {"on", "about", "behind", "against"}
            and len(match["what"].split()) > 1
            and not re.match(
                r"(?:this|it|that|how (?:to|i|you)|what i|my|me|the (?:field|industry|phone|matter|"
                r"subject|topic|day|date|future))\b",
                match["what"],
            )
        ):
            return Match(sentence, *match.span())
        named = _PARTICULAR.match(what) or re.match(r"the [A-Z]", what)
        if named and match["by"] in {"of", "in", "at", "for", "to", "with", "from"} and not re.match(r"I\b", what):
            return Match(sentence, *match.span())
    return None
