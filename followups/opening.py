"""Which follow-ups a turn of a conversation opens and closes. Told twice is told once."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Max, Value
from django.db.models.functions import Greatest

from contacts.models import Contact, Quiet, Touch
from core.locking import refresh_after
from followups.models import Followup, Promise
from followups.schedule import Schedule
from meetings.models import Meeting

Kind = Followup.Kind
WAITING = (Kind.NUDGE, Kind.CLOSE, Kind.ELSE)
# These ask for no letter, or follow one that would have been refused.
NO_LETTER = frozenset({Kind.DEBRIEF, Kind.NUDGE, Kind.CLOSE, Kind.ELSE})
# Before any morning: nobody asked to be left alone for a while.
NEVER = datetime.min.replace(tzinfo=UTC)
# Touches that are a letter to them.
WRITTEN = (Touch.Kind.ASKED, Touch.Kind.KEPT)
CONNECT_WITHIN = timedelta(hours=48)


def open_one(
    meeting: Meeting,
    kind: str,
    *,
    now: datetime,
    shows_at: datetime,
    due_at: datetime | None = None,
    late_at: datetime | None = None,
    contact: Contact | None = None,
    among: Iterable[Followup] | None = None,
) -> None:
    """Open a follow-up of `kind`, with `contact` where it is not the person of the conversation, or give the one that
    is open these times; `among` are those of the kind, where they were read already.

    One that was made at `now` or later, and closed, came of this very turn: it is not opened twice. Nobody is reminded
    to write to whoever asked to be left alone.
    """
    whom = contact or meeting.contact
    refresh_after(whom)
    there = list(Followup.objects.filter(meeting=meeting, kind=kind) if among is None else among)
    values: dict[str, Any] = {"shows_at": shows_at, "due_at": due_at or shows_at, "late_at": late_at, "before": []}
    standing = next((followup for followup in there if followup.is_open), None)
    if standing:
        # A new time is a new reason for a mail.
        renewed = {"mailed_at": None} if standing.late_at != late_at else {}
        Followup.objects.open().filter(pk=standing.pk).update(**values, **renewed)
    elif not any(followup.made_at >= now for followup in there) and (kind in NO_LETTER or not Quiet.holds(whom)):
        Followup.objects.create(owner=meeting.owner, contact=whom, meeting=meeting, kind=kind, made_at=now, **values)


def settle(meeting: Meeting, kinds: Iterable[str], *, now: datetime, done: bool = False) -> None:
    """Close the open ones of `kinds`: as done, or because nothing is left to do."""
    refresh_after(meeting.contact)
    if meeting.contact.referred_by:
        # The report of a talk is owed to whoever gave the name.
        refresh_after(meeting.contact.referred_by)
    when = {"done_at": now} if done else {"rested_at": now}
    Followup.objects.open().filter(meeting=meeting, kind__in=list(kinds), made_at__lte=now).update(**when)


def wait_for_answer(meeting: Meeting, *, now: datetime) -> None:
    """Asked or reminded: a reminder by business days, after the last one somebody else (docs/CRAFT.md, "Waiting").

    A final message to whoever never answered is due only where the centre wants one.
    """
    earlier = list(Followup.objects.filter(meeting=meeting, kind=Kind.NUDGE))
    if any(followup.is_open for followup in earlier):
        settle(meeting, [Kind.NUDGE], now=now, done=True)
        earlier = list(Followup.objects.filter(meeting=meeting, kind=Kind.NUDGE))
    schedule = Schedule.of(meeting.owner)
    quiet = quiet_until(meeting.contact, schedule)
    if meeting.nudges < schedule.policy.nudges_max:
        open_one(meeting, Kind.NUDGE, now=now, shows_at=max(schedule.reminder(now), quiet), among=earlier)
        elsewhere = schedule.somebody_else(now)
        if elsewhere and not meeting.nudges:
            open_one(meeting, Kind.ELSE, now=now, shows_at=elsewhere)
    else:
        closing = schedule.business_days(now, schedule.policy.close_after_days)
        if schedule.policy.final_message:
            open_one(meeting, Kind.CLOSE, now=now, shows_at=max(closing, quiet))
        elif not Followup.objects.open().filter(meeting=meeting, kind=Kind.ELSE).exists():
            open_one(meeting, Kind.ELSE, now=now, shows_at=closing)


def quiet_until(contact: Contact, schedule: Schedule) -> datetime:
    """The morning before which `contact` does not want to be written to; long ago where they named no day."""
    talks = Meeting.objects.filter(contact=contact, answer=Meeting.Answer.LATER)
    day = talks.aggregate(day=Max("not_before"))["day"]
    return schedule.morning(day) if day else NEVER


def hear_answer(meeting: Meeting, *, now: datetime) -> None:
    """Answered, no more waiting: a no is thanked for, a "later" kept in touch with (docs/CRAFT.md, "Messages")."""
    settle(meeting, [*WAITING, Kind.REPLY, Kind.AGAIN], now=now)
    schedule = Schedule.of(meeting.owner)
    if meeting.not_before:
        wait_until_asked_again(meeting, now=now, schedule=schedule)
    elif meeting.answer == Meeting.Answer.NO:
        open_one(meeting, Kind.REPLY, now=now, shows_at=now, due_at=schedule.next_morning(now))
    elif meeting.answer == Meeting.Answer.LATER:
        keep_in_touch(meeting.contact, meeting, since=now, schedule=schedule)


def wait_until_asked_again(meeting: Meeting, *, now: datetime, schedule: Schedule) -> None:
    """ "Please not before May": nothing that writes to them is shown before, and on that day asking again is due."""
    at = max(quiet_until(meeting.contact, schedule), schedule.next_morning(now))
    open_one(meeting, Kind.AGAIN, now=now, shows_at=at)
    early = Followup.objects.open().filter(contact=meeting.contact, kind__in=[Kind.KEEP, Kind.NUDGE, Kind.CLOSE])
    early.filter(shows_at__lt=at).update(shows_at=at, due_at=Greatest("due_at", Value(at)), before=[])


def confirm_before(meeting: Meeting, *, now: datetime) -> None:
    """Arranged or moved: confirm on the morning before. What is agreed within that day needs no confirming."""
    settle(meeting, [*WAITING, Kind.REPLY, Kind.AGAIN], now=now)
    schedule = Schedule.of(meeting.owner)
    if meeting.starts_at is None:
        return
    at = schedule.day_before(meeting.starts_at)
    confirmed = Followup.objects.filter(meeting=meeting, kind=Kind.CONFIRM, late_at=meeting.starts_at)
    if at <= now:
        settle(meeting, [Kind.CONFIRM], now=now)
    elif not confirmed.exists():
        open_one(meeting, Kind.CONFIRM, now=now, shows_at=at, late_at=meeting.starts_at)


def drop_confirmation(meeting: Meeting) -> None:
    """They were written that it is off. Nothing stays of it, so that it opens anew where the time stands again."""
    refresh_after(meeting.contact)
    Followup.objects.open().filter(meeting=meeting, kind=Kind.CONFIRM).delete()


def look_back_and_thank(meeting: Meeting, *, now: datetime) -> None:
    """Held: look back the same day, thank within a day (docs/CRAFT.md, "Thanks")."""
    settle(meeting, [*WAITING, Kind.REPLY, Kind.AGAIN, Kind.CONFIRM], now=now)
    schedule = Schedule.of(meeting.owner)
    talked_at = min(now, meeting.ends_at or now)
    open_one(meeting, Kind.DEBRIEF, now=now, shows_at=talked_at, late_at=schedule.next_morning(talked_at))
    open_one(
        meeting,
        Kind.THANK,
        now=now,
        shows_at=talked_at,
        due_at=talked_at + timedelta(hours=schedule.policy.thank_due_hours),
        late_at=talked_at + timedelta(hours=schedule.policy.thank_late_hours),
    )


def connect_and_report(meeting: Meeting, *, now: datetime) -> None:
    """Held: from tomorrow on connect on LinkedIn, and tell the one who gave the name (docs/CRAFT.md, "Thanks")."""
    schedule = Schedule.of(meeting.owner)
    talked_at = min(now, meeting.ends_at or now)
    tomorrow = schedule.next_morning(talked_at)
    if not connected(meeting):
        due_at = talked_at + CONNECT_WITHIN
        open_one(meeting, Kind.CONNECT, now=now, shows_at=min(tomorrow, due_at), due_at=due_at)
    if meeting.contact.referred_by:
        at = schedule.business_days(talked_at, 1)
        open_one(meeting, Kind.REPORT, now=now, shows_at=at, contact=meeting.contact.referred_by)


def connected(meeting: Meeting) -> bool:
    """Whether the two know each other on LinkedIn, or one of them chose once not to."""
    contact = meeting.contact
    there = Contact.Channel.LINKEDIN in {contact.preferred_channel, meeting.asked_by}
    if there or Quiet.holds(contact):
        return True
    return Followup.objects.filter(contact=contact, kind=Kind.CONNECT).exclude(meeting=meeting).exists()


def keep_in_touch(contact: Contact, meeting: Meeting | None, *, since: datetime, schedule: Schedule) -> None:
    """Open keeping in touch by the person's warmth, counted from `since`, unless it is open; 0 months: not at all."""
    months = schedule.keep_months(contact.warmth)
    there = Followup.objects.filter(contact=contact, kind=Kind.KEEP)
    if not months or any(keep.is_open or keep.made_at >= since for keep in there) or Quiet.holds(contact):
        return
    at = max(schedule.months(since, months), quiet_until(contact, schedule))
    Followup.objects.create(
        owner=contact.owner,
        contact=contact,
        meeting=meeting,
        kind=Kind.KEEP,
        made_at=since,
        shows_at=at,
        due_at=at,
    )
    # Only the first one is something that the conversation did not have.
    if meeting and all(keep.meeting_id != meeting.pk for keep in there):
        refresh_after(meeting)


