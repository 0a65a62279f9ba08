"""Saying that they talked."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from meetings.models import Meeting, Reply
from tests.cast import NOW
from tests.meetings.builders import TOMORROW, anew, arranged, asked, fix, held, invited, touches

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def test_says_that_they_talked(amina: User, signals: list[Any]) -> None:
    meeting = held(amina)
    assert meeting.stage == Stage.HELD
    assert touches(meeting)[-1] == ("held", "You talked")
    assert signals[-1][0] == "held"


def test_takes_back_a_no_show(amina: User) -> None:
    meeting = arranged(amina)
    meeting.miss(now=TOMORROW, whom="them")
    meeting.hold(now=TOMORROW)
    assert (meeting.stage, meeting.missed_at) == (Stage.HELD, None)


def test_refuses_twice_and_without_a_time(amina: User) -> None:
    with pytest.raises(Meeting.AlreadyHeld):
        held(amina).hold(now=NOW)
    with pytest.raises(Meeting.NotArranged):
        asked(amina).hold(now=NOW)


def test_from_the_page(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    page = as_amina.get(meeting.get_absolute_url()).content.decode()
    assert "Did you talk?" in page
    as_amina.post(reverse("meetings:hold", args=[meeting.pk]))
    meeting.refresh_from_db()
    assert meeting.stage == Stage.HELD
    response = as_amina.post(reverse("meetings:hold", args=[meeting.pk]))
    assert response.status_code == 422
    assert "You’ve already talked" in response.content.decode()


def test_an_answer_is_no_news_once_they_talked_and_again_where_they_did_not(amina: User) -> None:
    reply = invited(amina)
    reply.accept(reply.offers.order_by("starts_at")[0].pk, now=NOW, zone="Africa/Accra", mode="online")
    reply = anew(reply)
    news = Reply.objects.answered()
    assert list(news) == [reply]
    reply.meeting.hold(now=NOW)
    assert not news.all()
    reply.meeting.unhold(now=NOW)
    assert list(news.all()) == [reply]


def test_held_early_its_hour_is_free_until_it_is_said_not_to_have_been(amina: User) -> None:
    early, other = arranged(amina), asked(amina)
    early.hold(now=NOW)
    reply = Reply.offer(other, now=NOW, times=[TOMORROW, TOMORROW + timedelta(hours=1)])
    assert reply.still_free(now=NOW)[0].starts_at == TOMORROW
    fix(other)
    with pytest.raises(Meeting.Clash):
        early.unhold(now=NOW)
    early.refresh_from_db()
    assert (early.stage, early.held_at) == (Stage.HELD, NOW)
    other.cancel(now=NOW)
    early.unhold(now=NOW)
    assert Meeting.objects.get(pk=early.pk).stage == Stage.ARRANGED


def test_held_in_its_time_it_keeps_its_hour(amina: User) -> None:
    arranged(amina).hold(now=TOMORROW)
    with pytest.raises(Meeting.Clash):
        fix(asked(amina))
    with pytest.raises(Meeting.Clash):
        Reply.offer(asked(amina), now=NOW, times=[TOMORROW])
