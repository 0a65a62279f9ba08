"""The question bank is complete, ready to be asked, and free of what nobody should ask (docs/CRAFT.md, "Questions")."""

import re
from collections import Counter
from itertools import combinations
from pathlib import Path
from time import process_time

import pytest

from agendas.models.question import STAGES
from coach import bank
from coach.budget import PHASES
from coach.questions import agenda
from coach.questions.plan import AgendaQuestion
from coach.questions.question import check
from coach.review import Severity
from contacts.models import Contact
from goals.models import Goal

# docs/CRAFT.md, "Questions": never a job, own salary, family, health, belief, age, gossip; never "pick your brain".
NEVER = re.compile(
    r"pick your brain|hire me|a job for me|take me on|\bopenings?\b|vacanc|"
    r"your (own )?(salary|pay|wage|age|religion|faith|church|health|illness|spouse|wife|husband|children|politics)\b|"
    r"(do|did) you (earn|make a year|vote|believe in)|how old are you|are you married|gossip",
    re.IGNORECASE,
)

# Spelling from across the ocean; tests/coach/test_voice.py hears the rest.
NOT_OUR_SPELLING = re.compile(r"\b(organiz\w+|colors?|centers?|behaviors?|programs?|résumés?)\b", re.IGNORECASE)
# What a handout of any adviser begins with.
CLASSICS = {
    "How did you get your first job in this field?",
    "What does a normal week look like for you?",
    "What do you enjoy most about your work?",
    "What's the hardest part of your job?",
    "What do you wish you had known before you started?",
    "What surprised you most when you started?",
    "If you could start again, what would you do differently?",
    "What do most people get wrong about your job?",
    "What advice would you give a student like me?",
    "What's the best way to stay in touch with you?",
    "Who else would you suggest I talk to?",
}
FIELDS = ["health", "care", "teaching", "arts", "public", "engineering", "computing", "business", "law", "science"]
OF_PEOPLE = {"graduates": "graduate", "recruiters": "recruiter", "founders": "founder"}
OF_STUDENTS = ("internships", "further-study", "returning", "moving")
EVER_GIVEN = Path(__file__).with_name("bank_ids.txt").read_text("utf-8").split()


def shared(one: str, other: str) -> float:
    """Which part of the words of two questions is in both, 0 to 1."""
    first, second = (set(re.findall(r"[\w']+", text.casefold())) for text in (one, other))
    return len(first & second) / len(first | second)


def as_read(question: bank.BankQuestion) -> AgendaQuestion:
    """As an agenda gives it to the coach."""
    return AgendaQuestion(question.text, stage=STAGES.get(question.category, ""))


def test_holds_at_least_260_questions() -> None:
    assert len(bank.questions()) >= 260


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
    assert not question.field or question.id.startswith(f"{question.field}-")
    assert len(question.id) <= 40  # what an agenda's column holds
    assert question.category in range(1, 16)
    assert question.phase in set("WCSX")
    assert question.minutes in (2, 3, 4)
    assert set(question.suits) <= set(Contact.Standing.values)
    assert set(question.goals) <= set(Goal.Kind.values)
    assert 1 <= len(question.probes) <= 3


@pytest.mark.parametrize("question", bank.questions(), ids=lambda q: q.id)
def test_every_question_is_ready_to_be_asked(question: bank.BankQuestion) -> None:
    assert question.text.endswith("?")
    assert question.text.count("?") == 1
    assert len(question.text.split()) <= 16, "nobody says that in one breath"
    for words in (question.text, question.why, *question.probes):
        assert not re.search(r"[\[\](){}<>_]|\.\.\.|…", words), "no gap may reach a student"
        assert words == " ".join(words.split())
        assert not NEVER.search(words)
        assert not NOT_OUR_SPELLING.search(words)
    assert all(probe.endswith("?") and len(probe.split()) <= 10 for probe in question.probes)


@pytest.mark.parametrize("question", bank.questions(), ids=lambda q: q.id)
def test_every_reason_is_a_sentence(question: bank.BankQuestion) -> None:
    assert question.why[0].isupper()
    assert question.why.endswith(".")
    assert 6 <= len(question.why.split()) <= 15
    assert question.why.count(". ") == 0


@pytest.mark.parametrize("question", bank.questions(), ids=lambda q: q.id)
def test_every_question_passes_the_coach(question: bank.BankQuestion) -> None:
    assert {remark.code for remark in check(question.text).remarks} == set()
    for probe in question.probes:
        assert not [remark for remark in check(probe).remarks if remark.severity is Severity.FAULT]


