"""The stage follows from what was recorded, whatever is done in whatever order."""

import ast
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from meetings.models import Meeting
from tests.cast import NOW, a_meeting

Stage = Meeting.Stage

ACTS = {
    "ask": {"channel": "email"},
    "nudge": {},
    "close": {},
    "hear": {},
    "arrange": {"minutes": 20, "mode": "phone"},
    "miss": {"whom": "them"},
    "cancel": {"reason": "ill"},
    "hold": {},
    "hold_unplanned": {"at": NOW},
    "unhold": {},
    "thank": {},
    "rest": {},
    "wake": {},
}


@pytest.mark.django_db
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 20)), max_size=12), no=st.booleans())
def test_every_walk_through_the_verbs_stays_among_the_stages(
    amina: User, acts: list[tuple[str, int]], no: bool
) -> None:
    with transaction.atomic():
        walk(amina, acts, {"answer": "no" if no else "yes"})
        # The next walk begins on a clean table.
        transaction.set_rollback(True)


def walk(amina: User, acts: list[tuple[str, int]], answer: dict[str, str]) -> None:
    meeting = a_meeting(amina)
    now = NOW
    for act, hours in acts:
        now += timedelta(hours=hours)
        free = meeting.open_to(now)
        more = {"hear": answer, "arrange": {**ACTS["arrange"], "starts_at": now + timedelta(hours=30)}}
        before = Meeting.objects.values().get(pk=meeting.pk)
        try:
            getattr(meeting, act)(now=now, **more.get(act, ACTS[act]))
            refused = False
        except Meeting.Refused:
            refused = True
        row = Meeting.objects.get(pk=meeting.pk)
        assert refused == (act not in free)
        assert not refused or Meeting.objects.values().get(pk=meeting.pk) == before
        assert row.stage == meeting.stage
        assert row.stage in Stage.values
        assert row.thanked_at is None or row.held_at is not None
        assert row.stage != Stage.ARRANGED or row.stands


def test_no_code_sets_a_stage() -> None:
    root = Path(__file__).parents[2]
    wrong = []
    for path in root.glob("*/**/*.py"):
        if {".venv", "var", "migrations"} & set(path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            targets = node.targets if isinstance(node, ast.Assign) else []
            if any(isinstance(target, ast.Attribute) and target.attr == "stage" for target in targets):
                wrong.append(f"{path}:{node.lineno}")
    assert wrong == []
