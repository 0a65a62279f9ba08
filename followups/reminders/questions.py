"""What the mails ask of the database: put into SQL once, because a thousand of them ask within one minute."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import Count, QuerySet, Window

from accounts.models import User
from core.asking import NEVER, NOBODY, Plan, Question, Rows
from followups.models import Followup, Reminding
from followups.words import Told
from meetings.models import Meeting

# As many as one does in a quarter of an hour; the page has the others.
MOST = 8
# Stands in for the end of the student's day (core.asking).
DAY_END = datetime(1066, 10, 15, tzinfo=UTC)

_due: dict[bool, Plan] = {}


def due(user: User, now: datetime, ends_at: datetime, *, confirmations: bool) -> tuple[list[Told], int]:
    """The first that are due before the student's day ends at `ends_at`, the late ones before all, and how many more.

    In: `confirmations` says whether those are told here, or in a mail of their own.
    """
    if confirmations not in _due:
        slots = {NOBODY: "bigint", NEVER: "timestamptz", DAY_END: "timestamptz"}
        _due[confirmations] = Plan(*_asked(confirmations).query.sql_with_params(), slots)
    answers = _due[confirmations].ask(user.pk, now, ends_at)
    found = [
        Told(pk, kind, meeting, address or name, shows_at, due_at, late_at, whose or "", text or "")
        for _all, pk, kind, meeting, shows_at, due_at, late_at, name, address, whose, text in answers
    ]
    return found, answers[0][0] - len(found) if answers else 0


def _asked(confirmations: bool) -> QuerySet[Any, Any]:
    found = Followup.objects.visible_to(User(pk=NOBODY)).today(NEVER, DAY_END).late_first(NEVER)
    if not confirmations:
        found = found.exclude(kind=Followup.Kind.CONFIRM)
    return found.annotate(total=Window(Count("pk"))).values_list(
        *("total", "pk", "kind", "meeting_id", "shows_at", "due_at", "late_at"),
        *("contact__name", "contact__form_of_address", "promise__whose", "promise__text"),
    )[:MOST]


def _over(user: User, now: datetime) -> QuerySet[Any, Any]:
    found = Meeting.objects.visible_to(user).coming().filter(ends_at__lte=now)
    return found.values_list("contact__name", "contact__form_of_address")[:MOST]


def _wants(user: User, pk: int, now: datetime) -> QuerySet[Reminding, Reminding]:
    return Reminding.objects.filter(owner_id=pk).select_related("owner")


_OVER, _WANTS = Question(_over), Rows(_wants)


def over(user: User, now: datetime) -> list[str]:
    """With whom a conversation should have taken place of which nobody said whether it did."""
    return [address or name for name, address in _OVER.ask(user, now)]


def wants(member: int) -> Reminding | None:
    """What the member with this number chose; None where their account is closed or gone."""
    for found in _WANTS.ask(User(pk=member), member):
        return found if found.owner.is_active else None
    unchosen = User.objects.active().filter(pk=member).first()
    return Reminding(owner=unchosen) if unchosen else None
