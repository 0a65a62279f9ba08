"""The centre sends a letter for a student: where it is allowed, one at a time, with a link that nobody keeps."""

import re
from datetime import timedelta

import pytest
from django.core import mail as posted
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from centre.models import Centre
from contacts.models import Quiet
from core import sending, times
from core.models import Mail
from meetings.calendar import enclosed
from meetings.models import Dispatch, Meeting, Message, Reply
from tests.calendars import read
from tests.cast import NOW, Cast, a_contact, a_meeting
from tests.meetings.builders import TOMORROW, a_draft, arranged, fix, held
from tests.meetings.test_reply_links import holding

pytestmark = pytest.mark.django_db


@pytest.fixture
def allowed(centre: Centre) -> Centre:
    centre.revise(seen=None, sends_for_students=True, sends_a_day=2)
    return centre


def deliver() -> None:
    sending.send_due(now=timezone.now)


def test_carries_the_students_words_with_a_link_and_their_address_to_answer(
    allowed: Centre, as_amina: Client, stranger: Client, amina: User
) -> None:
    letter = a_draft(a_meeting(amina))
    words = {"subject": "A question", "body": "Dear Dr. Osei,\n\nmay I ask you? [link]\n\nAmina", "revision": 0}
    answer = as_amina.post(reverse("meetings:dispatch", args=[letter.pk]), words)
    assert answer.headers["Location"] == letter.meeting.get_absolute_url()
    deliver()
    (mail,) = posted.outbox
    (secret,) = re.findall(r"/r/([A-Za-z0-9_-]{43})/", mail.body)
    assert (mail.to, mail.reply_to, mail.subject) == (["efua.osei@example.org"], [amina.email], "A question")
    assert mail.body.startswith("Dear Dr. Osei,\n\nmay I ask you? http")
    assert "Sent for Amina Yusuf by" in mail.body
    assert stranger.get(f"/r/{secret}/").status_code == 200
    assert holding(secret) == []
    letter.refresh_from_db()
    assert letter.sent_at is not None
    assert Meeting.objects.get().stage == "asked"


