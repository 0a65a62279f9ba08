"""Finding people when one knows nobody."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from centre.models import Centre
from contacts.ways import WAYS
from tests.cast import a_contact

pytestmark = pytest.mark.django_db
PAGE = reverse("contacts:ways")
LOOK = reverse("centre:look")


def test_shows_four_ways_with_their_steps(as_amina: Client) -> None:
    page = as_amina.get(PAGE).content.decode()
    assert len(WAYS) == page.count("<ol>") == 4
    for way in WAYS:
        assert str(way.title) in page
        assert all(str(step) in page for step in way.steps)


def test_offers_the_centre_by_its_own_address(as_amina: Client, as_dara: Client) -> None:
    centre = Centre.current()
    page = as_amina.get(PAGE).content.decode()
    assert f"Ask {centre.name}." in page
    assert "mailto:" not in page
    words = {"name": centre.name, "email": "Careers+ask@example.edu", "time_zone": "UTC", "revision": centre.revision}
    accents = {"accent_light": centre.accent_light, "accent_dark": centre.accent_dark}
    assert as_dara.post(LOOK, words | accents).status_code == 302
    page = as_amina.get(PAGE).content.decode()
    assert 'href="mailto:Careers%2Bask@example.edu"' in page
    assert "Write to Careers+ask@example.edu" in page


def test_refuses_what_is_no_address_of_the_centre(as_dara: Client) -> None:
    answer = as_dara.post(LOOK, {"name": "Careers", "email": "careers at example", "time_zone": "UTC"})
    assert answer.status_code == 422
    assert "That doesn’t look like an email address." in answer.content.decode()


def test_is_a_link_away_where_there_is_nobody_yet(as_amina: Client, amina: User) -> None:
    link = f'href="{PAGE}"'
    assert link in as_amina.get(reverse("contacts:index")).content.decode()
    assert link in as_amina.get(reverse("contacts:add")).content.decode()
    a_contact(amina)
    assert link not in as_amina.get(reverse("contacts:index")).content.decode()
