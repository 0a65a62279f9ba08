"""May the contact choose the time? (docs/CRAFT.md, "Asking")"""

import re

from coach.messages.parsed import ParsedMessage
from coach.reading.phrases import Match, read_phrases
from coach.reading.sentences import Sentence

PHRASES = read_phrases(__file__)
OFFERS = PHRASES["offers"]
# The same words about the answer, not about the talk; or about a post.
_OTHER = re.compile(
    r"\b(?:repl(?:y|ies)|respond|response|answer|write back|hit me (?:back|up)|get back|call (?:me "
    r")?back|ring (?:me )?back|dm me|text me|message me|email me|hmu|contact me|reach me|reach out to "
    r"me|"
    r"start(?:ing)? (?:work|date|on|in)|can start|can begin|begin work|could start|for an? (?:\w+ "
    r")?interview(?! (?:with you|about))|available for (?:an )?interview|job interview|formal "
    r"interview|look at my|read my|review my|hear back|hear from you)\b"
)
_JOB = re.compile(
    r"\b(?:start(?:ing)? (?:work|date|on|in)|can start|can begin|begin work|could start|available for "
    r"(?:an )?interview|job interview|formal interview|me for an interview)\b"
)
_TALK_TOO = re.compile(
    r"\b(?:informational|chat|talk|speak|meet|coffee|conversation|information interview|info|call you|"
    r"zoom|phone|minutes|mins|video|discuss)\b"
)
_DAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?s?\b|"
    r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|o'?clock)|\b(?:morning|afternoon|evening|lunchtime|"
    r"tomorrow|noon|weekend)s?\b"
    r"|\b(?:the )?\d{1,2}(?:st|nd|rd|th)\b|\b(?:january|february|march|april|june|july|august|"
    r"september|october|november|december)\b|\b(?:this|next) (?:week|month)\b"
)
_EITHER = re.compile(
    r"\b(?:suit|suits|work|works|prefer|better|best|easier|convenient|possible|good|ok|okay|do|be "
    r"free|free|available|which|either|rather|fit|fits)\b"
)
_DICTATED = re.compile(r"\bonly (?:times?|slots?|days?|free|available)\b|\bonly\W*$|\bno other\b")


def detect(parsed: ParsedMessage) -> Match | None:
    """The words that leave the contact the choice; None where nothing does."""
    for sentence in parsed.all:
        for hit in OFFERS.find(sentence):
            if not _about_something_else(sentence, hit):
                return hit
        if slots := _two_slots(sentence):
            return slots
    return None


def _about_something_else(sentence: Sentence, hit: Match) -> bool:
    before = sentence.text.low[max(sentence.start, hit.start - 45) : hit.start]
    others = list(_OTHER.finditer(before))
    if not others:
        return sentence.quoted(hit.start)
    if _JOB.search(before):
        return True
    if re.search(
        r"\b(?:what|which|when|a|an|the|some|your|any convenient) (?:\w+ )?(?:time|day|date|hour|slot|"
        r"evening|morning|works|suits)s?\b|\bis best\b|\bname\b",
        hit.low,
    ) and not re.match(r"(?:at|to) your", hit.low):
        return False
    return not _TALK_TOO.search(before[others[-1].end() :])


def _two_slots(sentence: Sentence) -> Match | None:
    """ "Would Tuesday or Thursday suit?": asked which of two or more is better."""
    if not sentence.asks or " or " not in sentence.low:
        return None
    days = list(_DAY.finditer(sentence.text.low, sentence.start, sentence.end))
    if len(days) < 2 or _DICTATED.search(sentence.low) or not _EITHER.search(sentence.low):
        return None
    if " or " not in sentence.text.low[days[0].end() - 1 : days[-1].start() + 1]:
        return None
    return Match(sentence, days[0].start(), days[-1].end())
