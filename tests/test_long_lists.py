"""What students and strangers can lengthen is shown by pages, or ends at a number that its verb knows.

A page that is not bounded is named by the test: more rows of one kind stand on it than anybody reads.
"""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from accounts.models import Pitch, User
from agendas.models import Agenda
from contacts.models import Finding, Touch
from meetings.models import Meeting
from notes.models import NamedPerson
from tests.cast import a_contact, a_goal, a_meeting, assemble
from tests.followups.builders import a_promise
from tests.notes.builders import a_note, somebody_named
from tests.test_walls import placed

pytestmark = pytest.mark.django_db

# So many rows are made of each kind, and so many at most may stand on one page.
MADE, READ = 130, 60


def copies(row: Any, **columns: Callable[[int], Any]) -> None:
    """`row` again and again, different only in `columns`."""
    model = type(row)
    names = [field.attname for field in model._meta.concrete_fields if not field.primary_key and not field.generated]
    known = {name: getattr(row, name) for name in names}
    made = (model(**known) if not columns else model(**(known | _with(columns, n))) for n in range(MADE))
    model._base_manager.bulk_create(list(made))


def _with(columns: dict[str, Callable[[int], Any]], number: int) -> dict[str, Any]:
    return {name: value(number) for name, value in columns.items()}


def row(kind: str) -> Callable[[int], str]:
    return lambda number: f"Row of {kind} {number}."


def until(full: type[Exception], add: Callable[[str], Any], kind: str) -> None:
    """Add by the real verb until it says that there are enough."""
    for number in range(MADE):
        try:
            add(row(kind)(number))
        except full:
            return
    pytest.fail(f"There is no end to the {kind}s.")


@pytest.fixture(scope="module")
def crowd(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Meeting]:
    """The crowded conversation, made once for all tests of this file and rolled back behind them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield crowded_talk(assemble().amina)
        transaction.set_rollback(True)


@pytest.fixture
def crowded(crowd: Meeting) -> Meeting:
    return Meeting.objects.get(pk=crowd.pk)


@pytest.fixture
def as_amina(crowded: Meeting) -> Client:
    client = Client()
    client.force_login(crowded.owner)
    return client


def crowded_talk(amina: User) -> Meeting:
    """One conversation of Amina's that took place, and far too much of everything around it."""
    now = timezone.now()
    meeting = a_meeting(amina, now=now)
    began = now - timedelta(hours=2)
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=began, ends_at=began + timedelta(hours=1), held_at=now)
    meeting = Meeting.objects.get(pk=meeting.pk)
    contact, agenda = meeting.contact, Agenda.of(meeting)
    until(Finding.Full, lambda text: Finding.find(contact, now=now, kind="project", text=text), "finding")
    until(NamedPerson.Full, lambda name: somebody_named(meeting, name, now=now), "name")
    until(Agenda.Full, lambda text: agenda.write(text, phase="C", minutes=3, spare=False), "question")
    for question in agenda.questions.in_order():
        a_note(meeting, question, question.text.replace("question", "note"), now=now)
    copies(Pitch.begin(by=amina, name="Short", shape="points", text="One"), name=row("pitch"))
    copies(a_promise(amina, meeting=meeting, now=now), text=row("promise"))
    copies(a_goal(amina, now=now), subject=row("goal"))
    copies(a_contact(amina, "Kofi Mensah", email="", now=now), name=row("person"))
    Touch.log(contact, Touch.Kind.NOTE, at=now, words="Met.")
    copies(Touch.objects.latest("pk"), words=row("touch"))
    return meeting


def rows_on(page: str) -> dict[str, int]:
    """How many different rows of each kind stand on `page`."""
    found = set(re.findall(r"Row of (\w+) (\d+)", page))
    return {kind: sum(one == kind for one, _ in found) for kind in {kind for kind, _ in found}}


def walk(client: Client, *numbers: int) -> dict[str, dict[str, int]]:
    """What stands on every page that opens for `client`, without arguments or with one of `numbers`."""
    seen = {}
    # What asks after the database's health ends the transaction that a test is.
    for name in placed().keys() - {"core:readyz", "readyz"}:
        for args in ([], *([number] for number in numbers)):
            try:
                path = reverse(name, args=args)
            except NoReverseMatch:
                continue
            answer = client.get(path)
            if answer.status_code == 200 and not answer.streaming:
                seen[path] = rows_on(answer.content.decode(errors="replace"))
    return seen


@pytest.mark.slow
def test_g7_no_page_shows_more_than_anybody_reads(crowded: Meeting, as_amina: Client) -> None:
    seen = walk(as_amina, crowded.pk, crowded.contact_id)
    assert len(seen) > 30
    kinds = {kind for rows in seen.values() for kind in rows}
    assert kinds == {"finding", "name", "question", "note", "pitch", "promise", "goal", "person", "touch"}
    assert {path: rows for path, rows in seen.items() if max(rows.values(), default=0) > READ} == {}


@pytest.mark.parametrize("name", ["accounts:pitches", "meetings:pitch", "followups:promises"])
def test_g7_the_others_stand_on_the_pages_behind(crowded: Meeting, as_amina: Client, name: str) -> None:
    path = reverse(name, args=[] if name.startswith("accounts") else [crowded.pk])
    found: set[str] = set()
    for number in range(1, 7):
        page = as_amina.get(path, {"page": number}).content.decode()
        found |= set(re.findall(r"Row of (?:pitch|promise) \d+", page))
    assert len(found) == MADE


def test_g7_the_chosen_introduction_stands_on_every_page(crowded: Meeting, as_amina: Client) -> None:
    chosen = Pitch.objects.in_order().last()
    crowded.choose_pitch(chosen)
    for number in (1, 3, 6):
        page = as_amina.get(reverse("meetings:pitch", args=[crowded.pk]), {"page": number}).content.decode()
        assert page.count(f'value="{chosen.pk}" checked') == 1


def test_g7_a_name_too_many_is_refused_with_a_sentence(crowded: Meeting, as_amina: Client) -> None:
    answer = as_amina.post(reverse("notes:name", args=[crowded.pk]), {"name": "Esi Owusu"})
    assert answer.status_code == 422
    assert "You can save up to 30 names here" in answer.content.decode()
    assert 'value="Esi Owusu"' in answer.content.decode()
    kept = NamedPerson.hear(crowded, now=timezone.now(), name="Yaw Boateng", about="", may_use_name=True)
    assert kept.name == "Yaw Boateng"
