"""Every sentence of the coach speaks as Halfhour does: today's words, who does what, short, no source by nickname."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach import bank, handbook, sources, words
from coach.proposals import proposals
from coach.questions.remarks import INSTEAD, INSTEAD_OF_JOB, INSTEAD_OF_PERSONAL, INSTEAD_OF_SEARCH
from tests.voice import LONGEST_HINT, faults, marked

COACH = Path(words.__file__).parent
NICKNAMES = re.compile(r"\b(?:UTA|CHF|GLF|RUB|PIT|practice §|founding article)\b")
KINDS = ("path", "role", "project", "work", "organisation", "field")


def said() -> Iterator[tuple[str, str]]:
    """What the coach says, and where it stands."""
    yield from marked(sorted(COACH.rglob("*.py")))
    for table in (INSTEAD, INSTEAD_OF_JOB, INSTEAD_OF_PERSONAL, INSTEAD_OF_SEARCH):
        yield from table.items()
    for kind in KINDS:
        yield from ((kind, question) for question in proposals(kind, "Led the survey"))
    for category in bank.categories():
        yield f"category {category.number}", category.title
    for one in bank.sets():
        yield one.key, one.title


def test_every_sentence_of_the_coach_is_in_our_voice() -> None:
    assert {f"{place}: {sentence}": wrong for place, sentence in said() if (wrong := faults(sentence))} == {}


@pytest.mark.parametrize("question", bank.questions(), ids=lambda q: q.id)
def test_every_question_of_the_bank_is_in_our_voice(question: bank.BankQuestion) -> None:
    for sentence in (question.text, question.why, *question.probes):
        # A talk is something that they gave.
        assert faults(sentence, most=LONGEST_HINT + 1, may=("the talk",)) == []


def test_no_sentence_names_a_source() -> None:
    keys = re.compile("|".join(rf"\b{re.escape(source.key)}\b" for source in sources.sources()))
    named = [place for place, sentence in said() if NICKNAMES.search(sentence) or keys.search(sentence)]
    assert named == []


def test_the_handbook_tells_it_in_our_voice_too() -> None:
    told = [handbook.HEAD, *(what for labels in handbook.LABELS.values() for what in labels.values())]
    prose = [line for text in told for line in re.sub(r"`[^`]*`|\n(?=\w)", " ", text).splitlines()]
    assert {line: wrong for line in prose if (wrong := faults(line))} == {}


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("Nobody answered.", "no one"),
        ("Draft it anew.", "again"),
        ("See whom to ask.", "who"),
        ("The link leads nowhere now.", "doesn’t work"),
        ("It stands: Friday 4 December.", "say what happened"),
        ("This is no web address.", "isn’t a"),
        ("Ask how one learns it.", "people, you"),
        ("You do not know this yet.", "contract it"),
        ("Say it once; then send it.", "semicolon"),
        ("word " * 26, "26 words"),
    ],
)
def test_hears_what_is_not_our_voice(sentence: str, fault: str) -> None:
    assert any(fault in one for one in faults(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "No one replied, and there’s no one else to ask.",
        "What makes an application stand out?",
        "Dr. Osei is doing you a favour, so let her choose the day and time. " * 3,
        "Sarah &amp; Co. are easy to reach.",
        "A postcard from Postdam, sent by mail server.",
    ],
)
def test_lets_our_own_voice_pass(sentence: str) -> None:
    assert faults(sentence) == []
