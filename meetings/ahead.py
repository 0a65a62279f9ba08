"""What matters now in a conversation: the next act, and what comes too late to matter.

One table for its page, its rail and the student's day; docs/ARCHITECTURE.md, "What comes next", shows it and why.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.models import Meeting
from meetings.models.columns import AT_HAND
from meetings.models.progress import CALLED_OFF
from meetings.models.stage import Stage
from meetings.path import AFTER, step

# Acts that are no steps of their own: a first look at the person, what is missing of the place, the letter that
# confirms the time, and cancelling here what they were written is off.
LOOK, WHERE, CONFIRM, CANCEL = "look", "where", "confirm", "cancel"
# The deeper half of the research waits for the time.
PREPARE = ("goal", "agenda", "pitch")
# What is arranged, from a quarter of an hour before its time until its end: then there is one thing to do.
AT_THE_TIME = "at_hand"
# At each stage what is to be done, the first first. Where nothing is, the card of the stage says what there is.
AHEAD: Mapping[str, tuple[str, ...]] = {
    Stage.PLANNED: ("goal", LOOK, "person", "ask"),
    Stage.ASKED: PREPARE,
    Stage.ANSWERED: ("time", *PREPARE),
    Stage.ARRANGED: (WHERE, CONFIRM, "goal", "research", "agenda", "pitch", "pack", "meet"),
    AT_THE_TIME: ("meet",),
    CALLED_OFF: (CANCEL,),
    Stage.HELD: AFTER,
    Stage.THANKED: AFTER,
}
# What goes into the request matters until it is out, all other preparing until they have talked.
UNTIL_ASKED = ("person",)
OUT = (Stage.ASKED, Stage.ANSWERED, Stage.ARRANGED)
BEHIND = (Stage.HELD, Stage.THANKED)
# Nothing is to be done, whatever was left undone.
OVER = (Stage.RESTING, Stage.DECLINED, Stage.NO_ANSWER, Stage.CANCELLED)

_MISSING: Mapping[str, tuple[str | Promise, str | Promise, str | Promise]] = {
    Meeting.Mode.ONLINE: (
        gettext_lazy("Video call link"),
        gettext_lazy("Next: the video call link"),
        gettext_lazy("Add the video call link"),
    ),
    Meeting.Mode.PHONE: (
        gettext_lazy("Phone number to call"),
        gettext_lazy("Next: the phone number to call"),
        gettext_lazy("Add the phone number"),
    ),
    Meeting.Mode.IN_PERSON: (
        gettext_lazy("The place"),
        gettext_lazy("Next: the place"),
        gettext_lazy("Add the place"),
    ),
}


@dataclass(frozen=True)
class Standing:
    """What the table asks of one conversation: `where` is what is known of place, link and number; `done` its slugs.

    `practises`: whether its day is still to come, until when the meeting view is there to practise; `at_hand`: whether
    its time is now.
    """

    pk: int
    stage: str
    answer: str
    done: Collection[str]
    mode: str
    where: str
    practises: bool = False
    at_hand: bool = False

    @property
    def is_called_off(self) -> bool:
        """Whether they were written that it is off, and here it still stands."""
        return CALLED_OFF in self.done and self.stage in OUT


@dataclass(frozen=True)
class NextAct:
    """One thing to do: its name, the line that announces it, what good looks like, its button and its page.

    What few pages show of it is translated where it is shown.
    """

    slug: str
    title: str | Promise
    head: str
    good: str | Promise
    button: str | Promise
    href: str


def standing(meeting: Meeting, *, now: datetime) -> Standing:
    """How `meeting` stands at `now`, its person read with it."""
    return Standing(
        pk=meeting.pk,
        stage=meeting.stage,
        answer=meeting.answer,
        done=meeting.steps_done,
        mode=meeting.mode,
        where=known_place(meeting.mode, meeting.place, meeting.link, meeting.contact.phone),
        practises=meeting.is_before_its_day(now),
        at_hand=is_at_hand(meeting.stage, meeting.has, meeting.starts_at, meeting.ends_at, now),
    )


def is_at_hand(
    stage: str, has: Collection[str], starts_at: datetime | None, ends_at: datetime | None, now: datetime
) -> bool:
    """Whether they talk at `now`, or are about to."""
    if stage != Stage.ARRANGED or CALLED_OFF in has or starts_at is None or ends_at is None:
        return False
    return starts_at - AT_HAND <= now < ends_at


def known_place(mode: str, place: str, link: str, phone: str) -> str:
    """What is known of where they talk: for a call the number on the person's page will do."""
    return place or link or (phone if mode == Meeting.Mode.PHONE else "")


