"""The request in its four channels, from the structures of docs/CRAFT.md, "Messages"."""

from coach import gaps
from coach.facts import Facts
from coach.policy import Policy
from coach.reasons import connection, drawn, reason, says_little
from coach.wording import (
    EXPLAINED,
    INTERVIEW,
    WAYS,
    DraftPart,
    about,
    count_words,
    first_window,
    fitting,
    hello,
    letter,
    student_of,
    studies,
    who,
    windows,
    wish,
)

# Characters of a subject: about as many as a phone shows.
SUBJECT_MOST = 50
SPOKEN_MOST = 150


def subject(facts: Facts) -> str:
    """Who writes or who sent them, and what for, in the characters that a phone shows."""
    patterns = []
    if facts.referrer:
        patterns = [
            f"{facts.referrer} suggested I contact you",
            f"{facts.referrer.split()[-1]} suggested I contact you",
        ]
    elif studies(facts):
        patterns = [
            f"{studies(facts)} student: {facts.minutes}-minute {INTERVIEW}?",
            f"{studies(facts)} student: {INTERVIEW}?",
        ]
    patterns += [f"A student's request: {INTERVIEW}"]
    return next(p for p in patterns if len(p) <= SUBJECT_MOST)


def _ask(facts: Facts, policy: Policy, matter: str, *, brief: bool = False) -> str:
    """ "Could I ask you about it in a 20-minute informational interview" """
    named = f"a {facts.minutes}-minute {INTERVIEW}"
    explained = f" {EXPLAINED}" if policy.explains and not brief else ""
    return f"Could I ask you about {matter} in {named}{explained}"


def by_email(facts: Facts, policy: Policy) -> str:
    """60 to 100 words: the connection, who I am, what drew me, the ask, their choice, thanks."""
    first, bare, own = connection(facts), connection(facts, detail=False), drawn(facts)
    little = says_little(facts)
    if little and not own:
        own = gaps.WHY
    # Whichever of the two is the reason makes way for nothing but a gap.
    opening = DraftPart(first, spare=4) if little else DraftPart(first, spare=8, bare=bare)
    because = DraftPart(own, spare=10, bare=gaps.WHY) if little else DraftPart(own, spare=7)
    writes = DraftPart(who(facts), spare=9, bare=f"My name is {facts.student}.")
    ask, brief = _ask(facts, policy, "it"), _ask(facts, policy, "it", brief=True)
    shorter = DraftPart(wish(facts, own=False), spare=5, bare="I'd love to hear about your work.")
    return letter(
        facts,
        [writes, opening, because] if little else [opening, writes, because],
        [
            DraftPart(wish(facts), spare=3, bare=shorter),
            DraftPart(f"{ask}, {WAYS}?", spare=6, bare=f"{brief}, {WAYS}?"),
            "Any day and time that suits you works for me.",
            DraftPart(windows(facts), spare=2, bare=first_window(facts)),
        ],
        [DraftPart("You don't need to prepare anything.", spare=1), "Thank you for considering it."],
        limit=policy.request_words_target,
        hard=policy.request_words_warn,
    )


def by_phone(facts: Facts, policy: Policy) -> str:
    """A script with what to say at each turn: a yes, not now, a machine, somebody else who answers.

    What is long makes way until the whole has no more than SPOKEN_MOST words.
    """
    return fitting(
        [
            _script(facts, policy, reason(facts), about(facts), windows(facts)),
            _script(facts, policy, reason(facts), about(facts)),
            _script(facts, policy, reason(facts, detail=False), about(facts)),
            _script(facts, policy, reason(facts), "your work", brief=True),
            _script(facts, policy, reason(facts, detail=False), "your work", brief=True),
            # Names can be so long that only the words to the person themselves remain.
            "\n\n".join(_script(facts, policy, gaps.WHY, "your work", brief=True).split("\n\n")[:3]),
        ],
        SPOKEN_MOST,
        count_words,
    )


