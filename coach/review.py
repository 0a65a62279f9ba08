"""What the coach says of a text: remarks, each with what was seen, why it matters and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a remark weighs: an essential that is not there, something to mend, something to think about."""

    MISSING = "missing"
    FAULT = "fault"
    HINT = "hint"


@dataclass(frozen=True)
class TextSpan:
    """A stretch of a text: `part` is "subject" or "body" (of a question always "body"), offsets in code points."""

    part: str
    start: int
    end: int


@dataclass(frozen=True)
class Repair:
    """A change that is safe to make for the student: put `words` where `span` stands (empty span: put them in).

    `label` is what the button says: "Say how long: 20 minutes".
    """

    span: TextSpan
    words: str
    label: str


@dataclass(frozen=True)
class Remark:
    """One thing the coach noticed, in the words of a kind adviser.

    `code` is the label; `seen` the words it is about, at `span` ("" and None for what is missing); `why` it matters
    (coach.sources knows whose rule it is); `mend` what to do about it, concrete with the facts known.
    """

    code: str
    severity: Severity
    why: str
    mend: str
    seen: str = ""
    span: TextSpan | None = None
    repair: Repair | None = None

    @property
    def key(self) -> str:
        """What "Keep my wording" silences: this remark about these words."""
        return f"{self.code}:{self.seen.casefold()}"[:200]


@dataclass(frozen=True)
class Review:
    """What the coach makes of one text.

    `labels` are those that hold, as the evaluation names them ("states_duration", "explicit_phrase=exact");
    `remarks` the missing first, then the faults, then the hints, each group in the order of the text;
    `essentials` the traits that a good text of this kind has, each with whether it is there.
    """

    labels: frozenset[str]
    remarks: tuple[Remark, ...]
    essentials: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True)
class MessageText:
    """A text to a contact: `kind` request, nudge, thanks or note (any other letter), `channel` email, linkedin,
    phone or in_person; only email has a subject."""

    kind: str
    channel: str
    body: str
    subject: str = ""
