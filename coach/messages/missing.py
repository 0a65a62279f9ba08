"""What a good message has and this one does not yet: essentials, and the words that would put them in."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from coach.findings import Finding, Repair, Severity, Span
from coach.messages import flattery, mending, purpose
from coach.messages.seen import Seen
from coach.reading.phrases import read_phrases
from coach.reasons import SHORT_REASON, drawn, reasons, ties
from coach.wording import first_sentence, sentence, studies, thing_told
from coach.words import gettext as _

ARTICLE = "the founding article on informational meetings"
# Where a centre allows fewer characters than this on LinkedIn, a note has room for the ask alone.
ROOM_FOR_A_REASON = 240
# Each try reads the letter again; one that asks for a talk so often asks for none.
MOST_TRIES = 4
PHRASES = read_phrases(__file__)
_A_TALK = PHRASES["a_talk"]


def essentials(seen: Seen) -> tuple[tuple[str, bool], ...]:
    """The traits that a good message of this kind has, in short words, each with whether it is there."""
    kind = seen.letter.message.kind
    if kind == "request":
        most = seen.asked.most
        return (
            (_("says who you are"), seen.who is not None or _on_their_profile(seen)),
            (_("says why them"), _says_why(seen)),
            (_("names the meeting"), seen.purpose.phrase != "none"),
            (_("names a short time"), most is not None and most <= seen.letter.policy.minutes_max),
            (_("lets them choose the time"), seen.choice is not None),
            (_("ends with thanks"), seen.thanks is not None),
        )
    if kind == "nudge":
        return (
            (_("recalls your first message"), seen.earlier is not None),
            (_("names the meeting"), seen.purpose.phrase != "none"),
            (_("leaves them free"), seen.pushing is None),
            (_("ends with thanks"), seen.thanks is not None),
        )
    if kind == "thanks":
        return (
            (_("names one thing they said"), _names_something(seen)),
            (_("says what follows from it"), seen.next_step is not None),
        )
    return ()


def findings(seen: Seen) -> list[Finding]:
    """What is not there, with the adviser's words and a repair where one is safe."""
    by_kind = {
        "request": (_who, _why, _purpose, _duration, _choice, _remote, _thanks),
        "nudge": (_earlier, _purpose, _thanks),
        "thanks": (_takeaway,),
    }
    made = ((find, find(seen)) for find in by_kind.get(seen.letter.message.kind, ()))
    return [_proven(seen, find, finding) for find, finding in made if finding]


def _proven(seen: Seen, find: Callable[[Seen], Finding | None], finding: Finding) -> Finding:
    """The finding, with its repair only where the letter would be found whole afterwards."""
    if finding.repair and find(Seen(mending.repaired(seen.letter, finding.repair))):
        return replace(finding, repair=None)
    return finding


def _contact(seen: Seen) -> str:
    return seen.letter.facts.addressed or seen.letter.facts.contact or _("this person")


def _capital(seen: Seen) -> str:
    return _contact(seen)[:1].upper() + _contact(seen)[1:]


def _minutes(seen: Seen) -> int:
    policy, asked = seen.letter.policy, seen.letter.facts.minutes
    return asked if 0 < asked <= policy.minutes_max else min(policy.minutes_default, policy.minutes_max)


def _on_their_profile(seen: Seen) -> bool:
    return seen.letter.message.channel == "linkedin"


def _says_why(seen: Seen) -> bool:
    """The rules found a reason, or the student's own stands there as they wrote it for this person."""
    if seen.why is not None:
        return True
    facts, body = seen.letter.facts, seen.letter.message.body
    known = reasons(facts)
    own = (facts.referrer, facts.known_words, *known)
    if any(_stands([said], body) and not _worships(seen, said) for said in own):
        return True
    # Where nobody has written down a better one that has room, what ties the two together is reason enough.
    return all(len(reason) > SHORT_REASON for reason in known) and _stands(ties(facts), body)


def _worships(seen: Seen, reason: str) -> bool:
    """ "You are the greatest engineer alive" is the student's own, and yet no reason."""
    message = replace(seen.letter.message, subject="", body=reason)
    return flattery.read(replace(seen.letter, message=message)) is not None


