"""With which words a turn of phrase can begin, so that few have to be tried."""

import re
from collections.abc import Iterator

_HEAD = re.compile(r"[\w']+")
TIMES = re.compile(r"^(?:[?*+]|\{\d*,?\d*\})")
_FLAT = re.compile(r"[\w' |]+")
# After these something may be missing.
MAY_MISS = ("?", "*", "{0", "{,")


def first_words(line: str) -> set[str]:
    """The words with which a text that fits `line` can begin, without apostrophes.

    Raises ValueError where it could begin with any word.
    """
    head = _HEAD.match(line)
    lead, rest = (head[0], line[head.end() :]) if head else ("", line)
    if rest.startswith("?"):
        return first_words(lead + rest[1:]) | first_words(lead[:-1] + rest[1:])
    if rest.startswith("-?"):
        return first_words(lead + rest[2:]) | {lead}
    if rest.startswith("(") and not rest.startswith("(?"):
        inner, after = group(rest)
        optional = after.startswith(MAY_MISS)
        after = TIMES.sub("", after)
        if not lead and not optional and _FLAT.fullmatch("|".join(inner)) and after[:1] in {" ", ""}:
            return {choice.partition(" ")[0].replace("'", "") for choice in inner}
        choices = [*inner, ""] if optional else inner
        return set().union(*(first_words(lead + choice + after) for choice in choices))
    if not lead or rest[:1] in {"\\", "[", "*", "+", "{"}:
        raise ValueError(f"A line must begin with words: {line!r}")
    return {lead.replace("'", "")}


def parts(line: str) -> list[str]:
    """The parts between the spaces that stand in no bracket; none where a choice stands in no bracket either."""
    if _FLAT_LINE.fullmatch(line):
        return _FLAT_PART.findall(line)
    found, begun, depth = [], 0, 0
    for place, sign in _signs(line):
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif not depth and sign == "|":
            return []
        elif not depth and sign == " ":
            found.append(line[begun:place])
            begun = place + 1
    return [*found, line[begun:]]


# Most lines have no bracket within a bracket, and are taken apart at once.
_FLAT_BRACKET = re.compile(r"\(([^()\\\[]*+)\)")
_FLAT_PART = re.compile(r"(?:[^ ()\[\]\\|]|\([^()\[\]\\]*+\))+")
_FLAT_LINE = re.compile(rf"{_FLAT_PART.pattern}+(?: {_FLAT_PART.pattern}+)*+")
_BOUNDS = re.compile(r"\\.|[()\[\]| ]")


def _signs(line: str) -> Iterator[tuple[int, str]]:
    return ((found.start(), found[0]) for found in _BOUNDS.finditer(line) if len(found[0]) == 1)


def group(rest: str) -> tuple[list[str], str]:
    """The choices of the bracket at the front of `rest`, and what follows it."""
    if flat := _FLAT_BRACKET.match(rest):
        return flat[1].split("|"), rest[flat.end() :]
    depth, begun = 0, 1
    choices: list[str] = []
    for place, sign in _signs(rest):
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
            if not depth:
                return [*choices, rest[begun:place]], rest[place + 1 :]
        elif sign == "|" and depth == 1:
            choices.append(rest[begun:place])
            begun = place + 1
    raise ValueError(f"A bracket is open in {rest!r}")
