"""The calendar file: RFC 5545 and 5546, as two readers read it that do not know each other."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from accounts.models import User
from contacts.models import Contact
from core import times
from core.outbox import Outgoing, post
from meetings.calendar import attachment, invite
from meetings.models import Meeting, Reply
from tests.calendars import Read, own, read
from tests.cast import NOW, a_contact
from tests.meetings.builders import TOMORROW, arranged, asked, fix, held

pytestmark = pytest.mark.django_db


def both(meeting: Meeting, *, for_contact: bool = False) -> Read:
    """The file as both readers read it, who must agree in every word."""
    file = invite(meeting, for_contact=for_contact, now=NOW)
    found = read(file)
    assert found == own(file)
    return found


def test_arranging_moving_and_cancelling_tell_one_story_to_both(amina: User) -> None:
    meeting = arranged(amina)
    copies = [[both(meeting, for_contact=copy) for copy in (False, True)]]
    fix(meeting, TOMORROW + timedelta(hours=2, minutes=15))
    copies.append([both(meeting, for_contact=copy) for copy in (False, True)])
    meeting.cancel(now=NOW, reason="I am ill")
    copies.append([both(meeting, for_contact=copy) for copy in (False, True)])
    for mine, theirs in copies:
        assert (mine.method, mine.items[0].sequence, mine.items[0].starts, mine.items[0].ends) == (
            theirs.method,
            theirs.items[0].sequence,
            theirs.items[0].starts,
            theirs.items[0].ends,
        )
    assert [(mine.method, mine.items[0].sequence, mine.items[0].status) for mine, _theirs in copies] == [
        ("REQUEST", 0, "CONFIRMED"),
        ("REQUEST", 1, "CONFIRMED"),
        ("CANCEL", 2, "CANCELLED"),
    ]
    assert {item.uid for pair in copies for copy in pair for item in copy.items} == {f"{meeting.uid}@localhost"}
    assert [mine.items[0].starts for mine, _theirs in copies] == [
        TOMORROW,
        TOMORROW + timedelta(hours=2, minutes=15),
        TOMORROW + timedelta(hours=2, minutes=15),
    ]


def test_each_reads_it_on_their_own_clock(amina: User) -> None:
    meeting = fix(asked(amina), contact_zone="America/Chicago")
    mine, theirs = (invite(meeting, for_contact=copy, now=NOW).decode() for copy in (False, True))
    assert "DTSTART;TZID=Europe/Berlin:20261119T100000\r\n" in mine
    assert "DTSTART;TZID=America/Chicago:20261119T030000\r\n" in theirs
    assert both(meeting).zones == ["Europe/Berlin"]
    assert both(meeting, for_contact=True).zones == ["America/Chicago"]


def test_says_the_time_on_both_clocks(amina: User) -> None:
    meeting = fix(asked(amina), contact_zone="America/Chicago")
    assert str(meeting.in_words("Europe/Berlin")) in both(meeting).items[0].description
    theirs = "Thursday 19 November, 3:00–3:20, Chicago time (10:00–10:20, Berlin time)"
    assert theirs in both(meeting, for_contact=True).items[0].description


@pytest.mark.slow
@hypothesis(max_examples=25)
@given(
    day=st.dates(date(2026, 11, 19), date(2032, 1, 1)),
    minute=st.integers(0, 24 * 4 - 1),
    zone=st.sampled_from(sorted(times.zone_names())),
)
def test_is_right_to_the_minute_in_every_zone(day: date, minute: int, zone: str) -> None:
    starts_at = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=15 * minute)
    meeting = unsaved(starts_at, zone)
    for found in (both(meeting), both(meeting, for_contact=True)):
        assert (found.items[0].starts, found.items[0].ends) == (starts_at, starts_at + timedelta(minutes=20))


@pytest.mark.parametrize(
    "starts_at",
    [
        # The clocks of Lord Howe go half an hour forward, then back.
        datetime(2027, 10, 2, 15, 15, tzinfo=UTC),
        datetime(2027, 10, 2, 15, 45, tzinfo=UTC),
        datetime(2027, 4, 3, 14, 45, tzinfo=UTC),
        datetime(2027, 4, 3, 15, 15, tzinfo=UTC),
        # The end of a leap day there, and midnight.
        datetime(2028, 2, 29, 12, 50, tzinfo=UTC),
        datetime(2028, 2, 29, 13, 0, tzinfo=UTC),
    ],
)
def test_is_right_where_the_clocks_change(db: None, starts_at: datetime) -> None:
    found = both(unsaved(starts_at, "Australia/Lord_Howe"), for_contact=True)
    assert (found.items[0].starts, found.items[0].ends) == (starts_at, starts_at + timedelta(minutes=20))


def unsaved(starts_at: datetime, zone: str) -> Meeting:
    """A conversation of somebody in St. John's with somebody in `zone`, as the rows would say it."""
    owner = User(name="Amina Yusuf", email="amina@example.edu", time_zone="America/St_Johns")
    contact = Contact(name="Dr. Efua Osei", time_zone=zone)
    ends_at = starts_at + timedelta(minutes=20)
    return Meeting(
        pk=1,
        owner=owner,
        contact=contact,
        starts_at=starts_at,
        ends_at=ends_at,
        sequence=0,
        modified_at=NOW,
        mode="phone",
    )


