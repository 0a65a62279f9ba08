"""What contacts answer to the centre's address: their calendar's answer counts, their words reach the student."""

import base64
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail as posted
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from centre.models import Centre
from contacts.models import Touch
from core import arriving, return_path, sending
from core.models import Arrival, Mail
from meetings.models import Dispatch, Meeting, Reply
from tests.cast import NOW, a_meeting
from tests.core.corpus import kinds, raw
from tests.meetings.builders import TOMORROW, a_draft, anew, arranged, fix, held, invited, touches
from tests.post import delivered

pytestmark = pytest.mark.django_db

Kind = Arrival.Kind
SOON = NOW + timedelta(hours=2)
THEIRS = "efua.osei@example.org"


def an_answer(
    meeting: Meeting,
    partstat: str = "ACCEPTED",
    *,
    method: str = "REPLY",
    attendee: str = THEIRS,
    sender: str = THEIRS,
    sequence: int | None = None,
    at: datetime = TOMORROW,
    stamp: datetime = SOON,
    more: str = "",
    how: str = "outlook",
) -> bytes:
    """What the contact's calendar program sends when they press a button."""
    number = (meeting.sequence or 0) if sequence is None else sequence
    lines = f"""BEGIN:VCALENDAR
PRODID:-//Somebody//Calendar//EN
VERSION:2.0
METHOD:{method}
BEGIN:VEVENT
UID:{meeting.uid}@localhost
SEQUENCE:{number}
DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}
DTSTART:{at:%Y%m%dT%H%M%SZ}
ORGANIZER:mailto:careers@example.edu
ATTENDEE;PARTSTAT={partstat};CN=Efua Osei{more}:mailto:{attendee}
COMMENT:See you there
END:VEVENT
END:VCALENDAR
"""
    coded = base64.encodebytes(lines.encode()).decode()
    head = f"From: Efua Osei <{sender}>\nTo: careers@example.edu\nSubject: Accepted: Conversation\nMessage-ID: <i1@x>\n"
    bodies = {
        "outlook": f'Content-Type: text/calendar; charset="utf-8"; method={method}\n\n{lines}',
        "gmail": (
            'Auto-Submitted: auto-generated\nContent-Type: multipart/mixed; boundary="m"\n\n--m\n'
            'Content-Type: multipart/alternative; boundary="a"\n\n--a\nContent-Type: text/plain\n\nEfua has answered.\n'
            f'--a\nContent-Type: text/calendar; charset="UTF-8"; method={method}\nContent-Transfer-Encoding: base64\n\n'
            f"{coded}\n--a--\n--m\nContent-Type: application/ics; name=invite.ics\nContent-Transfer-Encoding: base64\n"
            f"Content-Disposition: attachment; filename=invite.ics\n\n{coded}\n--m--\n"
        ),
    }
    return (head + "MIME-Version: 1.0\n" + bodies[how]).encode()


def take_in(raw_mail: bytes, now: datetime = SOON) -> str:
    return arriving.take_in(raw_mail, now=now)


@pytest.mark.parametrize("how", ["outlook", "gmail"])
def test_an_acceptance_is_the_contacts_answer(amina: User, how: str) -> None:
    meeting = arranged(amina)
    assert take_in(an_answer(meeting, how=how)) == Kind.CALENDAR
    reply = Reply.objects.get(meeting=meeting)
    assert (reply.answer, reply.answered_at, reply.line) == (Reply.Answer.ACCEPTED, SOON, "See you there")
    assert ("answered", "Confirmed the time") in touches(meeting)
    # Handed in once more it changes nothing.
    assert take_in(an_answer(meeting, how=how), SOON + timedelta(hours=1)) == Kind.CALENDAR
    assert Reply.objects.get(meeting=meeting).version == reply.version
    assert Mail.objects.get().kind == "news"


