"""The writing desk."""

from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from centre.models import Centre
from coach import gaps
from coach.drafts import SPOKEN, has_words
from contacts.models import Contact, Touch
from followups.models import Followup
from meetings.coaching import advice
from meetings.letter import channel_for
from meetings.models import Meeting, Message
from notes.models import Debrief
from tests.cast import NOW, a_contact, a_meeting
from tests.meetings.builders import a_draft, arranged, asked, held, invited
from tests.sampling import one_in

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def saves(client: Client, message: Message, **words: str) -> Any:
    headers = {"HX-Request": "true", "X-Autosave": "1"}
    words = {"subject": "S", "revision": "0", "edit_session": "one", **words}
    return client.post(reverse("meetings:reword", args=[message.pk]), words, headers=headers)


@pytest.mark.parametrize(
    ("occasion", "channel"),
    one_in(3, product([o for o in Message.Occasion.values if o != "request"], Contact.Channel.values)),
)
def test_every_letter_has_its_desk(as_amina: Client, amina: User, occasion: str, channel: str) -> None:
    meeting = held(amina)
    Contact.objects.filter(pk=meeting.contact_id).update(referred_by=a_contact(amina, "Marta Lindt"))
    url = reverse("meetings:write", args=[meeting.pk, occasion])
    assert as_amina.get(url, {"channel": channel}).status_code == 200
    assert Message.objects.get().channel == (channel if has_words(occasion, channel) else "email")


def test_there_is_nobody_to_report_to_where_nobody_named_them(as_amina: Client, amina: User) -> None:
    assert as_amina.get(reverse("meetings:write", args=[held(amina).pk, "report"])).status_code == 404


def test_a_report_goes_to_the_one_who_named_them(as_amina: Client, amina: User) -> None:
    meeting = held(amina)
    referrer = a_contact(amina, "Marta Lindt", form_of_address="Professor Lindt", email="lindt@example.org")
    Contact.objects.filter(pk=meeting.contact_id).update(referred_by=referrer)
    page = as_amina.get(reverse("meetings:write", args=[meeting.pk, "report"]), {"channel": "email"}).content.decode()
    message = Message.objects.get()
    assert "Dear Professor Lindt" in message.body
    assert "Thank you for suggesting I talk to Dr. Efua Osei" in message.body
    assert "mailto:lindt@example.org" in page
    message.send(now=NOW + timedelta(days=1))
    referrer.refresh_from_db()
    assert referrer.last_touch == "Told them how it went"


@pytest.mark.parametrize("door", ["desk", "followup"])
def test_who_named_somebody_in_their_no_is_thanked_for_it(as_amina: Client, amina: User, door: str) -> None:
    reply = invited(amina)
    reply.name_someone("Kofi Mensah", now=NOW)
    followup = Followup.objects.get(meeting=reply.meeting, kind=Followup.Kind.REPLY)
    desk = reverse("meetings:write", args=[reply.meeting_id, "close"])
    as_amina.get(desk if door == "desk" else reverse("followups:write", args=[followup.pk]))
    body = Message.objects.get().body
    assert "get in touch with Kofi Mensah soon" in body
    assert "someone else I could talk to" not in body


def test_an_unknown_occasion_is_not_found(as_amina: Client, amina: User) -> None:
    assert as_amina.get(reverse("meetings:write", args=[a_meeting(amina).pk, "poem"])).status_code == 404


def test_saves_as_it_is_typed_and_tells_the_length(as_amina: Client, amina: User) -> None:
    message = a_draft(a_meeting(amina))
    first = saves(as_amina, message, body="My own words")
    second = saves(as_amina, message, body="My own words, longer")
    assert first.status_code == second.status_code == 200
    assert "4 words" in second.content.decode()
    message.refresh_from_db()
    assert message.body == "My own words, longer"


def test_a_stale_desk_loses_nothing(as_amina: Client, amina: User) -> None:
    message = a_draft(a_meeting(amina))
    saves(as_amina, message, body="Newer words")
    assert saves(as_amina, message, body="Older words", edit_session="two").status_code == 422
    message.refresh_from_db()
    assert message.body == "Newer words"


@pytest.mark.parametrize("body", ["", "a\0b", "x" * 1_000_001])
def test_refuses_what_cannot_be_kept(as_amina: Client, amina: User, body: str) -> None:
    message = a_draft(a_meeting(amina))
    assert saves(as_amina, message, body=body).status_code == 422
    response = as_amina.post(reverse("meetings:send", args=[message.pk]), {"subject": "S", "body": body})
    assert response.status_code == 422
    message.refresh_from_db()
    assert message.sent_at is None


