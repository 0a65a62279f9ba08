"""A letter whose link was taken out says so, and gets it back."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Quiet
from meetings.link_line import CHANGE_LINE, LINE, with_line, worded
from meetings.models import Link, Message
from tests.cast import NOW, a_contact, a_meeting
from tests.meetings.builders import a_draft, anew, held, invited

pytestmark = pytest.mark.django_db


def test_says_that_the_letter_has_none_and_puts_it_in(as_amina: Client, amina: User) -> None:
    message = a_draft(a_meeting(amina))
    message.reword(seen=None, subject="S", body="Dear Dr. Osei, may I?\n\nKind regards,\nAmina")
    desk = reverse("meetings:ask", args=[message.meeting_id])
    page = as_amina.get(desk, {"channel": "email"}).content.decode()
    assert "Your message has no link they can reply with." in page
    words = {"subject": "S", "body": "Dear Dr. Osei, may I ask?\n\nKind regards,\nAmina"}
    as_amina.post(reverse("meetings:add_link", args=[message.pk]), words)
    message.refresh_from_db()
    assert message.body == f"Dear Dr. Osei, may I ask?\n\n{LINE}\n[link]\n\nKind regards,\nAmina"
    page = as_amina.get(desk, {"channel": "email"}).content.decode()
    assert "Your message includes a link they can reply with." in page


def test_a_note_on_linkedin_has_one_only_when_it_is_put_in(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    desk = reverse("meetings:ask", args=[meeting.pk])
    as_amina.get(desk, {"channel": "linkedin"})
    assert not Link.objects.exists()
    message = Message.objects.get()
    assert not message.holds_link
    as_amina.post(reverse("meetings:add_link", args=[message.pk]), {"subject": "", "body": message.body})
    assert "/r/" in as_amina.get(desk, {"channel": "linkedin"}).content.decode()


def test_puts_none_in_for_who_asked_to_be_left_alone(as_amina: Client, amina: User) -> None:
    message = a_draft(a_meeting(amina, a_contact(amina)))
    Quiet.add(message.meeting.contact, now=timezone.now())
    answer = as_amina.post(
        reverse("meetings:add_link", args=[message.pk]),
        {"subject": "S", "body": "May I?"},
        headers={"hx-request": "true"},
    )
    assert "not to be contacted by students here" in answer.content.decode()
    message.refresh_from_db()
    assert message.body == "May I?"


@pytest.mark.parametrize(
    ("kept", "with_link", "without"),
    [
        ("May I ask?", "May I ask?", "May I ask?"),
        (f"May I ask?\n\n{LINE}\n[link]\n\nAmina", f"May I ask?\n\n{LINE}\nhttps://x\n\nAmina", "May I ask?\n\nAmina"),
        ("See [link] please.", "See https://x please.", "See please."),
        (f"It suits.\n\n{CHANGE_LINE}\n[link]", f"It suits.\n\n{CHANGE_LINE}\nhttps://x", "It suits."),
        (f"{LINE}\n \n\t[link]\nAmina", f"{LINE}\n \n\thttps://x\nAmina", "Amina"),
        ("[link]\n\n[link]", "https://x\n\nhttps://x", ""),
        ("Here:\n[link]\nAmina", "Here:\nhttps://x\nAmina", "Here:\nAmina"),
    ],
)
def test_goes_out_with_the_link_or_without_its_line(kept: str, with_link: str, without: str) -> None:
    assert worded(kept, "https://x") == with_link
    assert worded(kept, "") == without


def test_stands_behind_a_letter_without_a_signature_and_only_once() -> None:
    assert with_line("May I ask?\n") == f"May I ask?\n\n{LINE}\n[link]"
    assert with_line(with_line("May I ask?")) == with_line("May I ask?")


def test_a_letter_that_confirms_asks_for_no_answer(amina: User) -> None:
    reply = invited(amina)
    reply.propose(now=NOW, zone="Africa/Accra", at=NOW + timedelta(days=8))
    anew(reply).accept_proposal(now=NOW)
    body = a_draft(anew(reply).meeting, "confirm").body
    assert CHANGE_LINE in body
    assert LINE not in body


def test_a_letter_that_went_shows_words_in_the_place_of_the_mark(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    message = a_draft(meeting)
    message.reword(seen=None, subject="S", body="May I? [link]")
    message.send(now=timezone.now())
    page = as_amina.get(meeting.get_absolute_url()).content.decode()
    assert "May I? (reply link)" in page
    assert "[link]" not in page


@pytest.mark.parametrize(("occasion", "channel"), [("thanks", "email"), ("close", "email"), ("request", "in_person")])
def test_a_mark_where_no_link_can_stand_stays_as_typed(
    as_amina: Client, amina: User, occasion: str, channel: str
) -> None:
    meeting = held(amina, now=timezone.now()) if occasion == "thanks" else a_meeting(amina)
    message = a_draft(meeting, occasion, channel)
    message.reword(seen=None, subject="S", body="The article: [link]")
    name = "ask" if occasion == "request" else "write"
    page = reverse(f"meetings:{name}", args=[meeting.pk, *([occasion] if name == "write" else [])])
    html = as_amina.get(page, {"channel": channel}).content.decode()
    assert "The article: [link]" in html
    assert "/r/" not in html
    assert "carries a link" not in html
    assert not Link.objects.exists()


@pytest.mark.parametrize(
    "typed",
    ["https://x.example/r/{0}x", "/r//{0}", "localhost:8000/r/{0}/", "/%72/{0}/ and more", "http://x/r/{0}"],
)
def test_no_writing_of_the_secret_is_kept(amina: User, typed: str) -> None:
    secret = invited(amina, now=timezone.now()).make_link(now=timezone.now())
    message = a_draft(a_meeting(amina))
    message.reword(seen=None, subject="S", body=f"Here: {typed.format(secret)}")
    message.refresh_from_db()
    assert secret not in message.body
    assert "[link]" in message.body
