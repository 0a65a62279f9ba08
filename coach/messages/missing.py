"""What a good message has and this one does not yet: essentials, and the words that would put them in."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from coach import gaps
from coach.letters import one_thing
from coach.messages import flattery, mending, purpose
from coach.messages.analysis import MessageAnalysis
from coach.messages.parsed import ParsedMessage
from coach.reading.phrases import read_phrases
from coach.reasons import drawn, reasons
from coach.review import Remark, Repair, Severity, TextSpan
from coach.wording import studies
from coach.words import gettext as _

# Where a centre allows fewer characters than this on LinkedIn, a note has room for the ask alone.
ROOM_FOR_A_REASON = 240
# Each try reads the letter again; one that asks for a talk so often asks for none.
MOST_TRIES = 4
PHRASES = read_phrases(__file__)
_A_TALK = PHRASES["a_talk"]


def essentials(analysis: MessageAnalysis) -> tuple[tuple[str, bool], ...]:
    """The traits that a good message of this kind has, in short words, each with whether it is there."""
    kind, body = analysis.parsed.message.kind, analysis.parsed.message.body
    if kind == "request":
        most = analysis.asked.most
        return (
            (_("says who you are"), analysis.who is not None or _on_their_profile(analysis)),
            (_("says why you chose them"), _says_why(analysis)),
            (_("says it’s an informational interview"), analysis.purpose.phrase != "none"),
            (_("asks for a short time"), most is not None and most <= analysis.parsed.policy.minutes_max),
            (_("lets them choose the time"), analysis.choice is not None),
            (_("ends with a thank-you"), analysis.thanks is not None),
        )
    if kind == "nudge":
        return (
            (_("mentions your first message"), analysis.earlier is not None),
            (_("says it’s an informational interview"), analysis.purpose.phrase != "none"),
            (_("leaves them free to say no"), analysis.pushing is None),
            (_("ends with a thank-you"), analysis.thanks is not None),
        )
    if kind == "thanks":
        return (
            (_("mentions one thing they said"), _names_something(analysis) and gaps.ANOTHER not in body),
            (_("says what you’ll do next"), analysis.next_step is not None and gaps.NEXT not in body),
        )
    return ()


def remarks(analysis: MessageAnalysis) -> list[Remark]:
    """What is not there, with the adviser's words and a repair where one is safe."""
    by_kind = {
        "request": (_who, _why, _purpose, _duration, _choice, _remote, _thanks),
        "nudge": (_earlier, _purpose, _thanks),
        "thanks": (_takeaway,),
    }
    made = ((find, find(analysis)) for find in by_kind.get(analysis.parsed.message.kind, ()))
    return [_proven(analysis, find, remark) for find, remark in made if remark]


def _proven(analysis: MessageAnalysis, find: Callable[[MessageAnalysis], Remark | None], remark: Remark) -> Remark:
    """The remark, with its repair only where the letter would be found whole afterwards."""
    if remark.repair and find(MessageAnalysis(mending.repaired(analysis.parsed, remark.repair))):
        return replace(remark, repair=None)
    return remark


def _contact(analysis: MessageAnalysis) -> str:
    return analysis.parsed.facts.addressed or analysis.parsed.facts.contact or _("this person")


def _capital(analysis: MessageAnalysis) -> str:
    return _contact(analysis)[:1].upper() + _contact(analysis)[1:]


def _minutes(analysis: MessageAnalysis) -> int:
    policy, asked = analysis.parsed.policy, analysis.parsed.facts.minutes
    return asked if 0 < asked <= policy.minutes_max else min(policy.minutes_default, policy.minutes_max)


def _on_their_profile(analysis: MessageAnalysis) -> bool:
    return analysis.parsed.message.channel == "linkedin"


def _says_why(analysis: MessageAnalysis) -> bool:
    """The rules found a reason, or the student's own stands there as they wrote it for this person; and no gap."""
    facts, body = analysis.parsed.facts, analysis.parsed.message.body
    if gaps.WHY in body:
        return False
    if analysis.why is not None:
        return True
    own = (facts.referrer, facts.known_words, facts.why_them, *reasons(facts))
    return any(_stands([words], body) and not _worships(analysis, words) for words in own)


