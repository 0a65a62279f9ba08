"""The agenda as an accessible PDF (PDF/UA-1), set by typst."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import Any

import typst
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from agendas.plan import Plan, PlannedQuestion

SHEET = Path(__file__).with_name("sheet.typ")
PAPERS = {"a4": "a4", "letter": "us-letter"}
# Named so that a script always gets the same face; where none of them has a letter, typst looks at every other font.
FONTS = [
    *("Noto Serif", "Libertinus Serif", "Noto Naskh Arabic", "Noto Serif Hebrew", "Noto Serif CJK SC"),
    *("Noto Serif Devanagari", "Noto Serif Bengali", "Noto Serif Tamil", "Noto Serif Thai", "Noto Serif Armenian"),
    *("Noto Serif Georgian", "Noto Serif Ethiopic"),
]
# A font with a box for every letter (bin/boxes). In the text of the sheet the box is its letter, to be read out, found
# and copied. typst takes it only where no other font will do, since it is the least like any of them.
BOXES = SHEET.with_name("fonts")
_UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")

# One compiler of one process keeps fonts and layout; it is asked by one thread at a time.
_lock = Lock()


class Unset(Exception):
    """The sheet could not be set at all; the page to print holds the same."""


@dataclass(frozen=True)
class Sheet:
    """A PDF, the letters that it draws as `boxes`, and whether it keeps the accessible standard."""

    pdf: bytes
    boxes: frozenset[str] = frozenset()
    accessible: bool = True


def sheet_of(plan: Plan, *, paper: str = "a4", large: bool = False, accent: str = "#0F5C5C") -> Sheet:
    """The plan as a PDF on `paper` ("a4" or "letter"), in large print (18 pt) where `large`.

    A letter that no font of this machine has is drawn as a box, and stays in its text, title and bookmarks. Where the
    standard refuses the sheet all the same, it is set without it. Raises Unset where even that fails.
    """
    data = _data(plan, paper, large, accent)
    try:
        return Sheet(_compile(data))
    except typst.TypstError as refused:
        boxes = _unshown(str(refused.diagnostic))
    with suppress(typst.TypstError):
        return Sheet(_compile(data, boxes=True), boxes)
    try:
        return Sheet(_compile(data, boxes=True, accessible=False), boxes, accessible=False)
    except typst.TypstError as refused:
        raise Unset(refused.message) from refused


@cache
def _compiler(*, boxes: bool) -> typst.Compiler:
    return typst.Compiler(str(SHEET), root=str(SHEET.parent), font_paths=[str(BOXES)] if boxes else [])


def _compile(data: dict[str, Any], *, boxes: bool = False, accessible: bool = True) -> bytes:
    sheet = json.dumps(data)
    with _lock:
        made = _compiler(boxes=boxes).compile(
            format="pdf", sys_inputs={"data": sheet}, pdf_standards="ua-1" if accessible else None
        )
    if not isinstance(made, bytes):
        raise TypeError("typst gave no PDF")
    return made


def _unshown(diagnostic: str) -> frozenset[str]:
    """The letters that the compiler names as in no font."""
    found = (_ESCAPED.sub(lambda m: chr(int(m[1], 16)), words) for words in _UNSHOWN.findall(diagnostic))
    return frozenset(letter for words in found for letter in words)


def _data(plan: Plan, paper: str, large: bool, accent: str) -> dict[str, Any]:
    """What agendas/sheet.typ is facts."""
    budget = plan.budget
    lines = _lines(len(plan.planned) + len(plan.spare), large)
    return {
        "title": plan.title,
        "description": _("Agenda for a %(minutes)s-minute conversation") % {"minutes": budget.minutes},
        "student": plan.student,
        **_language(),
        "paper": PAPERS[paper],
        "large": large,
        "accent": accent,
        "fonts": FONTS,
        "page": _("Page"),
        "footer": _("%(student)s · agenda") % {"student": plan.student},
        "role": plan.role,
        "dial": [part.used / 30 for part in budget.parts],
        "facts": [{"name": name, "words": words} for name, words in _facts(plan) if words],
        "headings": {
            "goals": _("What I want to find out"),
            "opening": _("To start: %(minutes)s minutes") % {"minutes": budget.table.opening},
            "pitch": _("My introduction"),
            "questions": _("Questions"),
            "spare": _("If there’s time"),
            "closing": _close_heading(plan),
            "checklist": _("Before the conversation"),
        },
        "goals": [{"subject": goal.subject, "sentences": list(goal.sentences)} for goal in plan.goals],
        "opening": list(plan.opening),
        "pitch": list(plan.pitch),
        "pitch_in_points": plan.pitch_in_points,
        "planned": list(_groups(plan.planned, lines, bool(plan.when))),
        "spare": [_group(plan.spare, lines, "", plan.first_spare, False)] if plan.spare else [],
        "closing": list(plan.closing),
        "checklist": list(plan.checklist),
    }


def _language() -> dict[str, str]:
    """The active language as typst takes it: an ISO 639 code, and the region apart."""
    lang, _dash, region = (get_language() or settings.LANGUAGE_CODE).partition("-")
    return {"lang": lang, "region": region if len(region) == 2 else ""}


def _facts(plan: Plan) -> Iterator[tuple[str, str]]:
    yield _("Student"), ", ".join(word for word in (plan.student, plan.programme) if word)
    yield _("When"), str(plan.when) or _("Not scheduled yet")
    yield _("Where"), ": ".join(word for word in (plan.mode, plan.where) if word)
    yield _("Time"), plan.budget.words


def _close_heading(plan: Plan) -> str:
    facts = {"minutes": plan.budget.table.close, "clock": plan.close_from}
    if plan.close_from:
        return _("Closing: the last %(minutes)s min, from %(clock)s") % facts
    return _("Closing: the last %(minutes)s min") % facts


def _lines(count: int, large: bool) -> int:
    """How many lines to write on each question gets: fewer where there are many."""
    # The agenda of a half hour fits on two sides.
    room = 3 if count <= 6 else 2 if count <= 16 else 1
    return min(room, 2) if large else room


def _groups(asked: tuple[PlannedQuestion, ...], lines: int, arranged: bool) -> Iterator[dict[str, Any]]:
    """The planned questions in their order, a group for each run of one phase."""
    for title, run in groupby(asked, key=lambda question: question.row.get_phase_display()):
        group = tuple(run)
        yield _group(group, lines, title, group[0].number, arranged)


def _minutes(question: PlannedQuestion, arranged: bool) -> str:
    facts = {"minutes": question.row.minutes, "clock": question.until}
    if arranged and question.until:
        return _("%(minutes)s min · until %(clock)s") % facts
    return _("%(minutes)s min") % facts


def _group(asked: tuple[PlannedQuestion, ...], lines: int, title: str, start: int, arranged: bool) -> dict[str, Any]:
    return {
        "title": title,
        "start": start,
        "questions": [
            {
                "text": question.row.text,
                "minutes": _minutes(question, arranged),
                "goals": _("For: %(goals)s") % {"goals": ", ".join(question.goals)} if question.goals else "",
                "lines": lines,
            }
            for question in asked
        ],
    }
