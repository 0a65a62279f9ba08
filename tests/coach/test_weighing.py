"""Weighing a person against the goals."""

from datetime import date

import pytest

from coach.policy import Policy
from coach.weighing import GoalFacts, PersonFacts, WeighedPerson, overlap, stems, weigh

TODAY = date(2026, 11, 18)
FIELD = GoalFacts("field", "Marine conservation", "I can describe a usual week.")
ROLE = GoalFacts("role", "Policy analyst")
EMPLOYER = GoalFacts("employer", "Blue Shelf Institute")
MATERIALS = GoalFacts("materials", "My CV")


def weighed(*goals: GoalFacts, **facts: object) -> WeighedPerson:
    return weigh(PersonFacts(**facts), goals, Policy(), today=TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marine conservation", "conservation biologists"),
        ("Policy analyst", "Senior policy analysts"),
        ("Économie", "economie"),
        ("Museums", "The Museum of Natural History"),
        ("Surveys of species", "survey"),
        ("海洋保护", "海洋保护中心"),
        ("Морская экология", "морская экология и право"),
        ("Science", "science"),
        ("Software engineering", "Software engineer, software"),
    ],
)
def test_meets_by_whole_words(one: str, other: str) -> None:
    assert overlap(one, other)
    assert overlap(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Art", "Martial"),
        ("Marketing", "Market research"),
        ("Data science", "Political science"),
        ("University of Oslo", "University of Bergen"),
        ("Civil engineering", "Software engineering"),
        ("The law of the sea", "The history of the book"),
        ("Marine conservation", ""),
        ("", ""),
        ("!!!", "???"),
    ],
)
def test_does_not_meet_by_parts_of_words_or_words_that_every_field_has(one: str, other: str) -> None:
    assert not overlap(one, other)


def test_takes_simple_plurals_off() -> None:
    assert stems("Studies of the classes, boxes, buses and crises") == {"study", "class", "box", "buse", "crise"}
    assert stems("business status analysis") == {"business", "status", "analysis"}


@pytest.mark.parametrize(
    ("goal", "facts", "sentence"),
    [
        (FIELD, {"field": "Marine conservation"}, "Works in the field of your goal “Marine conservation”."),
        (ROLE, {"role": "Senior policy analyst"}, "Does the job you want to learn about: Senior policy analyst."),
        (EMPLOYER, {"organisation": "Blue Shelf Institute"}, "Works at Blue Shelf Institute"),
        (MATERIALS, {"standing": "recruiter"}, "Reads applications, so could help with your goal “My CV”."),
        (FIELD, {"role": "Marine ecologist"}, "Could help with your goal “Marine conservation”."),
        (FIELD, {"tags": ("marine",)}, "Could help with your goal “Marine conservation”."),
        (FIELD, {"standing": "graduate"}, "A few years ahead of you"),
        (FIELD, {"field": "Marine conservation", "standing": "does_the_job"}, "Does this work every day."),
        (FIELD, {"warmth": "A"}, "You know each other well"),
        (FIELD, {"warmth": "B"}, "You’re on friendly terms."),
        (FIELD, {"graduated_in": 2022}, "recent graduates often reply"),
        (FIELD, {"graduated_in": 2017}, "in the last ten years"),
        (FIELD, {"named_by": "Prof. Lund"}, "Prof. Lund suggested them."),
        (
            GoalFacts("decide", "PhD or job", "I know what hydrology is like."),
            {"field": "Hydrology"},
            "part of your goal",
        ),
    ],
)
def test_says_why(goal: GoalFacts, facts: dict[str, object], sentence: str) -> None:
    found = weighed(goal, **facts)
    assert found.score > 0
    assert any(sentence in reason for reason in found.reasons_for)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"talking": True}, "already have a conversation going"),
        ({"asked_this_term": True}, "already contacted them this term"),
        ({"talked_this_term": True, "asked_this_term": True}, "already talked with them this term"),
        ({"has_channel": False}, "don’t have an address"),
        ({"unanswered_since": date(2026, 11, 12)}, "may still reply"),
        ({"unanswered_since": date(2026, 8, 1)}, "didn’t reply"),
    ],
)
def test_says_what_speaks_against(facts: dict[str, object], sentence: str) -> None:
    best = {"field": "Marine conservation", "warmth": "A"}
    found = weighed(FIELD, **best, **facts)
    assert any(sentence in reason for reason in found.reasons_against)
    assert found.score < weighed(FIELD, **best).score


def test_forgets_a_silence_of_long_ago_and_a_graduation_to_come() -> None:
    assert weighed(FIELD, unanswered_since=date(2025, 1, 1)).reasons_against == ()
    assert weighed(FIELD, graduated_in=2031).reasons_for == ()
    assert weighed(FIELD, graduated_in=1998).reasons_for == ()


def test_weighs_the_subject_above_everything_else_that_speaks_for_somebody() -> None:
    on_it = weighed(FIELD, field="Marine conservation")
    warm = weighed(FIELD, warmth="A", named_by="Prof. Lund", graduated_in=2024)
    assert on_it.score > warm.score


def test_serving_two_goals_beats_serving_one() -> None:
    one = weighed(FIELD, field="Marine conservation", organisation="Blue Shelf Institute")
    both = weighed(FIELD, EMPLOYER, field="Marine conservation", organisation="Blue Shelf Institute")
    assert both.score > one.score
    assert len(both.reasons_for) == len(one.reasons_for) + 1


def test_puts_the_weightiest_reason_first() -> None:
    assert weighed(FIELD, field="Marine conservation", warmth="B").reasons_for[0].startswith("Works in the field")


def test_weighs_somebody_unknown_as_nothing() -> None:
    assert weighed(FIELD) == WeighedPerson(0, (), ())
    assert weighed() == WeighedPerson(0, (), ())


def test_keeps_a_name_read_from_the_right_apart_from_the_words_around_it() -> None:
    assert "\u2068ليلى الحسن\u2069 suggested them." in weighed(FIELD, named_by="ليلى الحسن").reasons_for
