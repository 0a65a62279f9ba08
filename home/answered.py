"""What contacts answered on their own pages and the student has not seen yet, as home shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import User
from coach.wording import isolated
from home.underway import Underway
from meetings import answers
from meetings.ahead import CONFIRM, WHERE
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
    """One answer: `meeting` its conversation's pk, `words` the sentence, `exact` whether one click accepts it.

    `then` is what the time that they chose asks for at once, and `then_at` its page.
    """

    meeting: int
    at: str
    words: str
    how: str
    line: str
    waits: bool
    exact: bool
    version: int
    then: str = ""
    then_at: str = ""


def answered(user: User, talks: Mapping[int, Underway]) -> list[Answered]:
    """The latest first, with what comes next in each of `talks`, by its pk; one query."""
    found = Reply.objects.visible_to(user).answered().select_related("meeting__contact").only(*COLUMNS)
    return [_of(row, user.zone, talks.get(row.meeting_id)) for row in found[:MOST]]


def _of(row: Reply, zone: str, talk: Underway | None) -> Answered:
    then = talk.next if talk and talk.next and talk.next.slug in (WHERE, CONFIRM) else None
    confirm = _("Confirm with %(who)s") % {"who": isolated(row.meeting.contact.addressed)}
    return Answered(
        meeting=row.meeting_id,
        at=row.meeting.get_absolute_url(),
        words=answers.sentence(row, zone),
        how=answers.how(row) if row.waits else "",
        line=row.line,
        waits=row.waits,
        exact=row.proposed_at is not None,
        version=row.version,
        then=(confirm if then.slug == CONFIRM else str(then.button)) if then else "",
        then_at=then.href if then else "",
    )
