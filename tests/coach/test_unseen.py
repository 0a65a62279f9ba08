"""The coach holds its bars on texts that nobody who made its rules had read (tests/coach/texts/unseen)."""

import pytest

from tests.coach import scoring
from tests.coach.scoring import UNSEEN


@pytest.mark.parametrize(
    ("kind", "count", "bar"),
    [("requests", 110, 0.90), ("nudges", 25, 0.90), ("thanks", 45, 0.80), ("questions", 220, 0.85)],
)
def test_judges_rightly_what_it_was_not_made_for(kind: str, count: int, bar: float) -> None:
    items = scoring.texts(kind, UNSEEN)
    assert len(items) == count
    assert scoring.score(items).micro.f1 >= bar


@pytest.mark.parametrize(("label", "bar"), [("order_ok", 14 / 15), ("too_many_for_time", 14 / 15)])
def test_agendas_too(label: str, bar: float) -> None:
    assert scoring.score(scoring.texts("agendas", UNSEEN)).accuracy(label) >= bar
