"""Bo Lindqvist: second year, history, at the beginning."""

from datetime import datetime, timedelta

from accounts.models import User
from goals.models import Goal
from home.demo.telling import add_people


def fill(bo: User, now: datetime) -> None:
    """Everything of Bo's."""
    Goal.aim(
        by=bo,
        now=now - timedelta(days=27),
        kind=Goal.Kind.FIELD,
        subject="Work with a history degree outside teaching",
        wants="What people do all day in archives, museums and books.\nWhich of the three I could try this summer.",
    )
    Goal.aim(
        by=bo,
        now=now - timedelta(days=10),
        kind=Goal.Kind.EMPLOYER,
        subject="City Records Office",
        wants="How new people find their feet there.\nWhat kind of person would not be happy there.",
    )
    add_people("bos_people.toml", by=bo, now=now)
