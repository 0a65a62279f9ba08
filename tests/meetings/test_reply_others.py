"""The contact proposes, declines, names somebody, calls off."""

from datetime import date, timedelta
from typing import Any

import pytest

from accounts.models import User
from followups.models import Followup
from meetings.models import Reply
from notes.models import NamedPerson
from tests.cast import NOW, a_contact, a_meeting
from tests.meetings.builders import TOMORROW, anew, fix, invited, touches

pytestmark = pytest.mark.django_db


def test_a_proposal_is_a_yes_that_waits_for_the_student(amina: User, signals: list[Any]) -> None:
    reply = invited(amina)
    reply.propose(now=NOW, zone="Africa/Accra", at=TOMORROW, mode="phone", line="After the boat is in.")
    meeting = anew(reply).meeting
    assert (meeting.stage, meeting.answer, anew(reply).waits) == ("answered", "yes", True)
    assert [name for name, *_ in signals] == ["asked", "answered", "replied"]
    assert [words for _kind, words in touches(meeting)][-2:] == [
        "They wrote: “After the boat is in.”",
        "Suggested Thursday 19 November, 10:00–10:20, Berlin time (9:00–9:20, Accra time)",
    ]


def test_a_proposal_leaves_a_time_that_stands(amina: User) -> None:
    reply = invited(amina)
    fix(reply.meeting)
    reply.propose(now=NOW, zone="Africa/Accra", day=date(2026, 12, 1), part="lunch")
    assert anew(reply).meeting.starts_at == TOMORROW
    assert anew(reply).waits


def test_a_proposal_of_the_past_is_refused(amina: User) -> None:
    with pytest.raises(Reply.Past):
        invited(amina).propose(now=NOW, zone="UTC", at=NOW)


def test_the_student_takes_a_proposal_up_with_one_click(amina: User) -> None:
    reply = invited(amina)
    reply.propose(now=NOW, zone="Africa/Accra", at=TOMORROW, mode="in_person", place="My office")
    anew(reply).accept_proposal(now=NOW)
    after = anew(reply)
    assert (after.meeting.stage, after.meeting.starts_at, after.meeting.place) == ("arranged", TOMORROW, "My office")
    assert not after.waits
    with pytest.raises(Reply.NoProposal):
        after.accept_proposal(now=NOW)


def test_a_proposal_is_settled_by_any_arrangement_or_new_offer(amina: User) -> None:
    first, second = invited(amina), invited(amina)
    for reply in (first, second):
        reply.propose(now=NOW, zone="UTC", part="lunch")
        with pytest.raises(Reply.NoProposal):
            anew(reply).accept_proposal(now=NOW)
    fix(first.meeting)
    Reply.offer(second.meeting, now=NOW, times=[NOW + timedelta(days=5)])
    assert not anew(first).waits
    assert (anew(second).waits, anew(second).answer) == (False, "")


@pytest.mark.parametrize(("later", "stage", "answer"), [(False, "declined", "declined"), (True, "answered", "later")])
def test_declines_now_or_for_good(amina: User, later: bool, stage: str, answer: str) -> None:
    reply = invited(amina)
    reply.decline(now=NOW, later=later, not_before=date(2027, 5, 1), line="Too much on my desk.")
    after = anew(reply)
    assert (after.meeting.stage, after.answer, after.line) == (stage, answer, "Too much on my desk.")
    assert after.meeting.not_before == (date(2027, 5, 1) if later else None)


def test_takes_a_change_of_mind(amina: User) -> None:
    reply = invited(amina)
    reply.decline(now=NOW, line="No time.")
    reply.accept(reply.offers.get(position=1).pk, now=NOW, zone="UTC", mode="phone")
    after = anew(reply)
    assert (after.answer, after.line, after.meeting.stage) == ("accepted", "", "arranged")


def test_a_time_that_stands_is_called_off_not_declined(amina: User) -> None:
    reply = invited(amina)
    with pytest.raises(Reply.NotArranged):
        reply.cancel(now=NOW)
    fix(reply.meeting)
    with pytest.raises(Reply.Arranged):
        reply.decline(now=NOW, later=True)
    reply.cancel(now=NOW, line="I am ill.")
    after = anew(reply)
    assert (after.meeting.stage, after.meeting.cancel_reason, after.meeting.sequence) == ("cancelled", "I am ill.", 1)
    with pytest.raises(Reply.CalledOff):
        after.propose(now=NOW, zone="UTC")


def test_cannot_be_called_off_within_the_hour(amina: User) -> None:
    reply = invited(amina)
    fix(reply.meeting)
    with pytest.raises(Reply.TooLate):
        reply.cancel(now=TOMORROW - timedelta(minutes=59))


def test_who_was_named_is_kept_with_or_without_their_name(amina: User) -> None:
    reply = invited(amina)
    reply.name_someone("Kofi Mensah", now=NOW, reach="kofi@example.org", may_use_name=True)
    named = NamedPerson.objects.get(meeting=reply.meeting)
    assert (named.name, named.about, named.may_use_name) == ("Kofi Mensah", "kofi@example.org", True)
    assert anew(reply).meeting.stage == "declined"
    contact = named.become_contact(by=amina, now=NOW)
    assert contact.referred_by == reply.meeting.contact


def test_the_answer_reaches_the_list_of_what_is_due(amina: User) -> None:
    reply = invited(amina)
    reply.decline(now=NOW)
    kinds = Followup.objects.open().filter(meeting=reply.meeting).values_list("kind", flat=True)
    assert list(kinds) == ["reply"]


@pytest.mark.parametrize(
    ("times", "refusal"),
    [
        ([NOW], "Past"),
        ([TOMORROW, TOMORROW + timedelta(minutes=19)], "Overlap"),
        ([TOMORROW + timedelta(hours=n) for n in range(6)], "TooMany"),
        ([NOW + timedelta(days=3)], "Clash"),
    ],
)
def test_offers_only_what_can_be_kept(amina: User, times: list[Any], refusal: str) -> None:
    fix(a_meeting(amina, a_contact(amina, "Kofi")), NOW + timedelta(days=3))
    with pytest.raises(getattr(Reply, refusal, None) if refusal not in ("Past", "Clash") else Exception) as error:
        invited(amina, *times)
    assert type(error.value).__name__ == refusal
