"""What home asks of the rooms below, each in their own phrases and through their doors."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet, Window

from accounts.models import User
from core.asking import Question
from core.models import Mail
from followups.models import Followup
from home.talk import FIELDS
from meetings.models import Meeting

ROWS, TALKS, FEW_MAILS = 10, 40, 3


def _all_due(user: User, now: datetime) -> QuerySet[Any, Any]:
    """The first rows, the late ones before all others, each with the number of all."""
    due = Followup.objects.visible_to(user).due(now).late_first(now).annotate(total=Window(Count("pk")))
    return due.values_list(
        *("total", "pk", "kind", "meeting_id", "shows_at", "due_at", "late_at"),
        *("contact__name", "contact__form_of_address", "promise__whose", "promise__text"),
    )[:ROWS]


def _underway(user: User, now: datetime) -> QuerySet[Any, Any]:
    """Conversations that still ask something: the arranged by their time, then the newest; each with its steps."""
    found = Meeting.objects.visible_to(user).underway().order_by("starts_at", "-begun_at", "-pk")
    return found.values_list(*FIELDS)[:TALKS]


def _went_well(user: User, month: datetime) -> QuerySet[Any, Any]:
    """Conversations held and thank-yous sent since `month` began; no row where there are none."""
    held, thanked = Q(held_at__gte=month), Q(thanked_at__gte=month)
    found = Meeting.objects.visible_to(user).filter(held | thanked).order_by().values("owner_id")
    return found.annotate(held=Count("pk", filter=held), thanked=Count("pk", filter=thanked)).values_list(
        "held", "thanked"
    )


def _unreached(user: User, now: datetime) -> QuerySet[Any, Any]:
    """Mails of theirs that reached nobody."""
    return Mail.objects.failed_for(user).values_list("pk", "to", "refused", "why")[:FEW_MAILS]


ALL_DUE, UNDERWAY, WENT_WELL = Question(_all_due), Question(_underway), Question(_went_well)
UNREACHED = Question(_unreached)