def test_the_student_invites_and_the_contact_has_said_yes(amina: User) -> None:
    people = both(arranged(amina)).items[0].people
    assert people["ORGANIZER"] == ("mailto:amina@example.edu", {"CN": "Amina Yusuf"})
    address, parameters = people["ATTENDEE"]
    assert address == "mailto:efua.osei@example.org"
    assert (parameters["PARTSTAT"], parameters["RSVP"]) == ("ACCEPTED", "FALSE")


def test_the_contacts_copy_never_gives_the_students_address(amina: User) -> None:
    for name in ("Amina Yusuf", ""):
        amina.name = name
        amina.save()
        meeting = arranged(amina, TOMORROW + timedelta(hours=len(name)))
        file = invite(meeting, for_contact=True, now=NOW)
        assert b"amina@example.edu" not in file.replace(b"\r\n ", b"")
        assert read(file).items[0].people["ORGANIZER"][0] == "mailto:halfhour@localhost"


def test_the_contacts_copy_gives_the_address_that_the_student_gave(amina: User) -> None:
    found = read(invite(arranged(amina), for_contact=True, now=NOW, shows_address=True))
    assert found.items[0].people["ORGANIZER"][0] == "mailto:amina@example.edu"


def test_the_contacts_copy_holds_nothing_that_is_the_students_own(amina: User) -> None:
    meeting = arranged(amina)
    meeting.say_why(seen=None, why_them="Her turn to policy")
    meeting.cancel(now=NOW, reason="I am ill")
    file = invite(meeting, for_contact=True, now=NOW).replace(b"\r\n ", b"").decode()
    goal = meeting.goals.get()
    for private in (meeting.why_them, "I am ill", goal.subject, meeting.get_absolute_url(), "VALARM"):
        assert private not in file


def test_a_contact_without_an_address_has_a_name_that_leads_nowhere(amina: User) -> None:
    meeting = fix(asked(amina, contact=a_contact(amina, email="")))
    [first, again] = [both(meeting, for_contact=copy).items[0].people["ATTENDEE"][0] for copy in (False, True)]
    assert first == again
    assert first.startswith("urn:uuid:")


def test_reminds_the_student_a_day_and_an_hour_before_as_long_as_it_stands(amina: User) -> None:
    meeting = arranged(amina)
    assert both(meeting).items[0].alarms == ["-P1D", "-PT1H"]
    meeting.cancel(now=NOW)
    assert both(meeting).items[0].alarms == []


def test_says_where(amina: User) -> None:
    meeting = fix(asked(amina), mode="online", place="", link="https://meet.example.org/söker?a=1;b=2,3")
    assert both(meeting).items[0].location == "https://meet.example.org/s%C3%B6ker?a=1;b=2,3"
    assert "URL:https://meet.example.org/s%C3%B6ker?a=1;b=2,3" in invite(meeting, for_contact=True, now=NOW).decode()
    assert both(fix(asked(amina), TOMORROW + timedelta(hours=3))).items[0].location == "Café Kaimauer"


