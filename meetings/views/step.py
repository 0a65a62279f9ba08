"""What the page of a step shows around its own matter."""

from typing import Any

from django.utils.translation import gettext as _

from meetings import path
from meetings.models import Meeting


def step_context(meeting: Meeting, slug: str = "") -> dict[str, Any]:
    """What templates/meetings/step.html needs to show the step `slug` of `meeting`; no step is open without it."""
    marks = path.marks(meeting, slug)
    mark = next((mark for mark in marks if mark.current), None)
    progress, of = sum(mark.done for mark in marks), len(marks)
    return {
        "meeting": meeting,
        "marks": marks,
        "mark": mark,
        "rail_here": _here(mark, of),
        "rail_so_far": _("%(progress)s of %(of)s done") % {"progress": progress, "of": of},
        "meet": next(mark.href for mark in marks if mark.step.slug == "meet"),
        "progress": progress,
        "of": of,
        "following": path.following(marks, slug),
    }


def _here(mark: path.Mark | None, of: int) -> str:
    """What the folded rail says: which step is open."""
    if mark is None:
        return _("The steps")
    return _("Step %(number)s of %(of)s: %(title)s") % {"number": mark.number, "of": of, "title": mark.step.title}
