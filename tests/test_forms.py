"""What people type and paste, in every form of the product: found by walking the rooms, not by a list."""

import importlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from allauth.core.context import request_context
from django import forms
from django.apps import apps
from django.conf import settings
from django.http import QueryDict
from django.test import RequestFactory
from django.utils.module_loading import import_string

from accounts import signing_in
from contacts.choosing import PersonSelect
from core.forms import CleanedForm
from core.text import invisible
from core.zones import ZoneField
from tests.cast import Cast

ROOT = Path(__file__).parent.parent
# Around and inside what is typed: zero width, soft hyphen, word joiner, signs of direction, a tag, a selector alone.
HIDDEN = "\u200b\u00ad\u2060\u202d\u200f\ufeff\U000e0041\ufe0f"


def form_classes() -> Iterator[type[forms.BaseForm]]:
    """Every class of a form in our rooms."""
    for room in apps.get_app_configs():
        place = Path(room.path)
        if place.parent != ROOT:
            continue
        for file in sorted(place.rglob("*.py")):
            if "migrations" in file.parts or "class " not in file.read_text("utf-8"):
                continue
            module = importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
            for kind in vars(module).values():
                if isinstance(kind, type) and issubclass(kind, forms.BaseForm) and kind.__module__ == module.__name__:
                    yield kind


FORMS = sorted(form_classes(), key=lambda kind: (kind.__module__, kind.__name__))
FIELDS = [(kind, name) for kind in FORMS for name in kind.base_fields]


def typed(field: forms.Field) -> str:
    """Something that the field takes, as it looks when it was pasted from a letter."""
    if isinstance(field, ZoneField):
        return f"{HIDDEN}Europe/Ber{HIDDEN}lin"
    samples = {
        forms.EmailField: f"{HIDDEN}an{HIDDEN}n@uni.example{HIDDEN}",
        forms.URLField: f"{HIDDEN}https://uni.example/{HIDDEN}ann",
        forms.IntegerField: f"{HIDDEN}20{HIDDEN}0",
        forms.DateField: f"2026-{HIDDEN}11-30",
        forms.TimeField: f"15:{HIDDEN}00",
    }
    return next((text for kind, text in samples.items() if isinstance(field, kind)), f"{HIDDEN}Ka{HIDDEN}te{HIDDEN}")


def kept(field: forms.Field) -> Any:
    """What a form makes of it: the value, or the sentences that refuse it."""
    form_class = type("Tried", (CleanedForm,), {"tried": field})
    form = form_class(QueryDict(mutable=True) | {"tried": typed(field)})
    return form.cleaned_data["tried"] if form.is_valid() else " ".join(form.errors["tried"])


def test_there_are_forms_to_try() -> None:
    assert len(FORMS) > 40
    assert len(FIELDS) > 100


@pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind.__name__)
def test_i5_every_form_reads_what_its_person_sees(kind: type[forms.BaseForm]) -> None:
    assert issubclass(kind, CleanedForm)


@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=lambda one: one if isinstance(one, str) else one.__name__)
def test_i5_no_field_keeps_an_invisible_letter(kind: type[forms.BaseForm], name: str) -> None:
    field = kind.base_fields[name]
    if isinstance(field, forms.FileField | forms.ModelChoiceField) or isinstance(field.widget, forms.PasswordInput):
        return
    assert [letter for letter in str(kept(field)) if invisible(letter)] == []


def test_i6_no_browser_refuses_an_address_before_a_form_reads_it() -> None:
    addresses = [kind.base_fields[name] for kind, name in FIELDS]
    addresses = [field for field in addresses if isinstance(field, forms.EmailField | forms.URLField)]
    assert len(addresses) > 5
    for field in addresses:
        drawn = str(type("Tried", (CleanedForm,), {"tried": field})()["tried"])
        assert 'type="text"' in drawn
        assert 'inputmode="email"' in drawn or 'inputmode="url"' in drawn


OF_ALLAUTH = {
    signing_in.LoginForm: {},
    signing_in.SignupForm: {},
    signing_in.AddEmailForm: {"user": None},
    signing_in.ResetPasswordForm: {},
}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", OF_ALLAUTH, ids=lambda kind: kind.__name__)
def test_i6_an_address_of_the_sign_in_pages_is_cleaned_before_it_is_one(kind: Any, cast: Cast) -> None:
    values = dict(OF_ALLAUTH[kind])
    if "user" in values:
        values["user"] = cast.amina
    names = [name for name, field in kind(**values).fields.items() if not isinstance(field.widget, forms.PasswordInput)]
    form = kind(data=dict.fromkeys(names, f"{HIDDEN}ann{HIDDEN}@uni.example"), **values)
    with request_context(RequestFactory().post("/")):
        form.is_valid()
    for name in names:
        assert not any(map(invisible, str(form[name].value())))
        assert not any(map(invisible, str(form.cleaned_data.get(name, ""))))


def test_every_form_of_allauth_in_use_is_one_of_ours() -> None:
    for place in settings.ACCOUNT_FORMS.values():
        assert issubclass(import_string(place), CleanedForm)


def test_passwords_are_taken_as_they_come() -> None:
    form_class = type("Tried", (CleanedForm,), {"password": forms.CharField(widget=forms.PasswordInput, strip=False)})
    form = form_class({"password": "a\u00a0b\u200bc "})
    assert form.is_valid()
    assert form.cleaned_data["password"] == "a\u00a0b\u200bc "


def test_w7_a_limit_says_by_how_much_and_keeps_every_letter() -> None:
    form_class = type("Tried", (CleanedForm,), {"link": forms.URLField(max_length=300, assume_scheme="https")})
    address = f"https://uni.example/{'a' * 375}"
    form = form_class({"link": address})
    assert not form.is_valid()
    assert form.errors["link"] == ["Use at most 300 characters. This has 395, which is 95 too many. Nothing was cut."]
    assert address in str(form["link"])


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=lambda one: one if isinstance(one, str) else one.__name__)
def test_g2_what_is_far_too_long_is_measured_and_not_read(kind: type[forms.BaseForm], name: str) -> None:
    """As much as a body may hold, of what costs most to read."""
    field = kind.base_fields[name]
    # Whom a PersonSelect offers is told to the whole form only (tests/contacts/test_choose.py).
    if isinstance(field, forms.FileField | forms.ModelChoiceField) or isinstance(field.widget, PersonSelect):
        return
    form_class = type("Tried", (CleanedForm,), {"tried": field})
    for piece in ("👩\u200d", "\u200b", "ﷺ", "a,", "• ", "e\u0301\u0323"):
        form = form_class(QueryDict(mutable=True) | {"tried": piece * 200_000})
        begun = time.process_time()
        form.is_valid()
        assert time.process_time() - begun < 1, piece
