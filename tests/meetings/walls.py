"""Who may walk through the addresses of this room."""

from django.utils import timezone

from tests.cast import Cast, a_meeting
from tests.meetings.builders import a_draft, arranged, invited
from tests.walls import Wall, open_to_all, own, students


def _meeting(cast: Cast) -> list[int]:
    return [a_meeting(cast.amina).pk]


def _letter(cast: Cast) -> list[int]:
    return [a_draft(a_meeting(cast.amina)).pk]


def _link(cast: Cast) -> list[str]:
    now = timezone.now()
    return [invited(cast.amina, now=now).make_link(now=now)]


def _invited(cast: Cast) -> list[int]:
    return [invited(cast.amina, now=timezone.now()).meeting_id]


STEPS = ("goal", "person", "ask", "time", "preview", "research", "pitch", "pack")
ACTS = ("hear", "cancel", "miss", "hold", "unhold", "rest", "wake")

WALLS: dict[str, Wall] = {
    **{
        f"reply:{name}": open_to_all("whoever holds the link answers without an account", _link)
        for name in ("show", "answer", "about", "erase", "ics")
    },
    "meetings:link": own(_meeting),
    **{
        f"meetings:{name}": own(_invited)
        for name in ("offer", "unoffer", "withdraw", "relink", "accept_proposal", "mark_seen")
    },
    "meetings:dispatch": own(_letter),
    "meetings:index": students(),
    "meetings:begin": students(),
    "meetings:shortlist": students(),
    "meetings:show": own(_meeting),
    "meetings:calendar_file": own(lambda cast: [arranged(cast.amina).pk]),
    "meetings:write": own(lambda cast: [*_meeting(cast), "thanks"]),
    **{f"meetings:{name}": own(_meeting) for name in STEPS + ACTS},
    **{f"meetings:{name}": own(_letter) for name in ("reword", "send", "anew", "mend", "unmend", "silence", "heed")},
}
