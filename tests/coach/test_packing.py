"""The packing list follows the mode, the place and the date of the résumé (docs/CRAFT.md, "Getting ready")."""

import pytest

from coach.packing import is_office, packing_list


def words(mode: str, **more: object) -> str:
    return "\n".join(f"{item.words} {item.why}" for item in packing_list(mode, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize("mode", ["", "in_person", "phone", "online"])
def test_each_thing_stands_once_and_has_a_short_code(mode: str) -> None:
    codes = [item.code for item in packing_list(mode)]
    assert len(codes) == len(set(codes))
    assert all(code.isascii() and len(code) <= 30 for code in codes)
    assert {"agenda", "paper", "resume", "first"} <= set(codes)


def test_the_mode_decides_what_is_needed() -> None:
    assert "link, opened once" in words("online")
    assert "who calls whom" in words("phone")
    assert "10 to 15 minutes early" in words("in_person")
    assert "coffee" not in words("phone") + words("online")


def test_clothes_follow_the_place() -> None:
    assert "no jeans" in words("in_person")
    assert "suit or its equal" in words("in_person", formal_office=True)


@pytest.mark.parametrize(
    ("place", "office"),
    [("Head office, 4th floor", True), ("Ministry of Fisheries", True), ("Café at the bank", False), ("Quay 3", False)],
)
def test_knows_an_office_by_its_words(place: str, office: bool) -> None:
    assert is_office(place) == office


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "updated today, in the bag"),
        (1, "updated 1 day ago, in the bag"),
        (13, "updated 13 days ago, in the bag"),
        (21, "updated 3 weeks ago: look at it once more"),
        (89, "updated 2 months ago: look at it once more"),
        (130, "updated 4 months ago: bring it up to date"),
    ],
)
def test_the_resume_knows_its_date(days: int, said: str) -> None:
    assert said in words("in_person", has_resume=True, resume_age_days=days)


def test_without_a_resume_says_so() -> None:
    assert "There is none here yet" in words("online")
