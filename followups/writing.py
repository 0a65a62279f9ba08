"""What lies beside a letter: the last talk's key lines, the open promises, who was named; and its draft."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from accounts.models import User
from coach.wording import listed
from core.keys import whole_name
from followups.models import Followup, Promise
from meetings.models import Meeting, Message
from notes.models import Debrief, NamedPerson

# Which message a follow-up asks for; a promise of theirs is asked after in a line that keeps in touch.
OCCASIONS = {
    Followup.Kind.CONFIRM: Message.Occasion.CONFIRM,
    Followup.Kind.THANK: Message.Occasion.THANKS,
    Followup.Kind.NUDGE: Message.Occasion.NUDGE,
    Followup.Kind.CLOSE: Message.Occasion.CLOSE,
    Followup.Kind.REPLY: Message.Occasion.CLOSE,
    Followup.Kind.PROMISE: Message.Occasion.KEEP,
    Followup.Kind.KEEP: Message.Occasion.KEEP,
    Followup.Kind.AGAIN: Message.Occasion.NUDGE,
    Followup.Kind.CONNECT: Message.Occasion.KEEP,
    Followup.Kind.REPORT: Message.Occasion.REPORT,
}

# The letters that speak of what was looked back on; one that closes, of whom they named instead.
AFTERWARDS = {Message.Occasion.THANKS, Message.Occasion.KEEP, Message.Occasion.REPORT, Message.Occasion.CLOSE}

# So many promises and names stand beside a letter.
MOST = 10

# Follow-ups with a page of their own.
PAGES = {Followup.Kind.DEBRIEF: "notes:debrief", Followup.Kind.THANK: "followups:thank"}


def page_of(followup: Followup) -> str:
    """Where a follow-up is done that is no letter: the page of its own, or its person's where no conversation is."""
    if followup.meeting is None:
        return followup.contact.get_absolute_url()
    return reverse(PAGES[Followup.Kind(followup.kind)], args=[followup.meeting.pk])


@dataclass(frozen=True)
class Beside:
    """What helps to write to one person."""

    debrief: Debrief | None
    promises: list[Promise]
    named: list[NamedPerson]

    def facts(self, occasion: str) -> dict[str, Any]:
        """The same as facts for a draft (fields of coach.facts.Facts); only thanks speak of what is still promised."""
        named = {"named": listed([whole_name(person.name) for person in self.named])}
        if occasion == Message.Occasion.CLOSE:
            return named
        learned = {"learned": next(iter(self.debrief.learned), "")} if self.debrief else {}
        kept = {"next_step": self.debrief.next_step, "thanks_line": self.debrief.thanks_line} if self.debrief else {}
        if occasion != Message.Occasion.THANKS:
            return {**learned, **kept}
        mine = next((promise.text for promise in self.promises if promise.is_mine), "")
        theirs = next((promise.text for promise in self.promises if not promise.is_mine), "")
        return {
            **learned,
            **kept,
            "promise": mine,
            "offer": theirs,
            **named,
        }


def beside(user: User, meeting: Meeting) -> Beside:
    """What `user` keeps of the last talk with the person of `meeting`.

    Two queries, and one more where somebody was named.
    """
    talked = Debrief.objects.visible_to(user).filter(meeting__contact=meeting.contact)
    debrief = talked.order_by("-meeting__held_at", "-pk").first()
    promises = Promise.objects.visible_to(user).filter(contact=meeting.contact).open().soonest_first()
    rows = NamedPerson.objects.visible_to(user).filter(meeting=meeting).order_by("named_at", "pk")
    named = list(rows[:MOST]) if "named" in meeting.has else []
    return Beside(debrief, list(promises[:MOST]), named)


def facts_of(meeting: Meeting, occasion: str) -> dict[str, Any]:
    """What the looking back adds to a draft made on any page, where its occasion speaks of it."""
    if occasion not in AFTERWARDS or (occasion == Message.Occasion.CLOSE and "named" not in meeting.has):
        return {}
    return beside(meeting.owner, meeting).facts(occasion)


def open_draft(meeting: Meeting, occasion: str, *, channel: str, now: datetime, known: Beside) -> Message:
    """The draft for `occasion`, made from what is `known`."""
    return Message.draft(meeting, occasion=occasion, channel=channel, now=now, more=known.facts(occasion))
