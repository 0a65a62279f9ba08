"""How far something can be put off, in words that are true on each day of the week."""

from datetime import date, timedelta

import pytest

from coach.days import day_meant
from followups.schedule import put_off_until

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize("weekday", range(7))
def test_i14_the_words_are_true_on_every_day_of_the_week(weekday: int) -> None:
    today = MONDAY + timedelta(days=weekday)
    words = {str(word): day_meant(to, today) for to, word in put_off_until(today)}
    assert words["Tomorrow"] == today + timedelta(days=1)
    business = [day for ahead in range(1, 8) if (day := today + timedelta(days=ahead)).weekday() < 5]
    assert words["In three business days"] == business[2]
    if weekday == 6:
        assert words["In a week"] - today == timedelta(days=8)
    else:
        begun = MONDAY + timedelta(days=7)
        assert begun <= words["Next week"] < begun + timedelta(days=5)
