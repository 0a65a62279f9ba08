"""Whether the centre's server carries letters, and how many."""

import pytest
from django.test import Client

from centre.models import Centre

pytestmark = pytest.mark.django_db


def test_is_off_until_the_director_says_so(as_dara: Client, centre: Centre) -> None:
    assert not centre.sends_for_students
    assert as_dara.post("/centre/sending/", {"sends_for_students": "on", "sends_a_day": "3"}).status_code == 302
    centre = Centre.current()
    assert (centre.sends_for_students, centre.sends_a_day) == (True, 3)
    assert "up to 3 a day each" in as_dara.get("/centre/").content.decode()


@pytest.mark.parametrize("most", ["0", "-1", "51", "", "many"])
def test_refuses_a_limit_without_sense(as_dara: Client, centre: Centre, most: str) -> None:
    assert as_dara.post("/centre/sending/", {"sends_a_day": most}).status_code == 422
