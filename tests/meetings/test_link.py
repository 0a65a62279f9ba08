"""The student offers times, makes the link, changes the times, takes it back."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Quiet
from meetings.models import Link, Meeting, Reply
from tests.cast import a_contact, a_meeting
from tests.meetings.builders import a_draft, asked, fix, invited

pytestmark = pytest.mark.django_db
# The views read the clock, so what is still to come is counted from it.
MARCH = date(timezone.now().year + 1, 3, 1)


def words(*times: tuple[str, str], **more: str) -> dict[str, str]:
    days = {f"day_{place}": day for place, (day, _hour) in enumerate(times, start=1)}
    return days | {f"hour_{place}": hour for place, (_day, hour) in enumerate(times, start=1)} | more


def post(client: Client, meeting: Meeting, *times: tuple[str, str], name: str = "link", **more: str) -> Any:
    return client.post(reverse(f"meetings:{name}", args=[meeting.pk]), words(*times, **more))


def secret_in(page: str) -> str:
    return re.findall(r"/r/([A-Za-z0-9_-]{43})/", page)[0]


def test_shows_the_link_once_and_keeps_it_nowhere(as_amina: Client, stranger: Client, amina: User) -> None:
    meeting = asked(amina, now=timezone.now())
    answer = post(as_amina, meeting, (MARCH.isoformat(), "15:00"), (MARCH.isoformat(), "16:00"))
    secret = secret_in(answer.content.decode())
    assert "no-store" in answer.headers["Cache-Control"]
    assert stranger.get(f"/r/{secret}/").status_code == 200
    offers = Reply.objects.get().offers.order_by("position")
    assert [offer.starts_at.hour for offer in offers] == [14, 15]
    for page in ("meetings:show", "meetings:link", "meetings:ask"):
        shown = as_amina.get(reverse(page, args=[meeting.pk])).content.decode()
        assert secret not in shown
        assert "15:00" in shown


def test_puts_it_into_the_letter_that_is_being_written(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    draft = a_draft(meeting, now=timezone.now())
    page = post(as_amina, meeting).content.decode()
    assert f"/r/{secret_in(page)}/" in page.split("letter-with-link")[1]
    assert "mailto:efua.osei@example.org" in page
    draft.refresh_from_db()
    assert "/r/" not in draft.body


def test_needs_no_times(as_amina: Client, stranger: Client, amina: User) -> None:
    page = post(as_amina, asked(amina, now=timezone.now())).content.decode()
    shown = stranger.get(f"/r/{secret_in(page)}/").content.decode()
    assert "Another time or place suits me better" in shown


def test_a_new_one_ends_the_one_before(as_amina: Client, stranger: Client, amina: User) -> None:
    meeting = asked(amina, now=timezone.now())
    first, second = (secret_in(post(as_amina, meeting).content.decode()) for _ in range(2))
    assert [stranger.get(f"/r/{one}/").status_code for one in (first, second)] == [404, 200]


def test_the_times_change_behind_the_link_that_is_out(as_amina: Client, stranger: Client, amina: User) -> None:
    meeting = asked(amina, now=timezone.now())
    secret = secret_in(post(as_amina, meeting, (MARCH.isoformat(), "15:00")).content.decode())
    answer = post(as_amina, meeting, (MARCH.isoformat(), "11:00"), name="offer")
    assert answer.status_code == 302
    page = stranger.get(f"/r/{secret}/").content.decode()
    assert "10:00" in page
    assert "14:00" not in page


def test_takes_it_back(as_amina: Client, stranger: Client, amina: User) -> None:
    meeting = asked(amina, now=timezone.now())
    secret = secret_in(post(as_amina, meeting).content.decode())
    as_amina.post(reverse("meetings:withdraw", args=[meeting.pk]))
    assert stranger.get(f"/r/{secret}/").status_code == 404
    assert "No link leads here any more" in as_amina.get(meeting.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("times", "sentence"),
    [
        ([("2020-03-01", "15:00")], "That time has passed."),
        ([(MARCH.isoformat(), "")], "Say at what hour."),
        ([("", "15:00")], "Say on which day."),
        ([(MARCH.isoformat(), "25:00")], "Write the hour like 15:00."),
        ([("soon", "15:00")], "Write the day like 2026-11-26."),
        ([("0001-01-01", "00:00")], "Pick a day of this century."),
        ([("2027-03-28", "02:30")], "The clocks skip this hour"),
        ([(MARCH.isoformat(), "15:00"), (MARCH.isoformat(), "15:19")], "Two of these times overlap."),
        ([(MARCH.isoformat(), "09:10")], "You have another conversation at that time."),
    ],
)
def test_refuses_with_a_sentence_and_keeps_the_words(
    as_amina: Client, amina: User, times: list[tuple[str, str]], sentence: str
) -> None:
    busy = timezone.now().replace(year=MARCH.year, month=3, day=1, hour=8, minute=0, second=0, microsecond=0)
    fix(a_meeting(amina, a_contact(amina, "Kofi")), busy, now=timezone.now())
    answer = post(as_amina, asked(amina, now=timezone.now()), *times)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert times[0][1] in answer.content.decode()
    assert not Link.objects.exists()


def test_refuses_for_who_asked_to_be_left_alone(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    Quiet.add(meeting.contact, now=timezone.now())
    answer = post(as_amina, meeting)
    assert answer.status_code == 422
    assert "do not write to them" in answer.content.decode()
    for page in (reverse("meetings:ask", args=[meeting.pk]), meeting.contact.get_absolute_url()):
        assert "students of this centre do not write to them" in as_amina.get(page).content.decode()


def test_a_proposal_is_accepted_with_one_click(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    reply = invited(amina, now=now)
    at = (now + timedelta(days=3)).replace(second=0, microsecond=0)
    reply.propose(now=now, zone="Africa/Accra", at=at, mode="phone", place="+233 30 1", line="Gladly!")
    page = as_amina.get(reply.meeting.get_absolute_url()).content.decode()
    assert "Accept this time" in page
    assert "Gladly!" in page
    answer = as_amina.post(reverse("meetings:accept_proposal", args=[reply.meeting_id]), follow=True)
    assert "It stands:" in answer.content.decode()
    meeting = Meeting.objects.get(pk=reply.meeting_id)
    assert (meeting.starts_at, meeting.mode, meeting.place) == (at, "phone", "+233 30 1")


def test_a_proposal_that_clashes_is_refused_in_a_sentence(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    reply = invited(amina, now=now)
    at = now + timedelta(days=3)
    reply.propose(now=now, zone="Africa/Accra", at=at)
    fix(a_meeting(amina, a_contact(amina, "Kofi")), at, now=now)
    answer = as_amina.post(reverse("meetings:accept_proposal", args=[reply.meeting_id]))
    assert answer.status_code == 422
    assert "You have another conversation at that time." in answer.content.decode()


def test_a_person_who_was_named_becomes_a_contact_with_one_click(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    reply = invited(amina, now=now)
    reply.name_someone("Kofi Mensah", now=now, reach="kofi@example.org", may_use_name=True)
    page = as_amina.get(reply.meeting.get_absolute_url()).content.decode()
    (become,) = re.findall(r'action="(/meetings/[^"]*become[^"]*)"', page)
    as_amina.post(become)
    assert amina.pk == reply.meeting.owner_id
    kofi = type(reply.meeting.contact).objects.get(name="Kofi Mensah")
    assert kofi.referred_by == reply.meeting.contact
