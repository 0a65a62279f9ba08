"""Every form in which somebody types has a name for its draft, cuts nothing, and outlives its session."""

import json
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from accounts.models import User
from core import unsent
from core.http import MEMBER
from tests.browser.test_axe import demo_cast, visitor
from tests.core.test_unsent import OURS, form_of
from tests.forms import Form, all_forms, forms_of
from tests.meetings.builders import held
from tests.sampling import one_in

pytestmark = pytest.mark.django_db
Walk = Callable[[str], list[tuple[str, Form]]]


@pytest.fixture(scope="module", params=[1, pytest.param(2, marks=pytest.mark.slow)])
def walked(demo_centre: Path, request: pytest.FixtureRequest) -> Walk:
    """Gives every form that somebody of the demo centre meets, with its page; each walks once."""
    return cache(lambda who: list(all_forms(who, demo_cast(), of_a_kind=request.param)))


def chosen(path: str, form: Form) -> unsent.Unsent:
    """What a sending of `form` holds that nobody typed, which is nobody's words."""
    fields = [(one.name, one.value) for one in form.fields if not one.is_typed and one.name != "csrfmiddlewaretoken"]
    return unsent.Unsent(path, tuple(fields))


@pytest.mark.parametrize("who", one_in(4, ["amina", "cleo", "dara", "stranger"]))
def test_every_form_has_a_draft_and_cuts_nothing(who: str, walked: Walk) -> None:
    wrong, seen = set[str](), list[tuple[str, str]]()
    for path, form in walked(who):
        saves_itself = "data-autosave" in form.attrs
        if (form.typed or saves_itself) and not form.draft:
            wrong.add(f"{path}: no draft of {form.attrs}")
        wrong |= {f"{path}: {one.name} is cut" for one in form.fields if "maxlength" in one.attrs}
        if form.draft:
            seen.append((path, form.draft))
    assert seen
    assert wrong == set()
    assert {(path, word) for path, form in walked(who) for word in chosen(path, form).words if "@" not in word} == set()
    # Two of one name on a page would be given each other's words.
    assert [place for place, times in Counter(seen).items() if times > 1] == []


@pytest.mark.parametrize("who", ["amina", "dara"])
def test_w5_every_form_outlives_its_session(who: str, walked: Walk) -> None:
    """Script off: whatever is typed into any form is held by the page that the lapsed session meets."""
    kinds: dict[str, tuple[str, Form]] = {}
    for path, form in walked(who):
        if form.typed and form.draft and Client().get(path).status_code == 302:
            kinds.setdefault(form.draft.split(":")[0], (path, form))
    lost = []
    for kind, (path, form) in kinds.items():
        typed = form.filled("first second")
        answer = Client().post(form.attrs.get("action") or path, typed, headers=OURS)
        assert answer.status_code == 401, kind
        carried = next(one.value for one in form_of(answer).fields if one.name == unsent.FIELD)  # type: ignore[arg-type]
        fields = [(name, value) for name, value in json.loads(carried)["fields"]]
        secret = {one.name for one in form.fields if one.kind == "password"} | {"csrfmiddlewaretoken", MEMBER}
        expected = [(name, value) for name, values in typed.items() if name not in secret for value in values]
        # Whose they are goes along: nobody else sends them.
        if fields != expected or [json.loads(carried)["member"]] != typed[MEMBER]:
            lost.append(kind)
    assert len(kinds) > 5
    assert lost == []


@pytest.mark.slow
@pytest.mark.parametrize("who", one_in(4, ["amina", "cleo", "dara", "stranger"]))
def test_a_sign_that_no_column_holds_breaks_no_form(who: str, walked: Walk) -> None:
    """NUL in every field, hidden ones too: refused with the words, or read without."""
    for path, form in walked(who):
        with transaction.atomic():
            sent = dict.fromkeys((one.name for one in form.fields if one.name), "a\0b")
            answer = visitor(who, demo_cast()).post(form.attrs.get("action") or path, sent)
            assert answer.status_code < 500, path
            transaction.set_rollback(True)


def test_w6_a_draft_keeps_its_name_when_the_first_save_makes_its_row(as_amina: Client, amina: User) -> None:
    address = reverse("notes:debrief", args=[held(amina).pk])

    def name() -> str:
        return next(form.draft for form in forms_of(as_amina.get(address).content.decode()) if form.draft)

    before = name()
    assert as_amina.post(address, {"learned_one": "Ask early."}).status_code == 302
    assert name() == before


def test_w6_parts_of_one_row_have_drafts_of_their_own(as_dara: Client) -> None:
    names = [
        form.draft
        for section in ("asking", "waiting")
        for form in forms_of(as_dara.get(reverse("centre:policies", args=[section])).content.decode())
        if form.draft
    ]
    assert len(set(names)) == len(names) > 1
