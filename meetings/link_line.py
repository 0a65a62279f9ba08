"""The line of a letter with the link by which the contact answers: kept as a mark, and told only where it is read."""

import re

from django.urls import reverse

from core.links import LINK, absolute

# A letter is written in English, whatever the language of its student's pages.
LINE = "You can reply here in a minute, without an account:"
# Where a time stands there is nothing to answer.
CHANGE_LINE = "You can see the time or change it here, without an account:"
SIGNATURE = "\n\nKind regards,"
# As long as the mark, so that what the coach finds stands where it stands in the letter.
_READ = LINK.replace("[", "(").replace("]", ")")


def address(secret: str) -> str:
    """The whole address of the contact's page."""
    return absolute(reverse("reply:show", args=[secret]))


def with_line(body: str, line: str = LINE) -> str:
    """`body` with the link below `line`, above its signature or behind it; as it is where it has a place for it."""
    if LINK in body:
        return body
    words, signature, name = body.rpartition(SIGNATURE)
    both = f"{line}\n{LINK}"
    return f"{words}\n\n{both}{signature}{name}" if signature else f"{body.rstrip()}\n\n{both}"


def worded(body: str, link: str) -> str:
    """`body` as it goes out: with the address `link` in its place, and without the line where there is no link."""
    if link:
        return body.replace(LINK, link)
    lines = body.split("\n")
    taken = _of_the_link(lines)
    words = "\n".join(line for at, line in enumerate(lines) if at not in taken)
    return words.replace(f" {LINK}", "").replace(LINK, "")


def as_read(body: str) -> str:
    """`body` as the coach reads and counts it, each word where it stands: without the line of the link.

    Elsewhere the mark is no gap that somebody forgot to fill.
    """
    lines = body.split("\n")
    taken = _of_the_link(lines)
    words = "\n".join(re.sub(r"\S", " ", line) if at in taken else line for at, line in enumerate(lines))
    return words.replace(LINK, _READ)


def _of_the_link(lines: list[str]) -> set[int]:
    """Which of `lines` hold a mark alone, with the line of ours and the blank ones above it."""
    taken: set[int] = set()
    for at, line in enumerate(lines):
        if line.strip() != LINK:
            continue
        first = _above_blanks(lines, at)
        if first and lines[first - 1].strip() in {LINE, CHANGE_LINE}:
            first = _above_blanks(lines, first - 1)
        taken |= set(range(first, at + 1))
    return taken


def _above_blanks(lines: list[str], at: int) -> int:
    """Where the blank lines right above the line `at` begin."""
    while at and not lines[at - 1].strip():
        at -= 1
    return at
