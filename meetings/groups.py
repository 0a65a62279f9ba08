"""The conversations of a student in groups: what needs them, what is arranged, who is waited for, what is prepared."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings import ahead
from meetings.models import Meeting
from meetings.models.progress import CALLED_OFF, UNSEEN
from meetings.models.stage import UNDERWAY, Stage

# The groups in their order; the past stands beneath them, page by page.
TITLES: dict[str, str | Promise] = {
    "needs": _("Needs you"),
    "arranged": _("Scheduled"),
    "waiting": _("Waiting for a reply"),
    "preparing": _("Getting ready"),
}
OPEN = (*UNDERWAY, Stage.HELD)
PAST = (Stage.THANKED, Stage.RESTING, Stage.DECLINED, Stage.NO_ANSWER, Stage.CANCELLED)
# So many of a group stand on the page of all; a page of its own has the others.
FEW = 20


@dataclass(frozen=True)
class ListedMeeting:
    """One conversation as the list shows it, with what matters now where it needs the student."""

    meeting: Meeting
    act: ahead.NextAct | None = None


@dataclass(frozen=True)
class ListedGroup:
    """One group: `key` as the address names it, its first rows, and how many further ones there are."""

    key: str
    title: str | Promise
    rows: list[ListedMeeting]
    further: int


def group_of(meeting: Meeting, now: datetime) -> str:
    """The key of the group in which an open conversation stands at `now`."""
    stage = meeting.stage
    over = stage == Stage.ARRANGED and meeting.ends_at is not None and meeting.ends_at <= now
    fix_a_time = stage == Stage.ANSWERED and meeting.answer == Meeting.Answer.YES
    if over or fix_a_time or stage == Stage.HELD or not {UNSEEN, CALLED_OFF}.isdisjoint(meeting.has):
        return "needs"
    return {Stage.ARRANGED: "arranged", Stage.PLANNED: "preparing"}.get(Stage(stage), "waiting")


def grouped(meetings: Iterable[Meeting], now: datetime, *, most: int = FEW) -> list[ListedGroup]:
    """`meetings`, which are open, in their groups; a group without any is left out."""
    by_key: dict[str, list[Meeting]] = {key: [] for key in TITLES}
    for meeting in meetings:
        by_key[group_of(meeting, now)].append(meeting)
    by_key["arranged"].sort(key=lambda meeting: (meeting.starts_at or now, meeting.pk))
    # Who waits longest comes first.
    by_key["waiting"].sort(key=lambda meeting: (meeting.asked_at or now, meeting.pk))
    return [
        ListedGroup(key, TITLES[key], [_listed(meeting, key, now) for meeting in rows[:most]], max(0, len(rows) - most))
        for key, rows in by_key.items()
        if rows
    ]


def _listed(meeting: Meeting, key: str, now: datetime) -> ListedMeeting:
    # What they answered is read on the page of the conversation; so is the question whether it took place.
    asks = meeting.stage == Stage.ARRANGED and CALLED_OFF not in meeting.has
    settled = key == "needs" and UNSEEN not in meeting.has and not asks
    return ListedMeeting(meeting, ahead.next_act(ahead.standing(meeting, now=now)) if settled else None)
