"""The statement that chooses whom to remind finds the rows that the pages show: their phrases, over random rows."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from accounts.models import User
from contacts.models import Contact
from core.models import Mail
from followups.models import Followup, Reminding
from followups.reminders.choosing import CATCH_UP_HOURS, FIRST_HOUR, LAST_HOUR, OLDEST, THANK_AFTER, post_due
from followups.reminders.hours import reading
from meetings.models import Meeting
from tests.sampling import one_in

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 18, 7, 30, tzinfo=UTC)
MEMBERS = 400
LENGTH = timedelta(minutes=20)
ZONES = ["Europe/Berlin", "Asia/Tokyo", "Asia/Kolkata", "America/Los_Angeles", ""]
KINDS = [kind for kind in Followup.Kind if kind != Followup.Kind.PROMISE]


class Chance(random.Random):
    """What stands in the rows."""

    def near(self, days: float = 2) -> datetime:
        """A moment of the last or the next days, `NOW` itself among them."""
        return NOW + timedelta(minutes=self.choice([0, round(self.uniform(-days, days) * 24 * 60)]))

    def sometimes(self, moment: datetime) -> datetime | None:
        return moment if self.random() < 0.15 else None


def members(chance: Chance) -> list[User]:
    gone = [{}] * 9 + [{"is_active": False, "deactivated_at": NOW}]
    people = User.objects.bulk_create(
        User(email=f"m{k}@example.edu", time_zone=chance.choice(ZONES), **chance.choice(gone)) for k in range(MEMBERS)
    )
    chose = chance.sample(people, MEMBERS // 2)
    Reminding.objects.bulk_create(
        Reminding(
            owner=member,
            hour=chance.randrange(6, 18),
            digest=chance.random() < 0.8,
            day_before=chance.random() < 0.5,
            thanks=chance.random() < 0.5,
            digested_on=chance.choice([None, NOW.date() - timedelta(days=1), NOW.date()]),
        )
        for member in chose
    )
    return people


def rows_of(member: User, chance: Chance) -> None:
    """A conversation that may be arranged, and follow-ups of every kind and at every point of their life."""
    person = Contact.objects.create(owner=member, name="Dr. Efua Osei", added_at=NOW)
    began = chance.near() - chance.choice([timedelta(0), LENGTH])
    meeting = Meeting.objects.create(
        owner=member,
        contact=person,
        begun_at=NOW,
        answered_at=NOW,
        answer=Meeting.Answer.YES,
        starts_at=began,
        ends_at=began + LENGTH,
        mode=Meeting.Mode.PHONE,
        cancelled_at=chance.choice([None, NOW]),
    )
    mailed = [Followup.Kind.CONFIRM, Followup.Kind.THANK]
    for kind in chance.choice([mailed, mailed[:1], mailed[1:], chance.sample(KINDS, chance.randrange(3))]):
        shows_at = chance.near(days=chance.choice([1, 1, 16]))
        due_at = shows_at + timedelta(hours=chance.choice([0, 2]))
        late_at = chance.choice(
            [None, due_at + timedelta(days=2), *[max(due_at, moment) for moment in (NOW, began, began)]]
        )
        ended = chance.choice([{}, {}, {}, {}, {}, {}, {"done_at": NOW}, {"rested_at": NOW}])
        row = Followup(owner=member, contact=person, meeting=meeting, kind=kind, made_at=NOW, shows_at=shows_at)
        row.due_at, row.late_at, row.mailed_at = due_at, late_at, chance.sometimes(NOW)
        for name, value in ended.items():
            setattr(row, name, value)
        if not Followup.objects.open().filter(meeting=meeting, kind=kind).exists():
            row.save(force_insert=True)


def daily(people: list[User]) -> Iterator[int]:
    """Who has something on today's page at the hour of their mail."""
    for member in people:
        choice, clock = Reminding.of(member), reading(member.time_zone or "UTC", NOW)
        rows = Followup.objects.visible_to(member).today(NOW, clock.ends_at)
        if choice.day_before:
            rows = rows.exclude(kind=Followup.Kind.CONFIRM)
        over = Meeting.objects.visible_to(member).coming().filter(ends_at__lte=NOW)
        wanted = choice.digest and (choice.digested_on is None or choice.digested_on < clock.day)
        now = choice.hour <= clock.hour < choice.hour + CATCH_UP_HOURS
        if member.is_active and wanted and now and (rows.exists() or over.exists()):
            yield member.pk


def single(people: list[User], kind: str, wanted: str, *, before: timedelta) -> Iterator[int]:
    """The rows of `kind` that are due, and whose own mail is wanted and not sent yet."""
    for member in people:
        by_day = FIRST_HOUR <= reading(member.time_zone or "UTC", NOW).hour <= LAST_HOUR
        if member.is_active and by_day and getattr(Reminding.of(member), wanted):
            rows = Followup.objects.visible_to(member).due(NOW - before)
            near = rows.filter(kind=kind, mailed_at=None, shows_at__gte=NOW - OLDEST, late_at__gt=NOW)
            yield from near.values_list("pk", flat=True)


@pytest.mark.parametrize("seed", one_in(2, range(2)))
def test_the_pages_and_the_statement_agree(seed: int) -> None:
    chance = Chance(seed)
    people = members(chance)
    for member in people:
        rows_of(member, chance)
    coming = {meeting.pk: meeting.starts_at for meeting in Meeting.objects.coming()}
    expected = {
        "digest": set(daily(people)),
        "thanks": set(single(people, "thank", "thanks", before=THANK_AFTER)),
        "day_before": {
            row.pk
            for row in Followup.objects.filter(pk__in=single(people, "confirm", "day_before", before=timedelta(0)))
            if coming.get(row.meeting_id) == row.late_at
        },
    }
    # A confirmation that was done already is mailed too: its mail is about the conversation.
    done = set(Followup.objects.filter(done_at__isnull=False).values_list("pk", flat=True))
    post_due(now=NOW)
    posted = Mail.objects.filter(writer__startswith="followups.")
    chosen = {
        "digest": {mail.member_id for mail in posted.filter(kind="digest")},
        "thanks": {mail.about["followup"] for mail in posted.filter(kind="thanks")},
        "day_before": {mail.about["followup"] for mail in posted.filter(kind="day_before")} - done,
    }
    assert chosen == expected
    assert all(expected.values())
