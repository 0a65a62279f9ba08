"""Does the message press? A time set without asking, a deadline, an ultimatum, guilt, orders, turning up uninvited.

A polite surface changes nothing; saying that one will ring to ask, or offering a single slot with a way out, is fine
(docs/CRAFT.md, "Messages").
"""

import re

from coach.messages import choice
from coach.messages.parsed import ParsedMessage, denied
from coach.reading.durations import durations
from coach.reading.phrases import Match, PhraseList, read_phrases
from coach.reading.sentences import Sentence

# Orders, with nothing asked.
PHRASES = read_phrases(__file__)
ORDERS = PHRASES["orders"]
# A time or a place settled without asking; turning up.
SETTLED = PHRASES["settled"]
# A date by which to answer, or what happens otherwise.
DEADLINES = PHRASES["deadlines"]
# Reproach and guilt.
GUILT = PHRASES["guilt"]
_WAY_OUT = re.compile(
    r"\b(?:no pressure|if not|if (?:this|that|it) is(?:n't| not) possible|no worries|no problem|"
    r"(?:entirely|fully|quite|completely|perfectly|totally) (?:understand|fine)|no obligation|no "
    r"hurry|no rush|of course|say no|no harm|no offen[cs]e|kindly ignore|feel free)\b"
)
_LEFT_OPEN = re.compile(
    r"\b(?:suits?|convenient|works? (?:best |better )?for you|you (?:prefer|like|choose|name|say|"
    r"decide|pick|set)|if you(?:'d| would)? (?:can|could|would|like|wish|have|prefer|rather|sooner)|"
    r"of your choice|whenever|whichever|whatever|wherever|or (?:we|you|i|ring|call|by|over|else|find|"
    r"the|travel|another|could|video|meet|phone)|either|could|would be|happy to|glad to|if that|at an "
    r"hour|pick|choose|quiet|better|sooner|rather|time|hour|evening|day|though)\b"
)
_LEFT_TO_THEM = re.compile(
    r"\b(?:suits?|convenient|works? (?:best |better )?for you|you (?:prefer|like|choose|name|say|decide|pick|set)"
    r"|if you(?:'d| would)? (?:can|could|would|like|wish|have|prefer|rather|sooner)|of your choice|whenever|whichever"
    r"|whatever|wherever|either|could|would be|happy to|glad to|if that|at an hour|rather|though"
    r"|or (?:we|you|ring|call|video))\b"
)
_POLITE_BEFORE = re.compile(
    r"(?:would|could|can|might|may|will|to|i'?ll|i'?d|i|you|we|and|be|not)(?: you| i| we)?(?: please| "
    r"kindly| perhaps| also| \w+ly)?\s$"
)

# "One hour of your time on Monday at 9": so much, then and there.
_FIXED = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|the \d{1,2}(?:st|nd|rd|th))\b[^.?!\n]{0,24}?"
    r"\b(?:at|from) (?:noon|midday|half past|quarter|\d{1,2}\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven)\b)"
)
_THEIRS = re.compile(r"\s(?:of your|of you|with you|from you|together|on|this|next|tomorrow)\b")
# "If that is too much right now": the hour is theirs.
_SYMPATHY = re.compile(r"\b(?:too much|(?:too |very |so )?busy|a bad time|not possible|difficult)\s$")
_MUCH = 30
_A_MORNING = 240


def detect(parsed: ParsedMessage) -> Match | None:
    """The words that press; None where the message leaves the contact free."""
    for sentence in parsed.all:
        for lines in (DEADLINES, GUILT, SETTLED, ORDERS):
            for hit in lines.find(sentence):
                if _presses(sentence, hit, lines):
                    return hit
    return _a_fixed_hour(parsed)


def _a_fixed_hour(parsed: ParsedMessage) -> Match | None:
    """More than half an hour at a day and a time of the student's own: a question in form only."""
    for sentence in parsed.sentences:
        if (fixed := _FIXED.search(sentence.low)) and not (
            _WAY_OUT.search(sentence.low) or _LEFT_TO_THEM.search(sentence.low[fixed.end() :])
        ):
            for length in durations(sentence):
                if _MUCH < length.most <= _A_MORNING and _THEIRS.match(sentence.text.low, length.end):
                    return (
                        None if choice.detect(parsed) else Match(sentence, length.start, sentence.start + fixed.end())
                    )
    return None


def _presses(sentence: Sentence, hit: Match, lines: PhraseList) -> bool:
    low = sentence.text.low
    if sentence.quoted(hit.start) or _WAY_OUT.search(sentence.low):
        return False
    begins_denied = re.match(
        r"(?:not|n't|no\b|don't|dont|won't|never|unless|if\b|still|yet|do not|without|didn't|haven't|"
        r"please|hasn't|wouldn't|couldn't|isn't|hardly)",
        hit.low,
    )
    if not begins_denied and denied(sentence, hit.start, reach=5) and lines is not GUILT:
        return False
    before = low[max(sentence.start, hit.start - 26) : hit.start]
    after, rest = low[hit.start : sentence.end], low[hit.end : sentence.end]
    if lines is ORDERS:
        if re.match(
            r"(?:you|u|i|we|this|the|our|my|(?:hearing|interview|meeting|call) takes|persons|those|let |with)\b",
            hit.low,
        ):
            return not (sentence.asks or re.search(r"\bif you\b|\bwhen(?:ever)? you\b", after))
        return not (sentence.asks or _POLITE_BEFORE.search(before) or _LEFT_OPEN.search(rest))
    if lines is SETTLED:
        return not (
            sentence.asks
            or _LEFT_TO_THEM.search(after)
            or re.search(
                r"\b(?:or|could|either|whichever|if you|happy to|might|you say|you decide|(?:write|"
                r"name|tell me|say|choose|pick) (?:the|a|your|me|which|when))\b",
                low[max(sentence.start, hit.start - 50) : hit.start],
            )
        )
    if lines is DEADLINES and _SYMPATHY.search(before):
        return False
    if lines is DEADLINES and re.search(r"\b(?:start|duty|available|begin|join|work|free)\s$", before):
        return False
    if lines is DEADLINES:
        return not (
            re.search(r"\bas a no\b|\b(?:won't|will not|shan't) (?:write|bother|trouble|ask) (?:you )?again\b", after)
            or re.search(
                r"\b(?:if|whenever) (?:you|it|that|this)(?:'d| would)? (?:can|could|suits?|like|"
                r"works?|is convenient|prefer)\b",
                after,
            )
            or (re.match(r"(?:hear|ring|call me)", hit.low) and "?" in after)
        )
    return True
