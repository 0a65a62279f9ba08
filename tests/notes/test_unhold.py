"""Not held yet: whatever the end of a conversation set off goes back with it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact, Touch
from core.locking import transition
from followups import opening
from followups.models import Followup, Promise
from followups.schedule import Schedule
from meetings.models import Meeting, Reply
from notes.models import Debrief, NamedPerson, Note, Timer
from tests.cast import NOW, a_contact, a_meeting
from tests.meetings.builders import TOMORROW, arranged, asked, fix, invited

pytestmark = pytest.mark.django_db
ENDED = NOW + timedelta(hours=1)
ROWS: tuple[type[Model], ...] = (Meeting, Contact, Touch, Followup, Promise, Reply, Timer, Debrief, Note, NamedPerson)
# What calendars were told never goes back (RFC 5545, 3.8.7.4).
TOLD = {"sequence", "modified_at"}


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row that the end of a conversation could reach."""
    found = {}
    for model in ROWS:
        rows = model._default_manager.order_by("pk").values()
        found[model.__name__] = [{name: row[name] for name in row if name not in TOLD} for row in rows]
    return found


def missed(owner: User) -> Meeting:
    meeting = arranged(owner, NOW + timedelta(minutes=5))
    meeting.miss(now=NOW + timedelta(minutes=30), whom="them")
    return meeting


def kept_in_touch(owner: User, *, since: int) -> Meeting:
    """A conversation with somebody with whom keeping in touch is open for `since` days."""
    meeting = arranged(owner)
    then = NOW - timedelta(days=since)
    with_them = Schedule.of(owner)
    Touch.log(meeting.contact, Touch.Kind.MET, at=then, words="Met at the harbour")
    with transition(meeting, meeting.contact):
        opening.keep_in_touch(meeting.contact, meeting, since=then, schedule=with_them)
    return meeting


def proposed(owner: User) -> Meeting:
    reply = invited(owner)
    reply.propose(now=NOW, zone="Africa/Accra", at=TOMORROW)
    return Meeting.objects.get(pk=fix(reply.meeting).pk)


def waiting(owner: User) -> Meeting:
    """A proposal came after the time was agreed, and waits."""
    reply = invited(owner)
    fix(reply.meeting)
    Reply.objects.get(pk=reply.pk).propose(now=NOW, zone="Africa/Accra", at=TOMORROW + timedelta(days=1))
    return Meeting.objects.get(pk=reply.meeting_id)


def named(owner: User) -> Meeting:
    referrer = a_contact(owner, "Ada Mensah", email="ada@example.org")
    return fix(asked(owner, contact=a_contact(owner, referred_by=referrer)))


