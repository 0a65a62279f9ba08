"""Turns of phrase that every message shares, grammatical whatever the facts are."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from coach.facts import Facts
from coach.person import names_of
from coach.typed import Shape, article, bare, ended, lowered, quieted, read, sentences

INTERVIEW = "informational interview"
# For whoever does not know the word, where the centre wants it explained (coach.policy.Policy.explains).
EXPLAINED = "(a conversation about your work, not a job interview)"
WAYS = "by phone, online or in person"
LAST_RESORT = 5
# Words of a goal's own sentence that still read well in the middle of a letter.
MOST_WANTED = 18


# Not in a first message, not even in a fact: it reads as asking for a post (docs/CRAFT.md, "Asking").
_JOB_TALK = re.compile(
    r"\b(jobs?|internships?|openings?|vacanc(y|ies)|hir(e|ing)|positions?|résumés?|resumes?|cvs?)\b", re.I
)
_DEGREE = re.compile(
    r"^(?:(?:B|M|Ph|Ll|D)\.?\s?(?:Sc|A|Eng|Ed|B|Phil|D|Mus|Arch|Res)\b\.?|MBA\b|LL\.?[BM]\b\.?"
    r"|(?:Bachelor|Master|Doctor)(?:['’]s)?(?: of [A-Z]\w+)?)\s*(?:\(Hons\)\s*)?(?:in |of )?",
)
_CAN_SAY = re.compile(
    r"(?:that )?i(?: (?:now|finally))? (?:(?P<know>know|understand|see)|can (?P<can>\w+)|am able to (?P<able>\w+))"
    r"\s+(?P<rest>\S.*)$",
    re.I,
)
OPEN_MATTER = "your work and how you got into it"


@dataclass(frozen=True)
class DraftPart:
    """One sentence of a message; in turn `spare` (0: never) it makes way for `bare` where space is short.

    What takes its place can make way in a later turn.
    """

    words: str
    spare: int = 0
    bare: "str | DraftPart" = ""

    @property
    def shorter(self) -> "DraftPart":
        return self.bare if isinstance(self.bare, DraftPart) else DraftPart(self.bare)


def sentence(words: str) -> str:
    """`words` with a capital at the front and one stop at the end; empty stays empty."""
    words = ended(words.strip())
    return words[:1].upper() + words[1:]


def first_sentence(words: str) -> str:
    return sentence(next(iter(sentences(words)), ""))


def without_job_talk(words: str) -> str:
    return "" if _JOB_TALK.search(words) else words


def count_words(text: str) -> int:
    return len(text.split())


def fitting(texts: Sequence[str], most: int, measure: Callable[[str], int] = len) -> str:
    """The first of `texts` (the richest first) that measures no more than `most`; the last where none does."""
    return next((text for text in texts if measure(text) <= most), texts[-1])


def reader(facts: Facts) -> tuple[str, ...]:
    """By what the person who is written to is called in a text."""
    return names_of(facts.contact, facts.addressed)


def greeting(facts: Facts) -> str:
    return f"Dear {facts.addressed or facts.contact},"


def hello(facts: Facts) -> str:
    """The greeting of a short message."""
    return f"Hello {facts.addressed or facts.contact},"


def studies(facts: Facts) -> str:
    """What the student studies, without the name of the degree: "Marine Biology"."""
    return without_job_talk(_DEGREE.sub("", facts.programme).strip() or facts.programme)


def student_of(facts: Facts) -> str:
    """ "a Marine Biology student at Kaimauer University"."""
    subject = studies(facts)
    at = f" at {facts.university}" if facts.university else ""
    return f"{article(subject.split()[0])} {subject} student{at}" if subject else f"a student{at}"


def who(facts: Facts) -> str:
    """Who writes, in one sentence."""
    if facts.known == "alumni" and facts.university and not facts.referrer:
        # The connection names the university that the two have in common (coach.reasons.connection).
        facts = replace(facts, university="")
    return f"My name is {facts.student}, and I'm {student_of(facts)}."


def about(facts: Facts) -> str:
    """What the talk is about, to stand after "about"; by the kind of the goal."""
    subject, field = _matter(facts.goal_subject), _matter(facts.field)
    if facts.goal_kind == "materials":
        return "what makes a good application in your field"
    if subject and facts.goal_kind == "role":
        return f"what it's like to work as {_one(subject)}"
    if subject and facts.goal_kind == "employer":
        return f"what it's like to work at {facts.goal_subject.rstrip(' .!?')}"
    if subject and facts.goal_kind == "decide":
        return f"a decision I have to make ({subject})"
    if subject or field:
        return f"working in {subject or field}"
    return OPEN_MATTER


def wish(facts: Facts, *, own: bool = True) -> str:
    """What the student would like to find out, in one sentence; with the goal's `own` words where they fit."""
    matter = about(facts)
    if matter == OPEN_MATTER:
        return "I'd love to hear how you got into your work."
    if facts.goal_kind == "decide":
        return f"I have a decision to make: {_matter(facts.goal_subject)}."
    if matter.startswith("working in "):
        matter = f"what it's like to work in {matter.removeprefix('working in ')}"
    if own and facts.goal_kind != "materials" and (words := wanted(facts)):
        return f"I'm finding out {matter}, and I'd like to {words}."
    return f"I'd like to find out {matter}."


