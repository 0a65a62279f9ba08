"""One link, pressed again and again: the latest answer counts, and nothing grows."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from contacts.models import Touch
from meetings.models import Link, Reply
from notes.models import NamedPerson
from tests.meetings.builders import anew, invited

pytestmark = pytest.mark.django_db


@pytest.fixture
def reply(amina: User) -> Reply:
    return invited(amina, now=timezone.now())


@pytest.fixture
def link(reply: Reply) -> str:
    return f"/r/{reply.make_link(now=timezone.now())}/answer/"


def pressed(link: str, **words: Any) -> Any:
    return Client().post(link, {"answer": "proposed", "line": "Any day.", **words})


def test_g7_twenty_acts_an_hour_then_a_sentence_and_the_words(reply: Reply, link: str) -> None:
    answers = [pressed(link, line=f"Day {number}.") for number in range(25)]
    assert [answer.status_code for answer in answers] == [302] * 20 + [422] * 5
    page = answers[-1].content.decode()
    assert "You’ve sent several replies within an hour" in page
    assert "Day 24." in page
    assert anew(reply).line == "Day 19."


def test_g7_a_second_link_to_the_same_conversation_is_counted_with_the_first(reply: Reply, link: str) -> None:
    for _ in range(20):
        pressed(link)
    second = Link.make(reply, now=timezone.now()).secret
    assert pressed(f"/r/{second}/answer/").status_code == 422


def test_g7_nobody_is_kept_from_asking_to_be_left_alone(reply: Reply, link: str) -> None:
    for _ in range(21):
        pressed(link)
    assert pressed(link, answer="quiet").status_code == 302
    assert anew(reply).answer == "quiet"
    assert Client().post(link.replace("answer", "erase")).status_code == 200


def test_g7_the_latest_answer_replaces_the_one_before_on_the_timeline(reply: Reply) -> None:
    for minute in range(15):
        anew(reply).propose(
            now=timezone.now() + timedelta(minutes=minute), zone="UTC", part="lunch", line=f"Line {minute}."
        )
    said = Touch.objects.filter(contact=reply.meeting.contact, by=Touch.By.CONTACT)
    assert sorted(said.values_list("words", flat=True)) == ["Suggested another time", "They wrote: “Line 14.”"]


def test_g7_what_the_student_has_seen_stays(reply: Reply) -> None:
    anew(reply).propose(now=timezone.now(), zone="UTC", line="First.")
    anew(reply).mark_seen(now=timezone.now() + timedelta(minutes=1))
    anew(reply).propose(now=timezone.now() + timedelta(minutes=2), zone="UTC", line="Second.")
    words = list(Touch.objects.filter(contact=reply.meeting.contact).values_list("words", flat=True))
    assert {"They wrote: “First.”", "They wrote: “Second.”"} <= set(words)


def test_g7_moving_to_and_fro_leaves_one_line(reply: Reply) -> None:
    offers = list(reply.offers.order_by("position").values_list("pk", flat=True))
    for minute in range(6):
        offer = offers[minute % len(offers)]
        anew(reply).accept(offer, now=timezone.now() + timedelta(minutes=minute), zone="UTC", mode="phone")
    arranged = Touch.objects.filter(contact=reply.meeting.contact, kind=Touch.Kind.ARRANGED)
    assert arranged.count() == 1


def test_g7_five_people_are_named_and_the_sixth_is_refused_with_a_sentence(reply: Reply, link: str) -> None:
    answers = [pressed(link, answer="named", name=f"Kofi Mensah {number}") for number in range(7)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [422] * 2
    page = answers[-1].content.decode()
    assert "You’ve suggested five people already" in page
    assert 'value="Kofi Mensah 6"' in page
    assert NamedPerson.objects.count() == 5
    assert anew(reply).named == "Kofi Mensah 4"


def test_g7_the_same_name_again_is_one_person(reply: Reply, link: str) -> None:
    for reach in ("", "kofi@example.org"):
        pressed(link, answer="named", name="Kofi  MENSAH" if reach else "Kofi Mensah", reach=reach)
    assert NamedPerson.objects.values_list("name", "about").get() == ("Kofi MENSAH", "kofi@example.org")
    assert anew(reply).people_named == 1
