"""The HTML part of a mail, made of its text when it leaves, so that no mail has two texts to keep.

A blank line parts paragraphs, "-- " the foot. A line that ends in an address of ours is a link over its last sentence,
and one that stands alone is the mail's act, drawn as a button. Any other address shows itself, so that nobody is led
somewhere else under words of ours.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_bidi

from core.links import absolute

_FOOT = "\n-- \n"
_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")
# The words before an address that is below or behind them belong to it.
_BELOW = re.compile(r":[ \t]*\n\s*(?=https?://\S+[ \t]*$)", re.MULTILINE)
_LAST_SENTENCE = re.compile(r"(?P<before>.*[.!?…][”’)]?\s+)?(?P<last>.+)", re.DOTALL)


class Colours(NamedTuple):
    """An accent, and what is written on it."""

    accent: str
    on_accent: str


class Dress(NamedTuple):
    """Whose mails they are, and their colours by day and by night."""

    name: str
    day: Colours
    night: Colours


class Piece(NamedTuple):
    """Some words of a line; with `href` they are a link."""

    words: str
    href: str = ""


class Paragraph(NamedTuple):
    """Lines of pieces. The first that is one link and nothing else is the mail's act."""

    lines: list[list[Piece]]
    is_act: bool = False


_dressers: list[Callable[[], Dress]] = []


def register_dresser(dresser: Callable[[], Dress]) -> None:
    """Let `dresser` say how the mails look; called once, from AppConfig.ready."""
    _dressers[:] = [dresser]


def page(subject: str, text: str) -> str:
    """The HTML part of the mail with this `subject` and `text`, in the active language. It fetches nothing."""
    body, _line, foot = text.partition(_FOOT)
    context = {
        "subject": subject,
        "language": get_language(),
        "direction": "rtl" if get_language_bidi() else "ltr",
        "dress": _dressers[0](),
        "body": _with_act(_paragraphs(body)),
        "foot": list(_paragraphs(foot)),
    }
    return render_to_string("core/mail/layout.html", context)


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for words in re.split(r"\n\s*\n", _BELOW.sub(": ", text)):
        if words.strip():
            yield Paragraph([list(_pieces(line.strip())) for line in words.strip().splitlines()])


def _with_act(paragraphs: Iterator[Paragraph]) -> list[Paragraph]:
    """Those of one line that ends in a link become words and, behind them, the link; the first such is the act."""
    found: list[Paragraph] = []
    has_act = False
    for paragraph in paragraphs:
        [*before, last] = paragraph.lines[-1]
        if has_act or len(paragraph.lines) > 1 or not last.href or last.words == last.href:
            found.append(paragraph)
            continue
        if before:
            found.append(Paragraph([before]))
        found.append(Paragraph([[last]], is_act=True))
        has_act = True
    return found


def _pieces(line: str) -> Iterator[Piece]:
    """The words of `line`, and its addresses as links."""
    end = 0
    for found in _ADDRESS.finditer(line):
        words, href, is_last = line[end : found.start()], found[0], found.end() == len(line)
        named = words.rstrip().removesuffix(":").rstrip()
        parts = _LAST_SENTENCE.match(named) if is_last and _is_ours(href) else None
        if parts and any(letter.isalpha() for letter in parts["last"]):
            if parts["before"]:
                yield Piece(parts["before"])
            yield Piece(parts["last"], href)
        else:
            if words:
                yield Piece(words)
            yield Piece(href, href)
        end = found.end()
    if line[end:] or not line:
        yield Piece(line[end:])


def _is_ours(address: str) -> bool:
    return f"{address}/".startswith(f"{absolute()}/")
