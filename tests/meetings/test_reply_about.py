"""What is saved about a contact: the page tells them, and erases it."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from meetings.models import Reply
from tests.meetings.builders import anew, invited

pytestmark = pytest.mark.django_db


@pytest.fixture
def reply(amina: User) -> Reply:
    return invited(amina, now=timezone.now())


@pytest.fixture
def link(reply: Reply) -> str:
    return f"/r/{reply.make_link(now=timezone.now())}/"


def test_shows_also_how_well_they_are_known_and_the_tags(stranger: Client, reply: Reply, link: str) -> None:
    contact = reply.meeting.contact
    contact.revise(seen=None, tags=["seagrass", "<accra>"], known_words="I heard your talk.", interest="Wooden boats")
    contact.know(seen=None, warmth="B")
    page = stranger.get(f"{link}about/").content.decode()
    for words in ("<dd>Friendly</dd>", "<dd>seagrass, &lt;accra&gt;</dd>", "I heard your talk.", "private notes"):
        assert words in page
    # What may be remembered of them is a private note.
    assert "Wooden boats" not in page


def test_shows_what_is_kept_and_erases_it(stranger: Client, reply: Reply, link: str) -> None:
    page = stranger.get(f"{link}about/").content.decode()
    assert "efua.osei@example.org" in page
    assert "Marine ecologist" in page
    assert "<dd>Accra</dd>" in page
    gone = stranger.post(f"{link}erase/")
    assert gone.status_code == 200
    assert "Your details are deleted" in gone.content.decode()
    assert stranger.get(link).status_code == 404
    assert anew(reply).meeting.contact.email == ""
