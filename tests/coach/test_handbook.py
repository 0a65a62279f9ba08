"""docs/COACH.md says what the rules say, and leaves nothing out that an adviser may ask about."""

import re
from pathlib import Path

import pytest

from coach.handbook import CHANGES, COMMAND, LABELS, handbook
from coach.policy import Policy
from coach.review import Severity
from tests.coach.scoring import FAULTS, texts

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "COACH.md"
KINDS = {
    "requests": "Requests and follow-ups",
    "nudges": "Requests and follow-ups",
    "thanks": "Thank-yous",
    "questions": "Questions",
    "agendas": "Agendas",
}


def rows(head: str) -> dict[str, list[str]]:
    """The rows of the first table below a heading, by what stands in their first column."""
    table = handbook().split(f"### {head}\n")[1].split("\n|", 1)[1].split("\n\n")[0]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table.splitlines()]
    return {row[0].strip("`"): row for row in cells[2:]}


def test_is_what_stands_in_the_documents() -> None:
    if PAGE.read_text("utf-8") != handbook():
        pytest.fail(f"docs/COACH.md is not what the rules say; make it again: {COMMAND}", pytrace=False)


@pytest.mark.parametrize(("kind", "named"), KINDS.items())
def test_names_every_label(kind: str, named: str) -> None:
    assert {label for item in texts(kind) for label in item["labels"]} <= set(LABELS[named])


def test_says_what_a_student_hears_of_every_fault_of_a_message() -> None:
    table = rows("What a student hears of a message")
    assert set(table) >= FAULTS | {"duration_ok", "states_duration", "names_purpose", "names_specific_takeaway"}
    assert all(row[2] in set(Severity) for row in table.values())


def test_says_what_a_student_hears_of_an_agenda() -> None:
    codes = {code.partition("=")[0] for code in rows("What a student hears of an agenda")}
    assert codes == {"order", "too_many_for_time", "missing", "goal_not_served", "asked_twice"}


@pytest.mark.parametrize("about", ["message", "question", "agenda"])
def test_every_remark_says_why_what_to_do_and_who_says_so(about: str) -> None:
    for row in rows(f"What a student hears of {'an' if about == 'agenda' else 'a'} {about}").values():
        assert all(cell.strip() for cell in row), row


def test_names_every_setting_that_the_judgement_reads() -> None:
    rooms = [path for room in ("questions", "messages", "reading") for path in (ROOT / "coach" / room).glob("*.py")]
    read = {name for path in rooms for name in re.findall(r"\bpolicy\.(\w+)", path.read_text("utf-8"))}
    assert read & set(Policy.__dataclass_fields__) <= set(CHANGES) <= set(Policy.__dataclass_fields__)


def test_tells_the_defaults() -> None:
    assert f"| `linkedin_characters` | {Policy().linkedin_characters} |" in handbook()
    assert "| `openings_question` | no |" in handbook()
