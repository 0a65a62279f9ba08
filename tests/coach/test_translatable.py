"""Every sentence of the coach that a person reads can be found by makemessages, and is said through the translator."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coach import budget, facts, packing, slots, weighing, words
from coach.messages import check as messages
from coach.policy import Policy
from coach.questions import agenda, question
from coach.questions.arranging import arrange
from coach.questions.plan import StatedGoal
from coach.review import MessageText
from tests.coach.asked import FAULTY
from tests.coach.scoring import texts

COACH = Path(words.__file__).parent
# Where the first arguments are what the extractor looks for.
MARKS = {"_": 1, "gettext_noop": 1, "ngettext": 2}
# What is made of sentences for people.
SAY = {"Remark", "AgendaRemark", "BudgetRemark", "RemarkText", "Item", "Slot", "Situation"}


def calls() -> Iterator[tuple[str, ast.Call, str]]:
    """Every call in the coach: the name that is called, the call, and where it stands."""
    for path in sorted(COACH.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                yield node.func.id, node, f"{path.relative_to(COACH.parent)}:{node.lineno}"


def test_only_literals_are_marked_for_translators() -> None:
    """Of a name or an f-string the extractor sees nothing; what is marked elsewhere is looked up by `translated`."""
    hidden = [
        place
        for name, call, place in calls()
        for argument in call.args[: MARKS.get(name, 0)]
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
    ]
    assert not hidden


def test_nothing_is_said_in_bare_english() -> None:
    bare = [
        place
        for name, call, place in calls()
        if name in SAY
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]
        if is_bare(argument)
    ]
    assert not bare


def is_bare(node: ast.expr) -> bool:
    """Whether a sentence stands there as it is; a code is one word without a capital."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and (" " in node.value or node.value != node.value.lower())
    return isinstance(node, ast.JoinedStr)


def test_gettext_has_no_other_name() -> None:
    """Under another the extractor would pass it by."""
    for path in COACH.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for alias in node.names if isinstance(node, ast.ImportFrom) and node.module == "coach.words" else []:
                assert alias.asname == ("_" if alias.name == "gettext" else None), path


@pytest.fixture
def loud() -> Iterator[None]:
    """A language in which every sentence is the English one between marks."""
    before = words.speak_through("¡{}!".format, lambda one, many, number: f"¡{one if number == 1 else many}!")
    yield
    words.speak_through(*before)


@pytest.mark.usefixtures("loud")
def test_what_is_heard_of_messages_is_translated() -> None:
    known = facts.Facts(student="Amina Yusuf", contact="Dr. Efua Osei", university="Harbor City College")
    letters = [
        *(MessageText(item["kind"], item["channel"], item["body"]) for item in texts("requests")[:60]),
        *(MessageText("nudge", "email", body) for body in ("", "Hire me, lol.", "word " * 300)),
        *(MessageText("thanks", "linkedin", body) for body in ("", "Dear Sir or Madam, [Name]", "word " * 300)),
    ]
    for letter in letters:
        review = messages.check(letter, known)
        for remark in review.remarks:
            loudly(remark.why, remark.mend, *([remark.repair.label] if remark.repair else []))
        loudly(*(name for name, _held in review.essentials))


@pytest.mark.usefixtures("loud")
def test_what_is_heard_of_questions_and_agendas_is_translated() -> None:
    for text in FAULTY:
        for remark in question.check(text, research=[text]).remarks:
            loudly(remark.why, remark.mend, *([remark.repair.label] if remark.repair else []))
    asked = ["What would you do?", "Who else should I ask?", *FAULTY, "How are you?", "How are you?"]
    for minutes in (15, 30):
        aims = [StatedGoal("1", "Hydrology")]
        for found in agenda.check("skills, culture and the industry", minutes, asked, aims=aims).remarks:
            loudly(found.why, found.mend)
    loudly(*(move.words for move in arrange(asked, minutes=20).moves))


@pytest.mark.usefixtures("loud")
def test_so_are_minutes_things_to_bring_and_reasons_to_ask() -> None:
    for count in range(12):
        weighed = budget.weigh([budget.BudgetQuestion("C", 3, spare=count % 4 == 3)] * count, 20)
        loudly(weighed.words, *(note.words for note in weighed.notes), *(part.title for part in weighed.parts))
    for mode in ("", "in_person", "phone", "online"):
        for age in (None, 0, 5, 20, 200):
            for office in (True, False):
                things = packing.packing_list(
                    mode, formal_office=office, has_resume=age is not None, resume_age_days=age
                )
                loudly(*(words for item in things.everything for words in (item.words, item.why) if words))
    loudly(*(slot.says for slot in slots.SLOTS.values()))
    person = weighing.PersonFacts(
        role="Marine ecologist", organisation="Blue Shelf", field="Ecology", standing="graduate", warmth="A",
        named_by="Bo", graduated_in=2024, has_channel=False, talking=True, unanswered_since=date(2026, 11, 1),
    )  # fmt: skip
    for kind in ("field", "role", "employer", "materials", "decide"):
        goal = weighing.GoalFacts(kind=kind, subject="Ecology")
        weighed_person = weighing.weigh(person, [goal], Policy(), today=date(2026, 11, 20))
        loudly(*weighed_person.reasons_for, *weighed_person.reasons_against)


def loudly(*sentences: str) -> None:
    assert [sentence for sentence in sentences if not sentence.startswith("¡")] == []
