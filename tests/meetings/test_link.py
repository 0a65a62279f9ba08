"""The link to the contact's page: shown as often as it is needed, made anew, taken back, and kept in no table."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Quiet
from core.links import mint
from meetings.models import Link, Meeting, Reply
from tests.cast import a_contact, a_meeting
from tests.meetings.builders import a_draft, asked, fix, invited
from tests.meetings.test_reply_links import holding

pytestmark = pytest.mark.django_db


def secret_in(page: str) -> str:
    return re.findall(r"/r/([A-Za-z0-9_-]{43})/", page)[0]


def shown(client: Client, meeting: Meeting) -> str:
    """The page that shows the link."""
    return client.get(reverse("meetings:link", args=[meeting.pk])).content.decode()


def made(client: Client, meeting: Meeting) -> str:
    """The secret of a new link."""
    page = client.post(reverse("meetings:link", args=[meeting.pk]), follow=True)
    return secret_in(page.content.decode())


def test_is_shown_again_as_long_as_it_works_and_stands_in_no_table(
    as_amina: Client, stranger: Client, amina: User
) -> None:
    meeting = asked(amina, now=timezone.now())
    secret = made(as_amina, meeting)
    answer = as_amina.get(reverse("meetings:link", args=[meeting.pk]))
    assert secret_in(answer.content.decode()) == secret
    assert "no-store" in answer.headers["Cache-Control"]
    assert stranger.get(f"/r/{secret}/").status_code == 200
    assert holding(secret) == []


def test_stands_in_the_letter_at_the_desk_and_in_the_mail_that_it_opens(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    page = as_amina.get(reverse("meetings:ask", args=[meeting.pk])).content.decode()
    secret = secret_in(page.split('id="id_body"')[1])
    assert f"%2Fr%2F{secret}%2F" in page.split('href="mailto:')[1].split('"')[0]
    draft = a_draft(meeting, now=timezone.now())
    assert "without an account:\n[link]\n\nKind regards," in draft.body
    assert holding(secret) == []
    assert secret in as_amina.get(reverse("meetings:ask", args=[meeting.pk])).content.decode()


def test_is_shown_as_long_as_an_earlier_key_is_kept(
    as_amina: Client, stranger: Client, amina: User, settings: Any
) -> None:
    meeting = asked(amina, now=timezone.now())
    secret = made(as_amina, meeting)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = mint() * 2
    assert Reply.objects.get().secret == secret
    settings.SECRET_KEY_FALLBACKS = []
    assert Reply.objects.get().secret == ""
    assert stranger.get(f"/r/{secret}/").status_code == 200


def test_one_of_before_works_and_is_not_shown_again(as_amina: Client, stranger: Client, amina: User) -> None:
    meeting = asked(amina, now=timezone.now())
    secret = made(as_amina, meeting)
    Link.objects.update(seed=None)
    assert "we can’t show it again" in shown(as_amina, meeting)
    assert stranger.get(f"/r/{secret}/").status_code == 200


def test_is_out_once_it_was_sent_or_shown_to_be_passed_on(as_amina: Client, amina: User) -> None:
    by_letter, by_hand = a_meeting(amina), a_meeting(amina, a_contact(amina, "Kofi"))
    for meeting in (by_letter, by_hand):
        as_amina.get(reverse("meetings:ask", args=[meeting.pk]))
        reply = Reply.objects.get(meeting=meeting)
        assert reply.working_links
        assert not reply.is_out
        assert "Your link works until" not in as_amina.get(meeting.get_absolute_url()).content.decode()
    a_draft(by_letter, now=timezone.now()).send(now=timezone.now())
    shown(as_amina, by_hand)
    for meeting in (by_letter, by_hand):
        assert "Your link works until" in as_amina.get(meeting.get_absolute_url()).content.decode()


def test_lasts_as_long_as_a_new_one_while_the_letter_waits(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    as_amina.get(reverse("meetings:ask", args=[meeting.pk]))
    now = timezone.now()
    Reply.objects.update(made_at=now - timedelta(days=70), expires_at=now - timedelta(days=10))
    page = as_amina.get(reverse("meetings:ask", args=[meeting.pk])).content.decode()
    assert Reply.behind(secret_in(page), now=now + timedelta(days=59)) is not None
    assert Link.objects.count() == 1


def test_a_new_one_ends_the_one_before(as_amina: Client, stranger: Client, amina: User) -> None:
    meeting = asked(amina, now=timezone.now())
    first, second = (made(as_amina, meeting) for _ in range(2))
    assert [stranger.get(f"/r/{one}/").status_code for one in (first, second)] == [404, 200]
    assert "turns off the old one" in shown(as_amina, meeting)


def test_takes_it_back(as_amina: Client, stranger: Client, amina: User) -> None:
    meeting = asked(amina, now=timezone.now())
    secret = made(as_amina, meeting)
    as_amina.post(reverse("meetings:withdraw", args=[meeting.pk]))
    assert stranger.get(f"/r/{secret}/").status_code == 404
    assert "There’s no active link" in as_amina.get(meeting.get_absolute_url()).content.decode()
    assert "There’s no active link" in shown(as_amina, meeting)
    assert stranger.get(f"/r/{made(as_amina, meeting)}/").status_code == 200


def test_one_that_nobody_has_yet_is_called_so(as_amina: Client, amina: User) -> None:
    reply = invited(amina, now=timezone.now())
    reply.make_link(now=timezone.now())
    for name in ("show", "ask"):
        page = as_amina.get(reverse(f"meetings:{name}", args=[reply.meeting_id])).content.decode()
        assert "You’ve made a link. You haven’t shared it yet." in page
        assert "no active link" not in page


def test_taken_back_before_the_letter_went_it_leaves_the_letter(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    as_amina.get(reverse("meetings:ask", args=[meeting.pk]))
    as_amina.post(reverse("meetings:withdraw", args=[meeting.pk]))
    page = as_amina.get(reverse("meetings:ask", args=[meeting.pk])).content.decode()
    assert "your message goes without one" in page
    assert "without an account:" not in page.split('id="id_body"')[1].split("</textarea>")[0]


def test_refuses_for_who_asked_to_be_left_alone(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    Quiet.add(meeting.contact, now=timezone.now())
    answer = as_amina.post(reverse("meetings:link", args=[meeting.pk]))
    assert answer.status_code == 422
    assert "not to be contacted by students here" in answer.content.decode()
    assert not Link.objects.exists()
    for page in (reverse("meetings:ask", args=[meeting.pk]), meeting.contact.get_absolute_url()):
        assert "asked not to be contacted by students here" in as_amina.get(page).content.decode()


def test_a_proposal_is_accepted_with_one_click(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    reply = invited(amina, now=now)
    at = (now + timedelta(days=3)).replace(second=0, microsecond=0)
    reply.propose(now=now, zone="Africa/Accra", at=at, mode="phone", place="+233 30 1", line="Gladly!")
    page = as_amina.get(reply.meeting.get_absolute_url()).content.decode()
    assert "Accept this time" in page
    assert "Gladly!" in page
    answer = as_amina.post(reverse("meetings:accept_proposal", args=[reply.meeting_id]), follow=True)
    assert "You’re all set:" in answer.content.decode()
    meeting = Meeting.objects.get(pk=reply.meeting_id)
    assert (meeting.starts_at, meeting.mode, meeting.place) == (at, "phone", "+233 30 1")


def test_a_proposal_that_clashes_is_refused_in_a_sentence(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    reply = invited(amina, now=now)
    at = now + timedelta(days=3)
    reply.propose(now=now, zone="Africa/Accra", at=at)
    fix(a_meeting(amina, a_contact(amina, "Kofi")), at, now=now)
    answer = as_amina.post(reverse("meetings:accept_proposal", args=[reply.meeting_id]))
    assert answer.status_code == 422
    assert "You have another conversation at that time." in answer.content.decode()


def test_a_person_who_was_named_becomes_a_contact_with_one_click(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    reply = invited(amina, now=now)
    reply.name_someone("Kofi Mensah", now=now, reach="kofi@example.org", may_use_name=True)
    page = as_amina.get(reply.meeting.get_absolute_url()).content.decode()
    (become,) = re.findall(r'action="(/meetings/[^"]*become[^"]*)"', page)
    as_amina.post(become)
    assert amina.pk == reply.meeting.owner_id
    kofi = type(reply.meeting.contact).objects.get(name="Kofi Mensah")
    assert kofi.referred_by == reply.meeting.contact
