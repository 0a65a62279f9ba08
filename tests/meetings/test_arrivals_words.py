"""What contacts write to the centre's address instead of the student's: their words reach the student."""

from datetime import timedelta

import pytest
from django.core import mail as posted
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from centre.models import Centre
from contacts.models import Touch
from core import return_path, sending
from core.models import Arrival, Mail
from meetings.models import Dispatch
from tests.cast import NOW, a_meeting
from tests.core.corpus import kinds, raw
from tests.meetings.builders import TOMORROW, a_draft, fix
from tests.meetings.test_arrivals import SOON, THEIRS, take_in
from tests.post import delivered

pytestmark = pytest.mark.django_db

Kind = Arrival.Kind


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
    assert mail.subject == "A reply from Dr. Efua Osei: Re: A question about your work"
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


UNREAD = "We couldn’t read it."
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
    assert "We can’t pass on these attachments: plan.pdf." in delivered(SOON)[0].body


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
