"""A student's day: what is due, the next conversation, what is being prepared, who is waited for, what went well."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from followups.facts import first_facts
from followups.instead import for_rows
from followups.models import Followup
from followups.rows import Row, rows
from home.answered import Answered, answered
from home.underway import ConversationRow, Underway, conversations
from meetings.apart import tell_apart
from meetings.models import Meeting

# A short list: what can be done in ten minutes, and how much more there is.
FEW = 5
ROWS = 10
Stage = Meeting.Stage


@dataclass(frozen=True)
class Today:
    """Everything that the page of one student shows at one moment."""

    answers: list[Answered]
    due: list[Row]
    more: int
    ended: list[Underway]
    next: Underway | None
    preparing: list[Underway]
    preparing_more: int
    waiting: list[Underway]
    waiting_more: int
    well: str

    @property
    def is_calm(self) -> bool:
        """Nothing is due, and nobody has answered."""
        return not self.due and not self.ended and not self.answers

    @property
    def at_hand(self) -> bool:
        """Whether it is time to talk, which comes before everything that is due."""
        return self.next is not None and self.next.standing.at_hand

    @property
    def lead(self) -> Underway | None:
        """The conversation whose next act is the one thing to do, on a calm day or at its time; None: none.

        What is agreed comes before what is being prepared, and that before what waits for an answer.
        """
        if self.at_hand:
            return self.next
        agreed = [self.next] if self.next else []
        underway = (*agreed, *self.preparing, *self.waiting)
        return next((talk for talk in underway if talk.next), None) if self.is_calm else None


def today(user: User, now: datetime) -> Today:
    """What stands before `user` at `now`: two queries, however much there is.

    One more reads what was answered, where something was; three find somebody to ask instead, where nobody answers.
    """
    local = now.astimezone(timezone.get_current_timezone())
    month = local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    every = conversations(user, month)
    due, more = first_facts(Followup.objects.visible_to(user).due(now).late_first(now), ROWS)
    talks = [Underway(row, now) for row in every if row.is_underway]
    tell_apart((talk, talk.name, talk.row.begun_at) for talk in talks)
    ended = [talk for talk in talks if talk.is_over(now)]
    waiting = [talk for talk in talks if talk.stage == Stage.ASKED and not talk.standing.is_called_off]
    waiting.sort(key=lambda talk: talk.row.asked_at or now)
    ahead = [talk for talk in talks if talk not in waiting and talk not in ended]
    first = next((talk for talk in ahead if talk.stage == Stage.ARRANGED and not talk.standing.is_called_off), None)
    # Whoever has said yes waits for the student.
    preparing = sorted((talk for talk in ahead if talk is not first), key=lambda talk: talk.stage == Stage.PLANNED)
    return Today(
        answers=answered(user, {talk.pk: talk for talk in talks}) if any(row.is_unseen for row in every) else [],
        due=rows(due, now, instead=for_rows(user, now, {one.kind for one in due})),
        more=more,
        ended=ended,
        next=first,
        preparing=preparing[:FEW],
        preparing_more=len(preparing[FEW:]),
        waiting=waiting[:FEW],
        waiting_more=len(waiting[FEW:]),
        well=_went_well(every, month),
    )


def _went_well(every: list[ConversationRow], month: datetime) -> str:
    """What went well since `month` began, in one quiet sentence; empty where nothing did yet."""
    parts = []
    if n := sum(row.held_at is not None and row.held_at >= month for row in every):
        parts.append(ngettext("%(n)s conversation held", "%(n)s conversations held", n) % {"n": n})
    if n := sum(row.thanked_at is not None and row.thanked_at >= month for row in every):
        parts.append(ngettext("%(n)s thank-you sent", "%(n)s thank-yous sent", n) % {"n": n})
    return _("So far this month: %(what)s.") % {"what": _(" and ").join(parts)} if parts else ""
