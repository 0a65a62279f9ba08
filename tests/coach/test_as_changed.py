"""The bank of a centre: ours, and what it says otherwise."""

from dataclasses import replace

from coach import bank
from coach.bank import BankQuestion, CentreChanges, QuestionSet, as_changed
from coach.choosing import first

OURS = "days-13-normal-week"
NAMES = "people-04-who-else"


def own(id: str = "own-1", text: str = "What would our alumni ask you?", **more: object) -> BankQuestion:
    facts = {"category": 2, "phase": "W", "minutes": 2, "suits": (), "why": "", "goals": (), "sets": (), "probes": ()}
    return BankQuestion(**{"id": id, "text": text, "own": True, **facts, **more})  # type: ignore[arg-type]


def test_without_changes_it_is_ours() -> None:
    assert as_changed(CentreChanges()).questions == bank.questions()
    assert as_changed(CentreChanges()).sets == bank.sets()


def test_a_question_of_its_own_stands_behind_ours_of_its_category() -> None:
    mine = own()
    asked = as_changed(CentreChanges(questions=(mine,)))
    assert [q.id for q in asked.search(category=2)] == [*(q.id for q in bank.search(category=2)), "own-1"]
    assert asked.question("own-1") == mine
    assert [q.id for q in asked.search("ALUMNI")] == ["own-1"]


def test_a_wording_takes_the_place_of_ours_and_ours_is_found_no_more() -> None:
    worded = replace(bank.question(OURS), text="What fills your Mondays?", own=True)
    asked = as_changed(CentreChanges(questions=(worded,)))
    assert len(asked.questions) == len(bank.questions())
    assert [q.id for q in asked.questions].index(OURS) == [q.id for q in bank.questions()].index(OURS)
    assert asked.question(OURS).text == "What fills your Mondays?"
    assert [q.id for q in asked.search("mondays")] == [OURS]
    assert bank.question(OURS).text not in {q.text for q in asked.questions}


def test_a_wording_of_a_question_that_is_retired_asks_it_no_longer() -> None:
    gone = min(bank.retired())
    assert gone not in as_changed(CentreChanges(questions=(own(gone),))).by_id


def test_what_is_hidden_is_not_found_and_can_still_be_read() -> None:
    asked = as_changed(CentreChanges(questions=(own(),), hidden=frozenset({OURS, "own-1", "classics"})))
    assert {OURS, "own-1"}.isdisjoint(q.id for q in asked.questions)
    assert asked.question(OURS) == bank.question(OURS)
    assert asked.question("own-1").text
    assert "classics" not in {one.key for one in asked.sets}
    assert OURS not in {q.id for q in asked.search(set="classics")}


def test_a_set_of_its_own_keeps_the_centres_order_and_comes_first() -> None:
    mine = QuestionSet("own-set", "Before a placement", questions=(NAMES, "own-1", "never-there", OURS))
    asked = as_changed(CentreChanges(questions=(own(),), sets=(mine,)))
    assert asked.sets[0].key == "own-set"
    assert [q.id for q in asked.search(set="own-set")] == [NAMES, "own-1", OURS]
    assert "own-set" in asked.question(OURS).sets
    assert "classics" in asked.question(OURS).sets


def test_a_question_of_its_own_may_belong_to_a_field_or_to_the_students_own_life() -> None:
    asked = as_changed(CentreChanges(questions=(own(sets=("law",)), own("own-2", sets=("moving",)))))
    assert asked.question("own-1").field == "law"
    assert asked.question("own-2").situation
    assert "own-1" not in {q.id for q in asked.search(fields=())}


def test_the_first_agenda_is_chosen_among_them() -> None:
    days = frozenset(q.id for q in bank.search(category=2))
    asked = as_changed(CentreChanges(questions=(own(),), hidden=days | {NAMES}))
    chosen = [q.id for q, _ in first(20, suits="", goals=[], among=asked)]
    assert "own-1" in chosen
    assert not (days | {NAMES}) & set(chosen)


def test_no_code_of_ours_could_be_one_of_a_centre_or_of_two_things() -> None:
    codes = [*(q.id for q in bank.questions()), *bank.retired(), *(one.key for one in bank.sets())]
    assert len(codes) == len(set(codes))
    assert not [code for code in codes if code.startswith("own-")]
