"""Take up: the last act is undone."""

from datetime import date

import pytest

from accounts.models import User
from followups.models import Followup
from tests.cast import NOW
from tests.followups.builders import Kind, a_followup, a_promise


def test_opens_again_what_was_done(amina: User) -> None:
    row = a_followup(amina)
    row.done(now=NOW)
    row.undo(now=NOW)
    assert row.is_open
    row.contact.refresh_from_db()
    assert row.contact.next_act == "Write down what you learned"


def test_opens_again_what_rests(amina: User) -> None:
    row = a_followup(amina, Kind.THANK)
    row.let_rest(now=NOW)
    row.undo(now=NOW)
    assert row.is_open


def test_gives_a_postponed_one_its_old_times(amina: User) -> None:
    row = a_followup(amina, Kind.THANK, late_at=NOW)
    row.postpone(now=NOW, to=date(2026, 11, 20))
    row.undo(now=NOW)
    assert (row.shows_at, row.due_at, row.late_at, row.postponed) == (NOW, NOW, NOW, 0)


def test_with_nothing_to_undo_nothing_happens(amina: User) -> None:
    row = a_followup(amina)
    row.undo(now=NOW)
    assert row.is_open


def test_a_promise_is_open_again_with_it(amina: User) -> None:
    promise = a_promise(amina, due_on=NOW.date())
    promise.followup.done(now=NOW)
    promise.followup.undo(now=NOW)
    promise.refresh_from_db()
    assert promise.is_open


def test_refuses_when_another_stands_in_its_place(amina: User) -> None:
    row = a_followup(amina)
    row.let_rest(now=NOW)
    a_followup(amina, meeting=row.meeting)
    with pytest.raises(Followup.Replaced):
        row.undo(now=NOW)


def test_refuses_what_cannot_be_called_back(amina: User) -> None:
    row = a_followup(amina, Kind.KEEP)
    row.done(now=NOW)
    with pytest.raises(Followup.Closed):
        row.undo(now=NOW)
