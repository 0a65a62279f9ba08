"""The request in its four channels, from the structures of docs/CRAFT.md, "Messages"."""

from coach.facts import Facts
from coach.policy import Policy
from coach.reasons import connection, drawn, reason, says_little, tie, ties, to_ask
from coach.wording import (
    INTERVIEW,
    DraftPart,
    about,
    count_words,
    first_window,
    fitting,
    greeting,
    letter,
    studies,
    who,
    windows,
)

SUBJECT_MOST = 120
SPOKEN_MOST = 150


def subject(facts: Facts) -> str:
    """One of three patterns: the referrer and the matter; who writes and what for; the matter alone."""
    matter = about(facts)
    if facts.referrer:
        patterns = [f"{facts.referrer} suggested I write: {INTERVIEW} about {matter}", f"{facts.referrer}: {INTERVIEW}"]
    elif studies(facts):
        patterns = [f"{studies(facts)} student: {INTERVIEW} about {matter}", f"{studies(facts)} student: {INTERVIEW}"]
    else:
        patterns = []
    patterns.append(f"{INTERVIEW.capitalize()} about {matter}")
    return next((p for p in patterns if len(p) <= SUBJECT_MOST), f"Request for an {INTERVIEW}")


def by_email(facts: Facts, policy: Policy) -> str:
    """60 to 100 words: the connection, who I am, what drew me, the ask, their choice, thanks."""
    opening, drew = _because(facts)
    matter = to_ask(facts, f"{opening.words} {drew.words}")
    have = f"Would you have {facts.minutes} minutes for an {INTERVIEW}"
    ways = "in person, by phone or online, whichever suits you best?"
    return letter(
        facts,
        [
            opening,
            DraftPart(who(facts), spare=8, bare=f"My name is {facts.student}."),
            drew,
        ],
        [
            DraftPart(f"{have}{matter}, {ways}", spare=5, bare=f"{have}, {ways}"),
            "The day, the hour and the place are yours to choose.",
            DraftPart(windows(facts), spare=2, bare=first_window(facts)),
            DraftPart("There is nothing to prepare; I will bring my questions.", spare=1),
        ],
        ["Thank you for considering it."],
        limit=policy.request_words_target,
        hard=policy.request_words_warn,
    )


def _because(facts: Facts) -> tuple[DraftPart, DraftPart]:
    """The connection and what drew the student; whichever of them is the reason makes way for nothing but another."""
    first, bare = connection(facts), connection(facts, detail=False)
    own, tied = drawn(facts), tie(facts)
    if not says_little(facts):
        return DraftPart(first, spare=7, bare=bare), DraftPart(own, spare=6) if own else DraftPart(tied, spare=3)
    if first != bare:
        short = bare if bare == tied else f"{bare} {tied}"
        return DraftPart(first, spare=7, bare=short), DraftPart(own, spare=6)
    tied = "" if tied == first else tied
    return DraftPart(first), DraftPart(own, spare=7, bare=tied) if own else DraftPart(tied)


def by_phone(facts: Facts) -> str:
    """A script: what to say, what to say to a machine, and what to say to somebody else who answers.

    What is long makes way until the whole has no more than SPOKEN_MOST words.
    """
    matter = to_ask(facts, reason(facts))
    return fitting(
        [
            _script(facts, reason(facts), matter, windows(facts)),
            _script(facts, reason(facts), matter, ""),
            _script(facts, reason(facts, detail=False), matter, ""),
            _script(facts, reason(facts), "", "", brief=True),
            _script(facts, reason(facts, detail=False), "", "", brief=True),
            # Names can be so long that only the words to the person themselves remain.
            "\n\n".join(_script(facts, reason(facts, detail=False), "", "").split("\n\n")[:3]),
        ],
        SPOKEN_MOST,
        count_words,
    )


def _script(facts: Facts, opening: str, matter: str, offer: str, *, brief: bool = False) -> str:
    name = facts.student
    reach = f" You can reach me at {facts.phone}." if facts.phone else ""
    number = f" My number is {facts.phone}, once more: {facts.phone}." if facts.phone else ""
    study = _studying(facts) or "I am a student. " if brief else who_briefly(facts)
    easiest = "" if brief else ", by phone if that is easiest"
    suggested = f"{facts.referrer} suggested that I call. " if facts.referrer else ""
    return "\n\n".join(
        (
            f"Good day, my name is {name}. {suggested.strip() or opening} Is this a bad moment?",
            f"{study}I am calling to ask whether you would have {facts.minutes} minutes for an {INTERVIEW}"
            f"{matter}: in person, by phone or online, on the day and at the place that suit you."
            + (f" {offer}" if offer else ""),
            f"Let me repeat the day and the hour.{reach} Thank you very much.",
            f"If a machine answers: My name is {name}, spelled {spelled(facts)}.{number} I would like to ask you for"
            f" an {INTERVIEW} of {facts.minutes} minutes{easiest}. Thank you.",
            f"If somebody else answers: {suggested}My name is {name}. May I speak to"
            f" {facts.addressed or facts.contact} about an {INTERVIEW}? Thank you.",
        )
    )


def spelled(facts: Facts) -> str:
    """The last name as one says it to a machine: "Y U S U F"."""
    names = facts.student.split()
    return " ".join(names[-1].upper()) if names else ""


def in_person(facts: Facts) -> str:
    """What to say: the common ground, the ask, and where to write the same evening."""
    hello = f"Hello, {facts.addressed or facts.contact}."
    referred = f"{facts.referrer} suggested that I talk to you." if facts.referrer else ""
    return fitting(
        [
            *(_spoken(facts, hello, referred or reason(facts, detail=detail)) for detail in (True, False)),
            _spoken(facts, hello, ties(facts)[-1]),
        ],
        SPOKEN_MOST,
        count_words,
    )


def _spoken(facts: Facts, hello: str, common: str) -> str:
    return "\n\n".join(
        (
            f"{hello} {common} {who(facts)}",
            f"Would you have {facts.minutes} minutes one of these days for an {INTERVIEW}"
            f"{to_ask(facts, common)}, in person, by phone or online, whichever suits you?",
            "May I write to you this evening, so that you can choose the day and the place? Which address do you"
            " prefer? Thank you very much.",
        )
    )


def on_linkedin(facts: Facts, policy: Policy) -> str:
    """The richest note that fits the number of characters the centre has set."""
    ask = f"Might I ask you for an {INTERVIEW}"
    rest = f"{facts.minutes} minutes by phone, online or in person, whenever suits you. Thank you!"
    hello, name = greeting(facts), facts.student
    full, short = reason(facts), reason(facts, detail=False)
    topic = to_ask(facts, full)
    return fitting(
        [
            f"{hello}\n{full} {_studying(facts)}{ask}{topic}? {rest} {name}",
            f"{hello}\n{full} {ask}{topic}? {rest} {name}",
            f"{hello}\n{short} {_studying(facts)}{ask}{topic}? {rest} {name}",
            f"{hello}\n{short} {ask}{topic}? {rest} {name}",
            f"{hello}\n{short} {ask}? {rest} {name}",
            f"{short} {ask}? {rest}",
            *(f"{tied} {ask}? {rest}" for tied in ties(facts)),
            f"{hello}\n{ask}? {rest} {name}",
            f"{ask}? {rest}",
        ],
        policy.linkedin_characters,
    )


def who_briefly(facts: Facts) -> str:
    """Who calls, after the name has been said."""
    at = f" at {facts.university}" if facts.university else ""
    return _studying(facts) or f"I am a student{at}. "


def _studying(facts: Facts) -> str:
    return f"I study {studies(facts)}. " if studies(facts) else ""
