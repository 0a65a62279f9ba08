"""Home shows at once what contacts answered on their own pages."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from meetings.models import Invitation
from tests.meetings.builders import invited

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation(amina: User) -> Invitation:
    return invited(amina, now=timezone.now())


def home(client: Client) -> str:
    return client.get("/").content.decode()


def test_a_proposal_with_a_time_is_accepted_with_one_button(as_amina: Client, invitation: Invitation) -> None:
    at = timezone.now() + timedelta(days=3)
    invitation.propose(now=timezone.now(), zone="Africa/Accra", at=at, line="Gladly <b>")
    page = home(as_amina)
    assert "proposes" in page
    assert "Gladly &lt;b&gt;" in page
    assert "Nothing is due" not in page
    as_amina.post(reverse("meetings:take_up", args=[invitation.meeting_id]))
    assert "Accept this time" not in home(as_amina)


def test_a_proposal_without_a_time_asks_for_times(as_amina: Client, invitation: Invitation) -> None:
    invitation.propose(now=timezone.now(), zone="Africa/Accra", part="lunch")
    assert reverse("meetings:link", args=[invitation.meeting_id]) in home(as_amina)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("accept", "chose"),
        ("decline", "said no, kindly"),
        ("later", "not now, maybe later"),
        ("name", "named"),
        ("quiet", "does not want to be written to again"),
        ("erase", "They asked to be forgotten"),
    ],
)
def test_every_answer_is_shown_until_it_was_seen(
    as_amina: Client, invitation: Invitation, answer: str, words: str
) -> None:
    now, first = timezone.now(), invitation.offers.get(place=1).pk
    {
        "accept": lambda: invitation.accept(first, now=now, zone="UTC", mode="phone"),
        "decline": lambda: invitation.decline(now=now),
        "later": lambda: invitation.decline(now=now, later=True),
        "name": lambda: invitation.name_someone("Kofi", now=now),
        "quiet": lambda: invitation.keep_quiet(now=now),
        "erase": lambda: invitation.erase(now=now),
    }[answer]()
    assert words in home(as_amina)
    seen = as_amina.post(reverse("meetings:note", args=[invitation.meeting_id]))
    assert words in as_amina.get(seen.headers["Location"]).content.decode()
    assert words not in home(as_amina)


def test_nobody_sees_what_others_were_answered(as_bo: Client, invitation: Invitation) -> None:
    invitation.decline(now=timezone.now())
    assert "said no, kindly" not in home(as_bo)
