"""Moving and removing through the front door, with JavaScript and without."""

import sys
from collections import Counter
from types import FrameType

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from agendas.models import Agenda, Question
from agendas.plan import plan_of
from coach.questions import plan
from meetings.models import Meeting
from tests.agendas.builders import an_agenda
from tests.cast import a_meeting


@pytest.fixture
def rows(amina: User) -> list[Question]:
    return an_agenda(a_meeting(amina), "W", "C", "S", "X")


def act(client: Client, name: str, row: Question, htmx: bool = True, **given: object) -> tuple[int, str]:
    headers = {"HX-Request": "true"} if htmx else {}
    address = reverse(f"agendas:{name}", args=[row.agenda.meeting_id, row.pk])
    response = client.post(address, {"opened": row.pk, **given}, headers=headers)
    return response.status_code, response.content.decode() or response.headers.get("Location", "")


def order(rows: list[Question]) -> str:
    return "".join(q.phase for q in Agenda.objects.get(pk=rows[0].agenda_id).questions.in_order())


@pytest.mark.parametrize(
    ("name", "given", "sentence", "now_is"),
    [
        ("move_up", {}, "Moved to position 1 of 4.", "CWSX"),
        ("move_down", {}, "Moved to position 3 of 4.", "WSCX"),
        ("move_to", {"position": 2}, "It’s already at position 2 of 4.", "WCSX"),
        ("move_to", {"position": 4}, "Moved to position 4 of 4.", "WSXC"),
    ],
)
def test_says_where_it_stands_now(
    as_amina: Client, rows: list[Question], name: str, given: dict[str, int], sentence: str, now_is: str
) -> None:
    status, text = act(as_amina, name, rows[1], **given)
    assert status == 200
    assert f'data-announce="{sentence}"' in text
    assert "data-focus" not in text  # the focus stays on the same button, by its id
    assert f'id="up-{rows[1].pk}"' in text
    assert order(rows) == now_is


def test_without_javascript_the_page_comes_back_with_the_question_open(as_amina: Client, rows: list[Question]) -> None:
    status, to = act(as_amina, "move_up", rows[1], htmx=False)
    assert status == 302
    here, pk = reverse("agendas:agenda", args=[rows[1].agenda.meeting_id]), rows[1].pk
    assert to == f"{here}?open={pk}#question-{pk}"
    text = as_amina.get(to).content.decode()
    assert "Moved to position 1 of 4." in text
    assert f'id="up-{pk}"' in text


def test_what_stands_open_stays_open_when_another_moves(as_amina: Client, rows: list[Question]) -> None:
    _, text = act(as_amina, "move_to", rows[1], position=1, opened=rows[2].pk)
    assert f'id="up-{rows[2].pk}"' in text
    assert f'id="up-{rows[1].pk}"' not in text


def test_what_is_no_question_of_this_agenda_opens_nothing(as_amina: Client, rows: list[Question]) -> None:
    address = reverse("agendas:agenda", args=[rows[0].agenda.meeting_id])
    text = as_amina.get(address, {"open": 10**6, "at": "x"}, headers={"HX-Request": "true"}).content.decode()
    assert 'aria-expanded="true"' not in text
    assert "data-focus" not in text


@pytest.mark.parametrize("position", ["", "first", "0", "99999999999", "\0"])
def test_refuses_a_place_that_is_none(as_amina: Client, rows: list[Question], position: str) -> None:
    for htmx in (True, False):
        status, text = act(as_amina, "move_to", rows[1], htmx=htmx, position=position)
        assert status == 422
        assert "Choose a position from the list." in text
    assert order(rows) == "WCSX"


def test_w9_removing_gives_the_focus_to_its_undo(as_amina: Client, rows: list[Question]) -> None:
    status, text = act(as_amina, "drop", rows[1])
    assert status == 200
    assert "Removed: Question 2?" in text
    focused = text[: text.index("data-focus")].rsplit('id="', 1)[1]
    assert focused.startswith("removed-")
    assert order(rows) == "WSX"


def test_w9_the_last_one_leaves_its_undo_on_the_empty_sheet(as_amina: Client, amina: User) -> None:
    (row,) = an_agenda(a_meeting(amina), "W")
    _, text = act(as_amina, "drop", row)
    assert "No questions yet" in text
    assert "data-focus" in text[text.index('id="removed-') :]


def test_removing_twice_finds_nothing(as_amina: Client, rows: list[Question]) -> None:
    assert act(as_amina, "drop", rows[0])[0] == 200
    assert act(as_amina, "drop", rows[0])[0] == 404


@pytest.mark.parametrize("name", ["move_up", "move_down", "move_to", "drop"])
def test_only_a_post_changes(as_amina: Client, rows: list[Question], name: str) -> None:
    meeting: Meeting = rows[0].agenda.meeting
    answer = as_amina.get(reverse(f"agendas:{name}", args=[meeting.pk, rows[0].pk]))
    assert answer.headers["Location"] == reverse("agendas:agenda", args=[meeting.pk])
    assert list(Question.objects.filter(agenda=rows[0].agenda).order_by("position")) == rows


def test_a_move_plans_the_agenda_once_and_reads_each_question_once(as_amina: Client, rows: list[Question]) -> None:
    calls = Counter[str]()
    planning = {plan_of.__code__: "plan", plan._read.__code__: "read"}

    def count(frame: FrameType, event: str, _of: object) -> None:
        if event == "call" and frame.f_code in planning:
            calls[planning[frame.f_code]] += 1

    sys.setprofile(count)
    try:
        act(as_amina, "move_up", rows[1])
    finally:
        sys.setprofile(None)
    assert calls == {"plan": 1, "read": len(rows)}
