"""Turns of phrase that every message shares, grammatical whatever the facts are."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from coach.facts import Facts

INTERVIEW = "informational interview"
LAST_RESORT = 5


# Not in a first message, not even in a fact: it reads as asking for a post (docs/CRAFT.md, "Asking").
_JOB_TALK = re.compile(
    r"\b(jobs?|internships?|openings?|vacanc(y|ies)|hir(e|ing)|positions?|résumés?|resumes?|cvs?)\b", re.I
)
_DEGREE = re.compile(
    r"^(?:(?:B|M|Ph|Ll|D)\.?\s?(?:Sc|A|Eng|Ed|B|Phil|D|Mus|Arch|Res)\b\.?|MBA\b|LL\.?[BM]\b\.?"
    r"|(?:Bachelor|Master|Doctor)(?:['’]s)?(?: of [A-Z]\w+)?)\s*(?:\(Hons\)\s*)?(?:in |of )?",
)
# Words that begin a field or a role and are no names, so that they lose their capital inside a sentence.
_COMMON = re.compile(
    r"""(?:
    administrative|aerospace|agile|applied|art|arts|bank|biotech|brand|business|care|chemical|child|civic|civil
    |climate|cloud|coastal|community|computer|consumer|content|corporate|creative|crisis|culture|customer|cyber|data
    |deep|design|digital|disaster|early|earth|energy|event|family|fashion|film|financial|fine|food|forest|freshwater
    |front|game|games|gender|global|green|hardware|health|heritage|hotel|human|humanitarian|image|impact|information
    |interior|labour|land|landscape|law|legal|life|machine|marine|media|medicine|mobile|music|network|nonprofit|ocean
    |open|patent|peace|plant|port|primary|product|project|property|public|quality|radio|rail|real|remote|renewable|risk
    |rural|sales|school|science|sea|secondary|security|social|soft|software|solar|space|special|sport|sports
    |start-up|startup|state|strategy|supply|sustainable|system|systems|tax|teacher|tech|technology|text|theatre
    |trade|transport|travel|urban|user|visual|voluntary|waste|water|wealth|web|wildlife|wind|wine|youth
    )$""",
    re.X,
)
_COMMON_END = re.compile(
    r"(ing|tion|ment|ology|ics|ism|ture|ist|yst|ive|ity|ance|ence|graphy|onomy|istry|mental|ical)$"
)
OPEN_MATTER = "your work and how you came to it"


@dataclass(frozen=True)
class DraftPart:
    """One sentence of a message; in turn `spare` (0: never) it makes way for `bare` where space is short."""

    words: str
    spare: int = 0
    bare: str = ""


def sentence(words: str) -> str:
    """`words` with a capital at the front and a full stop at the end; empty stays empty."""
    words = words.strip()
    if not words:
        return ""
    return words[0].upper() + words[1:] + ("" if words[-1] in ".!?…" else ".")


def first_sentence(words: str) -> str:
    return sentence(re.split(r"(?<=[.!?])\s+", words.strip(), maxsplit=1)[0])


def without_job_talk(words: str) -> str:
    return "" if _JOB_TALK.search(words) else words


def count_words(text: str) -> int:
    return len(text.split())


def inside(words: str) -> str:
    """`words` as they stand inside a sentence: a common first word loses its capital, a name keeps it."""
    first, _, rest = words.partition(" ")
    plain = first[:1].isupper() and first[1:].islower() and rest == rest.lower()
    if plain and (_COMMON.match(first.lower()) or _COMMON_END.search(first)):
        return first.lower() + (f" {rest}" if rest else "")
    return words


def fitting(texts: Sequence[str], most: int, measure: Callable[[str], int] = len) -> str:
    """The first of `texts` (the richest first) that measures no more than `most`; the last where none does."""
    return next((text for text in texts if measure(text) <= most), texts[-1])


def greeting(facts: Facts) -> str:
    return f"Dear {facts.addressed or facts.contact},"


def studies(facts: Facts) -> str:
    """What the student studies, without the name of the degree: "Marine Biology"."""
    return without_job_talk(_DEGREE.sub("", facts.programme).strip() or facts.programme)


def who(facts: Facts) -> str:
    """Who writes, in one sentence."""
    subject = studies(facts)
    at = f" at {facts.university}" if facts.university else ""
    if subject:
        return f"My name is {facts.student}, and I study {subject}{at}."
    return f"My name is {facts.student}, and I am a student{at}."


def about(facts: Facts) -> str:
    """What the talk is about, to stand after "about"; by the kind of the goal."""
    subject = without_job_talk(facts.goal_subject).rstrip(" .!?")
    field = without_job_talk(facts.field)
    if facts.goal_kind == "materials":
        return "what makes a good application in your field"
    if subject and facts.goal_kind == "role":
        return f"the role of {inside(subject)}"
    if subject and facts.goal_kind == "employer":
        return f"what it is like to work at {subject}"
    if subject and facts.goal_kind == "decide":
        return f"a choice I am weighing ({subject})"
    if subject:
        return f"working in {inside(subject)}"
    if field:
        return f"working in {inside(field)}"
    return OPEN_MATTER


def thing_told(facts: Facts) -> str:
    """What they talked of, where the student noted nothing: what was asked, which they must have told of."""
    matter = about(facts).replace("a choice", "the choice", 1) if facts.goal_kind == "decide" else about(facts)
    return f"What you told me about {matter} has stayed with me."


def isolated(name: str) -> str:
    """`name` as it stands inside a sentence on a page: one that is read from the right keeps to itself (Unicode
    isolates), so that the words around it stay in their order. Letters and files take the bare name."""
    if any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in name):
        return f"\u2068{name}\u2069"
    return name


def windows(facts: Facts) -> str:
    """The times the student offers, where they named some."""
    return f"If it helps, I could offer {either(facts.windows)}." if facts.windows else ""


def first_window(facts: Facts) -> str:
    """The same in fewer words."""
    return f"If it helps, I could offer {facts.windows[0]}, or another time." if facts.windows else ""


def either(choices: Sequence[str]) -> str:
    """ "A, B or C"."""
    *others, last = choices or ("",)
    return f"{', '.join(others)} or {last}" if others else last


def signature(facts: Facts) -> str:
    lines = ["Kind regards,", facts.student, facts.programme, facts.phone, facts.link]
    return "\n".join(line for line in lines if line)


def letter(facts: Facts, *paragraphs: Iterable[DraftPart | str], limit: int = 0, hard: int = 0) -> str:
    """A letter of `paragraphs`, cut where it is long.

    In: limits in words, 0 for none. Above `limit` the turns 1 to 4 make way one after another, above `hard` the rest.
    """
    kept = [[p if isinstance(p, DraftPart) else DraftPart(p) for p in paragraph] for paragraph in paragraphs]
    text = _set(facts, kept)
    for turn in sorted({part.spare for paragraph in kept for part in paragraph if part.spare}):
        most = limit if turn < LAST_RESORT else hard
        if most and count_words(text) > most:
            kept = [[DraftPart(p.bare) if p.spare == turn else p for p in paragraph] for paragraph in kept]
            text = _set(facts, kept)
    return text


def _set(facts: Facts, paragraphs: list[list[DraftPart]]) -> str:
    joined = (" ".join(part.words for part in paragraph if part.words) for paragraph in paragraphs)
    return "\n\n".join([greeting(facts), *(words for words in joined if words), signature(facts)])
