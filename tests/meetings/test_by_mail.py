"""A contact leaves an address: their answer, its time and a change of it go there, and nothing else ever does."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact, Quiet
from core import sending
from core.models import Mail
from meetings.models import Meeting, Reply
from tests import calendars
from tests.cast import NOW, a_contact
from tests.meetings.builders import anew, invited
from tests.post import delivered, page_of

pytestmark = pytest.mark.django_db
THEIRS = "efua@private.test"
WORDS = "Bring barley, please."
LATER = NOW + timedelta(hours=2)


def copies(now: datetime) -> list[EmailMessage]:
    """What has left to the address by `now`."""
    return [letter for letter in delivered(now) if letter.to == [THEIRS]]


def file_in(letter: EmailMessage) -> str:
    """The calendar file of `letter`."""
    [part] = letter.attachments
    return str(part.get_payload(decode=True).decode()).replace("\r\n ", "")  # type: ignore[union-attr]


def accepted(owner: User, *, now: datetime = NOW, **more: Any) -> Reply:
    reply = anew(invited(owner, now=now, **more))
    first = reply.offers.order_by("starts_at")[0]
    reply.accept(first.pk, now=now, zone="Africa/Accra", mode="phone", place="+233 30 222", line=WORDS)
    return anew(reply)


def left(owner: User, *, now: datetime = NOW) -> Reply:
    reply = accepted(owner, now=now)
    reply.send_to(THEIRS, now=now)
    return anew(reply)


def move(reply: Reply, now: datetime = LATER) -> None:
    reply = anew(reply)
    reply.accept(reply.offers.order_by("-starts_at")[0].pk, now=now, zone="Africa/Accra", mode="phone")


def test_gets_the_answer_the_time_on_both_clocks_and_the_calendar_file(amina: User) -> None:
    reply = left(amina)
    [letter] = copies(NOW)
    assert letter.subject == "Your conversation with Amina Yusuf"
    assert "You’re going to talk with Amina Yusuf:" in letter.body
    assert "Accra time\n" in letter.body
    assert "Berlin time" in letter.body
    assert "By phone: +233 30 222" in letter.body
    file = file_in(letter)
    assert "METHOD:REQUEST" in file
    assert "SEQUENCE:0" in file
    assert f"UID:{reply.meeting.uid}@localhost" in file
    assert f"mailto:{THEIRS}" in file
    assert amina.email not in file
    assert calendars.read(file.encode())


def test_says_why_it_comes_and_how_it_stops(amina: User, stranger: Client) -> None:
    reply = left(amina)
    [letter] = copies(NOW)
    page = page_of(letter)
    [(_words, stop)] = [link for link in page.links if link[0] == "Stop these emails"]
    assert "left this address on the reply page" in letter.body
    assert letter.extra_headers["List-Unsubscribe"] == f"<{stop}>"
    path = stop.removeprefix("http://localhost:8000")
    assert "Stop these emails?" in stranger.get(path).content.decode()
    assert anew(reply).mail_to == THEIRS
    assert "These emails have stopped" in Client(enforce_csrf_checks=True).post(path).content.decode()
    assert anew(reply).mail_to == ""
    assert "These emails have stopped" in stranger.get(path).content.decode()
    move(reply)
    assert len(copies(LATER)) == 1


def test_holds_no_word_that_was_typed_and_no_link_by_which_to_answer(amina: User) -> None:
    reply = anew(invited(amina, now=NOW))
    reply.name_someone("Barley Mei", now=NOW, reach=WORDS, line=WORDS)
    anew(reply).send_to(THEIRS, now=NOW)
    [letter] = copies(NOW)
    assert letter.subject == "Your reply to Amina Yusuf"
    assert "arley" not in letter.message().as_string()
    assert [words for words, _href in page_of(letter).links] == ["Stop these emails"]


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda reply: reply.decline(now=NOW), "that it doesn’t suit you"),
        (lambda reply: reply.decline(now=NOW, later=True), "not now, maybe later"),
        (lambda reply: reply.propose(now=NOW, zone="Africa/Accra", line=WORDS), "another time or place"),
        (lambda reply: reply.propose(now=NOW, zone="Africa/Accra", at=LATER), "You suggested another time to Amina"),
    ],
)
def test_gets_an_answer_without_a_time(amina: User, act: Any, sentence: str) -> None:
    reply = anew(invited(amina, now=NOW))
    act(reply)
    anew(reply).send_to(THEIRS, now=NOW)
    [letter] = copies(NOW)
    assert sentence in letter.body
    assert not letter.attachments


def test_hears_of_a_time_that_they_moved_once(amina: User) -> None:
    reply = left(amina)
    copies(NOW)
    move(reply)
    _first, second = copies(LATER)
    assert "SEQUENCE:1" in file_in(second)
    assert _first.extra_headers["References"] == second.extra_headers["References"]
    assert len(copies(LATER + timedelta(days=1))) == 2


def test_hears_of_a_time_that_the_student_moved_or_took_up(amina: User) -> None:
    reply = anew(invited(amina, now=NOW))
    reply.propose(now=NOW, zone="Africa/Accra", at=NOW + timedelta(days=5))
    anew(reply).send_to(THEIRS, now=NOW)
    assert "this address too" in copies(NOW)[0].body
    anew(reply).accept_proposal(now=LATER)
    assert "You’re going to talk with" in copies(LATER)[-1].body


@pytest.mark.parametrize("by", ["student", "contact"])
def test_hears_that_it_is_called_off(amina: User, by: str) -> None:
    reply = left(amina)
    copies(NOW)
    if by == "student":
        reply.meeting.cancel(now=LATER, reason=WORDS)
    else:
        reply.cancel(now=LATER, line=WORDS)
    letter = copies(LATER)[-1]
    assert letter.subject == "Cancelled: your conversation with Amina Yusuf"
    assert "METHOD:CANCEL" in file_in(letter)
    assert "SEQUENCE:1" in file_in(letter)
    assert "arley" not in letter.body


def test_nothing_else_ever_goes_there(amina: User) -> None:
    reply = left(amina)
    copies(NOW)
    anew(reply).mark_seen(now=LATER)
    meeting = anew(reply).meeting
    meeting.hold(now=NOW + timedelta(days=2))
    meeting.thank(now=NOW + timedelta(days=2))
    assert len(copies(NOW + timedelta(days=3))) == 1
    assert Mail.objects.filter(kind="copy").count() == 1


def test_only_the_last_of_two_changes_is_told(amina: User) -> None:
    reply = left(amina)
    copies(NOW)
    move(reply)
    anew(reply).meeting.cancel(now=LATER)
    assert [letter.subject for letter in copies(LATER)[1:]] == ["Cancelled: your conversation with Amina Yusuf"]


def test_times_that_follow_each_other_faster_come_an_hour_later(amina: User) -> None:
    reply = left(amina)
    copies(NOW)
    for minutes in range(9):
        now = LATER + timedelta(minutes=minutes)
        place = {"minutes": 20, "mode": "phone", "place": f"+233 {minutes}"}
        anew(reply).meeting.arrange(now=now, starts_at=NOW + timedelta(days=3), **place)
        copies(now)
    assert len(copies(LATER + timedelta(minutes=30))) == 6
    assert "+233 8" in copies(LATER + timedelta(hours=2))[-1].body
    assert len(copies(LATER + timedelta(days=1))) == 7


def test_a_second_attempt_is_the_same_to_the_letter(amina: User) -> None:
    left(amina)
    [first] = copies(NOW)
    mail = Mail.objects.get(kind="copy")
    again = sending._written(mail, LATER)
    assert again is not None
    assert first.message().as_string() == again.message().as_string()


def test_is_never_sent_to_whoever_asked_to_be_left_alone(amina: User, bo: User) -> None:
    Quiet.add(a_contact(bo, name="Somebody", email=THEIRS.upper()), now=NOW)
    with pytest.raises(Reply.Unwanted):
        accepted(amina).send_to(THEIRS, now=NOW)
    assert copies(NOW) == []


@pytest.mark.parametrize("end", ["keep_quiet", "erase"])
def test_the_address_goes_with_its_person_and_so_do_its_mails(amina: User, end: str) -> None:
    reply = left(amina)
    copies(NOW)
    getattr(anew(reply), end)(now=LATER)
    assert anew(reply).mail_to == ""
    assert len(copies(LATER)) == 1
    assert THEIRS not in str(list(Mail.objects.values()))


def test_quiet_that_was_asked_for_elsewhere_stops_what_waits(amina: User, bo: User) -> None:
    left(amina)
    Quiet.add(a_contact(bo, name="Somebody", email=THEIRS), now=NOW)
    assert copies(NOW) == []


@pytest.mark.parametrize(
    "over",
    [
        {"cancelled_at": NOW},
        {"starts_at": NOW - timedelta(hours=1), "ends_at": NOW},
    ],
)
def test_the_address_is_let_go_when_all_is_over(amina: User, over: dict[str, Any]) -> None:
    reply = left(amina)
    Meeting.objects.filter(pk=reply.meeting_id).update(**over)
    Reply.forget_addresses(now=NOW + timedelta(days=2))
    assert anew(reply).mail_to == THEIRS
    Reply.forget_addresses(now=NOW + timedelta(days=3, seconds=1))
    assert anew(reply).mail_to == ""


def test_the_address_is_let_go_where_no_time_came_of_it(amina: User) -> None:
    reply = anew(invited(amina, now=NOW))
    reply.decline(now=NOW)
    anew(reply).send_to(THEIRS, now=NOW)
    Reply.forget_addresses(now=reply.expires_at)
    assert anew(reply).mail_to == THEIRS
    Reply.forget_addresses(now=reply.expires_at + timedelta(days=3, seconds=1))
    assert anew(reply).mail_to == ""


def test_nobody_is_flooded_through_one_page(amina: User) -> None:
    reply = accepted(amina)
    for n in range(5):
        reply.send_to(f"n{n}@private.test", now=NOW)
    with pytest.raises(Reply.TooOften):
        reply.send_to(THEIRS, now=NOW)
    reply.send_to(THEIRS, now=NOW + timedelta(hours=6))


def test_nobody_is_flooded_through_many_pages(amina: User, bo: User) -> None:
    for owner in (amina, bo):
        reply = anew(invited(owner, now=NOW))
        reply.decline(now=NOW)
        for address in (THEIRS, THEIRS.upper())[: 2 if owner is amina else 1]:
            anew(reply).send_to(address, now=NOW)
    with pytest.raises(Reply.TooOften):
        anew(reply).send_to(f"<{THEIRS}>", now=NOW)


def test_needs_an_answer(amina: User) -> None:
    with pytest.raises(Reply.NothingToSend):
        anew(invited(amina)).send_to(THEIRS, now=NOW)


# Through the front door, by the real clock.


@pytest.fixture
def page(amina: User) -> str:
    now = timezone.now()
    return f"/r/{accepted(amina, now=now).make_link(now=now)}/"


def test_the_page_takes_the_address_and_lets_it_go(stranger: Client, page: str) -> None:
    assert "Your email address" in stranger.get(page).content.decode()
    answer = stranger.post(f"{page}send-to/", {"email": f"mailto:{THEIRS}"}, follow=True).content.decode()
    assert "We send it to the address you left" in answer
    assert THEIRS not in answer
    assert len(copies(timezone.now())) == 1
    answer = stranger.post(f"{page}stop-mails/", follow=True).content.decode()
    assert "Your email address" in answer
    assert Reply.objects.get().mail_to == ""


@pytest.mark.parametrize("typed", ["", "nobody", "a@b", "a@private.test\nBcc: all@x.test"])
def test_a_wrong_address_is_refused_with_a_sentence(stranger: Client, page: str, typed: str) -> None:
    answer = stranger.post(f"{page}send-to/", {"email": typed})
    assert answer.status_code == 422
    assert "Please" in answer.content.decode()
    assert not Mail.objects.filter(kind="copy").exists()


def test_the_student_and_the_director_do_not_see_the_address(
    stranger: Client, as_amina: Client, as_dara: Client, page: str
) -> None:
    stranger.post(f"{page}send-to/", {"email": THEIRS})
    Mail.objects.get(kind="copy").refuse(why=f"550 {THEIRS} unknown", now=timezone.now())
    meeting, person = Meeting.objects.get(), Contact.objects.get()
    for seen in (page, f"{page}about/"):
        assert THEIRS not in stranger.get(seen).content.decode()
    for seen in ("/", meeting.get_absolute_url(), person.get_absolute_url()):
        assert THEIRS not in as_amina.get(seen).content.decode()
    status = as_dara.get("/centre/status/").content.decode()
    assert THEIRS not in status
    assert "a copy of someone’s own reply, to an address at private.test" in status


def test_the_page_says_that_it_is_kept(stranger: Client, page: str) -> None:
    stranger.post(f"{page}send-to/", {"email": THEIRS})
    assert "You left one here. The student can’t see it." in stranger.get(f"{page}about/").content.decode()


def test_a_link_that_is_none_of_ours_stops_nothing(stranger: Client, amina: User) -> None:
    reply = left(amina)
    for sign in ("x", "1.abc:def", f"{reply.pk}.{reply.sign_of_address}"):
        assert "have stopped" in stranger.post(f"/r/stop/{sign}/").content.decode()
    assert anew(reply).mail_to == THEIRS


def test_the_link_to_an_address_from_before_stops_nothing(stranger: Client, amina: User) -> None:
    reply = left(amina)
    [letter] = copies(NOW)
    reply.send_to("other@private.test", now=NOW)
    stranger.post(letter.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost:8000"))
    assert anew(reply).mail_to == "other@private.test"
