"""Who may walk through the addresses of this room."""

from datetime import datetime, timedelta

from django.utils import timezone

from meetings import copies
from meetings.models import Reply
from tests.cast import NOW, Cast, a_meeting
from tests.meetings.builders import a_draft, arranged, invited
from tests.walls import Wall, open_to_all, own, students


def _meeting(cast: Cast) -> list[int]:
    return [a_meeting(cast.amina).pk]


def _letter(cast: Cast) -> list[int]:
    return [a_draft(a_meeting(cast.amina)).pk]


def _night(now: datetime) -> datetime:
    """An hour at which nobody of the demo centre has a conversation, whenever it is made."""
    return (now + timedelta(days=2)).replace(hour=2, minute=0, second=0, microsecond=0)


def _reply(cast: Cast) -> Reply:
    now = timezone.now()
    return invited(cast.amina, _night(now), _night(now) + timedelta(days=1), now=now)


def _link(cast: Cast) -> list[str]:
    return [_reply(cast).make_link(now=timezone.now())]


def _stopping(cast: Cast) -> list[str]:
    """The end of a link in a mail to the address that a contact left."""
    reply, now = _reply(cast), timezone.now()
    reply.propose(now=now, zone="Africa/Accra", line="In spring.")
    reply.send_to(f"efua{reply.pk}@mail.test", now=now)
    return [copies.stop_link(reply).rstrip("/").rsplit("/", 1)[1]]


def _invited(cast: Cast) -> list[int]:
    return [_reply(cast).meeting_id]


STEPS = ("goal", "person", "ask", "time", "preview", "look", "research", "pitch", "pack")
ACTS = ("hear", "cancel", "miss", "hold", "unhold", "rest", "wake")

WALLS: dict[str, Wall] = {
    **{
        f"reply:{name}": open_to_all("whoever holds the link answers without an account", _link)
        for name in ("show", "answer", "about", "erase", "ics", "send_to", "stop_mails", "there")
    },
    "reply:stop": open_to_all("the signed link in a mail ends the mails to its own address", _stopping),
    "meetings:link": own(_meeting),
    **{
        f"meetings:{name}": own(_invited)
        for name in ("offer", "unoffer", "withdraw", "relink", "accept_proposal", "mark_seen")
    },
    "meetings:dispatch": own(_letter),
    "meetings:index": students(),
    "meetings:begin": students(),
    "meetings:shortlist": students(),
    "meetings:safety": students(),
    "meetings:show": own(_meeting),
    "meetings:calendar_file": own(lambda cast: [arranged(cast.amina, _night(NOW)).pk]),
    "meetings:write": own(lambda cast: [*_meeting(cast), "thanks"]),
    **{f"meetings:{name}": own(_meeting) for name in STEPS + ACTS},
    **{
        f"meetings:{name}": own(_letter)
        for name in ("reword", "send", "anew", "mend", "unmend", "silence", "heed", "add_link", "name_times")
    },
}
