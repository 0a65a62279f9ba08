"""Which follow-ups a turn of a conversation opens and closes. Told twice is told once."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Max, Value
from django.db.models.functions import Greatest

from contacts.models import Contact, Quiet
from followups.clock import Clock
from followups.models import Followup, Promise
from meetings.models import Meeting

Kind = Followup.Kind
WAITING = (Kind.NUDGE, Kind.CLOSE, Kind.ELSE)
# Before any morning: nobody asked to be left alone for a while.
NEVER = datetime.min.replace(tzinfo=UTC)
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
) -> None:
    """Open a follow-up of `kind`, with `contact` where it is not the person of the conversation, or give the one that
    is open these times.

    One that was made at `now` or later, and closed, came of this very turn: it is not opened twice.
    """
    there = Followup.objects.filter(meeting=meeting, kind=kind)
    told: dict[str, Any] = {"shows_at": shows_at, "due_at": due_at or shows_at, "late_at": late_at, "before": []}
    # A new time is a new reason for a mail.
    there.open().exclude(late_at=late_at).update(mailed_at=None)
    if there.open().update(**told) or there.filter(made_at__gte=now).exists():
        return
    whom = contact or meeting.contact
    Followup.objects.create(owner=meeting.owner, contact=whom, meeting=meeting, kind=kind, made_at=now, **told)


def settle(meeting: Meeting, kinds: Iterable[str], *, now: datetime, done: bool = False) -> None:
    """Close the open ones of `kinds`: as done, or because nothing is left to do."""
    when = {"done_at": now} if done else {"rested_at": now}
    Followup.objects.open().filter(meeting=meeting, kind__in=list(kinds), made_at__lte=now).update(**when)


def wait_for_answer(meeting: Meeting, *, now: datetime) -> None:
    """Asked or reminded: a reminder by business days, after the last one a kind close (docs/CRAFT.md, "Waiting")."""
    settle(meeting, [Kind.NUDGE], now=now, done=True)
    clock = Clock.of(meeting.owner)
    quiet = quiet_until(meeting.contact, clock)
    if meeting.nudges < clock.policy.nudges_max:
        open_one(meeting, Kind.NUDGE, now=now, shows_at=max(clock.reminder(now), quiet))
        elsewhere = clock.somebody_else(now)
        if elsewhere and not meeting.nudges:
            open_one(meeting, Kind.ELSE, now=now, shows_at=elsewhere)
    else:
        closing = clock.business_days(now, clock.policy.close_after_days)
        open_one(meeting, Kind.CLOSE, now=now, shows_at=max(closing, quiet))


def quiet_until(contact: Contact, clock: Clock) -> datetime:
    """The morning before which `contact` does not want to be written to; long ago where they named no day."""
    talks = Meeting.objects.filter(contact=contact, answer=Meeting.Answer.LATER)
    day = talks.aggregate(day=Max("not_before"))["day"]
    return clock.morning(day) if day else NEVER


def hear_answer(meeting: Meeting, *, now: datetime) -> None:
    """Answered, no more waiting: a no is thanked for, a "later" kept in touch with (docs/CRAFT.md, "Messages")."""
    settle(meeting, [*WAITING, Kind.REPLY, Kind.AGAIN], now=now)
    clock = Clock.of(meeting.owner)
    if meeting.not_before:
        wait_until_asked_again(meeting, now=now, clock=clock)
    elif meeting.answer == Meeting.Answer.NO:
        open_one(meeting, Kind.REPLY, now=now, shows_at=now, due_at=clock.next_morning(now))
    elif meeting.answer == Meeting.Answer.LATER:
        keep_in_touch(meeting.contact, meeting, since=now, clock=clock)


def wait_until_asked_again(meeting: Meeting, *, now: datetime, clock: Clock) -> None:
    """ "Please not before May": nothing that writes to them is shown before, and on that day asking again is due."""
    at = max(quiet_until(meeting.contact, clock), clock.next_morning(now))
    open_one(meeting, Kind.AGAIN, now=now, shows_at=at)
    early = Followup.objects.open().filter(contact=meeting.contact, kind__in=[Kind.KEEP, Kind.NUDGE, Kind.CLOSE])
    early.filter(shows_at__lt=at).update(shows_at=at, due_at=Greatest("due_at", Value(at)), before=[])


def confirm_before(meeting: Meeting, *, now: datetime) -> None:
    """Arranged or moved: confirm on the morning before. What is agreed within that day needs no confirming."""
    settle(meeting, [*WAITING, Kind.REPLY, Kind.AGAIN], now=now)
    clock = Clock.of(meeting.owner)
    if meeting.starts_at is None:
        return
    at = clock.day_before(meeting.starts_at)
    confirmed = Followup.objects.filter(meeting=meeting, kind=Kind.CONFIRM, late_at=meeting.starts_at)
    if at <= now:
        settle(meeting, [Kind.CONFIRM], now=now)
    elif not confirmed.exists():
        open_one(meeting, Kind.CONFIRM, now=now, shows_at=at, late_at=meeting.starts_at)


def look_back_and_thank(meeting: Meeting, *, now: datetime) -> None:
    """Held: look back the same day, thank within a day (docs/CRAFT.md, "Thanks")."""
    settle(meeting, [*WAITING, Kind.REPLY, Kind.AGAIN, Kind.CONFIRM], now=now)
    clock = Clock.of(meeting.owner)
    talked_at = min(now, meeting.ends_at or now)
    open_one(meeting, Kind.DEBRIEF, now=now, shows_at=talked_at, late_at=clock.next_morning(talked_at))
    open_one(
        meeting,
        Kind.THANK,
        now=now,
        shows_at=talked_at,
        due_at=talked_at + timedelta(hours=clock.policy.thank_due_hours),
        late_at=talked_at + timedelta(hours=clock.policy.thank_late_hours),
    )


def connect_and_report(meeting: Meeting, *, now: datetime) -> None:
    """Held: from tomorrow on connect on LinkedIn, and tell the one who gave the name (docs/CRAFT.md, "Thanks")."""
    clock = Clock.of(meeting.owner)
    talked_at = min(now, meeting.ends_at or now)
    tomorrow = clock.next_morning(talked_at)
    if not connected(meeting):
        due_at = talked_at + CONNECT_WITHIN
        open_one(meeting, Kind.CONNECT, now=now, shows_at=min(tomorrow, due_at), due_at=due_at)
    if meeting.contact.referred_by:
        at = clock.business_days(talked_at, 1)
        open_one(meeting, Kind.REPORT, now=now, shows_at=at, contact=meeting.contact.referred_by)


def connected(meeting: Meeting) -> bool:
    """Whether the two know each other on LinkedIn, or one of them chose once not to."""
    contact = meeting.contact
    there = Contact.Channel.LINKEDIN in {contact.preferred_channel, meeting.asked_by}
    if there or Quiet.holds(contact):
        return True
    return Followup.objects.filter(contact=contact, kind=Kind.CONNECT).exclude(meeting=meeting).exists()


def keep_in_touch(contact: Contact, meeting: Meeting | None, *, since: datetime, clock: Clock) -> None:
    """Open keeping in touch by the person's warmth, counted from `since`, unless it is open; 0 months: not at all."""
    months = clock.keep_months(contact.warmth)
    there = Followup.objects.filter(contact=contact, kind=Kind.KEEP)
    if not months or there.open().exists() or there.filter(made_at__gte=since).exists():
        return
    at = max(clock.months(since, months), quiet_until(contact, clock))
    Followup.objects.create(
        owner=contact.owner,
        contact=contact,
        meeting=meeting,
        kind=Kind.KEEP,
        made_at=since,
        shows_at=at,
        due_at=at,
    )
    if meeting:
        Meeting.objects.filter(pk=meeting.pk).refresh_has()


