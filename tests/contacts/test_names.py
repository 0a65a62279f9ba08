"""Names of the whole world, and strings that break programs: kept and shown as typed, or refused by a sentence."""

import csv
import json

import markupsafe
import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from accounts.models import User
from contacts.finding_form import FindingForm
from contacts.forms import ContactForm, LogForm
from contacts.models import Contact
from core.text import clean_line
from tests.cast import NOW, a_contact
from tests.contacts.builders import FINDING, WORDS
from tests.corpora import corpus
from tests.sampling import one_in

NAMES = [
    "Efua Osei",
    "李明",
    "Мария Иванова",
    "الأمين يوسف",
    "Søren Ærø",
    "Nguyễn Thị Minh Khai",
    "O’Brien-Ó Súilleabháin",
]
NAUGHTY = [
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "{{ x.__class__ }}",
    "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
    "\u202etest\u202e",
    "%00",
    "👩‍👩‍👧",
    "\x07",
    "﷽",
]
TEXT = ("role", "organisation", "field", "known_words", "address_source", "interest", "form_of_address", "tags")
SHAPED = (
    "email",
    "phone",
    "profile_link",
    "time_zone",
    "preferred_channel",
    "standing",
    "graduated_in",
    "known",
    "warmth",
)


def names() -> list[str]:
    """Our own few names, and those of every third of 447 locales where the corpus lies beside the project."""
    folder = corpus("person-names")
    if folder is None:
        return NAMES
    with (folder / "sample_names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    parts = ("title", "given", "given2", "surname-prefix", "surname", "surname2", "generation", "credentials")
    return NAMES + [" ".join(row[part] for part in parts if row[part]) for row in rows[::3]]


def naughty() -> list[str]:
    """Our own few strings, and the big list where it lies beside the project."""
    folder = corpus("naughty-strings")
    return NAUGHTY + (json.loads((folder / "blns.json").read_text(encoding="utf-8")) if folder else [])


def test_every_name_is_kept_sorted_and_found(amina: User) -> None:
    for name in names():
        kept = Contact.add(by=amina, now=NOW, name=clean_line(name), anyway=True)
        assert kept in Contact.objects.visible_to(amina).matching(name)
    assert Contact.objects.visible_to(amina).by_name().count() == len(names())


def test_every_name_is_shown_as_typed(as_amina: Client, amina: User) -> None:
    typed = [clean_line(name) for name in (*names(), *naughty()) if "\0" not in name and clean_line(name)]
    for name in typed:
        Contact(owner=amina, name=name[:200], added_at=NOW).save()
    pages = -(-len(typed) // 50)
    shown = "".join(
        as_amina.get(reverse("contacts:index"), {"page": page}).content.decode() for page in range(1, pages + 1)
    )
    assert [name for name in typed if f">{markupsafe.escape(name[:200])}</bdi></a>" not in shown] == []


@pytest.mark.parametrize("sample", one_in(4, range(12)))
def test_every_text_field_keeps_or_refuses_what_breaks_programs(as_amina: Client, sample: int) -> None:
    """Through the front door, a twelfth of the list at a time; the rest of the list goes through the forms below."""
    add = reverse("contacts:add")
    for string in naughty()[sample * 3 :: 36]:
        words = {**WORDS, **dict.fromkeys(TEXT, string), "name": string, "anyway": "1"}
        answer = as_amina.post(add, words)
        assert answer.status_code in {302, 422}
        if answer.status_code == 302:
            kept = Contact.objects.latest("pk")
            assert (kept.name, kept.role, kept.interest) == (clean_line(string),) * 3
            page = as_amina.get(kept.get_absolute_url()).content.decode()
            assert f"<h1>{escape(kept.name)}</h1>" in page


def test_every_form_says_a_sentence_for_what_it_refuses(amina: User) -> None:
    people, osei = Contact.objects.visible_to(amina), a_contact(amina)
    for string in naughty():
        forms = [
            ContactForm({**WORDS, **dict.fromkeys((*TEXT, *SHAPED), string), "name": string}, people=people),
            FindingForm({**FINDING, "text": string, "source_link": string}, contact=osei),
            LogForm({"kind": string, "on": string, "sentence": string}),
        ]
        for form in forms:
            assert not form.is_valid() or "\0" not in string
            assert all(str(sentence).strip() for sentences in form.errors.values() for sentence in sentences)


def test_what_the_forms_accept_the_database_keeps(amina: User) -> None:
    people = Contact.objects.visible_to(amina)
    for string in naughty():
        form = ContactForm({**WORDS, "name": string, "interest": string, "tags": string}, people=people)
        if form.is_valid():
            kept = Contact.add(by=amina, now=NOW, anyway=True, **form.values())
            kept.refresh_from_db()
            assert kept.name == clean_line(string)


def test_any_search_finds_or_does_not(as_amina: Client) -> None:
    for string in naughty()[::15]:
        asked = {"q": string, "tag": string, "warmth": string, "page": string, "sort": string}
        assert as_amina.get(reverse("contacts:index"), asked).status_code in {200, 400}
