"""What stands in a message and had better not, in the words of a kind adviser."""

import re

from coach import gaps
from coach.messages import duration, length, mending
from coach.messages.analysis import MessageAnalysis
from coach.reading.phrases import Match
from coach.review import Remark, Repair, Severity
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


def remarks(analysis: MessageAnalysis) -> list[Remark]:
    """The faults of any message, and for requests and reminders also its length and what it asks for."""
    made: list[Remark | None] = [
        _job(analysis),
        _flattery(analysis),
        _pushing(analysis),
        _tone(analysis),
        _greeting(analysis),
        _long(analysis),
    ]
    # Of the gaps that a draft leaves on purpose others tell (coach.messages.missing, toward).
    made += [_gap(analysis, hit) for hit in analysis.gaps[:9] if not _is_told(analysis, hit)]
    if analysis.parsed.message.kind in {"request", "nudge"}:
        made.append(_too_much(analysis))
    return [remark for remark in made if remark]


def _found(
    analysis: MessageAnalysis, hit: Match, code: str, why: str, mend: str, repair: Repair | None = None
) -> Remark:
    span = analysis.parsed.span(hit.sentence, hit.start, hit.end)
    text = analysis.parsed.message.subject if span.part == "subject" else analysis.parsed.message.body
    return Remark(code, Severity.FAULT, why, mend, text[span.start : span.end], span, repair)


def _job(analysis: MessageAnalysis) -> Remark | None:
    if not (hit := analysis.job):
        return None
    contact = analysis.parsed.facts.addressed or analysis.parsed.facts.contact or _("this person")
    return _found(
        analysis,
        hit,
        "asks_for_job",
        _(
            "Asking for a job puts %(contact)s on the spot. Asking for advice is easier to say yes to.",
            contact=contact,
        ),
        _("Leave the job out of this message. Ask about their career, work and field."),
    )


def _flattery(analysis: MessageAnalysis) -> Remark | None:
    if not (hit := analysis.flattery):
        return None
    return _found(
        analysis,
        hit,
        "flattery_excessive",
        _("Praise as strong as this is often awkward to answer and hard to believe."),
        _("Say exactly what you liked instead, such as one talk, one project or one decision."),
    )


def _pushing(analysis: MessageAnalysis) -> Remark | None:
    if not (hit := analysis.pushing):
        return None
    return _found(
        analysis,
        hit,
        "pushy_or_demanding",
        _("This may sound pushy, even if you don’t mean it that way."),
        _("Ask it as a question, let them choose the time, and make it easy to say no."),
    )


def _tone(analysis: MessageAnalysis) -> Remark | None:
    if not (hit := analysis.tone):
        return None
    return _found(
        analysis,
        hit,
        "impolite_or_casual",
        _("Someone who doesn’t know you may find this careless or unkind."),
        _("Write it the way you’d write to a teacher you like: plainly and politely."),
    )


def _greeting(analysis: MessageAnalysis) -> Remark | None:
    greeting, parsed = analysis.greeting, analysis.parsed
    if not greeting.generic:
        return None
    name = parsed.facts.addressed or parsed.facts.contact
    hit = greeting.hit
    if hit is None:
        return Remark(
            "generic_greeting",
            Severity.FAULT,
            _("It isn’t addressed to a person, so it may get passed around and never answered."),
            _("Ask for %(name)s by name.", name=name) if name else _("Find out who to ask for, and say their name."),
        )
    repair = None
    if name and _only_greets(hit):
        words = f"Hello {name}" if parsed.message.channel == "phone" else f"Dear {name}"
        repair = mending.put(
            parsed, parsed.span(hit.sentence, hit.start, hit.end), words, _("Greet %(name)s", name=name)
        )
        if repair and _still_generic(analysis, repair):
            repair = None
    return _found(
        analysis,
        hit,
        "generic_greeting",
        _("A general greeting sounds like a message sent to many people."),
        _("Greet %(name)s by name.", name=name) if name else _("Find out their name, check the spelling, and use it."),
        repair,
    )


def _only_greets(hit: Match) -> bool:
    """Whether the words are a greeting and nothing more, so that another can stand for them."""
    return len(hit.low.split()) <= 8 and not re.search(r"\b(?:i|u|you|did|do|are|my|was|can|could|would)\b", hit.low)


