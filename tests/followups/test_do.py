"""A link in a reminder shows on GET and acts on POST, for that one row, without signing in."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from accounts.models import User
from followups.models import Followup, Reminding
from followups.reminders.links import stop_link
from tests.cast import Cast, a_contact
from tests.followups.builders import Kind, a_followup, a_talk, link_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def followup(amina: User) -> Followup:
    now = timezone.now()
    return a_followup(amina, Kind.THANK, now=now, meeting=a_talk(amina, a_contact(amina), now=now))


def path(link: str) -> str:
    return urlsplit(link).path


def link(act: str, followup: Followup) -> str:
    return link_to(act, followup, posted_at=timezone.now())


def main(answer: HttpResponse) -> str:
    """What the page itself shows, without what script keeps ready."""
    return answer.content.decode().partition("<main")[2].partition("</main>")[0]


ACTS = ("done", "postpone", "rest")


@pytest.mark.parametrize("act", ACTS)
def test_looking_changes_nothing(stranger: Client, followup: Followup, act: str) -> None:
    answer = stranger.get(link(act, followup))
    assert answer.status_code == 200
    assert "Thank Dr. Osei" in answer.content.decode()
    assert main(answer).count("<button") == 1
    before = Followup.objects.values().get()
    stranger.head(link(act, followup))
    assert Followup.objects.values().get() == before
    assert (answer.headers["Cache-Control"], answer.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert "noindex" in answer.headers["X-Robots-Tag"]


def test_done_is_told_to_the_conversation(stranger: Client, followup: Followup) -> None:
    answer = stranger.post(link("done", followup))
    assert "You thanked Dr. Osei." in answer.content.decode()
    followup.refresh_from_db()
    assert followup.done_at
    assert followup.meeting is not None
    assert followup.meeting.thanked_at


def test_let_rest(stranger: Client, followup: Followup) -> None:
    assert "Skipped: Thank Dr. Osei" in stranger.post(link("rest", followup)).content.decode()
    followup.refresh_from_db()
    assert followup.rested_at


def test_put_off_in_words(stranger: Client, followup: Followup) -> None:
    answer = stranger.post(link("postpone", followup), {"to": "week"})
    assert "We’ll remind you on" in answer.content.decode()
    assert Followup.objects.get().postponed == 1


def test_refuses_to_put_off_to_nowhere(stranger: Client, followup: Followup) -> None:
    assert stranger.post(link("postpone", followup), {"to": "someday"}).status_code == 422
    assert Followup.objects.get().postponed == 0


def test_the_same_mail_puts_off_once(stranger: Client, followup: Followup) -> None:
    there = link("postpone", followup)
    stranger.post(there, {"to": "tomorrow"})
    once = Followup.objects.values().get()
    answer = stranger.post(there, {"to": "week"})
    assert "already settled" in answer.content.decode()
    assert "We’ll remind you on" in stranger.get(there).content.decode()
    assert Followup.objects.values().get() == once


def test_what_was_put_off_can_still_be_done_from_the_same_mail(stranger: Client, followup: Followup) -> None:
    there = link("done", followup)
    stranger.post(link("postpone", followup), {"to": "week"})
    stranger.post(there)
    assert Followup.objects.get(pk=followup.pk).done_at


@pytest.mark.parametrize("act", ACTS)
def test_says_kindly_that_it_was_done_already(stranger: Client, amina: User, followup: Followup, act: str) -> None:
    followup.done(now=timezone.now())
    before = Followup.objects.values().get(pk=followup.pk)
    for answer in (stranger.get(link(act, followup)), stranger.post(link(act, followup), {"to": "week"})):
        assert answer.status_code == 200
        assert "You thanked Dr. Osei." in answer.content.decode()
        assert "already settled" in answer.content.decode()
        assert "<button" not in main(answer)
    assert Followup.objects.values().get(pk=followup.pk) == before


def test_shows_nothing_beyond_its_row(stranger: Client, amina: User, followup: Followup) -> None:
    now = timezone.now()
    a_followup(amina, Kind.NUDGE, now=now, meeting=a_talk(amina, a_contact(amina, "Tomás Herrera"), now=now))
    page = stranger.get(link("done", followup)).content.decode()
    assert "Herrera" not in page
    assert "Amina" not in page
    assert "Blue Shelf" not in page


def test_whatever_is_wrong_with_a_link_it_answers_alike(stranger: Client, bo: User, followup: Followup) -> None:
    good = link("done", followup)
    old = link_to("done", followup, posted_at=timezone.now() - timedelta(days=31))
    head, sign = good.rstrip("/").rsplit(":", 1)
    others = head.replace(f"done.{followup.owner_id}.", f"done.{bo.pk}.")
    another = head.replace(f".{followup.pk}.", f".{followup.pk + 1}.")
    act = head.replace("done", "rest")
    wrong = [old, f"{head}:{sign[:-1]}/", f"{others}:{sign}/", f"{another}:{sign}/", f"{act}:{sign}/", "/r/do/x/"]
    gone = link("done", a_followup(bo, now=timezone.now(), meeting=a_talk(bo, now=timezone.now())))
    Followup.objects.filter(owner=bo).delete()
    answers = [getattr(stranger, method)(each) for each in [*wrong, gone] for method in ("get", "post")]
    assert {answer.status_code for answer in answers} == {404}
    # But for the token that every page draws by lot.
    assert len({re.sub(r"[A-Za-z0-9]{64}", "", answer.content.decode()) for answer in answers}) == 1
    assert "This link doesn’t work" in answers[0].content.decode()
    followup.refresh_from_db()
    assert followup.is_open


def test_a_link_of_a_closed_account_leads_nowhere(stranger: Client, cast: Cast, followup: Followup) -> None:
    there = link("done", followup)
    cast.amina.deactivate(by=cast.dara, now=timezone.now())
    assert stranger.get(there).status_code == 404


def test_a_link_is_good_for_thirty_days(stranger: Client, followup: Followup) -> None:
    there = link_to("done", followup, posted_at=timezone.now() - timedelta(days=29, hours=23))
    assert stranger.get(there).status_code == 200


@pytest.mark.parametrize("kind", Reminding.Kind.values)
def test_stop_shows_then_stops_one_kind(stranger: Client, amina: User, kind: str) -> None:
    there = path(stop_link(kind, amina, posted_at=timezone.now() - timedelta(days=200)))
    assert "Unsubscribe from this reminder?" in stranger.get(there).content.decode()
    assert getattr(Reminding.of(amina), kind)
    for _ in range(2):
        assert "You’re unsubscribed" in stranger.post(there).content.decode()
    mine = Reminding.of(amina)
    assert [each for each in Reminding.Kind.values if not getattr(mine, each)] == [kind]
    assert "You’re unsubscribed" in stranger.get(there).content.decode()


def test_times_are_said_in_the_members_zone(stranger: Client, amina: User) -> None:
    User.objects.filter(pk=amina.pk).update(time_zone="Asia/Kathmandu")
    now = timezone.now()
    followup = a_followup(amina, Kind.NUDGE, now=now, at=now, meeting=a_talk(amina, a_contact(amina), now=now))
    local = now.astimezone(timezone.zoneinfo.ZoneInfo("Asia/Kathmandu"))  # type: ignore[attr-defined]
    assert f"{local.hour}:{local.minute:02}" in stranger.get(link("done", followup)).content.decode()
