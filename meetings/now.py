"""Which card leads the page of a conversation: the one thing to do now."""

from collections.abc import Collection

from meetings.ahead import CANCEL, NextAct
from meetings.models import Meeting
from meetings.path import AFTER

Stage = Meeting.Stage
# Where the stage alone decides.
CARDS = {
    Stage.PLANNED: "next",
    Stage.ARRANGED: "next",
    Stage.ASKED: "asked",
    Stage.ANSWERED: "later",
    Stage.DECLINED: "no",
    Stage.HELD: "afterwards",
    Stage.THANKED: "afterwards",
}


def now_card(
    meeting: Meeting, *, acts: frozenset[str], proposed: bool, at_hand: bool, following: NextAct | None
) -> str:
    """The template of the card for `meeting`.

    In: `acts` as meeting.open_to gives them; `proposed`, whether a time that the contact proposed waits;
    `at_hand`, whether it is time to talk, and `following`, the next act (meetings/ahead.py).
    """
    stage = Stage(meeting.stage)
    if proposed:
        card = "proposed"
    elif following is not None and following.slug == CANCEL:
        card = "next"
    elif at_hand:
        card = "at_hand"
    elif "miss" in acts:
        # Its time has come, and nobody has said yet what became of it.
        card = "outcome"
    elif stage == Stage.ANSWERED and meeting.answer == Meeting.Answer.YES:
        card = "missed" if meeting.missed_by else "yes"
    else:
        card = CARDS.get(stage, "ended")
    return f"meetings/now/{card}.html"


def led_to(card: str, following: NextAct | None) -> Collection[str]:
    """The steps to which `card` leads by itself: nothing else on the page offers them a second time."""
    if card == "meetings/now/afterwards.html":
        return AFTER
    return {following.slug} if card == "meetings/now/next.html" and following else ()
