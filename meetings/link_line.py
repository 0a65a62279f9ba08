"""The line of a letter with the link by which the contact answers: kept as a mark, and told only where it is read."""

import re

from django.urls import reverse

from core.links import LINK, absolute

# A letter is written in English, whatever the language of its student's pages.
LINE = "You can answer here in a minute, without an account:"
_SIGNATURE = "\n\nKind regards,"
# A mark alone on its line, with the line of ours above it.
_LINES = re.compile(rf"\n*(?:^{re.escape(LINE)}\s*)?^[^\S\n]*{re.escape(LINK)}[^\S\n]*$", re.MULTILINE)
_INSIDE = re.compile(rf"[^\S\n]*{re.escape(LINK)}")
# As long as the mark, so that what the coach finds stands where it stands in the letter.
_READ = LINK.replace("[", "(").replace("]", ")")


def address(secret: str) -> str:
    """The whole address of the contact's page."""
    return absolute(reverse("reply:show", args=[secret]))


def with_line(body: str) -> str:
    """`body` with the line of the link above its signature, or behind it; as it is where it has a place for it."""
    if LINK in body:
        return body
    words, signature, name = body.rpartition(_SIGNATURE)
    line = f"{LINE}\n{LINK}"
    return f"{words}\n\n{line}{signature}{name}" if signature else f"{body.rstrip()}\n\n{line}"


def worded(body: str, link: str) -> str:
    """`body` as it goes out: with the address `link` in its place, and without the line where there is no link."""
    if link:
        return body.replace(LINK, link)
    return _INSIDE.sub("", _LINES.sub("", body))


def as_read(body: str) -> str:
    """`body` as the coach reads and counts it, each word where it stands: without the line of the link.

    Elsewhere the mark is no gap that somebody forgot to fill.
    """
    return _LINES.sub(lambda line: re.sub(r"\S", " ", line[0]), body).replace(LINK, _READ)
