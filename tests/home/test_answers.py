"""Home shows at once what contacts answered on their own pages."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact
from meetings.models import Reply
from tests.meetings.builders import invited

pytestmark = pytest.mark.django_db


@pytest.fixture
def reply(amina: User) -> Reply:
    return invited(amina, now=timezone.now())


def home(client: Client) -> str:
    return client.get("/").content.decode()


def test_a_proposal_with_a_time_is_accepted_with_one_button(as_amina: Client, reply: Reply) -> None:
    at = timezone.now() + timedelta(days=3)
    reply.propose(now=timezone.now(), zone="Africa/Accra", at=at, mode="online", line="Gladly <b>")
    page = home(as_amina)
    assert "suggests" in page
    assert ">Online.<" in page
    assert "Gladly &lt;b&gt;" in page
    assert "You’re all caught up" not in page
    as_amina.post(reverse("meetings:accept_proposal", args=[reply.meeting_id]))
    assert "Accept this time" not in home(as_amina)


def test_a_proposal_without_a_time_asks_for_times(as_amina: Client, reply: Reply) -> None:
    reply.propose(now=timezone.now(), zone="Africa/Accra", part="lunch")
    assert reverse("meetings:offer", args=[reply.meeting_id]) in home(as_amina)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("accept", "chose"),
        ("decline", "said no"),
        ("later", "not now, maybe later"),
        ("name", "suggested"),
        ("quiet", "asked not to be contacted again"),
        ("erase", "They asked us to delete their details"),
    ],
)
def test_every_answer_is_shown_until_it_was_seen(as_amina: Client, reply: Reply, answer: str, words: str) -> None:
    now, first = timezone.now(), reply.offers.get(position=1).pk
    {
        "accept": lambda: reply.accept(first, now=now, zone="UTC", mode="phone"),
        "decline": lambda: reply.decline(now=now),
        "later": lambda: reply.decline(now=now, later=True),
        "name": lambda: reply.name_someone("Kofi", now=now),
        "quiet": lambda: reply.keep_quiet(now=now),
        "erase": lambda: reply.erase(now=now),
    }[answer]()
    assert words in home(as_amina)
    seen = as_amina.post(reverse("meetings:mark_seen", args=[reply.meeting_id]))
    assert words in as_amina.get(seen.headers["Location"]).content.decode()
    assert words not in home(as_amina)


@pytest.mark.parametrize(
    ("phone", "button", "then"),
    [("+233 20 1234567", "Confirm with Dr. Osei", "write/confirm/"), ("", "Add the phone number", "time/?where=1")],
)
def test_a_chosen_time_leads_on_to_what_it_asks_for(
    as_amina: Client, reply: Reply, phone: str, button: str, then: str
) -> None:
    Contact.objects.filter(pk=reply.meeting.contact_id).update(phone=phone)
    reply.accept(reply.offers.get(position=1).pk, now=timezone.now(), zone="UTC", mode="phone")
    assert button in home(as_amina).partition('class="rows due-list"')[2].partition("</ul>")[0]
    to = f"{reply.meeting.get_absolute_url()}{then}"
    seen = as_amina.post(reverse("meetings:mark_seen", args=[reply.meeting_id]), {"next": to})
    assert seen.headers["Location"] == to
    assert "chose" not in home(as_amina)


def test_nobody_sees_what_others_were_answered(as_bo: Client, reply: Reply) -> None:
    reply.decline(now=timezone.now())
    assert "said no" not in home(as_bo)


def test_an_answer_given_anew_was_not_seen_with_the_one_before(as_amina: Client, reply: Reply) -> None:
    now = timezone.now()
    reply.accept(reply.offers.get(position=1).pk, now=now, zone="UTC", mode="phone")
    pages = home(as_amina), as_amina.get(reply.meeting.get_absolute_url()).content.decode()
    [stale] = {page.partition('name="version" value="')[2].partition('"')[0] for page in pages}
    Reply.objects.get(pk=reply.pk).decline(now=now)
    to = f"{reply.meeting.get_absolute_url()}write/confirm/"
    answer = as_amina.post(reverse("meetings:mark_seen", args=[reply.meeting_id]), {"version": stale, "next": to})
    assert answer.headers["Location"] == reply.meeting.get_absolute_url()
    assert Reply.objects.get(pk=reply.pk).noted_at is None