def test_the_mail_link_carries_no_line_end_into_a_header(as_amina: Client, amina: User) -> None:
    message = a_draft(a_meeting(amina))
    saves(as_amina, message, subject="A\r\nBcc: x@example.org & more", body="Two\nlines & 100 %")
    page = as_amina.get(reverse("meetings:ask", args=[message.meeting_id]), {"channel": "email"}).content.decode()
    link = page.split('href="mailto:')[1].split('"')[0]
    subject, body = "A%20Bcc%3A%20x%40example.org%20%26%20more", "Two%0D%0Alines%20%26%20100%20%25"
    assert link == f"efua.osei@example.org?subject={subject}&amp;body={body}"


@pytest.mark.parametrize(("body", "whole"), [("A short letter.", True), ("नमस्ते " * 96, False), ("x" * 2_000, False)])
def test_w16_a_letter_too_long_for_a_link_is_copied_first(
    body: str, whole: bool, as_amina: Client, amina: User
) -> None:
    message = a_draft(a_meeting(amina))
    saves(as_amina, message, subject="Twenty minutes", body=body)
    page = as_amina.get(reverse("meetings:ask", args=[message.meeting_id]), {"channel": "email"}).content.decode()
    link = page.split('href="mailto:')[1].split('"')[0]
    assert len(link) <= 1_900
    assert ("body=" in link) is whole
    assert ("too long to open in your email app" in page) is not whole


def test_without_an_address_there_is_no_mail_link(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina, a_contact(amina, email=""))
    page = as_amina.get(reverse("meetings:ask", args=[meeting.pk]), {"channel": "email"}).content.decode()
    assert "mailto:" not in page
    assert "Add their address" in page


def test_sending_keeps_the_words_of_the_form(as_amina: Client, amina: User) -> None:
    message = a_draft(a_meeting(amina))
    url = reverse("meetings:send", args=[message.pk])
    as_amina.post(url, {"subject": "S", "body": "As sent"})
    as_amina.post(url, {"subject": "S", "body": "Sent again"})
    message.refresh_from_db()
    assert message.body == "As sent"
    assert message.sent_at is not None
    assert Touch.objects.filter(kind="asked").count() == 1


def test_sending_keeps_the_day_that_was_named(as_amina: Client, amina: User) -> None:
    today = timezone.localdate()
    message = a_draft(a_meeting(amina, now=timezone.now() - timedelta(days=5)), now=timezone.now())
    url, yesterday = reverse("meetings:send", args=[message.pk]), today - timedelta(days=1)
    words = {"subject": "S", "body": "As sent", "sent_on": yesterday.isoformat()}
    as_amina.post(url, words | {"another_day": "1"})
    message.refresh_from_db()
    assert message.sent_at is not None
    assert timezone.localdate(message.sent_at) == yesterday
    assert Meeting.objects.get().asked_at == message.sent_at


def test_yes_today_asks_for_no_day(as_amina: Client, amina: User) -> None:
    message = a_draft(a_meeting(amina))
    as_amina.post(reverse("meetings:send", args=[message.pk]), {"subject": "S", "body": "As sent", "sent_on": "soon"})
    message.refresh_from_db()
    assert message.sent_at is not None
    assert timezone.localdate(message.sent_at) == timezone.localdate()


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("", "Enter a date."),
        ("soon", "That doesn’t look like a date."),
        ("2099-01-01", "That day hasn’t come yet."),
        ("2020-01-01", "That’s before what you recorded last."),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_the_words_kept(
    as_amina: Client, amina: User, day: str, sentence: str
) -> None:
    message = a_draft(a_meeting(amina))
    words = {"subject": "S", "body": "My own words", "sent_on": day, "another_day": "1"}
    response = as_amina.post(reverse("meetings:send", args=[message.pk]), words)
    assert response.status_code == 422
    page = response.content.decode()
    assert sentence in page
    # It stands at its field, and nowhere else.
    assert page.count(sentence) == 1
    assert 'aria-invalid="true"' in page.partition('name="sent_on"')[2].partition(">")[0]
    assert "My own words" in page
    message.refresh_from_db()
    assert message.sent_at is None


def test_not_yet_keeps_the_words(as_amina: Client, amina: User) -> None:
    message = a_draft(a_meeting(amina))
    words = {"subject": "S", "body": "My own words", "not_yet": "1"}
    page = as_amina.post(reverse("meetings:reword", args=[message.pk]), words, follow=True).content.decode()
    assert "Your message is here when you’re ready to send it." in page
    message.refresh_from_db()
    assert (message.body, message.sent_at) == ("My own words", None)


def test_one_act_comes_first(as_amina: Client, amina: User, centre: Centre) -> None:
    desk, letter = reverse("meetings:ask", args=[a_meeting(amina).pk]), 'id="copy-letter" class="button" data-copy'
    for channel, first in {"email": 'class="button" id="open-mail"', "linkedin": letter, "in_person": letter}.items():
        page = " ".join(as_amina.get(desk, {"channel": channel}).content.decode().split())
        assert first in page
        assert page.split('id="asking"')[1].split("</form>")[1].count('class="button"') == 1, channel
    centre.revise(seen=None, sends_for_students=True)
    caches["near"].clear()
    page = as_amina.get(desk, {"channel": "email"}).content.decode()
    assert 'class="button" formaction="/meetings/letters/' in page
    assert 'class="button quiet" id="open-mail"' in page


