"""What contacts answer to the centre's address: their calendar's answer counts."""

import base64
import re
from datetime import UTC, datetime, timedelta

import pytest

from accounts.models import User
from core import arriving
from core.models import Arrival, Mail
from meetings.models import Meeting, Reply
from tests.cast import NOW
from tests.meetings.builders import TOMORROW, anew, arranged, fix, held, invited, touches
from tests.post import delivered
from tests.sampling import one_in

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
        (":20261203T140000", "Thursday 3 December 2026, 14:00"),
        (";TZID=Zone7:20261203T140000", "Thursday 3 December 2026, 14:00"),
        (';TZID="(UTC+01:00) Amsterdam, Berlin":20261203T140000', "Thursday 3 December 2026, 14:00"),
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
    assert "The calendar of efua.osei@example.org suggested" in body
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
    assert "The calendar of Dr. Osei tentatively accepted your invitation." in passed.text
    assert LEFT not in str(Mail.objects.filter(pk=passed.pk).values().get())


def beside(meeting: Meeting, words: str, partstat: str = "DECLINED", comment: str = "", **more: str) -> bytes:
    """An answer with `words` beside it, as Outlook sends it where they edit the response."""
    head, calendar = an_answer(meeting, partstat, **more).decode().split("\n\n", 1)  # type: ignore[arg-type]
    head, _type, kind = head.partition("Content-Type: ")
    calendar = calendar.replace("COMMENT:See you there\n", f"COMMENT:{comment}\n" if comment else "")
    return (
        f"{head}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n"
        f"{words}\n--b\nContent-Type: {kind}\n\n{calendar}\n--b--\n"
    ).encode()


ILL = "I am ill, sorry. Could we talk on Friday at 3 instead?"


@pytest.mark.parametrize(
    ("partstat", "words"),
    [
        ("DECLINED", ILL),
        ("ACCEPTED", "Please ring the bell at 12 Market St."),
        ("COUNTER", "Wednesday? Gate B please."),
    ],
)
def test_short_words_beside_an_answer_are_its_line(amina: User, partstat: str, words: str) -> None:
    meeting = arranged(amina)
    method = "COUNTER" if partstat == "COUNTER" else "REPLY"
    quoted = f"{words}\n\n-----Original Appointment-----\nFrom: Careers\nWhen: Thursday"
    assert take_in(beside(meeting, quoted, partstat, method=method)) == Kind.CALENDAR
    assert Reply.objects.get(meeting=meeting).line == words
    assert not Mail.objects.filter(kind="answer").exists()


def test_long_words_beside_an_answer_reach_the_student_once(amina: User) -> None:
    meeting = arranged(amina)
    for later in range(2):
        text = beside(meeting, f"{ILL}\n{'Truly. ' * 90}", stamp=NOW)  # type: ignore[arg-type]
        assert take_in(text, SOON + timedelta(minutes=later)) == Kind.CALENDAR
    meeting.refresh_from_db()
    assert meeting.cancelled_at == SOON
    (letter,) = [one for one in delivered(SOON + timedelta(minutes=1)) if ILL in one.body]
    assert letter.to == [amina.email]
    assert "The calendar of" not in letter.body


@pytest.mark.parametrize(
    ("comment", "words", "line"),
    one_in(3, [
        (ILL, ILL, ILL), (ILL, "", ILL), ("Sorry", ILL, f"Sorry {ILL}"), ("", "Efua has answered.", ""),
        (ILL, "Efua Osei has declined this invitation.", ILL),
        ("", "Efua Osei hat diese Einladung abgelehnt.", ""), ("", "Efua a refusé cette invitation.", ""),
        (
            "", f'Efua Osei has declined this invitation with a note:\n\n"{ILL}"\n\nConversation\nThursday 10:00\n\n'
            "Invitation from Google Calendar: https://calendar.google.com/", ILL,
        ),
        ("", "Efua has declined this invitation.\n\nConversation\nThursday\n\nInvitation from Google Calendar", ""),
        ("", f"Declined: Conversation\n\n{ILL}\n\nWhen: Thursday\nWhere: Accra", ILL),
        ("", "Time: Friday at 3, please", "Time: Friday at 3, please"),
        ("", "I have accepted another meeting then.", "I have accepted another meeting then."),
        ("", "The other meeting is confirmed.", "The other meeting is confirmed."),
        ("", f"{ILL}\n\nOn Tue, 24 Nov 2026 at 09:00, Careers wrote:\n> Dear Efua", ILL),
        ("", f"{ILL}\n-- \nEfua Osei\n+233 1", ILL), ("", f"{ILL}\n\nSent from my iPhone", ILL),
    ]),
)  # fmt: skip
def test_what_a_program_writes_beside_an_answer_is_left_out(amina: User, comment: str, words: str, line: str) -> None:
    meeting = arranged(amina)
    assert take_in(beside(meeting, words, comment=comment)) == Kind.CALENDAR
    assert Reply.objects.get(meeting=meeting).line == line


def test_google_has_the_comment_beside_the_address(amina: User) -> None:
    meeting = arranged(amina)
    text = beside(meeting, "", more=f';X-RESPONSE-COMMENT="{ILL}"')
    assert take_in(text) == Kind.CALENDAR
    assert Reply.objects.get(meeting=meeting).line == ILL


def test_words_beside_an_answer_that_comes_too_late_are_read_even_so(amina: User) -> None:
    reply = invited(amina)
    offer = reply.offers.get(position=1)
    anew(reply).accept(offer.pk, now=SOON, zone="Africa/Accra", mode="online")
    meeting = Meeting.objects.get(pk=reply.meeting_id)
    text = beside(meeting, ILL, stamp=NOW)  # type: ignore[arg-type]
    assert take_in(text, SOON + timedelta(minutes=1)) == Kind.CALENDAR
    assert any(ILL in one.body for one in delivered(SOON + timedelta(minutes=1)))


def test_a_comment_that_changes_nothing_reaches_the_student(amina: User) -> None:
    meeting = arranged(amina)
    assert take_in(an_answer(meeting, "TENTATIVE")) == Kind.PASSED_ON
    assert "See you there" in delivered()[0].body
