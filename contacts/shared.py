"""What another app shared with Halfhour: a page with its title, some words, a link."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Self
from urllib.parse import urlencode

from django.urls import reverse

from core.keys import bare_link
from core.text import clean_line, clean_text

_LINK = re.compile(r"https?://\S+")
# What was shared, by the names of the web app manifest, which the forms it is carried to take as well.
NAMES = ("title", "text", "url")


@dataclass(frozen=True)
class Shared:
    """What was shared; each part may be missing."""

    title: str
    text: str
    url: str

    @classmethod
    def of(cls, sent: Mapping[str, Any]) -> Self:
        """What an address brings. Many apps put the link among the words."""
        title, text, url = (str(sent.get(name, "")) for name in NAMES)
        if not url and (link := _LINK.search(text)):
            url, text = link[0], text.replace(link[0], " ")
        return cls(clean_line(title), clean_text(text).strip(), bare_link(url))

    def __bool__(self) -> bool:
        return bool(self.title or self.text or self.url)

    @property
    def key(self) -> str:
        """Which words these are: a form that holds them keeps drafts of its own. "" where nothing was shared."""
        return sha256(self.query.encode()).hexdigest()[:12] if self else ""

    @property
    def words(self) -> str:
        """The title and the words, each once."""
        return self.text if self.title in self.text else f"{self.title}\n{self.text}".strip()

    @property
    def as_finding(self) -> dict[str, str]:
        """What the form of a finding begins with."""
        return {"text": self.words, "source_link": self.url}

    @property
    def as_person(self) -> dict[str, str]:
        """What the form of a person begins with: a page is called after whom it is about."""
        return {"name": self.title, "known_words": self.text, "profile_link": self.url}

    @property
    def query(self) -> str:
        """The same as the end of an address."""
        given = {name: getattr(self, name) for name in NAMES}
        return urlencode({name: value for name, value in given.items() if value})

    @property
    def to_person(self) -> str:
        """Where it becomes somebody new."""
        return f"{reverse('contacts:add')}?{self.query}"

    def to_research(self, pk: int) -> str:
        """Where it becomes a finding about the person `pk`."""
        return f"{reverse('contacts:research', args=[pk])}?{self.query}"