def _stands(sentences: Iterable[str], body: str) -> bool:
    return any(len(said) > 2 and said.rstrip(".!?")[1:] in body for said in sentences)


def _names_something(seen: Seen) -> bool:
    if seen.takeaway is not None:
        return True
    facts, body = seen.letter.facts, seen.letter.message.body
    noted = (facts.thanks_line, facts.learned)
    return _stands(noted if any(noted) else (thing_told(facts),), body)


def _who(seen: Seen) -> Finding | None:
    if seen.who is not None or _on_their_profile(seen):
        return None
    facts = seen.letter.facts
    repair = None
    if studies(facts) or facts.university:
        where = f" at {facts.university}" if facts.university else ""
        words = f"I study {studies(facts)}{where}." if studies(facts) else f"I am a student{where}."
        label = _("Say who you are: %(words)s", words=words.rstrip("."))
        repair = mending.at_the_start(seen.letter, words, label)
    return Finding(
        "says_who_i_am",
        Severity.MISSING,
        _(
            "A name alone tells %(contact)s little; what and where you study tells them whom they would be helping.",
            contact=_contact(seen),
        ),
        "SFU, Carleton",
        _("Say in one sentence what you study at %(university)s.", university=facts.university)
        if facts.university
        else _("Say in one sentence what you study and where."),
        repair=repair,
    )


def _why(seen: Seen) -> Finding | None:
    if _says_why(seen):
        return None
    letter, facts = seen.letter, seen.letter.facts
    if _on_their_profile(seen) and letter.policy.linkedin_characters < ROOM_FOR_A_REASON:
        return None
    reason = f"{facts.referrer} suggested that I write to you." if facts.referrer else drawn(facts)
    repair = (
        mending.at_the_start(letter, reason, _("Say why: %(reason)s", reason=reason.rstrip("."))[:80])
        if reason
        else None
    )
    return Finding(
        "says_why_you",
        Severity.MISSING,
        _(
            "Nothing here is about %(contact)s in particular, so it reads like a letter to many.",
            contact=_contact(seen),
        ),
        "SFU, GLF",
        _(
            "Name what led you to %(contact)s: who sent you, where you met, a talk, a piece of work, a turn in their"
            " path.",
            contact=_contact(seen),
        ),
        repair=repair,
    )


def _purpose(seen: Seen) -> Finding | None:
    if seen.purpose.phrase != "none":
        return None
    return Finding(
        "names_purpose",
        Severity.MISSING if seen.letter.message.kind == "request" else Severity.HINT,
        _(
            'Unless you say "informational interview", %(contact)s may expect a friendly chat, or a job talk.',
            contact=_contact(seen),
        ),
        ARTICLE,
        _('Call the conversation what it is: an "informational interview".'),
        repair=_named(seen),
    )


def _named(seen: Seen) -> Repair | None:
    """ "a quick chat" becomes "a quick informational interview"; else a sentence says it."""
    letter, label = seen.letter, _('Call it an "informational interview"')
    tried = 0
    for asking in letter.told:
        hit = _A_TALK.first(asking)
        if (
            not hit
            or asking.quoted(hit.start)
            or not (asking.asks or re.search(r"\b(?:would|could|like|love)\b", asking.low))
        ):
            continue
        between = asking.plain[hit.start - asking.start : hit.end - asking.start].split()[1:-1]
        words = " ".join(["a" if between else "an", *between, "informational interview"])
        if asking.plain[hit.start - asking.start : hit.start - asking.start + 1].isupper():
            words = words[0].upper() + words[1:]
        repair = mending.put(letter, letter.span(asking, hit.start, hit.end), words, label)
        if repair and _held(seen, repair):
            return repair
        tried += 1
        if tried == MOST_TRIES:
            break
    said = "It would be an informational interview: I would come with questions about your work, and for nothing else."
    repair = mending.after_the_ask(seen, said, label)
    return repair if repair and _held(seen, repair) else None


