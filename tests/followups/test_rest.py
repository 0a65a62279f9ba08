"""Let rest: without blame."""

from datetime import timedelta

import pytest

from accounts.models import User
from followups.models import Followup
from tests.cast import NOW
from tests.followups.builders import a_followup, a_promise


def test_twice_is_once(amina: User) -> None:
    row = a_followup(amina)
    row.let_rest(now=NOW)
    row.let_rest(now=NOW + timedelta(hours=1))
    assert row.rested_at == NOW


def test_refuses_what_is_done(amina: User) -> None:
    row = a_followup(amina)
    row.done(now=NOW)
    with pytest.raises(Followup.Closed):
        row.let_rest(now=NOW)


def test_a_promise_is_released_with_it(amina: User) -> None:
    promise = a_promise(amina, due_on=NOW.date())
    promise.followup.let_rest(now=NOW)
    promise.refresh_from_db()
    assert promise.released_at == NOW
