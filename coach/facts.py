"""What is known when a message is drafted. A fact that is missing leaves its sentence out, or a gap of coach.gaps."""

import re
from dataclasses import dataclass, fields, replace
from typing import Any

from coach.naming import as_named
from coach.typed import without_pictures

# A fact with something in brackets is a form that nobody filled in; a letter must not carry it.
_UNFILLED = re.compile(r"\[[^\[\]\n]*\]|<[^<>\n]*>|[{}]")


_ARROW = re.compile(r"(?<=\w) (?:→|⇒|->|=>) (?=\w)")


@dataclass(frozen=True)
class Facts:
    """The facts of one conversation, in words; only `student` and `contact` are always there.

    `known` is how the student knows the person (event, party, internship, manager, family, teacher, alumni, online,
    referral, other), `goal_kind` one of field, role, employer, materials, decide, `wants` the first sentence of what
    the student wants to be able to say. `email` is the contact's address, `phone` and `link` are the student's. `met`
    is whom the student talked to, in a letter to the one who had named them. Times are said in words already, on the
    clock of whoever reads them: `starts` is day and time, `starts_on` the day alone, `starts_aloud` both as one says
    them. `asked_by` is the channel of the request, `held_today` whether the talk was on the day on which the letter is
    written.
    """

    student: str
    contact: str
    addressed: str = ""
    programme: str = ""
    university: str = ""
    phone: str = ""
    link: str = ""
    email: str = ""
    role: str = ""
    organisation: str = ""
    field: str = ""
    known: str = "other"
    known_words: str = ""
    referrer: str = ""
    met: str = ""
    why_them: str = ""
    goal_kind: str = ""
    goal_subject: str = ""
    wants: str = ""
    minutes: int = 20
    windows: tuple[str, ...] = ()
    asked_on: str = ""
    asked_by: str = ""
    answer: str = ""
    starts: str = ""
    starts_on: str = ""
    starts_aloud: str = ""
    day_before: bool = False
    mode: str = ""
    place: str = ""
    reason: str = ""
    held_on: str = ""
    held_today: bool = False
    long_ago: bool = False
    thanks_line: str = ""
    learned: str = ""
    next_step: str = ""
    promise: str = ""
    offer: str = ""
    named: str = ""
    news: str = ""

    def filled(self) -> "Facts":
        """The same facts with white space tidied, and without those that are forms nobody filled in."""
        words = {f.name: getattr(self, f.name) for f in fields(self)}
        clean: dict[str, Any] = {name: tidy(value) for name, value in words.items() if isinstance(value, str)}
        clean |= {name: as_named(clean[name]) for name in ("student", "contact", "addressed", "met", "referrer")}
        subject = re.sub(r"!+(?=\s|$)", "", clean["goal_subject"])
        # "my academic CV → industry CV"
        subject = _ARROW.sub(" TO " if subject.isupper() else " to ", subject)
        clean["goal_subject"] = without_pictures(subject)
        return replace(self, **clean, windows=tuple(w for w in map(tidy, self.windows) if w))


def tidy(words: str) -> str:
    """On one line, without spaces around; empty where it holds the brackets of an unfilled form."""
    return "" if _UNFILLED.search(words) else " ".join(words.split())
