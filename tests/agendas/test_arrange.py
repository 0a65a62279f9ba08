"""The coach puts the questions into strategic order, keeps what is pinned, and says what moved and why."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from agendas.models import Agenda, Question
from agendas.plan import plan_of
from coach import bank
from core.locking import transition
from meetings.models import Meeting
from tests.agendas.builders import a_question, an_agenda
from tests.cast import NOW, a_meeting

ASKED = [
    "Who else should I talk to about this work?",
    "What would you do this year in my place?",
    "What does an ordinary Tuesday look like for you?",
    "How did you come into marine conservation?",
]


@pytest.fixture
def rows(amina: User) -> list[Question]:
    agenda = Agenda.of(a_meeting(amina))
    for text in ASKED:
        a_question(agenda, text)
    # As a student may leave it: upside down.
    with transition(agenda):
        agenda.put_in_order(sorted(agenda.questions.in_order(), key=lambda row: ASKED.index(row.text)))
    return list(agenda.questions.in_order())


def texts(meeting: Meeting) -> list[str]:
    return [row.text for row in Agenda.of(meeting).questions.in_order()]


def test_puts_easy_before_demanding_and_the_close_last(as_amina: Client, rows: list[Question]) -> None:
    meeting = rows[0].agenda.meeting
    answer = as_amina.post(reverse("agendas:arrange", args=[meeting.pk]), headers={"HX-Request": "true"})
    assert texts(meeting) == [ASKED[3], ASKED[2], ASKED[1], ASKED[0]]
    text = answer.content.decode()
    assert "What moved, and why" in text
    assert "People often like to tell their story" in text


def test_says_why_without_script(as_amina: Client, rows: list[Question]) -> None:
    meeting = rows[0].agenda.meeting
    answer = as_amina.post(reverse("agendas:arrange", args=[meeting.pk]), follow=True)
    assert "People often like to tell their story" in answer.content.decode()


def test_keeps_what_is_pinned(as_amina: Client, rows: list[Question]) -> None:
    meeting, days = rows[0].agenda.meeting, rows[2]
    as_amina.post(reverse("agendas:pin", args=[meeting.pk, days.pk]))
    as_amina.post(reverse("agendas:arrange", args=[meeting.pk]))
    assert texts(meeting)[2] == days.text


def test_moves_again_what_is_no_longer_pinned(amina: User, rows: list[Question], now: datetime) -> None:
    rows[2].pin(now=now)
    rows[2].unpin()
    Agenda.of(rows[0].agenda.meeting).arrange()
    assert texts(rows[0].agenda.meeting)[1] == ASKED[2]


def test_leaves_a_good_order_alone(as_amina: Client, amina: User, rows: list[Question], now: datetime) -> None:
    meeting = rows[0].agenda.meeting
    Agenda.of(meeting).arrange()
    before = texts(meeting)
    url, sentence = reverse("agendas:arrange", args=[meeting.pk]), "The order is already good."
    assert sentence in as_amina.post(url, follow=True).content.decode()
    answer = as_amina.post(url, headers={"HX-Request": "true"})
    assert f"data-focus>{sentence}</p>" in answer.content.decode()
    assert texts(meeting) == before


def test_keeps_the_spare_ones_behind(amina: User, rows: list[Question], now: datetime) -> None:
    agenda = rows[0].agenda
    spare = a_question(agenda, "How did you start?", phase="c")
    agenda.arrange()
    assert texts(agenda.meeting)[-1] == spare.text


def test_offers_to_keep_what_would_be_moved_and_nothing_else(
    as_amina: Client, amina: User, rows: list[Question], now: datetime
) -> None:
    address = reverse("agendas:agenda", args=[rows[0].agenda.meeting_id])

    def offered(row: Question) -> str:
        text = as_amina.get(address, {"open": row.pk}).content.decode()
        return "".join(
            words for words in ("Keep in this position", "Kept in this position") if f">{words}<span" in text
        )

    assert offered(rows[0]) == "Keep in this position"
    Agenda.of(rows[0].agenda.meeting).arrange()
    assert offered(rows[0]) == ""
    rows[0].pin(now=now)
    assert offered(rows[0]) == "Kept in this position"
    (only,) = an_agenda(a_meeting(amina), "W")
    address = reverse("agendas:agenda", args=[only.agenda.meeting_id])
    assert offered(only) == ""


@pytest.mark.parametrize(
    ("bank_id", "phase", "notes"),
    [
        ("days-13-normal-week", "W", 0),  # the bank's own warm-up, of a kind that the coach knows by another name
        ("days-13-normal-week", "C", 1),
        ("entry-12-cv-read-first", "W", 0),  # by the student's choice
    ],
)
def test_a_question_set_as_a_warm_up_is_an_easy_beginning(amina: User, bank_id: str, phase: str, notes: int) -> None:
    meeting = a_meeting(amina)
    row = Agenda.of(meeting).pick(bank.question(bank_id))
    row.revise(seen=None, text=row.text, phase=phase, spare=False)
    plan = plan_of(meeting, now=NOW, research=[])
    assert len(plan.planned[0].notes) == notes
    assert any("no easy question" in note.words for note in plan.advice) == bool(notes)