@pytest.mark.parametrize("charset", ["iso-8859-1", "cp1252", "utf-16", "utf-8-sig"])
def test_an_answer_is_read_in_the_encoding_it_names(amina: User, charset: str) -> None:
    meeting = arranged(amina)
    head, text = an_answer(meeting).decode().replace("See you there", "Grüße aus Köln").split("\n\n", 1)
    head = head.replace('charset="utf-8"', f'charset="{charset.removesuffix("-sig")}"')
    coded = base64.encodebytes(text.encode(charset))
    assert take_in(f"{head}\nContent-Transfer-Encoding: base64\n\n".encode() + coded) == Kind.CALENDAR
    assert Reply.objects.get(meeting=meeting).line == "Grüße aus Köln"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("END:VCALENDAR\n", ""),
        ("BEGIN:VEVENT", "BEGIN:VTIMEZONE\nTZID:Nowhere\nEND:VTIMEZONE\nBEGIN:VEVENT"),
        (f"DTSTAMP:{SOON:%Y%m%dT%H%M%SZ}", "DTSTAMP:yesterday"),
        ("COMMENT:See you there", "COMMENT:See\nCOMMENT:you there"),
        (f":mailto:{THEIRS}", f';EMAIL="{THEIRS}":invalid:nomail'),
        ("Content-Type: text/calendar", 'Content-Type: application/octet-stream; name="invite.ics"'),
        ("Content-Type: text/calendar", "Content-Type: text/x-vcalendar"),
    ],
    ids=["cut off", "zone", "stamp", "two lines", "address beside", "a file", "an old name"],
)
def test_what_is_broken_beside_an_answer_does_not_keep_it(amina: User, old: str, new: str) -> None:
    meeting = arranged(amina)
    assert take_in(an_answer(meeting).decode().replace(old, new).encode()) == Kind.CALENDAR
    reply = Reply.objects.get(meeting=meeting)
    assert (reply.answer, reply.line) == (Reply.Answer.ACCEPTED, "See you there")


def test_a_refusal_calls_the_conversation_off(amina: User) -> None:
    meeting = arranged(amina)
    assert take_in(an_answer(meeting, "DECLINED")) == Kind.CALENDAR
    meeting.refresh_from_db()
    assert (meeting.cancelled_at, meeting.cancel_reason) == (SOON, "See you there")
    assert Reply.objects.get(meeting=meeting).answer == Reply.Answer.CANCELLED


def test_another_time_is_a_proposal(amina: User) -> None:
    meeting = arranged(amina)
    later = TOMORROW + timedelta(hours=3)
    assert take_in(an_answer(meeting, "NEEDS-ACTION", method="COUNTER", at=later)) == Kind.CALENDAR
    reply = Reply.objects.get(meeting=meeting)
    assert (reply.answer, reply.proposed_at) == (Reply.Answer.PROPOSED, later)
    meeting.refresh_from_db()
    assert meeting.starts_at == TOMORROW


@pytest.mark.parametrize(
    ("start", "hour"),
    [
        (":20261203T140000", "2026-12-03 14:00"),
        (";TZID=Zone7:20261203T140000", "2026-12-03 14:00"),
        (';TZID="(UTC+01:00) Amsterdam, Berlin":20261203T140000', "2026-12-03 14:00"),
        (":99991231T235900Z", ""),
        (";VALUE=DATE:20261203", ""),
    ],
)
def test_an_hour_that_is_not_certain_is_passed_on_in_words(amina: User, start: str, hour: str) -> None:
    meeting = arranged(amina)
    text = an_answer(meeting, "NEEDS-ACTION", method="COUNTER").decode()
    assert take_in(re.sub(r"(?m)^DTSTART.*$", f"DTSTART{start}", text).encode()) == Kind.PASSED_ON
    assert not Reply.objects.filter(meeting=meeting).exclude(answer="").exists()
    body = delivered(SOON)[0].body
    assert "The calendar of efua.osei@example.org proposed another time" in body
    assert hour in body


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("DTSTART:20261203T140000Z", "DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20261203T150000"),
        ("METHOD:COUNTER\n", ""),
        ("UID:", "UID:upper"),
    ],
)
def test_another_time_is_read_however_its_program_writes(amina: User, old: str, new: str) -> None:
    meeting = arranged(amina)
    at = datetime(2026, 12, 3, 14, tzinfo=UTC)
    text = an_answer(meeting, "NEEDS-ACTION", method="COUNTER", at=at).decode()
    assert old in text
    text = (
        text.replace(f"UID:{meeting.uid}@", f"UID:{meeting.uid}@".upper()) if "upper" in new else text.replace(old, new)
    )
    assert take_in(text.encode()) == Kind.CALENDAR
    assert Reply.objects.get(meeting=meeting).proposed_at == at


