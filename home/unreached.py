"""Mails that reached nobody, told to the member whom they concern until they put the notice away."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from home.questions import UNREACHED


@dataclass(frozen=True)
class Unreached:
    """One such mail: its row's number, and a sentence with what to do."""

    pk: int
    words: str


def unreached(user: User) -> list[Unreached]:
    """The latest few for `user`."""
    return [Unreached(pk, _sentence(to, refused, why)) for pk, to, refused, why in UNREACHED.ask(user, timezone.now())]


def _sentence(to: str, refused: bool, why: str) -> str:
    if refused:
        words = _("We could not reach %(to)s: the mail server there said “%(why)s”. Check the address.")
    else:
        words = _("We tried for two days and could not reach %(to)s (“%(why)s”). Try another way to write to them.")
    return words % {"to": to, "why": why}
