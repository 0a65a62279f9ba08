"""A person's page."""

from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from contacts.models import Touch
from tests.cast import NOW, a_contact, a_meeting
from tests.contacts.builders import a_finding
from tests.meetings.builders import held


def test_shows_what_is_known_and_how_to_reach_them(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina, phone="+233 30 21-234", profile_link="https://www.linkedin.com/in/efua", tags=["sea grass"])
    a_finding(osei)
    page = as_amina.get(osei.get_absolute_url()).content.decode()
    for words in (
        "Marine ecologist, Blue Shelf Institute",
        'href="mailto:efua.osei@example.org"',
        'href="tel:+233302123' + '4"',
        'href="https://www.linkedin.com/in/efua"',
        "?tag=sea%20grass",
        "Led the seagrass survey of 2024.",
        "Accra",
        f"{reverse('meetings:begin')}?contact={osei.pk}",
    ):
        assert words in page


def test_draws_who_led_to_whom(as_amina: Client, amina: User) -> None:
    lund = a_contact(amina, "Per Lund")
    osei = a_contact(amina, referred_by=lund)
    a_contact(amina, "Wei Chen", referred_by=osei)
    a_contact(amina, "Not Related")
    page = as_amina.get(osei.get_absolute_url()).content.decode()
    assert page.index("Per Lund</a>") < page.index("Dr. Efua Osei</strong>") < page.index("Wei Chen</a>")
    assert "Not Related" not in page


def test_shows_the_timeline_newest_first_twenty_to_a_page(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    for number in range(25):
        Touch.log(osei, Touch.Kind.NOTE, at=NOW + timedelta(hours=number), words=f"Touch {number:02d}")
    page = as_amina.get(osei.get_absolute_url()).content.decode()
    assert page.index("Touch 24") < page.index("Touch 05")
    assert "Touch 04" not in page
    assert "Touch 04" in as_amina.get(osei.get_absolute_url(), {"page": "2"}).content.decode()


def test_escapes_markup_in_every_field(as_amina: Client, amina: User) -> None:
    evil = '<img src=x onerror=alert(1)>"'
    fields = ("role", "organisation", "field", "known_words", "address_source", "interest", "form_of_address")
    osei = a_contact(amina, evil, tags=[evil], phone=evil, **dict.fromkeys(fields, evil))
    Touch.log(osei, Touch.Kind.NOTE, at=NOW, words=evil)
    a_finding(osei, evil)
    assert "<img src=x" not in as_amina.get(osei.get_absolute_url()).content.decode()


def test_asks_the_same_number_of_questions_for_one_touch_as_for_a_hundred(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    Touch.log(osei, Touch.Kind.NOTE, at=NOW, words="One")
    a_finding(osei)
    a_meeting(amina, osei)
    as_amina.get(osei.get_absolute_url())
    with CaptureQueriesContext(connection) as few:
        as_amina.get(osei.get_absolute_url())
    for number in range(99):
        Touch.log(osei, Touch.Kind.NOTE, at=NOW, words=f"Touch {number}")
        a_contact(amina, f"Person {number}", referred_by=osei)
    with CaptureQueriesContext(connection) as many:
        as_amina.get(osei.get_absolute_url())
    assert len(many) == len(few) <= 12


def test_says_once_when_a_conversation_began_and_when_it_was_held(as_amina: Client, amina: User) -> None:
    osei = a_contact(amina)
    a_meeting(amina, osei)
    assert as_amina.get(osei.get_absolute_url()).content.decode().casefold().count("started") == 1
    page = as_amina.get(held(amina).contact.get_absolute_url()).content.decode()
    talks = page.partition('id="talks-head"')[2].partition("</section>")[0]
    assert talks.casefold().count("talked") == 1
