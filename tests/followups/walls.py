"""Who may walk through the addresses of this room."""

from collections.abc import Sequence

from django.utils import timezone

from followups.models import Feed
from tests.cast import Cast, a_contact
from tests.followups.builders import Kind, a_followup, a_promise, a_talk, link_to
from tests.walls import Wall, open_to_all, own, students


def followup(cast: Cast, kind: str = Kind.NUDGE) -> Sequence[int]:
    """One of Amina's that is due by the real clock."""
    now = timezone.now()
    return [a_followup(cast.amina, kind, now=now, meeting=a_talk(cast.amina, a_contact(cast.amina), now=now)).pk]


def promise(cast: Cast) -> Sequence[int]:
    return [a_promise(cast.amina, now=timezone.now()).pk]


def talk(cast: Cast) -> Sequence[int]:
    return [a_talk(cast.amina, now=timezone.now()).pk]


def address(cast: Cast) -> Sequence[str]:
    return [Feed.open(by=cast.amina, now=timezone.now())]


def mailed(cast: Cast) -> Sequence[str]:
    """The end of a link in a reminder of Amina's."""
    now = timezone.now()
    row = a_followup(cast.amina, Kind.NUDGE, now=now, meeting=a_talk(cast.amina, a_contact(cast.amina), now=now))
    return [link_to("done", row, posted_at=now).rstrip("/").rsplit("/", 1)[1]]


WALLS: dict[str, Wall] = {
    "followups:index": students(),
    "followups:calendar": students(),
    "followups:open_feed": students(),
    "followups:close_feed": students(),
    "feeds:feed": open_to_all("A calendar has no session: the secret in its address is what lets it in.", address),
    "followups:reminders": students(),
    "reminders:do": open_to_all("the signed link in a reminder is good for one act about one row", mailed),
    "followups:done": own(followup),
    "followups:postpone": own(followup),
    "followups:rest": own(followup),
    "followups:undo": own(followup),
    "followups:write": own(followup),
    "followups:thank": own(talk),
    "followups:keep": own(talk),
    "followups:promises": own(talk),
    "followups:keep_promise": own(promise),
    "followups:release_promise": own(promise),
    "followups:revise_promise": own(promise),
    "followups:reopen_promise": own(promise),
}
