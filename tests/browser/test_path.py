"""Amina takes one real conversation from what she wants to find out to a follow-up list."""

import pytest
from allauth.account.models import EmailAddress
from playwright.sync_api import Page

from followups.models import Followup
from meetings.models import Meeting
from tests.browser.walk import Walk
from tests.cast import PASSWORD, Cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture
def email(cast: Cast) -> str:
    """Amina's address, with a password to sign in by."""
    cast.amina.set_password(PASSWORD)
    cast.amina.save()
    EmailAddress.objects.create(user=cast.amina, email=cast.amina.email, verified=True, primary=True)
    return cast.amina.email


def walk_the_path(walk: Walk, email: str, cast: Cast) -> None:
    walk.sign_in(email)
    walk.aim()
    walk.add_person()
    walk.begin()
    walk.say_why()
    walk.ask()
    walk.hear()
    walk.arrange()
    walk.research()
    walk.plan()
    walk.introduce()
    assert walk.print_agenda().startswith(b"%PDF-")
    walk.pack()
    walk.meet()
    walk.end()
    walk.look_back()
    walk.thank()
    walk.promise()
    meeting = Meeting.objects.visible_to(cast.amina).get()
    assert meeting.stage == Meeting.Stage.THANKED
    assert meeting.packed_at is not None
    walk.go("Today")
    walk.sees("You’re all caught up")
    kinds = Followup.objects.visible_to(cast.amina).open().values_list("kind", flat=True)
    assert sorted(kinds) == ["connect", "keep", "promise"]
    assert walk.faults == []


def test_on_a_phone(phone: Page, email: str, cast: Cast) -> None:
    walk_the_path(Walk(phone), email, cast)


@pytest.mark.slow
def test_at_a_desk_without_javascript(plain_desk: Page, email: str, cast: Cast) -> None:
    walk_the_path(Walk(plain_desk), email, cast)
