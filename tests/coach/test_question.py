"""One question: its traits, and for each fault the reason and a better wording."""

import pytest

from coach import bank
from coach.policy import Policy
from coach.questions.question import check
from coach.questions.remarks import CODES, INSTEAD, INSTEAD_OF_JOB, INSTEAD_OF_PERSONAL, INSTEAD_OF_SEARCH
from coach.review import Severity
from tests.coach.asked import FAULTY, SOUND


def faults(text: str) -> set[str]:
    return {remark.code for remark in check(text).remarks}


def better(text: str, code: str, **known: object) -> str:
    review = check(text, **known)  # type: ignore[arg-type]
    return next(f.repair.words for f in review.remarks if f.code == code and f.repair)


@pytest.mark.parametrize(("text", "expected"), FAULTY.items())
def test_finds_each_fault(text: str, expected: set[str]) -> None:
    assert faults(text) == expected
    assert expected <= check(text).labels


@pytest.mark.parametrize("text", SOUND)
def test_leaves_a_sound_question_alone(text: str) -> None:
    assert faults(text) == set()


def test_every_finding_says_why_whose_rule_it_is_and_how_to_mend_it() -> None:
    for text in FAULTY:
        for remark in check(text).remarks:
            assert remark.why
            assert remark.mend
            assert remark.span
            assert remark.seen == text[remark.span.start : remark.span.end]
            assert remark.seen.strip()


@pytest.mark.parametrize("text", [*FAULTY, *(q.text for q in bank.questions())])
def test_a_better_wording_is_free_of_its_fault(text: str) -> None:
    for remark in check(text).remarks:
        assert remark.repair, remark
        assert remark.repair.span.start == 0
        assert remark.repair.span.end == len(text)
        assert remark.code not in faults(remark.repair.words), remark.repair.words


@pytest.mark.parametrize(
    "wording", [*INSTEAD.values(), *INSTEAD_OF_PERSONAL.values(), *INSTEAD_OF_SEARCH.values(), *INSTEAD_OF_JOB.values()]
)
def test_what_it_proposes_instead_is_sound(wording: str) -> None:
    assert faults(wording) == set()


@pytest.mark.parametrize(("stage", "wording"), INSTEAD.items())
def test_proposes_for_each_stage_a_question_of_that_stage(stage: str, wording: str) -> None:
    # What is specific to a person names something of theirs, which no ready question can.
    assert stage == "specific_to_person" or f"stage={stage}" in check(wording).labels


@pytest.mark.parametrize(
    ("text", "code", "wording"),
    [
        ("Is your work stressful?", "closed_yes_no", "How stressful is your work?"),
        ("Do you travel a lot for work?", "closed_yes_no", "How much do you travel for work?"),
        ("Was it hard to change fields?", "closed_yes_no", "How hard was it to change fields?"),
        (
            "You moved to Lyon in 2012. Did you enjoy the move?",
            "closed_yes_no",
            "You moved to Lyon in 2012. What did you enjoy most about the move?",
        ),
        ("What went well, and what would you change?", "compound", "What went well?"),
        ("The pay is miserable, isn't it?", "leading", "Some people say that the pay is miserable. How do you see it?"),
        (
            "Don't you think that radio is finished?",
            "leading",
            "Some people say that radio is finished. How do you see it?",
        ),
        (
            "What does a notary do?",
            "answerable_by_search",
            "What does a notary do that isn't in the job description?",
        ),
        (
            "As the greatest chemist in the world, what do you expect of batteries?",
            "flattery_excessive",
            "What do you expect of batteries?",
        ),
    ],
)
def test_rewords_it_from_its_own_words(text: str, code: str, wording: str) -> None:
    assert better(text, code) == wording


def test_asks_for_the_range_of_the_field_instead_of_the_own_salary() -> None:
    assert "range" in better("How much do you earn?", "too_personal")


def test_says_what_the_own_research_answers_already() -> None:
    research = ["She studied marine biology at the University of Bergen.", "Her office has forty people."]
    question = "What did you study at the University of Bergen?"
    review = check(question, research=research)
    found = next(f for f in review.remarks if f.code == "answered_by_research")
    assert "answered_by_research" not in review.labels
    assert found.repair
    again = check(found.repair.words, research=research)
    assert "answered_by_research" not in {f.code for f in again.remarks}
    assert "marine biology" in found.repair.words


def test_lets_a_question_build_on_the_research() -> None:
    research = ["She led the tram study in Ghent."]
    review = check("You led the tram study in Ghent. What surprised you in it?", research=research)
    assert review.remarks == ()


def test_lets_a_centre_allow_a_general_question_about_openings() -> None:
    question = "Are you hiring at the moment?"
    strict = next(f for f in check(question).remarks if f.code == "asks_for_job")
    mild = next(f for f in check(question, policy=Policy(openings_question=True)).remarks if f.code == "asks_for_job")
    assert (strict.severity, mild.severity) == (Severity.FAULT, Severity.HINT)


def test_knows_the_name_of_the_contact_from_a_fact() -> None:
    question = "How did you start out, Dr Adair?"
    assert "specific" not in check(question, contact="Moira Adair").labels


def test_names_faults_before_hints() -> None:
    review = check("Could you get me a summer job in your team?")
    assert [f.severity for f in review.remarks] == [Severity.FAULT, Severity.HINT]
    assert set(CODES) >= faults("Could you get me a summer job in your team?")
