"""What a text must hold before a regular expression can match it: three letters of a word that cannot be missing.

They are found without compiling the expression, and looked for in far less time than it takes to try it.
"""

import re
from collections.abc import Iterator

from coach.reading.brackets import BRACKET, MAY_MISS, TIMES, choices

# Letters that count as others where case does not matter.
_FOLD = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "\u212a": "k"})
_TOKEN = re.compile(
    r"(?P<run>[a-zA-Z' ]+)|(?P<look>\(\?<?[=!])|(?P<open>\()|(?P<times>[?*+]|\{\d*,?\d*\})|(?P<sign>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.)",
    re.S,
)
_KIND = re.compile(r"\?(?:P<\w+>|[a-zA-Z]*:)")
_LONG = 3

# For each thing that cannot be missing: a text holds three letters in a row out of these.
Traces = tuple[frozenset[str], ...]


def traces(words: str) -> frozenset[str]:
    """All three letters in a row of `words`, in small letters, and the "" that every text holds."""
    low = words.translate(_FOLD).lower()
    return frozenset(["", *map("".join, zip(low, low[1:], low[2:], strict=False))])


def wanted(expression: str) -> Traces:
    """What a text must hold to match `expression`, case aside."""
    each = [_row(choice) for choice in choices(expression)]
    if len(each) == 1:
        return each[0]
    return (frozenset().union(*(min(needs, key=len) for needs in each)),) if each and all(each) else ()


def _row(choice: str) -> Traces:
    """What one choice needs."""
    needs: list[frozenset[str]] = []
    run, place = "", 0
    while token := _TOKEN.match(choice, place):
        kind, told, place = token.lastgroup, token[0], token.end()
        if kind in ("open", "look"):
            bracket = BRACKET.match(choice, token.start())
            if bracket is None:
                return ()
            told, place = bracket[0][1:-1], bracket.end()
        times = TIMES.match(choice, place)
        while again := TIMES.match(choice, place):
            place = again.end()
        may_miss = times is not None and times[0].startswith(MAY_MISS)
        if kind == "run":
            run += told[:-1] if may_miss else told
            if not times:
                continue
        needs += _of(run)
        run = ""
        if kind == "open" and not may_miss:
            needs += wanted(_KIND.sub("", told, count=1) if told.startswith("?") else told)
    return (*needs, *_of(run))


def _of(run: str) -> Iterator[frozenset[str]]:
    longest = max(run.lower().split(" "), key=len)
    if len(longest) >= _LONG:
        yield frozenset([longest[:_LONG]])
