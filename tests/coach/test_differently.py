"""When it goes differently: sentences short enough to be said, and what to do where no one comes."""

import pytest

from coach.differently import Situation, situations
from coach.questions.question import check
from coach.review import Severity

*TALKS, NO_ONE = situations()


@pytest.mark.parametrize("one", TALKS, ids=lambda one: one.what)
def test_there_are_two_things_to_say(one: Situation) -> None:
    assert len(one.say) == 2
    assert all(len(sentence.split()) <= 20 for sentence in one.say)


@pytest.mark.parametrize("one", TALKS, ids=lambda one: one.what)
def test_the_coach_finds_no_fault_in_what_is_asked(one: Situation) -> None:
    for sentence in one.say:
        found = check(sentence).remarks if sentence.endswith("?") else ()
        assert [remark.code for remark in found if remark.severity == Severity.FAULT] == []


def test_where_no_one_comes_there_is_what_to_do_after_ten_minutes_and_later() -> None:
    assert "ten minutes" in NO_ONE.first
    assert "another time" in NO_ONE.say[0]
    assert "Later today" in NO_ONE.then