def test_the_line_of_the_desk_leaves_with_its_link(allowed: Centre, as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    page = as_amina.get(reverse("meetings:ask", args=[meeting.pk])).content.decode()
    (secret,) = {*re.findall(r"/r/([A-Za-z0-9_-]{43})/", page)}
    Dispatch.send(a_draft(meeting), by=amina, now=timezone.now())
    deliver()
    assert f"/r/{secret}/\n\nKind regards," in posted.outbox[0].body
    assert Reply.objects.get().is_out


def test_no_link_leaves_where_its_line_was_taken_out(allowed: Centre, amina: User) -> None:
    Dispatch.send(a_draft(a_meeting(amina)), by=amina, now=NOW, subject="S", body="May I ask you?")
    deliver()
    assert posted.outbox[0].body.startswith("May I ask you?\n\n-- \n")
    assert not Reply.objects.exists()


def test_no_time_leaves_that_is_past(allowed: Centre, as_amina: Client, amina: User) -> None:
    meeting, noon = a_meeting(amina), timezone.now().replace(hour=12, minute=0, second=0, microsecond=0)
    reply = Reply.offer(
        meeting, now=noon - timedelta(days=3), times=[noon - timedelta(days=1), noon + timedelta(days=1)]
    )
    past = times.say(noon - timedelta(days=1), "Africa/Accra", "Europe/Berlin")
    letter, press = a_draft(reply.meeting, now=timezone.now()), {"subject": "S", "revision": 0}
    address = reverse("meetings:dispatch", args=[letter.pk])
    answer = as_amina.post(address, {**press, "body": f"Dear Dr. Osei,\n\nare you free on {past}?"})
    assert "Your message mentions a time that has passed or is taken." in answer.content.decode()
    assert f"are you free on {past}?" in answer.content.decode()
    assert not Dispatch.objects.exists()
    as_amina.post(address, {**press, "body": "Dear Dr. Osei,\n\nare you free?"})
    assert Dispatch.objects.exists()


def test_a_second_attempt_writes_the_same_letter(allowed: Centre, amina: User, settings: object) -> None:
    letter = a_draft(a_meeting(amina))
    letter.add_link()
    Dispatch.send(letter, by=amina, now=timezone.now())
    deliver()
    Mail.objects.update(sent_at=None, claimed_at=None, next_try_at=timezone.now())
    deliver()
    first, second = posted.outbox
    assert "without an account:\nhttp" in first.body
    assert first.body == second.body
    assert Reply.objects.get().links.count() == 1


def test_a_letter_about_a_time_brings_the_file_for_their_calendar(allowed: Centre, amina: User) -> None:
    meeting = arranged(amina)
    confirm = a_draft(meeting, "confirm")
    Dispatch.send(confirm, by=amina, now=NOW, attachments=enclosed(confirm, now=NOW))
    meeting.cancel(now=NOW)
    cancel = a_draft(meeting, "cancel")
    Dispatch.send(cancel, by=amina, now=NOW, attachments=enclosed(cancel, now=NOW))
    deliver()
    files = [letter.message().get_payload()[1] for letter in posted.outbox]
    assert [(file.get_content_type(), file.get_param("method")) for file in files] == [
        ("text/calendar", "REQUEST"),
        ("text/calendar", "CANCEL"),
    ]
    calendars = [read(file.get_payload(decode=True)) for file in files]
    assert [(one.method, one.items[0].sequence) for one in calendars] == [("REQUEST", 0), ("CANCEL", 1)]
    assert [file.get_filename() for file in files] == ["invite.ics", "invite.ics"]


# What each letter brings for their calendar, written before anything is cancelled here; the number follows it.
BRINGS = {"confirm": ("REQUEST", 0), "cancel": ("CANCEL", 1)}


@pytest.mark.parametrize("occasion", Message.Occasion.values)
def test_what_each_letter_brings_for_their_calendar(allowed: Centre, amina: User, occasion: str) -> None:
    letter = a_draft(arranged(amina), occasion)
    files = [read(file.content) for file in enclosed(letter, now=NOW)]
    assert [(file.method, file.items[0].sequence) for file in files] == (
        [BRINGS[occasion]] if occasion in BRINGS else []
    )
    assert letter.meeting.cancelled_at is None
    assert all(file.items[0].uid.startswith(str(letter.meeting.uid)) for file in files)
    # Nor does a cancellation ever bring an invitation, or a confirmation of what is cancelled.
    letter.meeting.cancel(now=NOW)
    files = [read(file.content) for file in enclosed(letter, now=NOW)]
    assert [file.method for file in files] == ["CANCEL"] * (occasion == "cancel")


@pytest.mark.parametrize("occasion", Message.Occasion.values)
def test_without_a_time_that_can_be_called_off_a_letter_brings_nothing(amina: User, occasion: str) -> None:
    assert enclosed(a_draft(a_meeting(amina), occasion), now=NOW) == ()
    assert enclosed(a_draft(held(amina), occasion), now=NOW) == ()
    begun = a_draft(arranged(amina), occasion)
    assert len(enclosed(begun, now=TOMORROW)) == (occasion == "confirm")


def test_what_follows_a_cancellation_is_newer_than_its_file(allowed: Centre, amina: User) -> None:
    meeting = arranged(amina)
    cancel = a_draft(meeting, "cancel")
    Dispatch.send(cancel, by=amina, now=NOW, attachments=enclosed(cancel, now=NOW))
    assert Meeting.objects.get(pk=meeting.pk).sequence == 1
    fix(meeting, TOMORROW + timedelta(hours=2))
    again = a_draft(meeting, "confirm")
    Dispatch.send(again, by=amina, now=NOW, attachments=enclosed(again, now=NOW))
    deliver()
    files = [read(letter.message().get_payload()[1].get_payload(decode=True)) for letter in posted.outbox]
    assert [(one.method, one.items[0].sequence) for one in files] == [("CANCEL", 1), ("REQUEST", 2)]


def test_leaves_no_mail_where_the_act_was_refused(allowed: Centre, amina: User) -> None:
    meeting = a_meeting(amina)
    letter = a_draft(meeting)
    meeting.ask(now=NOW, channel="phone")
    with pytest.raises(Meeting.AlreadyAsked):
        Dispatch.send(letter, by=amina, now=NOW)
    assert not Mail.objects.exists()
    assert not Dispatch.objects.exists()


def test_twice_is_once(allowed: Centre, amina: User) -> None:
    letter = a_draft(a_meeting(amina))
    Dispatch.send(letter, by=amina, now=NOW)
    Dispatch.send(Message.objects.with_people().get(pk=letter.pk), by=amina, now=NOW)
    assert Mail.objects.count() == 1


def test_stops_at_the_days_limit_and_goes_on_the_next_day(allowed: Centre, amina: User) -> None:
    letters = [a_draft(a_meeting(amina, a_contact(amina, f"Kofi {n}"))) for n in range(3)]
    for letter in letters[:2]:
        Dispatch.send(letter, by=amina, now=NOW)
    with pytest.raises(Dispatch.Enough):
        Dispatch.send(letters[2], by=amina, now=NOW)
    Dispatch.send(letters[2], by=amina, now=NOW + timedelta(days=1))
    assert list(Dispatch.objects.order_by("pk").values_list("number", flat=True)) == [1, 2, 1]


@pytest.mark.parametrize("own", ["Pacific/Pago_Pago", "Pacific/Kiritimati", "UTC"])
def test_g10_a_days_limit_is_counted_in_the_centres_days(
    allowed: Centre, as_amina: Client, amina: User, own: str
) -> None:
    letters = [a_draft(a_meeting(amina, a_contact(amina, f"Kofi {n}"))) for n in range(4)]
    for letter in letters[:2]:
        Dispatch.send(letter, by=amina, now=NOW)
    amina.revise_fields(seen=None, time_zone=own)
    with timezone.override(own):
        for letter in letters[2:]:
            with pytest.raises(Dispatch.Enough):
                Dispatch.send(letter, by=amina, now=NOW)
    assert set(Dispatch.objects.values_list("day", flat=True)) == {NOW.date()}


def test_is_refused_where_the_centre_leaves_it_to_the_student(as_amina: Client, amina: User, centre: Centre) -> None:
    letter = a_draft(a_meeting(amina))
    desk = reverse("meetings:ask", args=[letter.meeting_id])
    assert "Send it for me" not in as_amina.get(desk).content.decode()
    answer = as_amina.post(reverse("meetings:dispatch", args=[letter.pk]))
    assert answer.status_code == 422
    assert "Your centre doesn’t send messages for you." in answer.content.decode()
    centre.revise(seen=None, sends_for_students=True)
    caches["near"].clear()
    assert "Send it for me" in as_amina.get(desk).content.decode()


def test_is_refused_without_an_address_and_to_who_is_left_alone(allowed: Centre, amina: User) -> None:
    with pytest.raises(Dispatch.NoAddress):
        Dispatch.send(a_draft(a_meeting(amina, a_contact(amina, email=""))), by=amina, now=NOW)
    letter = a_draft(a_meeting(amina))
    Quiet.add(letter.meeting.contact, now=NOW)
    with pytest.raises(Meeting.Quiet):
        Dispatch.send(letter, by=amina, now=NOW)


def test_nothing_leaves_after_they_asked_to_be_left_alone_or_forgotten(allowed: Centre, amina: User) -> None:
    first, second = (a_draft(a_meeting(amina, a_contact(amina, email=f"{n}@example.org"))) for n in "ab")
    for letter in (first, second):
        Dispatch.send(letter, by=amina, now=NOW)
    Quiet.add(first.meeting.contact, now=NOW)
    Reply.of(second.meeting, now=NOW).erase(now=NOW)
    deliver()
    assert [letter for letter in posted.outbox if letter.to != [amina.email]] == []


def test_g9_nothing_leaves_in_the_name_of_a_closed_account(allowed: Centre, cast: Cast) -> None:
    """As a link to a new password ends with the account: the link in the letter would lead nowhere."""
    Dispatch.send(a_draft(a_meeting(cast.amina)), by=cast.amina, now=NOW)
    cast.amina.deactivate(by=cast.dara, now=NOW)
    deliver()
    assert posted.outbox == []


def test_a_report_goes_to_the_one_who_gave_the_name_without_anybodys_link(allowed: Centre, amina: User) -> None:
    referrer = a_contact(amina, "Marta Lindt", email="lindt@example.org")
    meeting = a_meeting(amina, a_contact(amina, referred_by=referrer))
    meeting.ask(now=NOW, channel="email")
    Reply.offer(meeting, now=NOW, times=())
    Dispatch.send(a_draft(meeting, "report"), by=amina, now=NOW)
    deliver()
    (mail,) = posted.outbox
    assert mail.to == ["lindt@example.org"]
    assert "/r/" not in mail.body