def _worships(analysis: MessageAnalysis, reason: str) -> bool:
    """ "You are the greatest engineer alive" is the student's own, and yet no reason."""
    message = replace(analysis.parsed.message, subject="", body=reason)
    return flattery.detect(replace(analysis.parsed, message=message)) is not None


def _stands(sentences: Iterable[str], body: str) -> bool:
    return any(len(words) > 2 and words.rstrip(".!?")[1:] in body for words in sentences)


def _names_something(analysis: MessageAnalysis) -> bool:
    facts, body = analysis.parsed.facts, analysis.parsed.message.body
    if gaps.SAID in body:
        return False
    return analysis.takeaway is not None or _stands((facts.thanks_line, facts.learned, one_thing(facts)), body)


def _who(analysis: MessageAnalysis) -> Remark | None:
    if analysis.who is not None or _on_their_profile(analysis):
        return None
    facts = analysis.parsed.facts
    repair = None
    if studies(facts) or facts.university:
        where = f" at {facts.university}" if facts.university else ""
        words = f"I study {studies(facts)}{where}." if studies(facts) else f"I am a student{where}."
        label = _("Say who you are: %(words)s", words=words.rstrip("."))
        repair = mending.at_the_start(analysis.parsed, words, label)
    return Remark(
        "says_who_i_am",
        Severity.MISSING,
        _("A name alone doesn’t tell %(contact)s who you are.", contact=_contact(analysis)),
        _("Add one sentence about what you study at %(university)s.", university=facts.university)
        if facts.university
        else _("Add one sentence about what you study and where."),
        repair=repair,
    )


def _why(analysis: MessageAnalysis) -> Remark | None:
    if _says_why(analysis):
        return None
    parsed, facts = analysis.parsed, analysis.parsed.facts
    gap = _gap(analysis, gaps.WHY)
    if gap is None and _on_their_profile(analysis) and parsed.policy.linkedin_characters < ROOM_FOR_A_REASON:
        return None
    reason = f"{facts.referrer} suggested I get in touch with you." if facts.referrer else drawn(facts)
    repair = _put_in(
        analysis, gap, reason, _("Say why: %(reason)s", reason=reason.rstrip("."))[:80], mending.at_the_start
    )
    return Remark(
        "says_why_you",
        Severity.MISSING,
        _(
            "Nothing here is specific to %(contact)s, so it could have gone to anyone.",
            contact=_contact(analysis),
        ),
        _(
            "Say why you chose %(contact)s: who suggested them, where you met, a talk, a project or a career change.",
            contact=_contact(analysis),
        ),
        gaps.WHY if gap else "",
        gap,
        repair,
    )


def _gap(analysis: MessageAnalysis, words: str) -> TextSpan | None:
    """Where the gap `words` stands that a draft left on purpose."""
    place = analysis.parsed.message.body.find(words)
    return TextSpan("body", place, place + len(words)) if place >= 0 else None


def _put_in(
    analysis: MessageAnalysis,
    gap: TextSpan | None,
    words: str,
    label: str,
    otherwise: Callable[[ParsedMessage, str, str], Repair | None],
) -> Repair | None:
    """`words` in the place of the gap; without one where `otherwise` puts them. None where there are no words."""
    if not words or words in gaps.OURS:
        return None
    return mending.put(analysis.parsed, gap, words, label) if gap else otherwise(analysis.parsed, words, label)


def _purpose(analysis: MessageAnalysis) -> Remark | None:
    if analysis.purpose.phrase != "none":
        return None
    return Remark(
        "names_purpose",
        Severity.MISSING if analysis.parsed.message.kind == "request" else Severity.HINT,
        _(
            "Without these words, %(contact)s may expect a friendly chat or a request for a job.",
            contact=_contact(analysis),
        ),
        _("Call it an “informational interview”, a short conversation about their work and not a job interview."),
        repair=_named(analysis),
    )


def _named(analysis: MessageAnalysis) -> Repair | None:
    """ "a quick chat" becomes "a quick informational interview"; else a sentence says it."""
    parsed, label = analysis.parsed, _("Call it an “informational interview”")
    tried = 0
    for asking in parsed.before_signature:
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
        repair = mending.put(parsed, parsed.span(asking, hit.start, hit.end), words, label)
        if repair and _held(analysis, repair):
            return repair
        tried += 1
        if tried == MOST_TRIES:
            break
    words = "This would be an informational interview: I'd just like to ask about your work."
    repair = mending.after_the_ask(analysis, words, label)
    return repair if repair and _held(analysis, repair) else None


