"""The request in its four channels, from the structures of docs/CRAFT.md, "Messages"."""

import re
import unicodedata
from itertools import product

from coach import gaps
from coach.facts import Facts
from coach.knowing import connection, leaves_place_open, says_little
from coach.policy import Policy
from coach.reasons import drew, short_reasons
from coach.typed import ended, says_something
from coach.wording import (
    EXPLAINED,
    INTERVIEW,
    OPEN_MATTER,
    WAYS,
    DraftPart,
    a_student,
    about,
    both_or_it,
    count_words,
    fewer_windows,
    first_window,
    fitting,
    hello,
    is_known,
    letter,
    student_of,
    studies,
    who,
    windows,
    wish,
    you_about,
)

# Characters of a subject: about as many as a phone shows.
SUBJECT_MOST = 50
SPOKEN_MOST = 150
IN_OTHER_WORDS = "It's a conversation about your work, not a job interview."


def subject(facts: Facts) -> str:
    """Who writes or who sent them, and what for, in the characters that a phone shows."""
    patterns = []
    if facts.referrer:
        patterns = [f"{_capital(facts.referrer)} suggested I contact you"]
    elif studies(facts):
        student = _capital(a_student(facts))
        patterns = [f"{student}: {facts.minutes}-minute {INTERVIEW}?", f"{student}: {INTERVIEW}?"]
    patterns += [f"A student's request: {INTERVIEW}"]
    return next(p for p in patterns if len(p) <= SUBJECT_MOST)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _last_name(name: str) -> str:
    """The last word of a name that is no "III" or "Jr."."""
    words = [word for word in name.split() if word.casefold().rstrip(".") not in {"jr", "sr", "ii", "iii", "iv"}]
    return (words or name.split())[-1]


def _ask(facts: Facts, policy: Policy, matter: str, *, brief: bool = False, when: str = "") -> str:
    """ "Could I ask you about it in a 20-minute informational interview", "… have a 20-minute … about law"."""
    named = f"a {facts.minutes}-minute {INTERVIEW}"
    explained = f" {EXPLAINED}" if policy.explains and not brief else ""
    # "what it's like to work in law in a 20-minute interview" would be the work of twenty minutes.
    if matter not in {"it", "both", "your work", OPEN_MATTER}:
        return f"Could we have {named}{when} about {matter}{explained}"
    return f"Could I ask {you_about(matter)} in {named}{explained}{when}"


def by_email(facts: Facts, policy: Policy) -> str:
    """60 to 100 words: the connection, who I am, what drew me, the ask, their choice, thanks."""
    first, bare, own = connection(facts), connection(facts, detail=False), drew(facts)
    little = says_little(facts)
    if little and not own:
        own = gaps.WHY
    # Whichever of the two is the reason makes way for nothing but a gap.
    because = DraftPart(own, spare=12, bare=gaps.WHY) if little else DraftPart(own, spare=11)
    opening = DraftPart(first, spare=9, bare=bare)
    if little:
        opening = DraftPart(first, spare=0 if leaves_place_open(facts) else 4)
    name = who(facts) if is_known(facts) else f"My name is {facts.student}."
    writes = DraftPart(who(facts), spare=10, bare=name)
    # Where the wish has no room, the question says what it is about.
    it, matter = both_or_it(facts), about(facts)
    plainly = DraftPart(f"{_ask(facts, policy, matter, brief=True)}, {WAYS}?", spare=13, bare=_plainly(facts))
    ask = DraftPart(f"{_ask(facts, policy, matter)}, {WAYS}?", spare=7, bare=plainly)
    short_wish = DraftPart(wish(facts, own=False), spare=5)
    offers = DraftPart(fewer_windows(facts), spare=8, bare=first_window(facts))
    return letter(
        facts,
        [writes, opening, because] if little and not leaves_place_open(facts) else [opening, writes, because],
        [
            DraftPart(wish(facts), spare=3, bare=short_wish),
            DraftPart(f"{_ask(facts, policy, it)}, {WAYS}?", spare=5, bare=ask),
            "Any day and time that suits you works for me.",
            DraftPart(windows(facts), spare=6, bare=offers),
        ],
        [DraftPart("You don't need to prepare anything.", spare=1), "Thank you for considering it."],
        limit=policy.request_words_target,
        hard=policy.request_words_warn,
    )


