"""What each detector finds in one message; each runs once, when it is first asked for."""

from functools import cached_property

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
from coach.messages.parsed import ParsedMessage
from coach.reading.phrases import Match

MOST_MINUTES = 30


class MessageAnalysis:
    """What every rule finds in a message: a Match where something stands, None where it does not."""

    def __init__(self, parsed: ParsedMessage) -> None:
        self.parsed = parsed

    @cached_property
    def purpose(self) -> purpose.Purpose:
        return purpose.detect(self.parsed)

    @cached_property
    def asked(self) -> duration.RequestedTime:
        return duration.detect(self.parsed)

    @cached_property
    def choice(self) -> Match | None:
        return choice.detect(self.parsed)

    @cached_property
    def remote(self) -> Match | None:
        return remote.detect(self.parsed)

    @cached_property
    def who(self) -> Match | None:
        return who.detect(self.parsed)

    @cached_property
    def why(self) -> Match | None:
        return why.detect(self.parsed)

    @cached_property
    def job(self) -> Match | None:
        return job.detect(self.parsed)

    @cached_property
    def flattery(self) -> Match | None:
        return flattery.detect(self.parsed)

    @cached_property
    def pushing(self) -> Match | None:
        return pushing.detect(self.parsed)

    @cached_property
    def tone(self) -> Match | None:
        return tone.detect(self.parsed)

    @cached_property
    def gaps(self) -> list[Match]:
        return placeholder.gaps(self.parsed)

    @cached_property
    def greeting(self) -> greeting.Greeting:
        return greeting.detect(self.parsed)

    @cached_property
    def thanks(self) -> Match | None:
        return thanks.detect(self.parsed)

    @cached_property
    def earlier(self) -> Match | None:
        return earlier.detect(self.parsed)

    @cached_property
    def takeaway(self) -> Match | None:
        return aftermath.takeaway(self.parsed)

    @cached_property
    def next_step(self) -> Match | None:
        return aftermath.next_step(self.parsed)

    def labels(self) -> frozenset[str]:
        """The labels that hold, by the limits of the evaluation and not of one centre's policy."""
        held = self._thanks() if self.parsed.message.kind == "thanks" else self._asking()
        held["asks_for_job"] = self.job is not None
        return frozenset(label for label, holds in held.items() if holds)

    def _thanks(self) -> dict[str, bool]:
        specific, step = self.takeaway is not None, self.next_step is not None
        return {
            "names_specific_takeaway": specific,
            "within_length": not length.too_long(self.parsed),
            "mentions_next_step": step,
            "generic": not specific and not step and not aftermath.named_referral(self.parsed),
        }

    def _asking(self) -> dict[str, bool]:
        most = self.asked.most
        return {
            "names_purpose": self.purpose.phrase != "none",
            f"explicit_phrase={self.purpose.phrase}": True,
            "states_duration": most is not None,
            "duration_ok": most is not None and most <= MOST_MINUTES,
            "offers_choice_of_time": self.choice is not None,
            "offers_remote": self.remote is not None,
            "says_who_i_am": self.who is not None,
            "says_why_you": self.why is not None,
            "flattery_excessive": self.flattery is not None,
            "too_long": length.too_long(self.parsed),
            "pushy_or_demanding": self.pushing is not None,
            "impolite_or_casual": self.tone is not None,
            "placeholder_left": bool(self.gaps),
            "generic_greeting": self.greeting.generic,
            "thanks_in_closing": self.thanks is not None,
            "mentions_earlier_message": self.parsed.message.kind == "nudge" and self.earlier is not None,
        }
