"""Who suggested who: the page with the drawing, and the drawing as a file."""

from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from accounts.models import User
from contacts.models import Contact, Touch
from tests.cast import NOW, a_contact

TREE, PICTURE = reverse("contacts:tree"), reverse("contacts:tree_picture")


@pytest.fixture
def osei(amina: User) -> Contact:
    """Named by Per Lund, and named Wei Chen."""
    osei = a_contact(amina, referred_by=a_contact(amina, "Per Lund", email=""))
    a_contact(amina, "Wei Chen", email="", referred_by=osei)
    return osei


def text(client: Client, path: str = TREE, **query: object) -> str:
    answer = client.get(path, query)
    assert answer.status_code == 200
    return answer.content.decode()


def drawn(page: str) -> str:
    return page.partition("<svg width")[2].partition("</svg>")[0]


def test_draws_everybody_and_says_the_same_as_a_list(as_amina: Client, osei: Contact) -> None:
    page = text(as_amina)
    for name in ("Per Lund", "Dr. Efua Osei", "Wei Chen"):
        pk = Contact.objects.get(name=name).pk
        assert page.count(f'<a href="{reverse("contacts:show", args=[pk])}"') == 2
        assert f">{name}</text>" in page
    assert drawn(page).count("<path") == 2
    assert PICTURE in page


def test_is_led_to_from_the_list_of_people_and_from_a_person(as_amina: Client, osei: Contact) -> None:
    assert f'href="{TREE}"' in text(as_amina, reverse("contacts:index"))
    lund = osei.referred_by
    assert lund is not None
    assert f'href="{TREE}?of={lund.pk}"' in text(as_amina, osei.get_absolute_url())


def test_draws_whom_one_person_led_to(as_amina: Client, osei: Contact) -> None:
    page = text(as_amina, of=osei.pk)
    assert "Wei Chen</text>" in page
    assert "Per Lund</text>" not in page
    assert f"{reverse('contacts:add')}?referred_by={osei.pk}" in page


def test_asks_for_a_name_from_whom_one_talked_with_last_and_has_none_of(as_amina: Client, osei: Contact) -> None:
    silent = Contact.objects.get(name="Wei Chen")
    for contact in (osei, silent):
        Touch.log(contact, Touch.Kind.HELD, at=NOW, words="Talked")
    page = text(as_amina)
    assert f"{reverse('contacts:add')}?referred_by={silent.pk}" in page
    assert page.count("referred_by=") == 1


def test_asks_nobody_for_a_name_who_stands_outside_the_drawing(as_amina: Client, amina: User, osei: Contact) -> None:
    Touch.log(a_contact(amina, "Kofi Mensah", email=""), Touch.Kind.HELD, at=NOW, words="Talked")
    page = text(as_amina)
    assert "referred_by=" not in page
    assert "Add a person" in page


def test_says_how_to_begin_where_nobody_named_anybody(as_amina: Client, amina: User) -> None:
    a_contact(amina)
    page = text(as_amina)
    assert "Who else should I talk to?" in page
    assert "<svg width" not in page


def test_the_file_stands_for_itself(as_amina: Client, osei: Contact) -> None:
    Contact.objects.filter(pk=osei.pk).update(name="Efua <b>& Osei</b>")
    answer = as_amina.get(PICTURE)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="who-suggested-who.svg"'
    assert answer.headers["Content-Type"].startswith("image/svg+xml")
    words = ["".join(one.itertext()) for one in ElementTree.fromstring(answer.content).findall(".//{*}text")]
    assert words == ["Per Lund", "Efua <b>& Osei</b>", "Wei Chen"]
    assert b"href" not in answer.content
    assert escape("Efua <b>& Osei</b>") in text(as_amina)


def test_the_file_can_be_read_whatever_a_name_was_pasted_from(as_amina: Client, osei: Contact) -> None:
    typed = {"name": "Ama\ufffe \uffffBoateng", "known": "referral", "warmth": "C", "referred_by_id": osei.pk}
    as_amina.post(reverse("contacts:add"), typed)
    words = [one.text for one in ElementTree.fromstring(as_amina.get(PICTURE).content).findall(".//{*}text")]
    assert "Ama Boateng" in words


def test_a_name_of_before_with_what_no_xml_may_hold_is_drawn_without_it(as_amina: Client, osei: Contact) -> None:
    Contact.objects.filter(pk=osei.pk).update(name="Efua\uffff \x0bOsei\ufffe")
    words = [one.text for one in ElementTree.fromstring(as_amina.get(PICTURE).content).findall(".//{*}text")]
    assert words == ["Per Lund", "Efua Osei", "Wei Chen"]
    assert ">Efua Osei</text>" in text(as_amina)


def test_what_is_anothers_is_not_there(as_bo: Client, osei: Contact) -> None:
    for path in (TREE, PICTURE):
        assert "Osei" not in text(as_bo, path)
        assert as_bo.get(path, {"of": osei.pk}).status_code == 404
        assert as_bo.get(path, {"of": "x"}).status_code == 404


def test_a_thousand_people_are_a_page_that_says_what_it_leaves_out(
    as_amina: Client, amina: User, osei: Contact
) -> None:
    text(as_amina)
    with CaptureQueriesContext(connection) as few:
        text(as_amina)
    known = {"owner": amina, "added_at": NOW, "referred_by": osei}
    crowd = [Contact(name=f"Person {n}", sort_name=f"person {n:04}", **known) for n in range(1000)]
    Contact.objects.bulk_create(crowd)
    with CaptureQueriesContext(connection) as many:
        page = text(as_amina)
    assert len(many) == len(few)
    assert "This shows 150 of 1003 people." in page
    assert f'href="{TREE}?of={osei.pk}"' in page
    assert drawn(page).count("<rect") == 151
    # Their own page has no room for all of them either: the list of people has.
    page, everybody = text(as_amina, of=osei.pk), f"{reverse('contacts:index')}?named_by={osei.pk}"
    assert f'href="{TREE}?of={osei.pk}"' not in page
    assert page.count(f'href="{everybody}"') == 2
    rest = text(as_amina, f"{everybody}&page=21")
    assert "Wei Chen" in rest
    assert "Per Lund" not in rest
    assert "Only people Dr. Efua Osei suggested." in rest
