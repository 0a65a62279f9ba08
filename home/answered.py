"""What contacts answered on their own pages and the student has not seen yet, as home shows it."""

from dataclasses import dataclass

from accounts.models import User
from meetings import answers
from meetings.models import Reply

MOST = 10
# What the sentences need of the reply, of its conversation and of the person; usually there is no row.
COLUMNS = (
    *("answer", "proposed_at", "proposed_part", "proposed_day", "zone", "mode", "place", "line", "named", "noted_at"),
    *("meeting__starts_at", "meeting__contact_zone"),
    *("meeting__contact__name", "meeting__contact__form_of_address", "meeting__contact__time_zone"),
)


@dataclass(frozen=True)
class Answered:
    """One answer: `meeting` its conversation's pk, `words` the sentence, `exact` whether one click accepts it."""

    meeting: int
    at: str
    words: str
    how: str
    line: str
    waits: bool
    exact: bool


def answered(user: User) -> list[Answered]:
    """The latest first; one query."""
    found = Reply.objects.visible_to(user).answered().select_related("meeting__contact").only(*COLUMNS)
    return [_of(row, user.zone) for row in found[:MOST]]


def _of(row: Reply, zone: str) -> Answered:
    return Answered(
        meeting=row.meeting_id,
        at=row.meeting.get_absolute_url(),
        words=answers.sentence(row, zone),
        how=answers.how(row) if row.waits else "",
        line=row.line,
        waits=row.waits,
        exact=row.proposed_at is not None,
    )
