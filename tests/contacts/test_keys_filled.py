"""The migration that gave people their keys: rows of before are recognised as those of after."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.utils.crypto import salted_hmac

from accounts.models import User
from contacts.models import Contact, Quiet
from tests.cast import NOW, a_contact

keys = import_module("contacts.migrations.0002_keys")
again = import_module("contacts.migrations.0005_keys_again")
addresses = import_module("accounts.migrations.0002_one_writing")
found_again = import_module("accounts.migrations.0005_found_again")


def as_before(contact: Contact, **more: Any) -> None:
    """The row as it stood before there were keys."""
    Contact.objects.filter(pk=contact.pk).update(**{"keys": [], "sort_name": "", "search_words": "", **more})


def hashed(sign: str) -> str:
    return salted_hmac("quiet", sign, algorithm="sha256").hexdigest()


def test_everybody_is_found_and_recognised_as_if_added_today(amina: User) -> None:
    contact = a_contact(amina, "Jean\u2011Luc", phone="+44 20 7946 0958", profile_link="https://de.linkedin.com/in/jl/")
    today = (contact.keys, contact.sort_name, contact.search_words)
    as_before(contact)
    keys.fill(apps, None)
    contact.refresh_from_db()
    assert (contact.keys, contact.sort_name, contact.search_words) == today


@pytest.mark.parametrize(
    ("column", "written", "sign", "spelled"),
    [
        ("phone", "030 901820", "phone:30901820", "+49 30 901820"),
        ("phone", "+44 (0)20 7946 0958", "phone:4402079460958", "+44 20 7946 0958"),
        (
            "profile_link",
            "https://de.linkedin.com/in/kate/en",
            "link:de.linkedin.com/in/kate/en",
            "linkedin.com/in/kate",
        ),
        ("email", "kate@münchen.example", "email:kate@münchen.example", "kate@xn--mnchen-3ya.example"),
    ],
)
def test_who_asked_before_there_were_keys_is_left_alone_in_every_spelling(
    amina: User, bo: User, column: str, written: str, sign: str, spelled: str
) -> None:
    nowhere = {"email": "", "phone": "", "profile_link": "", "time_zone": ""}
    as_before(a_contact(amina, **{**nowhere, column: written}))
    Quiet.objects.create(key=hashed(sign), since=NOW)
    other = a_contact(bo, **{**nowhere, column: spelled})
    assert not Quiet.holds(other)
    keys.fill(apps, None)
    assert Quiet.holds(other)
    assert set(Quiet.objects.values_list("since", flat=True)) == {NOW}


@pytest.mark.parametrize(
    ("column", "written", "before", "spelled"),
    [
        (
            "profile_link",
            "https://linkedin.com/pub/kate/12/345/678",
            "link:linkedin.com/pub/kate",
            "https://www.linkedin.com/in/kate-67834512",
        ),
        ("phone", "+44 20 7946 0958 after 6pm", "bare:4420794609586", "+44 20 7946 0958"),
        ("phone", "+44 20 7946 0958 Durchwahl 45", "bare:44207946095845", "+44 20 7946 0958"),
        ("email", "k.lee@googlemail.com", "email:k.lee@googlemail.com", "klee@gmail.com"),
    ],
)
def test_who_asked_under_an_earlier_key_is_left_alone_under_the_present_one(
    amina: User, bo: User, column: str, written: str, before: str, spelled: str
) -> None:
    nowhere = {"email": "", "phone": "", "profile_link": "", "time_zone": ""}
    as_before(a_contact(amina, **{**nowhere, column: written}), keys=[before])
    Quiet.objects.create(key=hashed(before), since=NOW)
    other = a_contact(bo, **{**nowhere, column: spelled})
    assert not Quiet.holds(other)
    again.fill(apps, None)
    assert Quiet.holds(other)
    assert set(Quiet.objects.values_list("since", flat=True)) == {NOW}


def test_members_are_found_under_the_present_key(amina: User) -> None:
    User.objects.filter(pk=amina.pk).update(name="山田 太郎", sort_name="", pieces=[])
    found_again.fill(apps, None)
    assert list(User.objects.called("山田太郎")) == [amina]


def test_members_of_before_are_known_by_one_writing(amina: User, bo: User) -> None:
    amina.confirm_address()
    amina.emailaddress_set.update(email="amina\u200b@example.edu")
    User.objects.filter(pk=amina.pk).update(email="amina\u200b@example.edu", sort_name="", pieces=[])
    User.objects.filter(pk=bo.pk).update(email="bo\u200b@example.edu")
    again = User.objects.create_user("bo@example.edu")
    addresses.rewrite(apps, None)
    amina.refresh_from_db()
    assert (amina.email, amina.sort_name) == ("amina@example.edu", "amina yusuf")
    assert amina.emailaddress_set.get().email == "amina@example.edu"
    assert list(User.objects.called("yusuf")) == [amina]
    # Two that would come to one address: only a person can say whose it is.
    assert set(User.objects.filter(pk__in=[bo.pk, again.pk]).values_list("email", flat=True)) == {
        "bo\u200b@example.edu",
        "bo@example.edu",
    }
