"""What each idea sees in one letter; read once, when it is first asked for."""

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
from coach.messages.letter import Letter
from coach.reading.phrases import Match

MOST_MINUTES = 30


class Seen:
    """The letter through the eyes of every rule: a Match where something stands, None where it does not."""

    def __init__(self, letter: Letter) -> None:
        self.letter = letter

    @cached_property
    def purpose(self) -> purpose.Purpose:
        return purpose.read(self.letter)

    @cached_property
    def asked(self) -> duration.Asked:
        return duration.read(self.letter)

    @cached_property
    def choice(self) -> Match | None:
        return choice.read(self.letter)

    @cached_property
    def remote(self) -> Match | None:
        return remote.read(self.letter)

    @cached_property
    def who(self) -> Match | None:
        return who.read(self.letter)

    @cached_property
    def why(self) -> Match | None:
        return why.read(self.letter)

    @cached_property
    def job(self) -> Match | None:
        return job.read(self.letter)

    @cached_property
    def flattery(self) -> Match | None:
        return flattery.read(self.letter)

    @cached_property
    def pushing(self) -> Match | None:
        return pushing.read(self.letter)

    @cached_property
    def tone(self) -> Match | None:
        return tone.read(self.letter)

    @cached_property
    def gaps(self) -> list[Match]:
        return placeholder.gaps(self.letter)

    @cached_property
    def greeting(self) -> greeting.Greeting:
        return greeting.read(self.letter)

    @cached_property
    def thanks(self) -> Match | None:
        return thanks.read(self.letter)

    @cached_property
    def earlier(self) -> Match | None:
        return earlier.read(self.letter)

    @cached_property
    def takeaway(self) -> Match | None:
        return aftermath.takeaway(self.letter)

    @cached_property
    def next_step(self) -> Match | None:
        return aftermath.next_step(self.letter)

    def labels(self) -> frozenset[str]:
        """The labels that hold, by the limits of the evaluation and not of one centre's policy."""
        held = self._thanks() if self.letter.message.kind == "thanks" else self._asking()
        held["asks_for_job"] = self.job is not None
        return frozenset(label for label, holds in held.items() if holds)

    def _thanks(self) -> dict[str, bool]:
        specific, step = self.takeaway is not None, self.next_step is not None
        return {
            "names_specific_takeaway": specific,
            "within_length": not length.too_long(self.letter),
            "mentions_next_step": step,
            "generic": not specific and not step and not aftermath.named_referral(self.letter),
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
            "too_long": length.too_long(self.letter),
            "pushy_or_demanding": self.pushing is not None,
            "impolite_or_casual": self.tone is not None,
            "placeholder_left": bool(self.gaps),
            "generic_greeting": self.greeting.generic,
            "thanks_in_closing": self.thanks is not None,
            "mentions_earlier_message": self.letter.message.kind == "nudge" and self.earlier is not None,
        }
