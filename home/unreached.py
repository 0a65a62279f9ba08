"""Mails that reached nobody, told to the member whom they concern until they put the notice away."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from core.models import Mail
from core.models.mail import PAUSES

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
    found = Mail.objects.failed_for(user).values_list("pk", "to", "refused", "attempts", "why", named=True)[:FEW]
    return [Unreached(mail.pk, _sentence(mail)) for mail in found]


def _sentence(mail: Any) -> str:
    if mail.refused:
        words = _("We couldn’t deliver your email to %(to)s. Their mail server said “%(why)s”. Check the address.")
    elif mail.attempts > len(PAUSES):
        words = _("We tried for two days and couldn’t reach %(to)s (“%(why)s”). Try another way to contact them.")
    else:
        words = _("We didn’t send your email to %(to)s. The reason was “%(why)s”. Ask if they got it, or write again.")
    return words % {"to": mail.to, "why": mail.why}
