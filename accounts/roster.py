"""Addresses as a director pastes them: out of a list, a table, or the "To" of a mail."""

import re

from core.keys import email_key
from core.lists import unmarked
from core.outbox import is_address
from core.text import in_form

# What stands between two cells; behind the bracket of an address the next may follow at once.
_CELLS = re.compile(r"[;,\t|、،؛]|(?<=>)|\s(?:/|&|[-–—]|and|und|et)\s", re.IGNORECASE)
# "To: ", and an address in round or square brackets behind its name.
_LABEL = re.compile(r"^(?!bcc)[^\W\d]{1,20}:\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^()\[\]<>\s]+@[^()\[\]<>\s]+)[)\]]")
# "{ann,bo}@uni.example", as papers print it; "ann@uni.example: Ann"; "Cohort @ Berlin" is no address.
_BRACES = re.compile(r"\{([^{}@]{1,1000})\}@([^\s,;<>{}@]+)")
_NAMED_BEHIND = re.compile(r"^([^\s@:]+@[^\s@:]+):\s+")
_AT_A_PLACE = re.compile(r"[^@.]*\s@\s[^@.]*")
# What stands below the head of a table that is drawn with signs.
_RULE = re.compile(r"[-|+=:\s]+")
_REMARK = re.compile(r"\([^()@]*\)")
# A name beside an address; what has a full stop within, a colon or a sign of percent is something else.
_NAME = re.compile(r"[^@:%/\\<>]*")
_DOT_WITHIN = re.compile(r"\w{2}\.\w{2}")
# The first line of a table.
_HEAD = re.compile(r"(?:[^\W\d]|[-\s,;|])*\b(?:e-?)?mails?\b(?:[^\W\d]|[-\s,;|])*", re.IGNORECASE)


def read(text: str) -> tuple[list[str], list[str]]:
    """The addresses in `text`, each once and in its one writing, and the lines that hold something else than names.

    Understood are addresses with blanks, commas, semicolons or line ends between, `Ann Lee <ann@uni.example>`, names
    in the cells beside an address, bullets and numbers in front of a line, and the head of a table.
    """
    found: list[str] = []
    wrong: list[str] = []
    for number, typed in enumerate(in_form("NFKC", text).splitlines()):
        line = _BRACES.sub(_each, _NAMED_BEHIND.sub(r"\1, ", _LABEL.sub("", unmarked(typed))))
        line = _REMARK.sub("", _BRACKETS.sub(r"<\1>", line))
        if (number == 0 and _HEAD.fullmatch(line)) or _RULE.fullmatch(typed):
            continue
        cells = [cell.strip() for cell in _CELLS.split(line) if cell.strip()]
        cells = [cell.replace("@", "") if _AT_A_PLACE.fullmatch(cell) else cell for cell in cells]
        named = [cell for cell in cells if "@" not in cell]
        read_here = [address for cell in cells if "@" in cell for address in _addresses(cell)]
        good = bool(read_here) and all(is_address(address) for address in read_here)
        if good and all(_NAME.fullmatch(name) and not _DOT_WITHIN.search(name) for name in named):
            found += read_here
        elif cells:
            wrong.append(typed.strip().strip(",;").strip())
    return list(dict.fromkeys(found)), wrong


def _each(braced: re.Match[str]) -> str:
    return ", ".join(f"{name.strip()}@{braced[2]}" for name in re.split("[,;|]", braced[1]))


def _addresses(cell: str) -> list[str]:
    """What one cell holds: a name with an address in brackets, or addresses with blanks between."""
    words = [cell] if "<" in cell else cell.split()
    return [email_key(word) for word in words]
