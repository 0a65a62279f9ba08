"""One conversation at a glance."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from meetings.models import Meeting, Reply
from tests.cast import NOW, a_contact, a_meeting
from tests.meetings.builders import anew, answered, arranged, asked, fix, held, invited

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (a_meeting, "Next: "),
        (asked, "Have they replied?"),
        (answered, "Add the time and place"),
        (lambda owner: answered(owner, "no"), "Write a reply"),
        (lambda owner: answered(owner, "later"), "Write a reply"),
        (held, "Write down what you learned"),
    ],
)
def test_offers_one_next_act(as_amina: Client, amina: User, make: Any, words: str) -> None:
    page = as_amina.get(make(amina).get_absolute_url()).content.decode()
    assert words in page
    assert "steps done" in page


def test_a_name_with_markup_is_only_a_name(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina, a_contact(amina, "<script>x</script>", organisation="<b>Org</b>"))
    for name in ("show", "ask", "person", "time", "pack"):
        page = as_amina.get(reverse(f"meetings:{name}", args=[meeting.pk])).content.decode()
        assert "<script>x" not in page
        assert "<b>Org" not in page


@pytest.mark.parametrize("name", ["show", "goal", "person", "ask", "time", "research", "pitch", "pack"])
def test_asks_the_database_twelve_times_at_most(as_amina: Client, amina: User, name: str) -> None:
    meeting = arranged(amina) if name != "ask" else a_meeting(amina)
    if name == "ask":
        # The first visit makes the link that stands in the letter.
        as_amina.get(reverse("meetings:ask", args=[meeting.pk]))
    with CaptureQueriesContext(connection) as asked:
        as_amina.get(reverse(f"meetings:{name}", args=[meeting.pk]))
    # A savepoint is a word to the database, not a question.
    assert len([query for query in asked if "SAVEPOINT" not in query["sql"]]) <= 12


def test_stands_on_the_pages_of_person_and_goal(as_amina: Client, amina: User) -> None:
    meeting = asked(amina)
    link = meeting.get_absolute_url()
    assert link in as_amina.get(meeting.contact.get_absolute_url()).content.decode()
    goal = meeting.goals.get()
    assert link in as_amina.get(goal.get_absolute_url()).content.decode()


@pytest.mark.parametrize("make", [a_meeting, asked, answered, arranged, held])
def test_the_stage_stands_in_words_on_every_page(as_amina: Client, amina: User, make: Any) -> None:
    meeting = make(amina)
    meeting.refresh_from_db()
    words = Stage(meeting.stage).label
    for page in (meeting.get_absolute_url(), meeting.contact.get_absolute_url()):
        states = re.findall(r'<span class="state[^>]*>([^<]*)<', as_amina.get(page).content.decode())
        assert words in states, page


def test_a_talk_that_was_held_is_not_asked_after_again(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    meeting = arranged(amina, now - timedelta(hours=1), now=now - timedelta(hours=2))
    assert "Did you talk?" in as_amina.get(meeting.get_absolute_url()).content.decode()
    meeting.hold(now=now)
    page = as_amina.get(meeting.get_absolute_url()).content.decode()
    assert "Did you talk?" not in page
    for title in ("Thank-you", "Promises", "Keep in touch"):
        assert f">{title}</a>" in page


def loud(html: str) -> list[str]:
    """What the loud buttons of the page say, in their order."""
    return re.findall(r'<(?:a|button) class="button(?: small)?"[^>]*>\s*([^<]*?)\s*<', html.partition("<main")[2])


@pytest.mark.parametrize(
    ("minutes", "label"),
    [(-10, "Open conversation mode"), (10, "Open conversation mode"), (25, "Yes, we talked")],
)
def test_until_the_end_the_loud_act_is_conversation_mode(
    as_amina: Client, amina: User, minutes: int, label: str
) -> None:
    now = timezone.now()
    meeting = arranged(amina, now - timedelta(minutes=minutes), now=now - timedelta(hours=2))
    page = as_amina.get(meeting.get_absolute_url()).content.decode()
    assert loud(page) == [label]
    assert ("Did you talk?" in page) == (label == "Yes, we talked")
    # That they did not come can be said as soon as it should have begun.
    assert ("No, it didn’t happen" in page) == (minutes > 0)
    assert page.count("Yes, we talked") == 1


def test_the_confirmation_is_offered_once(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    page = as_amina.get(arranged(amina, now + timedelta(days=3), now=now).get_absolute_url()).content.decode()
    assert page.count("Write the confirmation") == 1
    assert loud(page) == ["Write the confirmation"]
    # When it is due is said all the same.
    assert "Confirm with Dr. Osei" in page


def test_what_comes_after_is_offered_once(as_amina: Client, amina: User) -> None:
    page = as_amina.get(held(amina).get_absolute_url()).content.decode()
    assert loud(page) == ["Write down what you learned"]
    assert len(re.findall(r"<a[^>]*>\s*Write down what you learned", page)) == 1
    assert "Write it down" not in page
    assert "Write the thank-you" not in page
    assert "Thank Dr. Osei" in page


def test_says_of_what_is_settled_by_itself_no_more_than_that(as_amina: Client, amina: User) -> None:
    meeting = held(amina)
    meeting.thank(now=NOW + timedelta(hours=3))
    page = as_amina.get(meeting.get_absolute_url()).content.decode()
    # Nobody promised anything, and nobody kept in touch yet.
    assert re.findall(r'<span class="state done">([^<]*)<', page.partition("Afterwards")[2]) == [
        "Done",
        "None open",
        "Planned",
    ]


def test_reads_only_what_there_is(as_amina: Client, amina: User, django_assert_max_num_queries: Any) -> None:
    address = reverse("meetings:show", args=[arranged(amina).pk])
    as_amina.get(address)
    with django_assert_max_num_queries(7):
        as_amina.get(address)


def test_a_number_no_row_can_have_is_not_found(as_amina: Client) -> None:
    for name in ("show", "goal", "person"):
        assert as_amina.get(reverse(f"meetings:{name}", args=[10**30])).status_code == 404


def test_what_was_called_off_has_nothing_on_offer(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    reply = invited(amina, now=now)
    reply.make_link(now=now)
    Reply.let_out(reply.meeting, now=now)
    address = reverse("meetings:show", args=[reply.meeting_id])
    assert "Your link works until" in as_amina.get(address).content.decode()
    anew(reply).meeting.cancel(now=now)
    page = as_amina.get(address).content.decode()
    assert "Your link works until" not in page
    assert "Times you offer" not in page
    # Neither a head without anything below it, nor a word of a form that is not there, nor a step to do.
    assert "Reply link" not in page
    assert "record their reply" not in page
    assert ", to do<" not in page


def test_who_named_somebody_is_not_asked_for_a_name(as_amina: Client, amina: User) -> None:
    reply = invited(amina)
    reply.name_someone("Kofi <b>", now=NOW)
    page = as_amina.get(reverse("meetings:show", args=[reply.meeting_id])).content.decode()
    assert "They suggested <bdi>Kofi &lt;b&gt;</bdi> instead." in page
    assert "ask if they know someone else" not in page


def test_says_when_they_talked_where_that_was_before_the_time_agreed(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    meeting = arranged(amina, now + timedelta(days=5), now=now)
    agreed = meeting.in_words("Europe/Berlin").mine.partition(",")[0]
    assert agreed in as_amina.get(meeting.get_absolute_url()).content.decode()
    meeting.hold(now=now)
    for address in (meeting.get_absolute_url(), reverse("meetings:write", args=[meeting.pk, "thanks"])):
        page = as_amina.get(address).content.decode()
        assert "You talked on" in page
        assert agreed not in page


def test_after_a_choice_nothing_of_the_offer_is_left(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    reply = invited(amina, now + timedelta(days=5), now + timedelta(days=6), now=now)
    reply.propose(now=now, zone="Africa/Accra", at=now + timedelta(days=8))
    anew(reply).accept_proposal(now=now)
    page = as_amina.get(reverse("meetings:show", args=[reply.meeting_id])).content.decode()
    assert "suggests" not in page
    assert "Times you offer" not in page
    assert not anew(reply).offers.exists()


@pytest.mark.parametrize("how", ["they chose", "they proposed", "by hand", "without a link"])
def test_once_the_time_is_agreed_nothing_of_the_offer_is_left(as_amina: Client, amina: User, how: str) -> None:
    now = timezone.now()
    if how == "without a link":
        meeting = arranged(amina, now + timedelta(days=2), now=now)
    else:
        reply = invited(amina, now=now)
        reply.make_link(now=now)
        Reply.let_out(reply.meeting, now=now)
        Reply.offer(reply.meeting, now=now, times=[now + timedelta(days=3)])
        reply = anew(reply)
        meeting = reply.meeting
        if how == "they chose":
            reply.accept(reply.offers.get(position=1).pk, now=now, zone="UTC", mode="phone")
        elif how == "they proposed":
            reply.propose(now=now, zone="UTC", at=now + timedelta(days=4))
            anew(reply).accept_proposal(now=now)
        else:
            fix(meeting, now + timedelta(days=2), now=now)
    for name in ("show", "ask"):
        page = as_amina.get(reverse(f"meetings:{name}", args=[meeting.pk])).content.decode()
        left = (
            "Your link works until",
            "Offer times",
            "Change the times",
            "can open a link and choose a time",
            "earlier times",
        )
        assert [words for words in left if words in page] == []
        assert ("Turn off the link" in page) is (how != "without a link")


def test_a_link_taken_back_after_the_time_was_agreed_can_be_given_again(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    reply = invited(amina, now=now)
    reply.make_link(now=now)
    Reply.let_out(reply.meeting, now=now)
    fix(anew(reply).meeting, now + timedelta(days=2), now=now)
    answer = as_amina.post(reverse("meetings:withdraw", args=[reply.meeting_id]))
    assert "Undo: turn the link back on" in as_amina.get(answer.headers["Location"]).content.decode()


def test_times_offered_anew_while_one_stands_can_be_changed(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    meeting = fix(asked(amina, now=now), now + timedelta(days=5), now=now)
    address = reverse("meetings:show", args=[meeting.pk])
    assert "Change the times" not in as_amina.get(address).content.decode()
    later = now + timedelta(minutes=1)
    Reply.offer(Meeting.objects.get(pk=meeting.pk), now=later, times=[now + timedelta(days=8)])
    page = as_amina.get(address).content.decode()
    assert "Change the times" in page
    assert "Times you offer:" in page


def test_a_link_can_be_made_while_a_time_stands(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    meeting = fix(asked(amina, now=now), now + timedelta(days=5), now=now)
    page = as_amina.get(reverse("meetings:ask", args=[meeting.pk])).content.decode()
    assert f'href="{reverse("meetings:link", args=[meeting.pk])}">Make a link</a>' in page
