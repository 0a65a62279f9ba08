"""What the timeline keeps."""

import pytest

from accounts.models import User
from meetings.models import Meeting
from tests.cast import NOW, a_contact
from tests.meetings.builders import asked

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def test_the_list_of_people_shows_the_last_touch(amina: User) -> None:
    contact = a_contact(amina)
    asked(amina, contact=contact)
    contact.refresh_from_db()
    assert (contact.last_touch, contact.last_touch_at) == ("Asked by email", NOW)