SITUATIONS: dict[str, Callable[[User], Meeting]] = {
    "agreed for tomorrow": arranged,
    "agreed for later this week": lambda owner: arranged(owner, NOW + timedelta(days=3)),
    "agreed for an hour ago": lambda owner: arranged(owner, NOW + timedelta(minutes=5)),
    "they had not come": missed,
    "keeping in touch lies ahead": lambda owner: kept_in_touch(owner, since=1),
    "keeping in touch is due": lambda owner: kept_in_touch(owner, since=700),
    "named by somebody": named,
    "a proposal was accepted": proposed,
    "a proposal waits": waiting,
    "never asked": lambda owner: fix(a_meeting(owner)),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_w11_everything_is_as_before(amina: User, situation: str) -> None:
    meeting = SITUATIONS[situation](amina)
    before = everything()
    meeting.hold(now=ENDED)
    assert everything() != before
    Meeting.objects.get(pk=meeting.pk).unhold(now=ENDED + timedelta(hours=23))
    assert everything() == before


@pytest.mark.parametrize("build", [a_meeting, asked])
def test_w11_a_conversation_without_a_time_has_none_again(amina: User, build: Callable[[User], Meeting]) -> None:
    meeting = build(amina)
    before = everything()
    Timer.start(meeting, now=NOW)
    Timer.end(meeting, now=ENDED)
    Meeting.objects.get(pk=meeting.pk).unhold(now=ENDED)
    assert everything() == before


def test_w11_a_timer_begun_before_its_day_goes_and_one_of_the_day_goes_on(amina: User) -> None:
    early = fix(a_meeting(amina), TOMORROW)
    Timer.start(early, now=NOW)
    Timer.end(early, now=ENDED)
    early.unhold(now=ENDED)
    assert not Timer.objects.exists()
    Timer.start(early, now=TOMORROW)
    Timer.end(early, now=TOMORROW + timedelta(minutes=2))
    early.unhold(now=TOMORROW + timedelta(minutes=3))
    assert Timer.objects.exists()


def test_w11_what_was_written_since_stays(amina: User) -> None:
    meeting = arranged(amina, NOW + timedelta(days=3))
    meeting.hold(now=ENDED)
    looking = Debrief.of(meeting)
    looking.revise_fields(seen=None, learned_one="Tides decide the week")
    looking.finish(now=ENDED)
    Promise.make(by=amina, now=ENDED, meeting=meeting, whose="mine", text="Send the paper", due_on=ENDED.date())
    Note.write(meeting, None, now=ENDED, seen=None, words="Bring boots")
    NamedPerson.add(meeting, now=ENDED, name="Kofi Boateng", about="", may_use_name=True)
    meeting.unhold(now=ENDED)
    looking.refresh_from_db()
    assert (looking.learned_one, looking.done_at) == ("Tides decide the week", None)
    assert (Note.objects.count(), NamedPerson.objects.count(), Promise.objects.count()) == (1, 1, 1)
    assert list(Followup.objects.open().values_list("kind", flat=True).order_by("kind")) == ["confirm", "promise"]


def test_w11_what_was_done_since_stays_done(amina: User) -> None:
    meeting = arranged(amina)
    meeting.hold(now=ENDED)
    Followup.objects.get(kind="connect").done(now=ENDED)
    meeting.unhold(now=ENDED)
    assert Followup.objects.get(kind="connect").done_at == ENDED


def test_w11_held_again_it_is_thanked_for_again(amina: User) -> None:
    meeting = arranged(amina)
    meeting.hold(now=ENDED)
    meeting.unhold(now=ENDED)
    meeting.hold(now=TOMORROW)
    assert Followup.objects.open().filter(kind="thank").count() == 1


def test_refuses_once_it_was_thanked_for_and_after_a_day(amina: User) -> None:
    meeting = arranged(amina)
    with pytest.raises(Meeting.NotHeld):
        meeting.unhold(now=NOW)
    meeting.hold(now=ENDED)
    with pytest.raises(Meeting.HeldLongAgo):
        meeting.unhold(now=ENDED + timedelta(days=1, seconds=1))
    meeting.thank(now=ENDED)
    with pytest.raises(Meeting.AlreadyThanked):
        meeting.unhold(now=ENDED)


@pytest.mark.parametrize("act", ["meetings:hold", "notes:start", "notes:end"])
def test_w11_asks_before_the_day_agreed(as_amina: Client, amina: User, act: str) -> None:
    now = timezone.now()
    meeting = arranged(amina, now + timedelta(days=3), now=now)
    address = reverse(act, args=[meeting.pk])
    page = as_amina.post(address).content.decode()
    meeting.refresh_from_db()
    assert "It’s scheduled for" in page
    assert 'name="early"' in page
    assert (meeting.held_at, Timer.objects.count()) == (None, 0)
    as_amina.post(address, {"early": "1"})
    meeting.refresh_from_db()
    assert (meeting.held_at is not None) != Timer.objects.exists()


@pytest.mark.parametrize("act", ["meetings:hold", "notes:end"])
def test_does_not_ask_on_the_day_itself(as_amina: Client, amina: User, act: str) -> None:
    now = timezone.now()
    meeting = arranged(amina, now + timedelta(minutes=1), now=now)
    as_amina.post(reverse(act, args=[meeting.pk]))
    meeting.refresh_from_db()
    assert meeting.stage == Meeting.Stage.HELD


@pytest.mark.parametrize("page", ["meetings:show", "notes:debrief", "notes:meet"])
def test_w11_not_held_yet_stands_where_one_lands(as_amina: Client, amina: User, page: str) -> None:
    now = timezone.now()
    meeting = arranged(amina, now + timedelta(days=3), now=now)
    meeting.hold(now=now)
    back = reverse("meetings:unhold", args=[meeting.pk])
    assert f'action="{back}"' in as_amina.get(reverse(page, args=[meeting.pk])).content.decode()
    as_amina.post(back)
    meeting.refresh_from_db()
    assert meeting.stage == Meeting.Stage.ARRANGED
    assert f'action="{back}"' not in as_amina.get(reverse(page, args=[meeting.pk])).content.decode()
