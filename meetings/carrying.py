"""What a letter says that the centre's server carries: the student's words, and the link by which to answer."""

from datetime import datetime

from django.utils.translation import gettext as _

from centre.models import Centre
from contacts.models import Quiet
from core.models import Mail
from core.outbox import Words
from meetings.models import Message, Reply
from meetings.models.dispatch import Dispatch

# A header is no place for more.
MOST_REFERENCES = 20


def write(mail: Mail, now: datetime) -> Words | None:
    """The letter that `mail` is about, as it leaves; None where it went or its reader asked to be left alone.

    Nor does it leave in the name of a member whose account was closed meanwhile: nobody would read the answer.
    """
    rows = Message.objects.select_related("meeting__contact__referred_by", "meeting__owner")
    message = rows.filter(pk=mail.about["message"]).exclude(body="").first()
    if message is None or not message.meeting.owner.is_active or Quiet.holds(message.recipient):
        return None
    body = message.body_with(Reply.address_for(message, now=now))
    names = {"student": message.meeting.owner.name or _("a student"), "centre": Centre.recent().name}
    sender = (
        _("Sent for %(student)s by %(centre)s. If you reply to this email, your reply goes to %(student)s.") % names
    )
    # A mail without a subject looks like nobody's.
    subject = message.subject or _("A message from %(student)s") % names
    return Words(subject, f"{body}\n\n-- \n{sender}\n", _thread(message))


def _thread(message: Message) -> dict[str, str]:
    """The headers by which their mail program shows the letters of one conversation together (RFC 5322, 3.6.4)."""
    names = list(Dispatch.objects.before(message).values_list("mail_name", flat=True))[-MOST_REFERENCES:]
    return {"In-Reply-To": names[-1], "References": " ".join(names)} if names else {}
