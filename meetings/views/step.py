"""What the page of a step shows around its own matter."""

from typing import Any

from meetings import path
from meetings.models import Meeting


def step_context(meeting: Meeting, slug: str = "") -> dict[str, Any]:
    """What templates/meetings/step.html needs to show the step `slug` of `meeting`; no step is open without it."""
    marks = path.marks(meeting, slug)
    return {
        "meeting": meeting,
        "marks": marks,
        "mark": next((mark for mark in marks if mark.current), None),
        "meet": next(mark.href for mark in marks if mark.step.slug == "meet"),
        "progress": sum(mark.done for mark in marks),
        "of": len(marks),
        "following": path.following(marks, slug),
    }
