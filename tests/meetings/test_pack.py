"""What to bring."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from meetings.models import Meeting
from tests.cast import NOW, a_meeting
from tests.meetings.builders import TOMORROW, arranged, asked, fix

pytestmark = pytest.mark.django_db
Stage = Meeting.Stage


def test_ticks_are_kept_one_by_one_and_packing_ends_it(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    url = reverse("meetings:pack", args=[meeting.pk])
    as_amina.post(url, {"packed": ["paper"]}, headers={"HX-Request": "true", "X-Autosave": "1"})
    meeting.refresh_from_db()
    assert (meeting.packed, meeting.packed_at) == (["paper"], None)
    as_amina.post(url, {"packed": ["paper", "agenda"]})
    meeting.refresh_from_db()
    assert meeting.packed == ["agenda", "paper"]
    assert meeting.packed_at is not None


def test_says_of_a_packed_bag_what_is_in_it(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    # Of a list for a call, which was another.
    meeting.tick(["link"])
    url = reverse("meetings:pack", args=[meeting.pk])
    assert "ticks the whole list" in as_amina.get(url).content.decode()
    assert "Everything on the list is ticked." in as_amina.post(url, follow=True).content.decode()
    meeting.refresh_from_db()
    page = as_amina.get(url).content.decode()
    assert page.count('name="packed"') == page.count("checked") == len(meeting.packed)
    assert "ticks the whole list" not in page
    answer = as_amina.post(url, {"packed": meeting.packed[1:]}, follow=True)
    assert "1 thing on the list is not ticked." in answer.content.decode()
    # All ticks taken back, without script: that is no packed bag.
    nothing = as_amina.post(url, follow=True).content.decode()
    assert "Nothing is ticked, so it is not packed." in nothing
    assert "checked" not in nothing
    # With the last tick taken back, nothing is packed any more.
    as_amina.post(url, headers={"HX-Request": "true", "X-Autosave": "1"})
    meeting.refresh_from_db()
    assert (meeting.packed, meeting.packed_at) == ([], None)
    assert "pack" not in meeting.steps_done


def test_refuses_what_is_not_on_the_list(as_amina: Client, amina: User) -> None:
    response = as_amina.post(reverse("meetings:pack", args=[arranged(amina).pk]), {"packed": ["elephant"]})
    assert response.status_code == 422
    assert "Look it over once more." in response.content.decode()


def test_the_list_follows_mode_and_place(as_amina: Client, amina: User) -> None:
    url = reverse("meetings:pack", args=[arranged(amina).pk])
    assert "Money for two coffees" in as_amina.get(url).content.decode()
    other = fix(asked(amina), TOMORROW + timedelta(hours=3), mode="online", place="")
    page = as_amina.get(reverse("meetings:pack", args=[other.pk])).content.decode()
    assert "coffee" not in page
    assert "opened once beforehand" in page


def test_pack_and_tick_keep_each_thing_once(amina: User) -> None:
    meeting = a_meeting(amina)
    meeting.tick(["pen", "pen", "paper"])
    assert (meeting.packed, meeting.packed_at) == (["paper", "pen"], None)
    meeting.pack(["pen"], now=NOW)
    assert (meeting.packed, meeting.packed_at) == (["pen"], NOW)
