"""The student offers times: on the page of the request, behind the link that is out, and again in the letter."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from meetings.models import Meeting, Reply
from tests.cast import a_contact, a_meeting
from tests.meetings.builders import a_draft, anew, asked, fix, invited
from tests.meetings.test_link import made

pytestmark = pytest.mark.django_db
# The views read the clock, so what is still to come is counted from it.
MARCH = date(timezone.now().year + 1, 3, 1)
HTMX = {"hx-request": "true"}


def words(*times: tuple[str, str], **more: str) -> dict[str, str]:
    days = {f"day_{place}": day for place, (day, _hour) in enumerate(times, start=1)}
    return days | {f"hour_{place}": hour for place, (_day, hour) in enumerate(times, start=1)} | more


def post(client: Client, meeting: Meeting, *times: tuple[str, str], **more: Any) -> Any:
    headers = more.pop("headers", None)
    return client.post(reverse("meetings:offer", args=[meeting.pk]), words(*times, **more), headers=headers)


def test_stands_first_on_the_page_of_the_request_and_folded(as_amina: Client, amina: User) -> None:
    page = as_amina.get(reverse("meetings:ask", args=[a_meeting(amina).pk])).content.decode()
    heads = [page.index(head) for head in ("Times to offer", "Your message</h2>", "Send</h2>")]
    assert heads == sorted(heads)
    assert "Offer times (optional)" in page


def test_stands_as_a_list_afterwards_and_in_the_letter(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    as_amina.get(reverse("meetings:ask", args=[meeting.pk]))
    times = [(MARCH.isoformat(), "15:00"), ((MARCH + timedelta(days=1)).isoformat(), "16:00")]
    page = post(as_amina, meeting, *times, channel="email", headers=HTMX).content.decode()
    assert "Change the times" in page
    assert "Their page shows these times now, and your message mentions them." in page
    assert '<div class="asking"' in page
    body = a_draft(meeting, now=timezone.now()).body
    assert "For example, I'm free on" in body
    # On the clock of whoever reads it.
    assert "14:00, Accra time (15:00, Berlin time)" in body
    offers = Reply.objects.get().offers.order_by("position")
    assert [offer.starts_at.hour for offer in offers] == [14, 15]


def test_without_script_it_leads_back_to_the_request(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    answer = post(as_amina, meeting, (MARCH.isoformat(), "15:00"), channel="linkedin")
    assert answer.headers["Location"] == f"{reverse('meetings:ask', args=[meeting.pk])}?channel=linkedin"


def test_before_the_request_it_is_undone_on_its_page(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    for hour in ("15:00", "16:00"):
        page = post(as_amina, meeting, (MARCH.isoformat(), hour), channel="email", headers=HTMX).content.decode()
    undo = reverse("meetings:unoffer", args=[meeting.pk])
    assert f'action="{undo}"' in page
    back = as_amina.post(undo)
    assert back.headers["Location"] == reverse("meetings:ask", args=[meeting.pk])
    assert Reply.objects.get().offers.get().starts_at.hour == 14


def test_a_letter_in_ones_own_words_is_left_alone_and_that_is_said(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    a_draft(meeting, now=timezone.now()).reword(seen=None, subject="S", body="On Monday? [link]")
    page = post(as_amina, meeting, (MARCH.isoformat(), "15:00"), channel="email", headers=HTMX).content.decode()
    assert "Your message doesn’t mention them yet." in page
    assert "On Monday?" in page


@pytest.mark.parametrize(
    ("hour", "night"), [("07:59", True), ("08:00", False), ("21:59", False), ("22:00", True), ("03:30", True)]
)
def test_says_when_it_is_night_for_them_and_lets_it_stand(
    as_amina: Client, amina: User, hour: str, night: bool
) -> None:
    meeting = a_meeting(amina)
    page = post(as_amina, meeting, (MARCH.isoformat(), hour), channel="email", headers=HTMX).content.decode()
    assert ("for them. Another time may be better" in page) is night
    assert Reply.objects.get().offers.count() == 1
    if hour == "03:30":
        assert "That’s 2:30 for them" in page


def test_says_nothing_of_the_night_where_no_zone_is_known(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina, a_contact(amina, time_zone=""))
    page = post(as_amina, meeting, (MARCH.isoformat(), "03:30"), channel="email", headers=HTMX).content.decode()
    assert "for them, so another" not in page


def test_needs_no_times(as_amina: Client, stranger: Client, amina: User) -> None:
    meeting = asked(amina, now=timezone.now())
    shown = stranger.get(f"/r/{made(as_amina, meeting)}/").content.decode()
    # A time of their own is how they say yes; "another" there is none.
    assert "Yes, and I’ll suggest a time" in shown
    assert "Another time" not in shown


def test_the_times_change_behind_the_link_that_is_out(as_amina: Client, stranger: Client, amina: User) -> None:
    meeting = asked(amina, now=timezone.now())
    post(as_amina, meeting, (MARCH.isoformat(), "15:00"))
    secret = made(as_amina, meeting)
    answer = post(as_amina, meeting, (MARCH.isoformat(), "11:00"))
    assert answer.headers["Location"] == meeting.get_absolute_url()
    page = stranger.get(f"/r/{secret}/").content.decode()
    assert "10:00" in page
    assert "14:00" not in page


@pytest.mark.parametrize(
    ("times", "sentence"),
    [
        ([("2020-03-01", "15:00")], "That time is in the past."),
        ([(MARCH.isoformat(), "")], "Enter a time."),
        ([("", "15:00")], "Enter a date."),
        ([(MARCH.isoformat(), "25:00")], "Write the time like 15:00."),
        ([("soon", "15:00")], "Write the date like 2026-11-26."),
        ([("0001-01-01", "00:00")], "Choose a date in this century."),
        ([("2027-03-28", "02:30")], "The clocks go forward then"),
        ([(MARCH.isoformat(), "15:00"), (MARCH.isoformat(), "15:19")], "Two of these times overlap."),
        ([(MARCH.isoformat(), "09:10")], "You have another conversation at that time."),
    ],
)
def test_refuses_with_a_sentence_and_keeps_the_words(
    as_amina: Client, amina: User, times: list[tuple[str, str]], sentence: str
) -> None:
    busy = timezone.now().replace(year=MARCH.year, month=3, day=1, hour=8, minute=0, second=0, microsecond=0)
    fix(a_meeting(amina, a_contact(amina, "Kofi")), busy, now=timezone.now())
    meeting = a_meeting(amina)
    for more in ({}, {"channel": "email", "headers": HTMX}):
        answer = post(as_amina, meeting, *times, **more)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
        assert times[0][1] in answer.content.decode()
    assert not Reply.objects.filter(offers__isnull=False).exists()


def test_undoing_times_leaves_a_link_that_was_made_since(amina: User) -> None:
    now = timezone.now()
    reply = invited(amina, now=now)
    reply.make_link(now=now)
    reply.withdraw(now=now)
    reply = Reply.offer(anew(reply).meeting, now=now, times=[now + timedelta(days=9)])
    secret = reply.make_link(now=now)
    anew(reply).unoffer(now=now)
    assert Reply.behind(secret, now=now) is not None
    assert not anew(reply).may_relink(now)