def test_an_assistant_may_answer_where_their_calendar_says_so(amina: User) -> None:
    meeting = arranged(amina)
    sent_by = ';SENT-BY="mailto:desk@example.org"'
    assert take_in(an_answer(meeting, sender="desk@example.org", more=sent_by)) == Kind.CALENDAR


@pytest.mark.parametrize(
    "more",
    [
        {"attendee": "somebody@example.net", "sender": "somebody@example.net"},
        {"sender": "somebody@example.net"},
        {"partstat": "TENTATIVE"},
        {"partstat": "DELEGATED"},
        {"sequence": 0, "partstat": "DECLINED"},
    ],
    ids=["somebody else was asked", "somebody else writes", "for now", "to another", "of an earlier time"],
)
def test_what_proves_nothing_changes_nothing_and_the_student_reads_it(amina: User, more: dict[str, object]) -> None:
    meeting = arranged(amina)
    fix(meeting, TOMORROW + timedelta(hours=1))
    before = Meeting.objects.values().get(pk=meeting.pk)
    assert take_in(an_answer(meeting, **more)) == Kind.PASSED_ON  # type: ignore[arg-type]
    assert Meeting.objects.values().get(pk=meeting.pk) == before
    assert not Reply.objects.filter(meeting=meeting).exclude(answer="").exists()
    (letter,) = delivered()
    assert letter.to == [amina.email]
    assert "your invitation" in letter.body


def test_what_comes_too_late_is_read_by_the_student(amina: User) -> None:
    meeting = arranged(amina)
    late = TOMORROW - timedelta(minutes=30)
    assert take_in(an_answer(meeting, "DECLINED", stamp=late), late) == Kind.PASSED_ON
    meeting.refresh_from_db()
    assert meeting.cancelled_at is None
    assert "declined your invitation" in delivered(late)[0].body


def test_an_answer_older_than_that_of_their_page_does_not_replace_it(amina: User) -> None:
    reply = invited(amina)
    offer = reply.offers.get(position=1)
    anew(reply).accept(offer.pk, now=SOON, zone="Africa/Accra", mode="online")
    meeting = Meeting.objects.get(pk=reply.meeting_id)
    assert take_in(an_answer(meeting, "DECLINED", stamp=NOW), SOON + timedelta(minutes=1)) == Kind.CALENDAR
    meeting.refresh_from_db()
    assert meeting.cancelled_at is None


@pytest.mark.parametrize("uid", ["nobody", "6f9f1f6e-3f2f-4d8e-9d6f-1f6e3f2f4d8e"])
def test_an_answer_to_an_invitation_of_others_is_counted(amina: User, uid: str) -> None:
    meeting = held(amina)
    assert take_in(an_answer(meeting).replace(str(meeting.uid).encode(), uid.encode())) == Kind.OTHER
    assert not Mail.objects.exists()


@pytest.mark.parametrize("junk", [b"BEGIN:VCALENDAR", b"METHOD:REPLY\nUID:x", b"\xff\xfe", b"BEGIN:VEVENT\nEND:VEVENT"])
def test_a_calendar_file_that_is_none_is_counted(amina: User, junk: bytes) -> None:
    assert take_in(b"From: a@b.example\nContent-Type: text/calendar; method=REPLY\n\n" + junk) == Kind.OTHER


@pytest.fixture
def letter(amina: User, centre: Centre) -> Dispatch:
    """A request that the centre carried and that left."""
    centre.revise(seen=None, sends_for_students=True, sends_a_day=5)
    Dispatch.send(a_draft(a_meeting(amina)), by=amina, now=NOW)
    sending.send_due(now=lambda: NOW)
    posted.outbox.clear()
    return Dispatch.objects.get()


