"""Every act writes down which steps are done: the column says what the rows say, whatever is done in any order."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Pitch, User
from agendas.models import Agenda, Question
from contacts.models import Finding, Quiet, Touch
from followups.models import Followup, Promise
from meetings.models import Meeting, Message, Reply
from meetings.models.progress import OF_THE_ROW, has_now, slugs_where
from meetings.path import steps, steps_after
from notes.models import Debrief, NamedPerson, Note, Timer
from tests.cast import NOW, a_contact, a_goal, a_meeting
from tests.sampling import one_in

pytestmark = pytest.mark.django_db

Act = Callable[[Meeting, datetime], Any]


def ask(meeting: Meeting, now: datetime) -> None:
    meeting.ask(now=now, channel="email")


def hear_later(meeting: Meeting, now: datetime) -> None:
    meeting.hear(now=now, answer="later")


def hear_not_before(meeting: Meeting, now: datetime) -> None:
    meeting.hear(now=now, answer="later", not_before=(now + timedelta(days=30)).date())


def arrange(meeting: Meeting, now: datetime) -> None:
    meeting.arrange(now=now, starts_at=now + timedelta(hours=1), minutes=20, mode="phone")


def serve(meeting: Meeting, now: datetime) -> None:
    meeting.serve([] if meeting.goals.exists() else [a_goal(meeting.owner)])


def say_why(meeting: Meeting, now: datetime) -> None:
    meeting.say_why(seen=None, why_them="" if meeting.why_them else "Your paper on kelp.")


def pitch(meeting: Meeting, now: datetime) -> None:
    made = Pitch.begin(by=meeting.owner, name="Usual", shape=Pitch.Shape.PARAGRAPH, text="I study biology.")
    meeting.choose_pitch(made)


def drop_pitch(meeting: Meeting, now: datetime) -> None:
    for one in Pitch.objects.filter(owner=meeting.owner):
        one.drop(now=now)


def find(meeting: Meeting, now: datetime) -> None:
    for text in ("Began on a trawler.", "Leads the survey.", "Its crew is small."):
        Finding.find(meeting.contact, now=now, kind=Finding.Kind.PATH, text=text)


def drop_findings(meeting: Meeting, now: datetime) -> None:
    for one in meeting.contact.findings.all():
        one.drop(now=now)


def write(meeting: Meeting, now: datetime) -> None:
    Agenda.of(meeting).write(
        "What led you here?",
        phase="C",
        minutes=2,
    )


def make_spare(meeting: Meeting, now: datetime) -> None:
    for one in Question.objects.filter(agenda__meeting=meeting):
        one.revise(seen=None, text=one.text, phase=one.phase, spare=not one.spare)


def drop_question(meeting: Meeting, now: datetime) -> None:
    for one in Question.objects.filter(agenda__meeting=meeting)[:1]:
        one.drop(now=now)


def fill(meeting: Meeting, now: datetime) -> None:
    Agenda.of(meeting).fill()


def talk(meeting: Meeting, now: datetime) -> None:
    Timer.end(meeting, now=now)


def look_back(meeting: Meeting, now: datetime) -> None:
    Debrief.of(meeting).finish(now=now)


def promise(meeting: Meeting, now: datetime) -> None:
    Promise.make(by=meeting.owner, now=now, meeting=meeting, whose="mine", text="Send it", due_on=now.date())


def keep(meeting: Meeting, now: datetime) -> None:
    for one in Promise.objects.open().filter(meeting=meeting)[:1]:
        one.keep(now=now)


def release(meeting: Meeting, now: datetime) -> None:
    for one in Promise.objects.open().filter(meeting=meeting)[:1]:
        one.release(now=now)


def open_again(meeting: Meeting, now: datetime) -> None:
    for one in Promise.objects.filter(meeting=meeting)[:1]:
        one.reopen(now=now)


def do_due(meeting: Meeting, now: datetime) -> None:
    for one in Followup.objects.open().filter(contact=meeting.contact):
        one.done(now=now)


def let_rest(meeting: Meeting, now: datetime) -> None:
    for one in Followup.objects.open().filter(contact=meeting.contact):
        one.let_rest(now=now)


def name(meeting: Meeting, now: datetime) -> None:
    NamedPerson.add(meeting, now=now, name="Jo Park", about="Surveys", may_use_name=True)


def forget_name(meeting: Meeting, now: datetime) -> None:
    for one in NamedPerson.objects.filter(meeting=meeting)[:1]:
        one.remove(now=now)


def note(meeting: Meeting, now: datetime) -> None:
    Note.write(meeting, None, now=now, seen=None, words="She began on a trawler.")


def empty_note(meeting: Meeting, now: datetime) -> None:
    Note.write(meeting, None, now=now, seen=None, words="")


def send(meeting: Meeting, now: datetime) -> None:
    Message.draft(meeting, occasion="request", channel="email", now=now).send(now=now)


def offer(meeting: Meeting, now: datetime) -> None:
    Reply.offer(meeting, now=now, times=[now + timedelta(days=1)])


def propose(meeting: Meeting, now: datetime) -> None:
    Reply.offer(meeting, now=now, times=[]).propose(now=now, zone="UTC", at=now + timedelta(days=2))


def decline(meeting: Meeting, now: datetime) -> None:
    Reply.offer(meeting, now=now, times=[]).decline(now=now, later=True)


def see(meeting: Meeting, now: datetime) -> None:
    for one in Reply.objects.filter(meeting=meeting):
        one.mark_seen(now=now)


def touch(meeting: Meeting, now: datetime) -> None:
    Touch.log_by_hand(meeting.contact, kind="note", on=now.date(), words="Met by chance.", now=now)


def talk_again(meeting: Meeting, now: datetime) -> None:
    Meeting.begin(by=meeting.owner, now=now, contact=meeting.contact, minutes=20, goals=[])


def leave_alone(meeting: Meeting, now: datetime) -> None:
    Quiet.add(meeting.contact, now=now)


def erase(meeting: Meeting, now: datetime) -> None:
    Reply.offer(meeting, now=now, times=[]).erase(now=now)


ACTS: tuple[Act, ...] = (
    *(ask, hear_later, hear_not_before, arrange, serve, say_why, pitch, drop_pitch, find, drop_findings),
    *(write, make_spare, drop_question, fill, talk, look_back, promise, keep, release, open_again),
    *(do_due, let_rest, name, forget_name, note, empty_note, send, touch, talk_again, leave_alone, erase),
    *(offer, propose, decline, see),
    lambda meeting, now: meeting.pack([], now=now),
    lambda meeting, now: meeting.thank(now=now),
    lambda meeting, now: meeting.rest(now=now),
    lambda meeting, now: meeting.cancel(now=now),
)
REFUSALS = (
    *(Meeting.Refused, Reply.Refused, Agenda.Full, Agenda.Filled, Agenda.Picked, Debrief.NotHeld),
    *(Promise.Ended, Followup.Closed, Finding.Full, Touch.NotYet),
)


def wrong() -> dict[int, tuple[set[str], set[str]]]:
    """The conversations whose column says otherwise than their rows: what it says, and what is true."""
    rows = Meeting.objects.annotate(own=slugs_where(OF_THE_ROW), now=slugs_where(has_now()))
    found = {row.pk: (set(row.steps_done), {*row.own, *row.now}) for row in rows}
    return {pk: both for pk, both in found.items() if both[0] != both[1]}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 30)), max_size=14))
def test_every_walk_through_the_verbs_leaves_the_column_true(amina: User, acts: list[tuple[Act, int]]) -> None:
    with transaction.atomic():
        contact = a_contact(amina)
        meeting, now = a_meeting(amina, contact), NOW
        a_meeting(amina, contact)
        for act, hours in acts:
            now += timedelta(hours=hours)
            meeting = Meeting.objects.get(pk=meeting.pk)
            with suppress(*REFUSALS):
                act(meeting, now)
            assert wrong() == {}
        # The next walk begins on a clean table.
        transaction.set_rollback(True)


@pytest.mark.parametrize("act", one_in(6, ACTS))
def test_each_act_after_a_whole_walk_leaves_the_column_true(amina: User, act: Act) -> None:
    meeting, now = a_meeting(amina), NOW
    for one in (serve, serve, find, write, pitch, ask, arrange, talk, look_back, promise):
        one(meeting, now := now + timedelta(hours=1))
        meeting = Meeting.objects.get(pk=meeting.pk)
        assert wrong() == {}
    meeting.thank(now=now)
    with suppress(*REFUSALS):
        act(Meeting.objects.get(pk=meeting.pk), now)
    assert wrong() == {}


def test_a_whole_walk_ends_with_every_step_but_the_one_left_out(amina: User) -> None:
    meeting, now = a_meeting(amina), NOW
    for one in (say_why, find, write, pitch, ask, arrange, talk, look_back):
        one(meeting, now := now + timedelta(hours=1))
        meeting = Meeting.objects.get(pk=meeting.pk)
    meeting.thank(now=now)
    done = Meeting.objects.get(pk=meeting.pk).steps_done
    assert {step.slug for step in (*steps(), *steps_after())} - set(done) == {"pack"}
