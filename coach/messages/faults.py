"""What stands in a message and had better not, in the words of a kind adviser."""

import re

from coach.findings import Finding, Repair, Severity
from coach.messages import duration, length, mending
from coach.messages.seen import Seen
from coach.reading.phrases import Match
from coach.words import gettext as _

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


def _found(
    seen: Seen, hit: Match, code: str, why: str, source: str, mend: str, repair: Repair | None = None
) -> Finding:
    span = seen.letter.span(hit.sentence, hit.start, hit.end)
    text = seen.letter.message.subject if span.part == "subject" else seen.letter.message.body
    return Finding(code, Severity.FAULT, why, source, mend, text[span.start : span.end], span, repair)


def _job(seen: Seen) -> Finding | None:
    if not (hit := seen.job):
        return None
    contact = seen.letter.facts.addressed or seen.letter.facts.contact or _("the person")
    return _found(
        seen,
        hit,
        "asks_for_job",
        _(
            "Asked for a post, %(contact)s can only say yes or no, and mostly no; asked for advice, people help.",
            contact=contact,
        ),
        "SFU, Tufts, Stony Brook",
        _("Leave the post out of this message; ask about the path, the work and the field."),
    )


def _flattery(seen: Seen) -> Finding | None:
    if not (hit := seen.flattery):
        return None
    return _found(
        seen,
        hit,
        "flattery_excessive",
        _("Praise as high as this is hard to answer and easy to doubt."),
        "the founding article on informational meetings",
        _("Say instead what exactly you liked: one talk, one piece of work, one decision."),
    )


def _pushing(seen: Seen) -> Finding | None:
    if not (hit := seen.pushing):
        return None
    return _found(
        seen,
        hit,
        "pushy_or_demanding",
        _("This presses somebody who owes you nothing, even if it is meant well."),
        "SFU, Lane",
        _("Turn it into a question, leave the time to them, and make a no easy."),
    )


def _tone(seen: Seen) -> Finding | None:
    if not (hit := seen.tone):
        return None
    return _found(
        seen,
        hit,
        "impolite_or_casual",
        _("A stranger may take this as careless or unkind."),
        "the founding article on informational meetings",
        _("Say it as you would to a teacher whom you like: plainly and politely."),
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
            _("It asks for anybody, and is easily passed on until nobody answers."),
            "PIT",
            _("Ask for %(name)s by name.", name=name) if name else _("Find out whom to ask for, and say the name."),
        )
    repair = None
    if name and _only_greets(hit):
        words = f"Hello {name}" if letter.message.channel == "phone" else f"Dear {name}"
        repair = mending.put(
            letter, letter.span(hit.sentence, hit.start, hit.end), words, _("Greet %(name)s", name=name)
        )
        if repair and _still_generic(seen, repair):
            repair = None
    return _found(
        seen,
        hit,
        "generic_greeting",
        _("A greeting to anybody tells the reader that the letter was not written for them."),
        "practice §3",
        _("Greet %(name)s by title and name.", name=name)
        if name
        else _("Find the name, check how it is spelt, and use it."),
        repair,
    )


def _only_greets(hit: Match) -> bool:
    """Whether the words are a greeting and nothing more, so that another can stand for them."""
    return len(hit.low.split()) <= 8 and not re.search(r"\b(?:i|u|you|did|do|are|my|was|can|could|would)\b", hit.low)


def _still_generic(seen: Seen, repair: Repair) -> bool:
    return Seen(mending.repaired(seen.letter, repair)).greeting.generic


def _gap(seen: Seen, hit: Match) -> Finding:
    letter, facts = seen.letter, seen.letter.facts
    inner = hit.low.replace("_", " ")
    name = next((fact for pattern, fact in _KNOWN if re.search(pattern, inner)), "")
    if name == "contact" and hit.sentence in letter.signature:
        name = "student"
    words = (facts.addressed or facts.contact) if name == "contact" else str(getattr(facts, name)) if name else ""
    repair = None
    if words:
        repair = mending.put(
            letter, letter.span(hit.sentence, hit.start, hit.end), words, _("Put in: %(words)s", words=words)[:80]
        )
    return _found(
        seen,
        hit,
        "placeholder_left",
        _("A slot of the template is still empty; nothing says more clearly that a letter goes to many."),
        "practice §3",
        _("Put in %(words)s.", words=words) if words else _("Fill it in, or leave the sentence out."),
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
        says = _(
            "This is %(count)d characters; a busy person reads what fits on the screen of a phone.",
            count=length.characters(letter),
        )
        mend = _("Cut it to %(most)d characters: connection, reason, ask.", most=most)
    else:
        most = (
            policy.request_words_target if (kind, channel) == ("request", "email") else length.MOST_WORDS[kind, channel]
        )
        says = _(
            "This is %(count)d words; a busy person reads what fits on the screen of a phone.",
            count=length.words(letter),
        )
        mend = _("Aim for about %(most)d words: what you need not say now can wait for the conversation.", most=most)
    return Finding(
        "too_long",
        Severity.FAULT if verdict == 2 else Severity.HINT,
        says,
        "SFU, GLF",
        mend,
    )


def _too_much(seen: Seen) -> Finding | None:
    """More minutes than a favour is worth."""
    longest, policy = seen.asked.longest, seen.letter.policy
    if longest is None or longest.most <= policy.minutes_max:
        return None
    letter, minutes = seen.letter, min(policy.minutes_default, policy.minutes_max)
    hit = Match(longest.sentence, longest.start, longest.end)
    words = f"{minutes}-minute" if re.search(r"\d-?\s?min(?:ute)?$|-minute$|-hour$", hit.low) else f"{minutes} minutes"
    repair = None
    if not longest.clock:
        repair = mending.put(
            letter,
            letter.span(hit.sentence, hit.start, hit.end),
            words,
            _("Ask for %(minutes)d minutes", minutes=minutes),
        )
        if repair and duration.read(mending.repaired(letter, repair)).most != minutes:
            repair = None
    return _found(
        seen,
        hit,
        "duration_ok",
        _("More than %(most)d minutes is much to ask of somebody you hardly know.", most=policy.minutes_max),
        "Tufts, Berkeley, Ballinger",
        _("Ask for %(minutes)d minutes, and be glad if they give more.", minutes=minutes),
        repair,
    )
