"""What the page of a step shows around its own matter: the rail, and what matters next."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from meetings import ahead, path
from meetings.models import Meeting

# Where practising comes to mind: the page of the conversation, and what one says or takes along.
REHEARSED = ("", "agenda", "pitch", "pack")


def step_context(meeting: Meeting, slug: str = "", *, now: datetime | None = None) -> dict[str, Any]:
    """What templates/meetings/step.html needs to show the step `slug` of `meeting`; no step is open without it."""
    standing = ahead.standing(meeting, now=now or timezone.now())
    late = {step.slug for step in path.steps() if ahead.is_too_late(step.slug, standing)}
    before, after = path.marks(meeting, slug, late), path.marks_after(meeting, slug)
    held = meeting.stage in ahead.BEHIND
    counted = after if held else [mark for mark in before if not mark.late]
    aside = [mark for mark in before if held or mark.late]
    following = ahead.next_act(standing, after=slug)
    progress, of = sum(mark.done for mark in counted), len(counted)
    return {
        "meeting": meeting,
        "rail": {
            "marks": counted,
            "over": meeting.stage in ahead.OVER,
            "before": aside if held else [],
            "skipped": [] if held else aside,
            "aside_is_open": any(mark.current for mark in aside),
            "here": _here(next((mark for mark in counted if mark.current), None), of),
            "so_far": _("%(progress)s of %(of)s done") % {"progress": progress, "of": of},
        },
        "mark": next((mark for mark in (*before, *after) if mark.current), None),
        "meet": next(mark.href for mark in before if mark.step.slug == "meet"),
        "practises": standing.practises and not standing.is_called_off and slug in REHEARSED,
        "at_hand": standing.at_hand,
        "after": after,
        "progress": progress,
        "of": of,
        # The page of the time itself asks where they meet.
        "following": None if slug == "time" and following and following.slug == ahead.WHERE else following,
    }


def _here(mark: path.Mark | None, of: int) -> str:
    """What the folded rail says: which step is open."""
    if mark is None:
        return _("The steps")
    return _("Step %(number)s of %(of)s: %(title)s") % {"number": mark.number, "of": of, "title": mark.step.title}