def test_the_coach_stands_open_and_praises_no_length_while_something_is_to_mend(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    meeting.say_why(seen=None, why_them="Your survey of seagrass")
    message = a_draft(meeting)
    desk = reverse("meetings:ask", args=[message.meeting_id])
    good = as_amina.get(desk, {"channel": "email"}).content.decode()
    assert ('id="coach">' in good, "Good length" in good) == (True, True)
    saves(as_amina, message, body="To whom it may concern, give me a job.")
    bad = as_amina.get(desk, {"channel": "email"}).content.decode()
    assert ('id="coach" open>' in bad, "Good length" in bad) == (True, False)


def test_a_refused_sending_says_why_and_keeps_the_words(as_amina: Client, amina: User) -> None:
    message = a_draft(asked(amina), "thanks")
    response = as_amina.post(reverse("meetings:send", args=[message.pk]), {"subject": "S", "body": "My thanks"})
    assert response.status_code == 422
    assert "You haven’t talked yet" in response.content.decode()
    assert "My thanks" in response.content.decode()


def test_drafting_anew_drops_the_edits(as_amina: Client, amina: User) -> None:
    message = a_draft(a_meeting(amina))
    saves(as_amina, message, body="Mine")
    response = as_amina.post(reverse("meetings:anew", args=[message.pk]), {"next": "https://evil.example/"})
    assert response.headers["Location"].startswith(reverse("meetings:ask", args=[message.meeting_id]))
    message.refresh_from_db()
    assert "Dear Dr. Osei" in message.body


@pytest.mark.parametrize("then", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_leads_nowhere_but_to_pages_of_ours(as_amina: Client, amina: User, then: str) -> None:
    message = a_draft(a_meeting(amina))
    response = as_amina.post(reverse("meetings:send", args=[message.pk]), {"subject": "S", "body": "B", "then": then})
    assert response["Location"] == message.meeting.get_absolute_url()


@pytest.mark.parametrize(
    ("occasion", "channel", "known"),
    one_in(5, product(Message.Occasion.values, Contact.Channel.values, [Contact.Known.OTHER, Contact.Known.ONLINE])),
)
def test_what_it_begins_with_leaves_open_only_what_the_student_knows(
    amina: User, occasion: str, channel: str, known: str
) -> None:
    somebody = Contact.objects.create(owner=amina, name="Bo Lindqvist", known=known, added_at=NOW)
    meeting = a_meeting(amina, somebody)
    draft = a_draft(meeting, occasion, channel_for(meeting, occasion, channel))
    said, gap = advice(draft, now=NOW), {"request": gaps.WHY, "thanks": gaps.SAID}.get(occasion)
    number = [gaps.NUMBER] if gaps.NUMBER in draft.body else []
    assert [remark.seen for remark in said.remarks] == [*([gap] if gap else []), *number], draft.body
    ready = "ready to say" if draft.channel in SPOKEN else "ready to send"
    assert (ready in said.line) == (gap is None)


def test_with_a_reason_and_one_thing_they_said_it_is_ready_to_send(amina: User) -> None:
    meeting = held(amina)
    meeting.say_why(seen=None, why_them="Her report on seagrass was our set text.")
    Debrief.objects.create(meeting=meeting, learned_one="Fieldwork is only a fifth of the year.")
    for occasion in ("request", "thanks"):
        draft = a_draft(meeting, occasion)
        assert advice(draft, now=NOW).standing == "good", draft.body
        assert "Her" not in draft.body


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        ("email", "Read it out loud once, then send it."),
        ("linkedin", "Read it out loud once, then send it."),
        ("phone", "Read it out loud once before you talk to them."),
        ("in_person", "Read it out loud once before you talk to them."),
    ],
)
def test_the_coach_sends_only_what_is_sent(as_amina: Client, amina: User, channel: str, words: str) -> None:
    meeting = asked(amina)
    Contact.objects.filter(pk=meeting.contact_id).update(preferred_channel=channel, phone="+49 30 1234")
    page = as_amina.get(reverse("meetings:write", args=[meeting.pk, "nudge"]), {"channel": channel}).content.decode()
    assert Message.objects.get(occasion="nudge").channel == channel
    assert page.count("Read it out loud once") == 1
    assert f"Looks good. {words}" in page


def test_at_one_table_both_clocks_stand_in_the_letter(amina: User) -> None:
    meeting = arranged(amina, contact_zone="Asia/Tokyo")
    body = a_draft(meeting, "confirm").body
    assert "Tokyo time (" in body
    assert "Berlin time)" in body
