"""What the coach says of a centre's own text, tried on people who could be."""

from dataclasses import dataclass, replace

from coach.drafts import Draft, kind
from coach.facts import Facts
from coach.messages.check import check
from coach.policy import Policy
from coach.review import MessageText, Remark
from coach.slots import HELD
from coach.templates import compose

_ASKING = Facts(
    student="Amina Yusuf",
    contact="Dr. Efua Osei",
    addressed="Dr. Osei",
    programme="BSc Marine Biology",
    phone="+44 20 7946 0112",
    link="https://www.linkedin.com/in/amina-yusuf-demo",
    role="Marine ecologist",
    organisation="Blue Shelf Institute",
    field="Marine conservation",
    known="referral",
    referrer="Professor Lindt",
    why_them="You moved from the laboratory to advising on policy.",
    goal_kind="field",
    goal_subject="Marine conservation",
    windows=("Monday 23 November at 10:00", "Tuesday 24 November at 15:00"),
)
_WAITING = replace(_ASKING, asked_on="Monday 9 November 2026")
_ARRANGED = replace(
    _WAITING,
    starts="Thursday 26 November, 14:00, Accra time (15:00, Berlin time)",
    starts_on="Thursday 26 November",
    starts_aloud="Thursday 26 November at 2 p.m., Accra time",
    mode="in_person",
    place="Harbour Café, Quay 3",
)
_HELD = replace(
    _ARRANGED, held_on="Thursday 26 November 2026", learned="A season at sea tells more about the work than a degree."
)
EXAMPLES = {
    "request": _ASKING,
    "nudge": _WAITING,
    "close": _WAITING,
    "confirm": _ARRANGED,
    "move": replace(_ARRANGED, reason="An examination was set for that hour."),
    "cancel": replace(_ARRANGED, reason="I have fallen ill and cannot travel."),
    "thanks": replace(
        _HELD,
        thanks_line="Your advice to spend a season at sea before deciding has changed my plan.",
        named="Ana Sol",
        offer="to look over my first survey",
        promise="send you the paper on seagrass",
    ),
    "keep": _HELD,
    "report": replace(_HELD, contact="Professor Marta Lindt", addressed="Professor Lindt", met="Dr. Efua Osei"),
}


@dataclass(frozen=True)
class CoachedTemplate:
    """A text as a student would begin from it, and what the coach noticed; nothing where it is not the centre's own."""

    letter: Draft
    own: bool = False
    remarks: tuple[Remark, ...] = ()


def coached(own: Draft, occasion: str, channel: str, policy: Policy) -> CoachedTemplate:
    """`own` filled with the example of `occasion`; where it has no body, our own text."""
    facts = replace(EXAMPLES[occasion], minutes=policy.minutes_default)
    if not own.body:
        return CoachedTemplate(compose(occasion, channel, facts, policy))
    letter = compose(occasion, channel, facts, policy, own)
    return CoachedTemplate(letter, own=True, remarks=_remarks(letter, occasion, channel, facts, policy))


def _remarks(letter: Draft, occasion: str, channel: str, facts: Facts, policy: Policy) -> tuple[Remark, ...]:
    message = MessageText(kind(occasion), channel, letter.body, letter.subject)
    return check(message, facts, met=occasion in HELD, policy=policy).remarks
