"""The path of a conversation: its steps in order, each with its page, and which of them are done.

Every room registers its own steps from AppConfig.ready, so that the rail and the progress need no upward import.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import count

from django.urls import reverse
from django.utils.functional import Promise

from meetings.models import Meeting
from meetings.models.progress import OF_THE_ROW, Done, register_has

# The path of one conversation, in its order.
ORDER = ("goal", "person", "ask", "time", "research", "agenda", "pitch", "pack", "meet")
AFTER = ("debrief", "thank", "promises", "keep")


@dataclass(frozen=True)
class Step:
    """One step: `url` is the URL name that takes the meeting's pk, `why` one sentence, `button` the act itself.

    `done` is the question in SQL whether it is done, where rows of other tables tell; None where the conversation's
    own row does (meetings/models/progress.py). `settled` says so where "Done" would be too much.
    """

    slug: str
    title: str | Promise
    url: str
    why: str | Promise
    good: str | Promise
    button: str | Promise
    done: Done | None = None
    settled: str | Promise = ""


@dataclass(frozen=True)
class Mark:
    """A step as the rail shows it for the conversation `pk`; `late` where it was skipped and can no longer matter."""

    step: Step
    pk: int
    number: int
    done: bool
    current: bool
    late: bool

    @property
    def href(self) -> str:
        """The step's page."""
        return reverse(self.step.url, args=[self.pk])


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


def step(slug: str) -> Step:
    """The step called `slug`. Raises KeyError where there is none."""
    return _steps[slug]


def marks(meeting: Meeting, current: str = "", late: Collection[str] = ()) -> list[Mark]:
    """The nine steps of `meeting` as they stand.

    In: `current`, the slug of the page that is open; `late`, those that come too late to matter.
    """
    return _marked(steps(), meeting, current, late)


def marks_after(meeting: Meeting, current: str = "") -> list[Mark]:
    """The steps behind the talk."""
    return _marked(steps_after(), meeting, current, ())


def _marked(chosen: Sequence[Step], meeting: Meeting, current: str, late: Collection[str]) -> list[Mark]:
    # What is too late is no longer counted.
    numbers = count(1)
    return [
        Mark(
            step=step,
            pk=meeting.pk,
            number=0 if step.slug in late else next(numbers),
            done=step.slug in meeting.steps_done,
            current=step.slug == current,
            late=step.slug in late,
        )
        for step in chosen
    ]
