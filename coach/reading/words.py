"""Lists of plain words, by what they do in a sentence."""

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_SECTION = re.compile(r"^\[(\w+)\]$", re.M)


@cache
def common() -> frozenset[str]:
    """Words that begin no name: those that our own texts write with a small letter."""
    return frozenset((_FOLDER / "common.txt").read_text("utf-8").split())


def word_list(section: str) -> frozenset[str]:
    """The words of one section of words.txt. Raises KeyError where there is none."""
    return _sections()[section]


@cache
def _sections() -> dict[str, frozenset[str]]:
    _above, *found = _SECTION.split((_FOLDER / "words.txt").read_text("utf-8"))
    return {name: frozenset(lines.split()) for name, lines in zip(found[::2], found[1::2], strict=True)}
