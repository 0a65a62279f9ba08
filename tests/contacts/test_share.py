"""A page that another app shares becomes a finding about somebody, or a new person."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from accounts.models import User
from contacts.models import Finding
from contacts.shared import Shared
from tests.cast import a_contact
from tests.contacts.builders import FINDING
from tests.forms import forms_of

SHARE = reverse("contacts:share")
PAGE = {"title": "Counting seagrass", "text": "“With volunteers”, 2024", "url": "https://example.org/seagrass"}


def test_asks_about_whom_it_is_and_brings_the_words_to_their_research(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    assert PAGE["title"] in as_amina.get(SHARE, PAGE).content.decode()
    answer = as_amina.get(SHARE, {**PAGE, "contact": osei.pk})
    sheet = as_amina.get(answer.headers["Location"]).content.decode()
    assert answer.headers["Location"].startswith(reverse("contacts:research", args=[osei.pk]))
    assert f"{PAGE['title']}\n{PAGE['text']}</textarea>" in sheet
    assert f'value="{PAGE["url"]}"' in sheet
    assert not Finding.objects.exists()


def test_brings_the_words_to_the_form_for_somebody_new(as_amina: Client) -> None:
    page = as_amina.get(SHARE, PAGE).content.decode()
    href = Shared.of(PAGE).to_person
    assert f'href="{escape(href)}"' in page
    form = as_amina.get(href).content.decode()
    for words in PAGE.values():
        assert f'value="{words}"' in form


def test_what_was_shared_is_no_draft_of_before(as_amina: Client, amina: User) -> None:
    """Each sharing has drafts of its own, which go with it where it is refused and end where it is saved."""
    pk = a_contact(amina).pk
    shared, other = Shared.of(PAGE), Shared.of({**PAGE, "text": "Another part of the page"})

    def drafts(page: Any) -> list[str]:
        return [form.draft for form in forms_of(page.content.decode()) if form.draft]

    for blank, *sharings in (
        (reverse("contacts:add"), shared.to_person, other.to_person),
        (reverse("contacts:research", args=[pk]), shared.to_research(pk), other.to_research(pk)),
    ):
        names = [drafts(as_amina.get(path)) for path in (blank, *sharings)]
        assert len({name for [name] in names}) == 3
    [sheet] = (one for one in forms_of(as_amina.get(shared.to_research(pk)).content.decode()) if one.draft)
    assert drafts(as_amina.post(sheet.attrs["action"], {**FINDING, "text": ""})) == [sheet.draft]
    assert drafts(as_amina.post(shared.to_person, {"name": ""})) == drafts(as_amina.get(shared.to_person))


def test_the_sheet_is_blank_again_once_it_was_added(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    as_amina.post(reverse("contacts:find", args=[osei.pk]), {**FINDING, "text": PAGE["title"]})
    assert f"{PAGE['title']}</textarea>" not in as_amina.get(Shared.of({}).to_research(osei.pk)).content.decode()


def test_offers_and_accepts_only_own_people(as_amina: Client, amina: User, bo: User) -> None:
    a_contact(amina)
    other = a_contact(bo, "Wei Chen")
    assert "Wei Chen" not in as_amina.get(SHARE, PAGE).content.decode()
    assert as_amina.get(SHARE, {**PAGE, "contact": other.pk}).status_code == 422
    assert as_amina.get(SHARE, {**PAGE, "contact": ""}).status_code == 422


def test_says_so_where_nothing_was_shared(as_amina: Client) -> None:
    assert "Nothing was shared" in as_amina.get(SHARE).content.decode()


@pytest.mark.parametrize(
    ("sent", "shared"),
    [
        ({"text": "Look: https://a.example/b."}, Shared("", "Look:", "https://a.example/b")),
        ({"text": "https://a.example/b", "title": " A\nB "}, Shared("A B", "", "https://a.example/b")),
        (
            {"url": "https://a.example", "text": "see https://b.example"},
            Shared("", "see https://b.example", "https://a.example"),
        ),
    ],
)
def test_finds_the_link_where_an_app_put_it(sent: dict[str, str], shared: Shared) -> None:
    assert Shared.of(sent) == shared


def test_says_each_word_once() -> None:
    assert Shared.of({"title": "Seagrass", "text": "Seagrass counted"}).words == "Seagrass counted"