def _script(facts: Facts, policy: Policy, why: str, matter: str, offer: str = "", *, brief: bool = False) -> str:
    name, whom = facts.student, facts.addressed or facts.contact
    interview = f"a {facts.minutes}-minute {INTERVIEW}"
    number = f" My number is {facts.phone}, again: {facts.phone}." if facts.phone else ""
    am = "a student" if brief else student_of(facts)
    why = (
        f"{facts.referrer} suggested I call." if facts.referrer else why.replace("I'm writing to you", "I'm calling", 1)
    )
    explained = "" if brief or not policy.explains else " It's a conversation about your work, not a job interview."
    return "\n\n".join(
        (
            f"Hello {whom}, my name is {name}. I'm {am}. Do you have a minute?",
            f"{why} I'd love to ask you about {matter}. Could we have {interview}, {WAYS}?{explained}"
            + (f" {offer}" if offer else ""),
            "If yes: Great, thank you! Which day and time suit you best? I'll repeat that, to be sure.",
            "If not now: No problem at all. May I send you an email?",
            f"Voicemail: Hello, this is {name}, {spelled(facts)}. I'm a student, and I'd like to ask about your work"
            f" in {interview}.{number} I'll send you an email too. Thank you!",
            f"Somebody else answers: Could I speak to {whom}, please? If not, what's the best way to get in touch?"
            " Thank you.",
        )
    )


def spelled(facts: Facts) -> str:
    """The last name as one says it to a machine: "Y-U-S-U-F"."""
    names = facts.student.split()
    return "-".join(names[-1].upper()) if names else ""


def in_person(facts: Facts, policy: Policy) -> str:
    """What to say: the common ground, the ask, and where to write the same evening."""
    return fitting(
        [
            _spoken(facts, policy, reason(facts), about(facts)),
            _spoken(facts, policy, reason(facts, detail=False), about(facts)),
            _spoken(facts, policy, gaps.WHY, "your work"),
        ],
        SPOKEN_MOST,
        count_words,
    )


def _spoken(facts: Facts, policy: Policy, common: str, matter: str) -> str:
    common = common.replace("I'm writing to you", "I'm asking you", 1)
    common = f"{facts.referrer} suggested I talk to you." if facts.referrer else common
    return "\n\n".join(
        (
            f"Hello, {facts.addressed or facts.contact}. I'm {facts.student}, {student_of(facts)}. {common}",
            f"{_ask(facts, policy, matter)} some day, {WAYS}, whatever is easiest for you?",
            "May I write to you this evening, so that you can choose the day and time? What's the best email address"
            " for you? Thank you very much.",
        )
    )


def on_linkedin(facts: Facts, policy: Policy) -> str:
    """The richest note that fits the number of characters the centre has set."""
    rest, name = "by phone, online or in person, any day that suits you? Thank you!", facts.student
    full, short = reason(facts), reason(facts, detail=False)
    am = f"I'm {student_of(facts)}." if studies(facts) or facts.university else "I'm a student."
    ask, work = _ask(facts, policy, about(facts), brief=True), _ask(facts, policy, "your work", brief=True)
    long = _ask(facts, policy, about(facts))
    greets = hello(facts)
    return fitting(
        [
            f"{greets}\n{full} {am} {long}, {rest} {name}",
            f"{greets}\n{full} {am} {ask}, {rest} {name}",
            f"{greets}\n{full} {am} {work}, {rest} {name}",
            f"{greets}\n{short} {am} {ask}, {rest} {name}",
            f"{greets}\n{short} {am} {work}, {rest} {name}",
            f"{greets}\n{full} {work}, {rest} {name}",
            f"{greets}\n{short} {work}, {rest} {name}",
            f"{greets}\n{gaps.WHY} {work}, {rest} {name}",
            f"{gaps.WHY} {work}, {rest}",
            f"{work}, {rest}",
            f"Could I ask you for a {facts.minutes}-minute {INTERVIEW}, {WAYS}, any day? Thank you!",
        ],
        policy.linkedin_characters,
    )
