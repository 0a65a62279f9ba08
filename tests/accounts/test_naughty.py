"""Words that break programs, and addresses of every kind: stored as typed, or refused by a sentence."""

import json
from email.headerregistry import Address
from html import unescape
from xml.etree import ElementTree as ET

from django.core.mail import EmailMessage

from accounts.forms import InviteForm, ProfileForm
from core.text import clean_line
from tests.cast import Cast
from tests.corpora import corpus

OWN_WORDS = [
    "undefined",
    "<script>alert(1)</script>",
    "%00",
    "\0",
    "'; DROP TABLE",
    "Ω≈ç√",
    "{{ 7|add:7 }}",
    "\u202etest",
]
OWN_ADDRESSES = [
    "a@example.org",
    "a b@example.org",
    "<a@example.org>",
    '"a\nb"@example.org',
    "a@[127.0.0.1]",
    "ä@ö.example",
]


def naughty() -> list[str]:
    folder = corpus("naughty-strings")
    return [*OWN_WORDS, *(json.loads((folder / "blns.json").read_text()) if folder else [])]


def addresses() -> list[str]:
    folder = corpus("email-addresses")
    if folder is None:
        return OWN_ADDRESSES
    # Written by other people for exactly this; it holds no entities of its own.
    tests = ET.parse(folder / "isemail-tests.xml").getroot().findall("test")
    pictures = {chr(0x2400 + n): chr(n) for n in range(33)}
    found = [unescape(test.findtext("address") or "") for test in tests]
    return [*OWN_ADDRESSES, *("".join(pictures.get(c, c) for c in words) for words in found)]


def test_any_name_is_kept_or_refused(cast: Cast) -> None:
    me = cast.amina
    for words in naughty():
        form = ProfileForm({"name": words, "programme": words[:150], "phone": words[:40]}, on=me)
        if form.is_valid():
            me.revise_fields(seen=None, **form.values())
            me.refresh_from_db()
            assert me.name == clean_line(words)
        else:
            assert set(form.errors) <= {"name", "programme", "phone"}, words
        assert "<script" not in str(form).lower(), words


def test_any_address_can_be_written_to_or_is_refused() -> None:
    accepted = 0
    for words in addresses():
        form = InviteForm({"emails": words, "role": "student"})
        if not form.is_valid():
            assert form.errors["emails"]
            continue
        for email in form.cleaned_data["emails"]:
            accepted += 1
            sent = EmailMessage("Hello", "words", "from@example.org", [email]).message()
            assert len(sent.get_all("To") or []) == 1
            assert "\n" not in email
            assert Address(addr_spec=email).domain or "[" in email
    assert accepted
