"""Promises: made, revised, kept, released, taken up again, each with its follow-up."""

from datetime import UTC, date, datetime

import pytest

from accounts.models import User
from contacts.models import Touch
from core.models import Version
from followups.models import Followup, Promise
from tests.cast import NOW
from tests.followups.builders import a_promise

NEXT = date(2026, 11, 25)


def test_comes_back_on_the_morning_of_its_day(amina: User) -> None:
    assert a_promise(amina, due_on=NEXT).followup.due_at == datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


def test_without_a_day_it_does_not_come_back(amina: User) -> None:
    a_promise(amina)
    assert not Followup.objects.exists()


def test_revised_moves_with_its_day(amina: User) -> None:
    promise = a_promise(amina, due_on=NEXT)
    words = {"whose": "mine", "text": "Send both articles"}
    promise.revise(now=NOW, seen=None, due_on=date(2026, 12, 1), **words)
    assert Followup.objects.get(promise=promise).due_at.date() == date(2026, 12, 1)
    promise.revise(now=NOW, seen=None, due_on=None, **words)
    assert not Followup.objects.filter(promise=promise).exists()


def test_a_stale_form_overwrites_nothing(amina: User) -> None:
    promise = a_promise(amina)
    promise.revise(now=NOW, seen=Version(0, "one"), whose="mine", text="Newer", due_on=None)
    with pytest.raises(Promise.Stale):
        promise.revise(now=NOW, seen=Version(0, "two"), whose="mine", text="Older", due_on=None)
    promise.refresh_from_db()
    assert promise.text == "Newer"


def test_kept_stands_on_the_timeline_once(amina: User) -> None:
    promise = a_promise(amina, due_on=NEXT)
    promise.keep(now=NOW)
    promise.keep(now=NOW)
    assert Followup.objects.get(promise=promise).done_at == NOW
    assert Touch.objects.filter(contact=promise.contact, kind=Touch.Kind.PROMISE).count() == 1


def test_opened_again_it_leaves_nothing_on_the_timeline(amina: User) -> None:
    """As W11: what an act set off goes back with it."""
    promise = a_promise(amina, due_on=NEXT)
    contact = promise.contact
    contact.refresh_from_db()
    before = (contact.last_touch, contact.last_touch_at)
    promise.keep(now=NOW)
    promise.reopen(now=NOW)
    promise.reopen(now=NOW)
    contact.refresh_from_db()
    assert (contact.last_touch, contact.last_touch_at) == before
    assert not Touch.objects.filter(contact=contact, kind=Touch.Kind.PROMISE).exists()


def test_theirs_kept_is_no_touch_of_ours(amina: User) -> None:
    promise = a_promise(amina, whose="theirs")
    promise.keep(now=NOW)
    assert not Touch.objects.filter(contact=promise.contact, kind=Touch.Kind.PROMISE).exists()


def test_refuses_to_keep_what_was_released_and_the_other_way_round(amina: User) -> None:
    released, kept = a_promise(amina), a_promise(amina)
    released.release(now=NOW)
    kept.keep(now=NOW)
    with pytest.raises(Promise.Ended):
        released.keep(now=NOW)
    with pytest.raises(Promise.Ended):
        kept.release(now=NOW)
    with pytest.raises(Promise.Ended):
        kept.revise(now=NOW, seen=None, whose="mine", text="Other", due_on=None)


def test_taken_up_again_is_open_with_its_follow_up(amina: User) -> None:
    promise = a_promise(amina, due_on=NEXT)
    promise.release(now=NOW)
    promise.reopen(now=NOW)
    assert promise.is_open
    assert Followup.objects.get(promise=promise).is_open
