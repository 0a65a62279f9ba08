"""What a text must hold before a regular expression can match it: three letters of a word that cannot be missing.

They are found without compiling the expression, and looked for in far less time than it takes to try it.
"""

import re
from collections.abc import Iterator

# Letters that count as others where case does not matter.
_FOLD = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "\u212a": "k"})
_TOKEN = re.compile(
    r"(?P<run>[a-zA-Z' ]+)|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\]|\\[wWdDsSbBAZ]|[.^$])|(?P<look>\(\?<?[=!])"
    r"|(?P<open>\((?:\?(?:P<\w+>|[a-zA-Z]*:))?)|(?P<close>\))|(?P<or>\|)|(?P<times>[?*+]|\{\d*,?\d*\})|(?P<sign>\\.|.)",
    re.S,
)
_LONG = 3

# For each thing that cannot be missing: a text holds three letters in a row out of these.
Traces = tuple[frozenset[str], ...]


def traces(words: str) -> frozenset[str]:
    """All three letters in a row of `words`, in small letters, and the "" that every text holds."""
    low = words.translate(_FOLD).lower()
    return frozenset(["", *map("".join, zip(low, low[1:], low[2:], strict=False))])


def wanted(expression: str) -> Traces:
    """What a text must hold to match `expression`, case aside."""
    tokens = [(str(found.lastgroup), found[0]) for found in _TOKEN.finditer(expression)]
    needs, place = _choices(tokens, 0)
    return needs if place == len(tokens) else ()


def _choices(tokens: list[tuple[str, str]], place: int) -> tuple[Traces, int]:
    """What any of the choices up to the end of the bracket needs, and where that end is."""
    each: list[Traces] = []
    while True:
        needs, place = _row(tokens, place)
        each.append(needs)
        if place == len(tokens) or tokens[place][0] == "close":
            break
        place += 1
    if len(each) == 1:
        return each[0], place
    return ((frozenset().union(*(_rarest(needs) for needs in each)),) if all(each) else ()), place


def _rarest(needs: Traces) -> frozenset[str]:
    return min(needs, key=len)


def _row(tokens: list[tuple[str, str]], place: int) -> tuple[Traces, int]:
    """What one choice needs, and where it ends."""
    needs: list[frozenset[str]] = []
    run = ""
    while place < len(tokens) and tokens[place][0] not in ("close", "or"):
        kind, told = tokens[place]
        place += 1
        inner: Traces = ()
        if kind in ("open", "look"):
            inner, place = _choices(tokens, place)
            place += 1
        times = tokens[place][1] if place < len(tokens) and tokens[place][0] == "times" else ""
        while place < len(tokens) and tokens[place][0] == "times":
            place += 1
        may_miss = times.startswith(("?", "*", "{0", "{,"))
        if kind == "run":
            run += told[:-1] if may_miss else told
            if not times:
                continue
        needs += _of(run)
        run = ""
        if kind == "open" and not may_miss:
            needs += inner
    return (*needs, *_of(run)), place


def _of(run: str) -> Iterator[frozenset[str]]:
    longest = max(run.lower().split(" "), key=len)
    if len(longest) >= _LONG:
        yield frozenset([longest[:_LONG]])
