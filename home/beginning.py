"""The first days: a goal, a person, a request. Until the first request is out nothing else competes."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from coach.wording import isolated
from contacts.models import Contact
from goals.models import Goal
from home.today import Today
from home.underway import Underway
from meetings.models import Meeting


@dataclass(frozen=True)
class Stone:
    """One of the three: its words, and what is known of it where it is done."""

    words: str
    done: bool
    known: str = ""


@dataclass(frozen=True)
class FirstDays:
    """The three stones, and the one act that comes next: its button and where it leads."""

    stones: tuple[Stone, ...]
    button: str
    href: str

    @property
    def is_new(self) -> bool:
        """Whether nothing is done yet."""
        return not any(stone.done for stone in self.stones)

    @property
    def done(self) -> int:
        return sum(stone.done for stone in self.stones)

    @property
    def total(self) -> int:
        return len(self.stones)


def first_days(user: User, day: Today) -> FirstDays | None:
    """The way to the first request of `user`; None once one is out, or something is due.

    Three queries, and none where the day shows by itself that it is later.
    """
    if not day.is_calm or day.next or day.waiting or day.well:
        return None
    if any(talk.stage != Meeting.Stage.PLANNED for talk in day.preparing):
        return None
    if Meeting.objects.visible_to(user).requested().exists():
        return None
    goal = Goal.objects.visible_to(user).order_by("-pk").only("subject").first()
    people = list(Contact.objects.visible_to(user).order_by("-added_at", "-pk").only("name", "form_of_address")[:2])
    talk = day.preparing[0] if day.preparing else None
    button, href = _next(goal, people, talk)
    stones = (
        Stone(_("Decide what you want to find out"), goal is not None, goal.subject if goal else ""),
        Stone(_("Choose someone who does that work"), bool(people), talk.name if talk else _whom(people)),
        Stone(_("Ask them for 15 to 30 minutes of their time"), False),
    )
    return FirstDays(stones, button, href)


def _whom(people: list[Contact]) -> str:
    return people[0].name if len(people) == 1 else ""


def _next(goal: Goal | None, people: list[Contact], talk: Underway | None) -> tuple[str, str]:
    if goal is None:
        return _("Set your first goal"), reverse("goals:aim")
    if not people:
        return _("Add a person"), reverse("contacts:add")
    if talk and talk.next:
        return talk.next.head, talk.next.href
    if len(people) == 1:
        who = {"who": isolated(people[0].addressed)}
        return _("Plan a conversation with %(who)s") % who, f"{reverse('meetings:begin')}?contact={people[0].pk}"
    return _("Choose who to contact"), reverse("meetings:shortlist")
