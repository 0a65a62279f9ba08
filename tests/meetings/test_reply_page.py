"""The contact's page: it shows on GET, changes on POST, and tells nothing that is not theirs."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from contacts.models import Quiet
from core import times
from core.templatetags.house import stacked, unbroken
from goals.models import Goal
from meetings.models import Meeting, Reply
from notes.models import Note
from tests.cast import a_contact
from tests.meetings.builders import anew, fix, invited

pytestmark = pytest.mark.django_db


@pytest.fixture
def reply(amina: User) -> Reply:
    """Two times on offer, counted from the real clock, which the pages read."""
    return invited(amina, now=timezone.now())


@pytest.fixture
def link(reply: Reply) -> str:
    return f"/r/{reply.make_link(now=timezone.now())}/"


def send(client: Client, link: str, **words: Any) -> Any:
    data = {"zone": "Africa/Accra", "mode": "online", "seen": "", **words}
    return client.post(f"{link}answer/", {name: value for name, value in data.items() if value != ""})


def offer(reply: Reply, nth: int = 1) -> str:
    return f"offer-{reply.offers.get(position=nth).pk}"


def offered(reply: Reply, zone: str) -> str:
    """The first time on offer, as it is said on the clock of `zone`."""
    starts_at = reply.offers.get(position=1).starts_at
    return unbroken(times.say(starts_at, zone, until=starts_at + reply.meeting.duration))


def test_says_who_asks_why_and_how_long(stranger: Client, reply: Reply, link: str) -> None:
    reply.meeting.say_why(seen=None, why_them="You went from a bank to <seagrass>.")
    page = stranger.get(link).content.decode()
    for words in (
        "Amina Yusuf",
        "BSc Marine Biology",
        "20 minutes",
        "Dear <bdi>Dr. Osei</bdi>",
        "need to prepare anything",
        "I&#x27;m writing to you because you went from a bank to &lt;seagrass&gt;.",
    ):
        assert words in page
    assert offered(reply, "Africa/Accra") in page


def test_tells_nothing_else_of_the_student(stranger: Client, amina: User, reply: Reply, link: str) -> None:
    meeting = reply.meeting
    Note.objects.create(meeting=meeting, words="Private thoughts", about="x", written_at=timezone.now())
    fix(meeting, timezone.now() + timedelta(days=9), now=timezone.now())
    for path in (link, f"{link}?change=1", f"{link}about/", f"{link}invite.ics"):
        page = stranger.get(path).content.decode()
        for secret in (amina.email, Goal.objects.all()[0].wants.split(".")[0], "Private thoughts"):
            assert secret not in page, path
    Reply.offer(meeting, now=timezone.now(), times=[], show_address=True)
    assert amina.email not in stranger.get(f"{link}?change=1").content.decode()


def test_shows_the_address_where_the_student_gave_it(stranger: Client, amina: User, reply: Reply, link: str) -> None:
    Reply.offer(reply.meeting, now=timezone.now(), times=[], show_address=True)
    assert amina.email in stranger.get(link).content.decode()


def test_a_student_without_a_name_is_not_called_by_their_address(stranger: Client, amina: User, link: str) -> None:
    User.objects.filter(pk=amina.pk).update(name="")
    page = stranger.get(link).content.decode()
    assert "One of our students" in page
    assert amina.email.split("@")[0] not in page.replace(link, "")


def test_every_time_is_said_in_the_zone_that_is_asked_for(stranger: Client, reply: Reply, link: str) -> None:
    for zone in ("Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns"):
        page = stranger.get(link, {"zone": zone}).content.decode()
        assert offered(reply, zone) in page
        assert f'name="zone" value="{zone}"' in page
    assert "Kyiv" in stranger.get(link, {"zone": "Europe/Kiev"}).content.decode()
    assert offered(reply, "Africa/Accra") in stranger.get(link, {"zone": "Mars/Base"}).content.decode()


def test_only_the_times_are_asked_for_anew(stranger: Client, reply: Reply, link: str) -> None:
    asked = {"zone": "Asia/Kathmandu", "answer": offer(reply, 2)}
    page = stranger.get(link, asked, headers={"HX-Request": "true"}).content.decode()
    assert page.startswith('<div id="times"')
    assert page.count(" checked") == 1
    assert "Kathmandu" in page


def test_a_time_that_was_taken_is_not_shown(stranger: Client, amina: User, reply: Reply, link: str) -> None:
    taken, words = reply.offers.get(position=1).starts_at, offered(reply, "Africa/Accra")
    assert words in stranger.get(link).content.decode()
    fix(invited(amina, now=timezone.now()).meeting, taken + timedelta(minutes=5), now=timezone.now())
    assert words not in stranger.get(link).content.decode()


def test_opening_every_link_changes_nothing(stranger: Client, reply: Reply, link: str) -> None:
    before = Meeting.objects.values().get(pk=reply.meeting_id)
    for tail in ("", "?change=1", "?answer=no", "answer/", "about/", "erase/", "invite.ics"):
        for ask in (stranger.get, stranger.head):
            assert ask(f"{link}{tail}").status_code in (200, 302)
    assert Meeting.objects.values().get(pk=reply.meeting_id) == before
    assert anew(reply).version == 0


def test_accepting_shows_the_time_in_both_zones_and_the_calendar_file(
    stranger: Client, reply: Reply, link: str
) -> None:
    answer = send(stranger, link, answer=offer(reply), mode="in_person", place="Café <Kaimauer>")
    assert answer.status_code == 302
    page = stranger.get(link).content.decode()
    clocks = anew(reply).meeting.in_words("Africa/Accra", "Europe/Berlin")
    assert stacked(clocks) in page
    assert "Café &lt;Kaimauer&gt;" in page
    file = stranger.get(f"{link}invite.ics")
    assert file.headers["Content-Type"].startswith("text/calendar; method=REQUEST")
    assert file.headers["Cache-Control"] == "no-store"


def test_a_number_is_no_place_to_meet(stranger: Client, reply: Reply, link: str) -> None:
    answer = send(stranger, link, answer=offer(reply), mode="in_person", place="+233 30 222 0000")
    assert answer.status_code == 422
    assert "That is only a number. Please say where you could meet." in answer.content.decode()
    assert 'value="+233 30 222 0000"' in answer.content.decode()
    assert send(stranger, link, answer=offer(reply), mode="phone", place="+233 30 222 0000").status_code == 302


def test_proposing_takes_a_moment_on_their_clock(stranger: Client, reply: Reply, link: str) -> None:
    day = (timezone.now() + timedelta(days=20)).date().isoformat()
    send(stranger, link, answer="proposed", day=day, hour="13:30", zone="Asia/Kathmandu", mode="phone")
    proposed = anew(reply).proposed_at
    assert proposed is not None
    assert (proposed.hour, proposed.minute) == (7, 45)
    page = stranger.get(link).content.decode()
    assert '<span class="unbroken">13:30–13:50</span>, Kathmandu time' in page
    assert "<title>Your reply to Amina Yusuf" in page
    assert "Change my reply" in page


def test_who_changes_an_answer_finds_what_they_said(stranger: Client, link: str) -> None:
    day = (timezone.now() + timedelta(days=20)).date().isoformat()
    send(stranger, link, answer="proposed", day=day, hour="13:30", place="+233 30 2123", line="Gladly")
    page = stranger.get(f"{link}?change=1").content.decode()
    for value in (day, "13:30", "+233 30 2123"):
        assert f'value="{value}"' in page
    assert re.findall(r'value="(\w+)" required checked', page) == ["proposed"]
    # Another answer may follow, for which the line was not written.
    assert "Gladly" not in page
    send(stranger, link, answer="named", name="Kofi", reach="by <mail>")
    page = stranger.get(f"{link}?change=1").content.decode()
    assert 'value="Kofi"' in page
    assert day not in page


def test_asks_for_their_zone_where_no_offer_names_it(stranger: Client, reply: Reply, link: str) -> None:
    Reply.offer(reply.meeting, now=timezone.now(), times=[])
    page = stranger.get(link).content.decode()
    assert "City of your time zone" in page
    assert 'name="there" value="Africa/Accra"' in page
    assert "Accra, now " in page
    # The hidden one belongs to the times on offer.
    assert 'name="zone"' not in page
    shown = stranger.get(link, {"there": "Boston", "typed": "1"}, headers={"HX-Request": "true"}).content.decode()
    assert "Boston, United States, now " in shown
    assert 'id="times"' not in shown
    day = (timezone.now() + timedelta(days=20)).date().isoformat()
    send(stranger, link, answer="proposed", day=day, hour="13:30", zone="", there="Boston", mode="phone")
    assert Reply.objects.get(pk=reply.pk).zone == "America/New_York"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({}, "Please choose one of these replies."),
        ({"answer": "offer-999999"}, "That time is no longer available."),
        ({"answer": "offer-abc"}, "That time is no longer available."),
        ({"answer": "proposed", "place": ""}, "Please choose a date or a part of the day"),
        ({"answer": "proposed", "hour": "12:00"}, "Please choose a date."),
        ({"answer": "proposed", "day": "2020-01-01"}, "Please choose a later date."),
        ({"answer": "proposed", "day": "9999-12-31", "hour": "23:59"}, "That is more than five years away."),
        ({"answer": "proposed", "day": "soon"}, "Please write the date like"),
        ({"answer": "proposed", "hour": "24:00"}, "For midnight, enter 0:00 on the next day."),
        ({"answer": "proposed", "part": "midnight"}, "Please choose one from the list."),
        ({"answer": "later", "not_before": "2020-01-01"}, "Please choose a later date."),
        ({"answer": "named"}, "Please write their name."),
        ({"answer": "declined", "mode": "pigeon"}, "Please choose one of the three."),
        ({"answer": "declined", "line": "x" * 501}, "at most 500 characters"),
        ({"answer": "declined", "line": "a\0b"}, "character"),
        ({"answer": "cancelled"}, "That time is no longer available."),
    ],
)
def test_refuses_with_a_sentence_and_keeps_the_words(
    stranger: Client, reply: Reply, link: str, words: dict[str, str], sentence: str
) -> None:
    answer = send(stranger, link, **{"place": "My <i>office</i>", **words})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page.replace("&#x27;", "'")
    assert "place" in words or "My &lt;i&gt;office&lt;/i&gt;" in page
    assert anew(reply).answer == ""


def test_tells_in_a_sentence_who_was_quicker(stranger: Client, amina: User, reply: Reply, link: str) -> None:
    send(stranger, link, answer="declined", seen="0")
    second = send(stranger, link, answer=offer(reply), seen="0")
    assert second.status_code == 422
    assert "A reply was sent from another window" in second.content.decode()
    assert "Thank you for your reply" in second.content.decode()
    assert send(stranger, link, answer=offer(reply), seen="1").status_code == 302
    reply.meeting.cancel(now=timezone.now())
    third = send(stranger, link, answer="proposed", part="lunch")
    assert third.status_code == 422
    assert "has been cancelled" in third.content.decode()


def test_names_somebody_and_says_what_may_be_said(stranger: Client, link: str) -> None:
    send(stranger, link, answer="named", name="Kofi <b>", reach="kofi@example.org", may_use_name="on")
    page = stranger.get(link).content.decode()
    assert "Kofi &lt;b&gt;" in page
    assert "may mention your name." in page


def test_keeping_quiet_is_said_and_leaves_no_way_to_write(stranger: Client, reply: Reply, link: str) -> None:
    send(stranger, link, answer="quiet")
    assert "You won’t get any more messages through Halfhour" in stranger.get(link).content.decode()


@pytest.mark.parametrize("answer", ["declined", "offer-999999", "proposed", "cancelled"])
def test_says_that_it_was_called_off_whatever_comes_late(
    stranger: Client, reply: Reply, link: str, answer: str
) -> None:
    reply.meeting.cancel(now=timezone.now())
    late = send(stranger, link, answer=answer, line="I <would> have come.")
    page = late.content.decode()
    assert late.status_code == 422
    assert str(Reply.CalledOff.sentence) in page
    assert "I &lt;would&gt; have come." in page


@pytest.mark.parametrize(
    ("typed", "zone"), [("Boston", "America/New_York"), ("Nepal", "Asia/Kathmandu"), ("JST", "Asia/Tokyo")]
)
def test_a_place_is_typed_as_people_call_it(stranger: Client, reply: Reply, link: str, typed: str, zone: str) -> None:
    answer = stranger.get(link, {"there": typed, "zone": "Africa/Accra", "typed": "1"}, headers={"HX-Request": "true"})
    shown = answer.content.decode()
    assert offered(reply, zone) in shown
    assert ", now " in shown
    assert f'name="zone" value="{zone}"' in shown
    assert "<html" not in shown


def test_where_several_places_are_meant_it_asks_and_the_times_stay(stranger: Client, reply: Reply, link: str) -> None:
    asked = {"there": "BST", "zone": "Africa/Accra", "typed": "1"}
    shown = stranger.get(link, asked, headers={"HX-Request": "true"}).content.decode()
    assert "There are several places called “BST”. Which one?" in shown
    assert offered(reply, "Africa/Accra") in shown
    refused = stranger.post(f"{link}there/", {**asked, "line": "After lunch."})
    assert refused.status_code == 422
    assert "Choose which “BST” you mean." in refused.content.decode()
    assert "After lunch." in refused.content.decode()
    # What is chosen stands last, and wins.
    chosen = stranger.post(f"{link}there/", {**asked, "there": ["BST", "Asia/Dhaka"]}).content.decode()
    assert offered(reply, "Asia/Dhaka") in chosen


def test_without_script_the_times_move_and_nothing_is_answered(stranger: Client, reply: Reply, link: str) -> None:
    typed = {"there": "Boston", "zone": "Africa/Accra", "answer": "named", "name": "Mei Tan", "line": "Do ask her."}
    answer = stranger.post(f"{link}there/", typed)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert offered(reply, "America/New_York") in page
    assert "Mei Tan" in page
    assert "Do ask her." in page
    assert not Reply.objects.get(pk=reply.pk).answer


def test_a_time_is_not_taken_on_another_clock_than_it_was_read(stranger: Client, reply: Reply, link: str) -> None:
    taken = {"answer": offer(reply, 1), "zone": "Africa/Accra", "there": "Tokyo", "mode": "phone"}
    refused = stranger.post(f"{link}answer/", taken)
    assert refused.status_code == 422
    assert "Please check them, then send." in refused.content.decode()
    assert offered(reply, "Asia/Tokyo") in refused.content.decode()
    assert stranger.post(f"{link}answer/", {**taken, "zone": "Asia/Tokyo"}).status_code == 302
    assert Reply.objects.get(pk=reply.pk).zone == "Asia/Tokyo"


def test_whoever_sends_while_their_device_names_its_zone_need_not_send_twice(
    stranger: Client, reply: Reply, link: str
) -> None:
    taken = {"answer": offer(reply, 1), "zone": "Africa/Accra", "there": "Asia/Tokyo", "mode": "phone"}
    assert stranger.post(f"{link}answer/", taken).status_code == 302
    answered = Reply.objects.get(pk=reply.pk)
    assert (answered.answer, answered.zone) == ("accepted", "Asia/Tokyo")


@pytest.mark.parametrize("place", ["Nowhere at all", "BST"])
def test_whoever_asks_for_peace_need_not_say_where_they_are(
    stranger: Client, reply: Reply, link: str, place: str
) -> None:
    assert stranger.post(f"{link}answer/", {"answer": "quiet", "there": place}).status_code == 302
    assert Reply.objects.get(pk=reply.pk).answer == "quiet"


@pytest.mark.parametrize("answer", ["", "later"])
def test_a_place_that_is_none_is_said_whatever_is_chosen(
    stranger: Client, reply: Reply, link: str, answer: str
) -> None:
    shown = stranger.post(f"{link}there/", {"there": "Nowhere at all", "answer": answer})
    assert shown.status_code == 422
    assert "We don’t know a time zone called “Nowhere at all”." in shown.content.decode()


@pytest.mark.parametrize("there", ["a\0b", "e" * 200_000])
def test_a_place_that_cannot_be_one_is_refused_and_not_read(
    stranger: Client, reply: Reply, link: str, there: str
) -> None:
    for act in ("there", "answer"):
        assert stranger.post(f"{link}{act}/", {"there": there, "answer": "proposed"}).status_code == 422


def offer_others(reply: Reply) -> None:
    Reply.offer(reply.meeting, now=timezone.now(), times=[timezone.now() + timedelta(days=8)])


def arrange(reply: Reply) -> None:
    fix(reply.meeting, timezone.now() + timedelta(days=9), now=timezone.now())


@pytest.mark.parametrize("answer", ["quiet", "declined"])
@pytest.mark.parametrize(
    "meanwhile", [offer_others, lambda reply: reply.decline(now=timezone.now(), later=True), arrange]
)
def test_whoever_wants_peace_has_it_from_any_page(
    stranger: Client, reply: Reply, link: str, meanwhile: Callable[[Reply], None], answer: str
) -> None:
    seen = str(reply.version)
    meanwhile(anew(reply))
    assert send(stranger, link, answer=answer, seen=seen).status_code == 302
    assert anew(reply).meeting.stage == ("cancelled" if meanwhile is arrange else "declined")
    assert Quiet.holds(reply.meeting.contact) is (answer == "quiet")


def test_other_times_on_offer_are_not_another_window(stranger: Client, reply: Reply, link: str) -> None:
    seen, gone = str(reply.version), offer(reply)
    offer_others(reply)
    assert "That time is no longer available." in send(stranger, link, answer=gone, seen=seen).content.decode()
    assert send(stranger, link, answer="later", seen=seen).status_code == 302
    arrange(reply)
    assert (
        str(Reply.Meanwhile.sentence) in send(stranger, link, answer="named", name="Kofi", seen=seen).content.decode()
    )


def test_the_same_answer_sent_twice_leads_to_the_page_and_is_given_once(
    stranger: Client, amina: User, link: str
) -> None:
    day = (timezone.now() + timedelta(days=20)).date()
    chosen: dict[str, Callable[[Reply], dict[str, str]]] = {
        "accepted": lambda reply: {"answer": offer(reply), "place": "Kaimauer", "line": "Gladly."},
        "proposed": lambda reply: {"answer": "proposed", "day": day.isoformat(), "hour": "13:30", "place": "Kaimauer"},
        "later": lambda reply: {"answer": "later", "not_before": day.isoformat(), "line": "In spring."},
        "declined": lambda reply: {"answer": "declined", "line": "No."},
        "named": lambda reply: {"answer": "named", "name": "Kofi", "reach": "k@example.org", "may_use_name": "on"},
        "quiet": lambda reply: {"answer": "quiet"},
        "cancelled": lambda reply: {"answer": "cancelled", "line": "I am ill."},
    }
    for number, (answer, words) in enumerate(chosen.items(), start=2):
        now = timezone.now()
        reply = invited(
            amina, now + timedelta(days=number), now=now, contact=a_contact(amina, f"Kofi {number}", email="")
        )
        if answer == "cancelled":
            fix(reply.meeting, now + timedelta(days=number), now=now)
        page, sent = f"/r/{reply.make_link(now=now)}/", words(reply)
        codes = [send(stranger, page, seen="0", **sent).status_code for _ in range(2)]
        after = anew(reply)
        assert (answer, codes, after.answer, after.version) == (answer, [302, 302], answer, 1)
        if answer not in {"quiet", "declined"}:
            other = send(stranger, page, seen="0", **{**sent, "place": "Elsewhere", "line": "Other words."})
            assert other.status_code == 422, answer
