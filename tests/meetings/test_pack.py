"""What to get ready."""

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
AUTOSAVE = {"HX-Request": "true", "X-Autosave": "1"}
FIVE = ["agenda", "clothes", "paper", "resume", "way"]


def test_ticks_are_kept_one_by_one_and_being_ready_ends_it(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    url = reverse("meetings:pack", args=[meeting.pk])
    as_amina.post(url, {"packed": ["paper"]}, headers=AUTOSAVE)
    meeting.refresh_from_db()
    assert (meeting.packed, meeting.packed_at) == (["paper"], None)
    as_amina.post(url, {"packed": ["paper", "agenda"]})
    meeting.refresh_from_db()
    assert meeting.packed == ["agenda", "paper"]
    assert meeting.packed_at is not None


def test_says_of_a_ready_list_what_is_on_it(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    # Of a list for a call, which was another.
    meeting.tick(["link"])
    url = reverse("meetings:pack", args=[meeting.pk])
    assert "ticks the first five things" in as_amina.get(url).content.decode()
    assert "You’re ready." in as_amina.post(url, follow=True).content.decode()
    meeting.refresh_from_db()
    assert meeting.packed == FIVE
    page = as_amina.get(url).content.decode()
    assert page.count("checked") == len(FIVE)
    assert "ticks the first five things" not in page
    answer = as_amina.post(url, {"packed": meeting.packed[1:]}, follow=True)
    assert "You’re ready. 1 thing isn’t ticked." in answer.content.decode()
    # All ticks taken back, without script: nobody is ready with nothing.
    nothing = as_amina.post(url, follow=True).content.decode()
    assert "Nothing is ticked, so you’re not ready yet." in nothing
    assert "checked" not in nothing
    # With the last tick taken back, nothing is ready any more.
    as_amina.post(url, headers=AUTOSAVE)
    meeting.refresh_from_db()
    assert (meeting.packed, meeting.packed_at) == ([], None)
    assert "pack" not in meeting.steps_done


def test_ticks_that_were_taken_back_while_they_were_saved_are_not_a_list_of_nothing_ticked(
    as_amina: Client, amina: User
) -> None:
    meeting = arranged(amina)
    url = reverse("meetings:pack", args=[meeting.pk])
    # Without a tick the sentence stays true, whatever else is saved.
    assert (
        "ticks the first five things" in as_amina.post(url, {"formal_office": "on"}, headers=AUTOSAVE).content.decode()
    )
    for ticks in (["paper"], []):
        saved = as_amina.post(url, {"packed": ticks}, headers=AUTOSAVE).content.decode()
        assert 'id="whole-list" hx-swap-oob="true" hidden' in saved
        assert "ticks the first five things" not in saved
    # However often it is pressed, and after the page was loaded anew.
    for _time in range(2):
        assert "ticks the first five things" not in as_amina.get(url).content.decode()
        assert "Nothing is ticked, so you’re not ready yet." in as_amina.post(url, follow=True).content.decode()
        meeting.refresh_from_db()
        assert (meeting.packed, meeting.packed_at) == ([], None)


def test_without_script_the_second_press_with_nothing_ticked_packs_nothing_either(
    as_amina: Client, amina: User
) -> None:
    meeting = arranged(amina)
    url = reverse("meetings:pack", args=[meeting.pk])
    as_amina.post(url, {"packed": ["paper"]})
    for _time in range(2):
        assert "Nothing is ticked, so you’re not ready yet." in as_amina.post(url, follow=True).content.decode()
    meeting.refresh_from_db()
    assert (meeting.packed, meeting.packed_at) == ([], None)
    assert "You’re ready." in as_amina.post(url, {"packed": FIVE}, follow=True).content.decode()


def test_the_rest_waits_behind_the_first_five_until_some_of_it_is_ticked(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    url = reverse("meetings:pack", args=[meeting.pk])
    page = as_amina.get(url).content.decode()
    assert '<details class="more">' in page
    assert page.index("Add more") < page.index('value="silent"')
    as_amina.post(url, {"packed": ["silent"]}, headers=AUTOSAVE)
    assert '<details class="more" open>' in as_amina.get(url).content.decode()


def test_a_suit_is_for_an_office_that_the_student_calls_formal(as_amina: Client, amina: User) -> None:
    meeting = arranged(amina)
    url = reverse("meetings:pack", args=[meeting.pk])
    assert "wear a suit" not in as_amina.get(url).content.decode()
    saved = as_amina.post(url, {"packed": ["paper"], "formal_office": "on"}, headers=AUTOSAVE).content.decode()
    assert 'id="why-clothes" hx-swap-oob="true">For a formal, corporate office, wear a suit' in saved
    meeting.refresh_from_db()
    assert (meeting.formal_office, meeting.packed) == (True, ["paper"])
    assert "wear a suit" in as_amina.get(url).content.decode()
    as_amina.post(url, {"packed": ["paper"]}, headers=AUTOSAVE)
    meeting.refresh_from_db()
    assert not meeting.formal_office


def test_nobody_is_asked_about_the_office_of_a_call(as_amina: Client, amina: User) -> None:
    meeting = fix(asked(amina), TOMORROW, mode="online", place="")
    meeting.dress_for(formal_office=True)
    url = reverse("meetings:pack", args=[meeting.pk])
    assert "formal_office" not in as_amina.get(url).content.decode()
    as_amina.post(url, {"packed": ["link"]})
    meeting.refresh_from_db()
    assert (meeting.formal_office, meeting.packed) == (True, ["link"])


def test_refuses_what_is_not_on_the_list(as_amina: Client, amina: User) -> None:
    response = as_amina.post(reverse("meetings:pack", args=[arranged(amina).pk]), {"packed": ["elephant"]})
    assert response.status_code == 422
    assert "Check it once more." in response.content.decode()


def test_the_list_follows_how_they_meet(as_amina: Client, amina: User) -> None:
    url = reverse("meetings:pack", args=[arranged(amina).pk])
    assert "Money for your own coffee" in as_amina.get(url).content.decode()
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
