"""The list to get ready follows how they meet and the date of the résumé (docs/CRAFT.md, "Getting ready")."""

import pytest

from coach.packing import packing_list


def words(mode: str, **more: object) -> str:
    return "\n".join(f"{item.words} {item.why}" for item in packing_list(mode, **more).everything)  # type: ignore[arg-type]


@pytest.mark.parametrize("mode", ["", "in_person", "phone", "online"])
def test_five_things_come_first_and_each_has_a_short_code(mode: str) -> None:
    things = packing_list(mode)
    codes = [item.code for item in things.everything]
    assert len(codes) == len(set(codes))
    assert all(code.isascii() and len(code) <= 30 for code in codes)
    assert len(things.first) == 5
    assert {"agenda", "paper", "resume"} <= {item.code for item in things.first}


def test_keeps_every_code_that_was_ever_ticked() -> None:
    before = {
        "in_person": "agenda paper resume clothes way number coffee silent clock first",
        "phone": "agenda paper resume number charged quiet zone water posture clock first",
        "online": "agenda paper resume link picture clothes quiet zone early water clock first",
    }
    for mode, codes in before.items():
        assert {item.code for item in packing_list(mode).everything} >= set(codes.split())


def test_how_they_meet_decides_what_is_needed() -> None:
    assert "link, opened once" in words("online")
    assert "who makes the call" in words("phone")
    assert "10 to 15 minutes early" in words("in_person")
    assert "coffee" not in words("phone") + words("online")


def test_a_suit_is_only_for_a_formal_office() -> None:
    assert "suit" not in words("in_person") + words("online") + words("")
    assert "wear a suit if you own one" in words("in_person", formal_office=True)


def test_nothing_on_it_has_to_be_bought() -> None:
    assert "Offer to pay for your own." in words("in_person")
    assert "Don’t buy anything" in words("in_person", formal_office=True)
    assert "with what you own" in words("in_person")


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (0, "(updated today)"),
        (1, "(updated 1 day ago)"),
        (13, "(updated 13 days ago)"),
        (21, "(updated 3 weeks ago): check it once more"),
        (89, "(updated 2 months ago): check it once more"),
        (130, "(updated 4 months ago): bring it up to date"),
    ],
)
def test_the_resume_knows_its_date(days: int, sentence: str) -> None:
    assert sentence in words("in_person", has_resume=True, resume_age_days=days)


def test_without_a_resume_still_names_it() -> None:
    assert "An up-to-date résumé or CV" in words("online")
