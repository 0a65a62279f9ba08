"""Sentences and words of a normalised text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from coach.reading.normalise import Text

_WORD = re.compile(r"\w+(?:'\w+)*")
_END = re.compile(r"[.!?…]+[\"')\]]*(?=[\s\"(]|$)|\n+|(?<=[a-z]{2})[.!?](?=[A-Z][a-z])|[!?]+(?=\w)")
# A full stop after these does not end a sentence.
_SHORT_WORDS = (
    "dr mr mrs ms mx prof profs st jr sr rev hon capt col gen lt sgt eng ing dipl no nr vs etc e.g i.e eg "
    "ie approx ca cf p.s a.m p.m dept univ inc ltd co corp ext tel req min mins hr hrs fr br u.s u.k "
    "u.s.a ph.d m.sc b.sc b.a m.a b.tech m.tech b.com b.e m.phil jan feb mar apr jun jul aug sep sept oct "
    "nov dec mon tue tues wed thu thurs fri sat sun"
)
_SHORT = frozenset(_SHORT_WORDS.split())
# Some of them are also whole words: only a small letter afterwards shows that the sentence goes on.
_ALSO_WORDS = frozenset(["no", "sun", "sat", "mar", "co", "min", "mins", "hr", "hrs", "ext", "ing", "eng", "etc"])
_LAST_WORD = re.compile(r"(?<![\w.])[\w.]*\w$")
# A typed line shorter than this was ended by the writer, not by the width of a window.
_WRAPPED = 55
LONGEST = 1_000


@dataclass(eq=False)
class Sentence:
    """A sentence in its `text`: `start` and `end` in the normalised text; `block` counts paragraphs."""

    text: Text
    part: str
    start: int
    end: int
    block: int
    number: int = 0

    @cached_property
    def words(self) -> list[tuple[int, str]]:
        """Where each word begins, and the word in small letters and without its apostrophe."""
        return [(m.start(), m[0].replace("'", "")) for m in _WORD.finditer(self.text.low, self.start, self.end)]

    @property
    def quotes(self) -> list[tuple[int, int]]:
        """The stretches between quotation marks that reach into the sentence."""
        quotes = self.text.quotes
        first = max(0, bisect_right(quotes, (self.start, 0)) - 1)
        return [(start, end) for start, end in quotes[first : bisect_left(quotes, (self.end, 0))] if end > self.start]

    @cached_property
    def low(self) -> str:
        return self.text.low[self.start : self.end]

    @cached_property
    def plain(self) -> str:
        return self.text.plain[self.start : self.end]

    @property
    def asks(self) -> bool:
        return self.text.low.find("?", max(self.start, self.end - 4), self.end) >= 0

    def quoted(self, place: int) -> bool:
        """Whether that place of the text stands between quotation marks."""
        before = bisect_right(self.text.quotes, (place, len(self.text.low))) - 1
        if before < 0:
            return False
        start, end = self.text.quotes[before]
        return place < end and start < self.end and end > self.start


def sentences(text: Text, part: str) -> list[Sentence]:
    """The sentences of `text`; `part` is "subject" or "body"."""
    return [Sentence(text, part, *piece, number) for number, piece in enumerate(_pieces(text.plain))]


def _pieces(plain: str) -> Iterator[tuple[int, int, int]]:
    """The bounds of sentences; one that nobody could read is cut, so that no rule has to look far."""
    for start, end, block in _bounds(plain):
        while end - start > LONGEST:
            cut = plain.rfind(" ", start + 1, start + LONGEST)
            cut = cut if cut > 0 else start + LONGEST
            yield start, cut, block
            start = cut
        yield start, end, block


def _bounds(plain: str) -> Iterator[tuple[int, int, int]]:
    start = block = 0
    line = 0
    for match in _END.finditer(plain):
        broken = "\n" in match[0]
        if broken:
            gap = match[0]
            wrapped = len(gap) == 1 and match.start() - line > _WRAPPED and plain[match.start() - 1] not in ".!?:"
            line = match.end()
            if wrapped:
                continue
            stop = match.start()
        else:
            if match[0] == "." and _is_short(plain, match.start()):
                continue
            stop = match.end()
        if plain[start:stop].strip():
            while plain[start] in " \n":
                start += 1
            yield start, stop, block
        start = match.end()
        if broken and len(match[0]) > 1:
            block += 1
    if plain[start:].strip():
        while plain[start] in " \n":
            start += 1
        yield start, len(plain), block


def _is_short(plain: str, stop: int) -> bool:
    last = _LAST_WORD.search(plain, max(0, stop - 12), stop)
    if not last:
        return False
    word = last[0]
    if len(word) == 1:
        return word.isupper() and word != "I"
    if word in _ALSO_WORDS:
        return plain[stop + 1 : stop + 2].islower()
    return word.lower() in _SHORT
