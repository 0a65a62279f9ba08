"""Does a reminder say that it is one? (practice §3: "reply in the same thread")"""

from coach.messages.letter import Letter
from coach.reading.phrases import Match, read_phrases

PHRASES = read_phrases(__file__)
EARLIER = PHRASES["earlier"]


def read(letter: Letter) -> Match | None:
    """The words that recall the earlier message."""
    for sentence in letter.all:
        if hit := EARLIER.first(sentence):
            return hit
    return None
