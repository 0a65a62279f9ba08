"""Without script the undo of each act stands on the next page, and for a day on the list of everything open."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from followups.models import Followup
from tests.followups.builders import Kind, a_followup

pytestmark = pytest.mark.django_db
ACTS: dict[str, dict[str, Any]] = {"done": {}, "postpone": {"to": "tomorrow"}, "rest": {}}
INDEX, HOME = reverse("followups:index"), reverse("home:home")


def times(row: Followup) -> tuple[Any, ...]:
    row = Followup.objects.get(pk=row.pk)
    return row.shows_at, row.due_at, row.late_at, row.done_at, row.rested_at, row.postponed, row.postponed_at


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("back", ["", "list"])
def test_w10_the_next_page_undoes_it(as_amina: Client, amina: User, act: str, back: str) -> None:
    now = timezone.now()
    row = a_followup(amina, Kind.REPLY, now=now, at=now - timedelta(hours=1))
    before = times(row)
    answer = as_amina.post(reverse(f"followups:{act}", args=[row.pk]), {**ACTS[act], "back": back})
    assert answer.headers["Location"] == (INDEX if back else HOME)
    page = as_amina.get(answer.headers["Location"]).content.decode()
    undo = reverse("followups:undo", args=[row.pk]) + ("?back=list" if back else "")
    assert f'action="{undo}"' in page
    assert as_amina.post(undo).headers["Location"] == (INDEX if back else HOME)
    assert times(row) == before


@pytest.mark.parametrize("act", ACTS)
def test_w10_just_closed_lists_it_for_a_day(as_amina: Client, amina: User, act: str) -> None:
    now = timezone.now()
    row = a_followup(amina, Kind.REPLY, now=now, at=now - timedelta(hours=1))
    as_amina.post(reverse(f"followups:{act}", args=[row.pk]), ACTS[act])
    as_amina.get(HOME)
    undo = f'action="{reverse("followups:undo", args=[row.pk])}"'
    page = as_amina.get(INDEX).content.decode()
    assert undo in page[page.index("Recently done") :]
    longer_ago = now - timedelta(hours=25)
    for column in ("done_at", "rested_at", "postponed_at"):
        Followup.objects.filter(**{f"{column}__isnull": False}).update(**{column: longer_ago})
    assert undo not in as_amina.get(INDEX).content.decode()


def test_what_was_put_off_and_moved_since_is_not_offered(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    row = a_followup(amina, Kind.REPLY, now=now, at=now)
    as_amina.post(reverse("followups:postpone", args=[row.pk]), ACTS["postpone"])
    as_amina.get(HOME)
    Followup.objects.update(before=[])
    assert "Recently done" not in as_amina.get(INDEX).content.decode()
