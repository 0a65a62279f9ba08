"""The student reads by mail that a contact answered: at once, seldom, and without a word of the contact's."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from accounts.models import User
from core import sending
from core.models import Mail
from followups.models import Reminding
from meetings.models import Reply
from tests.cast import NOW, Cast, a_contact
from tests.meetings.builders import anew, asked, fix, invited
from tests.post import delivered, page_of

pytestmark = pytest.mark.django_db
WORDS = "After the harvest, please: barley first."


def news(now: datetime) -> list[EmailMessage]:
    """The mails about answers that have left by `now`."""
    return [letter for letter in delivered(now) if "replied to you" in letter.subject]


def decline(reply: Reply, now: datetime = NOW, **words: Any) -> None:
    anew(reply).decline(now=now, line=WORDS, **words)


ACTS: dict[str, tuple[Callable[[Reply], None], str]] = {
    "answers": (decline, "Dr. Osei said no."),
    "later": (lambda reply: decline(reply, later=True), "Dr. Osei said: not now, maybe later."),
    "chooses": (
        lambda reply: reply.accept(reply.offers.all()[0].pk, now=NOW, zone="Africa/Accra", mode="phone", place=WORDS),
        "Dr. Osei chose a time:",
    ),
    "proposes": (
        lambda reply: reply.propose(now=NOW, zone="Africa/Accra", line=WORDS, place=WORDS),
        "Dr. Osei would like to find a time with you.",
    ),
    "names": (
        lambda reply: reply.name_someone("Barley Mei", now=NOW, reach=WORDS, line=WORDS),
        "Dr. Osei suggested someone else to you.",
    ),
    "asks for quiet": (lambda reply: reply.keep_quiet(now=NOW, line=WORDS), "Please don’t write to them."),
    "asks to be forgotten": (
        lambda reply: reply.erase(now=NOW),
        "They asked us to delete their details, so we removed what you had saved about them.",
    ),
}


@pytest.mark.parametrize("act", ACTS)
def test_comes_at_once_and_without_a_word_of_theirs(amina: User, act: str) -> None:
    does, sentence = ACTS[act]
    reply = invited(amina)
    does(anew(reply))
    [letter] = news(NOW)
    assert letter.to == [amina.email]
    assert sentence in letter.body.replace("\u2068", "").replace("\u2069", "")
    assert "arley" not in letter.message().as_string()
    assert f"http://localhost:8000/meetings/{reply.meeting_id}/" in letter.body


def test_comes_when_they_call_it_off(amina: User) -> None:
    meeting = fix(asked(amina))
    reply = Reply.of(meeting, now=NOW)
    reply.cancel(now=NOW, line=WORDS)
    [letter] = news(NOW)
    assert "had to cancel." in letter.body
    assert WORDS not in letter.body


def test_comes_when_they_move_it(amina: User) -> None:
    reply = invited(amina)
    first, second = reply.offers.all()
    anew(reply).accept(first.pk, now=NOW, zone="Africa/Accra", mode="phone")
    news(NOW)
    later = NOW + timedelta(hours=1)
    anew(reply).accept(second.pk, now=later, zone="Africa/Accra", mode="phone")
    assert "chose a time:" in news(later)[-1].body


def test_what_the_student_does_is_no_news(amina: User) -> None:
    reply = invited(amina)
    fix(anew(reply).meeting)
    anew(reply).meeting.cancel(now=NOW)
    Reply.offer(asked(amina), now=NOW, times=[])
    assert news(NOW + timedelta(hours=1)) == []


def test_another_answer_within_a_quarter_of_an_hour_waits_for_the_next_mail(amina: User) -> None:
    for minutes in (0, 1, 2, 14):
        decline(invited(amina), NOW + timedelta(minutes=minutes))
        news(NOW + timedelta(minutes=minutes))
    assert len(news(NOW + timedelta(minutes=14, seconds=59))) == 1
    first, second = news(NOW + timedelta(minutes=15))
    assert first.subject == "Dr. Osei replied to you"
    assert second.subject == "3 people replied to you"
    assert second.body.count("said no.") == second.body.count("Open the conversation:") == 3
    assert len(news(NOW + timedelta(days=1))) == 2
    assert not Mail.objects.waiting().exists()


def test_one_quarter_of_an_hour_is_each_students_own(amina: User, bo: User) -> None:
    decline(invited(amina))
    decline(invited(bo))
    assert [letter.to for letter in news(NOW)] == [[amina.email], [bo.email]]


def test_an_answer_an_hour_later_comes_at_once(amina: User) -> None:
    decline(invited(amina))
    news(NOW)
    later = NOW + timedelta(hours=1)
    decline(invited(amina, now=NOW), later)
    assert len(news(later)) == 2


def test_says_nothing_of_what_was_seen_meanwhile(amina: User) -> None:
    first, second = invited(amina), invited(amina)
    decline(first)
    decline(second)
    anew(first).mark_seen(now=NOW)
    [letter] = news(NOW)
    assert letter.body.count("said no.") == 1
    assert f"/meetings/{second.meeting_id}/" in letter.body


def test_nothing_is_sent_where_all_was_seen(amina: User) -> None:
    reply = invited(amina)
    decline(reply)
    anew(reply).mark_seen(now=NOW)
    assert news(NOW) == []
    assert not Mail.objects.exists()


def test_an_answer_that_was_changed_is_news_again(amina: User) -> None:
    reply = invited(amina)
    decline(reply)
    news(NOW)
    later = NOW + timedelta(hours=1)
    anew(reply).propose(now=later, zone="Africa/Accra", line=WORDS)
    assert "would like to find a time with you" in news(later)[-1].body


def test_what_was_never_seen_before_is_not_brought_up_again(amina: User) -> None:
    decline(invited(amina))
    Mail.objects.all().delete()
    later = NOW + timedelta(days=3)
    decline(invited(amina, now=NOW), later)
    [letter] = news(later)
    assert letter.body.count("said no.") == 1


def test_a_second_attempt_is_the_same_to_the_letter(amina: User) -> None:
    decline(invited(amina))
    [first] = news(NOW)
    decline(invited(amina), NOW + timedelta(minutes=1))
    mail = Mail.objects.order_by("pk").first()
    assert mail is not None
    again = sending._written(mail, NOW + timedelta(minutes=2))
    assert again is not None
    assert first.message().as_string() == again.message().as_string()


def test_one_that_a_server_puts_off_holds_up_none_that_follow(amina: User) -> None:
    decline(invited(amina))
    Mail.objects.update(next_try_at=NOW + timedelta(days=1), why="451 later", attempts=6)
    later = NOW + timedelta(hours=1)
    decline(invited(amina, now=NOW), later)
    assert len(news(later + timedelta(minutes=15))) == 1


def test_who_does_not_want_them_gets_none(amina: User, bo: User) -> None:
    Reminding.settle(by=amina, seen=None, news=False)
    decline(invited(amina))
    decline(invited(bo))
    Reminding.settle(by=bo, seen=None, news=False)
    assert news(NOW) == []


def test_a_closed_account_gets_none(cast: Cast, amina: User) -> None:
    decline(invited(amina))
    amina.deactivate(by=cast.dara, now=NOW)
    assert news(NOW) == []


def test_is_stopped_by_one_click_in_the_mail_program(amina: User) -> None:
    now = timezone.now()
    decline(invited(amina, now=now), now)
    [letter] = news(now)
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = letter.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost:8000")
    page = Client(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"})
    assert "when someone replies to you" in page.content.decode()
    wants = Reminding.of(amina)
    assert (wants.news, wants.digest, wants.thanks) == (False, True, True)


def test_the_link_is_the_mails_one_act(amina: User) -> None:
    decline(invited(amina))
    page = page_of(news(NOW)[0])
    assert page.links[0][0] == "Open the conversation"
    assert ("a", "class", "act") in page.attributes


def test_a_page_that_answers_posts_it(stranger: Client, amina: User) -> None:
    now = datetime.now(UTC)
    secret = invited(amina, now=now, contact=a_contact(amina, name="Mei Tan", form_of_address="")).make_link(now=now)
    stranger.post(f"/r/{secret}/answer/", {"answer": "declined"})
    [letter] = news(timezone.now())
    assert letter.subject == "Mei Tan replied to you"