def restart_keeping(contact: Contact, *, now: datetime) -> None:
    """Touched: what was due is done and the months begin anew; what was still ahead moves on, never nearer."""
    keep = Followup.objects.open().filter(contact=contact, kind=Kind.KEEP, made_at__lt=now).first()
    if keep is None:
        return
    clock = Clock.of(contact.owner)
    if keep.shows_at <= now:
        Followup.objects.filter(pk=keep.pk).update(done_at=now)
        keep_in_touch(contact, keep.meeting, since=now, clock=clock)
        return
    months = clock.keep_months(contact.warmth)
    at = clock.months(now, months) if months else keep.due_at
    if at > keep.due_at:
        Followup.objects.filter(pk=keep.pk).update(shows_at=at, due_at=at, before=[])


def leave_alone(contact: Contact, *, now: datetime) -> None:
    """Nothing is to be done with this person any more, and nothing that was promised binds."""
    Followup.objects.open().filter(contact=contact).update(rested_at=now)
    Promise.objects.open().filter(contact=contact).update(released_at=now)
    Meeting.objects.filter(contact=contact).refresh_has()


def ask_again_later(meeting: Meeting, *, now: datetime) -> None:
    """A line went out: what they promised and was due is asked after again no sooner than a reminder would be."""
    asked_after = Followup.objects.due(now).filter(meeting=meeting, promise__whose=Promise.Whose.THEIRS)
    clock = Clock.of(meeting.owner)
    at = clock.business_days(now, clock.policy.nudge_after_days)
    asked_after.update(shows_at=at, due_at=at, before=[])


def have_asked_again(contact: Contact, *, now: datetime, early: bool) -> None:
    """Written to: asking again is done where its day has come, or where it was `early`; keeping in touch follows."""
    found = Followup.objects.open().filter(contact=contact, kind=Kind.AGAIN).select_related("meeting")
    for again in (found if early else found.filter(shows_at__lte=now)).order_by("pk"):
        Followup.objects.filter(pk=again.pk).update(done_at=now)
        keep_in_touch(contact, again.meeting, since=now, clock=Clock.of(contact.owner))