@pytest.mark.parametrize("kind", kinds("person"))
def test_a_persons_words_reach_the_student(letter: Dispatch, amina: User, kind: str) -> None:
    carried = Mail.objects.get()
    assert take_in(raw(f"person/{kind}", carried)) == Kind.PASSED_ON
    (mail,) = delivered(SOON)
    assert (mail.to, mail.reply_to) == ([amina.email], [THEIRS])
    assert mail.subject == "An answer of Dr. Efua Osei: Re: A question about your work"
    assert "Thursday suits me." in mail.body
    assert "margin" not in mail.body
    assert letter.message.meeting.get_absolute_url() in mail.body
    assert mail.extra_headers["In-Reply-To"] == "<answer-1@example.org>"
    assert mail.extra_headers["References"] == f"{carried.message_id} <answer-1@example.org>"
    # Their words are kept no longer than it takes to pass them on.
    assert "Thursday" not in str(Mail.objects.values().get(kind="answer"))
    # Nobody was refused, and the same mail handed in twice is passed on once.
    assert take_in(raw(f"person/{kind}", carried)) == Kind.PASSED_ON
    assert len(delivered(SOON)) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<NAME>", "NAME"),
        (
            "In-Reply-To: <NAME>\r\nReferences: <NAME>",
            "References: <NAME>" + "".join(f" <{n}@y.example>" for n in range(80)),
        ),
        (f"From: Efua Osei <{THEIRS}>", "From: Efua Ôsei <efua@exämple.org>"),
        ("charset=utf-8", "charset=x-unknown"),
    ],
    ids=["without brackets", "long after", "beyond ASCII", "no known encoding"],
)
def test_an_answer_finds_its_student_however_its_program_writes(letter: Dispatch, old: str, new: str) -> None:
    carried = Mail.objects.get()
    name = carried.message_id.strip("<>")
    text = raw("person/plain", carried).decode()
    assert (old := old.replace("NAME", name)) in text
    assert take_in(text.replace(old, new.replace("NAME", name)).encode()) == Kind.PASSED_ON
    (mail,) = delivered(SOON)
    assert "Thursday suits me." in mail.body
    assert mail.reply_to == ["efua@xn--exmple-cua.org" if "exämple" in new else THEIRS]


@pytest.mark.parametrize("name", ["postmaster", "postmaster.osei"])
def test_a_person_whose_address_begins_like_a_servers_is_a_person(letter: Dispatch, name: str) -> None:
    carried = Mail.objects.get()
    text = raw("person/plain", carried).decode().replace(f"<{THEIRS}>", f"<{name}@example.org>")
    text = text.replace("Call 550 5678", f"Room 512 please. We had 550 5.1.1 here.\r\n{return_path.mark(carried)}")
    assert take_in(text.encode()) == Kind.PASSED_ON
    assert "Room 512 please." in delivered(SOON)[0].body
    assert Mail.objects.get(pk=carried.pk).state == Mail.State.SENT


@pytest.mark.parametrize(
    "html",
    [
        "<html><head><meta charset=utf-8><body><p>{}</p>",
        "<html><head><meta charset=utf-8><title>No</title><p>{}</p>",
        "<head/><p>{}</p>",
        "<head><title/><style/><script src=x /></head><p>{}</p>",
        "<head><title>No<body>{}",
        "<head><style>p {{}}<body>{}",
    ],
)
def test_words_in_careless_html_reach_the_student(letter: Dispatch, html: str) -> None:
    head, _text = (
        raw("person/plain", Mail.objects.get()).decode().replace("text/plain", "text/html").split("\r\n\r\n", 1)
    )
    assert take_in(f"{head}\n\n{html.format('Thursday suits me.')}".encode()) == Kind.PASSED_ON
    body = delivered(SOON)[0].body
    assert "\nThursday suits me.\n" in body
    assert "No" not in body


