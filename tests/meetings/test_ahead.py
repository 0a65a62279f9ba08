"""What matters now: one table, shown in the docs, for the page, the rail and the student's day."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Pitch, User
from agendas.models import Agenda
from contacts.models import Finding
from core.times import zone
from followups.models import Followup
from meetings.ahead import AHEAD, ahead, is_too_late, next_act, standing
from meetings.models import Meeting
from meetings.path import AFTER, ORDER
from tests.cast import NOW, a_contact, a_meeting
from tests.meetings.builders import a_draft, answered, arranged, asked, fix, held

pytestmark = pytest.mark.django_db

DOCS = Path(__file__).parents[2] / "docs" / "ARCHITECTURE.md"
ROW = re.compile(r"^\| `(\w+)` \| ([`\w ]+) \|([`\w ]*)\|$", re.M)
SLUG = re.compile(r"`(\w+)`")
Make = Callable[[User], Meeting]


def table() -> dict[str, tuple[list[str], list[str]]]:
    """The rows of the docs: the stage, what is next in order, what comes too late."""
    part = DOCS.read_text("utf-8").partition("## What comes next")[2].partition("\n## ")[0]
    return {stage: (SLUG.findall(order), SLUG.findall(late)) for stage, order, late in ROW.findall(part)}


def researched(meeting: Meeting, now: datetime = NOW) -> None:
    """More than a first look finds."""
    for text in ("Began on a trawler.", "Leads the survey.", "Its crew is small."):
        Finding.find(meeting.contact, now=now, kind=Finding.Kind.PATH, text=text)


def anew(meeting: Meeting) -> Meeting:
    return Meeting.objects.with_people().get(pk=meeting.pk)


def slugs(meeting: Meeting) -> list[str]:
    return ahead(standing(anew(meeting), now=NOW))


def late(meeting: Meeting) -> list[str]:
    found = standing(anew(meeting), now=NOW)
    return [slug for slug in (*ORDER, *AFTER) if is_too_late(slug, found)]


def bare(owner: User) -> Meeting:
    """Planned, and no goal chosen."""
    return Meeting.begin(by=owner, now=NOW, contact=a_contact(owner), minutes=20, goals=[])


def asked_bare(owner: User) -> Meeting:
    meeting = bare(owner)
    meeting.ask(now=NOW, channel="email")
    return meeting


def answered_bare(owner: User) -> Meeting:
    meeting = asked_bare(owner)
    meeting.hear(now=NOW, answer="yes")
    return meeting


def arranged_bare(owner: User) -> Meeting:
    return fix(asked_bare(owner), mode="online", place="")


def at_hand_bare(owner: User) -> Meeting:
    return fix(asked_bare(owner), NOW + timedelta(minutes=10), mode="online", place="")


def called_off_bare(owner: User) -> Meeting:
    meeting = arranged_bare(owner)
    a_draft(meeting, "cancel").send(now=NOW)
    return meeting


def held_bare(owner: User) -> Meeting:
    meeting = bare(owner)
    meeting.hold_unplanned(at=NOW, now=NOW)
    return meeting


def thanked(owner: User) -> Meeting:
    meeting = held_bare(owner)
    meeting.thank(now=NOW)
    return meeting


MAKE: dict[str, Make] = {
    "planned": bare,
    "asked": asked_bare,
    "answered": answered_bare,
    "arranged": arranged_bare,
    "at_hand": at_hand_bare,
    "called_off": called_off_bare,
    "held": held_bare,
    "thanked": thanked,
}


def test_the_docs_show_the_table_of_the_code() -> None:
    assert {stage: order for stage, (order, _late) in table().items()} == {str(k): list(v) for k, v in AHEAD.items()}


@pytest.mark.parametrize("stage", MAKE)
def test_a_row_of_the_table(amina: User, stage: str) -> None:
    """Where nothing is done, everything of the row is ahead but what the stage itself says was done."""
    meeting = anew(MAKE[stage](amina))
    assert meeting.stage == ("arranged" if stage in {"at_hand", "called_off"} else stage)
    order, comes_too_late = table()[stage]
    assert slugs(meeting) == [slug for slug in order if slug not in meeting.steps_done]
    assert late(meeting) == [slug for slug in comes_too_late if slug not in meeting.steps_done]


def test_what_is_done_is_no_longer_ahead(amina: User) -> None:
    meeting = arranged(amina)
    assert slugs(meeting)[0] == "confirm"
    a_draft(meeting, "confirm").send(now=NOW)
    assert slugs(meeting) == ["research", "agenda", "pitch", "pack", "meet"]
    researched(meeting)
    Agenda.of(meeting).write("What led you here?", phase="C", minutes=2)
    meeting.choose_pitch(Pitch.begin(by=amina, name="Usual", shape=Pitch.Shape.PARAGRAPH, text="I study biology."))
    meeting.pack([], now=NOW)
    assert slugs(meeting) == ["meet"]


def test_before_its_day_what_is_left_is_to_practise(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    meeting = fix(asked(amina), now + timedelta(days=3), now=now)
    researched(meeting, now)
    Agenda.of(meeting).write("What led you here?", phase="C", minutes=2)
    meeting.choose_pitch(Pitch.begin(by=amina, name="Usual", shape=Pitch.Shape.PARAGRAPH, text="I study biology."))
    meeting.pack(["pen"], now=now)
    a_draft(meeting, "confirm", now=now).send(now=now)
    for page in (meeting.get_absolute_url(), "/"):
        assert "Next: practise the conversation" in as_amina.get(page).content.decode()
    meeting.arrange(now=now, starts_at=now + timedelta(minutes=1), minutes=20, mode="in_person", place="Café")
    a_draft(meeting, "confirm", now=now).send(now=now)
    for page in (meeting.get_absolute_url(), "/"):
        assert "Open conversation mode" in as_amina.get(page).content.decode()


@pytest.mark.parametrize(
    ("minutes", "first"), [(-16, "confirm"), (-15, "meet"), (0, "meet"), (19, "meet"), (20, "confirm")]
)
def test_at_its_time_there_is_one_thing_to_do(amina: User, minutes: int, first: str) -> None:
    """From a quarter of an hour before it to its end, of which the last minute is the nineteenth."""
    meeting = fix(asked(amina), NOW + timedelta(days=1))
    now = NOW + timedelta(days=1, minutes=minutes)
    assert ahead(standing(anew(meeting), now=now))[0] == first


def test_about_midnight_what_is_at_hand_is_no_practice(amina: User) -> None:
    midnight = NOW.astimezone(zone(amina.zone)).replace(hour=0, minute=0) + timedelta(days=1)
    meeting = anew(fix(asked(amina), midnight + timedelta(minutes=5)))
    now = midnight - timedelta(minutes=5)
    assert not meeting.is_before_its_day(now)
    act = next_act(standing(meeting, now=now))
    assert act is not None
    assert act.button == "Open conversation mode"


def test_another_time_is_to_be_confirmed_again(amina: User) -> None:
    meeting = arranged(amina)
    a_draft(meeting, "confirm").send(now=NOW)
    later = NOW + timedelta(hours=1)
    fix(meeting, NOW + timedelta(days=3), now=later)
    assert slugs(meeting)[0] == "confirm"
    a_draft(meeting, "confirm", now=later).send(now=later)
    assert slugs(meeting)[0] == "research"


@pytest.mark.parametrize(
    ("how", "button"),
    [
        ({"mode": "online", "place": ""}, "Add the video call link"),
        ({"mode": "phone", "place": ""}, "Add the phone number"),
        ({"mode": "in_person", "place": ""}, "Add the place"),
    ],
)
def test_where_they_meet_comes_first(as_amina: Client, amina: User, how: dict[str, str], button: str) -> None:
    meeting = fix(asked(amina), timezone.now() + timedelta(days=2), now=timezone.now(), **how)
    act = next_act(standing(anew(meeting), now=NOW))
    assert act is not None
    assert (act.button, act.href) == (button, f"{reverse('meetings:time', args=[meeting.pk])}?where=1")
    for page in (meeting.get_absolute_url(), "/"):
        assert act.head in as_amina.get(page).content.decode()


def test_the_number_on_their_page_will_do(amina: User) -> None:
    meeting = a_meeting(amina, a_contact(amina, phone="+233 20 1234567"))
    fix(meeting, mode="phone", place="")
    assert slugs(meeting)[0] == "confirm"


@pytest.mark.parametrize("answer", ["later", "no"])
def test_nothing_is_next_where_they_said_no(amina: User, answer: str) -> None:
    assert slugs(answered(amina, answer)) == []


@pytest.mark.parametrize("make", [asked, answered, arranged])
def test_whoever_said_that_it_is_off_is_led_to_cancelling_it_here(as_amina: Client, amina: User, make: Make) -> None:
    now = timezone.now()
    meeting = make(amina, now=now) if make is not arranged else arranged(amina, now + timedelta(days=2), now=now)
    a_draft(meeting, "cancel", now=now).send(now=now)
    act = next_act(standing(anew(meeting), now=now))
    assert act is not None
    assert (act.button, act.href) == ("Cancel it here too", reverse("meetings:cancel", args=[meeting.pk]))
    for page in (meeting.get_absolute_url(), "/", reverse("meetings:index")):
        assert act.href in as_amina.get(page).content.decode()
    assert "Confirm with" not in as_amina.get("/").content.decode()
    meeting.cancel(now=now + timedelta(minutes=1))
    assert slugs(meeting) == []


@pytest.mark.parametrize("minutes", [-10, 0, 30])
def test_what_they_were_told_in_time_can_be_cancelled_here_later(as_amina: Client, amina: User, minutes: int) -> None:
    """Neither at its time nor behind it does a page ask for more than that."""
    now = timezone.now()
    before = now - timedelta(hours=5)
    meeting = arranged(amina, now - timedelta(minutes=minutes), now=before)
    a_draft(meeting, "cancel", now=before).send(now=before)
    for page in (meeting.get_absolute_url(), "/"):
        html = as_amina.get(page).content.decode()
        assert "Cancel it here too" in html or "Next: cancel it here too" in html
        assert "Did you talk?" not in html
        assert "Open conversation mode" not in html
    meeting.cancel(now=now)
    assert anew(meeting).stage == "cancelled"


def another_letter(meeting: Meeting, now: datetime) -> None:
    a_draft(meeting, "confirm", now=now).send(now=now)


def moving(meeting: Meeting, now: datetime) -> None:
    a_draft(meeting, "move", now=now).send(now=now)


def same_time(meeting: Meeting, now: datetime) -> None:
    fix(meeting, now=now)


def other_time(meeting: Meeting, now: datetime) -> None:
    fix(meeting, NOW + timedelta(days=3), now=now)


@pytest.mark.parametrize("change", [another_letter, moving, same_time, other_time])
def test_a_change_of_mind_takes_that_back(amina: User, change: Callable[[Meeting, datetime], None]) -> None:
    meeting = arranged(amina)
    a_draft(meeting, "cancel").send(now=NOW)
    assert slugs(meeting) == ["cancel"]
    change(meeting, NOW + timedelta(minutes=5))
    assert "cancel" not in slugs(meeting)
    # It can be called off again.
    later = NOW + timedelta(minutes=10)
    a_draft(meeting, "cancel", now=later).send(now=later)
    assert slugs(meeting) == ["cancel"]


def test_a_time_that_stands_again_is_told_and_to_be_confirmed_anew(amina: User) -> None:
    meeting = arranged(amina, NOW + timedelta(days=3))
    there = Followup.objects.open().filter(meeting=meeting, kind="confirm")
    assert there.exists()
    a_draft(meeting, "cancel").send(now=NOW)
    assert not there.exists()
    later = NOW + timedelta(minutes=5)
    fix(meeting, NOW + timedelta(days=3), now=later)
    fix(meeting, NOW + timedelta(days=3), now=later + timedelta(minutes=1))
    assert (meeting.sequence, meeting.modified_at, meeting.moves) == (2, later, 0)
    assert there.exists()


def test_what_was_skipped_counts_no_longer(as_amina: Client, amina: User) -> None:
    meeting = asked(amina)
    page = as_amina.get(meeting.get_absolute_url()).content.decode()
    assert "Not needed any more" in page
    assert "of 8 steps done" in page
    there = as_amina.get(reverse("meetings:research", args=[meeting.pk]))
    assert "of 8" in there.content.decode()


def test_why_this_person_that_was_said_still_counts(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    meeting.say_why(seen=None, why_them="Your paper on kelp.")
    meeting.ask(now=NOW, channel="email")
    page = as_amina.get(meeting.get_absolute_url()).content.decode()
    assert "Not needed any more" not in page
    assert "of 9 steps done" in page


def test_once_held_the_rail_turns_to_what_comes_after(as_amina: Client, amina: User) -> None:
    page = as_amina.get(held(amina).get_absolute_url()).content.decode()
    rail = page.partition('<nav class="rail"')[2].partition("</nav>")[0]
    assert rail.index("What you learned") < rail.index("What you prepared") < rail.index("Research")
    assert "0 of 4 done" in rail
    assert "Skipped" not in rail


def test_saving_a_step_goes_on_to_what_matters(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    answer = as_amina.post(reverse("meetings:person", args=[meeting.pk]), {"why_them": "Kelp.", "revision": "0"})
    assert answer.headers["Location"] == reverse("meetings:ask", args=[meeting.pk])
