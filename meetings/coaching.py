"""What the coach says of a letter, as the desk shows it beside the words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from centre.models import Centre
from coach.drafts import SPOKEN, kind
from coach.messages.check import check
from coach.review import MessageText, Remark, Review, Severity
from contacts.models import Contact
from meetings.facts import gather
from meetings.models import Message

# Ways of knowing somebody that mean to have met.
MET = {
    Contact.Known.EVENT,
    Contact.Known.PARTY,
    Contact.Known.INTERNSHIP,
    Contact.Known.MANAGER,
    Contact.Known.FAMILY,
    Contact.Known.TEACHER,
}


@dataclass(frozen=True)
class Advice:
    """The coach's line and remarks about one text; those that its writer silenced are only counted."""

    line: str
    remarks: tuple[Remark, ...]
    silenced: int
    essentials: tuple[tuple[str, bool], ...]
    mended: bool
    spoken: bool

    @property
    def whole(self) -> bool:
        """Whether every essential is there."""
        return all(there for _name, there in self.essentials)

    @property
    def standing(self) -> str:
        """ "good" where nothing is missing or wrong, otherwise "due"."""
        return "due" if any(found.severity != Severity.HINT for found in self.remarks) else "good"


def advice(message: Message, *, now: datetime) -> Advice:
    """What the coach says of `message` as it stands, by the centre's numbers."""
    return said_of(review(message, now=now), message)


def review(message: Message, *, now: datetime) -> Review:
    """The coach's review of `message`, with what is known of the conversation."""
    facts = gather(message.meeting, message.occasion, now=now)
    contact = message.meeting.contact
    met = message.channel == Contact.Channel.IN_PERSON or contact.known in MET or message.meeting.held_at is not None
    words = MessageText(
        kind=kind(message.occasion), channel=message.channel, subject=message.subject, body=message.body_for_coach
    )
    return check(words, facts, met=met, policy=Centre.recent().policy)


def said_of(review: Review, text: Message) -> Advice:
    """`review` without what the writer of `text` means as it stands, and in one line."""
    heard = tuple(found for found in review.remarks if found.key not in text.silenced)
    return Advice(
        line=_line(review, heard, spoken=text.channel in SPOKEN),
        remarks=heard,
        silenced=len(review.remarks) - len(heard),
        essentials=review.essentials,
        mended=text.before_mend is not None,
        spoken=text.channel in SPOKEN,
    )


def _line(review: Review, heard: tuple[Remark, ...], *, spoken: bool) -> str:
    """ "3 of 4 essentials there · 1 thing to mend"."""
    parts = []
    there, of = sum(stands for _name, stands in review.essentials), len(review.essentials)
    if of:
        parts.append(
            _("All %(of)s essentials included") % {"of": of}
            if there == of
            else _("%(there)s of %(of)s essentials included") % {"there": there, "of": of}
        )
    faults = sum(found.severity == Severity.FAULT for found in heard)
    hints = sum(found.severity == Severity.HINT for found in heard)
    if faults:
        parts.append(ngettext("%(n)s thing to fix", "%(n)s things to fix", faults) % {"n": faults})
    if hints:
        parts.append(ngettext("%(n)s thing to think about", "%(n)s things to think about", hints) % {"n": hints})
    if not faults and not hints and there == of:
        parts.append(_("ready to say") if spoken else _("ready to send"))
    return " · ".join(parts)