def _plainly(facts: Facts) -> str:
    return f"Could I ask you about your work in a {facts.minutes}-minute {INTERVIEW}, {WAYS}?"


def by_phone(facts: Facts, policy: Policy) -> str:
    """A script with what to say at each turn: a yes, not now, a machine, somebody else who answers.

    What is long makes way until the whole has no more than SPOKEN_MOST words.
    """
    # The other clock in brackets is not said; that of all the times is.
    aloud = re.sub(r" \((?:all|both) ([^()]*)\)", r", \1", windows(facts))
    offer, matter = re.sub(r" \([^()]*\)", "", aloud), about(facts)
    richest = [
        (matter, offer, True, student_of(facts)),
        (matter, "", True, student_of(facts)),
        (matter, "", False, student_of(facts)),
        (matter, "", False, "a student"),
        ("your work", "", False, "a student"),
    ]
    scripts = [_script(facts, policy, why, *rest) for why, rest in product(short_reasons(facts, aloud=True), richest)]
    # Names can be so long that only the words to the person themselves remain.
    return fitting([*scripts, "\n\n".join(scripts[-1].split("\n\n")[:3])], SPOKEN_MOST, count_words)


def _aloud(facts: Facts, why: str, verb: str) -> str:
    """The reasons as one says them, without brackets."""
    act = {"calling": "call you", "asking you": "talk to you"}[verb]
    # "I'm asking you to find out" would be something for them to do.
    why = why if verb == "calling" else why.replace("I'm writing to you to ", "I'd like to ", 1)
    told = why.replace("I'm writing to you", f"I'm {verb}", 1).replace("I get in touch with you", f"I {act}")
    # What they did since says nobody of themselves aloud: "my manager (left in May)".
    told = re.sub(r" \((?:left|moved|retired|now|until|since)\b[^()\[\]]*\)(?=\.)", "", told)
    return re.sub(r" \(([^()\[\]]*)\)(?=\.)", _aside_aloud, told).replace("#", "number ").replace(" & ", " and ")


def _aside_aloud(found: re.Match[str]) -> str:
    """A few words that stood in brackets, behind a colon; a statement in brackets is left to the eye."""
    return "" if says_something(found[1]) else f": {found[1]}"


def _script(facts: Facts, policy: Policy, why: str, matter: str, offer: str, explains: bool, am: str) -> str:
    name, whom = facts.student, facts.addressed or facts.contact
    interview = f"a {facts.minutes}-minute {INTERVIEW}"
    number = f"{facts.phone}, again: {facts.phone}" if facts.phone else gaps.NUMBER
    # Whoever else answers does not know whom a first name means.
    asked = whom if " " in whom or "(" in facts.contact else facts.contact
    hello = f"this is {name}" if is_known(facts) else f"my name is {name}"
    explained = f" {IN_OTHER_WORDS}" if policy.explains and explains else ""
    letters = spelled(facts) or gaps.SPELLING
    address = "" if facts.email else " Which address is best for you?"
    also = " I'll send you an email too." if facts.email else ""
    return "\n\n".join(
        (
            f"Hello {whom}, {ended(hello)} I'm {am}. Do you have a minute?",
            f"{_aloud(facts, why, 'calling')} {_matter_aloud(facts, matter)}"
            f" Could we have {interview}, {WAYS}?{explained}" + (f" {offer}" if offer else ""),
            "If yes: Great, thank you! Which day and time suit you best? I'll repeat that, to be sure.",
            f"If not now: No problem at all. May I send you an email?{address}",
            f"Voicemail: Hello, this is {name}, {letters}. I'm a student, and I'd like to ask about your work"
            f" in {interview}. My number is {number}."
            f"{also} Thank you!",
            f"Somebody else answers: Could I speak to {asked}, please?"
            " If not, what's the best way to get in touch? Thank you.",
        )
    )


