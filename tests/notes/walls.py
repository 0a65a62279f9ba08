"""Who may walk through the addresses of this room."""

from collections.abc import Sequence

from tests.cast import NOW, Cast, a_meeting
from tests.notes.builders import a_question, somebody_named
from tests.walls import Wall, own, students


def a_talk(cast: Cast) -> Sequence[int]:
    return [a_meeting(cast.amina).pk]


def a_question_of_a_talk(cast: Cast) -> Sequence[int]:
    meeting = a_meeting(cast.amina)
    return [meeting.pk, a_question(meeting).pk]


def a_name(cast: Cast) -> Sequence[int]:
    return [somebody_named(a_meeting(cast.amina)).pk]


def a_removed_name(cast: Cast) -> Sequence[int]:
    meeting = a_meeting(cast.amina)
    return [meeting.pk, somebody_named(meeting).remove(now=NOW).pk]


WALLS: dict[str, Wall] = {
    "notes:compare": students(),
    "notes:meet": own(a_talk),
    "notes:start": own(a_talk),
    "notes:add": own(a_talk),
    "notes:end": own(a_talk),
    "notes:tick": own(a_question_of_a_talk),
    "notes:free": own(a_talk),
    "notes:answer": own(a_question_of_a_talk),
    "notes:debrief": own(a_talk),
    "notes:finish": own(a_talk),
    "notes:name": own(a_talk),
    "notes:become": own(a_name),
    "notes:remove": own(a_name),
    "notes:restore": own(a_removed_name),
}