def have_touched(contact: Contact, kind: str, *, now: datetime) -> None:
    """Touched: keeping in touch begins anew, and what was to be asked again may be asked."""
    kinds = [Kind.KEEP, Kind.AGAIN] if kind in WRITTEN else [Kind.KEEP]
    found = Followup.objects.open().filter(contact=contact, kind__in=kinds).select_related("meeting").order_by("pk")
    for followup in found:
        if followup.kind == Kind.KEEP and followup.made_at < now:
            restart_keeping(followup, contact, now=now)
    for followup in found:
        # Whoever was asked need not wait for the day on which to ask again.
        if followup.kind == Kind.AGAIN and (kind == Touch.Kind.ASKED or followup.shows_at <= now):
            Followup.objects.filter(pk=followup.pk).update(done_at=now)
            keep_in_touch(contact, followup.meeting, since=now, schedule=Schedule.of(contact.owner))


def restart_keeping(keep: Followup, contact: Contact, *, now: datetime) -> None:
    """What was due is done and the months begin anew; what was still ahead moves on, never nearer."""
    schedule = Schedule.of(contact.owner)
    if keep.shows_at <= now:
        Followup.objects.filter(pk=keep.pk).update(done_at=now)
        keep_in_touch(contact, keep.meeting, since=now, schedule=schedule)
        return
    months = schedule.keep_months(contact.warmth)
    at = schedule.months(now, months) if months else keep.due_at
    if at > keep.due_at:
        Followup.objects.filter(pk=keep.pk).update(shows_at=at, due_at=at, before=[])


