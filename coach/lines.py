"""One line of JSON in, one line of JSON out: how `python -m coach check` reads texts and tells what the coach found."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from coach.facts import Facts
from coach.messages import check as messages
from coach.questions import agenda, question
from coach.review import MessageText, Remark, Severity
from coach.sources import whose

# Longer lines are not read: no agenda and no letter is as long as a novel.
LONGEST_LINE = 1_000_000
LONGEST_TEXT = 100_000
MOST_QUESTIONS = 200
MOST_MINUTES = 24 * 60
CHANNELS = ("email", "linkedin", "phone", "in_person")
SEVERITIES = {Severity.MISSING: "Missing", Severity.FAULT: "Fix this", Severity.HINT: "Think about it"}

JsonObject = dict[str, Any]
# The labels, and each remark with the words that it is about.
Judged = tuple[Iterable[str], Iterable[tuple[Remark | agenda.AgendaRemark, str]]]


class Unreadable(ValueError):
    """The line cannot be judged; the sentence says why."""


def answer(line: str, number: int) -> tuple[str, bool]:
    """Judge one line.

    In: `line` one JSON object, `number` its place in the file, counted from 1 and named where there is no id.
    Out: one JSON object without a line end, and whether the line could be judged. Never raises, whatever the line.
    """
    id: str | int | None = None
    try:
        data = _object(line)
        id = _id(data)
        answered = {"id": id, **_judged(data)}
    except Unreadable as error:
        return _json({"id": id, "error": f"Line {number}: {error}"}), False
    return _json(answered), True


def too_long(number: int) -> str:
    """The answer to a line that is longer than `LONGEST_LINE` characters."""
    return _json({"id": None, "error": f"Line {number}: It is longer than {LONGEST_LINE:,} characters."})


def _object(line: str) -> JsonObject:
    if len(line) > LONGEST_LINE:
        raise Unreadable(f"It is longer than {LONGEST_LINE:,} characters.")
    if not _is_text(line):
        raise Unreadable("It is not UTF-8.")
    try:
        data = json.loads(line.removeprefix("\ufeff"))
    except RecursionError:
        raise Unreadable("Its JSON is nested too deeply.") from None
    except ValueError as error:
        reason = f"{error.msg}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else str(error)
        raise Unreadable(f"It is not JSON ({reason}).") from None
    if not isinstance(data, dict):
        raise Unreadable("It is JSON, but not an object in braces.")
    return data


def _id(data: JsonObject) -> str | int:
    id = _field(data, "id", (str, int), "a word or a number")
    if isinstance(id, str):
        _clean(id, "id")
    return id  # type: ignore[no-any-return]


def _judged(data: JsonObject) -> JsonObject:
    kind = _text(data, "kind")
    if kind not in KINDS:
        raise Unreadable(f"“kind” is one of {', '.join(KINDS)}.")
    labels, remarks = KINDS[kind](data)
    part = {"question": "questions", "agenda": "agendas"}.get(kind, "messages")
    return {"findings": sorted(labels), "advice": [_advice(part, remark, seen) for remark, seen in remarks]}


def _message(data: JsonObject) -> Judged:
    channel = _text(data, "channel")
    if channel not in CHANNELS:
        raise Unreadable(f"“channel” is one of {', '.join(CHANNELS)}.")
    subject = "" if data.get("subject") is None else _text(data, "subject")
    message = MessageText(kind=data["kind"], channel=channel, body=_text(data, "body"), subject=subject)
    meta = _field(data, "meta", dict, "an object with contact_name, student_name and met")
    facts = Facts(student=_text(meta, "student_name"), contact=_text(meta, "contact_name"))
    review = messages.check(message, facts, met=_field(meta, "met", bool, "true or false"))
    return review.labels, ((remark, remark.seen) for remark in review.remarks)


def _question(data: JsonObject) -> Judged:
    review = question.check(_text(data, "text"))
    return review.labels, ((remark, remark.seen) for remark in review.remarks)


def _agenda(data: JsonObject) -> Judged:
    minutes = _field(data, "minutes", int, "a whole number")
    if not 1 <= minutes <= MOST_MINUTES:
        raise Unreadable(f"“minutes” lies between 1 and {MOST_MINUTES}.")
    questions = _field(data, "questions", list, "a list of texts")
    if len(questions) > MOST_QUESTIONS:
        raise Unreadable(f"“questions” holds more than {MOST_QUESTIONS}.")
    asked = [_text({"questions": one}, "questions") for one in questions]
    review = agenda.check(_text(data, "goal"), minutes, asked)
    return review.labels, ((f, "" if f.at is None else asked[f.at]) for f in review.remarks)


KINDS: dict[str, Callable[[JsonObject], Judged]] = {
    "request": _message,
    "nudge": _message,
    "thanks": _message,
    "question": _question,
    "agenda": _agenda,
}


def _advice(part: str, remark: Remark | agenda.AgendaRemark, seen: str) -> dict[str, str]:
    about = remark.label if isinstance(remark, agenda.AgendaRemark) else remark.code
    return {
        "code": remark.code,
        "severity": SEVERITIES[remark.severity],
        "seen": seen,
        "mend": remark.mend,
        "why": remark.why,
        "source": whose(part, about),
    }


def _text(data: JsonObject, name: str) -> str:
    words: str = _field(data, name, str, "text")
    if len(words) > LONGEST_TEXT:
        raise Unreadable(f"“{name}” is longer than {LONGEST_TEXT:,} characters.")
    return _clean(words, name)


def _clean(words: str, name: str) -> str:
    if "\0" in words:
        raise Unreadable(f"“{name}” holds a NUL.")
    if not _is_text(words):
        raise Unreadable(f"“{name}” holds half a character (a lone surrogate).")
    return words


def _field(data: JsonObject, name: str, kind: type | tuple[type, ...], called: str) -> Any:
    """The value of a field that must be there; true and false are no numbers."""
    if name not in data:
        raise Unreadable(f"“{name}” is missing.")
    value = data[name]
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


def _json(data: JsonObject) -> str:
    """JSON on one line, for readers too who take these three signs for the end of one."""
    words = json.dumps(data, ensure_ascii=False)
    return words.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
