"""Turns of phrase taken apart at the brackets, the spaces and the bars that stand in no bracket."""

import re

_PLAIN = r"[^()\[\]\\]|\\.|\[\^?\]?(?:[^\]\\]|\\.)*+\]"
_DEEPEST = 6
# After these something may be missing.
MAY_MISS = ("?", "*", "{0", "{,")
TIMES = re.compile(r"[?*+]|\{\d*,?\d*\}")


def _bracket() -> str:
    """A bracket with others in it."""
    bracket = rf"\((?:{_PLAIN})*+\)"
    for _ in range(_DEEPEST):
        bracket = rf"\((?:[^()\[\]\\]++|{_PLAIN}|{bracket})*+\)"
    return bracket


BRACKET = re.compile(_bracket(), re.S)
_PART = re.compile(rf"(?:[^ |()\[\]\\]++|\\.|\[\^?\]?(?:[^\]\\]|\\.)*+\]|{BRACKET.pattern})*+", re.S)
_CHOICE = re.compile(rf"(?:[^|()\[\]\\]++|\\.|\[\^?\]?(?:[^\]\\]|\\.)*+\]|{BRACKET.pattern})*+", re.S)


def group(rest: str) -> tuple[list[str], str]:
    """The choices of the bracket at the front of `rest`, and what follows it."""
    if not (found := BRACKET.match(rest)):
        raise ValueError(f"A bracket is open in {rest!r}")
    return choices(rest[1 : found.end() - 1]), rest[found.end() :]


def choices(line: str) -> list[str]:
    """What stands between the bars."""
    return line.split("|") if "(" not in line and "\\" not in line and "[" not in line else _split(line, _CHOICE, "|")


def parts(line: str) -> list[str]:
    """What stands between the spaces; nothing where a bar stands in no bracket."""
    return line.split(" ") if line.replace(" ", "").isalnum() else _split(line, _PART, " ")


def _split(line: str, piece: re.Pattern[str], between: str) -> list[str]:
    found, place = [], 0
    while found_here := piece.match(line, place):
        found.append(found_here[0])
        place = found_here.end()
        if place == len(line):
            return found
        if line[place] != between:
            return []
        place += 1
    return []
