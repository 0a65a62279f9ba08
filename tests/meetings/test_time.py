"""The page of time and place."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Touch
from meetings.models import Meeting
from tests.cast import a_meeting
from tests.meetings.builders import asked, fix, invited

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage
# The views read the clock, so what is still to come is counted from it.
MARCH = date(timezone.now().year + 1, 3, 1)
LAST_OF_OCTOBER = date(MARCH.year, 10, 31)
CLOCKS_PUT_BACK = LAST_OF_OCTOBER - timedelta(days=LAST_OF_OCTOBER.isoweekday() % 7)


def words(**more: str) -> dict[str, str]:
    """A form for 1 March of next year at three, online, as `more` says otherwise."""
    return {
        "day": MARCH.isoformat(),
        "hour": "15:00",
        "whose": "mine",
        "contact_zone": "Africa/Accra",
        "minutes": "20",
        "mode": "online",
        "place": "",
        "link": "https://meet.example.org/a",
        **more,
    }


def post(client: Client, meeting: Meeting, **more: str) -> Any:
    return client.post(reverse("meetings:time", args=[meeting.pk]), words(**more))


@pytest.mark.parametrize(("whose", "hour"), [("mine", 14), ("theirs", 15)])
def test_takes_the_hour_in_either_zone(as_amina: Client, amina: User, whose: str, hour: int) -> None:
    meeting = asked(amina)
    response = post(as_amina, meeting, whose=whose)
    assert response.status_code == 302
    meeting.refresh_from_db()
    assert meeting.starts_at is not None
    assert (meeting.stage, meeting.starts_at.hour, meeting.contact_zone) == (Stage.ARRANGED, hour, "Africa/Accra")


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"day": "2020-03-01"}, "That time is in the past. Choose a later one."),
        ({"contact_zone": "Europe/Atlantis"}, "We don’t know a time zone called “Europe/Atlantis”"),
        ({"day": ""}, "Enter a date."),
        ({"day": "soon"}, "Write the date like 2026-11-26."),
        ({"hour": "25:00"}, "Write the time like 15:00."),
        ({"hour": "24:00"}, "For midnight, enter 0:00 on the next day."),
        ({"day": "2027-03-28", "hour": "02:30"}, "The clocks go forward that day in Berlin, so 2:30 doesn’t exist."),
        (
            {"day": "2027-10-03", "hour": "02:15", "whose": "theirs", "contact_zone": "Australia/Lord_Howe"},
            "The clocks go forward that day in Lord Howe, so 2:15 doesn’t exist.",
        ),
        (
            {"day": "2027-03-14", "hour": "02:45", "whose": "theirs", "contact_zone": "America/St_Johns"},
            "The clocks go forward that day in St Johns, so 2:45 doesn’t exist.",
        ),
        ({"day": "2027-02-29"}, "Write the date like 2026-11-26."),
        ({"whose": "theirs", "contact_zone": ""}, "Enter their time zone"),
        ({"minutes": "45"}, "Choose 15, 20 or 30 minutes."),
        ({"mode": "pigeon"}, "Choose one of the three."),
        ({"link": "javascript:alert(1)"}, "Enter a valid URL"),
        ({"place": "x" * 500}, "at most 300 characters"),
        ({"place": "a\0b"}, "character"),
        ({"day": "0001-01-01", "hour": "00:00"}, "Choose a date"),
        ({"day": "9999-12-31", "hour": "23:50"}, "Choose a date in this century."),
        (
            {"day": "9999-12-31", "hour": "23:59", "whose": "theirs", "contact_zone": "Pacific/Honolulu"},
            "Choose a date",
        ),
    ],
)
def test_refuses_with_a_sentence_and_keeps_the_words(
    as_amina: Client, amina: User, more: dict[str, str], sentence: str
) -> None:
    meeting = asked(amina)
    response = post(as_amina, meeting, **{"place": "The <i>harbour</i>", **more})
    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page.replace("&#x27;", "'")
    assert "place" in more or "The &lt;i&gt;harbour&lt;/i&gt;" in page
    meeting.refresh_from_db()
    assert meeting.starts_at is None


def test_refuses_a_clash_with_a_sentence(as_amina: Client, amina: User) -> None:
    post(as_amina, asked(amina))
    response = post(as_amina, asked(amina), hour="15:10")
    assert response.status_code == 422
    assert "You have another conversation at that time." in response.content.decode()


def test_an_hour_shown_twice_is_the_first_and_says_so(as_amina: Client, amina: User) -> None:
    meeting = asked(amina)
    response = as_amina.post(
        reverse("meetings:time", args=[meeting.pk]), words(day=CLOCKS_PUT_BACK.isoformat(), hour="02:30"), follow=True
    )
    assert "We mean the first one" in response.content.decode()
    meeting.refresh_from_db()
    assert meeting.starts_at is not None
    assert meeting.starts_at.hour == 0


def test_a_double_submit_moves_nothing(as_amina: Client, amina: User) -> None:
    meeting = asked(amina)
    post(as_amina, meeting)
    post(as_amina, meeting)
    meeting.refresh_from_db()
    assert meeting.moves == 0
    assert Touch.objects.filter(kind="arranged").count() == 1


def test_a_zone_with_several_places_is_asked_about_once(as_amina: Client, amina: User) -> None:
    meeting = asked(amina)
    page = post(as_amina, meeting, contact_zone="Birmingham").content.decode()
    assert page.count("There are several places called “Birmingham”.") == 1
    assert page.count("Choose which “Birmingham” you mean.") == 1
    url = reverse("meetings:preview", args=[meeting.pk])
    # The preview waits for it, and says of other faults what they are.
    several = as_amina.post(url, words(contact_zone="Birmingham")).content.decode()
    assert several.strip() == ""
    both = as_amina.post(url, words(contact_zone="Birmingham", hour="x")).content.decode()
    assert both.count('class="error"') == 1
    assert (
        "We don’t know a time zone called “Nowhere”."
        in as_amina.post(url, words(contact_zone="Nowhere")).content.decode()
    )


def test_previews_both_zones(as_amina: Client, amina: User) -> None:
    url = reverse("meetings:preview", args=[asked(amina).pk])
    page = as_amina.post(url, words()).content.decode()
    assert f'>{MARCH:%A} 1 March, <span class="unbroken">15:00–15:20</span>, Berlin time</span>' in page
    assert '><span class="unbroken">14:00–14:20</span>, Accra time</span>' in page
    assert "That time is in the past" in as_amina.post(url, words(day="2020-03-01")).content.decode()
    assert as_amina.post(url, {}).status_code == 200


def test_a_proposed_time_is_met_where_the_time_is_fixed(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    reply = invited(amina, now=now)
    page = reverse("meetings:time", args=[reply.meeting_id])
    assert "Accept this time" not in as_amina.get(page).content.decode()
    reply.propose(now=now, zone="Africa/Accra", at=now + timedelta(days=4), mode="online")
    html = as_amina.get(page).content.decode()
    assert re.search(r"suggests .*\. Online\.", html)
    assert html.count("Accept this time") == 1
    as_amina.post(reverse("meetings:accept_proposal", args=[reply.meeting_id]))
    assert "Accept this time" not in as_amina.get(page).content.decode()


def test_no_page_leads_to_itself_as_what_comes_next(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    meeting = a_meeting(amina, now=now)
    fix(meeting, now + timedelta(days=9), now=now, mode="online", place="")
    address = reverse("meetings:time", args=[meeting.pk])
    assert 'class="following"' not in as_amina.get(address).content.decode()
    elsewhere = as_amina.get(reverse("meetings:research", args=[meeting.pk])).content.decode()
    assert f'<a href="{address}?where=1">' in elsewhere.partition('class="following"')[2]


@pytest.mark.parametrize(("mode", "field"), [("online", "link"), ("phone", "place"), ("in_person", "place")])
def test_what_is_missing_of_the_place_is_asked_for_alone(as_amina: Client, amina: User, mode: str, field: str) -> None:
    starts = timezone.now() + timedelta(days=9)
    meeting = fix(asked(amina), starts, now=timezone.now(), mode=mode, place="")
    address = f"{reverse('meetings:time', args=[meeting.pk])}?where=1"
    form = as_amina.get(address).content.decode().partition(f'action="{address}"')[2].partition("</form>")[0]
    assert re.findall(r'name="(\w+)"[^>]* autofocus', form) == [field]
    assert {"day", "hour", "mode", "minutes"}.isdisjoint(re.findall(r'name="(\w+)"', form))
    empty = as_amina.post(address, {field: " "})
    assert empty.status_code == 422
    assert (
        "Enter the video call link" in empty.content.decode() or "Enter where you’ll meet, or" in empty.content.decode()
    )
    where = "https://meet.example.org/osei"
    assert as_amina.post(address, {field: where, "revision": "1"}).status_code == 302
    before = meeting.starts_at, meeting.mode, meeting.moves
    meeting.refresh_from_db()
    assert getattr(meeting, field) == where
    assert (meeting.starts_at, meeting.mode, meeting.moves) == before


@pytest.mark.parametrize("place", ["+1 718 555 0134", "Tel. 030 901820", "030 901820 ext. 12", "12", "٠٣٠ ٩٠١٨٢٠"])
def test_a_number_is_no_place_to_meet(as_amina: Client, amina: User, place: str) -> None:
    address = reverse("meetings:time", args=[asked(amina).pk])
    answer = as_amina.post(address, words(mode="in_person", place=place))
    assert answer.status_code == 422
    assert "That’s only a number. Enter where you’ll meet." in answer.content.decode()
    assert as_amina.post(address, words(mode="in_person", place="Room 718 555")).status_code == 302


def test_nor_where_the_place_is_asked_for_alone(as_amina: Client, amina: User) -> None:
    cases = (("in_person", "030 901820", 422), ("in_person", "Café 12", 302), ("phone", "030 901820", 302))
    for days, (mode, place, status) in enumerate(cases, 9):
        starts = timezone.now() + timedelta(days=days)
        meeting = fix(asked(amina), starts, now=timezone.now(), mode=mode, place="")
        address = f"{reverse('meetings:time', args=[meeting.pk])}?where=1"
        answer = as_amina.post(address, {"place": place, "revision": "1"})
        assert answer.status_code == status, (mode, place)
        assert status == 302 or "That’s only a number. Enter where you’ll meet." in answer.content.decode()
        meeting.refresh_from_db()
        assert meeting.place == (place if status == 302 else "")


def test_an_hour_shown_twice_that_is_left_as_it_is_stays_the_second(as_amina: Client, amina: User) -> None:
    """Arranged, offered and proposed: each form is sent back as it was shown."""
    now, first = timezone.now(), datetime.combine(CLOCKS_PUT_BACK, time(0, 30), tzinfo=UTC)
    second = first + timedelta(hours=1)
    meeting = fix(asked(amina, now=now), second, now=now)
    answer = post(as_amina, meeting, day=CLOCKS_PUT_BACK.isoformat(), hour="02:30", place="Kaimauer", revision="1")
    assert answer.status_code == 302
    assert "We mean the first one" not in as_amina.get(answer.headers["Location"]).content.decode()
    meeting.refresh_from_db()
    assert (meeting.starts_at, meeting.moves, meeting.place) == (second, 0, "Kaimauer")
    post(as_amina, meeting, day=CLOCKS_PUT_BACK.isoformat(), hour="02:31", revision="2")
    meeting.refresh_from_db()
    assert meeting.starts_at == first + timedelta(minutes=1)

    meeting.cancel(now=now)
    reply = invited(amina, first - timedelta(hours=3), second, first, now=now)
    days = {f"day_{place}": CLOCKS_PUT_BACK.isoformat() for place in (2, 3)}
    times = {"day_1": (CLOCKS_PUT_BACK - timedelta(days=1)).isoformat(), "hour_1": "23:30"}
    offer = reverse("meetings:offer", args=[reply.meeting_id])
    answer = as_amina.post(offer, {**times, **days, "hour_2": "02:30", "hour_3": "02:30"})
    assert answer.status_code == 302
    offered = list(reply.offers.order_by("position").values_list("starts_at", flat=True))
    assert offered == [first - timedelta(hours=3), second, first]

    reply.propose(now=now, zone="Europe/Berlin", at=second)
    page = f"/r/{reply.make_link(now=now)}/answer/"
    words = {"day": CLOCKS_PUT_BACK.isoformat(), "hour": "02:30", "zone": "Europe/Berlin", "place": "Kaimauer"}
    as_amina.post(page, {"answer": "proposed", "mode": "online", **words})
    reply.refresh_from_db()
    assert (reply.proposed_at, reply.place) == (second, "Kaimauer")
