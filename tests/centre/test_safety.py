"""Staying safe: the director writes what students read, and ours stands where nothing is written."""

import pytest
from django.test import Client

from centre.models import Centre
from centre.safety import ours

pytestmark = pytest.mark.django_db
URL = "/centre/safety/"


def test_begins_with_ours(as_dara: Client, centre: Centre) -> None:
    page = as_dara.get(URL).content.decode()
    for words in ours(centre.name).values():
        assert words.splitlines()[0] in page


def test_students_read_what_the_centre_wrote(as_dara: Client, centre: Centre) -> None:
    words = {
        "safety_points": "Meet on campus.\n\nTell us <first>.",
        "safety_reminder": "Stop any time.",
        "safety_tell": "Ada Roth\n030 1234",
    }
    assert as_dara.post(URL, words).status_code == 302
    safety = Centre.current().safety
    assert safety.points == ("Meet on campus.", "Tell us <first>.")
    assert (safety.reminder, safety.tell) == ("Stop any time.", "Ada Roth\n030 1234")


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("• Meet in public\n- Tell a friend\n3. Leave early", ("Meet in public", "Tell a friend", "Leave early")),
        ("Before you go:\n1) Meet in public\n2) Leave early", ("Before you go:", "Meet in public", "Leave early")),
        ("☐ Meet in public\n☐ Leave early\n☐", ("Meet in public", "Leave early")),
        ("Meet in public.\n- Leave early", ("Meet in public.", "Leave early")),
        ("1. Meet in public 2. Leave early", ("Meet in public", "Leave early")),
        ("112 is for emergencies.\nDr. Roth helps.", ("112 is for emergencies.", "Dr. Roth helps.")),
    ],
)
def test_w14_students_read_each_point_with_one_mark(
    words: str, points: tuple[str, ...], as_dara: Client, centre: Centre
) -> None:
    assert as_dara.post(URL, {"safety_points": words}).status_code == 302
    assert Centre.current().safety.points == points
    assert words.splitlines()[0] in as_dara.get(URL).content.decode()


def test_what_is_left_as_it_is_stays_ours(as_dara: Client, centre: Centre) -> None:
    """Ours is said in the language of whoever reads, and names the centre as it is called by then."""
    usual = ours(centre.name)
    assert as_dara.post(URL, {**usual, "safety_reminder": "  "}).status_code == 302
    centre = Centre.current()
    assert (centre.safety_points, centre.safety_reminder, centre.safety_tell) == ("", "", "")
    assert centre.safety.points[0] == usual["safety_points"].splitlines()[0]
    assert centre.safety.reminder == usual["safety_reminder"]


def test_refuses_what_is_too_long_and_keeps_the_words(as_dara: Client, centre: Centre) -> None:
    answer = as_dara.post(URL, {"safety_reminder": "Stop. " * 40})
    assert answer.status_code == 422
    assert "Stop. Stop." in answer.content.decode()
    assert Centre.current().safety_reminder == ""
