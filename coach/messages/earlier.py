"""Does a reminder say that it is one? (docs/CRAFT.md, "Messages")"""

from coach.messages.parsed import ParsedMessage
from coach.reading.phrases import Match, read_phrases

PHRASES = read_phrases(__file__)
EARLIER = PHRASES["earlier"]


def detect(parsed: ParsedMessage) -> Match | None:
    """The words that recall the earlier message."""
    for sentence in parsed.all:
        if hit := EARLIER.first(sentence):
            return hit
    return None
