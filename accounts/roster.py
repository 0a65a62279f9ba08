"""Addresses as a director pastes them: out of a list, a table, or the "To" of a mail."""

import re

from core.keys import email_key
from core.lists import unmarked
from core.outbox import is_address
from core.text import in_form

# What stands between two cells; behind the bracket of an address the next may follow at once.
_CELLS = re.compile(r"[;,\t|、،؛]|(?<=>)|\s(?:/|&|and|und|et)\s", re.IGNORECASE)
# "To: ", and an address in round or square brackets behind its name.
_LABEL = re.compile(r"^(?!bcc)[^\W\d]{1,20}:\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^()\[\]<>\s]+@[^()\[\]<>\s]+)[)\]]")
_REMARK = re.compile(r"\([^()@]*\)")
# A name beside an address; what has a full stop within, a colon or a sign of percent is something else.
_NAME = re.compile(r"[^@:%/\\<>]*")
_DOT_WITHIN = re.compile(r"\w{2}\.\w{2}")
# The first line of a table.
_HEAD = re.compile(r"(?:[^\W\d]|[-\s,;|])*\b(?:e-?)?mails?\b(?:[^\W\d]|[-\s,;|])*", re.IGNORECASE)


def read(text: str) -> tuple[list[str], list[str]]:
    """The addresses in `text`, each once and in its one writing, and the lines that hold something else than names.

    Understood are addresses with blanks, commas, semicolons or line ends between, `Ann Lee <ann@uni.example>`, names
    in the cells before an address, bullets and numbers in front of a line, and the head of a table.
    """
    found: list[str] = []
    wrong: list[str] = []
    for number, typed in enumerate(in_form("NFKC", text).splitlines()):
        line = _REMARK.sub("", _BRACKETS.sub(r"<\1>", _LABEL.sub("", unmarked(typed))))
        if number == 0 and _HEAD.fullmatch(line):
            continue
        cells = [cell.strip() for cell in _CELLS.split(line) if cell.strip()]
        named = [cell for cell in cells if "@" not in cell]
        read_here = [address for cell in cells if "@" in cell for address in _addresses(cell)]
        good = bool(read_here) and all(is_address(address) for address in read_here)
        if good and all(_NAME.fullmatch(name) and not _DOT_WITHIN.search(name) for name in named):
            found += read_here
        elif cells:
            wrong.append(typed.strip().strip(",;").strip())
    return list(dict.fromkeys(found)), wrong


def _addresses(cell: str) -> list[str]:
    """What one cell holds: a name with an address in brackets, or addresses with blanks between."""
    words = [cell] if "<" in cell else cell.split()
    return [email_key(word) for word in words]
