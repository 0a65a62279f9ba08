"""The agenda put in strategic order: what is pinned stays, equals keep their order, and each move has its reason."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.questions.agenda import out_of_order
from coach.questions.arranging import arrange
from coach.questions.plan import AgendaQuestion, read
from coach.questions.stage import STAGES
from tests.coach.test_agenda_review import GOOD

TEXTS = ["How is it going?", "How much do you earn?", "Can you get me a job at your firm?", "Why law?"]
questions = st.lists(
    st.builds(AgendaQuestion, text=st.sampled_from(TEXTS), stage=st.sampled_from(STAGES), pinned=st.booleans()),
    max_size=6,
)
free = st.lists(st.builds(AgendaQuestion, text=st.sampled_from(TEXTS[:1]), stage=st.sampled_from(STAGES)), max_size=12)


def in_order(asked: list[AgendaQuestion]) -> bool:
    return not list(out_of_order(read(asked)))


def test_puts_a_turned_agenda_right() -> None:
    result = arrange(list(reversed(GOOD)), minutes=30)
    assert [q.text for q in result.questions] == GOOD
    assert result.order == (6, 5, 4, 3, 2, 1, 0)


def test_says_what_moved_and_why() -> None:
    result = arrange([*GOOD[1:], GOOD[0]], minutes=30)
    (move,) = result.moves
    assert (move.before, move.after) == (6, 0)
    assert move.words == "Moved up to number 1. It’s easy to answer, so it’s a good start."


def test_says_why_the_close_went_last() -> None:
    (move,) = arrange([*GOOD[:2], GOOD[6], *GOOD[2:6]], minutes=30).moves
    assert move.words == "Moved to the end. It’s a closing question, so nothing comes after it."


def test_keeps_what_is_pinned_where_it_is() -> None:
    result = arrange([AgendaQuestion(GOOD[5], pinned=True), *GOOD[:5], GOOD[6]], minutes=30)
    assert result.questions[0].text == GOOD[5]


def test_says_what_could_be_spare() -> None:
    topics = ["Which skills count?", "Which courses help?", "Which software should one know?"]
    result = arrange([*GOOD[:3], *topics, *GOOD[4:]], minutes=24)
    assert [result.questions[at].text for at in result.spare] == [topics[2]]
    assert arrange(GOOD, minutes=30).spare == ()


@given(questions)
def test_is_a_permutation_with_the_pinned_in_place(asked: list[AgendaQuestion]) -> None:
    result = arrange(asked, minutes=20)
    assert sorted(result.order) == list(range(len(asked)))
    assert [asked[at] for at in result.order] == list(result.questions)
    assert all(result.questions[at] == q for at, q in enumerate(asked) if q.pinned)


@given(questions)
def test_changes_nothing_the_second_time(asked: list[AgendaQuestion]) -> None:
    once = arrange(asked, minutes=20)
    again = arrange(once.questions, minutes=20)
    assert again.questions == once.questions
    assert again.moves == ()


@settings(deadline=None)
@given(questions)
def test_is_in_order_wherever_the_pins_and_the_questions_allow_it(asked: list[AgendaQuestion]) -> None:
    possible = any(
        in_order([asked[at] for at in order])
        for order in permutations(range(len(asked)))
        if all(order[at] == at for at, q in enumerate(asked) if q.pinned)
    )
    assert in_order(list(arrange(asked, minutes=20).questions)) == possible


@given(free)
def test_keeps_equals_in_their_order(asked: list[AgendaQuestion]) -> None:
    result = arrange(asked, minutes=20)
    for stage in STAGES:
        places = [at for at in result.order if asked[at].stage == stage]
        assert places == sorted(places)
