"""The bank's page: filters, what is picked, and picking."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from agendas.models import Agenda
from agendas.models.agenda import MOST
from coach import bank
from contacts.models import Finding
from meetings.models import Meeting
from tests.cast import NOW, a_contact, a_meeting

NAMES = "people-04-who-else"


@pytest.fixture
def meeting(amina: User) -> Meeting:
    return a_meeting(amina, a_contact(amina, standing="academic"))


def page(client: Client, meeting: Meeting, query: str = "", status: int = 200) -> str:
    response = client.get(reverse("agendas:pick", args=[meeting.pk]) + query)
    assert response.status_code == status
    return response.content.decode()


def shown(text: str) -> list[str]:
    return re.findall(r'id="offer-([^"]+)"', text)


def test_begins_with_what_suits_the_person_and_without_sensitive_ones(as_amina: Client, meeting: Meeting) -> None:
    text = page(as_amina, meeting)
    assert '<option value="academic" selected>' in text
    assert shown(text) == [q.id for q in bank.search(suits="academic", sensitive=False, fields=())[:20]]


def test_pages_are_short_and_keep_their_filters(as_amina: Client, meeting: Meeting) -> None:
    text = page(as_amina, meeting, "?phase=C&page=2")
    assert len(shown(text)) == 20
    assert "phase=C&amp;page=3" in text
    assert len(text) < 80_000


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?words=yesterday", bank.search(words="yesterday", fields=())),
        ("?category=14&plain=on", bank.search(category=14, sensitive=False, fields=())),
        ("?phase=X", bank.search(phase="X", fields=())),
        ("?suits=recruiter&category=5", bank.search(suits="recruiter", category=5, fields=())),
        ("?goal=materials&phase=S", bank.search(goal="materials", phase="S", fields=())),
        ("?set=moving", bank.search(set="moving")),
        ("?set=health", bank.search(set="health")),
    ],
)
def test_filters(as_amina: Client, meeting: Meeting, query: str, found: tuple[bank.BankQuestion, ...]) -> None:
    assert found
    assert shown(page(as_amina, meeting, query)) == [q.id for q in found[:20]]


@pytest.mark.parametrize(("field", "role"), [("Law", ""), ("", "Public lawyer")])
def test_offers_what_belongs_to_the_persons_field(amina: User, as_amina: Client, field: str, role: str) -> None:
    meeting = a_meeting(amina, a_contact(amina, field=field, role=role))
    assert {q.field for q in map(bank.question, shown(page(as_amina, meeting, "?words=court")))} == {"law"}
    assert "No questions match" in page(as_amina, meeting, "?words=scalpel")


def test_says_when_nothing_fits(as_amina: Client, meeting: Meeting) -> None:
    assert "No questions match" in page(as_amina, meeting, "?words=zzzz")


@pytest.mark.parametrize("query", ["?category=99", "?category=x", "?phase=Q", "?suits=king", "?goal=gold", "?set=zoo"])
def test_refuses_a_filter_that_is_none(as_amina: Client, meeting: Meeting, query: str) -> None:
    assert 'class="error"' in page(as_amina, meeting, query, 422)


def test_each_says_why_and_what_is_picked_is_marked(amina: User, as_amina: Client, meeting: Meeting) -> None:
    asked = bank.question(NAMES)
    Agenda.of(meeting).pick(asked)
    text = page(as_amina, meeting, "?category=14")
    row = text[text.index(f"offer-{NAMES}") :].split("</li>")[0]
    assert asked.why in row
    assert "On your agenda" in row
    assert "<form" not in row


def test_picks_and_stays_on_the_page(as_amina: Client, meeting: Meeting) -> None:
    address = reverse("agendas:pick", args=[meeting.pk]) + "?category=14"
    response = as_amina.post(address, {"question": NAMES})
    assert response.headers["Location"] == f"{address}#offer-{NAMES}"
    assert Agenda.of(meeting).questions.get().bank_id == NAMES


def test_a_double_submit_has_one_result(as_amina: Client, meeting: Meeting) -> None:
    address = reverse("agendas:pick", args=[meeting.pk])
    for _ in range(2):
        response = as_amina.post(address, {"question": NAMES}, headers={"HX-Request": "true"})
        assert response.status_code == 200
        assert "On your agenda" in response.content.decode()
        assert "data-focus" in response.content.decode()
    assert Agenda.of(meeting).questions.count() == 1


@pytest.mark.parametrize("question", ["", "nothing-like-it", "\0", "x" * 5000])
def test_a_question_that_is_none_does_not_exist(as_amina: Client, meeting: Meeting, question: str) -> None:
    assert as_amina.post(reverse("agendas:pick", args=[meeting.pk]), {"question": question}).status_code == 404


def test_a_full_agenda_says_so_beside_the_question(amina: User, as_amina: Client, meeting: Meeting) -> None:
    for number in range(MOST):
        Agenda.of(meeting).write(
            f"{number}?",
            phase="C",
            minutes=1,
        )
    address = reverse("agendas:pick", args=[meeting.pk])
    for headers in ({"HX-Request": "true"}, {}):
        response = as_amina.post(address, {"question": NAMES}, headers=headers)
        assert response.status_code == 422
        assert "Remove a question first" in response.content.decode()


@pytest.mark.parametrize(
    ("query", "opened"), [("", False), ("?page=2", False), ("?words=week", False), ("?suits=", True)]
)
def test_the_filters_stand_above_the_list_and_what_is_rarely_asked_opens_once_set(
    as_amina: Client, meeting: Meeting, query: str, opened: bool
) -> None:
    text = page(as_amina, meeting, query)
    assert text.index('filters"') < text.index('class="rows offers"')
    assert ('<details class="more" open>' in text) is opened


def test_calls_a_goal_of_the_conversation_by_its_words(as_amina: Client, meeting: Meeting) -> None:
    assert '<option value="field">Marine conservation</option>' in page(as_amina, meeting)


def test_offers_to_ask_about_each_finding(as_amina: Client, meeting: Meeting) -> None:
    found = Finding.objects.create(contact=meeting.contact, kind="work", text="Talk on seagrass", found_at=NOW)
    assert reverse("agendas:ask_about", args=[meeting.pk, found.pk]) in page(as_amina, meeting)


def from_beside(client: Client, meeting: Meeting, act: str, words: dict[str, object], page: str = "agenda") -> str:
    """The answer to an act on the panel of the agenda's page, or on another `page`."""
    here = f"http://testserver{reverse(f'agendas:{page}', args=[meeting.pk])}?open=1"
    headers = {"HX-Request": "true", "HX-Current-URL": here}
    response = client.post(reverse(f"agendas:{act}", args=[meeting.pk]), words, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_beside_the_sheet_what_is_picked_appears_on_it_and_what_is_open_stays_open(
    as_amina: Client, meeting: Meeting
) -> None:
    row = Agenda.of(meeting).write("What next?", phase="C", minutes=3)
    text = from_beside(as_amina, meeting, "pick", {"question": NAMES, "opened": row.pk})
    offer, sheet = text.split('<div hx-swap-oob="innerHTML:#agenda">')
    assert "On your agenda" in offer
    assert bank.question(NAMES).text in sheet
    assert f'id="drop-{row.pk}"' in sheet


def test_beside_the_sheet_what_is_written_appears_on_it(as_amina: Client, meeting: Meeting) -> None:
    words = {"text": "What would you read?", "phase": "C", "minutes": "3"}
    place, sheet = from_beside(as_amina, meeting, "write", words).split('<div hx-swap-oob="innerHTML:#agenda">')
    assert "Write your own question" in place
    assert "data-focus" in place
    assert "What would you read?" in sheet


def test_on_its_own_page_there_is_no_sheet_to_draw(as_amina: Client, meeting: Meeting) -> None:
    assert "#agenda" not in from_beside(as_amina, meeting, "pick", {"question": NAMES}, "pick")


def test_the_panel_is_the_page_without_its_frame(as_amina: Client, meeting: Meeting) -> None:
    response = as_amina.get(reverse("agendas:pick", args=[meeting.pk]), headers={"HX-Request": "true"})
    text = response.content.decode()
    assert "<html" not in text
    assert 'id="found"' in text
    assert 'id="agenda-new"' in text
