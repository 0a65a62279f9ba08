"""One conversation as the meeting view shows it: a card for each question, and the time left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from agendas.models import Agenda, Question, centre_bank
from core import times
from meetings.models import Meeting
from notes.forms import NoteForm
from notes.models import Note
from notes.models.timer import Span

# What can be asked after any answer (docs/CRAFT.md, "Questions").
PROBES = (
    gettext_lazy("Can you give me an example?"),
    gettext_lazy("What happened then?"),
    gettext_lazy("What made that hard?"),
    gettext_lazy("Who decided?"),
    gettext_lazy("How would a beginner see it?"),
)
# How many minutes a question is planned with that nobody planned.
ON_THE_SPOT = 2


@dataclass(frozen=True)
class QuestionCard:
    """One question with its notes; `number` counts the planned ones from 1, `current` is the one to ask now."""

    question: Question
    form: NoteForm
    probes: Sequence[str | Promise]
    number: int
    current: bool


def cards(
    meeting: Meeting,
    questions: Iterable[Question],
    notes: dict[int | None, Note],
    bound: dict[int | None, NoteForm],
    current: int,
) -> list[QuestionCard]:
    """The questions as cards: the planned ones in order, then the spare ones.

    In: `notes` and `bound` (a form that was refused) by question pk; `current` a pk, or 0 for the first not asked.
    """
    rows = sorted(questions, key=lambda question: question.spare)
    now = next((q.pk for q in rows if q.pk == current), None) or next(
        (q.pk for q in rows if q.asked_at is None), rows[-1].pk if rows else 0
    )
    return [
        QuestionCard(
            question=question,
            form=bound.get(question.pk) or note_form(meeting, notes.get(question.pk), question),
            probes=probes(question),
            number=number,
            current=question.pk == now,
        )
        for number, question in enumerate(rows, start=1)
    ]


def note_form(meeting: Meeting, note: Note | None, question: Question | None, data: object = None) -> NoteForm:
    """The form of the note to `question`, or of the free notes."""
    key, about = (question.pk, question.text) if question else (None, "")
    action = reverse("notes:answer", args=[meeting.pk, key]) if key else reverse("notes:free", args=[meeting.pk])
    return NoteForm(data, on=note or Note(), key=key, about=about, action=action)


def probes(question: Question) -> Sequence[str | Promise]:
    """What to ask on: the bank's own probes of this question, else the five that suit any answer."""
    try:
        return (question.bank_id and centre_bank().question(question.bank_id).probes) or PROBES
    except KeyError:
        return PROBES


def follow_on(meeting: Meeting, before: Question | None, *texts: str) -> Question:
    """Add questions that came up to the agenda, right behind `before`. Out: the first. Raises Agenda.Full."""
    phase = before.phase if before else Question.Phase.CORE
    with transaction.atomic():
        questions = [Agenda.of(meeting).write(text, phase=phase, minutes=ON_THE_SPOT) for text in texts]
        if before and not before.spare:
            for place, question in enumerate(questions, before.position + 1):
                question.move_to(place)
    return questions[0]


def extras(meeting: Meeting, span: Span | None, now: datetime) -> list[str]:
    """What to say first by phone or online (docs/CRAFT.md, "Questions")."""
    if meeting.mode not in {Meeting.Mode.PHONE, Meeting.Mode.ONLINE}:
        return []
    # Once the time is up nobody asks whether it is a good one.
    still = (
        _("Is now still a good time, until %(clock)s?") % {"clock": time_of_day(span.ends_at)}
        if span and not span.over(now)
        else _("Is now still a good time?")
    )
    return [_("Can you hear me well?"), _("May I take notes?"), still]


def time_of_day(moment: datetime) -> str:
    return times.say_clock(timezone.localtime(moment))


def left_in_words(span: Span | None, minutes: int, now: datetime, *, past: bool = False) -> str:
    """ "12 minutes left", as the page says it before any script counts on."""
    if past:
        return _("This time has passed")
    if span is None:
        return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}
    if span.over(now):
        return _("Time’s up")
    if not span.has_begun(now):
        return _("Not started yet")
    left = -(-int(span.left(now).total_seconds()) // 60)
    return ngettext("%(count)s minute left", "%(count)s minutes left", left) % {"count": left}


def left_then(span: Span | None, minutes: int, now: datetime, *, past: bool = False) -> str:
    """The same where nothing counts on: with the clock at which it held, "At 15:05: 12 minutes left"."""
    left = left_in_words(span, minutes, now, past=past)
    return _("At %(clock)s: %(left)s") % {"clock": time_of_day(now), "left": left} if span else left


def loud(span: Span | None, shown: Iterable[QuestionCard], now: datetime, *, past: bool) -> str:
    """Which act of the view is the loud one, as its clock goes on to say (static/notes/clock.js).

    Out: "start" the timer, "ask" the next question, or "end" the conversation.
    """
    if past or (span and span.over(now)):
        return "end"
    if span is None or not span.has_begun(now):
        return "start"
    return "ask" if any(card.current and card.question.asked_at is None for card in shown) else "end"
