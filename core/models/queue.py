"""What waits in the outbox, as whoever looks after the mail needs it."""

from datetime import datetime
from typing import Any, NamedTuple, Self

from django.db.models import CharField, IntegerField, Value

from core.counting import MOST_COUNTED, number_of
from core.models.mail import Mail, MailQuerySet


class Queue(NamedTuple):
    """How much waits, how much of that is due and how much left of late; and the mails that tell why.

    Of those that wait `oldest` was posted first, `late` is due for longest, `tried` was put off longest, and of
    `unwritten` no letter could be made. Nothing is counted further than MOST_COUNTED + 1, nor where nothing waits.
    """

    waiting: int = 0
    due: int = 0
    left: int = 0
    oldest: Mail | None = None
    late: Mail | None = None
    tried: Mail | None = None
    unwritten: Mail | None = None

    @classmethod
    def of(cls, mails: MailQuerySet, *, now: datetime, since: datetime | None = None) -> Self:
        """What of `mails` waits at `now`, and how much left from `since` on, where that is asked: one query."""
        waiting, most = mails.waiting(), MOST_COUNTED + 1
        counts: dict[str, Any] = {
            "waiting": number_of(waiting, most),
            "due": number_of(mails.due(now), most),
            "left": number_of(mails.left_since(since), most) if since else _NOT_COUNTED,
        }
        uncounted: dict[str, Any] = dict.fromkeys(counts, _NOT_COUNTED)
        oldest = waiting.longest_first().annotate(part=_named("oldest"), **counts)[:1]
        telling = {"late": mails.due(now), "tried": waiting.put_off_lately(), "unwritten": mails.unwritten()}
        others = [rows.annotate(part=_named(part), **uncounted)[:1] for part, rows in telling.items()]
        found: dict[str, Any] = {mail.part: mail for mail in oldest.union(*others, all=True)}  # type: ignore[attr-defined]
        first = found.get("oldest")
        return cls(**{name: getattr(first, name) for name in counts}, **found) if first else cls()


_NOT_COUNTED = Value(0, IntegerField())


def _named(part: str) -> Value:
    return Value(part, CharField())
