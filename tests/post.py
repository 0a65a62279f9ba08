"""Mails of a test: sent by the real worker's hand, and read."""

from dataclasses import dataclass, field
from datetime import datetime
from html.parser import HTMLParser

from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from core import sending


def delivered(now: datetime | None = None) -> list[EmailMessage]:
    """Send what waits in the outbox; every mail that has left so far, in order."""
    sending.send_due(now=lambda: now or timezone.now())
    return list(mail.outbox)


@dataclass
class ReadPage(HTMLParser):
    """What a reader meets in the HTML part of a mail: its words, where its links lead, and everything it is made of."""

    page: str
    words: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    style: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag == "a":
            self.links.append(("", dict(attrs).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        *_before, last = [tag for tag in self.tags if tag in {"style", "title", "a", "/style", "/title", "/a"}] or [""]
        if last == "style":
            self.style += data
        elif last == "title":
            self.title += data
        else:
            self.words += data.split()
            if last == "a":
                words, href = self.links[-1]
                self.links[-1] = (words + data, href)


def page_of(letter: EmailMessage) -> ReadPage:
    """The HTML part of `letter` as it is read; raises ValueError where it has none, or several."""
    [(page, kind)] = getattr(letter, "alternatives", [])
    if kind != "text/html":
        raise ValueError(kind)
    return ReadPage(str(page))
