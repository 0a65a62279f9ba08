"""Meet and debrief are steps of the conversation, and its page shows what came of it."""

from datetime import datetime

import pytest

from accounts.models import User
from core.panels import panels
from meetings.models import Meeting
from notes.models import Debrief, Timer
from tests.cast import a_meeting
from tests.notes.builders import a_note, somebody_named

pytestmark = pytest.mark.django_db


def done(meeting: Meeting) -> set[str]:
    return {"meet", "debrief"} & set(Meeting.objects.get(pk=meeting.pk).steps_done)


def test_meet_is_done_when_held_and_debrief_when_finished(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    assert done(meeting) == set()
    Timer.end(meeting, now=now)
    assert done(meeting) == {"meet"}
    Debrief.of(meeting).finish(now=now)
    assert done(meeting) == {"meet", "debrief"}


def test_the_conversations_page_is_told_notes_and_names(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    note, person = a_note(meeting), somebody_named(meeting)
    meeting.refresh_from_db()
    shown = next(p.context for p in panels("meetings:show", meeting, amina, now) if p.template == "notes/_panel.html")
    assert (shown["notes"], list(shown["named"]), shown["debrief"]) == ([note], [person], None)
