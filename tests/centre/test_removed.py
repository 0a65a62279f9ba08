"""What was taken away can be put back for a day, and is nowhere else meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db.models import CASCADE, ManyToOneRel, Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Pitch, Resume, User
from agendas.models import Agenda, Question
from centre.models import Removed
from centre.models.removed import MOST_OFFERED
from contacts.models import Contact, Finding
from meetings.models import Meeting
from notes.models import NamedPerson, Note
from tests.accounts.builders import a_pitch, a_resume
from tests.agendas.builders import an_agenda
from tests.cast import NOW, a_contact, a_meeting
from tests.contacts.builders import a_finding
from tests.notes.builders import somebody_named

pytestmark = pytest.mark.django_db


def a_question(owner: User) -> Question:
    meeting = a_meeting(owner)
    row = an_agenda(meeting, "W", "C", "X")[1]
    row.serve(meeting.goals.all())
    row.pin(now=NOW)
    Note.write(meeting, row, now=NOW, seen=None, words="She began on a trawler.")
    return row


def a_fact(owner: User) -> Finding:
    meeting = a_meeting(owner)
    found = a_finding(meeting.contact)
    Agenda.of(meeting).ask_about(found, "How did the survey begin?")
    return found


def a_name(owner: User) -> NamedPerson:
    return somebody_named(a_meeting(owner))


def a_version(owner: User) -> Pitch:
    pitch = a_pitch(owner)
    a_meeting(owner).choose_pitch(pitch)
    return pitch


@dataclass(frozen=True)
class Kind:
    """One kind of row that can be taken away: how it comes about, where that is done, and where it is seen."""

    make: Callable[[User], Any]
    remove: str
    restore: str
    page: Callable[[Any], str]
    place: Callable[[Any], list[int]]


def of_meeting(row: Any) -> list[int]:
    return [row.meeting_id]


KINDS = {
    "question": Kind(
        a_question,
        "agendas:drop",
        "agendas:restore",
        lambda row: reverse("agendas:agenda", args=[row.agenda.meeting_id]),
        lambda row: [row.agenda.meeting_id],
    ),
    "finding": Kind(
        a_fact,
        "contacts:drop_finding",
        "contacts:restore_finding",
        lambda row: reverse("contacts:research", args=[row.contact_id]),
        lambda row: [row.contact_id],
    ),
    "named person": Kind(
        a_name,
        "notes:remove",
        "notes:restore",
        lambda row: reverse("notes:debrief", args=[row.meeting_id]),
        of_meeting,
    ),
    "pitch": Kind(
        a_version,
        "accounts:drop_pitch",
        "accounts:restore_pitch",
        lambda row: reverse("accounts:pitches"),
        lambda row: [],
    ),
    "résumé": Kind(
        a_resume,
        "accounts:drop_resume",
        "accounts:restore_resume",
        lambda row: reverse("accounts:resumes"),
        lambda row: [],
    ),
}
TABLES: tuple[type[Model], ...] = (Question, Finding, NamedPerson, Pitch, Resume, Note, Meeting, Contact)


def everything() -> dict[str, Any]:
    """Every row that one of them could take along, and which goals the questions serve."""
    found: dict[str, Any] = {model.__name__: list(model._base_manager.order_by("pk").values()) for model in TABLES}
    return {**found, "goals": list(Question.goals.through._base_manager.values_list("question", "goal"))}


def remove(client: Client, kind: Kind, row: Any, **headers: str) -> Any:
    inside = [row.agenda.meeting_id, row.pk] if isinstance(row, Question) else [row.pk]
    return client.post(reverse(kind.remove, args=inside), headers=headers)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("script", [False, True])
def test_w9_undo_stands_in_its_place_and_gives_everything_back(
    as_amina: Client, amina: User, name: str, script: bool
) -> None:
    kind = KINDS[name]
    row = kind.make(amina)
    before, words, page, place = everything(), str(row), kind.page(row), kind.place(row)
    answer = remove(as_amina, kind, row, **({"HX-Request": "true"} if script else {}))
    assert not type(row).objects.filter(pk=row.pk).exists()
    removed = Removed.objects.get()
    back = reverse(kind.restore, args=[*place, removed.pk])
    shown = as_amina.get(page).content.decode()
    assert f"Removed: {words}" in shown
    assert f'action="{back}"' in shown
    if script and answer.status_code == 200 and not answer.headers.get("HX-Redirect"):
        assert f'action="{back}"' in answer.content.decode()
    as_amina.post(back)
    assert everything() == before
    assert f'action="{back}"' not in as_amina.get(page).content.decode()


@pytest.mark.parametrize("name", KINDS)
def test_undone_twice_it_says_so(as_amina: Client, amina: User, name: str) -> None:
    kind = KINDS[name]
    row = kind.make(amina)
    place = kind.place(row)
    remove(as_amina, kind, row)
    back = reverse(kind.restore, args=[*place, Removed.objects.get().pk])
    pages = [as_amina.post(back, follow=True).content.decode() for _ in range(2)]
    assert "more than a day ago" in pages[1]
    assert type(row).objects.count() == (3 if name == "question" else 1)


@pytest.mark.parametrize("name", KINDS)
def test_nobody_else_puts_it_back(as_amina: Client, as_bo: Client, amina: User, name: str) -> None:
    kind = KINDS[name]
    row = kind.make(amina)
    place = kind.place(row)
    remove(as_amina, kind, row)
    as_bo.post(reverse(kind.restore, args=[*place, Removed.objects.get().pk]))
    assert Removed.objects.count() == 1


@pytest.mark.parametrize("name", KINDS)
def test_after_a_day_it_is_gone(amina: User, name: str) -> None:
    row = KINDS[name].make(amina)
    removed = (row.remove if name == "named person" else row.drop)(now=NOW)
    Removed.sweep(now=NOW + timedelta(hours=23))
    assert Removed.objects.lately(NOW + timedelta(hours=23)) == [removed]
    assert Removed.objects.lately(NOW + timedelta(hours=24)) == []
    Removed.sweep(now=NOW + timedelta(hours=24))
    assert not Removed.objects.exists()


@pytest.mark.parametrize("name", ["question", "finding", "named person"])
def test_who_is_forgotten_is_forgotten_here_too(amina: User, name: str) -> None:
    row = KINDS[name].make(amina)
    (row.remove if name == "named person" else row.drop)(now=NOW)
    other = a_finding(a_contact(amina, "Ada Mensah", email="ada@example.org")).drop(now=NOW)
    Contact.objects.get(pk=a_talk_of(row)).forget(now=NOW)
    assert list(Removed.objects.all()) == [other]


def a_talk_of(row: Any) -> int:
    """The person with whom all this is about."""
    return int(Contact.objects.exclude(name="Ada Mensah").get().pk)


def test_a_person_takes_what_was_removed_of_them_along(amina: User) -> None:
    contact = a_contact(amina)
    a_finding(contact).drop(now=NOW)
    contact.delete()
    assert not Removed.objects.exists()


def test_only_what_a_page_offers_is_kept(amina: User) -> None:
    for number in range(MOST_OFFERED + 3):
        a_pitch(amina, name=f"Version {number}").drop(now=NOW + timedelta(seconds=number))
    kept = [one.words for one in Removed.objects.lately(NOW)]
    assert kept == [f"Version {number}" for number in (7, 6, 5, 4, 3)]


def test_a_question_comes_back_to_its_place_among_what_stands_now(amina: User) -> None:
    rows = an_agenda(a_meeting(amina), "W", "C", "S", "X")
    removed = rows[1].drop(now=NOW)
    rows[3].move_up()
    agenda = Agenda.of(rows[0].agenda.meeting)
    agenda.restore(removed)
    standing = list(agenda.questions.in_order())
    assert [row.phase for row in standing] == ["W", "C", "X", "S"]
    assert [row.position for row in standing] == [1, 2, 3, 4]


def test_what_it_served_may_be_gone_meanwhile(amina: User) -> None:
    meeting = a_meeting(amina)
    found = a_finding(meeting.contact)
    row = Agenda.of(meeting).ask_about(found, "How did the survey begin?")
    removed = row.drop(now=NOW)
    found.drop(now=NOW)
    Agenda.of(meeting).restore(removed)
    assert Question.objects.get().finding is None


def test_a_question_of_the_bank_that_was_picked_again_stays_one(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    pick = reverse("agendas:pick", args=[meeting.pk])
    as_amina.post(pick, {"question": "people-04-who-else"})
    removed = Question.objects.get().drop(now=timezone.now())
    as_amina.post(pick, {"question": "people-04-who-else"})
    page = as_amina.post(reverse("agendas:restore", args=[meeting.pk, removed.pk]), follow=True).content.decode()
    assert "already on your agenda" in page
    assert Question.objects.count() == 1


def test_nothing_that_is_taken_away_takes_other_rows_along() -> None:
    """A row that hangs on one of these would be lost: then `Removed.take` has to learn of it first."""
    along = [
        f"{relation.related_model.__name__}.{relation.field.name}"
        for model in (Question, Finding, NamedPerson, Pitch, Resume)
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, ManyToOneRel) and relation.on_delete is CASCADE
        if not relation.related_model._meta.auto_created
    ]
    assert along == []
    assert apps.get_model("centre.removed") is Removed
