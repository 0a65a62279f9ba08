"""Done: once, and what it was about learns of it."""

from datetime import timedelta

import pytest

from accounts.models import User
from contacts.models import Touch
from followups.models import Followup
from tests.cast import NOW, a_contact
from tests.followups.builders import Kind, a_followup, a_promise, a_talk, only


def test_twice_is_once(amina: User) -> None:
    row = a_followup(amina)
    row.done(now=NOW)
    row.done(now=NOW + timedelta(hours=1))
    assert row.done_at == NOW


def test_refuses_what_rests(amina: User) -> None:
    row = a_followup(amina)
    row.let_rest(now=NOW)
    with pytest.raises(Followup.Closed):
        row.done(now=NOW)


def test_keeping_in_touch_stands_on_the_timeline_and_begins_anew(amina: User) -> None:
    contact = a_contact(amina, warmth="A")
    row = a_followup(amina, Kind.KEEP, now=NOW - timedelta(days=120), meeting=a_talk(amina, contact))
    row.done(now=NOW)
    assert row.done_at == NOW
    assert Touch.objects.filter(contact=contact, kind=Touch.Kind.KEPT).count() == 1
    anew = only(Kind.KEEP, row.meeting)  # type: ignore[arg-type]
    assert anew.due_at.date().isoformat() == "2027-03-18"


def test_keeping_in_touch_before_its_day_begins_anew_too(amina: User) -> None:
    contact = a_contact(amina, warmth="A")
    row = a_followup(amina, Kind.KEEP, now=NOW + timedelta(days=20), meeting=a_talk(amina, contact))
    Followup.objects.filter(pk=row.pk).update(made_at=NOW - timedelta(days=90))
    row.done(now=NOW)
    row.refresh_from_db()
    anew = only(Kind.KEEP, row.meeting)  # type: ignore[arg-type]
    assert row.done_at == NOW
    assert anew.due_at.date().isoformat() == "2027-03-18"


def test_a_promise_is_kept_with_it(amina: User) -> None:
    promise = a_promise(amina, due_on=NOW.date())
    promise.followup.done(now=NOW)
    promise.refresh_from_db()
    assert promise.kept_at == NOW


def test_the_list_of_people_forgets_it(amina: User) -> None:
    row = a_followup(amina)
    row.done(now=NOW)
    row.contact.refresh_from_db()
    assert (row.contact.next_act, row.contact.next_act_at) == ("", None)
