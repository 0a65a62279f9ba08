"""A new fact about a person is placed in every list that is kept by hand: what they may read, twins, channels, quiet,
erasing."""

import pytest
from django.db import models

from accounts.models import User
from contacts.models import Contact, Quiet
from meetings import answers
from tests.cast import NOW, a_contact

# Who keeps the row and where it stands in lists: nothing that anybody said of the person.
KEEPING = {"id", "owner", "revision", "edit_session", "added_at", "asked_at", "sort_name", "search_words"} | {
    *("last_touch", "last_touch_at", "next_act", "next_act_at"),
}
# What the student thinks of them, or how they came to know them: no fact that the person is shown.
OF_THE_STUDENT = {"standing", "known", "known_words", "referred_by", "preferred_channel", "warmth", "tags", "interest"}
# By what somebody is reached: each is a key of the list of those who asked to be left alone.
REACHED_BY = {"email", "phone", "profile_link"}
# The channel that each of these opens, so that somebody can be written to or called.
OPENS = {"email": "email", "phone": "phone", "profile_link": "linkedin"}
# By what somebody who is added is likely to be here already, and what two people may well share.
TELLS_WHO = {"name", "email"}
SHARED = {"form_of_address", "role", "organisation", "field", "graduated_in", "address_source", "time_zone"} | {
    *("phone", "profile_link"),
}
# What no more than says that there was somebody once they were forgotten.
AFTER_FORGETTING = {"name", "known", "warmth", "tags"}


def facts() -> set[str]:
    """The columns that say something of the person."""
    return {field.name for field in Contact._meta.concrete_fields} - KEEPING - OF_THE_STUDENT


def filled(owner: User) -> Contact:
    """Somebody of whom every fact is known."""
    words = {
        "email": "efua@example.org",
        "profile_link": "https://linkedin.com/in/efua",
        "time_zone": "Africa/Accra",
    } | {"phone": "+233 30 2123456"}
    fields = {field.name: field for field in Contact._meta.concrete_fields}
    values = {name: words.get(name, 2019 if _counts(fields[name]) else f"the {name}"[:40]) for name in facts()}
    return a_contact(owner, **values)


def _counts(field: models.Field) -> bool:  # type: ignore[type-arg]
    return isinstance(field, models.IntegerField)


def test_every_fact_stands_on_the_page_of_what_is_kept(amina: User) -> None:
    contact = filled(amina)
    shown = [words for _label, words in answers.kept(contact)]
    assert sorted(shown) == sorted(str(getattr(contact, name)) for name in facts())


def test_every_fact_is_gone_once_they_are_forgotten(amina: User) -> None:
    contact = filled(amina)
    contact.forget(now=NOW)
    kept = Contact.objects.get(pk=contact.pk)
    assert {name for name in facts() - AFTER_FORGETTING if getattr(kept, name)} == set()


def test_every_fact_tells_twins_apart_or_may_be_shared(amina: User) -> None:
    assert facts() == TELLS_WHO | SHARED
    assert not TELLS_WHO & SHARED
    known = filled(amina)
    for name in facts():
        words = {"name": "Kofi Mensah", name: getattr(known, name)}
        twins = Contact.objects.visible_to(amina).like(name=words["name"], email=words.get("email", ""))
        assert list(twins) == ([known] if name in TELLS_WHO else []), name


def test_a_twin_is_named_before_they_are_added(amina: User) -> None:
    known = filled(amina)
    for name in TELLS_WHO:
        with pytest.raises(Contact.Duplicate) as refused:
            Contact.add(by=amina, now=NOW, **{"name": "Kofi Mensah", name: getattr(known, name)})
        assert refused.value.people == [known]


def test_every_way_to_reach_them_opens_a_channel(amina: User) -> None:
    assert set(OPENS) == REACHED_BY
    known = filled(amina)
    for name in facts():
        person = Contact(owner=amina, **{name: getattr(known, name)})
        assert person.channels == ([OPENS[name]] if name in OPENS else []), name
    # Face to face needs no address: it is what the student says of them.
    assert {*OPENS.values(), Contact.Channel.IN_PERSON.value} == set(Contact.Channel.values)


def test_every_way_to_reach_them_is_known_to_those_who_are_left_alone(amina: User, bo: User) -> None:
    addresses = {
        field.name
        for field in Contact._meta.concrete_fields
        if isinstance(field, models.EmailField | models.URLField) or field.name.endswith(("phone", "email", "link"))
    }
    assert addresses == REACHED_BY
    contact = filled(amina)
    Quiet.add(contact, now=NOW)
    for name in REACHED_BY:
        blank = dict.fromkeys(REACHED_BY, "")
        assert Quiet.holds(a_contact(bo, **{**blank, name: getattr(contact, name)})), name
