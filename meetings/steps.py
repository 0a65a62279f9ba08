"""The steps of a conversation: in order, each with its page and the question in SQL whether it is done.

The rooms above register theirs from AppConfig.ready, so that the rail and the progress need no upward import.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.db.models.expressions import Combinable
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from accounts.models import User
from core.asking import Rows
from meetings.models import Meeting

# The path of one conversation, in its order.
ORDER = ("goal", "person", "ask", "time", "research", "agenda", "pitch", "pack", "meet")
AFTER = ("debrief", "thank", "promises", "keep")

# Stands for a conversation in an address; longer than any number of a row.
SOME = 10**19 - 1

Done = Callable[[], Q | Combinable]


@dataclass(frozen=True)
class Step:
    """One step: `url` is the URL name that takes the meeting's pk, `why` one sentence, `source` whose rule it is."""

    slug: str
    title: str | Promise
    url: str
    why: str | Promise
    good: str | Promise
    done: Done
    source: str | Promise = ""


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
    """Put `step` at its place. Raises ValueError for a slug that is not on the path."""
    if step.slug not in ORDER + AFTER:
        raise ValueError(f"{step.slug!r} is no step of a conversation")
    _steps[step.slug] = step


def steps() -> list[Step]:
    """The steps before and in the conversation, in order."""
    return [_steps[slug] for slug in ORDER if slug in _steps]


def steps_after() -> list[Step]:
    return [_steps[slug] for slug in AFTER if slug in _steps]


def with_progress(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """The meetings, each knowing `done_<slug>` for every step: one query however many there are."""
    marks: dict[str, Any] = {
        f"done_{step.slug}": ExpressionWrapper(step.done(), output_field=BooleanField())
        for step in (*steps(), *steps_after())
    }
    return meetings.annotate(**marks)


def address(step: Step, pk: int) -> str:
    """The page of `step` for the conversation `pk`; a rail has nine of them, so each is looked up once."""
    return _address(step.url).replace(str(SOME), str(pk))


@cache
def _address(url: str) -> str:
    return reverse(url, args=[SOME])


def standing(meeting: Meeting) -> tuple[bool, ...]:
    """Which of the nine steps are done, in order, for a meeting from with_progress."""
    return tuple(bool(getattr(meeting, f"done_{step.slug}")) for step in steps())


def marks(pk: int, done: Sequence[bool], current: str = "") -> list[Mark]:
    """The nine steps of the conversation `pk` as they stand; `current` is the slug of the page that is open."""
    return _marked(steps(), pk, done, current)


def marks_after(meeting: Meeting) -> list[Mark]:
    """The steps behind the talk, for a meeting from with_progress."""
    chosen = steps_after()
    return _marked(chosen, meeting.pk, [bool(getattr(meeting, f"done_{step.slug}")) for step in chosen])


def _marked(chosen: Sequence[Step], pk: int, done: Sequence[bool], current: str = "") -> list[Mark]:
    return [
        Mark(step=step, number=number, href=address(step, pk), done=stands, current=step.slug == current)
        for number, (step, stands) in enumerate(zip(chosen, done, strict=True), start=1)
    ]


def progress(meeting: Meeting) -> int:
    """How many of the nine steps are done, for a meeting from with_progress."""
    return sum(standing(meeting))


def next_step(meeting: Meeting, after: str = "") -> Step | None:
    """The first step not done behind `after` (or at all), for a meeting from with_progress; None when all are."""
    slugs = steps()
    start = next((i + 1 for i, step in enumerate(slugs) if step.slug == after), 0)
    return next((s for s in [*slugs[start:], *slugs[:start]] if not getattr(meeting, f"done_{s.slug}")), None)


def _one(user: User, pk: int, _now: datetime) -> QuerySet[Meeting, Meeting]:
    return with_progress(Meeting.objects.visible_to(user).with_people().filter(pk=pk))


ONE = Rows(_one)


def layout(request: HttpRequest, meeting: Meeting, slug: str) -> dict[str, Any]:
    """What templates/meetings/step.html needs to show the step `slug` of `meeting`, read anew in one query."""
    found = ONE.ask(request.user, meeting.pk)
    if not found:
        raise Http404
    return placed(found[0], slug)


def placed(told: Meeting, slug: str) -> dict[str, Any]:
    """What the rail shows of `told`, which came with its steps, on the page of the step `slug`."""
    done = standing(told)
    at = {mark.step.slug: mark for mark in marks(told.pk, done, slug)}
    following = next_step(told, slug)
    return {
        "meeting": told,
        "mark": at.get(slug),
        "meet": at["meet"].href,
        "progress": sum(done),
        "of": len(done),
        "following": at[following.slug] if following else None,
    }
