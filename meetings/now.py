"""Which card leads the page of a conversation: the one thing to do now."""

from meetings.models import Meeting

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


def now_card(meeting: Meeting, *, acts: frozenset[str], proposed: bool) -> str:
    """The template of the card for `meeting`.

    In: `acts` as meeting.open_to gives them; `proposed`, whether a time that the contact proposed waits.
    """
    stage = Stage(meeting.stage)
    if proposed:
        card = "proposed"
    elif "miss" in acts:
        # Its time has come, and nobody has said yet what became of it.
        card = "outcome"
    elif stage == Stage.ANSWERED and meeting.answer == Meeting.Answer.YES:
        card = "missed" if meeting.missed_by else "yes"
    else:
        card = CARDS.get(stage, "ended")
    return f"meetings/now/{card}.html"
