"""May the talk itself be by phone or online? (docs/CRAFT.md, "Asking")

A number to ring back, a call to fix the date, a video that was watched are something else.
"""

import re

from coach.messages.parsed import ParsedMessage, denied
from coach.reading.phrases import Match, read_phrases
from coach.reading.sentences import Sentence

PHRASES = read_phrases(__file__)
OFFERS = PHRASES["offers"]
# The bare name of a means: enough where a question or a choice is put.
_BARE = PHRASES["bare"]
_PUT = re.compile(
    r"\?|\b(?:could|would|might|may|can|or|either|whichever|fine|suits?|easiest|same to me|up to you|happy|"
    r"prefer|includ\w+|chat|informational|info|minutes)\b"
)
_MEANS = re.compile(
    r"(?:\b(?:by|over|via|on|or|and|the|either|through|per|a|an|using|for|is|it|be|do|prefer|if|"
    r"whether|google|ms|microsoft)|[,/(:;]|^)\s?$"
)
_RING_BACK = re.compile(
    r"\b(?:leave (?:a|me)\b|(?:reach|call|text|ring|phone|contact|get|catch|message|whatsapp|email|"
    r"find|hold of|telephone|reply to|answer) me\b|reached\b|contacted\b|my (?:\w+ )?number|number is|"
    r"call or text|call/text|rsvp|confirm|arrange|fix a|to see if|to ask|find out|set (?:it )?up|"
    r"schedule|follow up|check (?:in|back)|get through|left (?:you )?a|"
    r"watched|saw|seen|heard|attended|listened|caught|found|came across|following|followed|enjoyed|"
    r"your (?:recent |latest )?(?:zoom|online|video|virtual|phone|skype|webinar|podcast|email|e-mail)|"
    r"read|met you|spoke|talked|recorded|recording|number|reception|secretary|assistant|again|wrote|"
    r"written|sent|emailed|connect|connected|applied|appl(?:y|ications?)|posted|published|featured|"
    r"seeing|learn(?:ed|ing|t)|working|work(?:ed)?|study(?:ing)?|course|degree|classes|answering|"
    r"reply|respond|stumbled|discovered)\b"
)
_OTHER_NEXT = re.compile(
    r"(?:^|\b)(?:\s?(?:'s)?\s?(?:tomorrow|again|back|next week to|number|games?|production|editing|"
    r"series|shop|store|marketing|advert\w*|portfolio|article|profile|course|courses|degree|sensing|"
    r"work\b|worker|working|reality|banking|sales|learning|classes|talk you|you gave|talk of|essay|"
    r"interview you gave|journalism|forum|community|presence|directory|centre|center|company|"
    r"industry))"
)
_TO_ARRANGE = re.compile(
    r"\b(?:to (?:arrange|ask|see if|see whether|set|fix|schedule|confirm|check|find out|make sure|"
    r"follow|book|hear (?:if|whether|when))|reception|your (?:office|secretary|assistant|clinic|desk|"
    r"pa)\b|in case|again (?:on|next|in)|if i (?:don't|do not))"
)
_HABIT = re.compile(
    r"\b(?:i('?ll| will| shall| am going to|'?m going to))\s(?:\w+\s)?(?:call|ring|phone|telephone|try)"
)


_AT_THEIR_HOUR = re.compile(
    r"\b(?:or you|at the (?:hour|time)|on it|whenever|at (?:a|any|whatever)|then|when you|on (?:any|whatever))\b"
)


def detect(parsed: ParsedMessage) -> Match | None:
    """The words that offer the talk from afar; None where nothing does."""
    for sentence in parsed.all:
        if sentence in parsed.signature[1:] and len(sentence.words) < 9 and re.search(r"\d{3}", sentence.low):
            continue
        for hit in OFFERS.find(sentence):
            if _is_the_talk(sentence, hit):
                return hit
        if _PUT.search(sentence.low):
            for hit in _BARE.find(sentence):
                if (
                    sentence.text.low[hit.start : hit.end] in {"teams", "meet"}
                    and not sentence.text.plain[hit.start : hit.start + 1].isupper()
                ):
                    continue
                if re.search(r"\bphone\b|telephone", hit.low) and re.search(
                    r"\b(?:your|my|the|a|phone'?s?)\s$|numbers?",
                    sentence.text.low[hit.start - 5 : hit.start] + sentence.text.low[hit.end : hit.end + 9],
                ):
                    continue
                if _MEANS.search(sentence.text.low[max(sentence.start, hit.start - 12) : hit.start]) and _is_the_talk(
                    sentence, hit
                ):
                    return hit
    return None


def _is_the_talk(sentence: Sentence, hit: Match) -> bool:
    low = sentence.text.low
    if sentence.quoted(hit.start) or denied(sentence, hit.start, reach=4):
        return False
    if hit.low.startswith("in ") and not hit.low.startswith("in writing"):
        return False
    before = low[max(sentence.start, hit.start - 50) : hit.start]
    clause = re.split(
        r"[;:(]|, (?:and|but|so|or|i|we|you|could|would|which)\b| and (?:i|would|could|wondered|was)\b| but ", before
    )[-1]
    if re.search(r"(?:, |, or |in person (?:or )?|face to face (?:or )?)$", before) or ", in person" in clause:
        clause = ""
    if before.endswith("my "):
        return False
    if hit.low.startswith("me "):
        clause += "me "
    after = low[hit.end : min(sentence.end, hit.end + 50)]
    if re.search(r"\bcall you\b", hit.low) and re.match(r"\s(?:an?|my|the)\s", after):
        return False
    if _RING_BACK.search(clause) or _OTHER_NEXT.match(after):
        return False
    return not (
        re.search(r"\b(?:call|ring|phone|telephone|try|buzz|bell)\b", hit.low)
        and (
            _TO_ARRANGE.search(re.split(r", and|;|, or|\. ", low[hit.start : sentence.end])[0][:90])
            or (
                _HABIT.search(low[sentence.start : hit.end])
                and not _AT_THEIR_HOUR.search(low[hit.end : sentence.end][:60])
            )
        )
    )
