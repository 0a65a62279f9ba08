"""The gaps that a draft leaves on purpose: only the student can fill them, so the coach holds out for them."""

import re

# No draft invents a reason for this person, nor a thing that they said (docs/CRAFT.md, "Asking", "Thanks").
WHY = "[why them: one sentence]"
SAID = "[one thing they said]"
# Where it was noted at such length that no letter holds it.
ANOTHER = "[another thing they said]"
NEXT = "[your next step in one sentence]"
# Of a plan that is months old.
CAME_OF_IT = "[what came of it]"
# What was written about the reader, or to somebody else, goes into a letter only once the student has turned it.
_TURN = "say it to them: "
_TURN_BACK = "say it about them: "
# Nobody reads a reason in a language that the letter is not written in.
IN_ENGLISH = "say it in English: "
OURS = (WHY, SAID, ANOTHER, NEXT)
# Where they met, and by what number to ring back: only the student knows.
EVENT, PARTY = "[the event]", "[the party]"
NUMBER = "[your phone number]"
# In other letters than Latin ones: only the student knows how it is spelled on the phone.
SPELLING = "[spell your name]"
OPEN = (EVENT, PARTY, NUMBER, SPELLING, CAME_OF_IT)
TURNING = re.compile(rf"\[(?:{_TURN}|{_TURN_BACK})(?P<words>[^\[\]\n]*)\]")
# What stands in it nobody can read as a sentence of the letter yet.
UNREAD = re.compile(rf"\[{IN_ENGLISH}[^\[\]\n]*\]")
SAYING = re.compile(rf"{TURNING.pattern}|{UNREAD.pattern}")


def to_say(words: str) -> str:
    """`words` that speak of the reader, marked so that nobody sends them as they are."""
    return f"[{_TURN}{_unbracketed(words)}]"


def to_tell(words: str) -> str:
    """`words` that speak to somebody else than the reader, marked in the same way."""
    return f"[{_TURN_BACK}{_unbracketed(words)}]"


def to_translate(words: str) -> str:
    """`words` in another language than the letter's, marked in the same way."""
    return f"[{IN_ENGLISH}{_unbracketed(words)}]"


def _unbracketed(words: str) -> str:
    return words.translate(str.maketrans("[]{}", "()()"))
