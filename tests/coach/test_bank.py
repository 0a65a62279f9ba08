"""The question bank is complete, ready to be asked, and free of what nobody should ask (docs/CRAFT.md, "Questions")."""

import re
from collections import Counter
from time import process_time

import pytest

from coach import bank
from coach.questions.question import check
from contacts.models import Contact
from goals.models import Goal

# docs/CRAFT.md, "Questions": never a job, own salary, family, health, belief, age, gossip; never "pick your brain".
NEVER = re.compile(
    r"pick your brain|hire me|a job for me|take me on|\bopenings?\b|vacanc|"
    r"your (own )?(salary|pay|wage|age|religion|faith|church|health|illness|spouse|wife|husband|children|politics)\b|"
    r"(do|did) you (earn|make a year|vote|believe in)|how old are you|are you married|gossip",
    re.IGNORECASE,
)


def test_holds_at_least_180_questions() -> None:
    assert len(bank.questions()) >= 180


def test_has_the_fifteen_categories_in_order() -> None:
    assert [c.number for c in bank.categories()] == list(range(1, 16))
    assert [c.phase for c in bank.categories()] == [*"WW", *"CCCC", *"SSSSSSS", *"XX"]
    assert len({c.title for c in bank.categories()}) == 15


def test_every_category_holds_eight_or_more() -> None:
    held = Counter(q.category for q in bank.questions())
    assert {number: held[number] for number in range(1, 16) if held[number] < 8} == {}


def test_questions_stand_in_the_order_of_the_categories() -> None:
    order = [q.category for q in bank.questions()]
    assert order == sorted(order)


def test_no_id_text_or_reason_occurs_twice() -> None:
    for name in ("id", "text", "why"):
        said = Counter(getattr(q, name).casefold() for q in bank.questions())
        assert [words for words, times in said.items() if times > 1] == []


@pytest.mark.parametrize("question", bank.questions(), ids=lambda q: q.id)
def test_every_field_is_in_range(question: bank.BankQuestion) -> None:
    assert re.fullmatch(r"[a-z]+-\d\d(-[a-z]+)+", question.id)
    assert len(question.id) <= 40  # what an agenda's column holds
    assert question.category in range(1, 16)
    assert question.phase in set("WCSX")
    assert question.minutes in (2, 3, 4)
    assert set(question.suits) <= set(Contact.Standing.values)
    assert set(question.goals) <= set(Goal.Kind.values)
    assert len(question.probes) <= 3


@pytest.mark.parametrize("question", bank.questions(), ids=lambda q: q.id)
def test_every_question_is_ready_to_be_asked(question: bank.BankQuestion) -> None:
    assert question.text.endswith("?")
    assert len(question.text) <= 200
    for words in (question.text, question.why, *question.probes):
        assert not re.search(r"[\[\](){}<>_]|\.\.\.|…", words), "no gap may reach a student"
        assert words == " ".join(words.split())
        assert not NEVER.search(words)
    assert all(probe.endswith("?") for probe in question.probes)


@pytest.mark.parametrize("question", bank.questions(), ids=lambda q: q.id)
def test_every_reason_is_a_sentence(question: bank.BankQuestion) -> None:
    assert question.why[0].isupper()
    assert question.why.endswith(".")
    assert len(question.why.split()) >= 6
    assert question.why.count(". ") == 0


@pytest.mark.parametrize("question", bank.questions(), ids=lambda q: q.id)
def test_every_question_passes_the_coach(question: bank.BankQuestion) -> None:
    assert {remark.code for remark in check(question.text).remarks} == set()


def test_every_kind_of_goal_and_standing_finds_questions_of_every_phase() -> None:
    for goal in Goal.Kind.values:
        assert {q.phase for q in bank.search(goal=goal)} == set("WCSX")
    for standing in Contact.Standing.values:
        assert {q.phase for q in bank.search(suits=standing)} == set("WCSX")


def test_a_question_is_found_by_its_id() -> None:
    assert bank.question("path-01-studies-to-work").category == 1
    with pytest.raises(KeyError):
        bank.question("no-such-question")


def test_search_wants_every_word_whatever_its_case_and_accents() -> None:
    found = bank.search("TUESDAY hoür")
    assert [q.id for q in found] == ["days-01-last-tuesday"]
    assert bank.search("tuesday supervisor") == ()


def test_search_filters_by_category_phase_and_sensitivity() -> None:
    assert {q.category for q in bank.search(category=13)} == {13}
    assert {q.phase for q in bank.search(phase="X")} == {"X"}
    assert not any(q.sensitive for q in bank.search(sensitive=False))
    assert len(bank.search(sensitive=False)) < len(bank.search()) == len(bank.questions())


def test_search_by_person_keeps_what_suits_anyone() -> None:
    for_founders = bank.search(suits="founder")
    assert all(not q.suits or "founder" in q.suits for q in for_founders)
    assert bank.question("path-01-studies-to-work") in for_founders
    assert bank.question("study-01-question-supervisor") not in for_founders


def test_reading_the_file_takes_less_than_a_blink() -> None:
    times = []
    for _ in range(5):
        bank._bank.cache_clear()
        began = process_time()
        bank.questions()
        times.append(process_time() - began)
    assert min(times) < 0.100
