"""Who may walk through the addresses of this room."""

from collections.abc import Sequence
from typing import Any

from agendas.models import CentreSet
from contacts.models import Finding
from meetings.models import Meeting
from tests.agendas.builders import a_wording, an_agenda, an_own_set
from tests.cast import NOW, Cast, a_meeting
from tests.walls import Wall, advisers, own

OURS = "days-13-normal-week"


def a_conversation(cast: Cast) -> Sequence[Any]:
    return [a_meeting(cast.amina).pk]


def a_question(cast: Cast) -> Sequence[Any]:
    (row, *_) = an_agenda(a_meeting(cast.amina), "W", "C")
    return [row.agenda.meeting_id, row.pk]


def a_removed_question(cast: Cast) -> Sequence[Any]:
    meeting = a_meeting(cast.amina)
    (row, *_) = an_agenda(meeting, "W", "C")
    return [meeting.pk, row.drop(now=NOW).pk]


def a_finding(cast: Cast) -> Sequence[Any]:
    meeting: Meeting = a_meeting(cast.amina)
    found = Finding.objects.create(contact=meeting.contact, kind="project", text="Seagrass survey", found_at=NOW)
    return [meeting.pk, found.pk]


def a_wording_of_ours(cast: Cast) -> Sequence[Any]:
    return [a_wording(cast.cleo, OURS, "What fills your Mondays?").code]


def a_removed_wording(cast: Cast) -> Sequence[Any]:
    return [a_wording(cast.cleo, OURS, "What fills a week?").go_back(by=cast.cleo, now=NOW).pk]


def a_set(cast: Cast) -> Sequence[Any]:
    # No two sets have one name.
    there = CentreSet.objects.in_order().first()
    return [(there or an_own_set(cast.cleo, OURS)).key]


def a_question_of_a_set(cast: Cast) -> Sequence[Any]:
    return [*a_set(cast), OURS]


WALLS: dict[str, Wall] = {
    "agendas:agenda": own(a_conversation),
    "agendas:fill": own(a_conversation),
    "agendas:write": own(a_conversation),
    "agendas:pick": Wall(frozenset({"amina"}), a_conversation, post={"question": "people-04-who-else"}),
    "agendas:ask_about": own(a_finding),
    "agendas:revise": own(a_question),
    "agendas:allot": own(a_question),
    "agendas:drop": own(a_question),
    "agendas:restore": own(a_removed_question),
    "agendas:arrange": own(a_conversation),
    "agendas:look": own(a_conversation),
    **{f"agendas:{name}": own(a_question) for name in ("mend", "unmend", "silence", "heed", "pin", "unpin")},
    "agendas:move_up": own(a_question),
    "agendas:move_down": own(a_question),
    "agendas:move_to": own(a_question),
    "bank:index": advisers(),
    "bank:add": advisers(),
    "bank:look": advisers(),
    "bank:word": advisers(lambda cast: [OURS]),
    "bank:hide": advisers(lambda cast: [OURS]),
    "bank:unhide": advisers(lambda cast: [OURS]),
    "bank:go_back": advisers(a_wording_of_ours),
    "bank:restore": advisers(a_removed_wording),
    "bank:sets": advisers(),
    "bank:make_set": advisers(),
    "bank:show_set": advisers(a_set),
    "bank:rename_set": advisers(a_set),
    "bank:hide_set": advisers(a_set),
    "bank:unhide_set": advisers(a_set),
    "bank:put": advisers(a_question_of_a_set),
    "bank:take_out": advisers(a_question_of_a_set),
    "bank:move": advisers(a_question_of_a_set),
    "agendas:sheet": own(a_conversation),
    "agendas:pdf": own(a_conversation),
}
