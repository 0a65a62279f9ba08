"""People named become contacts, with their referrer."""

from datetime import datetime

import pytest

from accounts.models import User
from coach.drafts import draft
from contacts.models import Contact, Touch
from meetings.facts import gather
from tests.cast import a_contact, a_meeting
from tests.notes.builders import contacts_of, somebody_named

pytestmark = pytest.mark.django_db


def test_becomes_a_contact_that_knows_its_referrer(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    contact = somebody_named(meeting).become_contact(by=amina, now=now)
    assert (contact.owner, contact.name, contact.known) == (amina, "Jo Park", Contact.Known.REFERRAL)
    assert contact.referred_by == meeting.contact
    assert contact.known_words == "Dr. Efua Osei suggested them. I can say so. Runs the seagrass survey."


def test_whoever_may_not_be_named_as_referrer_stands_in_no_letter(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    quiet = somebody_named(meeting, may_use_name=False).become_contact(by=amina, now=now)
    assert (quiet.referred_by, quiet.referrer_unnamed) == (meeting.contact, True)
    assert "Osei" not in quiet.known_words
    open_one = somebody_named(meeting, "Kofi Mensah").become_contact(by=amina, now=now)
    for contact, told in ((quiet, False), (open_one, True)):
        talk = a_meeting(amina, contact)
        for channel in ("email", "linkedin", "phone"):
            body = draft("request", channel, gather(talk, "request", now=now)).body
            assert ("Osei" in body) is told, body


def test_a_second_time_gives_the_same_contact(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    person = somebody_named(meeting)
    assert person.become_contact(by=amina, now=now) == person.become_contact(by=amina, now=now)
    assert contacts_of(meeting) == ["Dr. Efua Osei", "Jo Park"]
    assert Touch.objects.filter(contact=meeting.contact, kind=Touch.Kind.REFERRED).count() == 1


def test_links_somebody_who_is_known_already(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    known = a_contact(amina, "Jo Park")
    person = somebody_named(meeting)
    person.link(known, now=now)
    known.refresh_from_db()
    assert (person.contact, known.referred_by) == (known, meeting.contact)


def test_the_contact_themselves_get_no_referrer(amina: User, now: datetime) -> None:
    meeting = a_meeting(amina)
    somebody_named(meeting, "Dr. Osei").link(meeting.contact, now=now)
    meeting.contact.refresh_from_db()
    assert meeting.contact.referred_by is None


def test_whoever_led_to_the_referrer_is_not_led_to_by_them(amina: User, now: datetime) -> None:
    first = a_contact(amina, "Jo Park")
    meeting = a_meeting(amina, a_contact(amina, "Dr. Efua Osei", referred_by=first))
    person = somebody_named(meeting)
    person.link(first, now=now)
    first.refresh_from_db()
    assert (person.contact, first.referred_by) == (first, None)
