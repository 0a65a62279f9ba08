"""What stands in a message and had better not, in the words of a kind adviser."""

import re

from coach.findings import Finding, Repair, Severity
from coach.messages import duration, length, mending
from coach.messages.seen import Seen
from coach.reading.phrases import Hit

_KNOWN = (
    (r"(?:your|my|student|own)\W*(?:full\W*)?name", "student"),
    (r"(?:your|my)\W*(?:university|school|college|institution)|university|college|school", "university"),
    (r"(?:your |my )?(?:major|degree|programme|program|course of study|course|subject)\b", "programme"),
    (r"referrer|mutual|who (?:sent|referred)", "referrer"),
    (r"company|organi[sz]ation|firm|employer", "organisation"),
    (r"industry|field|sector", "field"),
    (r"name|recipient|contact|addressee|person|professor", "contact"),
)


def findings(seen: Seen) -> list[Finding]:
    """The faults of any message, and for requests and reminders also its length and what it asks for."""
    made: list[Finding | None] = [
        _job(seen),
        _flattery(seen),
        _pushing(seen),
        _tone(seen),
        _greeting(seen),
        _long(seen),
    ]
    made += [_gap(seen, hit) for hit in seen.gaps[:9]]
    if seen.letter.message.kind in {"request", "nudge"}:
        made.append(_too_much(seen))
    return [finding for finding in made if finding]


def _found(seen: Seen, hit: Hit, code: str, why: str, source: str, mend: str, repair: Repair | None = None) -> Finding:
    span = seen.letter.span(hit.sentence, hit.start, hit.end)
    text = seen.letter.message.subject if span.part == "subject" else seen.letter.message.body
    return Finding(code, Severity.FAULT, why, source, mend, text[span.start : span.end], span, repair)


def _job(seen: Seen) -> Finding | None:
    if not (hit := seen.job):
        return None
    contact = seen.letter.facts.addressed or seen.letter.facts.contact or "the person"
    return _found(
        seen,
        hit,
        "asks_for_job",
        f"Asked for a post, {contact} can only say yes or no, and mostly no; asked for advice, people help.",
        "SFU, Tufts, Stony Brook",
        "Leave the post out of this message; ask about the path, the work and the field.",
    )


def _flattery(seen: Seen) -> Finding | None:
    if not (hit := seen.flattery):
        return None
    return _found(
        seen,
        hit,
        "flattery_excessive",
        "Praise as high as this is hard to answer and easy to doubt.",
        "the founding article on informational meetings",
        "Say instead what exactly you liked: one talk, one piece of work, one decision.",
    )


def _pushing(seen: Seen) -> Finding | None:
    if not (hit := seen.pushing):
        return None
    return _found(
        seen,
        hit,
        "pushy_or_demanding",
        "This presses somebody who owes you nothing, even if it is meant well.",
        "SFU, Lane",
        "Turn it into a question, leave the time to them, and make a no easy.",
    )


def _tone(seen: Seen) -> Finding | None:
    if not (hit := seen.tone):
        return None
    return _found(
        seen,
        hit,
        "impolite_or_casual",
        "A stranger may take this as careless or unkind.",
        "the founding article on informational meetings",
        "Say it as you would to a teacher whom you like: plainly and politely.",
    )


def _greeting(seen: Seen) -> Finding | None:
    greeting, letter = seen.greeting, seen.letter
    if not greeting.generic:
        return None
    name = letter.facts.addressed or letter.facts.contact
    hit = greeting.hit
    if hit is None:
        return Finding(
            "generic_greeting",
            Severity.FAULT,
            "It asks for anybody, and is easily passed on until nobody answers.",
            "PIT",
            f"Ask for {name} by name." if name else "Find out whom to ask for, and say the name.",
        )
    repair = None
    if name and _only_greets(hit):
        words = f"Hello {name}" if letter.message.channel == "phone" else f"Dear {name}"
        repair = mending.put(letter, letter.span(hit.sentence, hit.start, hit.end), words, f"Greet {name}")
        if repair and _still_generic(seen, repair):
            repair = None
    return _found(
        seen,
        hit,
        "generic_greeting",
        "A greeting to anybody tells the reader that the letter was not written for them.",
        "practice §3",
        f"Greet {name} by title and name." if name else "Find the name, check how it is spelt, and use it.",
        repair,
    )


def _only_greets(hit: Hit) -> bool:
    """Whether the words are a greeting and nothing more, so that another can stand for them."""
    return len(hit.low.split()) <= 8 and not re.search(r"\b(?:i|u|you|did|do|are|my|was|can|could|would)\b", hit.low)


def _still_generic(seen: Seen, repair: Repair) -> bool:
    return Seen(mending.repaired(seen.letter, repair)).greeting.generic


def _gap(seen: Seen, hit: Hit) -> Finding:
    letter, facts = seen.letter, seen.letter.facts
    inner = hit.low.replace("_", " ")
    name = next((fact for pattern, fact in _KNOWN if re.search(pattern, inner)), "")
    if name == "contact" and hit.sentence in letter.signature:
        name = "student"
    words = (facts.addressed or facts.contact) if name == "contact" else str(getattr(facts, name)) if name else ""
    repair = None
    if words:
        repair = mending.put(letter, letter.span(hit.sentence, hit.start, hit.end), words, f"Put in: {words}"[:80])
    return _found(
        seen,
        hit,
        "placeholder_left",
        "A slot of the template is still empty; nothing says more clearly that a letter goes to many.",
        "practice §3",
        f"Put in {words}." if words else "Fill it in, or leave the sentence out.",
        repair,
    )


def _long(seen: Seen) -> Finding | None:
    letter, policy = seen.letter, seen.letter.policy
    verdict = length.verdict(letter)
    if not verdict:
        return None
    kind, channel = letter.message.kind, letter.message.channel
    if channel == "linkedin":
        most = 500 if kind == "thanks" else policy.linkedin_characters
        says, mend = f"{length.characters(letter)} characters", f"Cut it to {most} characters: connection, reason, ask."
    else:
        most = (
            policy.request_words_target if (kind, channel) == ("request", "email") else length.MOST_WORDS[kind, channel]
        )
        says = f"{length.words(letter)} words"
        mend = f"Aim for about {most} words: what you need not say now can wait for the conversation."
    return Finding(
        "too_long",
        Severity.FAULT if verdict == 2 else Severity.HINT,
        f"This is {says}; a busy person reads what fits on the screen of a phone.",
        "SFU, GLF",
        mend,
    )


def _too_much(seen: Seen) -> Finding | None:
    """More minutes than a favour is worth."""
    longest, policy = seen.asked.longest, seen.letter.policy
    if longest is None or longest.most <= policy.minutes_max:
        return None
    letter, minutes = seen.letter, min(policy.minutes_default, policy.minutes_max)
    hit = Hit(longest.sentence, longest.start, longest.end)
    words = f"{minutes}-minute" if re.search(r"\d-?\s?min(?:ute)?$|-minute$|-hour$", hit.low) else f"{minutes} minutes"
    repair = None
    if not longest.clock:
        repair = mending.put(letter, letter.span(hit.sentence, hit.start, hit.end), words, f"Ask for {minutes} minutes")
        if repair and duration.read(mending.repaired(letter, repair)).most != minutes:
            repair = None
    return _found(
        seen,
        hit,
        "duration_ok",
        f"More than {policy.minutes_max} minutes is much to ask of somebody you hardly know.",
        "Tufts, Berkeley, Ballinger",
        f"Ask for {minutes} minutes, and be glad if they give more.",
        repair,
    )