@pytest.mark.parametrize("question", bank.questions(), ids=lambda q: q.id)
def test_every_question_may_stand_at_its_place(question: bank.BankQuestion) -> None:
    around = ("path-13-first-job", "days-13-normal-week", "skills-01-good-and-very-good", "plans-16-advice-student")
    names = ("people-04-who-else", "closing-01-not-asked")
    rows = {bank.question(id) for id in (*around, *names)} | {question}
    rows_in_order = sorted(rows, key=lambda q: (PHASES.index(q.phase), bank.questions().index(q)))
    remarks = agenda.check("", 30, [as_read(q) for q in rows_in_order]).remarks
    assert [remark.why for remark in remarks if remark.code == "order"] == []


def test_no_two_questions_are_nearly_alike() -> None:
    pairs = combinations([q.text for q in bank.questions()], 2)
    assert [pair for pair in pairs if shared(*pair) > 0.6] == []


def test_the_coach_finds_no_two_that_ask_the_same() -> None:
    remarks = agenda.check("", 30, [as_read(q) for q in bank.questions()]).remarks
    twice = [(remark.at, remark.other) for remark in remarks if remark.code == "asked_twice"]
    assert [(bank.questions()[at or 0].text, bank.questions()[other or 0].text) for at, other in twice] == []


def test_the_plain_classics_are_there_and_come_first() -> None:
    classics = bank.search(set="classics")
    assert {q.text for q in classics} == CLASSICS
    assert len(bank.search(set="short")) == 4
    leading = {q.category: q for q in reversed(bank.questions()) if q.category in (1, 2, 3, 12)}
    assert set(leading.values()) <= set(classics)


@pytest.mark.parametrize("key", [*OF_PEOPLE, *OF_STUDENTS, "ai"])
def test_every_set_holds_eight_or_more(key: str) -> None:
    assert len(bank.search(set=key)) >= 8


@pytest.mark.parametrize(("key", "standing"), OF_PEOPLE.items())
def test_a_set_for_a_person_suits_that_person(key: str, standing: str) -> None:
    assert all(q.is_for(suits=standing) for q in bank.search(set=key))
    assert [q for q in bank.search(set=key) if q.suits == (standing,)]


def test_further_study_may_be_asked_outside_universities() -> None:
    assert not any(q.suits == ("academic",) for q in bank.search(set="further-study"))


def test_sets_are_known_and_told_apart() -> None:
    keys = [one.key for one in bank.sets()]
    assert set(keys) == {"classics", "short", *OF_PEOPLE, *OF_STUDENTS, "ai", *FIELDS}
    assert [one.key for one in bank.sets() if one.is_field] == FIELDS
    assert [one.key for one in bank.sets() if one.situation] == list(OF_STUDENTS)
    assert len({one.title for one in bank.sets()}) == len(keys)
    for question in bank.questions():
        assert set(question.sets) <= set(keys)
        assert len(set(question.sets) & set(FIELDS)) <= 1


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_has_eight_or_more_of_its_own(field: str) -> None:
    own = bank.search(set=field)
    assert len(own) >= 8
    assert len({q.category for q in own}) >= 4
    assert {q.field for q in own} == {field}


def test_a_field_is_known_by_its_words() -> None:
    words = [word for one in bank.sets() for word in one.words]
    assert len(words) == len(set(words))
    for one in bank.sets():
        for word in one.words:
            assert re.fullmatch(r"[a-z]+(-[a-z]+)?", word)
            assert bank.fields_of("", f"Chief {word.replace('-', ' ').title()}s") == {one.key}


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        (("Marine ecology", "Restoration lead"), {"science"}),
        (("", "Senior staff nurses"), {"health"}),
        (("Data science", "Careers adviser"), {"computing"}),
        (("Social  work", ""), {"care"}),
        (("", "Social workers’ lead"), {"care"}),
        (("Law", "IT manager"), {"law", "computing"}),
        (("", ""), set()),
        (("Carefree", "Bankrupt"), set()),
    ],
)
def test_the_fields_of_a_person(words: tuple[str, str], fields: set[str]) -> None:
    assert bank.fields_of(*words) == fields


def test_what_belongs_to_another_field_stays_out() -> None:
    found = bank.search(fields={"law"})
    assert {q.field for q in found} == {"", "law"}
    assert {q.field for q in bank.search()} == {"", *FIELDS}


def test_no_id_that_was_ever_given_is_lost_or_given_again() -> None:
    now = {q.id for q in bank.questions()}
    assert not now & bank.retired()
    assert now | bank.retired() == set(EVER_GIVEN), "write a new id into bank_ids.txt, and a lost one into `retired`"


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
    found = bank.search("YESTERDAY wörk")
    assert [q.id for q in found] == ["days-01-last-tuesday"]
    assert bank.search("yesterday supervisor") == ()


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
        bank.ours.cache_clear()
        bank._file.cache_clear()
        began = process_time()
        bank.questions()
        times.append(process_time() - began)
    assert min(times) < 0.100
