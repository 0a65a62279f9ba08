"""Whatever is pasted, the coach answers, and what it points at lies inside the text."""

import json
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.asking import agenda, question
from coach.asking.arranging import arrange
from coach.asking.plan import Aim
from coach.facts import Facts
from coach.findings import Finding, Message, Severity, Span
from coach.messages import check as messages
from tests.corpora import corpus

KINDS = ("request", "nudge", "thanks", "note")
CHANNELS = ("email", "linkedin", "phone", "in_person")

OWN_WORDS = [
    "",
    " ",
    "\0",
    "\ud800",
    "a\udfff\ud83d",
    "e\u0301" * 40,
    "İıſßﬃǅ" * 20,
    "\u202eemit ruoy fo setunim 02",
    "👩‍🔬 20 minutes? 👍🏽",
    "２０ minutes, ½ hour, ¾ h, 1⁄4",
    "[Your Name] {{name}} ____ <name>",
    "Dear Sir or Madam,\r\n\r\nHire me.\x85\u2028\u2029Thanks",
    "\ufeff\u200bWhat\u00a0do you earn?",
    "How do you " * 50,
]
# Words that wake the rules, between signs that nobody expects.
PIECES = [
    "Dear Dr. Brandt,",
    "informational interview",
    "20 to 30 minutes",
    "half an hour",
    "by phone or Zoom",
    "I am a second-year student of biology",
    "I am not asking for a job, but please keep me in mind",
    "You are the best in the world!",
    "You must reply by Friday",
    "whenever suits you",
    "[Company]",
    "I wrote to you last week",
    "Thank you for your time",
    "I learned that",
    "Would you be willing to",
    "Don't you agree that",
    "What do you earn?",
    "And how old are you?",
    "Who else should I talk to?",
    "\n\n",
    "İ",
    "ﬃ",
]
signs = st.text(st.characters(exclude_categories=()), max_size=40)
texts = st.lists(st.one_of(signs, st.sampled_from(PIECES)), max_size=12).map(" ".join)
goals = st.lists(st.builds(Aim, id=signs, text=texts), max_size=3)


def naughty() -> list[str]:
    folder = corpus("naughty-strings")
    return [*OWN_WORDS, *(json.loads((folder / "blns.json").read_text("utf-8")) if folder else [])]


def lies_inside(span: Span, parts: dict[str, str]) -> bool:
    return span.part in parts and 0 <= span.start <= span.end <= len(parts[span.part])


def hold(findings: Iterable[Finding], parts: dict[str, str]) -> None:
    """Every finding says all that a finding says, about words of this text."""
    for finding in findings:
        assert finding.code
        assert finding.severity in Severity
        assert all(words.strip() for words in (finding.why, finding.source, finding.mend)), finding
        assert len(finding.key) <= 200
        if finding.span is not None:
            assert lies_inside(finding.span, parts), finding
            assert finding.seen == parts[finding.span.part][finding.span.start : finding.span.end]
        else:
            assert finding.seen == ""
        if finding.repair is not None:
            assert finding.repair.label.strip()
            assert lies_inside(finding.repair.span, parts), finding


def try_message(body: str, subject: str = "", facts: Facts | None = None) -> None:
    facts = facts or Facts(student="Amina Yusuf", contact="Imke Brandt")
    for kind in KINDS:
        for channel in CHANNELS:
            title = subject if channel == "email" else ""
            review = messages.check(Message(kind, channel, body, title), facts, met=channel == "in_person")
            hold(review.findings, {"body": body, "subject": title})
            assert all(isinstance(held, bool) for _, held in review.essentials)


def try_question(text: str, research: list[str], contact: str) -> None:
    review = question.check(text, research=research, contact=contact)
    hold(review.findings, {"body": text})
    assert len([label for label in review.labels if label.startswith("stage=")]) == 1


def try_agenda(goal: str, minutes: int, questions: list[str], aims: list[Aim], contact: str) -> None:
    review = agenda.check(goal, minutes, questions, aims=aims, contact=contact)
    assert len(review.stages) == len(questions)
    for finding in review.findings:
        assert all(words.strip() for words in (finding.why, finding.source, finding.mend)), finding
        assert all(at is None or 0 <= at < len(questions) for at in (finding.at, finding.other)), finding
    arranged = arrange(questions, minutes=minutes, contact=contact)
    assert sorted(arranged.order) == list(range(len(questions)))


@given(texts, signs)
def test_any_message_is_answered(body: str, subject: str) -> None:
    try_message(body, subject)


@given(texts, signs, signs)
def test_any_names_are_answered(body: str, student: str, contact: str) -> None:
    try_message(body, facts=Facts(student=student, contact=contact))


@given(texts, st.lists(texts, max_size=2), signs)
def test_any_question_is_answered(text: str, research: list[str], contact: str) -> None:
    try_question(text, research, contact)


@given(texts, st.integers(1, 600), st.lists(texts, max_size=8), goals, signs)
def test_any_agenda_is_answered(goal: str, minutes: int, questions: list[str], aims: list[Aim], contact: str) -> None:
    try_agenda(goal, minutes, questions, aims, contact)


@pytest.mark.parametrize("words", naughty())
def test_words_that_break_programs_are_answered(words: str) -> None:
    try_message(words, words, Facts(student=words, contact=words))
    try_question(words, [words], words)
    try_agenda(words, 20, [words, "What led you to this work?", words], [Aim("1", words)], words)
