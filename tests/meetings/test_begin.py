"""Beginning a conversation."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from goals.models import Goal
from meetings.models import Meeting
from tests.cast import a_contact, a_goal

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


URL = "/meetings/begin/"


def test_begins_and_goes_on(as_amina: Client, amina: User) -> None:
    contact, goal = a_contact(amina), a_goal(amina)
    words = {"contact": contact.pk, "goals": [goal.pk], "minutes": "30"}
    response = as_amina.post(URL, words)
    meeting = Meeting.objects.get()
    assert response.headers["Location"] == reverse("meetings:person", args=[meeting.pk])
    assert (meeting.contact, list(meeting.goals.all()), meeting.minutes) == (contact, [goal], 30)


def test_begins_with_the_reason_that_was_written_when_they_were_added(as_amina: Client, amina: User) -> None:
    contact = a_contact(amina, why_them="You moved from lab work to policy.")
    as_amina.post(URL, {"contact": contact.pk, "minutes": "20"})
    meeting = Meeting.objects.get()
    assert meeting.why_them == "You moved from lab work to policy."
    assert "person" in meeting.steps_done


def test_a_double_submit_begins_one(as_amina: Client, amina: User) -> None:
    words = {"contact": a_contact(amina).pk, "minutes": "20", "once": "0d0f7a9e-57a5-4f3d-8a35-6a1c4b1a0001"}
    first, second = as_amina.post(URL, words), as_amina.post(URL, words)
    assert Meeting.objects.count() == 1
    assert first.headers["Location"] == second.headers["Location"]


def test_preselects_what_the_address_names(as_amina: Client, amina: User) -> None:
    contact, goal = a_contact(amina), a_goal(amina)
    page = as_amina.get(URL, {"contact": contact.pk, "goal": goal.pk}).content.decode()
    assert f'<option value="{contact.pk}" selected>' in page
    assert "checked" in page


@pytest.mark.parametrize("name", ["contact", "goals"])
def test_offers_and_accepts_only_own(as_amina: Client, amina: User, bo: User, name: str) -> None:
    theirs = a_contact(bo, "Bos Person") if name == "contact" else a_goal(bo, "Bos goal")
    own = a_contact(amina)
    assert str(theirs) not in as_amina.get(URL).content.decode()
    words = {"contact": own.pk, "minutes": "20", name: theirs.pk}
    assert as_amina.post(URL, words).status_code == 404
    assert as_amina.get(URL, {"contact" if name == "contact" else "goal": theirs.pk}).status_code == 404
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [({"minutes": "20"}, "Choose who you want to talk to."), ({"minutes": "45"}, "Choose 15, 20 or 30 minutes.")],
)
def test_refuses_with_a_sentence(as_amina: Client, amina: User, words: dict[str, str], sentence: str) -> None:
    a_contact(amina)
    response = as_amina.post(URL, words)
    assert response.status_code == 422
    assert sentence in response.content.decode()


@pytest.mark.parametrize("pk", ["x", "99999999999999999999", "-1", "%00"])
def test_an_id_that_is_none_is_not_found(as_amina: Client, amina: User, pk: str) -> None:
    assert as_amina.post(URL, {"contact": pk, "minutes": "20"}).status_code == 404


def test_without_people_says_whom_to_add(as_amina: Client) -> None:
    assert "Add a person" in as_amina.get(URL).content.decode()


def test_the_only_goal_is_chosen_already(as_amina: Client, amina: User) -> None:
    a_contact(amina)
    a_goal(amina)
    assert as_amina.get(URL).context["form"]["goals"].value() == [Goal.objects.get().pk]
    a_goal(amina, "Fisheries")
    assert as_amina.get(URL).context["form"]["goals"].value() == []
