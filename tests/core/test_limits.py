"""Somebody who tries too often is slowed down; others are not."""

from datetime import UTC, datetime, timedelta

import pytest

from core import limits
from core.models import Bucket

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def tried(key: str, now: datetime = NOW, times: int = 1) -> list[bool]:
    return [limits.take(key, rate_per_minute=2, burst=3, now=now) for _ in range(times)]


def test_lets_a_few_through_at_once_and_no_more() -> None:
    assert tried("a", times=5) == [True, True, True, False, False]


def test_does_not_count_others() -> None:
    tried("a", times=5)
    assert tried("b") == [True]


def test_fills_with_time_and_never_above_its_brim() -> None:
    tried("a", times=5)
    assert tried("a", NOW + timedelta(seconds=29)) == [False]
    assert tried("a", NOW + timedelta(seconds=60), times=3) == [True, True, False]
    assert tried("a", NOW + timedelta(days=3), times=4) == [True, True, True, False]


def test_a_refused_attempt_costs_nothing() -> None:
    tried("a", times=3)
    tried("a", NOW + timedelta(seconds=15), times=50)
    assert tried("a", NOW + timedelta(seconds=30)) == [True]


def test_a_clock_set_back_gives_nothing() -> None:
    tried("a", times=3)
    assert tried("a", NOW - timedelta(hours=1)) == [False]
    assert tried("a", NOW + timedelta(seconds=30)) == [True]


def test_keeps_nothing_that_says_who_it_was() -> None:
    tried("reply:203.0.113.7")
    assert "203.0.113.7" not in Bucket.objects.get().key


def test_g17_refuses_a_limit_that_would_be_forgotten_while_it_counts() -> None:
    with pytest.raises(ValueError, match="take longer"):
        limits.take("a", rate_per_minute=1 / 1441, burst=1, now=NOW)
    assert limits.take("a", rate_per_minute=1 / 1440, burst=1, now=NOW)


def test_forgets_who_has_not_come_back() -> None:
    tried("a")
    tried("b", NOW + timedelta(hours=12))
    limits.forget(now=NOW + timedelta(hours=30))
    assert Bucket.objects.count() == 1
