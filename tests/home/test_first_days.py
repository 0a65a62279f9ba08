"""The first days: a goal, a person, a request, and nothing that competes until the first request is out."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Finding
from meetings.models import Meeting
from tests.cast import a_contact, a_goal, a_meeting
from tests.followups.builders import Kind, a_followup

pytestmark = pytest.mark.django_db


def home(client: Client) -> str:
    answer = client.get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def one_button(page: str, words: str, href: str) -> bool:
    """Whether the one button of the page says `words` and leads to `href`."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return main.count('class="button"') == 1 and f'<a class="button" href="{href}">{words}</a>' in main


def test_a_new_student_is_welcomed_with_one_button(as_amina: Client) -> None:
    page = home(as_amina)
    assert "Welcome, Amina" in page
    assert "0 of 3 done" in page
    assert one_button(page, "Set your first goal", "/goals/aim/")


def test_then_a_person(as_amina: Client, amina: User) -> None:
    goal = a_goal(amina)
    page = home(as_amina)
    assert "Your first conversation, Amina" in page
    assert goal.subject in page
    assert "1 of 3 done" in page
    assert one_button(page, "Add a person", "/people/add/")


def test_whoever_added_people_first_still_says_what_for(as_amina: Client, amina: User) -> None:
    a_contact(amina)
    page = home(as_amina)
    assert "1 of 3 done" in page
    assert one_button(page, "Set your first goal", "/goals/aim/")


def test_then_the_one_person_is_asked(as_amina: Client, amina: User) -> None:
    a_goal(amina)
    contact = a_contact(amina)
    page = home(as_amina)
    assert "2 of 3 done" in page
    assert one_button(page, "Plan a conversation with Dr. Osei", f"/meetings/begin/?contact={contact.pk}")


def test_of_several_one_is_chosen(as_amina: Client, amina: User) -> None:
    a_goal(amina)
    a_contact(amina)
    a_contact(amina, "Tomás Herrera")
    assert one_button(home(as_amina), "Choose who to contact", reverse("meetings:shortlist"))


def test_then_the_request_is_prepared(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    assert one_button(home(as_amina), "Next: read about them", f"/meetings/{meeting.pk}/person/#look")
    for text in ("Began on a trawler.", "Ran the survey."):
        Finding.find(meeting.contact, now=timezone.now(), kind="path", text=text)
    assert one_button(home(as_amina), "Next: Person", f"/meetings/{meeting.pk}/person/")
    meeting.say_why(seen=None, why_them="Kelp.")
    assert one_button(home(as_amina), "Next: Ask", f"/meetings/{meeting.pk}/ask/")


def test_ends_with_the_first_request(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    meeting.ask(now=timezone.now(), channel="email")
    page = home(as_amina)
    assert "of 3 done" not in page
    assert "Waiting for a reply" in page


@pytest.mark.parametrize("turn", ["hold_unplanned", "answered"])
def test_ends_where_they_met_without_a_letter(as_amina: Client, amina: User, turn: str) -> None:
    now = timezone.now() - timedelta(days=60)
    meeting = a_meeting(amina, now=now)
    if turn == "answered":
        meeting.ask(now=now, channel="in_person")
        meeting.hear(now=now, answer="no")
    else:
        meeting.hold_unplanned(at=now, now=now)
    Meeting.objects.filter(pk=meeting.pk).update(has=[], thanked_at=now if meeting.held_at else None)
    assert "of 3 done" not in home(as_amina)


def test_what_is_due_comes_first(as_amina: Client, amina: User) -> None:
    a_followup(amina, Kind.NUDGE, now=timezone.now())
    page = home(as_amina)
    assert "of 3 done" not in page
    assert "Follow up" in page


def test_what_others_have_is_no_step_of_mine(as_amina: Client, bo: User) -> None:
    a_meeting(bo)
    assert "0 of 3 done" in home(as_amina)
