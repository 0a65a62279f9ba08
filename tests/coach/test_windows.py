"""The times on offer name the clock that all of them are on once, and each its own where they differ."""

import pytest

from coach.facts import Facts
from coach.wording import windows
from meetings.times_line import names_any

A, B, C = (f"{day}, London time" for day in ("Monday 30 November, 14:00", "Tuesday 1 December, 15:00", "Friday, 9:00"))
BOTH = "Monday 30 November, 14:00, London time (15:00, Oslo time)"


@pytest.mark.parametrize(
    ("times", "words"),
    [
        ((A, B, C), "Monday 30 November, 14:00, Tuesday 1 December, 15:00 or Friday, 9:00 (all London time)."),
        ((A, B), "Monday 30 November, 14:00 or Tuesday 1 December, 15:00 (both London time)."),
        ((A,), "Monday 30 November, 14:00, London time."),
        ((A, "Friday, 9:00, Accra time"), f"{A} or Friday, 9:00, Accra time."),
        ((BOTH, BOTH), f"{BOTH} or {BOTH}."),
    ],
)
def test_one_clock_is_named_once(times: tuple[str, ...], words: str) -> None:
    said = windows(Facts(student="", contact="", windows=times))
    assert said == f"For example, I'm free on {words}"
    assert all(names_any(said, [one]) for one in times)


def test_a_time_on_another_clock_is_not_named() -> None:
    said = windows(Facts(student="", contact="", windows=(A, B)))
    assert not names_any(said, [A.replace("London", "Berlin")])
    assert not names_any(said, [C])
