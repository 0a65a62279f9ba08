"""Repairs: where words can be put into a letter so that it stays whole, and whether there is room for them."""

import re
from dataclasses import replace

from coach.messages import length
from coach.messages.analysis import MessageAnalysis
from coach.messages.parsed import ParsedMessage
from coach.reading.sentences import Sentence
from coach.review import Repair, TextSpan

# A text as long as this is a paste, and has to become a letter before anything is put into it.
LONGEST_TO_MEND = 4_000


def put(parsed: ParsedMessage, span: TextSpan, words: str, label: str) -> Repair | None:
    """The repair, where the letter does not become too long by it."""
    if len(parsed.message.body) > LONGEST_TO_MEND:
        return None
    before, after = length.verdict(parsed), length.verdict(repaired(parsed, Repair(span, words, label)))
    return Repair(span, words, label) if after == before else None


def repaired(parsed: ParsedMessage, repair: Repair) -> ParsedMessage:
    """The letter as it is after `repair`."""
    old = parsed.message.subject if repair.span.part == "subject" else parsed.message.body
    new = old[: repair.span.start] + repair.words + old[repair.span.end :]
    changed = replace(parsed.message, **{repair.span.part: new})
    return ParsedMessage(changed, parsed.facts, parsed.met, parsed.policy)


def after_the_ask(analysis: MessageAnalysis, sentence: str, label: str) -> Repair | None:
    """`sentence` put behind the one that asks for the talk."""
    parsed = analysis.parsed
    asking = _ask(analysis)
    if asking is None:
        return None
    return _behind(parsed, asking, sentence, label)


def at_the_start(parsed: ParsedMessage, sentence: str, label: str) -> Repair | None:
    """`sentence` as the first after the greeting."""
    written = parsed.before_signature
    if not written:
        return None
    first = next((s for s in written if s.number and not re.match(r"(?:my name|this is|i'?m [A-Z])", s.plain)), None)
    if first is None or parsed.message.channel in {"phone", "in_person"}:
        return _behind(parsed, written[0], sentence, label) if len(written[0].words) > 1 else None
    place = parsed.body.origin(first.start, first.end)[0]
    return put(parsed, TextSpan("body", place, place), f"{sentence} ", label)


def at_the_end(parsed: ParsedMessage, sentence: str, label: str) -> Repair | None:
    """`sentence` as the last before the signature: a paragraph of its own where the letter has paragraphs."""
    if not parsed.before_signature:
        return None
    last = parsed.before_signature[-1]
    return _behind(parsed, last, sentence, label, gap="\n\n" if "\n\n" in parsed.message.body else " ")


def _ask(analysis: MessageAnalysis) -> Sentence | None:
    before_signature = analysis.parsed.before_signature
    if analysis.purpose.hit and analysis.purpose.hit.sentence.part == "body":
        return analysis.purpose.hit.sentence
    for found in analysis.asked.durations:
        if found.sentence.part == "body":
            return found.sentence
    if not before_signature or "?" not in analysis.parsed.body.low:
        return before_signature[-1] if before_signature else None
    return next((sentence for sentence in reversed(before_signature) if sentence.asks), before_signature[-1])


def _behind(parsed: ParsedMessage, sentence: Sentence, words: str, label: str, gap: str = " ") -> Repair | None:
    place = parsed.body.origin(sentence.start, sentence.end)[1]
    stopped = sentence.plain.rstrip(" \"')").endswith((".", "!", "?", "…"))
    if not stopped and sentence.plain.rstrip().endswith((",", ":", ";", "-")):
        gap, stopped = "\n", True
    return put(parsed, TextSpan("body", place, place), f"{'' if stopped else '.'}{gap}{words}", label)
