"""Acts on one person never wait for each other: every act locks in the order that core/locking.py states."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import NamedTuple

import pytest

from accounts.models import User
from contacts.models import Contact, Finding, Quiet, Touch
from core.locking import transition
from followups import opening
from followups.models import Followup
from followups.schedule import Schedule
from meetings.models import Meeting
from tests.cast import NOW, a_contact, a_meeting
from tests.contacts.builders import a_finding
from tests.followups.builders import Kind, a_followup
from tests.interleaving import meet
from tests.meetings.builders import arranged
from tests.sampling import one_in

pytestmark = pytest.mark.django_db(transaction=True)
# More than any of these acts has.
MOST_LOCKS = 30


class Talks(NamedTuple):
    """One person, an earlier conversation with them and the present one."""

    contact: Contact
    earlier: Meeting
    present: Meeting


def of_one_person(owner: User) -> Talks:
    # By their address they would be the person of the talks before as well.
    contact = a_contact(owner, email="")
    return Talks(contact, a_meeting(owner, contact), a_meeting(owner, contact))


def anew(meeting: Meeting) -> Meeting:
    return Meeting.objects.get(pk=meeting.pk)


def ask(talks: Talks) -> Callable[[], object]:
    def act() -> None:
        # Who asked to be left alone a moment before is not asked.
        with suppress(Meeting.Quiet):
            anew(talks.present).ask(now=NOW, channel="email")

    return act


def look(talks: Talks) -> None:
    for text in ("Began on a trawler.", "Leads the survey."):
        a_finding(talks.contact, text)


def find_third(talks: Talks) -> Callable[[], object]:
    look(talks)
    contact = Contact.objects.get(pk=talks.contact.pk)
    return lambda: a_finding(contact)


def drop_third(talks: Talks) -> Callable[[], object]:
    look(talks)
    third = a_finding(talks.contact)
    return lambda: Finding.objects.get(pk=third.pk).drop(now=NOW)


def forget(talks: Talks) -> Callable[[], object]:
    a_finding(talks.contact)
    return lambda: Contact.objects.get(pk=talks.contact.pk).forget(now=NOW)


def leave_alone(talks: Talks) -> Callable[[], object]:
    a_followup(talks.contact.owner, Kind.DEBRIEF, meeting=talks.present)
    return lambda: Quiet.add(talks.contact, now=NOW)


def keeping(talks: Talks) -> Followup:
    """Keeping in touch, due since the earlier conversation."""
    with transition():
        schedule = Schedule.of(talks.contact.owner)
        opening.keep_in_touch(talks.contact, talks.earlier, since=NOW - timedelta(days=400), schedule=schedule)
    return Followup.objects.get(contact=talks.contact, kind=Kind.KEEP)


def note_a_touch(talks: Talks) -> Callable[[], object]:
    keeping(talks)
    return lambda: Touch.log(talks.contact, Touch.Kind.KEPT, at=NOW, words="Wrote to them")


def keep_in_touch(talks: Talks) -> Callable[[], object]:
    kept = keeping(talks)
    return lambda: Followup.objects.get(pk=kept.pk).done(now=NOW)


@pytest.mark.parametrize("act", one_in(6, [find_third, drop_third, forget, leave_alone, note_a_touch, keep_in_touch]))
def test_asking_and_an_act_on_the_person_both_go_through(
    act: Callable[[Talks], Callable[[], object]], amina: User
) -> None:
    for after in range(1, MOST_LOCKS):
        talks = of_one_person(amina)
        if not meet(act(talks), ask(talks), after=after):
            break
    assert 2 < after < MOST_LOCKS - 1


def test_the_third_finding_counts_however_the_two_meet(amina: User) -> None:
    talks = of_one_person(amina)
    meet(find_third(talks), ask(talks), after=2)
    assert {"research", "ask"} <= set(anew(talks.present).steps_done)


def test_a_worker_and_a_calling_off_both_go_through(amina: User) -> None:
    for after in range(1, MOST_LOCKS):
        meeting = arranged(amina, NOW + timedelta(days=3 + after))
        late_at = meeting.starts_at
        assert late_at is not None
        Followup.objects.filter(meeting=meeting, kind=Kind.CONFIRM).delete()
        a_followup(amina, Kind.CONFIRM, meeting=meeting, late_at=late_at)
        cancel = lambda meeting=meeting: anew(meeting).cancel(now=NOW)  # noqa: E731
        if not meet(lambda at=late_at: Followup.close_passed(now=at), cancel, after=after):
            break
    assert 2 < after < MOST_LOCKS - 1