def test_lines_end_as_the_standard_says_and_are_short(amina: User) -> None:
    meeting = fix(asked(amina), place="Überseeallee – 港のカフェ ☕ " * 8)
    file = invite(meeting, for_contact=False, now=NOW)
    lines = file.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    # No letter is cut in two.
    assert [line.decode() for line in lines]


def test_says_when_it_was_told_and_when_it_changed(amina: User) -> None:
    later = NOW + timedelta(hours=5)
    file = invite(arranged(amina), for_contact=False, now=later).decode()
    assert "DTSTAMP:20261118T140000Z" in file
    assert "LAST-MODIFIED:20261118T090000Z" in file


def test_there_is_none_before_a_time_is_arranged(as_amina: Client, amina: User) -> None:
    meeting = asked(amina)
    with pytest.raises(Meeting.NotArranged):
        invite(meeting, for_contact=False, now=NOW)
    assert as_amina.get(reverse("meetings:calendar_file", args=[meeting.pk])).status_code == 404


def test_downloads_as_what_it_is(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    answer = as_amina.get(reverse("meetings:calendar_file", args=[meeting.pk]))
    assert answer.headers["Content-Type"] == "text/calendar; method=REQUEST; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="invite.ics"'
    assert both(meeting).items == read(answer.content).items
    meeting.cancel(now=NOW)
    answer = as_amina.get(reverse("meetings:calendar_file", args=[meeting.pk]), {"for": "them"})
    assert answer.headers["Content-Type"] == "text/calendar; method=CANCEL; charset=utf-8"
    assert b"VALARM" not in answer.content


def test_goes_with_a_mail(amina: User) -> None:
    file = attachment(arranged(amina), for_contact=True, now=NOW)
    mail = post(Outgoing(to="efua.osei@example.org", kind="invite", attachments=(file,)), now=NOW)
    assert [(a["name"], a["type"]) for a in mail.attachments] == [
        ("invite.ics", "text/calendar; method=REQUEST; charset=utf-8")
    ]


def test_the_address_of_the_house_stands_in_the_name(amina: User) -> None:
    assert settings.BASE_URL == "http://localhost:8000"
    assert both(arranged(amina)).items[0].uid.endswith("@localhost")


def test_is_offered_where_the_time_stands(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    link = reverse("meetings:calendar_file", args=[meeting.pk])
    pages = [meeting.get_absolute_url(), reverse("meetings:time", args=[meeting.pk])]
    for page in pages:
        assert f'href="{link}"' in as_amina.get(page).content.decode()
    letter = as_amina.get(reverse("meetings:write", args=[meeting.pk, "confirm"])).content.decode()
    assert f'href="{link}?for=them"' in letter
    meeting.cancel(now=NOW)
    assert "Remove from your calendar" in as_amina.get(pages[0]).content.decode()
    letter = as_amina.get(reverse("meetings:write", args=[meeting.pk, "cancel"])).content.decode()
    assert f'href="{link}?for=them"' in letter


def test_is_not_offered_before_a_time_stands_nor_after_the_talk(as_amina: Client, amina: User) -> None:
    for meeting in (asked(amina), held(amina)):
        assert "calendar-file" not in as_amina.get(meeting.get_absolute_url()).content.decode()


@pytest.mark.parametrize("shown", [True, False])
def test_the_page_of_the_contact_and_the_letter_give_the_same_file(
    as_amina: Client, amina: User, stranger: Client, shown: bool
) -> None:
    now = timezone.now()
    reply = Reply.offer(asked(amina, now=now), now=now, times=(), show_address=shown)
    fix(reply.meeting, now + timedelta(days=3), now=now)
    secret = reply.make_link(now=now)
    page = stranger.get(reverse("reply:ics", args=[secret]))
    letter = as_amina.get(reverse("meetings:calendar_file", args=[reply.meeting.pk]), {"for": "them"})
    assert read(page.content).items[0].people == read(letter.content).items[0].people
    assert (b"amina@example.edu" in page.content.replace(b"\r\n ", b"")) == shown
