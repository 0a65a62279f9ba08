"""Does the message end with thanks, in whatever words? (docs/CRAFT.md, "Asking")"""

import re

from coach.messages.parsed import ParsedMessage, denied
from coach.reading.phrases import Match, read_phrases

PHRASES = read_phrases(__file__)
THANKS = PHRASES["thanks"]
_NOT_THANKS = re.compile(
    r"(?:no thanks to|thanks? to (?:your|you(?! for)|the|my|a|an|his|her|their|this|that|our|[a-z]+'s|"
    r"him|them)\b|thank(?:s| you) for nothing|thank goodness|thank god|thankless)"
)


def detect(parsed: ParsedMessage) -> Match | None:
    """The thanks in the last lines; "thanks to your talk" is none."""
    for sentence in parsed.last_lines:
        low = sentence.text.low
        for hit in THANKS.find(sentence):
            around = low[max(sentence.start, hit.start - 4) : hit.end + 22]
            if _NOT_THANKS.search(around) or denied(sentence, hit.start, reach=2) or sentence.quoted(hit.start):
                continue
            if (
                hit.low in {"appreciated", "obliged"}
                and re.search(r"\b(?:i|he|she|they|really|have)\s(?:\w+\s)?$", low[sentence.start : hit.start])
                and not re.search(
                    r"much\s$|be\s(?:\w+\s)?$|am\s(?:\w+\s)?$|'m\s(?:\w+\s)?$", low[sentence.start : hit.start]
                )
            ):
                continue
            return hit
    return None