def _held(analysis: MessageAnalysis, repair: Repair) -> bool:
    """Whether the repair does what it promises, and the rules still see the rest of what they saw."""
    after = MessageAnalysis(mending.repaired(analysis.parsed, repair))
    kept = (analysis.asked.most is None or after.asked.most == analysis.asked.most) and (analysis.remote is None) == (
        after.remote is None
    )
    return kept and purpose.detect(after.parsed).phrase != "none"


def _duration(analysis: MessageAnalysis) -> Remark | None:
    if analysis.asked.most is not None:
        return None
    minutes, parsed = _minutes(analysis), analysis.parsed
    label = _("Say how long: %(minutes)d minutes", minutes=minutes)
    hit = analysis.purpose.hit
    repair = None
    if hit and hit.sentence.part == "body" and not hit.low.endswith("s") and not hit.sentence.quoted(hit.end):
        span = parsed.span(hit.sentence, hit.end - 1, hit.end)
        repair = mending.put(parsed, TextSpan(span.part, span.end, span.end), f" of {minutes} minutes", label)
    if repair is None or MessageAnalysis(mending.repaired(parsed, repair)).asked.most != minutes:
        repair = mending.after_the_ask(analysis, f"I'd only need {minutes} minutes.", label)
    return Remark(
        "states_duration",
        Severity.MISSING,
        _(
            "A small, clear request is easier to say yes to. Without a length, %(contact)s has to guess.",
            contact=_contact(analysis),
        ),
        _("Say how long it will take, for example %(minutes)d minutes.", minutes=minutes),
        repair=repair,
    )


def _choice(analysis: MessageAnalysis) -> Remark | None:
    if analysis.choice is not None:
        return None
    return Remark(
        "offers_choice_of_time",
        Severity.MISSING,
        _("%(contact)s is doing you a favour, so let them choose the day and time.", contact=_capital(analysis)),
        _("Ask which day and time suits them best. You can suggest two times of your own."),
        repair=mending.after_the_ask(
            analysis, "Any day and time that suits you works for me.", _("Let them choose the time")
        ),
    )


def _remote(analysis: MessageAnalysis) -> Remark | None:
    if analysis.remote is not None:
        return None
    return Remark(
        "offers_remote",
        Severity.HINT,
        _("A call is often easier to fit in than a visit, and it’s just as good."),
        _("Offer %(contact)s a phone or video call as well.", contact=_contact(analysis)),
        repair=mending.after_the_ask(analysis, "A phone or video call would be just as good.", _("Offer a call")),
    )


def _thanks(analysis: MessageAnalysis) -> Remark | None:
    if analysis.thanks is not None:
        return None
    return Remark(
        "thanks_in_closing",
        Severity.HINT,
        _("People often remember the last line best."),
        _("End with a thank-you."),
        repair=mending.at_the_end(analysis.parsed, "Thank you for considering it.", _("Add a thank-you")),
    )


def _earlier(analysis: MessageAnalysis) -> Remark | None:
    if analysis.earlier is not None:
        return None
    on = analysis.parsed.facts.asked_on
    words = f"I wrote to you on {on}." if on else "I wrote to you a little while ago."
    return Remark(
        "mentions_earlier_message",
        Severity.MISSING,
        _("%(contact)s may not remember your first message.", contact=_capital(analysis)),
        _("Mention your message of %(day)s, and keep it friendly.", day=on)
        if on
        else _("Mention your first message, and keep it friendly."),
        repair=mending.at_the_start(analysis.parsed, words, _("Mention your first message")),
    )


def _takeaway(analysis: MessageAnalysis) -> Remark | None:
    if _names_something(analysis):
        return None
    gap = _gap(analysis, gaps.SAID)
    words = one_thing(analysis.parsed.facts)
    return Remark(
        "names_specific_takeaway",
        Severity.MISSING,
        _("This thank-you could be for anyone. One thing they said shows that you listened."),
        _(
            "Mention one thing that %(contact)s told, advised or showed you, and what you’ll do next.",
            contact=_contact(analysis),
        ),
        gaps.SAID if gap else "",
        gap,
        _put_in(analysis, gap, words, _("Add what you learned"), mending.at_the_end),
    )
