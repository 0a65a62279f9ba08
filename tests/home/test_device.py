"""Halfhour on a device: what a phone installs, what is kept to be read offline, and the switch that keeps nothing."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from centre.models import Centre
from home.device import KEEP, SHARED
from meetings.models import Meeting
from tests.meetings.builders import arranged

pytestmark = pytest.mark.django_db
OFFLINE = reverse("home:offline")
KEEPING = {KEEP: "1"}


def page(client: Client, path: str, **more: dict[str, str]) -> str:
    return client.get(path, **more).content.decode()  # type: ignore[arg-type]


def talk(owner: User) -> Meeting:
    now = timezone.now()
    return arranged(owner, now + timedelta(days=1), now=now)


def test_a_phone_is_told_the_name_and_colour_of_the_centre(stranger: Client, centre: Centre) -> None:
    centre.revise(seen=None, name="Kaimauer Careers", accent_light="#7A1F5C")
    answer = stranger.get(reverse("home:manifest"))
    given = answer.json()
    assert answer.headers["Content-Type"] == "application/manifest+json"
    assert (given["name"], given["theme_color"]) == ("Halfhour · Kaimauer Careers", "#7A1F5C")
    for icon in given["icons"]:
        assert finders.find(icon["src"].removeprefix("/" + settings.STATIC_URL.lstrip("/")))


def test_every_shortcut_and_what_is_shared_leads_to_a_page(as_amina: Client) -> None:
    given = as_amina.get(reverse("home:manifest")).json()
    paths = [given["start_url"], given["share_target"]["action"], *(one["url"] for one in given["shortcuts"])]
    assert [as_amina.get(path).status_code for path in paths] == [200] * 6


def test_the_worker_is_asked_for_anew_and_may_be_used(stranger: Client) -> None:
    answer = stranger.get(reverse("home:worker"))
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Cache-Control"] == "no-cache"
    policy = stranger.get(reverse("account_login")).headers["Content-Security-Policy"]
    assert "worker-src 'self'" in policy
    assert "manifest-src 'self'" in policy


def test_lists_today_and_everything_that_one_reads_before_the_next_conversation(as_amina: Client, amina: User) -> None:
    meeting = talk(amina)
    listed = page(as_amina, OFFLINE, headers=KEEPING)
    rooms = ("meetings:show", "agendas:sheet", "meetings:research", "meetings:pack")
    paths = ["/", *(reverse(name, args=[meeting.pk]) for name in rooms)]
    assert listed.count("data-kept") == len(paths)
    for path in paths:
        assert f'href="{path}" data-kept' in listed
        kept = page(as_amina, path, headers=KEEPING)
        assert "We couldn’t load this page when you opened it. This is how it was on" in kept
        assert f'"kept-{amina.pk}"' in kept


def test_lists_today_alone_where_nothing_is_arranged(as_amina: Client) -> None:
    assert page(as_amina, OFFLINE, headers=KEEPING).count("data-kept") == 1


def test_says_that_somebody_is_offline_only_where_a_device_keeps_it(as_amina: Client) -> None:
    assert "We couldn’t load this page" not in page(as_amina, "/")
    assert as_amina.get(OFFLINE).headers["Location"] == "/"


def test_a_page_to_keep_takes_no_sentence_from_the_page_that_is_shown(as_amina: Client) -> None:
    as_amina.post(reverse("home:put_sample_away"))
    assert "Sample hidden" not in page(as_amina, "/", headers=KEEPING)
    assert "Sample hidden" in page(as_amina, "/")


def test_keeps_nothing_of_who_is_no_student(as_cleo: Client, as_dara: Client, stranger: Client) -> None:
    for client in (as_cleo, as_dara, stranger):
        assert "data-keeps" not in page(client, reverse("home:help"))


def test_a_shared_device_keeps_nothing_whoever_signs_in(as_amina: Client, amina: User, bo: User) -> None:
    as_amina.post(reverse("home:device"), {"shared": "1"})
    assert as_amina.cookies[SHARED]["httponly"]
    as_amina.force_login(bo)
    assert "data-keeps" not in page(as_amina, "/")
    as_amina.post(reverse("home:device"))
    assert f'data-keeps="kept-{bo.pk}"' in page(as_amina, "/")


def test_help_says_what_this_device_keeps(as_amina: Client, stranger: Client) -> None:
    help_page = reverse("home:help")
    assert "We keep what you type on this device." in page(as_amina, help_page)
    assert "You can still read Today" in page(as_amina, help_page)
    assert "You can still read Today" not in page(stranger, help_page)
    as_amina.post(reverse("home:device"), {"shared": "1"})
    assert "We save nothing on this device. Keep the page open" in page(as_amina, help_page)
    assert "We keep what you type on this device." not in page(as_amina, help_page)


def test_signing_out_has_the_browser_let_go_of_what_it_kept(as_amina: Client) -> None:
    assert "Clear-Site-Data" not in as_amina.get(reverse("account_logout")).headers
    assert as_amina.post(reverse("account_logout")).headers["Clear-Site-Data"] == '"storage"'


def test_the_script_asks_for_what_the_server_gives() -> None:
    script = Path(finders.find("home/worker.js") or "").read_text()
    assert f'"{OFFLINE}"' in script
    assert f'"{KEEP}"' in script
    assert f'register("{reverse("home:worker")}")' in Path(finders.find("core/house.js") or "").read_text()
