"""The links in reminders: signed, good for one act about one row, and kept nowhere.

A link says its act, its member, what it is about, what its mail showed, and its last day; the signature proves it.
Nothing in it is drawn by lot and no clock is read, so a mail that is sent twice is the same to the letter.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from accounts.models import User
from core.links import absolute
from followups.models import Followup, Reminding

SALT = "followups.reminders"
ACTS = ("done", "postpone", "rest")
STOP = "stop"
# An act is about a row that goes on living; who wants no more mails may say so from an old one.
GOOD_FOR = {STOP: timedelta(days=365)}
ACT_GOOD_FOR = timedelta(days=30)


class Ended(Exception):
    """The link is cut short, forged, too old, or of somebody who is gone; nobody outside learns which."""


@dataclass(frozen=True)
class Stop:
    """To end the mails of one kind."""

    member: User
    kind: str


@dataclass(frozen=True)
class Act:
    """An act about one follow-up, as it stood in the mail."""

    act: str
    member: User
    followup: Followup
    seen: int

    @property
    def is_left(self) -> bool:
        """Whether there is something left to do: a row that was put off is not put off again by the same mail."""
        moved = _seconds(self.followup.due_at) != self.seen
        return self.followup.is_open and not (self.act == "postpone" and moved)


def act_link(act: str, pk: int, *, owner: int, due_at: datetime, posted_at: datetime) -> str:
    """The whole address that does `act` (of ACTS) to the follow-up `pk` of `owner`.

    In: `due_at` as the mail shows it, `posted_at` of that mail.
    """
    return _link(act, owner, pk, _seconds(due_at), posted_at)


def stop_link(kind: str, member: User, *, posted_at: datetime) -> str:
    """The whole address that ends the mails of `kind` (of Reminding.Kind) to `member`."""
    return _link(STOP, member.pk, kind, 0, posted_at)


def opened(token: str, *, now: datetime) -> Act | Stop:
    """What the link with `token` is for. Raises Ended."""
    try:
        act, member, about, seen, until = Signer(salt=SALT).unsign(token).split(".")
        if now.timestamp() > int(until):
            raise Ended
        owner = User.objects.active().get(pk=int(member))
        if act == STOP:
            return Stop(owner, Reminding.Kind(about).value)
        followup = Followup.objects.editable_by(owner).with_people().get(pk=int(about))
    except (BadSignature, ValueError, User.DoesNotExist, Followup.DoesNotExist) as error:
        raise Ended from error
    return Act(act, owner, followup, int(seen))


def _link(act: str, member: int, about: int | str, seen: int, posted_at: datetime) -> str:
    until = _seconds(posted_at + GOOD_FOR.get(act, ACT_GOOD_FOR))
    token = Signer(salt=SALT).sign(f"{act}.{member}.{about}.{seen}.{until}")
    return absolute(reverse("reminders:do", args=[token]))


def _seconds(moment: datetime) -> int:
    return int(moment.astimezone(UTC).timestamp())
