"""Every form in which somebody types has a name for its draft, and no field of it cuts what is pasted."""

from collections import Counter
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.browser.test_axe import demo_cast
from tests.forms import all_forms, forms_of
from tests.meetings.builders import held

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", ["amina", "cleo", "dara", "stranger"])
def test_every_form_has_a_draft_and_cuts_nothing(who: str, demo_centre: Path) -> None:
    cast = demo_cast()
    wrong, seen = set[str](), list[tuple[str, str]]()
    for path, form in all_forms(who, cast):
        saves_itself = "data-autosave" in form.attrs
        if (form.typed or saves_itself) and not form.draft:
            wrong.add(f"{path}: no draft of {form.attrs}")
        wrong |= {f"{path}: {one.name} is cut" for one in form.fields if "maxlength" in one.attrs}
        if form.draft:
            seen.append((path, form.draft))
    assert seen
    assert wrong == set()
    # Two of one name on a page would be given each other's words.
    assert [place for place, times in Counter(seen).items() if times > 1] == []


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
