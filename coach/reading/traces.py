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
_PASSED = re.compile(rf"{BRACKET.pattern}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.S)
_RUN = re.compile(r"[a-zA-Z' ]+(?![a-zA-Z' ]|[?*{])|[a-zA-Z' ]+(?=[a-zA-Z' ][?*{])")
_LONG = 3


def traces(words: str) -> frozenset[str]:
    """All three letters in a row of `words`, in small letters, and the "" that every text holds."""
    low = words.translate(_FOLD).lower()
    return frozenset(["", *map("".join, zip(low, low[1:], low[2:], strict=False))])


def wanted(expression: str) -> Iterator[frozenset[str]]:
    """What a text must hold to match `expression`, case aside: of each of these one at least.

    They come one by one, for where the first is lacking nobody asks for the others.
    """
    each = choices(expression)
    if len(each) == 1:
        yield from _row(each[0])
        return
    needs = [min(_row(choice), key=len, default=frozenset()) for choice in each]
    if needs and all(needs):
        yield frozenset().union(*needs)


def foremost(expression: str) -> frozenset[str]:
    """One of the things that `wanted` gives, or none: what can be said at a glance."""
    found: set[str] = set()
    for choice in choices(expression):
        runs = _RUN.findall(_PASSED.sub("(", choice))
        longest = max((word for run in runs for word in run.split(" ")), key=len, default="")
        if len(longest) < _LONG:
            return min(wanted(expression), key=len, default=frozenset())
        found.add(longest[:_LONG].lower())
    return frozenset(found)


def _row(choice: str) -> Iterator[frozenset[str]]:
    """What one choice needs."""
    run, place = "", 0
    while token := _TOKEN.match(choice, place):
        kind, told, place = token.lastgroup, token[0], token.end()
        if kind in ("open", "look"):
            bracket = BRACKET.match(choice, token.start())
            if bracket is None:
                return
            told, place = bracket[0][1:-1], bracket.end()
        times = TIMES.match(choice, place)
        while again := TIMES.match(choice, place):
            place = again.end()
        may_miss = times is not None and times[0].startswith(MAY_MISS)
        if kind == "run":
            run += told[:-1] if may_miss else told
            if not times:
                continue
        yield from _of(run)
        run = ""
        if kind == "open" and not may_miss:
            yield from wanted(_KIND.sub("", told, count=1) if told.startswith("?") else told)
    yield from _of(run)


def _of(run: str) -> Iterator[frozenset[str]]:
    longest = max(run.lower().split(" "), key=len)
    if len(longest) >= _LONG:
        yield frozenset([longest[:_LONG]])
