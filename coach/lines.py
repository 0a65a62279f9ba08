"""One line of JSON in, one line of JSON out: how `python -m coach check` reads texts and tells what the coach found."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from coach.asking import agenda, question
from coach.facts import Facts
from coach.findings import Finding, Message, Severity
from coach.messages import check as messages

# Longer lines are not read: no agenda and no letter is as long as a novel.
LONGEST_LINE = 1_000_000
LONGEST_TEXT = 100_000
MOST_QUESTIONS = 200
MOST_MINUTES = 24 * 60
CHANNELS = ("email", "linkedin", "phone", "in_person")
SEVERITIES = {Severity.MISSING: "Missing", Severity.FAULT: "To mend", Severity.HINT: "To think about"}

Told = dict[str, Any]
# The labels, and each finding with the words that it is about.
Judged = tuple[Iterable[str], Iterable[tuple[Finding | agenda.AgendaFinding, str]]]


class Unreadable(ValueError):
    """The line cannot be judged; the sentence says why."""


def answer(line: str, number: int) -> tuple[str, bool]:
    """Judge one line.

    In: `line` one JSON object, `number` its place in the file, counted from 1 and named where there is no id.
    Out: one JSON object without a line end, and whether the line could be judged. Never raises, whatever the line.
    """
    id: str | int | None = None
    try:
        told = _object(line)
        id = _id(told)
        answered = {"id": id, **_judged(told)}
    except Unreadable as error:
        return _json({"id": id, "error": f"Line {number}: {error}"}), False
    return _json(answered), True


def too_long(number: int) -> str:
    """The answer to a line that is longer than `LONGEST_LINE` characters."""
    return _json({"id": None, "error": f"Line {number}: It is longer than {LONGEST_LINE:,} characters."})


def _object(line: str) -> Told:
    if len(line) > LONGEST_LINE:
        raise Unreadable(f"It is longer than {LONGEST_LINE:,} characters.")
    if not _is_text(line):
        raise Unreadable("It is not UTF-8.")
    try:
        told = json.loads(line.removeprefix("\ufeff"))
    except RecursionError:
        raise Unreadable("Its JSON is nested too deeply.") from None
    except ValueError as error:
        reason = f"{error.msg}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else str(error)
        raise Unreadable(f"It is not JSON ({reason}).") from None
    if not isinstance(told, dict):
        raise Unreadable("It is JSON, but not an object in braces.")
    return told


def _id(told: Told) -> str | int:
    id = _field(told, "id", (str, int), "a word or a number")
    if isinstance(id, str):
        _clean(id, "id")
    return id  # type: ignore[no-any-return]


def _judged(told: Told) -> Told:
    kind = _text(told, "kind")
    if kind not in KINDS:
        raise Unreadable(f"“kind” is one of {', '.join(KINDS)}.")
    labels, findings = KINDS[kind](told)
    return {"findings": sorted(labels), "advice": [_said(finding, seen) for finding, seen in findings]}


def _message(told: Told) -> Judged:
    channel = _text(told, "channel")
    if channel not in CHANNELS:
        raise Unreadable(f"“channel” is one of {', '.join(CHANNELS)}.")
    subject = "" if told.get("subject") is None else _text(told, "subject")
    message = Message(kind=told["kind"], channel=channel, body=_text(told, "body"), subject=subject)
    meta = _field(told, "meta", dict, "an object with contact_name, student_name and met")
    facts = Facts(student=_text(meta, "student_name"), contact=_text(meta, "contact_name"))
    review = messages.check(message, facts, met=_field(meta, "met", bool, "true or false"))
    return review.labels, ((finding, finding.seen) for finding in review.findings)


def _question(told: Told) -> Judged:
    review = question.check(_text(told, "text"))
    return review.labels, ((finding, finding.seen) for finding in review.findings)


def _agenda(told: Told) -> Judged:
    minutes = _field(told, "minutes", int, "a whole number")
    if not 1 <= minutes <= MOST_MINUTES:
        raise Unreadable(f"“minutes” lies between 1 and {MOST_MINUTES}.")
    questions = _field(told, "questions", list, "a list of texts")
    if len(questions) > MOST_QUESTIONS:
        raise Unreadable(f"“questions” holds more than {MOST_QUESTIONS}.")
    asked = [_text({"questions": one}, "questions") for one in questions]
    review = agenda.check(_text(told, "goal"), minutes, asked)
    return review.labels, ((f, "" if f.at is None else asked[f.at]) for f in review.findings)


KINDS: dict[str, Callable[[Told], Judged]] = {
    "request": _message,
    "nudge": _message,
    "thanks": _message,
    "question": _question,
    "agenda": _agenda,
}


def _said(finding: Finding | agenda.AgendaFinding, seen: str) -> dict[str, str]:
    return {
        "code": finding.code,
        "severity": SEVERITIES[finding.severity],
        "seen": seen,
        "mend": finding.mend,
        "why": finding.why,
        "source": finding.source,
    }


def _text(told: Told, name: str) -> str:
    words: str = _field(told, name, str, "text")
    if len(words) > LONGEST_TEXT:
        raise Unreadable(f"“{name}” is longer than {LONGEST_TEXT:,} characters.")
    return _clean(words, name)


def _clean(words: str, name: str) -> str:
    if "\0" in words:
        raise Unreadable(f"“{name}” holds a NUL.")
    if not _is_text(words):
        raise Unreadable(f"“{name}” holds half a character (a lone surrogate).")
    return words


def _field(told: Told, name: str, kind: type | tuple[type, ...], called: str) -> Any:
    """The value of a field that must be there; true and false are no numbers."""
    if name not in told:
        raise Unreadable(f"“{name}” is missing.")
    value = told[name]
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise Unreadable(f"“{name}” must be {called}.")
    return value


def _is_text(words: str) -> bool:
    """Whether it can be written down: no half of a surrogate pair."""
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True


def _json(told: Told) -> str:
    """JSON on one line, for readers too who take these three signs for the end of one."""
    words = json.dumps(told, ensure_ascii=False)
    return words.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
