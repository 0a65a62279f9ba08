"""Why this person: how the two know of each other, what drew the student, or what is true of any contact."""

import re

from coach.facts import Facts
from coach.wording import OPEN_MATTER, about, first_sentence, inside, without_job_talk

# A reason of so many characters has room in every channel.
SHORT_REASON = 80
_THIRD_PERSON = re.compile(r"(?:she|he|they|her|his|their|them|him|it|dr|prof|professor|mr|ms|mrs)\b", re.I)
_SAYS_THEM = re.compile(r"\b(?:she|he|they|her|his|their|them|him)\b", re.I)
_DEED = re.compile(r"\b(?:met|gave|taught|spoke|wrote|led|ran|held|made|took|won|found|built|[a-z]+ed)\b", re.I)
_HABIT = re.compile(
    r"(coach|teach|edit|giv|head|host|keep|know|lead|liv|mak|play|run|sing|speak|work|writ)(e)?s\b", re.I
)
_SENTENCE_START = re.compile(r"(?:i|we|you|your|my|our|when|while)\b", re.I)

_CONNECTIONS = {
    "event": "We met at an event",
    "party": "We met at a party",
    "internship": "We have worked together",
    "manager": "You have been my manager",
    "family": "We know each other through my family",
    "teacher": "You have taught me",
    "alumni": "You graduated from the university where I study now",
    "online": "I came across you and your work online",
    "referral": "Someone who knows your work gave me your name",
}
# How one came by a name, which is no reason to write to just this person.
_SAYS_LITTLE = frozenset({"online", "referral", "other", ""})
# True of anybody who works, and short enough for every channel.
_OWN_PATH = "How you came to the work you do is something I would like to hear from you yourself."


def connection(facts: Facts, *, detail: bool = True) -> str:
    """How student and contact are connected: the first line of every request (docs/CRAFT.md, "Asking")."""
    if facts.referrer:
        return f"{facts.referrer} suggested that I write to you."
    words = without_job_talk(facts.known_words)
    if _SAYS_THEM.search(words):
        words = ""
    if detail and _SENTENCE_START.match(words):
        return first_sentence(words)
    if detail and (done := _DEED.match(words)):
        subject = "We" if done[0].lower() == "met" else "You"
        return f"{subject} {words[0].lower()}{first_sentence(words)[1:]}"
    if facts.known == "alumni" and facts.university:
        base: str | None = f"You graduated from {facts.university}, where I study now"
    else:
        base = _CONNECTIONS.get(facts.known)
    if base is None and not (detail and words):
        return tie(facts)
    if detail and (habit := _HABIT.match(words)):
        verb = habit[0].lower().removesuffix("s")
        verb = verb.removesuffix("e") if verb in {"coache", "teache"} else verb
        # By itself it is a remark and no reason, so it stands beside how they know each other.
        aside = f"you {verb}{words[habit.end() :]}".rstrip(" .!?")
    else:
        aside = inside(words.rstrip(" .!?"))
    if base is None:
        return f"How I know of you: {aside}."
    return f"{base} ({aside})." if detail and aside else f"{base}."


def drawn(facts: Facts) -> str:
    """What in their path drew the student, as they would say it to them; empty where they wrote it about them."""
    words = without_job_talk(facts.why_them)
    return "" if _THIRD_PERSON.match(words) else first_sentence(words)


def says_little(facts: Facts) -> bool:
    """Whether the way in which they know of each other is no reason to write to just this person."""
    return facts.known in _SAYS_LITTLE and not facts.referrer


def reasons(facts: Facts) -> tuple[str, ...]:
    """What is known of why just this person, each in a sentence; nothing where it says only how one came by a name."""
    known = connection(facts)
    little = says_little(facts) and known == connection(facts, detail=False)
    return tuple(reason for reason in ("" if little else known, drawn(facts)) if reason)


def reason(facts: Facts, *, detail: bool = True) -> str:
    """Why this person, in one sentence: the connection, what drew the student, or else what is true of any contact."""
    if not says_little(facts):
        return connection(facts, detail=detail)
    known = reversed(reasons(facts))
    return next((words for words in known if detail or len(words) <= SHORT_REASON), tie(facts))


def tie(facts: Facts) -> str:
    """Why this person where nobody has written it down: what they do, or that the student's question led to them."""
    role, field = inside(without_job_talk(facts.role)), inside(without_job_talk(facts.field))
    at = f" at {facts.organisation}" if facts.organisation else ""
    if role or at or field:
        work = f"role as {role}{at}" if role else f"work{at}" if at else f"work in {field}"
        return f"Your {work} is close to what I would like to understand better."
    if facts.goal_kind and about(facts) != OPEN_MATTER:
        return f"When I wondered whom to talk to about {about(facts)}, I thought of you."
    return _OWN_PATH


def ties(facts: Facts) -> tuple[str, ...]:
    """The sentences that tie the two together whatever is known, the richest first."""
    return tuple(dict.fromkeys((tie(facts), _OWN_PATH)))


def to_ask(facts: Facts, words: str) -> str:
    """ " about marine conservation", to stand after the ask; empty where `words` name the matter already."""
    matter = about(facts)
    return "" if matter in words or (matter == OPEN_MATTER and _OWN_PATH in words) else f" about {matter}"
