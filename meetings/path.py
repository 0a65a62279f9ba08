"""The path of a conversation: its steps in order, each with its page, and which of them are done.

Every room registers its own steps from AppConfig.ready, so that the rail and the progress need no upward import.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from meetings.models import Meeting
from meetings.models.progress import OF_THE_ROW, Done, register_has

# The path of one conversation, in its order.
ORDER = ("goal", "person", "ask", "time", "research", "agenda", "pitch", "pack", "meet")
AFTER = ("debrief", "thank", "promises", "keep")


@dataclass(frozen=True)
class Step:
    """One step: `url` is the URL name that takes the meeting's pk, `why` one sentence, `source` whose rule it is.

    `done` is the question in SQL whether it is done, where rows of other tables tell; None where the conversation's
    own row does (meetings/models/progress.py).
    """

    slug: str
    title: str | Promise
    url: str
    why: str | Promise
    good: str | Promise
    source: str | Promise = ""
    done: Done | None = None


@dataclass(frozen=True)
class Mark:
    """A step as the rail shows it for one conversation."""

    step: Step
    number: int
    href: str
    done: bool
    current: bool


_steps: dict[str, Step] = {}


def register_step(step: Step) -> None:
    """Put `step` at its place. Raises ValueError for a slug off the path, and for a step that nothing says is done."""
    if step.slug not in ORDER + AFTER:
        raise ValueError(f"{step.slug!r} is no step of a conversation")
    if (step.done is None) != (step.slug in OF_THE_ROW):
        raise ValueError(f"{step.slug!r} is done by its row or by a question, and by one of them only")
    if step.done:
        register_has(step.slug, step.done)
    _steps[step.slug] = step


def steps() -> list[Step]:
    """The steps before and in the conversation, in order."""
    return [_steps[slug] for slug in ORDER if slug in _steps]


def steps_after() -> list[Step]:
    return [_steps[slug] for slug in AFTER if slug in _steps]


def marks(meeting: Meeting, current: str = "") -> list[Mark]:
    """The nine steps of `meeting` as they stand; `current` is the slug of the page that is open."""
    return _marked(steps(), meeting, current)


def marks_after(meeting: Meeting) -> list[Mark]:
    """The steps behind the talk."""
    return _marked(steps_after(), meeting)


def _marked(chosen: Sequence[Step], meeting: Meeting, current: str = "") -> list[Mark]:
    return [
        Mark(
            step=step,
            number=number,
            href=reverse(step.url, args=[meeting.pk]),
            done=step.slug in meeting.steps_done,
            current=step.slug == current,
        )
        for number, step in enumerate(chosen, start=1)
    ]


def following(marks: Sequence[Mark], after: str = "") -> Mark | None:
    """The first of `marks` that is not done behind the step `after` (or at all); None when all are."""
    start = next((number for number, mark in enumerate(marks, start=1) if mark.step.slug == after), 0)
    return next((mark for mark in [*marks[start:], *marks[:start]] if not mark.done), None)
