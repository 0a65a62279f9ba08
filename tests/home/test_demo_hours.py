"""The demo can be made at any minute, and what it tells stands in the right order around that minute."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db.models import F, Model

from accounts.models import Resume, User
from centre.models import Term
from contacts.models import Contact, Finding, Touch
from followups.facts import facts
from followups.models import Followup, Promise
from followups.words import state
from goals.models import Goal
from home import demo
from home.demo.members import ZONE
from home.demo.telling import Teller
from meetings.models import Meeting, Message
from meetings.models.stage import Stage
from notes.models import Debrief

# Moments that are easily told wrong, with their day on the clocks of the demo's centre, in London.
FIRST_OF_A_DAY = datetime(2026, 11, 24, 0, 0, tzinfo=UTC), date(2026, 11, 24)
LAST_OF_A_YEAR = datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC), date(2026, 12, 31)
NEXT_MONTH_IN_LONDON = datetime(2026, 6, 30, 23, 30, tzinfo=UTC), date(2026, 7, 1)
AN_HOUR_SKIPPED = datetime(2027, 3, 28, 1, 0, tzinfo=UTC), date(2027, 3, 28)
AN_HOUR_TWICE = datetime(2026, 10, 25, 1, 30, tzinfo=UTC), date(2026, 10, 25)
LEAP_DAY = datetime(2028, 2, 29, 12, 0, tzinfo=UTC), date(2028, 2, 29)
MADE = (FIRST_OF_A_DAY, LAST_OF_A_YEAR, NEXT_MONTH_IN_LONDON, AN_HOUR_SKIPPED)

HAPPENED: dict[type[Model], tuple[str, ...]] = {
    Contact: ("added_at", "last_touch_at"),
    Debrief: ("done_at",),
    Finding: ("found_at",),
    Followup: ("made_at", "done_at", "rested_at"),
    Goal: ("aimed_at", "reached_at"),
    Meeting: ("begun_at", "asked_at", "answered_at", "held_at", "thanked_at", "cancelled_at", "closed_at", "rested_at"),
    Message: ("sent_at",),
    Promise: ("made_at", "kept_at"),
    Resume: ("uploaded_at",),
    Touch: ("at",),
    User: ("joined_at",),
}
# The later of two times of one conversation, and the one before it.
IN_ORDER = (
    ("begun_at", "contact__added_at"),
    ("begun_at", "goals__aimed_at"),
    ("asked_at", "begun_at"),
    ("answered_at", "asked_at"),
    ("held_at", "starts_at"),
    ("thanked_at", "held_at"),
)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize(("now", "today"), MADE, ids=str)
def test_is_made_whenever_somebody_comes(now: datetime, today: date) -> None:
    demo.fill(now=now)  # Postgres refuses two conversations of one student at one time.
    hers = Meeting.objects.filter(owner__email="amina@demo.test")
    assert set(hers.values_list("stage", flat=True)) == set(Stage.values)
    for model, names in HAPPENED.items():
        for name in names:
            assert not model._default_manager.filter(**{f"{name}__gt": now}).exists(), (model, name)
    for later, earlier in IN_ORDER:
        assert not Meeting.objects.filter(**{f"{later}__lt": F(earlier)}).exists(), (later, earlier)
    states = {state(facts(one), now) for one in Followup.objects.filter(owner__email="amina@demo.test").open()}
    assert states == {"", "due", "late"}
    promised = Promise.objects.open().soonest_first().values_list("due_on", flat=True)
    assert [(day - today).days for day in promised] == [-2, 3, 6]
    assert Term.at(today) is not None


@pytest.mark.parametrize(("now", "today"), [*MADE, AN_HOUR_TWICE, LEAP_DAY], ids=str)
def test_a_day_is_laid_out_alike_from_each_of_its_minutes(now: datetime, today: date) -> None:
    bo = User(time_zone=ZONE)
    minutes = 0
    for moment in (now + timedelta(minutes=minute) for minute in range(-26 * 60, 26 * 60)):
        teller = Teller(bo, moment)
        if teller.day(0) != today:
            continue
        minutes += 1
        for days, hour in ((-138, 10), (-18, 13), (-1, 11), (1, 15), (8, 9)):
            there = teller.on(days, hour)
            assert (there.date(), there.hour) == (today + timedelta(days=days), hour)
    assert minutes in {23 * 60, 24 * 60, 25 * 60}
