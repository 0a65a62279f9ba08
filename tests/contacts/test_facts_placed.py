"""P1: a new column of a person is placed in every list that is kept by hand: what they may read, those who are left
alone, twins, search, the take-out, and what is erased. A column that nobody placed fails, as in walls.py an address.
"""

from typing import NamedTuple

import pytest
from django.db import models
from django.test import Client

from accounts.models import User
from contacts.models import Contact, Quiet
from contacts.models.contact import SEARCHED
from contacts.models.identity import REACHED_BY, READ_BY
from core import times
from meetings import answers
from tests.cast import NOW, a_contact


class Place(NamedTuple):
    """Where a column belongs: read by the person, asked by the list of those left alone, telling twins, searched, taken
    out by the student, and what is left of it once the person is forgotten."""

    kept: bool = False
    quiet: bool = False
    twins: bool = False
    search: bool = False
    export: bool = True
    stays: bool = False


FACT = Place(kept=True)
REACH = Place(kept=True, quiet=True, twins=True)
OPINION = Place()
WORKED_OUT = Place(export=False)
PLACED = {
    "name": Place(kept=True, twins=True, search=True, stays=True),
    "form_of_address": Place(kept=True, search=True),
    "role": Place(kept=True, search=True),
    "organisation": Place(kept=True, search=True),
    "field": Place(kept=True, search=True),
    "graduated_in": FACT,
    "email": REACH,
    "phone": REACH,
    "profile_link": REACH,
    "time_zone": FACT,
    "address_source": FACT,
    "standing": FACT,
    "known": Place(kept=True, stays=True),
    "known_words": FACT,
    "why_them": FACT,
    "preferred_channel": FACT,
    "warmth": Place(kept=True, stays=True),
    "tags": Place(kept=True, search=True),
    # Who else is concerned, and what the student alone notes for themselves: no fact that the person is shown.
    "referred_by": OPINION,
    "referrer_unnamed": OPINION,
    "interest": OPINION,
    # Who keeps the row, and since when.
    "id": Place(stays=True, export=False),
    "owner": Place(stays=True, export=False),
    "added_at": Place(stays=True),
    "asked_at": Place(stays=True),
    "revision": Place(stays=True, export=False),
    "edit_session": WORKED_OUT,
    # What follows from others, written again with them.
    "sort_name": Place(stays=True, export=False),
    "search_words": Place(stays=True, export=False),
    "keys": WORKED_OUT,
    "last_touch": WORKED_OUT,
    "last_touch_at": Place(stays=True, export=False),
    "next_act": WORKED_OUT,
    "next_act_at": WORKED_OUT,
}
# The channel that each way to reach somebody opens, so that they can be written to or called.
OPENS = {"email": "email", "phone": "phone", "profile_link": "linkedin"}
WORDS = {"email": "efua@example.org", "profile_link": "https://linkedin.com/in/efua", "phone": "+233 30 2123456"} | {
    "time_zone": "Africa/Accra",
    "preferred_channel": "email",
    "warmth": "A",
    "standing": "senior",
    "known": "party",
}


def where(use: str) -> set[str]:
    """The columns that are placed in the list `use`."""
    return {name for name, place in PLACED.items() if getattr(place, use)}


def filled(owner: User) -> Contact:
    """Somebody of whom everything is known."""
    words = {
        name: WORDS.get(name, f"the {name}")
        for name in PLACED
        if isinstance(_field(name), models.CharField | models.TextField)
    }
    words |= {
        "graduated_in": 2019,
        "tags": ["the tag"],
        "referrer_unnamed": True,
        "referred_by": a_contact(owner, "Ada Byron", email=""),
    }
    for name in ("sort_name", "search_words", "edit_session"):
        words.pop(name, None)
    return a_contact(owner, **{**words, "last_touch_at": NOW, "next_act_at": NOW, "asked_at": NOW})


def _field(name: str) -> "models.Field[object, object]":
    return Contact._meta.get_field(name)  # type: ignore[return-value]


def test_every_column_is_placed() -> None:
    assert {field.name for field in Contact._meta.concrete_fields} == set(PLACED)


