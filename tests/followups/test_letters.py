"""What reminders say when they arrive: written at the moment of sending, by a real server, and read back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from core import sending
from core.models import Mail
from followups.models import Followup, Reminding
from followups.reminders.choosing import post_due
from tests.core.postbox import Postbox, open_postbox, text_of
from tests.followups.builders import Kind, a_followup
from tests.followups.test_reminders import EIGHT, MORNING, TALK, arranged, due
from tests.sampling import one_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def box(settings: object) -> Iterator[Postbox]:
    with open_postbox() as box:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", box.port, 1  # type: ignore[attr-defined]
        yield box


def arrives(box: Postbox, now: datetime = EIGHT, *, sent_at: datetime | None = None) -> list[EmailMessage]:
    """The mails that the worker posts at `now` and sends then, or at `sent_at`."""
    post_due(now=now)
    sending.send_due(now=lambda: sent_at or now)
    return [accepted.message for accepted in box.accepted]


def test_the_daily_mail_says_what_is_due_why_it_came_and_how_it_ends(box: Postbox, amina: User) -> None:
    due(amina)
    [mail] = arrives(box)
    text = text_of(mail)
    assert mail["Subject"] == "Follow up with Dr. Osei"
    assert "Here’s what’s due today, Wednesday 18 November 2026:" in text
    assert "Follow up with Dr. Osei (Due since yesterday)" in text
    assert text.count("http://localhost:8000/r/do/") == 4
    assert "You get this at 8:00 in Berlin, on days when something’s due" in text
    assert "http://localhost:8000/followups/reminders/" in text
    assert mail.get_content_type() == "multipart/alternative"


def test_it_can_be_stopped_by_one_click_in_the_mail_program(box: Postbox, amina: User) -> None:
    due(amina)
    [mail] = arrives(box)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    # A long header begins on a line of its own.
    address = str(mail["List-Unsubscribe"]).strip()
    assert address.startswith("<http://localhost:8000/r/do/")
    path = address.strip("<>").removeprefix("http://localhost:8000")
    mail_program = Client(enforce_csrf_checks=True)
    assert mail_program.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Reminding.of(amina).digest


def test_no_link_is_kept_anywhere(box: Postbox, amina: User) -> None:
    due(amina)
    arrives(box)
    assert "/r/" not in str(Mail.objects.values().get())


def test_a_second_attempt_is_the_same_to_the_letter(box: Postbox, amina: User) -> None:
    due(amina)
    arrives(box)
    Mail.objects.update(sent_at=None, next_try_at=EIGHT)
    sending.send_due(now=lambda: EIGHT + timedelta(minutes=9))
    first, second = (accepted.message for accepted in box.accepted)
    assert first.as_string() == second.as_string()


def test_eight_rows_and_how_many_more_the_late_ones_first(box: Postbox, amina: User) -> None:
    for _ in range(11):
        due(amina)
    thanks = a_followup(amina, Kind.THANK, now=EIGHT - timedelta(hours=1), mailed_at=EIGHT)
    Followup.objects.filter(pk=thanks.pk).update(late_at=EIGHT)
    [mail] = arrives(box)
    text = text_of(mail)
    assert mail["Subject"] == "Thank Dr. Osei, and 11 more"
    assert text.index("Thank Dr. Osei (Overdue") < text.index("Follow up")
    assert text.count("Done:") == 8
    assert "And 4 more." in text


def test_asks_whether_a_conversation_took_place(box: Postbox, amina: User) -> None:
    arranged(amina, EIGHT - timedelta(hours=15))
    Followup.objects.all().delete()
    [mail] = arrives(box)
    assert mail["Subject"] == "Did you talk with Dr. Osei?"
    assert "Did you talk with Dr. Osei? Let us know" in text_of(mail)


@pytest.mark.parametrize("meanwhile", ["done", "stopped", "gone", "tomorrow"])
def test_what_is_no_longer_needed_is_not_sent(box: Postbox, amina: User, bo: User, meanwhile: str) -> None:
    followup = due(amina)
    post_due(now=EIGHT)
    later = EIGHT + timedelta(minutes=5)
    if meanwhile == "done":
        followup.done(now=EIGHT)
    elif meanwhile == "stopped":
        Reminding.stop("digest", by=amina)
    elif meanwhile == "gone":
        amina.deactivate(by=bo, now=EIGHT)
    else:
        later = EIGHT + timedelta(hours=17)
    sending.send_due(now=lambda: later)
    assert not box.accepted
    assert not Mail.objects.exists()


def test_the_day_before_says_when_on_both_clocks_and_where(box: Postbox, amina: User) -> None:
    arranged(amina, TALK)
    [mail] = arrives(box, MORNING)
    text = text_of(mail)
    assert mail["Subject"] == "Tomorrow at 15:00: Dr. Osei"
    assert "Thursday 19 November, 15:00–15:20, Berlin time\r\n14:00–14:20, Accra time" in text
    assert "https://meet.test/a" in text
    assert "I’ve confirmed it: http://localhost:8000/r/do/" in text


def test_the_day_before_asks_for_no_second_confirmation(box: Postbox, amina: User) -> None:
    meeting = arranged(amina, TALK)
    Followup.objects.get(meeting=meeting, kind=Kind.CONFIRM).done(now=MORNING - timedelta(days=2))
    [mail] = arrives(box, MORNING)
    assert "I’ve confirmed it" not in text_of(mail)


def test_the_thank_you_comes_with_its_link(box: Postbox, amina: User) -> None:
    meeting = arranged(amina, TALK)
    Followup.objects.update(mailed_at=MORNING)
    meeting.hold(now=TALK + timedelta(minutes=20))
    [mail] = arrives(box, TALK + timedelta(hours=3))
    assert mail["Subject"] == "Thank Dr. Osei"
    assert f"Write the thank-you: http://localhost:8000/followups/{meeting.pk}/thank/" in text_of(mail)
    assert "(by tomorrow, 15:20)" in text_of(mail)


@pytest.mark.parametrize("zone", one_in(3, ["Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns"]))
def test_times_are_those_of_the_members_city(box: Postbox, amina: User, zone: str) -> None:
    User.objects.filter(pk=amina.pk).update(time_zone=zone)
    due(amina)
    now = datetime(2026, 11, 18, tzinfo=UTC)
    for quarter in range(4 * 30):
        arrives(box, now + timedelta(minutes=15 * quarter))
    text = box.accepted[0].text
    assert f"at 8:00 in {zone.split('/')[1].replace('_', ' ')}" in text


def test_home_shows_what_is_due_though_no_mail_leaves(settings: object, as_amina: Client, amina: User) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1  # type: ignore[attr-defined]
    now = timezone.now()
    Reminding.settle(by=amina, seen=None, hour=now.astimezone(timezone.zoneinfo.ZoneInfo(amina.zone)).hour)  # type: ignore[attr-defined]
    due(amina, now - timedelta(days=2))
    post_due(now=now)
    sending.send_due(now=timezone.now)
    assert Mail.objects.waiting().get().why
    assert "Follow up with Dr. Osei" in as_amina.get("/").content.decode()


def test_m5_reminders_about_one_conversation_are_one_thread_and_answered_by_no_machine(
    box: Postbox, amina: User
) -> None:
    meeting = arranged(amina, TALK)
    arrives(box, TALK - timedelta(hours=24))
    meeting.hold(now=TALK + timedelta(minutes=20))
    before, thanks = arrives(box, TALK + timedelta(hours=4))
    assert before["References"] == before["In-Reply-To"] == thanks["References"]
    assert str(meeting.uid) in before["References"]
    for mail in (before, thanks):
        assert mail["Auto-Submitted"] == "auto-generated"
        # Reports of a mail that came back are wanted: neither "All" nor "NDR".
        assert mail["X-Auto-Response-Suppress"] == "OOF, AutoReply, DR, RN, NRN"