def _still_generic(analysis: MessageAnalysis, repair: Repair) -> bool:
    return MessageAnalysis(mending.repaired(analysis.parsed, repair)).greeting.generic


def _gap(analysis: MessageAnalysis, hit: Match) -> Remark:
    parsed, facts = analysis.parsed, analysis.parsed.facts
    if gaps.UNREAD.fullmatch(parsed.text_of(hit.sentence, hit.start, hit.end)):
        contact = facts.addressed or facts.contact or _("this person")
        why = _("%(contact)s can’t read this as part of your message yet.", contact=contact)
        return _found(analysis, hit, "placeholder_left", why, _("Write it as one sentence in English."))
    inner = hit.low.replace("_", " ")
    name = next((fact for pattern, fact in _KNOWN if re.search(pattern, inner)), "")
    if name == "contact" and hit.sentence in parsed.signature:
        name = "student"
    words = (facts.addressed or facts.contact) if name == "contact" else str(getattr(facts, name)) if name else ""
    repair = None
    if words:
        repair = mending.put(
            parsed, parsed.span(hit.sentence, hit.start, hit.end), words, _("Fill in: %(words)s", words=words)[:80]
        )
    return _found(
        analysis,
        hit,
        "placeholder_left",
        _("There’s still a blank from the template. It makes the message look mass-produced."),
        _("Fill in %(words)s.", words=words) if words else _("Fill in the blank, or take the sentence out."),
        repair,
    )


def _is_told(analysis: MessageAnalysis, hit: Match) -> bool:
    words = analysis.parsed.text_of(hit.sentence, hit.start, hit.end)
    told_of = {"request": gaps.WHY, "thanks": gaps.SAID}.get(analysis.parsed.message.kind, "")
    return words == told_of or bool(gaps.TURNING.fullmatch(words))


def _long(analysis: MessageAnalysis) -> Remark | None:
    parsed, policy = analysis.parsed, analysis.parsed.policy
    verdict = length.verdict(parsed)
    if not verdict:
        return None
    kind, channel = parsed.message.kind, parsed.message.channel
    if channel == "linkedin":
        most = 500 if kind == "thanks" else policy.linkedin_characters
        says = _(
            "This is %(count)d characters. People often read messages on a phone, so a short one is easier.",
            count=length.characters(parsed),
        )
        mend = _(
            "Cut it to %(most)d characters: how you found them, why you chose them and what you’re asking for.",
            most=most,
        )
    else:
        most = (
            policy.request_words_target if (kind, channel) == ("request", "email") else length.MOST_WORDS[kind, channel]
        )
        says = _(
            "This is %(count)d words. People often read messages on a phone, so a short one is easier.",
            count=length.words(parsed),
        )
        mend = _("Aim for about %(most)d words. The rest can wait for the conversation.", most=most)
    return Remark(
        "too_long",
        Severity.FAULT if verdict == 2 else Severity.HINT,
        says,
        mend,
    )


def _too_much(analysis: MessageAnalysis) -> Remark | None:
    """More minutes than a favour is worth."""
    longest, policy = analysis.asked.longest, analysis.parsed.policy
    if longest is None or longest.most <= policy.minutes_max:
        return None
    parsed, minutes = analysis.parsed, min(policy.minutes_default, policy.minutes_max)
    hit = Match(longest.sentence, longest.start, longest.end)
    words = f"{minutes}-minute" if re.search(r"\d-?\s?min(?:ute)?$|-minute$|-hour$", hit.low) else f"{minutes} minutes"
    repair = None
    if not longest.clock:
        repair = mending.put(
            parsed,
            parsed.span(hit.sentence, hit.start, hit.end),
            words,
            _("Ask for %(minutes)d minutes", minutes=minutes),
        )
        if repair and duration.detect(mending.repaired(parsed, repair)).most != minutes:
            repair = None
    return _found(
        analysis,
        hit,
        "duration_ok",
        _("More than %(most)d minutes is a lot to ask of someone you hardly know.", most=policy.minutes_max),
        _("Ask for %(minutes)d minutes. If they have more time, they’ll offer it.", minutes=minutes),
        repair,
    )
