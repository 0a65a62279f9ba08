"""Many invitations at once, and one sentence about what came of them."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Invitation, User
from core.apart import is_of_the_server, log_bad

# So many addresses are named in a sentence; the rest are counted.
NAMED = 5


@dataclass
class Invited:
    """Which addresses were invited, which needed no invitation, and at which it failed."""

    invited: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def words(self) -> str:
        """What happened, in one to four sentences."""
        sentences = []
        if self.invited:
            count = len(self.invited)
            sentences.append(
                ngettext("We’re sending %(n)d invitation.", "We’re sending %(n)d invitations.", count) % {"n": count}
            )
        if self.members:
            sentences.append(_named(self.members, _("Already a member: %(who)s.")))
        if self.waiting:
            sentences.append(_named(self.waiting, _("Already invited: %(who)s.")))
        if self.failed:
            sentences.append(_named(self.failed, _("Something went wrong, so we couldn’t invite %(who)s.")))
        return " ".join(sentences)


def invite_all(*, by: User, now: datetime, emails: list[str], role: str) -> Invited:
    """Invite each of `emails` that is neither a member nor invited; one at which it fails keeps back no other."""
    result = Invited()
    with transaction.atomic():
        for number, email in enumerate(emails, 1):
            try:
                with transaction.atomic():
                    Invitation.invite(by=by, now=now, email=email, role=role)
            except Invitation.AlreadyMember:
                result.members.append(email)
            except Invitation.AlreadyInvited:
                result.waiting.append(email)
            except Exception as error:
                if is_of_the_server(error):
                    raise
                log_bad("address", number, error)
                result.failed.append(email)
            else:
                result.invited.append(email)
    return result


def _named(emails: list[str], sentence: str) -> str:
    who = ", ".join(emails[:NAMED])
    more = len(emails) - NAMED
    if more > 0:
        who = ngettext("%(who)s and %(n)d more", "%(who)s and %(n)d more", more) % {"who": who, "n": more}
    return sentence % {"who": who}
