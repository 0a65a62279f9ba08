"""Two acts at once, on the agenda and on the conversation: what the second writes down holds what the first one did."""

import pytest

from accounts.models import User
from agendas.models import Agenda
from meetings.models import Meeting
from tests.cast import NOW, a_meeting
from tests.interleaving import meet
from tests.meetings.builders import a_draft
from tests.sampling import one_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("after", one_in(5, [1, 2, 4, 6, 8]))
def test_what_a_conversation_has_is_worked_out_by_one_after_the_other(amina: User, after: int) -> None:
    meeting = a_meeting(amina)
    draft, agenda = a_draft(meeting), Agenda.of(meeting)
    meet(
        lambda: agenda.write("How did you begin?", phase="C", minutes=3, spare=False),
        lambda: draft.send(now=NOW),
        after=after,
    )
    assert {"agenda", "letters"} <= set(Meeting.objects.get(pk=meeting.pk).has)


@pytest.mark.parametrize("after", one_in(7, [1, 2, 4, 6, 8, 10, 12]))
def test_the_other_way_round(amina: User, after: int) -> None:
    meeting = a_meeting(amina)
    draft, agenda = a_draft(meeting), Agenda.of(meeting)
    meet(
        lambda: draft.send(now=NOW),
        lambda: agenda.write("How did you begin?", phase="C", minutes=3, spare=False),
        after=after,
    )
    assert {"agenda", "letters"} <= set(Meeting.objects.get(pk=meeting.pk).has)