UNREAD = "Something that cannot be read here."
CUT = "multipart/mixed; boundary=cut\n\n"


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("application/pkcs7-mime; smime-type=signed-data\nContent-Transfer-Encoding: base64\n\nMIIB", UNREAD),
        (
            'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=cut\n\n--cut\n'
            "Content-Type: application/pgp-encrypted\n\nVersion: 1\n--cut\n"
            "Content-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n--cut--\n",
            UNREAD,
        ),
        ("image/png\nContent-Transfer-Encoding: base64\n\niVBORw0=", UNREAD),
        ("multipart/mixed\n\nThursday suits me.", UNREAD),
        (f"{CUT}Thursday suits me.\n--cut\nContent-Type: image/png\n\nx\n--cut--\n", UNREAD),
        ("text/plain\n\n", UNREAD),
        ("text/markdown\n\nThursday *suits* me.", "Thursday *suits* me."),
        ("text/enriched\n\nThursday <bold>suits</bold> me.", "Thursday suits me."),
        ("application/xhtml+xml\n\n<html><body><p>Thursday suits me.</p></body></html>", "Thursday suits me."),
        ("text/plain\nContent-Transfer-Encoding: base64;\n\nVGh1cnNkYXkgc3VpdHMgbWUu", "Thursday suits me."),
    ],
)
def test_whatever_answers_a_letter_reaches_the_student(letter: Dispatch, body: str, read: str) -> None:
    head = raw("person/plain", Mail.objects.get()).decode().partition("Content-Type")[0]
    assert take_in(f"{head}Content-Type: {body}".encode()) == Kind.PASSED_ON
    assert read in delivered(SOON)[0].body


@pytest.mark.parametrize(
    "header",
    [
        "Subject: Out of the office next week - Thursday?", "Subject: Abwesenheit: Donnerstag statt Mittwoch",
        'Auto-Submitted: "no"', "List-Unsubscribe: <mailto:x@y.test>", "List-Id: <team.example.org>",
        "X-Auto-Response-Suppress: All", "Precedence: list", "This line is no header",
    ],
)  # fmt: skip
def test_a_persons_answer_reaches_the_student_whatever_marks_it(letter: Dispatch, header: str) -> None:
    lines = raw("person/plain", Mail.objects.get()).decode().split("\r\n")
    lines = [line for line in lines if not line.startswith(f"{header.partition(':')[0]}:")]
    assert take_in("\r\n".join([header, *lines]).encode()) == Kind.PASSED_ON
    assert "Thursday suits me." in delivered(SOON)[0].body


def test_a_file_without_words_reaches_the_student_by_its_name(letter: Dispatch) -> None:
    head = raw("person/plain", Mail.objects.get()).decode().partition("MIME-Version")[0]
    kind = "Content-Type: application/pdf\nContent-Disposition: attachment; filename=plan.pdf\n\n%PDF"
    assert take_in(f"{head}{kind}".encode()) == Kind.PASSED_ON
    assert "files, which are not passed on: plan.pdf." in delivered(SOON)[0].body


def test_words_reach_the_student_when_the_mail_itself_was_forgotten(letter: Dispatch) -> None:
    carried = Mail.objects.get()
    answer = raw("person/plain", carried)
    Mail.forget(now=NOW + timedelta(days=40))
    assert not Mail.objects.exists()
    assert take_in(answer, NOW + timedelta(days=41)) == Kind.PASSED_ON


def test_the_timeline_says_that_the_contact_wrote(letter: Dispatch, amina: User) -> None:
    answer = raw("person/plain", Mail.objects.get())
    before = Touch.objects.count()
    for later in range(2):
        take_in(answer, SOON + timedelta(minutes=later))
    assert Touch.objects.count() == before + 1
    latest = Touch.objects.order_by("-pk")[0]
    assert (latest.kind, latest.by) == ("answered", Touch.By.CONTACT)
    assert latest.words.startswith("Wrote to the centre’s address: “Thursday suits me.")


