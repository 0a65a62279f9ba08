"""Each kind of mail with example words: the rooms that write mails register theirs, and a director looks at them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core import mail_page
from core.outbox import Words, tidy

# (the member who looks, now) to the words of the mail, with names and times that are made up.
Sampler = Callable[[Any, datetime], Words]
# Whom made-up mails are about, and who gets them.
WHO, FIRST, LAST = _("Dr. Ada Example"), _("Sam"), _("Example")


class SampleMail(NamedTuple):
    """A mail as it would leave."""

    kind: str
    to: str | Promise
    words: Words

    @property
    def text(self) -> str:
        return tidy(self.words.text)

    @property
    def page(self) -> str:
        return mail_page.page(self.words.subject, self.text)


_samplers: dict[str, tuple[str | Promise, Sampler]] = {}


def register_sample(kind: str, sampler: Sampler, *, to: str | Promise) -> None:
    """Show the mails of `kind`, which go `to` such people, as `sampler` writes one; called from AppConfig.ready."""
    _samplers[kind] = (to, sampler)


def samples(reader: Any, now: datetime) -> list[SampleMail]:
    """One of each kind, to `reader`."""
    return [SampleMail(kind, to, sampler(reader, now)) for kind, (to, sampler) in _samplers.items()]


def sample(kind: str, reader: Any, now: datetime) -> SampleMail | None:
    """The one of this kind; None where there is none."""
    found = _samplers.get(kind)
    return SampleMail(kind, found[0], found[1](reader, now)) if found else None