def _held(seen: Seen, repair: Repair) -> bool:
    """Whether the repair does what it promises, and the rules still see the rest of what they saw."""
    after = Seen(mending.repaired(seen.letter, repair))
    kept = (seen.asked.most is None or after.asked.most == seen.asked.most) and (seen.remote is None) == (
        after.remote is None
    )
    return kept and purpose.read(after.letter).phrase != "none"


def _duration(seen: Seen) -> Finding | None:
    if seen.asked.most is not None:
        return None
    minutes, letter = _minutes(seen), seen.letter
    label = _("Say how long: %(minutes)d minutes", minutes=minutes)
    hit = seen.purpose.hit
    repair = None
    if hit and hit.sentence.part == "body" and not hit.low.endswith("s") and not hit.sentence.quoted(hit.end):
        span = letter.span(hit.sentence, hit.end - 1, hit.end)
        repair = mending.put(letter, Span(span.part, span.end, span.end), f" of {minutes} minutes", label)
    if repair is None or Seen(mending.repaired(letter, repair)).asked.most != minutes:
        repair = mending.after_the_ask(seen, f"I would need no more than {minutes} minutes.", label)
    return Finding(
        "states_duration",
        Severity.MISSING,
        _(
            "A length makes the favour small and easy to grant; without one %(contact)s must guess.",
            contact=_contact(seen),
        ),
        "Tufts, Northeastern, Berkeley",
        _(
            "Ask for %(minutes)d minutes; %(most)d is the most to ask for.",
            minutes=minutes,
            most=letter.policy.minutes_max,
        ),
        repair=repair,
    )


def _choice(seen: Seen) -> Finding | None:
    if seen.choice is not None:
        return None
    return Finding(
        "offers_choice_of_time",
        Severity.MISSING,
        _("%(contact)s does you a favour, so the day and the hour are theirs to choose.", contact=_capital(seen)),
        ARTICLE,
        _("Ask which day and time suit best; you can add two windows of your own if that helps."),
        repair=mending.after_the_ask(
            seen, "Any day and time that suit you would suit me.", _("Let them choose the time")
        ),
    )


def _remote(seen: Seen) -> Finding | None:
    if seen.remote is not None:
        return None
    return Finding(
        "offers_remote",
        Severity.HINT,
        _("A call is easier to fit in than a visit, and it is perfectly fine."),
        ARTICLE,
        _("Offer %(contact)s a talk by phone or online as well.", contact=_contact(seen)),
        repair=mending.after_the_ask(seen, "By phone or online would be just as good.", _("Offer phone or online")),
    )


def _thanks(seen: Seen) -> Finding | None:
    if seen.thanks is not None:
        return None
    return Finding(
        "thanks_in_closing",
        Severity.HINT,
        _("The last line is what stays in mind; let it be thanks."),
        ARTICLE,
        _("End with a line of thanks."),
        repair=mending.at_the_end(seen.letter, "Thank you for considering it.", _("Add a line of thanks")),
    )


def _earlier(seen: Seen) -> Finding | None:
    if seen.earlier is not None:
        return None
    on = seen.letter.facts.asked_on
    words = f"I wrote to you on {on}." if on else "I wrote to you a little while ago."
    return Finding(
        "mentions_earlier_message",
        Severity.MISSING,
        _("%(contact)s may not recall your first message.", contact=_capital(seen)),
        "Hollywood, Carleton",
        _("Say that you wrote before, on %(day)s, without reproach.", day=on)
        if on
        else _("Say that you wrote before, without reproach."),
        repair=mending.at_the_start(seen.letter, words, _("Say that you wrote before")),
    )


def _takeaway(seen: Seen) -> Finding | None:
    if _names_something(seen):
        return None
    facts = seen.letter.facts
    words = sentence(facts.thanks_line) or (
        f"What I keep thinking about: {first_sentence(facts.learned)}" if facts.learned else ""
    )
    return Finding(
        "names_specific_takeaway",
        Severity.MISSING,
        _("These thanks could go to anyone; one thing that was said shows that you listened."),
        "SJS, RCEL",
        _(
            "Name one thing that %(contact)s told, advised or showed you, and what you will do with it.",
            contact=_contact(seen),
        ),
        repair=mending.at_the_end(seen.letter, words, _("Name what you learned")) if words else None,
    )
