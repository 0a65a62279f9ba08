"""A message, judged: the labels that hold, what an adviser would say, and which essentials are there."""

from coach.facts import Facts
from coach.findings import Finding, Message, Review
from coach.messages import (
    aftermath,
    choice,
    duration,
    earlier,
    flattery,
    greeting,
    job,
    length,
    placeholder,
    purpose,
    pushing,
    remote,
    thanks,
    tone,
    who,
    why,
)
from coach.messages.letter import Letter
from coach.policy import Policy

MOST_MINUTES = 30
DEFAULTS = Policy()


def check(message: Message, facts: Facts, *, met: bool = False, policy: Policy = DEFAULTS) -> Review:
    """What the coach makes of `message` (kind request, nudge, thanks or note); never fails, whatever the text."""
    letter = Letter(message, facts, met, policy)
    labels = frozenset(_labels(letter))
    findings: tuple[Finding, ...] = ()
    return Review(labels, findings)


def _labels(letter: Letter) -> set[str]:
    kind = letter.message.kind
    held = {
        "asks_for_job": job.read(letter) is not None,
    }
    if kind == "thanks":
        takeaway, step = aftermath.takeaway(letter), aftermath.next_step(letter)
        held |= {
            "names_specific_takeaway": takeaway is not None,
            "within_length": not length.too_long(letter),
            "mentions_next_step": step is not None,
            "generic": not takeaway and not step and not aftermath.named_referral(letter),
        }
        return {label for label, holds in held.items() if holds}
    called = purpose.read(letter)
    asked = duration.read(letter)
    held |= {
        "names_purpose": called.phrase != "none",
        f"explicit_phrase={called.phrase}": True,
        "states_duration": bool(asked.lengths),
        "duration_ok": bool(asked.lengths) and (asked.most or 0) <= MOST_MINUTES,
        "offers_choice_of_time": choice.read(letter) is not None,
        "offers_remote": remote.read(letter) is not None,
        "says_who_i_am": who.read(letter) is not None,
        "says_why_you": why.read(letter) is not None,
        "flattery_excessive": flattery.read(letter) is not None,
        "too_long": length.too_long(letter),
        "pushy_or_demanding": pushing.read(letter) is not None,
        "impolite_or_casual": tone.read(letter) is not None,
        "placeholder_left": bool(placeholder.gaps(letter)),
        "generic_greeting": greeting.read(letter).generic,
        "thanks_in_closing": thanks.read(letter) is not None,
    }
    if kind == "nudge":
        held["mentions_earlier_message"] = earlier.read(letter) is not None
    return {label for label, holds in held.items() if holds}
