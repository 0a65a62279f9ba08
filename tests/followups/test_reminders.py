"""Whom a reminder is posted for, when, and that nobody gets one twice."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accounts.models import User
from core.models import Mail
from followups.models import Followup, Reminding
from followups.reminders.choosing import post_due
from meetings.models import Meeting
from tests.cast import NOW, a_contact, a_meeting
from tests.followups.builders import Kind, a_followup, a_promise, a_talk, only

pytestmark = pytest.mark.django_db


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


# Wednesday 18 November: 8:00 in Berlin is 7:00 in UTC.
EIGHT = at("2026-11-18T07:00")


def posted(now: datetime) -> list[str]:
    """What is posted by the worker at `now`."""
    before = set(Mail.objects.values_list("pk", flat=True))
    post_due(now=now)
    return [mail.kind for mail in Mail.objects.exclude(pk__in=before).order_by("pk")]


def due(owner: User, moment: datetime = EIGHT - timedelta(days=1)) -> Followup:
    return a_followup(owner, Kind.NUDGE, now=moment)


def test_the_day_begins_at_eight_on_the_members_own_clock(amina: User) -> None:
    due(amina)
    assert posted(EIGHT - timedelta(minutes=1)) == []
    assert posted(EIGHT) == ["digest"]
    mail = Mail.objects.get()
    assert (mail.to, mail.member, mail.about) == (amina.email, amina, {"day": "2026-11-18"})
    assert (mail.text, mail.subject, mail.headers) == ("", "", {})


def test_once_a_day_however_often_the_worker_looks(amina: User) -> None:
    due(amina)
    looked = [EIGHT + timedelta(minutes=5 * n) for n in range(12 * 48)]
    assert [mail for now in looked for mail in posted(now)] == ["digest", "digest"]
    assert sorted(Mail.objects.values_list("once", flat=True)) == [
        f"digest:{amina.pk}:2026-11-18",
        f"digest:{amina.pk}:2026-11-19",
    ]


def test_nothing_is_due_and_nothing_comes(amina: User) -> None:
    followup = due(amina)
    followup.done(now=EIGHT - timedelta(hours=1))
    a_followup(amina, Kind.KEEP, now=EIGHT, at=EIGHT + timedelta(days=1))
    assert posted(EIGHT) == []


def test_what_falls_due_at_nine_stands_in_the_mail_of_eight(amina: User) -> None:
    a_followup(amina, Kind.KEEP, now=EIGHT, at=EIGHT + timedelta(hours=1))
    assert posted(EIGHT) == ["digest"]


def test_the_hour_is_the_members_to_choose(amina: User) -> None:
    due(amina)
    Reminding.settle(by=amina, seen=None, hour=18)
    assert posted(EIGHT + timedelta(hours=9)) == []
    assert posted(EIGHT + timedelta(hours=10)) == ["digest"]


def test_another_hour_on_the_same_day_brings_no_second_mail(amina: User) -> None:
    due(amina)
    posted(EIGHT)
    Reminding.settle(by=amina, seen=None, hour=18)
    assert posted(EIGHT + timedelta(hours=10)) == []


def test_a_worker_that_was_away_makes_up_for_it_within_six_hours(amina: User, bo: User) -> None:
    due(amina)
    assert posted(EIGHT + timedelta(hours=5, minutes=59)) == ["digest"]
    due(bo)
    assert posted(EIGHT + timedelta(hours=6)) == []
    assert posted(EIGHT + timedelta(hours=16, minutes=1)) == []
    assert posted(EIGHT + timedelta(hours=24)) == ["digest", "digest"]


def test_an_evening_that_was_missed_is_not_made_up_for_at_midnight(amina: User) -> None:
    due(amina)
    Reminding.settle(by=amina, seen=None, hour=23)
    assert posted(at("2026-11-18T23:05")) == []
    assert posted(at("2026-11-19T22:00")) == ["digest"]


def test_who_stopped_them_gets_none(amina: User, bo: User) -> None:
    due(amina)
    due(bo)
    Reminding.stop("digest", by=amina)
    assert posted(EIGHT) == ["digest"]
    assert Mail.objects.get().member == bo


def test_a_closed_account_gets_none(cast: object, amina: User, bo: User) -> None:
    due(amina)
    amina.deactivate(by=bo, now=EIGHT)
    assert posted(EIGHT) == []


def test_one_address_that_is_none_keeps_nobody_elses(amina: User, bo: User) -> None:
    due(amina)
    due(bo)
    User.objects.filter(pk=amina.pk).update(email="nobody")
    assert posted(EIGHT) == ["digest"]


def test_a_zone_that_nobody_knows_keeps_nobody_elses(amina: User, bo: User) -> None:
    due(amina)
    due(bo)
    User.objects.filter(pk=amina.pk).update(time_zone="Mars/Olympus")
    assert posted(EIGHT) == ["digest"]


def test_who_has_no_zone_yet_is_reminded_by_utc(amina: User) -> None:
    due(amina)
    User.objects.filter(pk=amina.pk).update(time_zone="")
    assert posted(EIGHT) == []
    assert posted(at("2026-11-18T08:00")) == ["digest"]


def test_who_moves_westwards_gets_no_second_mail_for_the_same_day(amina: User) -> None:
    due(amina)
    posted(EIGHT)
    User.objects.filter(pk=amina.pk).update(time_zone="Pacific/Honolulu")
    assert posted(at("2026-11-18T18:00")) == []
    assert posted(at("2026-11-19T18:00")) == ["digest"]


def test_asks_after_a_conversation_of_which_nobody_said_anything(amina: User) -> None:
    arranged(amina, EIGHT - timedelta(hours=15))
    Followup.objects.all().delete()
    assert posted(EIGHT) == ["digest"]


def test_many_members_are_chosen_by_few_questions(amina: User, django_assert_max_num_queries: object) -> None:
    students = [User.objects.create_user(f"s{n}@example.edu", time_zone="Europe/Berlin") for n in range(30)]
    for student in students:
        due(student)
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        assert len(posted(EIGHT)) == 30


def arranged(amina: User, starts_at: datetime) -> Meeting:
    now = at("2026-11-10T09:00")
    meeting = a_meeting(amina, a_contact(amina, now=now), now=now)
    meeting.ask(now=now, channel="email")
    meeting.arrange(now=now, starts_at=starts_at, minutes=20, mode="online", link="https://meet.test/a")
    return meeting


TALK = at("2026-11-19T14:00")
MORNING = at("2026-11-18T08:00")


def test_the_day_before_is_told_at_nine_and_once(amina: User) -> None:
    arranged(amina, TALK)
    assert posted(MORNING - timedelta(minutes=1)) == []
    assert posted(MORNING) == ["day_before"]
    assert posted(MORNING + timedelta(hours=1)) == []


def test_the_day_before_is_told_though_it_was_confirmed(amina: User) -> None:
    only(Kind.CONFIRM, arranged(amina, TALK)).done(now=at("2026-11-12T09:00"))
    assert posted(MORNING) == ["day_before"]


def test_a_moved_conversation_is_told_anew(amina: User) -> None:
    meeting = arranged(amina, TALK)
    posted(MORNING)
    meeting.arrange(
        now=MORNING, starts_at=TALK + timedelta(days=7), minutes=20, mode="online", link="https://meet.test/a"
    )
    assert posted(MORNING + timedelta(days=7)) == ["day_before"]


def test_what_was_called_off_is_not_told(amina: User) -> None:
    arranged(amina, TALK).cancel(now=at("2026-11-12T09:00"))
    assert posted(MORNING) == []


def test_a_conversation_that_has_begun_is_not_told(amina: User) -> None:
    arranged(amina, TALK)
    assert posted(TALK) == []


def test_who_wants_no_day_before_finds_it_in_the_daily_mail(amina: User) -> None:
    arranged(amina, TALK)
    assert posted(EIGHT) == []
    Reminding.stop("day_before", by=amina)
    assert posted(EIGHT) == ["digest"]
    assert posted(MORNING) == []


def test_the_thank_you_is_told_two_hours_later_and_once(amina: User) -> None:
    meeting = arranged(amina, TALK)
    Followup.objects.update(mailed_at=MORNING)
    ended = TALK + timedelta(minutes=20)
    meeting.hold(now=ended)
    assert posted(ended + timedelta(minutes=119)) == []
    assert posted(ended + timedelta(hours=2)) == ["thanks"]
    assert posted(ended + timedelta(hours=3)) == []


def test_a_late_talk_is_thanked_for_in_the_morning(amina: User) -> None:
    meeting = arranged(amina, at("2026-11-18T19:00"))
    Followup.objects.update(mailed_at=MORNING)
    meeting.hold(now=at("2026-11-18T19:20"))
    assert posted(at("2026-11-18T21:20")) == []
    assert posted(at("2026-11-19T06:59")) == []
    assert posted(at("2026-11-19T07:00")) == ["digest", "thanks"]


def test_who_thanked_is_not_told_to(amina: User) -> None:
    meeting = arranged(amina, TALK)
    Followup.objects.update(mailed_at=MORNING)
    meeting.hold(now=TALK + timedelta(minutes=20))
    meeting.thank(now=TALK + timedelta(minutes=30))
    assert posted(TALK + timedelta(hours=4)) == []


def test_a_confirmation_is_closed_once_the_conversation_has_begun(amina: User) -> None:
    meeting = arranged(amina, TALK)
    assert Followup.close_passed(now=TALK - timedelta(minutes=1)) == 0
    assert Followup.close_passed(now=TALK) == 1
    assert Followup.close_passed(now=TALK) == 0
    assert Followup.objects.get(meeting=meeting, kind=Kind.CONFIRM).rested_at == TALK
    meeting.contact.refresh_from_db()
    assert meeting.contact.next_act == ""


def test_a_promise_counts_from_its_day(amina: User) -> None:
    a_promise(amina, now=NOW, meeting=a_talk(amina), due_on=date(2026, 11, 20))
    assert posted(EIGHT + timedelta(days=1)) == []
    assert posted(EIGHT + timedelta(days=2)) == ["digest"]