def wanted(facts: Facts) -> str:
    """What the student wrote of the goal, to stand after "I'd like to"; empty where it does not fit there.

    "I know which two skills to learn next" is "know which two skills to learn next".
    """
    words = bare(without_job_talk(facts.wants))
    found = _CAN_SAY.match(words)
    if not found or len(words.split()) > MOST_WANTED or len(sentences(words)) > 1:
        return ""
    act = found["know"] or f"be able to {found['can'] or found['able']}"
    return f"{act.lower()} {found['rest']}"


def _matter(words: str) -> str:
    """A subject as it stands inside a sentence; empty where it is none, but a question or a statement."""
    words = bare(quieted(without_job_talk(words)))
    return lowered(words) if words and "?" not in words and read(words).shape is not Shape.CLAUSE else ""


def _one(role: str) -> str:
    """ "a data analyst"; several, or one with its own article, stay as they are."""
    first = role.split()[0].lower()
    if first in {"a", "an", "the", "head", "chief"} or role.endswith("s"):
        return role
    return f"{article(role.split()[0])} {role}"


def isolated(name: str) -> str:
    """`name` as it stands inside a sentence on a page: one that is read from the right keeps to itself (Unicode
    isolates), so that the words around it stay in their order. Letters and files take the bare name."""
    if any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in name):
        return f"\u2068{name}\u2069"
    return name


def windows(facts: Facts) -> str:
    """The times the student offers, where they named some."""
    return f"If it helps, I'm free on {either(facts.windows)}." if facts.windows else ""


def first_window(facts: Facts) -> str:
    """The same in fewer words."""
    return f"If it helps, I'm free on {facts.windows[0]}, or another time." if facts.windows else ""


def either(choices: Sequence[str]) -> str:
    """ "A, B or C"."""
    return _in_a_row(choices, "or")


def listed(names: Sequence[str]) -> str:
    """ "A, B and C"."""
    return _in_a_row(names, "and")


def _in_a_row(words: Sequence[str], link: str) -> str:
    *others, last = words or ("",)
    return f"{', '.join(others)} {link} {last}" if others else last


def signature(facts: Facts) -> str:
    lines = ["Kind regards,", facts.student, facts.programme, facts.phone, facts.link]
    return "\n".join(line for line in lines if line)


def letter(facts: Facts, *paragraphs: Iterable[DraftPart | str], limit: int = 0, hard: int = 0) -> str:
    """A letter of `paragraphs`, cut where it is long.

    In: limits in words, 0 for none. Above `limit` the turns 1 to 4 make way one after another, above `hard` the rest.
    """
    kept = [[p if isinstance(p, DraftPart) else DraftPart(p) for p in paragraph] for paragraph in paragraphs]
    text = _set(facts, kept)
    turn = 0
    while turn := min((p.spare for paragraph in kept for p in paragraph if p.spare > turn), default=0):
        most = limit if turn < LAST_RESORT else hard
        if most and count_words(text) > most:
            kept = [[p.shorter if p.spare == turn else p for p in paragraph] for paragraph in kept]
            text = _set(facts, kept)
    return text


def _set(facts: Facts, paragraphs: list[list[DraftPart]]) -> str:
    joined = (" ".join(part.words for part in paragraph if part.words) for paragraph in paragraphs)
    return "\n\n".join([greeting(facts), *(words for words in joined if words), signature(facts)])
