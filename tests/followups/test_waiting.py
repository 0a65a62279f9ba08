"""Waiting for an answer: the centre's rhythm, somebody else meanwhile, and "please not before May"."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from centre.models import Centre, Holiday
from contacts.models import Contact, Touch
from followups.models import Followup
from meetings.models import Meeting, Message
from tests.cast import NOW, a_contact, a_goal, a_meeting
from tests.followups.builders import Kind, a_followup, kinds, only

pytestmark = pytest.mark.django_db


# Now is Wednesday 18 November, 10:00 in Berlin (UTC+1).
def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def rhythm(centre: Centre, name: str) -> None:
    centre.revise(seen=None, nudge_rhythm=name)


def asked(amina: User, **more: Any) -> Meeting:
    meeting = a_meeting(amina, a_contact(amina, **more))
    meeting.ask(now=NOW, channel="email")
    return meeting


def test_three_b_seven_asks_somebody_else_after_three_days_and_the_first_after_seven(
    amina: User, centre: Centre
) -> None:
    rhythm(centre, "3b7")
    meeting = asked(amina)
    assert kinds(meeting) == {Kind.ELSE, Kind.NUDGE}
    assert only(Kind.ELSE, meeting).due_at == at("2026-11-23T08:00")
    assert only(Kind.NUDGE, meeting).due_at == at("2026-11-27T08:00")


def test_three_b_seven_asks_for_somebody_else_once(amina: User, centre: Centre) -> None:
    rhythm(centre, "3b7")
    centre.revise(seen=None, nudges_max=2)
    meeting = asked(amina)
    only(Kind.ELSE, meeting).done(now=at("2026-11-23T09:00"))
    meeting.nudge(now=at("2026-11-27T09:00"))
    assert kinds(meeting) == {Kind.NUDGE}


def test_one_week_is_the_same_day_of_the_next(amina: User, centre: Centre) -> None:
    rhythm(centre, "week")
    Holiday.objects.create(day=date(2026, 11, 20), name="Founders’ Day")
    meeting = asked(amina)
    assert kinds(meeting) == {Kind.NUDGE}
    assert only(Kind.NUDGE, meeting).due_at == at("2026-11-25T08:00")


def test_one_week_ends_on_a_business_day(amina: User, centre: Centre) -> None:
    rhythm(centre, "week")
    Holiday.objects.create(day=date(2026, 11, 25), name="Founders’ Day")
    assert only(Kind.NUDGE, asked(amina)).due_at == at("2026-11-26T08:00")


@pytest.mark.parametrize("answer", ["yes", "no", "later"])
def test_an_answer_ends_the_waiting_for_somebody_else_too(amina: User, centre: Centre, answer: str) -> None:
    rhythm(centre, "3b7")
    meeting = asked(amina)
    meeting.hear(now=NOW + timedelta(days=1), answer=answer)
    assert not kinds(meeting) & {Kind.ELSE, Kind.NUDGE, Kind.CLOSE}


def test_the_director_chooses_the_rhythm(as_dara: Client) -> None:
    data = {"nudge_rhythm": "3b7", "nudge_after_days": "5", "nudges_max": "1", "close_after_days": "7"}
    assert as_dara.post("/centre/policies/waiting/", data).status_code == 302
    assert Centre.current().policy.nudge_rhythm == "3b7"
    assert "3B7: contact someone else after three" in as_dara.get("/centre/").content.decode()
    assert as_dara.post("/centre/policies/waiting/", {**data, "nudge_rhythm": "daily"}).status_code == 422


def later(amina: User, not_before: date = date(2027, 5, 3), **more: Any) -> Meeting:
    meeting = asked(amina, **more)
    meeting.hear(now=NOW + timedelta(days=1), answer="later", not_before=not_before)
    return meeting


def test_please_not_before_may_is_asked_again_in_may(amina: User) -> None:
    meeting = later(amina)
    assert kinds(meeting) == {Kind.AGAIN}
    assert only(Kind.AGAIN, meeting).due_at == at("2027-05-03T07:00")
    assert not Followup.objects.due(at("2027-05-03T06:59")).filter(contact=meeting.contact).exists()


def test_nothing_that_writes_to_them_is_shown_before(amina: User) -> None:
    contact = a_contact(amina, warmth="A")
    a_followup(amina, Kind.KEEP, now=NOW - timedelta(days=9), meeting=a_meeting(amina, contact))
    other = a_meeting(amina, contact)
    other.ask(now=NOW - timedelta(days=1), channel="email")
    meeting = a_meeting(amina, contact)
    meeting.ask(now=NOW, channel="email")
    meeting.hear(now=NOW, answer="later", not_before=date(2027, 5, 3))
    again = a_meeting(amina, contact)
    again.ask(now=NOW + timedelta(days=3), channel="email")
    Touch.log(contact, "met", at=NOW + timedelta(days=5), words="Met at the fair")
    shown = Followup.objects.due(at("2027-05-03T06:59")).filter(contact=contact)
    assert list(shown) == []


def test_a_day_that_has_passed_is_asked_again_tomorrow(amina: User) -> None:
    assert only(Kind.AGAIN, later(amina, date(2026, 1, 1))).due_at == at("2026-11-20T08:00")


def test_another_day_moves_it(amina: User) -> None:
    meeting = later(amina)
    meeting.hear(now=NOW + timedelta(days=2), answer="later", not_before=date(2027, 6, 1))
    assert only(Kind.AGAIN, meeting).due_at == at("2027-06-01T07:00")


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_another_answer_ends_it(amina: User, answer: str) -> None:
    meeting = later(amina)
    meeting.hear(now=NOW + timedelta(days=2), answer=answer)
    assert Kind.AGAIN not in kinds(meeting)


@pytest.mark.parametrize("how", ["the row", "the letter"])
def test_asked_again_is_done_and_keeps_in_touch(as_amina: Client, amina: User, how: str) -> None:
    meeting = later(amina, warmth="B")
    row = only(Kind.AGAIN, meeting)
    may = at("2027-05-03T09:00")
    as_amina.get(f"/followups/{row.pk}/write/")
    draft = Message.objects.get(meeting=meeting)
    assert "Would now be a good time for a 20-minute informational interview?" in draft.body
    if how == "the row":
        row.done(now=may)
    else:
        draft.send(now=may)
    row.refresh_from_db()
    assert row.done_at == may
    assert kinds(meeting) == {Kind.KEEP}
    assert Contact.objects.get(pk=meeting.contact_id).last_touch == "Asked again"


def test_the_day_is_asked_for_beside_the_answer(as_amina: Client, amina: User) -> None:
    meeting = asked(amina)
    page = as_amina.get(meeting.get_absolute_url()).content.decode()
    assert 'name="not_before"' in page
    as_amina.post(f"/meetings/{meeting.pk}/hear/", {"answer": "later", "not_before": "2099-05-03"})
    assert Meeting.objects.get(pk=meeting.pk).not_before == date(2099, 5, 3)


def test_the_day_counts_with_later_only(as_amina: Client, amina: User) -> None:
    meeting = asked(amina)
    as_amina.post(f"/meetings/{meeting.pk}/hear/", {"answer": "no", "not_before": "2099-05-03"})
    assert Meeting.objects.get(pk=meeting.pk).not_before is None


def test_a_day_that_is_none_is_told(as_amina: Client, amina: User) -> None:
    data = {"answer": "later", "not_before": "in May"}
    answer = as_amina.post(f"/meetings/{asked(amina).pk}/hear/", data)
    assert answer.status_code == 422
    assert "Write the date like" in answer.content.decode()


@pytest.fixture
def other(amina: User) -> Contact:
    a_goal(amina)
    a_contact(amina, "Far Away", standing="does_the_job", warmth="A", organisation="Elsewhere", email="far@example.org")
    return a_contact(amina, "Kofi Mensah", standing="graduate", warmth="B", email="kofi@example.org")


@pytest.mark.parametrize("kind", [Kind.CLOSE, Kind.ELSE])
def test_the_row_and_its_page_offer_somebody_else(as_amina: Client, amina: User, other: Contact, kind: str) -> None:
    meeting = asked(amina)
    Followup.objects.all().delete()
    row = a_followup(amina, kind, now=timezone.now() - timedelta(hours=1), meeting=meeting)
    for path in ("/", "/followups/"):
        assert "Ask Far Away for a conversation" in as_amina.get(path).content.decode(), path
    page = as_amina.get(f"/followups/{row.pk}/write/").content.decode()
    assert "How about <bdi>Kofi Mensah</bdi>" in page
    assert f"/meetings/begin/?contact={other.pk}" in page


def test_nobody_is_offered_where_nobody_fits(as_amina: Client, amina: User) -> None:
    row = a_followup(amina, Kind.CLOSE, now=timezone.now(), meeting=asked(amina))
    assert "/meetings/begin/?contact=" not in as_amina.get("/").content.decode()
    assert "Who to contact instead" not in as_amina.get(f"/followups/{row.pk}/write/").content.decode()


def test_somebody_else_says_so_where_nobody_fits(as_amina: Client, amina: User) -> None:
    row = a_followup(amina, Kind.ELSE, now=timezone.now(), meeting=asked(amina))
    assert "No one on your list matches your goals" in as_amina.get(f"/followups/{row.pk}/write/").content.decode()
