"""Amina Yusuf: third year, marine biology, halfway through her term's conversations."""

from datetime import datetime, timedelta

from accounts.models import User
from goals.models import Experiment, Goal
from home.demo import aminas_ahead, aminas_past, aminas_talks, papers
from home.demo.telling import Goals, Teller


def fill(amina: User, now: datetime) -> None:
    """Everything of Amina's: what she aims at, whom she knows, and her conversations, the oldest first."""
    teller = Teller(amina, now)
    goals = _aim(amina, now)
    _try_out(goals, amina, now)
    people = teller.add_people("aminas_people.toml")
    aminas_past.tell(teller, people, goals)
    aminas_talks.tell(teller, people, goals)
    aminas_ahead.tell(teller, people, goals, papers.bring(teller))


def _aim(amina: User, now: datetime) -> Goals:
    """Three goals that are open and one that was reached."""
    reached = Goal.aim(
        by=amina,
        now=now - timedelta(days=160),
        kind=Goal.Kind.MATERIALS,
        subject="A CV for field seasons",
        wants="Which of my two projects belongs on top.\nHow to describe boat work to people who hire crews.",
    )
    reached.reach(now=now - timedelta(days=100))
    return {
        "materials": reached,
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
            now=now - timedelta(days=14),
            kind=Goal.Kind.DECIDE,
            subject="A master's next year, or a field season first",
            wants="What each of the two would cost me that I cannot see now.\n"
            "How people who chose the other way look back on it.",
        ),
    }


def _try_out(goals: Goals, amina: User, now: datetime) -> None:
    """One thing that she tried, and one that she is going to try."""
    tried = Experiment.plan(
        by=amina,
        now=now - timedelta(days=120),
        goal=goals["materials"],
        text="send my CV to the crew of the survey boat",
        try_on=(now - timedelta(days=110)).date(),
    )
    tried.finish(now=now - timedelta(days=108), seen=None, learned="They asked about the boat work first.")
    Experiment.plan(
        by=amina,
        now=now - timedelta(days=3),
        goal=goals["field"],
        text="spend a Saturday with the beach survey group",
        try_on=(now + timedelta(days=12)).date(),
    )
