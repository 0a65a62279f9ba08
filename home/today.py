"""A student's day: what is due, the next conversation, what is being prepared, who is waited for, what went well."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from core.times import say_day
from followups.instead import for_rows
from followups.rows import Row, rows
from followups.words import Told
from goals.models import Goal
from home.answered import Answered, answered
from home.questions import ALL_DUE, UNDERWAY, WENT_WELL
from home.talk import Talk
from meetings.models import Meeting

# A short list: what can be done in ten minutes, and how much more there is.
FEW = 5
Stage = Meeting.Stage


@dataclass(frozen=True)
class Today:
    """Everything that the page of one student shows at one moment."""

    answers: list[Answered]
    due: list[Row]
    more: int
    ended: list[Talk]
    next: Talk | None
    preparing: list[Talk]
    preparing_more: int
    waiting: list[Talk]
    waiting_more: int
    well: str

    @property
    def is_calm(self) -> bool:
        """Nothing is due, and nobody has answered."""
        return not self.due and not self.ended and not self.answers

    @property
    def is_blank(self) -> bool:
        """Nothing is due, nothing on its way, and nothing went by this month."""
        return self.is_calm and not (self.next or self.preparing or self.waiting or self.well)


def today(user: User, now: datetime) -> Today:
    """What stands before `user` at `now`: four queries, however much there is.

    Three more find somebody to ask instead, where somebody does not answer.
    """
    due = ALL_DUE.ask(user, now)
    due_facts = [_told(answer) for answer in due]
    base = reverse("meetings:index")
    talks = [Talk.of(answer, base) for answer in UNDERWAY.ask(user, now)]
    ended = [talk for talk in talks if talk.is_over(now)]
    waiting = sorted((talk for talk in talks if talk.stage == Stage.ASKED), key=lambda talk: talk.asked_at or now)
    ahead = [talk for talk in talks if talk.stage != Stage.ASKED and talk not in ended]
    first = next((talk for talk in ahead if talk.stage == Stage.ARRANGED), None)
    preparing = [talk for talk in ahead if talk is not first]
    return Today(
        answers=answered(user, now),
        due=rows(due_facts, now, instead=for_rows(user, now, {one.kind for one in due_facts})),
        more=due[0][0] - len(due) if due else 0,
        ended=ended,
        next=first,
        preparing=preparing[:FEW],
        preparing_more=len(preparing[FEW:]),
        waiting=[_since(talk) for talk in waiting[:FEW]],
        waiting_more=len(waiting[FEW:]),
        well=_went_well(user, now),
    )


def is_new(user: User) -> bool:
    """Whether `user` has set no goal and begun no conversation yet."""
    return not Goal.objects.visible_to(user).exists() and not Meeting.objects.visible_to(user).exists()


def _told(answer: tuple[object, ...]) -> Told:
    """The facts of a follow-up from one answer of ALL_DUE: total, then the facts, with both forms of the name."""
    _total, *facts, name, form_of_address, whose, what = answer
    pk, kind, meeting_pk, shows_at, due_at, late_at = facts
    return Told(pk, kind, meeting_pk, form_of_address or name, shows_at, due_at, late_at, whose or "", what or "")  # type: ignore[arg-type]


def _since(talk: Talk) -> Talk:
    here = timezone.get_current_timezone()
    if talk.asked_at:
        talk.asked = _("Asked on %(day)s") % {"day": say_day(talk.asked_at.astimezone(here))}
    return talk


def _went_well(user: User, now: datetime) -> str:
    """What went well in this month of the student's calendar, in one quiet sentence; empty where nothing did yet."""
    local = now.astimezone(timezone.get_current_timezone())
    month = local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    held, thanked = next(iter(WENT_WELL.ask(user, month)), (0, 0))
    parts = []
    if held:
        parts.append(ngettext("%(n)s conversation held", "%(n)s conversations held", held) % {"n": held})
    if thanked:
        parts.append(ngettext("%(n)s thank-you sent", "%(n)s thank-yous sent", thanked) % {"n": thanked})
    return _("This month: %(what)s.") % {"what": _(" and ").join(parts)} if parts else ""
