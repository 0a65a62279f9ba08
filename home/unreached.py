"""Mails that reached nobody, told to the member whom they concern until they put the notice away."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import User
from core.models import Mail

FEW = 3


@dataclass(frozen=True)
class Unreached:
    """One such mail: its row's number, and a sentence with what to do."""

    pk: int
    words: str


def unreached(user: User) -> list[Unreached]:
    """The latest few for `user`; asked only where their row says that there is one."""
    if not user.has_unreached:
        return []
    found = Mail.objects.failed_for(user).values_list("pk", "to", "refused", "why", named=True)[:FEW]
    return [Unreached(mail.pk, _sentence(mail.to, mail.refused, mail.why)) for mail in found]


def _sentence(to: str, refused: bool, why: str) -> str:
    if refused:
        words = _("We could not reach %(to)s: the mail server there said “%(why)s”. Check the address.")
    else:
        words = _("We tried for two days and could not reach %(to)s (“%(why)s”). Try another way to write to them.")
    return words % {"to": to, "why": why}
