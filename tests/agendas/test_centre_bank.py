"""The bank as the centre offers it: what students meet, what old agendas keep, and what the database refuses."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from agendas.desk import BankState, desk, tried
from agendas.models import Agenda, CentreQuestion, CentreSet, Hidden, centre_bank
from agendas.models.centre_question import MOST_OWN
from agendas.models.centre_set import MOST_IN_A_SET, MOST_SETS
from centre.models import Removed
from coach import bank
from core.models import Version
from home.demo import bank as demo
from meetings.models import Meeting
from notes.talk import PROBES, probes
from tests.agendas.builders import WORDS, a_wording, an_own_question, an_own_set
from tests.cast import NOW, Cast, a_contact, a_meeting

pytestmark = pytest.mark.django_db

OURS = "days-13-normal-week"
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def cleo(cast: Cast) -> User:
    return cast.cleo


@pytest.fixture
def meeting(amina: User) -> Meeting:
    return a_meeting(amina, a_contact(amina, standing=""))


def panel(client: Client, meeting: Meeting, query: str) -> str:
    return client.get(reverse("agendas:pick", args=[meeting.pk]) + query).content.decode()


def test_students_are_offered_an_own_question_and_can_take_it(cleo: User, as_amina: Client, meeting: Meeting) -> None:
    own = an_own_question(cleo)
    page = panel(as_amina, meeting, "?words=placement+plans")
    assert own.text in page
    assert own.why in page
    as_amina.post(reverse("agendas:pick", args=[meeting.pk]), {"question": own.code})
    row = Agenda.of(meeting).questions.get()
    assert (row.text, row.bank_id, row.category) == (own.text, own.code, 1)


def test_students_read_the_centres_wording_and_its_language_is_not_claimed(
    cleo: User, as_amina: Client, meeting: Meeting
) -> None:
    a_wording(cleo, OURS, "Was füllt Ihre Woche?")
    page = panel(as_amina, meeting, "?words=woche")
    assert '<p class="asked-text">Was füllt Ihre Woche?</p>' in page
    assert bank.question(OURS).text not in page


def test_students_are_not_offered_what_is_hidden(cleo: User, as_amina: Client, meeting: Meeting) -> None:
    Hidden.hide(OURS, by=cleo, now=NOW)
    Hidden.hide("moving", by=cleo, now=NOW)
    page = panel(as_amina, meeting, "?category=2")
    assert f"offer-{OURS}" not in page
    assert 'value="moving"' not in page
    Hidden.unhide(OURS)
    assert f"offer-{OURS}" in panel(as_amina, meeting, "?category=2")


def test_students_find_the_centres_set_in_its_order_and_read_whom_it_is_for(
    cleo: User, as_amina: Client, meeting: Meeting
) -> None:
    mine = an_own_set(cleo, "people-04-who-else", OURS)
    page = panel(as_amina, meeting, f"?set={mine.key}")
    assert mine.title in page
    assert "Students in their second year" in page
    assert page.index("offer-people-04-who-else") < page.index(f"offer-{OURS}")


def test_the_first_agenda_is_made_of_the_centres_bank(cleo: User, meeting: Meeting) -> None:
    for code in (q.id for q in bank.search(category=1)):
        Hidden.hide(code, by=cleo, now=NOW)
    own = an_own_question(cleo)
    Agenda.of(meeting).fill()
    assert [row.bank_id for row in Agenda.of(meeting).questions.filter(category=1)] == [own.code]


def test_what_is_on_an_agenda_keeps_its_words_and_stays_readable(cleo: User, meeting: Meeting) -> None:
    own = an_own_question(cleo)
    agenda = Agenda.of(meeting)
    for code in (own.code, OURS):
        agenda.pick(centre_bank().question(code))
    a_wording(cleo, OURS, "What fills your Mondays?")
    for code in (own.code, OURS):
        Hidden.hide(code, by=cleo, now=NOW)
    mine, ours = agenda.questions.in_order()
    assert (mine.text, ours.text) == (own.text, bank.question(OURS).text)
    assert probes(mine) == ("What came as a surprise?",)
    assert probes(ours) != PROBES


@pytest.mark.parametrize("change", [an_own_question, lambda by: Hidden.hide(OURS, by=by, now=NOW), an_own_set])
def test_a_change_shows_at_once(cleo: User, change: Callable[[User], Any]) -> None:
    before = centre_bank()
    change(cleo)
    assert centre_bank() is not before


def test_is_read_by_one_query_and_then_by_none(cleo: User, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    own = an_own_question(cleo)
    an_own_set(cleo, own.code)
    Hidden.hide(OURS, by=cleo, now=NOW)
    with django_assert_num_queries(1):
        found = centre_bank()
    with django_assert_num_queries(0):
        assert centre_bank() is found
    assert found.question(own.code).probes == ("What came as a surprise?",)
    assert found.sets[0].questions == (own.code,)
    assert OURS not in {q.id for q in found.questions}


def test_says_who_worded_it_and_when_and_counts_no_wording_that_is_ours(cast: Cast) -> None:
    row = CentreQuestion.of(bank.question(OURS))
    ours = {name: getattr(row, name) for name in ("text", "why", "sets", "probes")}
    row.word(seen=None, by=cast.cleo, now=NOW, **ours)
    assert not CentreQuestion.objects.exists()
    worded = a_wording(cast.cleo, OURS, "What fills your Mondays?")
    assert (worded.changed_by, worded.changed_at) == (cast.cleo, NOW)
    worded.word(seen=None, by=cast.dara, now=LATER, text="What fills your Mondays?")
    assert CentreQuestion.objects.get().changed_by == cast.cleo
    worded.word(seen=None, by=cast.dara, now=LATER, text="What fills your Fridays?")
    kept = CentreQuestion.objects.get()
    assert (kept.text, kept.changed_by, kept.changed_at) == ("What fills your Fridays?", cast.dara, LATER)


def test_a_wording_over_a_newer_one_is_refused(cleo: User) -> None:
    first, second = (CentreQuestion.of(bank.question(OURS)) for _ in range(2))
    first.word(seen=Version(0, "one"), by=cleo, now=NOW, text="First?")
    with pytest.raises(CentreQuestion.Stale):
        second.word(seen=Version(0, "two"), by=cleo, now=NOW, text="Second?")
    assert CentreQuestion.objects.get().text == "First?"


def test_our_words_come_back_and_so_do_the_centres(cleo: User) -> None:
    row = a_wording(cleo, OURS, "What fills your Mondays?")
    removed = row.go_back(by=cleo, now=NOW)
    assert centre_bank().question(OURS) == bank.question(OURS)
    CentreQuestion.restore(Removed.objects.get(pk=removed.pk))
    assert centre_bank().question(OURS).text == "What fills your Mondays?"


def test_a_wording_that_was_worded_anew_meanwhile_is_not_put_back(cleo: User) -> None:
    removed = a_wording(cleo, OURS, "What fills your Mondays?").go_back(by=cleo, now=NOW)
    a_wording(cleo, OURS, "What fills your Fridays?")
    with pytest.raises(CentreQuestion.Changed):
        CentreQuestion.restore(removed)
    assert CentreQuestion.objects.get().text == "What fills your Fridays?"


def test_a_question_stands_in_the_sets_that_are_named(cleo: User) -> None:
    one, other = an_own_set(cleo, OURS, title="One"), an_own_set(cleo, title="Other")
    CentreQuestion.of(bank.question(OURS)).word(seen=None, by=cleo, now=NOW, within=[other.key])
    assert [list(row.questions) for row in CentreSet.objects.in_order()] == [[], [OURS]]
    own = an_own_question(cleo, within=[one.key, other.key])
    assert [list(row.questions) for row in CentreSet.objects.in_order()] == [[own.code], [OURS, own.code]]


def test_a_question_moves_in_its_set(cleo: User) -> None:
    mine = an_own_set(cleo, "a", "b", "c")
    for code, to, order in [("c", 1, "cab"), ("c", 2, "acb"), ("a", 99, "cba"), ("b", 0, "bca"), ("never", 1, "bca")]:
        mine.move(code, to=to, by=cleo, now=NOW)
        assert "".join(CentreSet.objects.get().questions) == order


def test_there_is_an_end_to_sets_and_to_what_is_in_one(cleo: User) -> None:
    for number in range(MOST_SETS):
        an_own_set(cleo, title=f"Set {number}")
    with pytest.raises(CentreSet.Full):
        an_own_set(cleo, title="One more")
    mine = CentreSet.objects.in_order()[0]
    for number in range(MOST_IN_A_SET):
        mine.put(f"q{number}", by=cleo, now=NOW)
    with pytest.raises(CentreSet.Full):
        mine.put("one-more", by=cleo, now=NOW)


def test_there_is_an_end_to_own_questions(cleo: User) -> None:
    row = an_own_question(cleo)
    known = {name: getattr(row, name) for name in (*WORDS, "changed_at")}
    copies = (CentreQuestion(code=f"own-{n}", **known) for n in range(MOST_OWN - 1))
    CentreQuestion.objects.bulk_create(copies)
    with pytest.raises(CentreQuestion.Full):
        an_own_question(cleo)


def test_two_sets_of_one_name_are_refused(cleo: User) -> None:
    an_own_set(cleo, title="Before a placement")
    with pytest.raises(CentreSet.Taken):
        an_own_set(cleo, title="before a Placement")


@pytest.mark.parametrize(
    "wrong",
    [{"text": ""}, {"category": 16}, {"phase": "Q"}, {"minutes": 0}, {"minutes": 11}, {"probes": ["?"] * 4}],
)
def test_the_database_holds_the_line(cleo: User, wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        an_own_question(cleo, **wrong)


@pytest.mark.parametrize("wrong", [{"title": ""}, {"key": "classics"}, {"questions": ["q"] * (MOST_IN_A_SET + 1)}])
def test_the_database_holds_the_line_of_a_set(wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        CentreSet.objects.create(**{"title": "A set", "key": "own-1", "changed_at": NOW, **wrong})


def test_only_who_advises_comes_through_the_doors(cast: Cast) -> None:
    an_own_question(cast.cleo)
    for rows in (CentreQuestion.objects, CentreSet.objects, Hidden.objects):
        assert not rows.visible_to(cast.amina).exists()
        assert not rows.editable_by(cast.bo).exists()
    assert CentreQuestion.objects.visible_to(cast.cleo).exists()
    assert CentreQuestion.objects.editable_by(cast.dara).exists()


def test_the_demo_shows_each_kind_of_change(cast: Cast) -> None:
    demo.fill(cast.cleo, cast.dara, NOW)
    here = desk()
    [own] = [one for one in map(here.seen, here.bank.questions) if one.state == BankState.OWN]
    assert here.question(demo.WORDED).state == BankState.CHANGED
    assert here.question(demo.HIDDEN).is_hidden
    assert [one.asked.id for one in here.in_set(here.sets()[0].key)] == [*demo.BEFORE_A_PLACEMENT, own.asked.id]
    assert not tried(own.asked.text).remarks
    assert not tried(here.question(demo.WORDED).asked.text).remarks
