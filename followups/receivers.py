"""What the rooms below tell, and what follows from it, in the same transaction as its cause."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.dispatch import Signal

from contacts import events as people
from contacts.models import Contact
from followups import events, opening, undoing
from followups.models import Followup, Promise
from followups.reminders.news import post_news
from followups.schedule import Schedule
from meetings import events as talks
from meetings.models import Meeting, Message
from notes import events as notes

Kind = Followup.Kind


def on_asked(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    opening.wait_for_answer(meeting, now=now)


def on_closed(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    opening.settle(meeting, [Kind.CLOSE], now=now, done=True)
    opening.settle(meeting, [Kind.NUDGE, Kind.ELSE], now=now)


def on_answered(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    opening.hear_answer(meeting, now=now)


def on_replied(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    post_news(meeting, now=now)


def on_arranged(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    opening.confirm_before(meeting, now=now)


def on_called_off(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    """Cancelled, or somebody did not come."""
    opening.settle(meeting, [*opening.WAITING, Kind.REPLY, Kind.AGAIN, Kind.CONFIRM], now=now)


def on_held(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    opening.look_back_and_thank(meeting, now=now)
    opening.connect_and_report(meeting, now=now)


def on_changing(sender: Any, *, meeting: Meeting, before: dict[str, Any], **more: Any) -> None:
    before["followups"] = undoing.open_before(meeting)


def on_undone(sender: Any, *, meeting: Meeting, at: datetime, before: dict[str, Any], **more: Any) -> None:
    undoing.give_back(meeting, before.get("followups", []), at=at)


def on_debriefed(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    opening.settle(meeting, [Kind.DEBRIEF], now=now, done=True)


def on_thanked(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    opening.settle(meeting, [Kind.THANK], now=now, done=True)
    opening.keep_in_touch(meeting.contact, meeting, since=now, schedule=Schedule.of(meeting.owner))


def on_rested(sender: Any, *, meeting: Meeting, now: datetime, **more: Any) -> None:
    """Everything of this conversation rests with it, but for promises: a promise stays a promise."""
    opening.settle(meeting, set(Kind.values) - {Kind.PROMISE}, now=now)


def on_sent(sender: Any, *, message: Message, meeting: Meeting, now: datetime, **more: Any) -> None:
    """What a letter of any occasion does beside its conversation's verb."""
    if message.occasion == Message.Occasion.CONFIRM:
        opening.settle(meeting, [Kind.CONFIRM], now=now, done=True)
    elif message.occasion == Message.Occasion.CANCEL:
        opening.drop_confirmation(meeting)
    elif message.occasion == Message.Occasion.CLOSE:
        opening.settle(meeting, [Kind.REPLY], now=now, done=True)
    elif message.occasion == Message.Occasion.KEEP:
        opening.ask_again_later(meeting, now=now)
        if message.channel == Contact.Channel.LINKEDIN:
            opening.settle(meeting, [Kind.CONNECT], now=now, done=True)
    elif message.occasion == Message.Occasion.REPORT:
        opening.settle(meeting, [Kind.REPORT], now=now, done=True)


def on_touched(sender: Any, *, contact: Contact, kind: str, now: datetime, **more: Any) -> None:
    opening.have_touched(contact, kind, now=now)


def on_promised(sender: Any, *, promise: Promise, now: datetime, **more: Any) -> None:
    opening.time_promise(promise, now=now)


def on_promise_ended(sender: Any, *, promise: Promise, **more: Any) -> None:
    opening.follow_promise(promise)


def on_left_alone(sender: Any, *, contact: Contact, now: datetime, **more: Any) -> None:
    """They asked not to be written to, or to be forgotten."""
    opening.leave_alone(contact, now=now)


def connect() -> None:
    """Listen to the rooms below; called once, from FollowupsConfig.ready."""
    listeners: dict[Signal, Callable[..., None]] = {
        talks.asked: on_asked,
        talks.nudged: on_asked,
        talks.closed: on_closed,
        talks.answered: on_answered,
        talks.replied: on_replied,
        talks.arranged: on_arranged,
        talks.cancelled: on_called_off,
        talks.missed: on_called_off,
        talks.held: on_held,
        talks.changing: on_changing,
        talks.undone: on_undone,
        talks.thanked: on_thanked,
        talks.rested: on_rested,
        talks.sent: on_sent,
        notes.debriefed: on_debriefed,
        people.touched: on_touched,
        people.silenced: on_left_alone,
        people.forgotten: on_left_alone,
        events.promised: on_promised,
        events.ended: on_promise_ended,
    }
    for signal, listener in listeners.items():
        signal.connect(listener, dispatch_uid=f"followups.{listener.__name__}")
