"""Drafts of every message to a contact, from the structures of docs/CRAFT.md, "Messages": facts in, words out."""

from collections.abc import Callable
from dataclasses import dataclass

from coach import aloud, letters, requests
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
# What is said and not read has no script where it is thanks: a sentence and a pause say more.
SPOKEN = frozenset({"phone", "in_person"})
WRITTEN_ONLY = frozenset({"thanks"})
DEFAULTS = Policy()


@dataclass(frozen=True)
class Draft:
    """A message to begin from; only e-mail has a subject."""

    subject: str
    body: str


def draft(occasion: str, channel: str, facts: Facts, policy: Policy = DEFAULTS) -> Draft:
    """The message for `occasion` (of OCCASIONS) by `channel` (email, phone, linkedin, in_person).

    What is not known is left unsaid; where the letter would be nobody's it holds a gap (coach.gaps). Its body is empty
    where `has_words` says no. Raises KeyError for an unknown occasion.
    """
    known = facts.filled()
    request = requests.subject(known)
    if channel in SPOKEN:
        known = aloud.sayable(known)
    if not has_words(occasion, channel):
        return Draft("", "")
    if occasion == "request":
        bodies: dict[str, Callable[[], str]] = {
            "phone": lambda: requests.by_phone(known, policy),
            "in_person": lambda: requests.in_person(known, policy),
            "linkedin": lambda: requests.on_linkedin(known, policy),
        }
        body = bodies.get(channel, lambda: requests.by_email(known, policy))()
        return Draft(request if channel == "email" else "", body)
    short = {
        ("nudge", "linkedin"): lambda: letters.nudge_on_linkedin(known, policy.linkedin_characters),
        ("keep", "linkedin"): lambda: letters.keep_on_linkedin(known, policy.linkedin_characters),
        ("thanks", "linkedin"): lambda: letters.thanks_on_linkedin(known),
    }
    if channel in SPOKEN:
        return Draft("", aloud.script(occasion, channel, known))
    body = short.get((occasion, channel), lambda: LETTERS[occasion](known))()
    return Draft(letters.subject(occasion, known, request) if channel == "email" else "", body)


def has_words(occasion: str, channel: str) -> bool:
    """Whether there is something to write, or to say from a script, for `occasion` by `channel`."""
    return not (channel in SPOKEN and occasion in WRITTEN_ONLY)


def kind(occasion: str) -> str:
    """What the coach judges a letter of `occasion` as (coach.review.MessageText)."""
    return occasion if occasion in _JUDGED else "note"
