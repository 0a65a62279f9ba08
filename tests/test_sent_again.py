"""A page that the browser kept, sent again: the same words make one row, other words another."""

import inspect
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from accounts.models import Invitation, Pitch, Resume
from agendas.models import CentreQuestion, CentreSet, Question
from centre.models import Term
from contacts.models import Contact, Finding, Touch
from followups.models import Promise
from goals.models import Experiment, Goal
from meetings.models import Meeting
from notes.models import NamedPerson
from tests.accounts.builders import a_pdf
from tests.cast import Cast, a_contact, a_goal
from tests.test_walls import placed

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Making:
    """What a form makes, which of its fields is typed anew, with which words, and what else it needs."""

    model: type[Model]
    typed: str
    words: tuple[Any, Any]
    more: dict[str, Any] = field(default_factory=dict)
    args: Callable[[Cast], Any] | None = None


def a_file(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, a_pdf(), "application/pdf")


MAKING = {
    "accounts:begin_pitch": Making(Pitch, "name", ("Short", "Long"), {"shape": "paragraph", "text": "I study fish."}),
    "accounts:invite": Making(Invitation, "emails", ("ann@example.edu", "bo2@example.edu"), {"role": "student"}),
    "accounts:keep_resume": Making(Resume, "file", (a_file("cv.pdf"), a_file("newer.pdf"))),
    "agendas:ask_about": Making(Question, "text", ("How did it begin?", "Why seagrass?"), {"minutes": "3"}),
    "agendas:write": Making(Question, "text", ("What led you here?", "What next?"), {"phase": "C", "minutes": "2"}),
    "bank:add": Making(
        CentreQuestion, "text", ("What led you here?", "What next?"), {"category": "1", "phase": "W", "minutes": "2"}
    ),
    "bank:make_set": Making(CentreSet, "title", ("Before a placement", "After it"), {"about": "Second year"}),
    "centre:add_dates": Making(
        Term, "name", ("Autumn", "Winter"), {"starts_on": "2026-09-01", "ends_on": "2026-12-20"}, lambda cast: ["terms"]
    ),
    "contacts:add": Making(Contact, "name", ("Ada Mensah", "Kofi Boateng"), {"known": "event", "warmth": "C"}),
    "contacts:find": Making(Finding, "text", ("Led the survey", "Wrote the report"), {"kind": "project"}),
    "contacts:note": Making(Touch, "sentence", ("Met at the pier", "Rang"), {"kind": "note", "on": "2026-11-02"}),
    "followups:promises": Making(Promise, "text", ("Send the paper", "Send the map"), {"whose": "mine"}),
    "goals:plan_experiment": Making(
        Experiment,
        "text",
        ("walk the shore", "count the birds"),
        {"try_on": "2076-12-12"},
        lambda cast: [a_goal(cast.amina).pk],
    ),
    "goals:aim": Making(Goal, "subject", ("Seagrass", "Kelp"), {"kind": "field", "wants": "What a week is like."}),
    "meetings:begin": Making(Meeting, "minutes", ("15", "30")),
    "meetings:look": Making(Finding, "work", ("Led the survey", "Wrote the report")),
    "meetings:pitch": Making(Pitch, "name", ("Short", "Long"), {"shape": "paragraph", "text": "I study fish."}),
    "notes:add": Making(Question, "text", ("And then?", "Who else?")),
    "notes:name": Making(NamedPerson, "name", ("Ada Mensah", "Kofi Boateng")),
}
# Sent twice they do once what was to be done; there are no words to type anew.
ACTS = {"contacts:delete", "goals:let_go", "goals:reach", "goals:reopen"}


def wrapped_in_once(resolver: URLResolver | None = None, inside: str = "") -> Iterator[str]:
    """The name of every address whose view is wrapped in `once`."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from wrapped_in_once(entry, f"{inside}{entry.namespace}:" if entry.namespace else inside)
        elif isinstance(entry, URLPattern):
            view: Any = entry.callback
            while view is not None:
                if inspect.unwrap(view, stop=lambda one: True).__code__.co_filename.endswith("core/once.py"):
                    yield f"{inside}{entry.name}"
                view = getattr(view, "__wrapped__", None)


def test_w8_every_form_that_makes_something_is_tried() -> None:
    assert sorted(set(wrapped_in_once()) ^ (set(MAKING) | ACTS)) == []


@pytest.mark.parametrize("name", sorted(MAKING))
def test_w8_other_words_are_made_and_the_same_words_once(name: str, cast: Cast) -> None:
    making, wall = MAKING[name], placed()[name]
    path = reverse(name, args=(making.args or wall.make)(cast))
    client = Client()
    client.force_login(cast.amina if "amina" in wall.may else cast.dara)
    more = {**making.more, "once": str(uuid.uuid4())}
    if name == "meetings:begin":
        more["contact"] = str(a_contact(cast.amina).pk)
    before = making.model._default_manager.count()
    for number in (0, 1, 0, 1):
        words = making.words[number]
        if hasattr(words, "seek"):
            words.seek(0)
        answer = client.post(path, {**more, making.typed: words})
        assert answer.status_code in {200, 302}, answer.content.decode()
    assert making.model._default_manager.count() == before + 2


# No browser keeps a file on the way back, and what happened may happen twice in a day.
MADE_ANEW = {"accounts:keep_resume", "contacts:note"}


@pytest.mark.parametrize("name", sorted(MAKING.keys() - MADE_ANEW))
def test_going_back_and_saving_once_more_makes_nothing_new(name: str, cast: Cast) -> None:
    """No page of a member is stored: on the way back the form comes anew, with another token and the words in it."""
    making, wall = MAKING[name], placed()[name]
    path = reverse(name, args=(making.args or wall.make)(cast))
    client = Client()
    client.force_login(cast.amina if "amina" in wall.may else cast.dara)
    more = dict(making.more)
    if name == "meetings:begin":
        more["contact"] = str(a_contact(cast.amina).pk)
    before = making.model._default_manager.count()
    for _time in range(2):
        answer = client.post(path, {**more, making.typed: making.words[0], "once": str(uuid.uuid4())})
    assert making.model._default_manager.count() == before + 1
    assert answer.status_code in {200, 302, 422}
