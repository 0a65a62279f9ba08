"""Many invitations at once, and one sentence about what came of them."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Invitation, User

# So many addresses are named in a sentence; the rest are counted.
NAMED = 5


@dataclass
class Invited:
    """Which addresses were invited, and which needed no invitation."""

    invited: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)

    def words(self) -> str:
        """What happened, in one to three sentences."""
        sentences = []
        if self.invited:
            count = len(self.invited)
            sentences.append(
                ngettext("%(n)d invitation is on its way.", "%(n)d invitations are on their way.", count) % {"n": count}
            )
        if self.members:
            sentences.append(_named(self.members, _("Already a member: %(who)s.")))
        if self.waiting:
            sentences.append(_named(self.waiting, _("Already invited: %(who)s.")))
        return " ".join(sentences)


def invite_all(*, by: User, now: datetime, emails: list[str], role: str) -> Invited:
    """Invite each of `emails` that is neither a member nor invited; all or, on a fault, none."""
    result = Invited()
    with transaction.atomic():
        for email in emails:
            try:
                Invitation.invite(by=by, now=now, email=email, role=role)
            except Invitation.AlreadyMember:
                result.members.append(email)
            except Invitation.AlreadyInvited:
                result.waiting.append(email)
            else:
                result.invited.append(email)
    return result


def _named(emails: list[str], sentence: str) -> str:
    who = ", ".join(emails[:NAMED])
    more = len(emails) - NAMED
    if more > 0:
        who = ngettext("%(who)s and %(n)d more", "%(who)s and %(n)d more", more) % {"who": who, "n": more}
    return sentence % {"who": who}
