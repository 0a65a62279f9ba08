"""Drafts of every message to a contact, from the structures of docs/CRAFT.md, "Messages": facts in, words out."""

from collections.abc import Callable
from dataclasses import dataclass

from coach import letters, requests
from coach.facts import Facts
from coach.policy import Policy

__all__ = ["OCCASIONS", "Draft", "Facts", "draft", "kind"]

LETTERS: dict[str, Callable[[Facts], str]] = {
    "nudge": letters.nudge,
    "close": letters.close,
    "confirm": letters.confirm,
    "move": letters.move,
    "cancel": letters.cancel,
    "thanks": letters.thanks,
    "keep": letters.keep,
    "report": letters.report,
}
OCCASIONS = ("request", *LETTERS)
# The occasions whose letters the coach judges by what they hold; every other is a note.
_JUDGED = frozenset({"request", "nudge", "thanks"})
DEFAULTS = Policy()


@dataclass(frozen=True)
class Draft:
    """A message to begin from; only e-mail has a subject."""

    subject: str
    body: str


def draft(occasion: str, channel: str, facts: Facts, policy: Policy = DEFAULTS) -> Draft:
    """The message for `occasion` (of OCCASIONS) by `channel` (email, phone, linkedin, in_person).

    It holds no placeholder: what is not known is left unsaid. Raises KeyError for an unknown occasion.
    """
    known = facts.filled()
    request = requests.subject(known)
    if occasion == "request":
        bodies: dict[str, Callable[[], str]] = {
            "phone": lambda: requests.by_phone(known),
            "in_person": lambda: requests.in_person(known),
            "linkedin": lambda: requests.on_linkedin(known, policy),
        }
        body = bodies.get(channel, lambda: requests.by_email(known, policy))()
        return Draft(request if channel == "email" else "", body)
    short = {
        ("nudge", "linkedin"): lambda: letters.nudge_on_linkedin(known, policy.linkedin_characters),
        ("keep", "linkedin"): lambda: letters.keep_on_linkedin(known, policy.linkedin_characters),
        ("thanks", "linkedin"): lambda: letters.thanks_on_linkedin(known),
        ("thanks", "phone"): lambda: letters.thanks(known, letters.SPOKEN_THANKS_MOST),
        ("thanks", "in_person"): lambda: letters.thanks(known, letters.SPOKEN_THANKS_MOST),
    }
    body = short.get((occasion, channel), lambda: LETTERS[occasion](known))()
    if channel in {"phone", "in_person"}:
        body = spoken(known, body)
    return Draft(letters.subject(occasion, known, request)[:200] if channel == "email" else "", body)


def kind(occasion: str) -> str:
    """What the coach judges a letter of `occasion` as (coach.review.MessageText)."""
    return occasion if occasion in _JUDGED else "note"


def spoken(facts: Facts, letter: str) -> str:
    """The same letter as one says it: a greeting by name in place of salutation and signature."""
    paragraphs = letter.split("\n\n")[1:-1]
    return "\n\n".join([f"Hello, {facts.addressed or facts.contact}, this is {facts.student}.", *paragraphs])
