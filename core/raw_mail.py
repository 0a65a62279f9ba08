"""A mail as a server hands it over: its parts, decoded by the standard library whatever their transfer encoding."""

import email
import email.policy
import re
from collections.abc import Iterator
from contextlib import suppress
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import getaddresses
from html import unescape
from textwrap import dedent
from typing import cast

from core.text import clean_line

# A person writes less; what is longer is read no further.
MOST_TEXT = 100_000
_MOST_LINE = 10_000
_MOST_ANSWERED = 50
# What mailboxes and pipes put before a mail: a byte order mark, empty lines, the line that begins with "From ", or
# another one that is no header while the next one is.
_HEADER = rb"[!-9;-~]{1,100}[ \t]{0,20}:"
_BEFORE = re.compile(
    rb"(?:\xef\xbb\xbf)?[\r\n]*(?:>?From [^\r\n]*(?:\r\n|\n|\r))?"
    rb"(?:(?!" + _HEADER + rb")[^\r\n]{1,998}(?:\r\n|\n|\r)(?=" + _HEADER + rb"))?"
)
_BLANK = re.compile(r"(?m)^([!-9;-~]{1,100})[ \t]{1,20}:")
_ENCODING = re.compile(r"[a-z0-9-]{1,40}")
# What is written to be read as it stands; other kinds of text are code or another program's.
_PLAIN = {"text/plain", "text/markdown", "text/x-markdown"}
_HTML = {"text/html", "application/xhtml+xml", "text/enriched"}
_NAME = re.compile(r"<[^<>\s]{1,190}>")
_HIDDEN = {"style", "script", "title"}
_TAG = re.compile(r"(<[/!a-zA-Z][^<>]*>)")
_TAG_NAME = re.compile(r"<(/?)([a-zA-Z]{1,12}[1-6]?)(?![a-zA-Z0-9])[^<>]*>\Z")
_BLOCKS = {"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}


class Part(Message):
    """A part of a mail. One that encloses a mail stays as it came: the parser would read it before it is decoded."""

    @property
    def kind(self) -> str:
        """What it is: "message/delivery-status"."""
        return super().get_content_type()

    def get_content_type(self) -> str:
        """What the parser is to take it for (see the class)."""
        return "application/octet-stream" if self.kind.startswith("message/") else self.kind

    @property
    def content(self) -> str:
        """Its words, decoded; what is no text in the encoding it names becomes a sign in its place."""
        raw = self.get_payload(decode=True)
        text = _decoded(raw, self.get_content_charset("")) if isinstance(raw, bytes) else ""
        # PostgreSQL stores no NUL, and nobody means one.
        return text.replace("\0", "").replace("\r\r\n", "\n").replace("\r\n", "\n")


class AsWritten(email.policy.Compat32):
    """A policy of the parser's: what stands in headers beyond ASCII is read as a text is (RFC 6532)."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        return _decoded(value.encode("utf-8", "surrogateescape"), "")


def bare(raw: bytes) -> bytes:
    """The mail in `raw` from its first header on, each line of which ends once."""
    raw = raw.replace(b"\r\r\n", b"\r\n")
    found = _BEFORE.match(raw)
    return raw[found.end() :] if found else raw


def parse(raw: bytes) -> Part:
    """The mail in `raw`. Whatever is handed in, there is one; a mail within a mail is not looked into."""
    try:
        message = cast("Part", BytesParser(Part, policy=AsWritten()).parsebytes(raw))
        for part in message.walk():
            name_encoding(part)
    except RecursionError:
        return Part()
    return message


def name_encoding(part: Message) -> None:
    """Leave of its transfer encoding the name alone, which the standard library knows by nothing else: "base64;"."""
    name = "Content-Transfer-Encoding"
    found = _ENCODING.search(line(part, name).lower())
    if found:
        part.replace_header(name, found[0])


def _decoded(raw: bytes, charset: str) -> str:
    """Where no encoding is named that is known: UTF-8, or what old programs of the West write."""
    # As in "x-gbk" and "iso-8859-8-i", which Python knows without (RFC 1556: how its text is to be turned).
    for name in (charset, charset.removeprefix("x-"), charset.removesuffix("-i")):
        with suppress(LookupError, ValueError):
            if name and name != "us-ascii":
                return raw.decode(name, "replace")
    for guess in ("utf-8", "cp1252"):
        with suppress(UnicodeDecodeError):
            return raw.decode(guess)
    return raw.decode("utf-8", "replace")


def leaves(message: Part) -> Iterator[Part]:
    """Its parts that hold no further parts."""
    for part in message.walk():
        if isinstance(part, Part) and not part.is_multipart():
            yield part


def line(message: Message, name: str) -> str:
    """The header `name` on one line; empty where there is none."""
    return clean_line(str(message.get(name, "")).replace("\0", ""))[:_MOST_LINE]


def decoded(message: Message, name: str) -> str:
    """The header `name` on one line, its encoded words read (RFC 2047)."""
    try:
        return clean_line(str(make_header(decode_header(line(message, name)))).replace("\0", ""))
    except (LookupError, ValueError, HeaderParseError):
        return line(message, name)


def fields(text: str) -> list[Message]:
    """The groups of header fields in `text`, which blank lines part."""
    groups = re.split(r"\n(?:[ \t]*\n)+", text.strip("\n"))
    # Some servers indent them all, or put a blank before the colon.
    return [
        email.message_from_string(_BLANK.sub(r"\1:", dedent(group)) + "\n\n", policy=email.policy.compat32)
        for group in groups
        if group.strip()
    ]


def address(message: Message, name: str = "From") -> str:
    """The first address in the header `name`."""
    return next((found for found in addresses(message, name) if "@" in found), "")


def addresses(message: Message, name: str) -> list[str]:
    """What stands for addresses in the header `name`; none where its brackets are nested deeper than anybody means."""
    with suppress(RecursionError):
        return [found for _name, found in getaddresses([line(message, name)]) if found]
    return []


def answered(message: Message) -> tuple[str, ...]:
    """The Message-IDs of the mails that it answers, the nearest first (RFC 5322, 3.6.4)."""
    found = [*_names(line(message, "In-Reply-To")), *reversed(_names(line(message, "References")))]
    # The last is the one with which it all began.
    return tuple(dict.fromkeys([*found[:_MOST_ANSWERED], *found[-1:]]))


def _names(value: str) -> list[str]:
    """The Message-IDs in `value`; some programs leave their brackets out."""
    return _NAME.findall(value) or [f"<{word}>" for word in value.split()[:_MOST_ANSWERED] if "@" in word]


def words(message: Part) -> str:
    """What a person wrote: the plain text of it, or what is left of its HTML."""
    texts = [part for part in leaves(message) if part.get_content_disposition() != "attachment"]
    plain = [part.content for part in texts if part.kind in _PLAIN]
    if any(text.strip() for text in plain):
        return "\n".join(plain)[:MOST_TEXT].strip()
    return "\n".join(_of_html(part.content[:MOST_TEXT]) for part in texts if part.kind in _HTML).strip()


def _of_html(text: str) -> str:
    """The words between the tags, a line for each block. Python's own reader takes hours for some bad ones."""
    # What shows nothing ends where its own tag closes, and at the latest where the body begins. The end of the head,
    # and its beginning too, may be left out in HTML: a block is in no head.
    found, in_head, hidden = [], False, ""
    for piece in _TAG.split(text):
        tag = _TAG_NAME.match(piece)
        if tag is None:
            found.append("" if hidden or in_head else piece.replace("\n", " "))
            continue
        closes, name = tag[1], tag[2].lower()
        if name == "body":
            in_head, hidden = False, ""
        elif hidden:
            hidden = "" if closes and name == hidden else hidden
        elif name == "head":
            in_head = not closes and not piece.endswith("/>")
        elif name in _HIDDEN and not closes and not piece.endswith("/>"):
            hidden = name
        elif name in _BLOCKS:
            in_head = False
            found.append("\n")
    lines = unescape("".join(found)).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())