def in_words(contact: Contact, name: str) -> str:
    """The column `name` as the page of what is kept says it."""
    if name in {"known", "known_words"}:
        return f"{contact.get_known_display()}: {contact.known_words}"
    if name == "time_zone":
        return times.city(contact.time_zone)
    if name == "tags":
        return ", ".join(contact.tags)
    display = getattr(contact, f"get_{name}_display", None)
    return str(display() if display else getattr(contact, name))


def test_every_fact_stands_on_the_page_of_what_is_kept(amina: User) -> None:
    contact = filled(amina)
    shown = [words for _label, words in answers.kept(contact)]
    assert sorted(shown) == sorted({in_words(contact, name) for name in where("kept")})


def test_whatever_says_something_of_them_is_gone_once_they_are_forgotten(amina: User) -> None:
    contact = filled(amina)
    blank = {name for name in PLACED if not getattr(contact, name)}
    assert blank <= {"edit_session", "revision"}
    contact.forget(now=NOW)
    kept = Contact.objects.get(pk=contact.pk)
    assert {name for name in PLACED if getattr(kept, name)} == where("stays")
    left = [kept.name, kept.sort_name, kept.search_words, kept.known, kept.warmth]
    assert not [words for words in left for given in WORDS.values() if given in words]
    assert "the name" not in str(left)


def test_what_tells_twins_does_and_nothing_else(amina: User) -> None:
    known = filled(amina)
    for name in where("kept") | where("twins"):
        words = {"name": "Kofi Mensah", name: getattr(known, name)}
        asked = {key: value for key, value in words.items() if key in {"name", *READ_BY}}
        twins = Contact.objects.visible_to(amina).like(**asked)
        assert list(twins) == ([known] if PLACED[name].twins else []), name


def test_a_twin_is_named_before_they_are_added(amina: User) -> None:
    known = filled(amina)
    for name in where("twins"):
        with pytest.raises(Contact.Duplicate) as refused:
            Contact.add(by=amina, now=NOW, **{"name": "Kofi Mensah", name: getattr(known, name)})
        assert refused.value.people == [known], name


def test_every_way_to_reach_them_opens_a_channel(amina: User) -> None:
    assert set(OPENS) == where("quiet") == set(REACHED_BY)
    known = filled(amina)
    for name in where("kept"):
        person = Contact(owner=amina, **{name: getattr(known, name)})
        assert person.channels == ([OPENS[name]] if name in OPENS else []), name
    # Face to face needs no address: it is what the student says of them.
    assert {*OPENS.values(), Contact.Channel.IN_PERSON.value} == set(Contact.Channel.values)


def test_a_page_elsewhere_is_no_way_by_linkedin(amina: User) -> None:
    assert Contact(owner=amina, profile_link="https://linkedin.com.example/in/kate").channels == []


def test_every_way_to_reach_them_is_known_to_those_who_are_left_alone(amina: User, bo: User) -> None:
    addresses = {
        field.name
        for field in Contact._meta.concrete_fields
        if isinstance(field, models.EmailField | models.URLField) or field.name.endswith(("phone", "email", "link"))
    }
    assert addresses == where("quiet")
    contact = filled(amina)
    Quiet.add(contact, now=NOW)
    for name in where("kept"):
        blank = dict.fromkeys(("email", "phone", "profile_link"), "")
        other = a_contact(bo, **{**blank, name: getattr(contact, name)})
        assert Quiet.holds(other) == PLACED[name].quiet, name


def test_the_search_looks_in_its_columns_and_no_others(amina: User) -> None:
    contact = filled(amina)
    mine = Contact.objects.visible_to(amina)
    assert {*SEARCHED, "tags"} == where("search")
    # What is chosen from a list is no word of the student's.
    for name in (where("kept") | {"interest"}) - {name for name in PLACED if _field(name).choices}:
        value = getattr(contact, name)
        words = value[0] if isinstance(value, list) else str(value)
        assert (contact in mine.matching(words)) == PLACED[name].search, name


def test_the_form_of_a_person_asks_for_all_that_the_student_may_take_out(as_amina: Client, amina: User) -> None:
    """What somebody typed of a person is theirs to take out; the rest is worked out, or says when."""
    page = as_amina.get("/people/add/").content.decode()
    asked = {name for name in PLACED if f'name="{name}"' in page or f'name="{name}_id"' in page}
    assert asked - {"revision", "edit_session"} == where("export") - {"added_at", "asked_at"}