def next_act(conversation: Standing, *, after: str = "") -> NextAct | None:
    """What matters now, apart from the step `after`, which is done just now or put off; None where nothing does."""
    # A first look is a part of the page on the person.
    passed = {after, LOOK} if after == "person" else {after}
    return next((_act(slug, conversation) for slug in ahead(conversation) if slug not in passed), None)


def ahead(conversation: Standing) -> list[str]:
    """The slugs of what is still to be done at this stage, the first first."""
    if conversation.stage == Stage.ANSWERED and conversation.answer != Meeting.Answer.YES:
        return []
    row = CALLED_OFF if conversation.is_called_off else AT_THE_TIME if conversation.at_hand else conversation.stage
    return [slug for slug in AHEAD.get(row, ()) if not _is_done(slug, conversation)]


def is_too_late(slug: str, conversation: Standing) -> bool:
    """Whether the step `slug` was skipped and can no longer matter."""
    if slug in conversation.done or slug in AFTER:
        return False
    return conversation.stage in BEHIND or (conversation.stage in OUT and slug in UNTIL_ASKED)


def _is_done(slug: str, conversation: Standing) -> bool:
    if slug == WHERE:
        return bool(conversation.where) or conversation.mode not in _MISSING
    if slug == LOOK:
        # Whoever has written a reason has looked.
        return not {LOOK, "person"}.isdisjoint(conversation.done)
    return slug in conversation.done


def _act(slug: str, conversation: Standing) -> NextAct:
    if slug == WHERE:
        title, head, button = map(str, _MISSING[conversation.mode])
        href = f"{reverse('meetings:time', args=[conversation.pk])}?where=1"
        return NextAct(slug, title, head, _("You both need to know where you’ll meet."), button, href)
    if slug == LOOK:
        href = f"{reverse('meetings:person', args=[conversation.pk])}#look"
        good = _("Two facts about them help you say why you chose them.")
        return NextAct(slug, _("Read about them"), _("Next: read about them"), good, _("Read about them"), href)
    if slug == CONFIRM:
        href = reverse("meetings:write", args=[conversation.pk, "confirm"])
        good = _("A short message with the date, time and place, so you both know it’s happening.")
        return NextAct(
            slug, _("Confirm the time"), _("Next: confirm the time"), good, _("Write the confirmation"), href
        )
    if slug == CANCEL:
        title, href = _("Cancel it here too"), reverse("meetings:cancel", args=[conversation.pk])
        good = _("They know from your message. Cancel it here too, so we stop reminding you.")
        return NextAct(slug, title, _("Next: cancel it here too"), good, title, href)
    found = step(slug)
    if slug == "meet" and conversation.practises:
        href = reverse(found.url, args=[conversation.pk])
        good = _("Say your first sentences out loud with the timer in view. Nothing is recorded before the day.")
        return NextAct(
            slug, _("Practise"), _("Next: practise the conversation"), good, _("Practise the conversation"), href
        )
    head = _("Next: %(title)s") % {"title": found.title}
    return NextAct(
        slug=slug,
        title=found.title,
        head=str(found.button) if conversation.at_hand else head,
        good=found.good,
        button=found.button,
        href=reverse(found.url, args=[conversation.pk]),
    )
