"""Whom to ask instead of somebody who does not answer."""

from collections.abc import Iterable
from datetime import datetime

from accounts.models import User
from centre.models import Centre
from contacts.models import Contact
from followups.models import Followup
from meetings.shortlist import Candidate, open_goals, ranked

Kind = Followup.Kind
# Rows that end in the question whom else to ask.
WITH_SOMEBODY_ELSE = frozenset({Kind.CLOSE, Kind.REPLY, Kind.ELSE})


def for_rows(user: User, now: datetime, kinds: Iterable[str]) -> Candidate | None:
    """The person to offer in a list with rows of `kinds`; nobody is looked for where no row asks for one."""
    return instead(user, now) if WITH_SOMEBODY_ELSE.intersection(kinds) else None


def instead(user: User, now: datetime, *, beside: Contact | None = None) -> Candidate | None:
    """The best to ask with nothing that speaks against it; first of all at the same place as `beside` (3B7)."""
    goals = open_goals(user)
    found = ranked(user, goals, now, Centre.recent().policy) if goals else []
    good = [one for one in found if not one.weighed.reasons_against and one.contact != beside]
    place = beside.organisation if beside else ""
    there = (one for one in good if place and one.contact.organisation == place)
    return next(there, good[0] if good else None)