def test_a_note_of_absence_reaches_nobody(letter: Dispatch) -> None:
    for kind in kinds("automatic"):
        assert take_in(raw(f"automatic/{kind}", Mail.objects.get())) == Kind.AUTOMATIC
    assert delivered(SOON) == []


def test_words_for_a_student_who_left_are_counted(letter: Dispatch, amina: User) -> None:
    User.objects.filter(pk=amina.pk).update(is_active=False, deactivated_at=NOW)
    assert take_in(raw("person/plain", Mail.objects.get())) == Kind.OTHER


def test_nobody_is_flooded(letter: Dispatch) -> None:
    carried = Mail.objects.get()
    answer = raw("person/plain", carried)
    came = [take_in(answer.replace(b"answer-1", f"answer-{n}".encode())) for n in range(25)]
    assert (came.count(Kind.PASSED_ON), came.count(Kind.OTHER)) == (20, 5)


def test_an_answer_to_an_invitation_reaches_whoever_invited(as_dara: Client) -> None:
    as_dara.post(reverse("accounts:invite"), {"emails": "new@uni.example", "role": "student"})
    sending.send_due(now=timezone.now)
    posted.outbox.clear()
    assert take_in(raw("person/plain", Mail.objects.get()), timezone.now()) == Kind.PASSED_ON
    (mail,) = delivered()
    assert mail.to == ["dara@example.edu"]
    assert "Thursday suits me." in mail.body


def test_m5_letters_of_one_conversation_are_threaded(letter: Dispatch, amina: User, centre: Centre) -> None:
    meeting = letter.message.meeting
    first = letter.mail_name
    Dispatch.send(a_draft(meeting, "nudge", now=SOON), by=amina, now=SOON)
    third = SOON + timedelta(days=1)
    fix(meeting, TOMORROW + timedelta(days=3), now=third)
    Dispatch.send(a_draft(meeting, "confirm", now=third), by=amina, now=third)
    nudge, confirm = delivered(third)
    second = nudge.extra_headers["Message-ID"]
    assert nudge.extra_headers["In-Reply-To"] == nudge.extra_headers["References"] == first
    assert confirm.extra_headers["In-Reply-To"] == second
    assert confirm.extra_headers["References"] == f"{first} {second}"
    # A letter of the student's is no machine's, and another conversation is another thread.
    assert "Auto-Submitted" not in nudge.extra_headers
    other = a_draft(a_meeting(amina), now=third)
    Dispatch.send(other, by=amina, now=third)
    assert "References" not in delivered(third)[-1].extra_headers


def test_m5_a_report_to_whoever_gave_the_name_is_a_thread_of_its_own(letter: Dispatch, amina: User) -> None:
    meeting = letter.message.meeting
    for occasion, before in (("report", []), ("nudge", [letter])):
        message = a_draft(meeting, occasion, now=SOON)
        message.sent_at = SOON
        assert list(Dispatch.objects.before(message)) == before


LEFT = "efua@private.test"


def left_an_address(owner: User) -> Meeting:
    """A conversation of which the contact left an address of their own for mails."""
    meeting = arranged(owner)
    Reply.of(meeting, now=NOW).confirm(now=NOW)
    Reply.objects.get(meeting=meeting).send_to(LEFT, now=NOW)
    return meeting


def test_the_calendar_at_an_address_that_they_left_is_theirs(amina: User) -> None:
    meeting = left_an_address(amina)
    assert take_in(an_answer(meeting, "DECLINED", attendee=LEFT, sender=LEFT)) == Kind.CALENDAR
    meeting.refresh_from_db()
    assert meeting.cancelled_at == SOON


def test_the_student_does_not_learn_that_address(amina: User) -> None:
    meeting = left_an_address(amina)
    assert take_in(an_answer(meeting, "TENTATIVE", attendee=LEFT, sender=LEFT)) == Kind.PASSED_ON
    passed = Mail.objects.get(kind="answer")
    assert "The calendar of Dr. Osei accepted your invitation for now." in passed.text
    assert LEFT not in str(Mail.objects.filter(pk=passed.pk).values().get())