def leave_alone(contact: Contact, *, now: datetime) -> None:
    """Nothing is to be done with this person any more, and nothing that was promised binds."""
    refresh_after(contact)
    Followup.objects.open().filter(contact=contact).update(rested_at=now)
    Promise.objects.open().filter(contact=contact).update(released_at=now)


def ask_again_later(meeting: Meeting, *, now: datetime) -> None:
    """A line went out: what they promised and was due is asked after again no sooner than a reminder would be."""
    asked_after = Followup.objects.due(now).filter(meeting=meeting, promise__whose=Promise.Whose.THEIRS)
    schedule = Schedule.of(meeting.owner)
    at = schedule.business_days(now, schedule.policy.nudge_after_days)
    asked_after.update(shows_at=at, due_at=at, before=[])


def time_promise(promise: Promise, *, now: datetime) -> None:
    """One follow-up for a promise with a date, none for one without."""
    refresh_after(promise.contact)
    if promise.due_on is None or Quiet.holds(promise.contact):
        Followup.objects.filter(promise=promise).delete()
        return
    schedule = Schedule.of(promise.owner)
    at = schedule.morning(promise.due_on)
    # One's own is late from the next morning on; theirs is never late, only asked after.
    late_at = schedule.morning(promise.due_on + timedelta(days=1)) if promise.is_mine else None
    values: dict[str, Any] = {"shows_at": at, "due_at": at, "late_at": late_at, "before": [], "kind": Kind.PROMISE}
    of = {"owner": promise.owner, "contact": promise.contact, "meeting": promise.meeting, "made_at": now}
    Followup.objects.update_or_create(promise=promise, defaults=values, create_defaults={**values, **of})


def follow_promise(promise: Promise) -> None:
    """The follow-up of a promise is done once that was kept, rests once it was released, and is open as long as it."""
    refresh_after(promise.contact)
    Followup.objects.filter(promise=promise).update(done_at=promise.kept_at, rested_at=promise.released_at)
