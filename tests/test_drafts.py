"""Every form in which somebody types has a name for its draft, and no field of it cuts what is pasted."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import override_settings

from tests.browser.test_axe import demo_cast
from tests.forms import all_forms

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", ["amina", "bo", "cleo", "dara", "stranger"])
def test_every_form_has_a_draft_and_cuts_nothing(who: str) -> None:
    with override_settings(DEMO=True):
        call_command("demo", stdout=StringIO())
    cast = demo_cast()
    wrong, seen = set[str](), 0
    for path, form in all_forms(who, cast):
        saves_itself = "data-autosave" in form.attrs
        if (form.typed or saves_itself) and not form.draft:
            wrong.add(f"{path}: no draft of {form.attrs}")
        wrong |= {f"{path}: {one.name} is cut" for one in form.fields if "maxlength" in one.attrs}
        seen += bool(form.draft)
    assert seen
    assert wrong == set()
