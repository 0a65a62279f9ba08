"""How long does the message ask for? (docs/CRAFT.md, "Numbers")

Not the length of a film, a journey or a lecture.
"""

import re
from dataclasses import dataclass
from itertools import islice

from coach.messages.parsed import ParsedMessage
from coach.reading.durations import NUMBER, Duration, counts, durations, value
from coach.reading.sentences import Sentence

_TALK = (
    "interview|informational|info|information|chat|call|conversation|meeting|talk|speak|discussion|"
    "coffee|catch|zoom|phone|phonecall"
    "|video call|skype|time|slot|appointment|exchange|visit|sit down|meet"
)
# The thing that lasts so long, right after the length: "a 15-min reel", "forty minutes by bus".
_OTHER_AFTER = re.compile(
    r"[\s-]*(?:long\s)?(?:(?:\w+[\s-]){0,2}?)"
    r"(?:films?|movies?|documentary|documentaries|reels?|podcasts?|episodes?|lectures?|clips?|"
    r"presentations?|keynotes?|webinars?|speech|speeches"
    r"|videos?|drive|walk|ride|train|bus|commute|flight|journey|trip|shifts?|exams?|class|classes|"
    r"workshops?|sets?|sprints?"
    r"|tour|seminar|recording|footage|segment|radio|concert|performance|play|ted|tedx|assignment|"
    r"essay|test|swim|run|cycle|hike"
    r"|drives|ferry|tram|queue|wait|delay|commutes|service|sermon|broadcast|panel|demo|demonstration|"
    r"piece|programme|program|show|series"
    r"|session|talks|cycle|course|lesson|match|game|set|monologue|read|video essay|ramble|voice "
    r"note)\b(?!\s?(?:call|chat|interview|conversation|meeting))"
)
_OTHER_NEXT = re.compile(
    r"\s?(?:away|ago|early|earlier|late|later|(?:before|after)\s(?:your|class|work|my|the\s(?:talk|"
    r"lecture|meeting|exam|show|film|train|start))|every|each|(?:a|per)\s(?:day|week|month|night)|"
    r"weekly|daily"
    r"|of\s(?:film|footage|video|music|tape|audio|fame|sleep|silence|your\s(?:film|talk|podcast|"
    r"lecture|keynote|documentary|video|presentation|speech|episode|programme|show|reel))"
    r"|by\s(?:bus|train|car|bike|bicycle|tram|boat|ferry|metro|underground|tube|road|rail|foot|plane|taxi|matatu|auto)"
    r"|on\sfoot|on\sthe\s(?:bus|train|motorway|road|tram|ferry)|from\s(?:you|your|the|my|campus|here|"
    r"there|where|home|town|college)|(?:or\sso\s)?(?:drive|walk|ride)"
    r"|down\sthe\s|up\sthe\s|north|south|east|west|outside|slow|behind|in\sthe\s(?:queue|rain|lab|car|"
    r"waiting)|to\sget|late)"
)
_OTHER_BEFORE = re.compile(
    r"(?:heard\s(?:\w+\s){1,3}(?:speak|talk)|watched|listened|spent|sat|waited|queued|drove|travell?ed|walked|ran|took\sme|takes\sme|"
    r"stayed|stood|cycled|worked|practi[sc]ed"
    r"|visit(?:ing|ed)?|commut\w+|driv\w+|late\sby|for\sthe\s(?:last|first|past|whole)|"
    r"in\sthe\s(?:first|last|past)|the\s(?:first|last)|talk(?:ed)?\slasted|live|lives|after|every"
    r"|reply|respond|answer|queue|queueing|queued|reading|watching|listening|sleep|slept|revised|"
    r"studied|studying|revising|film|video|lecture|podcast|episode|documentary|presentation|keynote|"
    r"exam|commute)"
    r"(?:\s\S+){0,6}?\s?$"
)
_ASK_NEAR = re.compile(
    rf"\b(?:{_TALK}|spare|your time|of yours|have|give|grab|get|need|take up|borrow|steal|ask(?:ing)? "
    rf"(?:you )?for|plenty|ample|enough|at most|max|maximum|tops|"
    r"no more than|no longer than|up to|around|about|just|only|would do|would be|suffice|i'll|i will|"
    r"we'll|'d|want|wanted|in mind|keep it|last|lasting|limit|set aside|asking|could|would|might|may|"
    r"can|willing|be happy|for)\b"
)
_STRONG = re.compile(
    rf"^[\s-]*(?:\w+[\s-]){{0,3}}?(?:{_TALK})\b|^\s(?:of|from)\s(?:your|ur|you)|^\s(?:or\s(?:so|less|"
    rf"thereabouts)\s)?(?:would|should|is|at\s(?:most|the\s(?:most|very))|max|tops|will\s(?:do|be))"
    r"|^\s?(?:by|over|via|on)\s(?:the\s)?(?:phone|telephone|zoom|skype|video|teams|whatsapp)"
)
_SPARE = re.compile(
    r"(?:spare|give|have|grab|borrow|steal|need|take|lend|grant|offer|accord|ask|for|about|"
    r"no\smore\sthan|at\smost|under|max|only|just|than|want|get|say|maybe|perhaps|interview|chat|call|"
    r"meeting|conversation|allow|afford)"
    r"(?:\s(?:me|you|us|up|of|for|a|an|around|about|just|only|roughly|maybe|perhaps|even|between|some|"
    r"any|like|literally|approximately|the|your|more|than|no|under|another|say|max|quick|short|little|"
    r"my|that))*\s?$"
)
# A bare number that can only mean minutes: "could you spare 20?", "like 20 tops".
_BARE = re.compile(
    rf"(?:(?:spare|even|like|just|only|maybe|need|grab|about|say|steal|borrow|want|quick)\s(?:you\s|"
    rf"me\s|a\s|like\s|for\s|about\s|maybe\s|just\s|only\s|quick\s)*(?P<a>{NUMBER})"
    rf"(?:\s?(?:-|to|or)\s?(?P<b>{NUMBER}))?(?=\s?(?:[?!.,]|$|max\b|tops\b|at most|of your|would|is "
    rf"(?:plenty|enough|fine)|on (?:the )?(?:phone|zoom)|over|by phone|with (?:you|u)\b))"
    rf"|\b(?P<e>{NUMBER})(?=\sfor\s(?:an?|a quick|our|your|my)\s(?:\w+\s)?(?:info|informational|"
    rf"information|chat|call|interview|conversation|talk)\b)"
    rf"|\b(?P<c>{NUMBER})(?:\s?(?:-|to|or)\s?(?P<d>{NUMBER}))?\s(?:tops|max|at (?:the )?(?:very )?most|maximum)\b)"
)
# A sentence that tells what was or what is the custom.
_NARRATED = re.compile(r"\b(?:was|were|had|took|takes|went|came|lasted|lasts|drove|every|usually|always|used to|did)\b")
_TOO_SHORT_A_NUMBER = 5
_LONGEST_TALK = 240
MOST_LENGTHS = 12
_AT_MOST = re.compile(r"(?:more|longer|exceed|over|beyond)(?:\sthan)?(?:\s(?:about|a|say))?\s?$")


