"""Does the student say who they are: what and where they study, their year, their trade? (docs/CRAFT.md, "Asking")"""

import re

from coach.messages.parsed import ParsedMessage, denied
from coach.messages.placeholder import gaps
from coach.reading.normalise import normalise
from coach.reading.phrases import Match, read_phrases

PHRASES = read_phrases(__file__)
ROLE = PHRASES["role"]
# What a role is called in a signature or in a spoken introduction, where there is no "I am".
_SIGNED = PHRASES["signed"]
# The name of a school: up to four words with capitals and what kind of school it is.
_SCHOOLS = (
    "University|Universidad|Universit[a-z]+|College|Polytechnic|Polytechnique|Politecnico|Poly|Academy|TAFE|TVET|"
    "Institute|Instituto|School|Grammar|Conservatory|Escuela|Ecole|Hochschule|Hogeschool|Gymnasium|Technological|"
    "Meisterschule|Coleg"
)
_CALLED = r"(?:[A-Z][\w.&'-]*\s?(?:of |de |du |for |at )?){0,4}"
_AT_SCHOOL = re.compile(rf"\b(?:at|from|of|@|in)\s(?:the\s)?{_CALLED}(?:{_SCHOOLS})\b")
# In a signature the short names are plain enough too: "Penn State", "Lagos Uni".
_SCHOOL = re.compile(
    rf"(?:\b(?:from|at|of|here)|[,@])\s?,?\s?(?:the )?{_CALLED}(?:{_SCHOOLS}|Tech|State|Uni|IIT|NIT|Campus|High|CC)\b"
)
_I = re.compile(r"\b(?:i|i'?m|im|my name|my|here|this is|it's)\b")
_INTRO = re.compile(r"\b(?:[a-z'-]{1,40} here|this is|my name is|my name's|i'm|i am|im|it's|its|name's)\b")
_YOURS = re.compile(r"\b(?:you|your)\b")
# "Spencer Lyle, urban studies at Deptford": what stands beside the name.
_GOES_ON = (
    r"thank|with|the\b|i\b|i'|and\b|your|looking|a big|sorry|ps\b|p\.s|but|we\b|you|it|so\b|my\b|hope|who\b|or\b|"
    r"if\b|ma'?am|sir\b|thanks|good|hello|hi\b|would|could|can\b|may\b|how"
)
_BESIDE = re.compile(
    rf"[\s,(]*+(?:here,?|speaking,?|and i'm|from)?[\s,(]*(?!{_GOES_ON})(?:[\w&/'-]+ ){{0,4}}?[\w&/'-]+"
    r"(?:,| at| @| in|,? [A-Z])\s?(?=(?:the |de |of )?[A-Z])"
)
# "I'm over at Leeds", "doing film in Boise": a place with a capital after what one does.
_I_DO = re.compile(
    r"\b(?:i'?m|i am|im|i)\s(?:\w+ )?(?:do|doing|studying|study|reading|getting|taking|@|at|over at|finishing|starting)\b"
)
_PLACE = re.compile(
    r"\b(?:do|doing|did|study|studying|getting|taking|at|@|reading|finishing|starting|from|in|over at)\b"
    r"[^.?!\n]{0,50}?\b(?:at|@|from|in)\s(?:the )?[A-Z][\w']+(?:\s[A-Z][\w']+)?"
)
_KIN = "son|daughter|brother|sister|friend|cousin|roommate|flatmate|mother|father|mum|dad|wife|husband|partner"
# The role of somebody else: "my brother is a", "like any", "were you a".
_OTHERS = (
    rf"he'?s|she'?s|he is|she is|they are|who is|who'?s|my (?:{_KIN})(?: is| was|'s)?|than|like|any|every|each|one|another|"
    r"your|their|his|her|these|those|two of your|former|other|many|for|(?:are|were) you|you(?: are| were)?|who"
)
_OF_OTHERS = re.compile(rf"\b(?:{_OTHERS})\s(?:an? |the )?(?:\w+[\s-]){{0,2}}$")
_A_FAN = re.compile(r"(?:i'?m|i am|am) (?:a |the |your )?(?:\w+ )?(?:fan|hard|big|fast|quick)\b")
_STUDIES = re.compile("student|major|undergrad")


def detect(parsed: ParsedMessage) -> Match | None:
    """The words that say a role; a name alone, or a slot that was not filled in, is none."""
    return _role(parsed) or _at_school(parsed) or _beside_the_name(parsed) or _busy_at(parsed) or _signed(parsed)


def _role(parsed: ParsedMessage) -> Match | None:
    empty = gaps(parsed)
    for sentence in parsed.all:
        low = sentence.text.low
        for hit in ROLE.find(sentence):
            if denied(sentence, hit.start, reach=3) or sentence.quoted(hit.start):
                continue
            if _OF_OTHERS.search(low[max(sentence.start, hit.start - 34) : hit.start]):
                continue
            if _A_FAN.match(hit.low) and not _STUDIES.search(hit.low):
                continue
            if any(gap.sentence is sentence and gap.start < hit.end + 12 and gap.end > hit.start for gap in empty):
                continue
            return hit
    return None


def _at_school(parsed: ParsedMessage) -> Match | None:
    """A school named in the first sentences, in one that speaks of oneself and not of them."""
    for sentence in parsed.sentences[:5]:
        if _I.search(sentence.low):
            for match in _AT_SCHOOL.finditer(sentence.text.plain, sentence.start, sentence.end):
                if not _YOURS.search(sentence.text.low, max(sentence.start, match.start() - 40), match.start()):
                    return Match(sentence, *match.span())
    return None


def _busy_at(parsed: ParsedMessage) -> Match | None:
    for sentence in parsed.sentences[:4]:
        for match in _I_DO.finditer(sentence.text.low, sentence.start, sentence.end):
            verb = sentence.text.low.find(match[0].split()[-1], match.start())
            if where := _PLACE.match(sentence.text.plain, verb, sentence.end):
                return Match(sentence, match.start(), where.end())
    return None


def _signed(parsed: ParsedMessage) -> Match | None:
    """A school or a role beneath the letter, or a school where one introduces oneself."""
    for place, sentence in enumerate(parsed.sentences):
        signed = sentence in parsed.signature
        school = _SCHOOL.search(sentence.text.plain, sentence.start, sentence.end)
        if school and (signed or (place < 3 and _INTRO.search(sentence.low))):
            return Match(sentence, *school.span())
        if signed and len(sentence.words) <= 22 and (role := _SIGNED.first(sentence)):
            return role
    return None


def _beside_the_name(parsed: ParsedMessage) -> Match | None:
    names = [name for name in normalise(parsed.facts.student).plain.split() if len(name) > 2]
    for sentence in [*parsed.sentences[:4], *parsed.signature]:
        for name in names:
            place = sentence.text.plain.find(name, sentence.start, sentence.end)
            if place < 0:
                continue
            rest = place + len(name)
            if sentence.text.plain[rest : rest + 1] in {",", " ", "("} and (
                match := _BESIDE.match(sentence.text.plain, rest, sentence.end)
            ):
                words = match[0].strip(" ,(")
                if "," in match[0] and words and words.split()[0] not in names:
                    return Match(sentence, place, match.end())
    return None
