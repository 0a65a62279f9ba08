"""A conversation as its own page asks for it: one query, which also says what there is to be read further."""

from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from accounts.models import User
from core.asking import Rows
from goals.models import Goal
from meetings.models import Invitation, Meeting, Message
from meetings.models.progress import Done

_asked: dict[str, Done] = {}


def ask_whether(name: str, question: Done) -> None:
    """Ask along whether a conversation has `name` (a room's rows); called once, from a room's AppConfig.ready."""
    _asked[name] = question


def ask_along() -> None:
    """Let the conversation's own query say whether its person was given a link; called from MeetingsConfig.ready."""
    ask_whether("invitation", invited)


def invited() -> Exists:
    """In SQL: whether the person of a conversation was given a link."""
    return Exists(Invitation.objects.filter(meeting=OuterRef("pk")))


def has(meeting: Meeting, name: str) -> bool:
    """Whether `meeting` has any `name`, as far as is known: one that came another way may have some."""
    return bool(getattr(meeting, f"has_{name}", True))


def _one(user: User, pk: int, _now: datetime) -> QuerySet[Meeting, Meeting]:
    marks: dict[str, Any] = {
        f"has_{name}": ExpressionWrapper(question(), output_field=BooleanField()) for name, question in _asked.items()
    }
    letters = Message.objects.filter(meeting=OuterRef("pk")).sent().order_by()
    found = Meeting.objects.visible_to(user).with_people().filter(pk=pk)
    return found.annotate(has_letters=Exists(letters), goals_served=ArraySubquery(_goals(user)), **marks)


def _letters(user: User, pk: int, _now: datetime) -> QuerySet[Message, Message]:
    return Message.objects.visible_to(user).filter(meeting=pk).sent()


def _goals(user: User) -> QuerySet[Goal, Any]:
    """The goals that a conversation serves, as far as its page shows them."""
    served = Meeting.goals.through._base_manager.filter(meeting_id=OuterRef(OuterRef("pk"))).values("goal_id")
    found = Goal.objects.visible_to(user).filter(pk__in=served).order_by("pk")
    return found.values(told=JSONObject(pk="pk", subject="subject"))


ONE, LETTERS = Rows(_one), Rows(_letters)


def letters(meeting: Meeting, user: Any) -> list[Message]:
    """What was sent in `meeting`, the first first."""
    return LETTERS.ask(user, meeting.pk) if has(meeting, "letters") else []
