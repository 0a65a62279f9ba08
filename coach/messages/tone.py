"""Text-speak, insults, remarks on looks, contempt for the exercise (docs/CRAFT.md, "Asking").

First names, warmth, jokes, dialect, slips and an unpractised grammar are none of these.
"""

import re
from pathlib import Path

from coach.messages.parsed import ParsedMessage, denied
from coach.reading.phrases import Match, read_phrases
from coach.reading.sentences import Sentence

PHRASES = read_phrases(__file__)
RUDE = PHRASES["rude"]
# Text-speak; each counts by how far it is from a letter.
_WEIGHTS = {"far": 2.0, "near": 1.0, "slight": 0.5}


def _read_slang() -> dict[str, float]:
    weights: dict[str, float] = {}
    weight = 0.0
    for line in (Path(__file__).parent / "phrases" / "slang.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            weight = _WEIGHTS[line.strip("[]")]
        elif not line.startswith("#"):
            weights |= dict.fromkeys(line.split(), weight)
    return weights


_SLANG = _read_slang()
_LOOKS = re.compile(
    r"(?:cute|hot|gorgeous|beautiful|handsome|sexy|pretty|stunning|good.looking|attractive|fit|dreamy)\b"
)
_THEIRS = re.compile(r"\b(?:you|your|ur|u|you're|girl|lady|babe)\b")
_HEYYY = re.compile(
    r"\b(?:[24]\s(?=u\b|like\b|take\b|breathe\b|be\b|finish\b|do\b|\d\d\s?min)|h+e+y{2,}|h+i{2,}|"
    r"h+e+l+o{2,}|y+o{2,}|s+u+p{2,}|s+o{3,}|o+k{2,}|by+e{2,}|ple+a+se{3,}|tha+nks{3,}|oma?g{2,}|"
    r"lo{2,}l|ye+s{3,}|wa+ss?u+p)\b"
)
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
_HEARTS = re.compile(
    "[\U0001f60d\U0001f618\U0001f495\U0001f496\U0001f497\u2764\U0001f525\U0001f48b\U0001f970\U0001f602\U0001f923\U0001f62d\U0001f480]"
)
_MARKS = re.compile(r"[!?]{3,}|\?\?")
_ENOUGH = 2.0


def detect(parsed: ParsedMessage) -> Match | None:
    """The first words out of place; None where the tone will do."""
    for sentence in parsed.all:
        for hit in RUDE.find(sentence):
            looks = _LOOKS.match(hit.low) and not _THEIRS.search(
                sentence.text.low[max(sentence.start, hit.start - 24) : hit.end]
            )
            if not looks and not sentence.quoted(hit.start) and not denied(sentence, hit.start, reach=3):
                return hit
    return _slang(parsed)


def _slang(parsed: ParsedMessage) -> Match | None:
    total, first = 0.0, None
    facts = parsed.facts
    names = {*f"{facts.contact} {facts.addressed} {facts.student}".casefold().split()}
    for sentence in parsed.all:
        for start, word in sentence.words:
            weight = 0.0 if word in names else _SLANG.get(word, 0.0)
            if weight and not sentence.quoted(start) and not _is_name(sentence, start, word):
                total += weight
                first = first or Match(sentence, start, start + len(word))
        for pattern, weight in ((_HEYYY, 2.0), (_HEARTS, 1.0), (_EMOJI, 0.3), (_MARKS, 0.4)):
            for match in pattern.finditer(sentence.text.low, sentence.start, sentence.end):
                total += weight
                if weight >= 1:
                    first = first or Match(sentence, *match.span())
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