@dataclass(frozen=True)
class RequestedTime:
    """The lengths asked for, in the order of the text; `most` is the longest in minutes."""

    durations: list[Duration]

    @property
    def most(self) -> float | None:
        return max((length.most for length in self.durations), default=None)

    @property
    def longest(self) -> Duration | None:
        return max(self.durations, key=lambda length: length.most, default=None)


def detect(parsed: ParsedMessage) -> RequestedTime:
    """The lengths of time that the message asks for."""
    found: list[Duration] = []
    for sentence in parsed.all:
        here = [length for length in islice(durations(sentence), MOST_LENGTHS) if _is_asked(sentence, length)]
        found += here or _bare(sentence)
    named = [length for length in found if not length.clock] or found
    return RequestedTime([length for length in named if length.sentence.part == "body"] or named)


def _is_asked(sentence: Sentence, length: Duration) -> bool:
    low = sentence.text.low
    if length.most > _LONGEST_TALK or sentence.quoted(length.start):
        return False
    before, after = (
        low[max(sentence.start, length.start - 60) : length.start],
        low[length.end : min(sentence.end, length.end + 60)],
    )
    if length.clock:
        return not re.search(
            r"\b(?:free|available|class|lecture|work|open|choose|shift|office hours|lab|teach\w*|"
            r"lessons?|busy|monday to|i have|start|begin)\b",
            low[max(sentence.start, length.start - 40) : length.start],
        ) or bool(re.search(r"\b(?:interview|meet\w*|talk|chat|call)\b", before))
    if length.most == 60 and (
        before.endswith(("at ", "at any ", "eighth of ", "fraction of "))
        or re.match(r"\s(?:when|that|which|of your (?!time|day)|you|convenient|suit\w*|before|after|early|late)", after)
    ):
        return False
    if before.endswith(
        (
            "within ",
            "within the next ",
            "in the next ",
            "the last ",
            "the past ",
            "office ",
            "happy ",
            "rush ",
            "in half ",
        )
    ) or re.search(r"(?:^|[^\w])(?:in|after|within|every)\s(?:about\s)?$", before):
        return False
    if (
        _OTHER_NEXT.match(after)
        or before.endswith("your ")
        or re.match(r"[\s-]*(?:\w+ )?(?:tedx?|keynote|guest)\b", after)
    ):
        return False
    if re.search(
        r"\b(?:drive|come|travel|walk|cycle|bus|train|ride|ferry|get|live|am|based)\b[^()]{0,60}\([^()]*$", before
    ):
        return False
    if _STRONG.match(after) and not re.match(
        r"[\s-]*(?:of|from)\s(?:your|you)\s(?:film|talk|podcast|lecture|video)", after
    ):
        return not _is_refused(sentence, length)
    if _OTHER_AFTER.match(after) or _OTHER_BEFORE.search(re.split(r"[.;,:(]", before)[-1]):
        return False
    if _SPARE.search(before):
        return not _is_refused(sentence, length)
    return length.most <= 120 and not (_NARRATED.search(sentence.low) and not _ASK_NEAR.search(sentence.low))


def _is_refused(sentence: Sentence, length: Duration) -> bool:
    """ "I don't need an hour" is no request; "I won't take more than twenty minutes" is one."""
    before = sentence.text.low[max(sentence.start, length.start - 30) : length.start]
    if _AT_MOST.search(before):
        return False
    return bool(
        re.search(
            r"(?:\b(?:not|no|never|without|cannot)|n't|\b(?:do|did|wo|ca|is|does|would)nt)\s(?:\w+\s){0,3}$", before
        )
    )


def _bare(sentence: Sentence) -> list[Duration]:
    found: list[Duration] = []
    if not counts(sentence):
        return found
    for match in _BARE.finditer(sentence.text.low, sentence.start, sentence.end):
        first = value(match["a"] or match["c"] or match["e"])
        second = value(match["b"] or match["d"] or match["a"] or match["c"] or match["e"])
        if min(first, second) >= _TOO_SHORT_A_NUMBER and max(first, second) <= 90:
            found.append(Duration(sentence, *match.span(), min(first, second), max(first, second)))
    return found
