"""One spelling for characters that mean the same, with the way back to what was typed.

Curly and straight quotes, long and short dashes, accents, wide letters, hidden characters and doubled spaces are
normalised here once, so that no rule has to think of them.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

# A text longer than this is a paste and no message: it is counted whole, but read only so far. It is sixteen times
# what a letter should have.
MOST = 10_000

_SAME = {
    "'": "‘’‚‛`´ʼ′＇",
    '"': "“”„‟«»″＂",
    "-": "‐‑‒–—―−",
    " ": "\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "\n": "\u0085\u2028\u2029",
    ".": "。",
    "?": "？",
    "!": "！¡",
}
# Characters that nobody sees: a zero byte marks them until they are left out.
_HIDDEN = "\0\r\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_RUN = re.compile(r"[ \n\0]{2,}|\0")
_QUOTED = re.compile(r"\"[^\"\n]{1,300}\"")
_WIDE = re.compile("[\u2100-\u214f\uff01-\uff5e\U0001d400-\U0001d7ff]")


def _table() -> dict[int, str]:
    table = {ord(sign): plain for plain, signs in _SAME.items() for sign in signs}
    for point in range(0xC0, 0x250):
        letter = chr(point)
        base = unicodedata.normalize("NFD", letter)[0]
        if base != letter:
            table[point] = base
    table.update({ord("ø"): "o", ord("Ø"): "O", ord("ł"): "l", ord("Ł"): "L", ord("ı"): "i", ord("…"): "…"})
    hidden = [*map(ord, _HIDDEN), *range(0x300, 0x370), *range(0xFE00, 0xFE10)]
    table.update(dict.fromkeys(hidden, "\0"))
    return table


_TABLE = _table()


@dataclass(frozen=True)
class Text:
    """`plain` is the text with its characters normalised, `low` the same in small letters, of the same length."""

    raw: str
    plain: str
    low: str
    cuts: list[int] = field(default_factory=list)
    shifts: list[int] = field(default_factory=list)

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """The stretches of `plain` between quotation marks, in order."""
        return [match.span() for match in _QUOTED.finditer(self.plain)]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where `plain[start:end]` stands in the text as it was typed, in code points."""
        if end <= start:
            return self._back(start), self._back(start)
        return self._back(start), self._back(end - 1) + 1

    def _back(self, place: int) -> int:
        turn = bisect_right(self.cuts, place)
        return place + (self.shifts[turn - 1] if turn else 0)


def normalise(raw: str) -> Text:
    """`raw` normalised. Never fails, whatever the code points."""
    text = raw[:MOST].replace("\r\n", "\0\n").replace("\r", "\n").translate(_TABLE)
    if _WIDE.search(text):
        text = _WIDE.sub(_narrow, text)
    pieces: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    done = length = 0
    for run in _RUN.finditer(text):
        lines = run[0].count("\n")
        keep = "\n\n" if lines > 1 else "\n" if lines else " " if " " in run[0] else ""
        pieces += [text[done : run.start()], keep]
        length += run.start() - done + len(keep)
        done = run.end()
        cuts.append(length)
        shifts.append(done - length)
    pieces.append(text[done:])
    plain = "".join(pieces)
    low = plain.lower()
    if len(low) != len(plain):
        low = "".join(small if len(small := sign.lower()) == 1 else sign for sign in plain)
    return Text(raw, plain, low, cuts, shifts)


def _narrow(match: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", match[0])
    return plain if len(plain) == 1 else match[0]
