"""What the pages of this room show: rows through the doors, words from notes/talk.py."""

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from agendas.models import Question
from centre.models import Removed
from centre.models.removed import with_removed
from coach.differently import situations
from core.panels import panels
from meetings.models import Meeting
from notes import talk
from notes.forms import DebriefForm, KnowForm, NameForm, NewQuestionForm, NoteForm
from notes.models import Debrief, NamedPerson, Note, Timer


def meet_context(
    request: HttpRequest,
    meeting: Meeting,
    *,
    now: datetime,
    current: int = 0,
    bound: dict[int | None, NoteForm] | None = None,
    adding: NewQuestionForm | None = None,
) -> dict[str, Any]:
    """The meeting view of `meeting` at its question `current`.

    In: `bound` note forms that were refused, by question pk (None: the free notes); `adding` the form of a new
    question that was refused.
    """
    bound = bound or {}
    questions = Question.objects.visible_to(request.user).filter(agenda__meeting=meeting).in_order()
    notes = list(Note.objects.visible_to(request.user).filter(meeting=meeting).order_by("pk"))
    by_question = {note.question_id: note for note in notes if note.question_id or not note.about}
    timer = Timer.objects.visible_to(request.user).filter(meeting=meeting).first()
    practises = meeting.is_before_its_day(now) and not (timer and timer.runs(meeting, now=now))
    # Whoever practises has the whole time before them.
    span = None if practises else Timer.span(meeting, timer, now=now)
    shown = talk.cards(meeting, questions, by_question, bound, current)
    settled = meeting.held_at is not None or meeting.cancelled_at is not None
    past = span is None and meeting.stands and Timer.is_past(meeting, now=now)
    left = span.left(now) if span else timedelta(0) if past else meeting.duration
    names = {"name": meeting.contact.name}
    return {
        "meeting": meeting,
        "headline": (_("Conversation with %(name)s") if settled else _("Talking with %(name)s")) % names,
        "cards": shown,
        "planned": sum(not card.question.spare for card in shown),
        "free": bound.get(None) or talk.note_form(meeting, by_question.get(None), None),
        "orphans": [note for note in notes if not note.question_id and note.about and note.words],
        "adding": adding
        or NewQuestionForm(meeting=meeting, after=next((card.question.pk for card in shown if card.current), 0)),
        "span": span,
        "left": int(left.total_seconds()),
        "whole": int(((span.ends_at - span.starts_at) if span else meeting.duration).total_seconds()),
        "left_words": talk.left_in_words(span, meeting.minutes, now, past=past),
        "left_then": talk.left_then(span, meeting.minutes, now, past=past),
        "until": talk.time_of_day(span.ends_at) if span else "",
        "practises": practises,
        "loud": "" if settled else talk.loud(span, shown, now, past=past),
        "settled": settled,
        "may_start": not settled and (span is None or not span.has_begun(now) or span.over(now)),
        "may_unhold": "unhold" in meeting.open_to(now),
        "extras": talk.extras(meeting, span, now),
        "situations": situations(),
        "now": now,
    }


def debrief_context(
    request: HttpRequest,
    meeting: Meeting,
    *,
    form: DebriefForm | None = None,
    naming: NameForm | None = None,
    knowing: KnowForm | None = None,
) -> dict[str, Any]:
    """The debrief of `meeting` with its notes beside it and the people named; a refused form in its place."""
    row = Debrief.objects.visible_to(request.user).filter(meeting=meeting).first() or Debrief(meeting=meeting)
    notes = Note.objects.visible_to(request.user).filter(meeting=meeting).written().in_order()
    named = NamedPerson.objects.visible_to(request.user).filter(meeting=meeting).in_order().select_related("contact")
    looking, now = form or DebriefForm(on=row), timezone.now()
    looking.is_wrong_there = bool(knowing and knowing.errors)
    removed = Removed.objects.visible_to(request.user).of(NamedPerson, meeting).lately(now)
    return {
        "meeting": meeting,
        "debrief": row,
        "may_unhold": "unhold" in meeting.open_to(now),
        "looking": looking,
        "knowing": knowing or KnowForm(meeting=meeting),
        "naming": naming or NameForm(meeting=meeting),
        "notes": notes.select_related("question"),
        "named": with_removed(named, removed, by="named_at"),
        "panels": panels("notes:debrief", meeting, request.user, now) if meeting.held_at else [],
    }
