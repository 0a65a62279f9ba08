"""Amina Yusuf: third year, marine biology, halfway through her term's conversations."""

from datetime import datetime, timedelta

from accounts.models import User
from goals.models import Goal
from home.demo.telling import add_people


def fill(amina: User, now: datetime) -> None:
    """Everything of Amina's."""
    _aim(amina, now)
    add_people("aminas_people.toml", by=amina, now=now)


def _aim(amina: User, now: datetime) -> dict[str, Goal]:
    """Three goals that are open and one that was reached."""
    reached = Goal.aim(
        by=amina,
        now=now - timedelta(days=60),
        kind=Goal.Kind.MATERIALS,
        subject="A CV for field seasons",
        wants="Which of my two projects belongs on top.\nHow to describe boat work to people who hire crews.",
    )
    reached.reach(now=now - timedelta(days=20))
    return {
        "field": Goal.aim(
            by=amina,
            now=now - timedelta(days=58),
            kind=Goal.Kind.FIELD,
            subject="Marine conservation",
            wants="What a week looks like between the sea, the desk and the meeting room.\n"
            "By which doors people come in who have no family in it.\n"
            "Which part of the field is growing.",
        ),
        "role": Goal.aim(
            by=amina,
            now=now - timedelta(days=33),
            kind=Goal.Kind.ROLE,
            subject="Restoration project lead",
            wants="How much of the work is people and how much is ecology.\n"
            "Which two skills I should practise before I graduate.",
        ),
        "decide": Goal.aim(
            by=amina,
            now=now - timedelta(days=12),
            kind=Goal.Kind.DECIDE,
            subject="A master's next year, or a field season first",
            wants="What each of the two would cost me that I cannot see now.\n"
            "How people who chose the other way look back on it.",
        ),
    }
