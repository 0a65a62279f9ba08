"""What a student closes, replaces or takes back in a conversation can be undone, whole."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact, Quiet, Touch
from followups.models import Followup
from meetings.models import Link, Meeting, Offer, Reply
from meetings.models.reply import MOST_BEFORE
from meetings.tasks import forget_earlier_offers
from tests.cast import NOW, a_meeting
from tests.meetings.builders import TOMORROW, a_draft, anew, answered, asked, held, invited

pytestmark = pytest.mark.django_db
TABLES: tuple[type[Model], ...] = (Meeting, Contact, Touch, Followup)


def everything() -> dict[str, Any]:
    """Every row that letting a conversation rest could reach."""
    return {model.__name__: list(model._base_manager.order_by("pk").values()) for model in TABLES}


def on_offer(reply: Reply) -> list[Any]:
    return list(reply.offers.order_by("position").values_list("starts_at", flat=True))


@pytest.mark.parametrize("build", [a_meeting, asked, answered, held], ids=["planned", "asked", "answered", "held"])
def test_taken_up_again_everything_is_as_before(amina: User, build: Callable[[User], Meeting]) -> None:
    meeting = build(amina)
    before = everything()
    meeting.rest(now=TOMORROW)
    assert everything() != before
    Meeting.objects.get(pk=meeting.pk).wake(now=TOMORROW + timedelta(hours=2))
    assert everything() == before


def test_what_does_not_rest_is_not_taken_up(amina: User) -> None:
    with pytest.raises(Meeting.NotResting):
        asked(amina).wake(now=NOW)


def test_letting_rest_is_undone_from_the_next_page_and_later(as_amina: Client, amina: User) -> None:
    meeting = asked(amina)
    for _ in range(2):
        page = as_amina.post(reverse("meetings:rest", args=[meeting.pk]), follow=True).content.decode()
        wake = reverse("meetings:wake", args=[meeting.pk])
        assert page.count(f' action="{wake}"') == 2
        assert f'action="{wake}"' in as_amina.get(meeting.get_absolute_url()).content.decode()
        as_amina.post(wake)
        meeting.refresh_from_db()
        assert meeting.stage == Meeting.Stage.ASKED


def test_a_time_offered_once_more_is_the_one_that_stands_on_an_open_page(amina: User) -> None:
    reply = invited(amina)
    before, times = set(reply.offers.values_list("pk", "starts_at")), on_offer(reply)
    for offered in (times[:1], times):
        Reply.offer(Meeting.objects.get(pk=reply.meeting_id), now=NOW, times=offered)
    assert set(anew(reply).offers.values_list("pk", "starts_at")) == before


def test_w9_a_time_offered_once_more_is_the_same_however_many_sets_stood_between(amina: User) -> None:
    reply = invited(amina)
    before, times = set(reply.offers.values_list("pk", "starts_at")), on_offer(reply)
    others = [[TOMORROW + timedelta(days=day)] for day in (3, 4, 5)]
    # None at all is a set as well, and so are the same times a second time.
    for offered in (*others, [], others[0], others[0], times):
        Reply.offer(Meeting.objects.get(pk=reply.meeting_id), now=NOW, times=offered)
    assert set(anew(reply).offers.values_list("pk", "starts_at")) == before


def test_w9_a_time_is_the_same_after_their_answer_and_after_an_undo(amina: User) -> None:
    reply = invited(amina)
    before, times = set(reply.offers.values_list("pk", "starts_at")), on_offer(reply)
    meeting, other = reply.meeting_id, [TOMORROW + timedelta(days=3)]
    Reply.offer(Meeting.objects.get(pk=meeting), now=NOW, times=other)
    anew(reply).propose(now=NOW, zone="Africa/Accra", line="After the ferry, please.")
    Reply.offer(Meeting.objects.get(pk=meeting), now=NOW, times=[TOMORROW + timedelta(days=4)])
    anew(reply).unoffer(now=NOW)
    Reply.offer(Meeting.objects.get(pk=meeting), now=NOW, times=times)
    assert set(anew(reply).offers.values_list("pk", "starts_at")) == before


@pytest.mark.slow
def test_w9_so_many_times_of_before_are_known(amina: User) -> None:
    reply = invited(amina)
    for hour in range(MOST_BEFORE):
        Reply.offer(Meeting.objects.get(pk=reply.meeting_id), now=NOW, times=[TOMORROW + timedelta(days=3, hours=hour)])
    assert len(anew(reply).offered_before) == MOST_BEFORE


def test_w9_times_that_were_taken_off_are_offered_again_with_the_answer_to_them(amina: User) -> None:
    reply = invited(amina)
    reply.propose(now=NOW, zone="Africa/Accra", at=TOMORROW + timedelta(hours=3), line="After the ferry, please.")
    before, times = Reply.objects.values().get(pk=reply.pk), on_offer(reply)
    Reply.offer(Meeting.objects.get(pk=reply.meeting_id), now=NOW, times=times[:1])
    assert on_offer(reply) == times[:1]
    anew(reply).unoffer(now=NOW + timedelta(hours=23))
    after = Reply.objects.values().get(pk=reply.pk)
    assert on_offer(reply) == times
    assert {**after, "version": 0} == {**before, "version": 0}
    # A page of theirs that was opened meanwhile shows other times.
    assert after["version"] > before["version"]


def test_w9_what_was_answered_since_stands(amina: User) -> None:
    reply = invited(amina)
    changed = Reply.offer(Meeting.objects.get(pk=reply.meeting_id), now=NOW, times=[TOMORROW + timedelta(days=3)])
    changed.accept(changed.offers.get().pk, now=NOW, zone="Africa/Accra", mode="phone")
    with pytest.raises(Reply.NothingBefore):
        anew(reply).unoffer(now=NOW)


def test_earlier_offers_are_let_go_after_a_day(amina: User) -> None:
    reply = invited(amina)
    Reply.offer(Meeting.objects.get(pk=reply.meeting_id), now=NOW, times=[])
    with pytest.raises(Reply.NothingBefore):
        anew(reply).unoffer(now=NOW + timedelta(hours=25))
    Reply.objects.update(made_at=timezone.now() - timedelta(hours=25))
    forget_earlier_offers(0)
    assert anew(reply).before_offer is None


def test_who_is_forgotten_leaves_no_earlier_offer(amina: User) -> None:
    reply = invited(amina)
    reply.propose(now=NOW, zone="Africa/Accra", line="After the ferry, please.")
    Reply.offer(Meeting.objects.get(pk=reply.meeting_id), now=NOW, times=[])
    anew(reply).erase(now=NOW)
    assert (anew(reply).before_offer, anew(reply).offered_before) == (None, {})


def test_w9_offering_is_undone_from_the_page(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    reply = invited(amina, now + timedelta(days=2), now + timedelta(days=3), now=now)
    times = on_offer(reply)
    page = as_amina.post(reverse("meetings:offer", args=[reply.meeting_id]), {}, follow=True).content.decode()
    undo = reverse("meetings:unoffer", args=[reply.meeting_id])
    assert page.count(f' action="{undo}"') == 2
    as_amina.post(undo)
    assert on_offer(reply) == times
    assert as_amina.post(undo).status_code == 422


def test_a_link_that_was_taken_back_works_again(as_amina: Client, amina: User) -> None:
    now = timezone.now()
    reply = invited(amina, now=now)
    ended, secret = reply.make_link(now=now), reply.make_link(now=now)
    page = as_amina.post(reverse("meetings:withdraw", args=[reply.meeting_id]), follow=True).content.decode()
    undo = reverse("meetings:relink", args=[reply.meeting_id])
    assert page.count(f' action="{undo}"') == 2
    assert Reply.behind(secret, now=now) is None
    as_amina.post(undo)
    assert Reply.behind(secret, now=now) == reply
    assert Reply.behind(ended, now=now) is None
    assert Link.objects.filter(ended_at=None).count() == 1


def test_a_link_of_long_ago_or_of_who_wants_quiet_stays_ended(amina: User) -> None:
    reply = invited(amina)
    reply.make_link(now=NOW)
    reply.withdraw(now=NOW)
    with pytest.raises(Reply.NothingBefore):
        anew(reply).relink(now=NOW + timedelta(hours=25))
    Quiet.add(reply.meeting.contact, now=NOW)
    with pytest.raises(Meeting.Quiet):
        anew(reply).relink(now=NOW)


def test_a_letter_drafted_anew_gives_ones_own_words_back(as_amina: Client, amina: User) -> None:
    draft = a_draft(asked(amina), "nudge")
    as_amina.get(draft.get_absolute_url())
    draft.reword(seen=None, subject="Tides", body="My own words.")
    as_amina.post(reverse("meetings:anew", args=[draft.pk]))
    draft.refresh_from_db()
    assert draft.body != "My own words."
    undo = reverse("meetings:unmend", args=[draft.pk])
    assert undo in as_amina.get(draft.get_absolute_url()).content.decode()
    as_amina.post(undo, {"subject": draft.subject, "body": draft.body})
    draft.refresh_from_db()
    assert (draft.subject, draft.body) == ("Tides", "My own words.")


def test_offers_are_rows_of_their_own() -> None:
    assert [relation.name for relation in Offer._meta.related_objects] == []


def test_w9_a_time_that_stays_or_comes_back_is_chosen_from_a_page_of_before(amina: User) -> None:
    reply = invited(amina)
    rows = list(reply.offers.order_by("position").values_list("pk", "starts_at"))
    (first, at), (second, later) = rows
    between = at + timedelta(hours=1)
    Reply.offer(Meeting.objects.get(pk=reply.meeting_id), now=NOW, times=[later, between, at])
    stays = list(anew(reply).offers.order_by("position").values_list("pk", "starts_at"))
    assert [stays[0], stays[2]] == [(second, later), (first, at)]
    Reply.offer(Meeting.objects.get(pk=reply.meeting_id), now=NOW, times=[later + timedelta(days=1)])
    anew(reply).unoffer(now=NOW)
    assert list(anew(reply).offers.order_by("position").values_list("pk", "starts_at")) == stays
    anew(reply).accept(first, now=NOW, zone="Africa/Accra", mode="phone", seen=0)
    assert anew(reply).meeting.starts_at == at
