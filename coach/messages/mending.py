"""Repairs: where words can be put into a letter so that it stays whole, and whether there is room for them."""

import re
from dataclasses import replace

from coach.findings import Repair, Span
from coach.messages import length
from coach.messages.letter import Letter
from coach.messages.seen import Seen
from coach.reading.sentences import Sentence

# A text as long as this is a paste, and has to become a letter before anything is put into it.
LONGEST_TO_MEND = 4_000


def put(letter: Letter, span: Span, words: str, label: str) -> Repair | None:
    """The repair, where the letter does not become too long by it."""
    if len(letter.message.body) > LONGEST_TO_MEND:
        return None
    before, after = length.verdict(letter), length.verdict(repaired(letter, Repair(span, words, label)))
    return Repair(span, words, label) if after == before else None


def repaired(letter: Letter, repair: Repair) -> Letter:
    """The letter as it is after `repair`."""
    old = letter.message.subject if repair.span.part == "subject" else letter.message.body
    new = old[: repair.span.start] + repair.words + old[repair.span.end :]
    changed = replace(letter.message, **{repair.span.part: new})
    return Letter(changed, letter.facts, letter.met, letter.policy)


def after_the_ask(seen: Seen, sentence: str, label: str) -> Repair | None:
    """`sentence` put behind the one that asks for the talk."""
    letter = seen.letter
    asking = _ask(seen)
    if asking is None:
        return None
    return _behind(letter, asking, sentence, label)


def at_the_start(letter: Letter, sentence: str, label: str) -> Repair | None:
    """`sentence` as the first after the greeting."""
    said = letter.told
    if not said:
        return None
    first = next((s for s in said if s.number and not re.match(r"(?:my name|this is|i'?m [A-Z])", s.plain)), None)
    if first is None or letter.message.channel in {"phone", "in_person"}:
        return _behind(letter, said[0], sentence, label) if len(said[0].words) > 1 else None
    place = letter.body.origin(first.start, first.end)[0]
    return put(letter, Span("body", place, place), f"{sentence} ", label)


def at_the_end(letter: Letter, sentence: str, label: str) -> Repair | None:
    """`sentence` as the last before the signature: a paragraph of its own where the letter has paragraphs."""
    if not letter.told:
        return None
    last = letter.told[-1]
    return _behind(letter, last, sentence, label, gap="\n\n" if "\n\n" in letter.message.body else " ")


def _ask(seen: Seen) -> Sentence | None:
    told = seen.letter.told
    if seen.purpose.hit and seen.purpose.hit.sentence.part == "body":
        return seen.purpose.hit.sentence
    for found in seen.asked.lengths:
        if found.sentence.part == "body":
            return found.sentence
    return next((sentence for sentence in reversed(told) if sentence.asks), told[-1]) if told else None


def _behind(letter: Letter, sentence: Sentence, words: str, label: str, gap: str = " ") -> Repair | None:
    place = letter.body.origin(sentence.start, sentence.end)[1]
    stopped = sentence.plain.rstrip(" \"')").endswith((".", "!", "?", "…"))
    if not stopped and sentence.plain.rstrip().endswith((",", ":", ";", "-")):
        gap, stopped = "\n", True
    return put(letter, Span("body", place, place), f"{'' if stopped else '.'}{gap}{words}", label)