def _matter_aloud(facts: Facts, matter: str) -> str:
    """What the student would like to ask about; a decision in a sentence of its own, without brackets."""
    if facts.goal_kind == "decide" and matter == about(facts) and wish(facts).startswith("I'm deciding"):
        return f"{wish(facts)} I'd love to ask you about both."
    if "(" in matter:
        return f"{wish(facts)} I'd love to ask you about it."
    return f"I'd love to ask {you_about(matter)}."


def spelled(facts: Facts) -> str:
    """The last name as one says it to a machine: "Y-U-S-U-F"; empty where it has other letters than Latin ones."""
    names = [name for name in facts.student.split() if len(name.rstrip(".")) > 1]
    last = _last_name(" ".join(names)) if names else ""
    latin = all("LATIN" in unicodedata.name(sign, "") or sign in "-'’" for sign in last)
    return "-".join(re.sub(r"[-'’]", "", last).upper()) if latin else ""


def in_person(facts: Facts, policy: Policy) -> str:
    """What to say: the common ground, the ask, and where to write the same evening."""
    return fitting(
        [
            _spoken(facts, policy, why, matter, brief=brief)
            for why, (matter, brief) in product(
                short_reasons(facts, aloud=True), [(about(facts), False), (about(facts), True), ("your work", True)]
            )
        ],
        SPOKEN_MOST,
        count_words,
    )


def _spoken(facts: Facts, policy: Policy, common: str, matter: str, *, brief: bool) -> str:
    explained = f" {IN_OTHER_WORDS}" if policy.explains and not brief else ""
    address = "" if facts.email else " What's the best email address for you?"
    aside = ""
    if "(" in matter or (facts.goal_kind == "decide" and matter == about(facts)):
        aside, matter = f"{wish(facts)} ", both_or_it(facts)
    ask = _ask(facts, policy, matter, brief=True, when=" some day")
    return "\n\n".join(
        (
            f"Hello, {facts.addressed or facts.contact}. I'm {facts.student}, {student_of(facts)}."
            f" {_aloud(facts, common, 'asking you')}",
            f"{aside}{ask}, {WAYS}, whatever is easiest for you?{explained}",
            f"May I write to you this evening, so that you can choose the day and time?{address} Thank you very much.",
        )
    )


def on_linkedin(facts: Facts, policy: Policy) -> str:
    """The richest note that fits the number of characters the centre has set."""
    rest, name = "by phone, online or in person, any day that suits you? Thank you!", facts.student
    # Rather than how they met, or why it goes to them, it leaves out a few words about the day.
    reasons, known = short_reasons(facts), connection(facts)
    whole = [why for why in reasons if known and drew(facts) and why.startswith(f"{known} ")]
    ways = [rest, f"{WAYS}, any day? Thank you!"]
    opened = [*((why, way) for way, why in product(ways, whole)), *((why, rest) for why in reasons)]
    am, greets = f"I'm {student_of(facts)}.", hello(facts)
    matter, work = about(facts), _ask(facts, policy, "your work", brief=True)
    ask, long = _ask(facts, policy, matter, brief=True), _ask(facts, policy, matter)
    richest = [(am, long), (am, ask), (am, work), ("I'm a student.", ask), ("I'm a student.", work)]
    notes = [
        f"{greets}\n{why} {student} {question}, {way} {name}"
        for (why, way), (student, question) in product(opened, richest)
    ]
    return fitting(
        [
            *notes,
            *(f"{greets}\n{why} {work}, {rest} {name}" for why in reasons),
            f"{gaps.WHY} {work}, {rest}",
            f"{work}, {rest}",
            f"Could I ask you for a {facts.minutes}-minute {INTERVIEW}, {WAYS}, any day? Thank you!",
        ],
        policy.linkedin_characters,
    )
