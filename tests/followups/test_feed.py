"""What a student's calendar reads under its private address."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from followups.feed import content
from followups.models import Feed
from meetings.calendar import invite
from meetings.models import Meeting
from tests.calendars import Item, own, read
from tests.cast import NOW, a_contact
from tests.followups.builders import Kind, a_followup, a_promise, a_talk
from tests.meetings.builders import TOMORROW, arranged, asked, fix

pytestmark = pytest.mark.django_db


def chosen(user: User, **more: Any) -> Feed:
    return Feed.choose(by=user, **{"talks": True, "followups": "days", "names": "first", "details": False, **more})


def items(feed: Feed, *, now: datetime = NOW) -> list[Item]:
    """What stands in it, as two readers agree."""
    file = content(feed, now=now)
    found = read(file)
    assert found == own(file)
    return found.items


def only(feed: Feed, kind: str = "conversation") -> Item:
    return next(item for item in items(feed) if item.summary.lower().startswith(kind))


def address(user: User) -> str:
    return reverse("feeds:feed", args=[Feed.open(by=user, now=timezone.now())])


def test_a_conversation_stands_at_its_time_by_the_name_that_its_file_has(amina: User) -> None:
    meeting = arranged(amina)
    shown = only(chosen(amina, followups="none"))
    file = read(invite(meeting, for_contact=False, now=NOW)).items[0]
    assert (shown.uid, shown.sequence, shown.starts, shown.ends) == (file.uid, file.sequence, file.starts, file.ends)


def test_moves_with_the_conversation_and_goes_when_it_is_cancelled(amina: User) -> None:
    meeting, feed = arranged(amina), chosen(amina, followups="none")
    fix(meeting, TOMORROW + timedelta(hours=2))
    assert [(item.starts, item.sequence) for item in items(feed)] == [(TOMORROW + timedelta(hours=2), 1)]
    meeting.cancel(now=NOW)
    assert items(feed) == []


def test_what_is_due_is_a_line_on_its_day_or_a_task(amina: User) -> None:
    at = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    a_followup(amina, Kind.THANK, at=at)
    [line] = items(chosen(amina, talks=False))
    # In Berlin the 21st has begun.
    assert (line.kind, line.starts, line.ends) == ("vevent", date(2026, 11, 21), date(2026, 11, 22))
    [task] = items(chosen(amina, talks=False, followups="tasks"))
    assert (task.kind, task.ends, task.status) == ("vtodo", date(2026, 11, 21), "NEEDS-ACTION")
    assert items(chosen(amina, talks=False, followups="none")) == []


def test_what_was_done_is_no_longer_there(amina: User) -> None:
    followup = a_followup(amina)
    followup.done(now=NOW)
    assert items(chosen(amina, talks=False)) == []


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Dr. Efua Osei", "Efua"),
        ("Prof. Dr. Anna-Lena Brandt", "Anna-Lena"),
        ("Osei, Efua", "Efua"),
        ("Efua", "Efua"),
        ("محمد علي", "محمد"),
        ("Dr.", "Dr."),
    ],
)
def test_tells_no_more_of_a_name_than_was_chosen(amina: User, name: str, first: str) -> None:
    fix(asked(amina, contact=a_contact(amina, name)))
    assert only(chosen(amina)).summary == f"Conversation with {first}"
    assert only(chosen(amina, names="whole")).summary == f"Conversation with {name}"


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.PROMISE])
def test_nothing_that_is_due_tells_the_surname(amina: User, kind: str) -> None:
    a_followup(amina, kind, meeting=fix(asked(amina)))
    file = content(chosen(amina), now=NOW).replace(b"\r\n ", b"").decode()
    assert file.count("Efua") == 2
    assert "Osei" not in file


def test_tells_places_links_and_promises_only_where_they_were_chosen(amina: User) -> None:
    meeting = fix(asked(amina), place="Café Kaimauer", link="https://meet.example.org/secret-room")
    a_promise(amina, meeting=meeting, due_on=date(2026, 11, 25), text="Send the article on kelp")
    file = content(chosen(amina), now=NOW).replace(b"\r\n ", b"").decode()
    assert [private for private in ("Kaimauer", "secret-room", "kelp", "Osei", "example.org") if private in file] == []
    assert "Keep your promise to Efua" in file
    file = content(chosen(amina, details=True), now=NOW).replace(b"\r\n ", b"").decode()
    assert [word for word in ("Kaimauer", "secret-room", "kelp") if word not in file] == []


def test_never_shows_what_is_somebody_elses(amina: User, bo: User) -> None:
    arranged(bo)
    a_followup(bo)
    assert items(chosen(amina)) == []


def test_goes_a_year_back_and_no_further(amina: User) -> None:
    feed = chosen(amina, followups="none")
    a_talk(amina, now=NOW - timedelta(days=360))
    a_talk(amina, now=NOW - timedelta(days=366))
    assert len(items(feed)) == 1


def test_shows_at_most_five_hundred_items_and_asks_as_often_for_many_as_for_few(amina: User) -> None:
    secret = address(amina)

    def fetched(client: Client) -> tuple[int, int]:
        with CaptureQueriesContext(connection) as asked_for:
            answer = client.get(secret)
        return len(asked_for), answer.content.count(b"BEGIN:V") - 1

    a_followup(amina, now=timezone.now())
    fetched(Client())
    few, _one = fetched(Client())
    contact, begun = a_contact(amina), timezone.now() - timedelta(days=300)
    hours = [begun + timedelta(hours=number) for number in range(310)]
    Meeting.objects.bulk_create(
        Meeting(owner=amina, contact=contact, begun_at=begun, starts_at=at, ends_at=at + timedelta(minutes=20))
        for at in hours
    )
    for meeting in Meeting.objects.filter(contact=contact)[:210]:
        a_followup(amina, now=begun, meeting=meeting)
    fetched(Client())
    many, shown = fetched(Client())
    assert shown == 500
    assert many == few <= 7


def test_one_row_that_cannot_be_written_is_left_out_and_logged(amina: User, caplog: Any) -> None:
    amina.time_zone = "Asia/Kathmandu"
    amina.save()
    a_followup(amina, Kind.THANK)
    # In Kathmandu this is a day of the year 10000, which no calendar of ours knows.
    wrong = a_followup(amina, Kind.DEBRIEF, at=datetime(9999, 12, 31, 23, 30, tzinfo=UTC))
    answer = Client().get(address(amina))
    assert answer.status_code == 200
    shown = [item.summary for item in read(answer.content).items if item.starts and type(item.starts) is date]
    assert shown == ["Thank Efua"]
    assert f"Left out of a calendar: Followup {wrong.pk}" in caplog.text


def test_a_zone_that_is_gone_does_not_break_it(amina: User) -> None:
    arranged(amina)
    a_followup(amina)
    User.objects.filter(pk=amina.pk).update(time_zone="Europe/Atlantis")
    answer = Client().get(address(amina))
    assert answer.status_code == 200
    assert b"Conversation with Efua" in answer.content
