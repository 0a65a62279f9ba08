"""The agenda's page: a sheet with the minutes in its margin, and buttons that need no mouse."""

import re
from datetime import datetime
from itertools import product

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from agendas.models import Agenda
from agendas.models.agenda import MOST
from contacts.models import Finding
from meetings.models import Meeting
from tests.agendas.builders import a_question, an_agenda
from tests.alike import names_of
from tests.cast import NOW, a_contact, a_goal, a_meeting


def page(client: Client, meeting: Meeting, **query: int) -> str:
    response = client.get(reverse("agendas:agenda", args=[meeting.pk]), query)
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_one_says_how_to_begin(amina: User, as_amina: Client) -> None:
    text = page(as_amina, a_meeting(amina))
    assert "No questions yet" in text
    assert "5 questions and 2 extra ones that fit your 20 minutes" in text
    assert "Create an agenda for me" in text


def test_minutes_add_up_in_words(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina)
    an_agenda(meeting, "W", "C", "c")
    text = page(as_amina, meeting)
    assert "10 of 20 minutes planned (10 left)" in text
    assert "until 0:05" in text
    assert "until 0:08" in text


def test_says_before_its_questions_that_each_can_be_opened(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina)
    assert "Open a question to edit" not in page(as_amina, meeting)
    an_agenda(meeting, "W")
    text = page(as_amina, meeting)
    assert text.index("Open a question to edit it") < text.index("Question 1?")


def test_each_act_of_the_question_that_stands_open_is_called_by_it(
    amina: User, as_amina: Client, now: datetime
) -> None:
    meeting = a_meeting(amina)
    rows = an_agenda(meeting, "W", "C", "X")
    rows[0].pin(now=now)
    names = names_of(page(as_amina, meeting, open=rows[0].pk))
    acts = ["Move up", "Move down", "Kept in this position", "Remove", "Save minutes", "Move to this position"]
    assert {f"{act}: Question 1?" for act in acts} <= set(names)


def test_a_time_makes_the_margin_a_clock(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina)
    an_agenda(meeting, "W")
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=NOW, ends_at=NOW.replace(minute=20))
    text = page(as_amina, meeting)
    assert "until 10:05" in text
    assert "from 10:18" in text


def test_says_at_its_place_where_the_order_hurts(amina: User, as_amina: Client, now: datetime) -> None:
    meeting = a_meeting(amina)
    rows = an_agenda(meeting, "W", "C", "X")
    rows[2].move_to(1)
    text = page(as_amina, meeting)
    place = text.index(f'id="question-{rows[2].pk}"'), text.index(f'id="question-{rows[0].pk}"')
    assert place[0] < text.index("This is a closing question, but more questions come after it") < place[1]


def test_says_which_goals_no_question_serves(amina: User, as_amina: Client, now: datetime) -> None:
    meeting = a_meeting(amina)
    served = meeting.goals.get()
    a_question(Agenda.of(meeting)).serve([served])
    meeting.goals.add(a_goal(amina, "Policy work", kind="role"))
    text = page(as_amina, meeting)
    assert "1 question for this goal" in text
    assert "No question for this yet" in text


def stops(html: str) -> list[str]:
    """What the Tab key stops at in `html`."""
    return re.findall(r"<(?:a|button|summary|select|textarea)\b[^>]*|<input\b(?![^>]*hidden)[^>]*", html)


@pytest.mark.parametrize("count", [1, 7, MOST])
def test_has_one_stop_a_question_and_three_of_its_own(amina: User, as_amina: Client, count: int) -> None:
    meeting = a_meeting(amina)
    for number in range(count):
        a_question(Agenda.of(meeting), f"Question {number}?")
    html = page(as_amina, meeting)
    sheet = html[html.index('id="agenda"') : html.index("<dialog")]
    folded = re.sub(r'<ul class="take-as">.*?</ul>', "", sheet, flags=re.DOTALL)
    assert len(stops(folded)) == count + 3


def test_one_row_is_opened_in_place_with_all_that_is_done_to_it(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina)
    rows = an_agenda(meeting, "W", "C", "X")
    text = page(as_amina, meeting, open=rows[1].pk)
    for act in ("up", "down", "drop", "minutes", "position"):
        assert [text.count(f'id="{act}-{row.pk}"') for row in rows] == [0, 1, 0]
    assert text.count('aria-expanded="true"') == 1
    assert len(set(re.findall(r'\bid="([^"]+)"', text))) == len(re.findall(r'\bid="([^"]+)"', text))


def test_an_end_stays_reachable(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina)
    rows = an_agenda(meeting, "W", "C", "X")
    for row, ends in zip(rows, (1, 0, 1), strict=True):
        text = page(as_amina, meeting, open=row.pk)
        opened = text[text.index('class="opened-acts"') :].split("</form>")[0]
        assert not re.search(r"\sdisabled", opened)
        assert opened.count('aria-disabled="true"') == ends


def test_htmx_gets_the_very_fragment_of_the_page(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina)
    an_agenda(meeting, "W")
    part = as_amina.get(reverse("agendas:agenda", args=[meeting.pk]), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert '<article class="paper">' in part


def test_markup_in_names_and_questions_stays_words(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina, a_contact(amina, "<b>Dr.</b> <script>x</script>"))
    a_question(Agenda.of(meeting), "What <img src=x onerror=y> {{ user.email }}?")
    for name in ("agenda", "sheet", "pick", "write"):
        text = as_amina.get(reverse(f"agendas:{name}", args=[meeting.pk])).content.decode()
        assert "<b>Dr." not in text
        assert "<img" not in text
        assert "&lt;b&gt;Dr." in text


@pytest.mark.parametrize(("name", "query"), [*product(["agenda", "sheet", "pdf", "pick"], [""]), ("agenda", "?open=")])
def test_asks_the_database_as_often_for_one_question_as_for_sixty(
    amina: User, as_amina: Client, name: str, query: str
) -> None:
    def asked(count: int) -> int:
        meeting = a_meeting(amina)
        for number in range(count):
            row = a_question(Agenda.of(meeting), f"Question {number}?")
            row.goals.set(meeting.goals.all())
            Finding.objects.create(contact=meeting.contact, kind="work", text=f"Talk {number}", found_at=NOW)
        address = reverse(f"agendas:{name}", args=[meeting.pk]) + (f"{query}{row.pk}" if query else "")
        as_amina.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert as_amina.get(address).status_code == 200
        return len(seen)

    one = asked(1)
    assert asked(MOST) == one
    assert one <= 9
