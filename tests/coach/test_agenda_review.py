"""An agenda: its order, its number of questions, what is missing, what serves no goal and what is asked twice."""

import pytest

from coach.questions.agenda import AgendaRemark, check, goal_stages
from coach.questions.plan import AgendaQuestion, StatedGoal

GOOD = [
    "How is your week going?",
    "What drew you to hydrology?",
    "What does an ordinary day look like?",
    "Which skills does a beginner need?",
    "You moved from Leeds to Delft in 2016. What changed?",
    "What would you do in my place?",
    "Who else should I talk to?",
]


def review(*questions: str | AgendaQuestion, goal: str = "Learn about hydrology", minutes: int = 30) -> frozenset[str]:
    return check(goal, minutes, questions).labels


def remarks(
    code: str, *questions: str | AgendaQuestion, minutes: int = 30, aims: tuple[StatedGoal, ...] = ()
) -> list[AgendaRemark]:
    return [f for f in check("Learn about hydrology", minutes, questions, aims=aims).remarks if f.code == code]


def test_has_nothing_to_say_of_a_good_agenda() -> None:
    result = check("Learn about hydrology", 30, GOOD)
    assert result.labels == {"order_ok"}
    assert result.remarks == ()
    assert result.stages[0] == "warm_up"


def test_takes_a_broad_question_about_the_path_for_a_beginning() -> None:
    assert review(*GOOD[1:]) == {"order_ok"}


@pytest.mark.parametrize(
    ("order", "at"),
    [
        ([6, 0, 1, 2, 3, 4, 5], 0),
        ([0, 1, 2, 6, 3, 4, 5], 3),
        ([0, 4, 1, 2, 3, 5, 6], 1),
        ([0, 5, 1, 2, 3, 4, 6], 1),
        ([1, 2, 0, 3, 4, 5, 6], 2),
        ([2, 0, 1, 3, 4, 5, 6], 0),
    ],
)
def test_says_at_its_place_where_the_order_hurts(order: list[int], at: int) -> None:
    questions = [GOOD[n] for n in order]
    assert "order_ok" not in review(*questions)
    assert at in [remark.at for remark in remarks("order", *questions)]


def test_says_that_a_close_in_the_first_place_belongs_last() -> None:
    noticed = remarks("order", GOOD[6], *GOOD[:6])
    assert [(remark.at, remark.mend) for remark in noticed] == [(0, "Move it to the end.")]


def test_lets_the_topics_between_come_in_any_order() -> None:
    assert review(*(GOOD[n] for n in (0, 1, 3, 2, 5, 4, 6))) == {"order_ok"}


@pytest.mark.parametrize("early", ["How much do you earn?", "Can you get me an internship in your team?"])
def test_holds_a_personal_or_job_question_for_demanding(early: str) -> None:
    assert "order_ok" not in review(GOOD[0], early, *GOOD[1:])


def test_counts_two_and_a_half_minutes_for_a_question() -> None:
    assert "too_many_for_time" in review(*GOOD, minutes=15)
    assert "too_many_for_time" not in review(*GOOD, minutes=18)
    assert "15 minutes" in remarks("too_many_for_time", *GOOD, minutes=15)[0].why


@pytest.mark.parametrize(
    ("gone", "stage"),
    [(2, "day_to_day"), (4, "specific_to_person"), (5, "advice"), (6, "closing_referral")],
)
def test_says_which_stage_is_missing(gone: int, stage: str) -> None:
    questions = [q for n, q in enumerate(GOOD) if n != gone]
    assert f"missing={stage}" in review(*questions)
    assert [f.stage for f in remarks("missing", *questions)] == [stage]


def test_expects_nothing_about_the_person_in_a_short_talk() -> None:
    assert review(*(GOOD[n] for n in (0, 1, 2, 5, 6)), minutes=15) == {"order_ok"}


@pytest.mark.parametrize(
    ("goal", "stage"),
    [
        ("Find out which skills a junior needs", "skills"),
        ("Understand the culture in a kitchen", "culture"),
        ("See where the industry is heading", "industry"),
        ("Learn how she moved from nursing to software", "career_path"),
        ("Get my portfolio into shape", "application_materials"),
    ],
)
def test_expects_what_the_goal_names(goal: str, stage: str) -> None:
    assert goal_stages(goal) == (stage,)


@pytest.mark.parametrize("goal", ["Get to know beekeeping as a living", "Have an informational interview with a judge"])
def test_reads_nothing_into_a_broad_goal(goal: str) -> None:
    assert goal_stages(goal) == ()


def test_says_which_goal_no_question_serves() -> None:
    aims = (StatedGoal("1", "Learn about hydrology and floods"), StatedGoal("2", "See what parents do about childcare"))
    assert [f.aim for f in remarks("goal_not_served", *GOOD, aims=aims)] == ["1", "2"]
    tied = [AgendaQuestion(GOOD[0], goals=("1",)), AgendaQuestion(GOOD[1], goals=("2",)), *GOOD[2:]]
    assert remarks("goal_not_served", *tied, aims=aims) == []


def test_knows_a_question_again_in_other_words() -> None:
    twice = remarks("asked_twice", *GOOD[:6], "What does a typical day look like for you?", GOOD[6])
    assert [(f.other, f.at) for f in twice] == [(2, 6)]
    assert remarks("asked_twice", *GOOD) == []


def test_believes_the_stage_that_the_student_sees() -> None:
    assert check("", 30, [AgendaQuestion("And?", stage="warm_up")]).stages == ("warm_up",)


def test_says_what_an_empty_agenda_lacks() -> None:
    assert "missing=warm_up" in check("", 20, []).labels
