"""Does the student say who they are: what and where they study, their year, their trade? (practice §3, part 3)"""

import re

from coach.messages.letter import Letter, denied
from coach.messages.placeholder import gaps
from coach.reading.phrases import Hit, read_phrases
from coach.reading.signs import level

PHRASES = read_phrases(__file__)
ROLE = PHRASES["role"]
# What a role is called in a signature or in a spoken introduction, where there is no "I am".
_SIGNED = PHRASES["signed"]
_AT_SCHOOL = re.compile(
    r"\b(?:at|from|of|@|in)\s(?:the\s)?(?:[A-Z][\w.&'-]*\s(?:of |de |du |for )?){0,4}(?:University|"
    r"College|Polytechnic|Poly|Academy|TAFE|TVET|Institute|School|Grammar|Conservatory|Instituto|"
    r"Escuela|Hogeschool|Gymnasium|Technological|Universidad|Meisterschule|Coleg)\b"
)
_I = re.compile(r"\b(?:i|i'?m|im|my name|my|here|this is|it's)\b")
_INTRO = re.compile(r"\b(?:[a-z'-]+ here|this is|my name is|my name's|i'm|i am|im|it's|its|name's)\b")
_SCHOOL = re.compile(
    r"\b(?:from|at|of|here|,|@)\s?,?\s?(?:the )?(?:[A-Z][\w.&'-]*\s?(?:of |de |du |for |at "
    r")?){0,4}(?:University|College|Institute|School|Polytechnic|Poly|Academy|TAFE|Tech|State|Uni|IIT|"
    r"NIT|Campus|High|CC|Universidad|Universit[a-z]+|Hochschule|Politecnico|Ecole|Polytechnique)\b"
)
# "Spencer Lyle, urban studies at Deptford": what stands beside the name.
_BESIDE = re.compile(
    r"[\s,(]*(?:here,?|speaking,?|and i'm|from)?[\s,(]*(?!thank|with|the\b|i\b|i'|and\b|your|looking|"
    r"a big|sorry|ps\b|p\.s|but|we\b|you|it|so\b|my\b|hope|who\b|or\b|if\b|ma'?am|sir\b|thanks|good|"
    r"hello|hi\b|would|could|can\b|may\b|how)(?:[\w&/'-]+ ){0,4}?[\w&/'-]+(?:,| at| @| in|,? "
    r"[A-Z])\s?(?=(?:the |de |of )?[A-Z])"
)
_PLACE = re.compile(
    r"\b(?:do|doing|did|study|studying|getting|taking|at|@|reading|finishing|starting|from|in|over "
    r"at)\b[^.?!\n]{0,50}?\b(?:at|@|from|in)\s(?:the )?[A-Z][\w']+(?:\s[A-Z][\w']+)?"
)
_I_DO = re.compile(
    r"\b(?:i'?m|i am|im|i)\s(?:\w+ )?(?:do|doing|studying|study|reading|getting|taking|@|at|over at|"
    r"finishing|starting)\b"
)
_OF_OTHERS = re.compile(
    r"(?:he'?s|she'?s|he is|she is|they are|who is|who'?s|than|like|any|every|each|one|another|my "
    r"(?:son|daughter|brother|sister|friend|cousin|roommate|flatmate)\W(?:\w+\W)?|your|their|his|her|"
    r"these|those|two of your|former|other|many|for)\s(?:an? |the )?(?:\w+[\s-]){0,2}$"
)


def read(letter: Letter) -> Hit | None:
    """The words that say a role; a name alone, or a slot that was not filled in, is none."""
    empty = gaps(letter)
    for sentence in letter.all:
        for hit in ROLE.find(sentence):
            low = sentence.text.low
            if denied(sentence, hit.start, reach=3) or sentence.quoted(hit.start):
                continue
            if _OF_OTHERS.search(low[max(sentence.start, hit.start - 34) : hit.start]):
                continue
            if re.match(
                r"(?:i'?m|i am|am) (?:a |the |your )?(?:\w+ )?(?:fan|hard|big|fast|quick)\b", hit.low
            ) and not re.search(r"student|major|undergrad", hit.low):
                continue
            if any(gap.sentence is sentence and gap.start < hit.end + 12 and gap.end > hit.start for gap in empty):
                continue
            return hit
    for sentence in letter.said[:5]:
        for match in _AT_SCHOOL.finditer(sentence.text.plain, sentence.start, sentence.end):
            if _I.search(sentence.low) and not re.search(
                r"\b(?:you|your)\b", sentence.text.low[max(sentence.start, match.start() - 40) : match.start()]
            ):
                return Hit(sentence, *match.span())
    if beside := _beside_the_name(letter):
        return beside
    for sentence in letter.said[:4]:
        for match in _I_DO.finditer(sentence.text.low, sentence.start, sentence.end):
            if where := _PLACE.match(
                sentence.text.plain, sentence.text.low.find(match[0].split()[-1], match.start()), sentence.end
            ):
                return Hit(sentence, match.start(), where.end())
    for place, sentence in enumerate(letter.said):
        signed = sentence in letter.signature
        introduced = place < 3 and _INTRO.search(sentence.low)
        school = _SCHOOL.search(sentence.text.plain, sentence.start, sentence.end)
        if (signed or introduced) and school:
            return Hit(sentence, *school.span())
        role = _SIGNED.first(sentence) if signed and len(sentence.words) <= 22 else None
        if role:
            return role
    return None


def _beside_the_name(letter: Letter) -> Hit | None:
    names = [name for name in level(letter.facts.student).plain.split() if len(name) > 2]
    for sentence in [*letter.said[:4], *letter.signature]:
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
                    return Hit(sentence, place, match.end())
    return None
