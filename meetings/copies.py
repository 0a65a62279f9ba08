"""What is mailed to the address that a contact left: their answer and its time, written as it leaves."""

from datetime import datetime

from django.core.signing import BadSignature, Signer
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from centre.models import Centre
from contacts.models import Quiet
from core.keys import for_mail_server
from core.links import absolute, host
from core.models import Mail
from core.outbox import Attachment, Words
from meetings import answers, calendar
from meetings.models import Reply

SALT = "meetings.copies"
# Where there is nothing to tell, or nobody who wants to hear it.
UNTOLD = {"ask", "quiet", "held"}


def write(mail: Mail, now: datetime) -> Words | None:
    """The answer as it stands; None where the address was let go, or a later mail says what changed since."""
    rows = Reply.objects.select_related("meeting__contact", "meeting__owner")
    reply = rows.filter(pk=mail.about["reply"], mail_to=mail.to, meeting__owner__is_active=True).first()
    if reply is None or reply.meeting.sequence != mail.about["sequence"]:
        return None
    state = answers.state(reply, now)
    if state in UNTOLD or Quiet.holds(reply.meeting.contact) or Quiet.holds_address(mail.to):
        return None
    return words(reply, state, posted_at=mail.posted_at)


def words(reply: Reply, state: str, *, posted_at: datetime) -> Words:
    """What the mail says of `reply`, which is at `state` (meetings/answers.py), and the calendar file of its time."""
    meeting, owner, centre = reply.meeting, reply.meeting.owner, Centre.recent()
    zone = reply.zone or meeting.their_zone or centre.time_zone
    asker, stop = owner.name or _("a student"), stop_link(reply)
    state = "arranged" if state == "late" else state
    context = {
        "state": state,
        "meeting": meeting,
        "name": meeting.contact.addressed,
        "asker": asker,
        "arranged": meeting.in_words(zone, owner.zone) if meeting.stands else "",
        "was": meeting.in_words(zone, owner.zone),
        "proposed": answers.proposed(reply, zone, owner.zone),
        "stop": stop,
        "centre": centre,
    }
    subjects = {
        "arranged": _("Your conversation with %(name)s"),
        "called_off": _("Cancelled: your conversation with %(name)s"),
    }
    subject = subjects.get(state, _("Your reply to %(name)s")) % {"name": asker}
    root = f"<conversation-{meeting.uid}@{host()}>"
    headers = {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "In-Reply-To": root,
        "References": root,
    }
    if reply.show_address:
        headers["Reply-To"] = for_mail_server(owner.email)
    text = render_to_string("meetings/mail/copy.txt", context)
    return Words(subject, text, headers, _calendar_file(reply, posted_at))


def stop_link(reply: Reply) -> str:
    """The whole address that ends the mails about `reply` to the address that it holds now; it does nothing else."""
    sign = Signer(salt=SALT).sign(f"{reply.pk}.{reply.sign_of_address}")
    return absolute(reverse("reply:stop", args=[sign]))


def behind(sign: str) -> Reply | None:
    """The reply whose mails the link with `sign` ends; None where they have ended, or the link is none of ours."""
    try:
        pk, address = Signer(salt=SALT).unsign(sign).split(".")
    except (BadSignature, ValueError):
        return None
    found = Reply.objects.filter(pk=int(pk)).exclude(mail_to="").select_related("meeting").first()
    return found if found and constant_time_compare(found.sign_of_address, address) else None


def _calendar_file(reply: Reply, posted_at: datetime) -> tuple[Attachment, ...]:
    """Of the same moment at every attempt."""
    meeting = reply.meeting
    if meeting.sequence is None or meeting.starts_at is None:
        return ()
    file = calendar.attachment(
        meeting, for_contact=True, now=posted_at, shows_address=reply.show_address, mailed_to=reply.mail_to
    )
    return (file,)
