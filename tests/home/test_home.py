"""Today: what is due, what comes next, who is waited for, what went well; and each kind of member's own page."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from followups.models import Followup
from meetings.models import Meeting
from tests.cast import a_contact, a_goal, a_meeting
from tests.followups.builders import Kind, a_followup, a_promise, a_talk, yesterday


def home(client: Client) -> str:
    answer = client.get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def arranged(owner: User, *, in_hours: int, name: str = "Prof. Nadia Haddad") -> Meeting:
    now = timezone.now()
    meeting = a_meeting(
        owner, a_contact(owner, name, form_of_address="", time_zone="America/Chicago", now=now), now=now
    )
    meeting.ask(now=now - timedelta(days=9), channel="email")
    began = now + timedelta(hours=in_hours)
    meeting.arrange(now=min(now, began - timedelta(days=5)), starts_at=began, minutes=20, mode="online")
    return meeting


def test_due_rows_stand_in_the_order_of_their_time(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    a_followup(amina, Kind.NUDGE, now=now, at=yesterday(amina, now))
    a_followup(amina, Kind.CLOSE, now=now, at=now - timedelta(days=3))
    page = home(as_amina)
    assert page.index("a friendly final message") < page.index("Follow up with Dr. Osei")
    assert "Due since yesterday" in page


def test_what_is_late_stands_above_what_was_due_before_it(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    a_followup(amina, Kind.REPLY, now=now, at=now - timedelta(days=3))
    thanks = a_followup(amina, Kind.THANK, now=now, at=now - timedelta(days=1))
    Followup.objects.filter(pk=thanks.pk).update(late_at=now)
    page = home(as_amina)
    assert page.index("Thank Dr. Osei<") < page.index("for replying")


def test_a_thank_you_is_shown_at_once_with_its_hour(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina, in_hours=-1)
    meeting.hold(now=timezone.now())
    page = home(as_amina)
    assert "Thank Prof. Nadia Haddad" in page
    # A day after it was held: today or tomorrow, as the hour of this test has it.
    assert re.search(r"by (tomorrow, \d+:\d\d|\d+:\d\d today)", page)


def test_ten_rows_and_how_many_more(as_amina: Client, amina: User) -> None:
    talk = a_talk(amina, now=timezone.now())
    for _ in range(22):
        a_promise(amina, now=timezone.now(), meeting=talk, due_on=timezone.now().date() - timedelta(days=1))
    page = home(as_amina)
    assert page.count("not-now") == 10
    assert "See 12 more" in page


def test_the_next_conversation_stands_in_both_zones_with_its_next_step(as_amina: Client, amina: User) -> None:
    arranged(amina, in_hours=72, name="Later Person")
    arranged(amina, in_hours=26)
    page = home(as_amina)
    assert "Your next conversation" in page
    assert page.index("Prof. Nadia Haddad") < page.index("Later Person")
    assert "Berlin time" in page
    assert "Chicago time" in page
    assert "of 8 steps" in page
    assert "Next: the video call link" in page


def test_asks_whether_a_conversation_took_place(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina, in_hours=-3)
    page = home(as_amina)
    assert "Did you talk with" in page
    assert f'action="/meetings/{meeting.pk}/hold/"' in page
    as_amina.post(f"/meetings/{meeting.pk}/hold/")
    assert "Did you talk with" not in home(as_amina)


def test_shows_who_is_waited_for(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina, a_contact(amina, "Tomás Herrera"))
    meeting.ask(now=timezone.now() - timedelta(days=2), channel="email")
    page = home(as_amina)
    assert "Waiting for a reply" in page
    assert "Tomás Herrera" in page
    assert "You asked on" in page


def test_says_what_went_well_this_month(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    Meeting.objects.filter(pk=a_talk(amina, now=now).pk).update(held_at=now, thanked_at=now)
    assert "So far this month: 1 conversation held and 1 thank-you sent." in home(as_amina)


def have_asked_before(owner: User) -> None:
    """One conversation, long ago, that asks for nothing any more."""
    now = timezone.now() - timedelta(days=400)
    asked = a_meeting(owner, a_contact(owner, "Tomás Herrera", now=now), now=now)
    asked.ask(now=now, channel="email")
    asked.hear(now=now, answer="no")
    asked.rest(now=now)
    Followup.objects.filter(meeting=asked).delete()


def test_says_that_nothing_is_due(as_amina: Client, amina: User) -> None:
    have_asked_before(amina)
    page = home(as_amina)
    assert "You’re all caught up" in page


def test_suggests_one_person_when_nothing_is_due(as_amina: Client, amina: User) -> None:
    have_asked_before(amina)
    a_goal(amina)
    contact = a_contact(amina, standing="does_the_job", warmth="A")
    page = home(as_amina)
    assert "How about <bdi>Dr. Efua Osei</bdi>" in page
    assert f"/meetings/begin/?contact={contact.pk}" in page


def test_what_is_anothers_is_not_there(as_amina: Client, bo: User) -> None:
    a_followup(bo, Kind.NUDGE, now=timezone.now())
    assert "Dr. Osei" not in home(as_amina)


def test_an_adviser_sees_nothing_of_the_students(as_cleo: Client, amina: User) -> None:
    a_followup(amina, Kind.NUDGE, now=timezone.now())
    page = home(as_cleo)
    assert "Hello, Cleo" in page
    assert "Osei" not in page


def test_the_director_sees_counts_without_small_cells(as_dara: Client, amina: User) -> None:
    a_talk(amina, now=timezone.now())
    page = home(as_dara)
    assert page.count("not shown") == 4
    assert page.count("fewer than 5 students") == 1
    assert "Osei" not in page
    assert "Amina" not in page


def test_the_director_sees_a_count_with_five_students_behind_it(as_dara: Client) -> None:
    for number in range(6):
        student = User.objects.create_user(f"s{number}@example.edu", name=f"Student {number}")
        a_talk(student, now=timezone.now())
    page = home(as_dara)
    assert "<dd>6</dd>" in page
    assert "<dd>8</dd>" in page


def many(owner: User, count: int) -> None:
    now = timezone.now()
    talk = a_talk(owner, a_contact(owner, now=now), now=now)
    for number in range(count):
        a_promise(owner, now=now, meeting=talk, due_on=now.date() - timedelta(days=1 + number % 9))
        waited = a_meeting(owner, talk.contact, now=now)
        Meeting.objects.filter(pk=waited.pk).update(asked_at=now - timedelta(days=2), asked_by="email")
        a_meeting(owner, talk.contact, now=now)


@pytest.mark.parametrize("count", [1, 40])
def test_as_few_queries_for_many_as_for_one(as_amina: Client, amina: User, count: int) -> None:
    many(amina, count)
    home(as_amina)
    with CaptureQueriesContext(connection) as asked:
        home(as_amina)
    assert Followup.objects.due(timezone.now()).count() == count
    # The centre is read anew every few seconds, whenever those happen to be over.
    found = [query for query in asked if "centre_centre" not in query["sql"]]
    # Session, member, the conversations, what is due.
    assert len(found) == 4
