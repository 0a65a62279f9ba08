"""Turns of phrase that every message shares, grammatical whatever the facts are."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from coach import matters
from coach.capitals import is_common, lowered, peoples_named, quieted
from coach.facts import Facts
from coach.person import names_of
from coach.typed import Shape, article, bare, ended, is_latin, read, sentences

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
# "how you got your first job" asks for none.
_THEIR_JOB = re.compile(
    r"\byour (?:very )?(?:first|last|old|previous|current|present) (?:jobs?|positions?)\b|"
    r"\bin (?:my|your) (?:position|place)\b|"
    r"(?<!want )(?<!get )(?<!take )(?<!have )\byour job\b(?! (?:offers?|ads?|adverts?|postings?))|"
    r"\bhow (?:hiring|recruiting) (?:works|happens|is done)\b|"
    r"\bhow you (?:got|found|landed) (?:your|that|this) (?:job|position)\b",
    re.I,
)
_A_CV = re.compile(r"\b(?:résumés?|resumes?|cvs?)\b", re.I)
_DEGREE = re.compile(
    r"^(?:(?:B|M|Ph|Ll|D)\.?\s?(?:Sc|A|Eng|Ed|B|Phil|D|Mus|Arch|Res|FA|BA)\b\.?|MBA\b|LL\.?[BM]\b\.?|msc\b|bsc\b|"
    r"phd\b|ba\b"
    r"|(?:[Bb]achelor|[Mm]aster|Doctor)(?:['’]?s)?(?: of [A-Z]\w+)?|Undergraduate(?: student)?(?= in ))"
    r"\s*(?:\(Hons\)\s*)?(?:in |of )?",
)
_DEGREE_BEHIND = re.compile(r",?(?:(?<!\s)\s+)?\((?:B|M|Ph|LL|D)\.?\s?[A-Z][\w.]{0,6}(?:\s\(?Hons\)?)?\)$")
# "computer science, 3rd year", "BWL, 5. Semester"
_YEAR = re.compile(
    r",\s*\(?(?:(?:\d(?:st|nd|rd|th)|first|second|third|fourth|final|last)[ -](?:year|semester)|year \d|semester \d|"
    r"\d\. (?:Semester|Jahr))\)?$",
    re.I,
)
_YEAR_BEFORE = re.compile(r"^(?P<which>\d(?:st|nd|rd|th)|first|second|third|fourth|final) (?=year )", re.I)
_DOCTORAL = re.compile(r"(?:Ph\.?\s?D|D\.?\s?Phil)\b", re.I)
# "Computer Science major, junior" is computer science.
_MAJOR = re.compile(r"(?<=\w)\s+(?:major|undergraduate|student)\b.*$", re.I)
_NO_PROGRAMME = re.compile(r"(?:undeclared|undecided|none|n/?a|tbd|-+)(?: major)?", re.I)
# "special needs education" says of nobody what they need.
_NEEDS = re.compile(r"(?<=special )needs\b|(?<=user )needs\b", re.I)
_CAN_SAY = re.compile(
    r"(?:that )?i(?: (?:now|finally))? (?:(?P<know>know|understand|see)|can (?P<can>\w+)|am able to (?P<able>\w+))"
    r"\s+(?P<rest>\S.*)$",
    re.I,
)
_AND_THAT = re.compile(r"(?:,\s+|(?<![\s,])\s+)(?:and|but)\s+(?:that|I|it)\s.*$", re.I)
_THAT = re.compile(r"^(?:that\s+)?(?=(?:I|I['’]m|I['’]ve|it|we|you)\b)|^that\s+(?=(?:the|a|an|my|this|there)\b)", re.I)
# What one finds out by asking, and no "five people".
_KNOWABLE = re.compile(
    r"(?:(?:about|from|in|at|to) )?(?:what|which|who|whom|whose|how|when|where|why|whether|if|that|the|an?|my|more|"
    r"enough|it|about|i|we|you|there|someone|somebody)\b",
    re.I,
)
# What a student asks themselves, and no one who works there.
_HARSH = re.compile(
    r"\b(?:bad|worse|worst|awful|terrible|horrible|boring|toxic|hate|hated|scam|crunch|survive|as people say)\b"
    r"|\bsick of\b",
    re.I,
)
_OTHERS = re.compile(r"\b(?:they|them|their)\b", re.I)
_INTERVIEWS = re.compile(r"\binterviews?$")
OPEN_MATTER = "your work and how you got into it"
# The same for somebody else than the reader.
SUCH_WORK = "this kind of work"


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
    return "" if _JOB_TALK.search(_THEIR_JOB.sub("it", words)) else words


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
    """What the student studies, without the name of the degree: "Marine Biology".

    Empty where it is written in letters that an English sentence has none of; the signature keeps it.
    """
    if not is_latin(facts.programme):
        return ""
    programme = _MAJOR.sub("", _DEGREE_BEHIND.sub("", _YEAR.sub("", declared(facts))))
    programme = _YEAR_BEFORE.sub(r"\g<which>-", programme)
    return without_job_talk(_DEGREE.sub("", programme).strip() or programme)


def declared(facts: Facts) -> str:
    """The programme; empty where the student has chosen none yet."""
    return "" if _NO_PROGRAMME.fullmatch(facts.programme) else peoples_named(facts.programme)


def a_student(facts: Facts) -> str:
    """ "Marine Biology student", "PhD student in Chemistry", "student", without an article."""
    subject = studies(facts)
    if subject and _DOCTORAL.match(facts.programme) and subject != declared(facts):
        return f"PhD student in {subject}"
    return f"{subject} student" if subject else "student"


def student_of(facts: Facts) -> str:
    """ "a Marine Biology student at Kaimauer University"."""
    student = a_student(facts)
    at = f" at {facts.university}" if facts.university else ""
    return f"{article(student.split()[0])} {student}{at}"


def who(facts: Facts) -> str:
    """Who writes, in one sentence; nobody tells their name to those who know them."""
    if facts.known == "alumni" and facts.university and not facts.referrer:
        # The connection names the university that the two have in common (coach.knowing.connection).
        facts = replace(facts, university="")
    return (
        f"I'm {student_of(facts)}." if is_known(facts) else f"My name is {facts.student}, and I'm {student_of(facts)}."
    )


def is_known(facts: Facts) -> bool:
    """Whether the one who is written to knows the student by name."""
    return facts.known in {"internship", "manager", "teacher"} and not facts.referrer


def about(facts: Facts) -> str:
    """What the talk is about, to stand after "about"; by the kind of the goal."""
    subject, field = _matter(facts.goal_subject), matters.field(_matter(facts.field))
    if facts.goal_kind == "materials":
        named = (without_job_talk if _INTERVIEWS.search(facts.goal_subject) else _papers)(facts.goal_subject)
        return matters.application(named) or "what makes a good application in your field"
    if facts.goal_kind == "decide" and (chosen := _choice(facts)):
        two = matters.options(chosen)
        return (
            f"choosing between {' and '.join(two)}"
            if two
            else f"a decision I have to make ({matters.decision(chosen)})"
        )
    if subject and facts.goal_kind == "role":
        return f"what it's like to work {matters.working_as(subject)}"
    if subject and facts.goal_kind == "employer":
        if matters.is_another(facts.goal_subject, facts.organisation):
            return _within(field) if field else OPEN_MATTER
        return f"what it's like to work {matters.employer(facts.goal_subject)}"
    if subject or field:
        return _within(matters.field(subject) or field)
    return OPEN_MATTER


def _within(field: str) -> str:
    """ "working in law", but "museum work", which says it already."""
    if field.endswith(" work"):
        return field
    if field.startswith("working "):
        return field
    return f"working {field}" if field.startswith("with ") else f"working in {field}"


def _papers(words: str) -> str:
    """`words` about what one applies with: a CV asks for no job, an application for one does."""
    return words if without_job_talk(_A_CV.sub("it", words)) else ""


def _choice(facts: Facts) -> str:
    """What is to be decided: who chooses between a job and something else asks nobody for one."""
    return facts.goal_subject if matters.options(facts.goal_subject) else without_job_talk(facts.goal_subject)


def about_such(facts: Facts) -> str:
    """The same for a talk with somebody else than the reader."""
    matter = about(facts)
    return SUCH_WORK if matter == OPEN_MATTER else matter


def you_about(matter: str) -> str:
    """The same to stand after "ask": "you about working in law", "you what it's like to work in law"."""
    return f"you {matter}" if matter.startswith(("what ", "how ")) else f"you about {matter}"


def wish(facts: Facts, *, own: bool = True) -> str:
    """What the student would like to find out, in one sentence; with the goal's `own` words where they fit."""
    matter = about(facts)
    subject = _choice(facts) if facts.goal_kind == "decide" else without_job_talk(facts.goal_subject)
    if facts.goal_kind == "decide" and subject:
        two = matters.options(subject)
        return (
            f"I'm deciding between {' and '.join(two)}."
            if two
            else f"I have a decision to make: {matters.decision(subject)}."
        )
    if facts.goal_kind == "employer" and _matter(subject) and matters.is_another(subject, facts.organisation):
        there = matters.employer(subject)
        return f"I'm finding out what it's like to work {there}, and I'd love to hear about your own work."
    if matter == OPEN_MATTER:
        return "I'd love to hear how you got into your work."
    if matter.startswith("working "):
        matter = f"what it's like to work {matter.removeprefix('working ')}"
    elif matter.endswith(" work"):
        matter = f"what {matter} is like"
    # Of a decision that is not named nothing else is said either.
    own = own and facts.goal_kind not in {"materials", "decide"}
    if own and (words := wanted(facts)):
        return f"I'm finding out {matter}, and I'd like to {words}."
    return f"I'd like to find out {matter}."


def both_or_it(facts: Facts) -> str:
    """What the sentence of `wish` spoke of, to stand after "about"."""
    return "both" if facts.goal_kind == "decide" and matters.options(without_job_talk(facts.goal_subject)) else "it"


def wanted(facts: Facts) -> str:
    """What the student wrote of the goal, to stand after "I'd like to"; empty where it does not fit there.

    "I know which two skills to learn next" is "know which two skills to learn next".
    """
    words = bare(without_job_talk(facts.wants))
    found = _CAN_SAY.match(words)
    # "they" would be somebody of whom nothing was written yet.
    if not found or _OTHERS.search(words) or len(words.split()) > MOST_WANTED or len(sentences(words)) > 1:
        return ""
    if _HARSH.search(words):
        return ""
    if found["know"] and not _KNOWABLE.match(found["rest"]):
        return ""
    if not found["know"]:
        return f"be able to {(found['can'] or found['able']).lower()} {found['rest']}"
    # What one would like to know is a question; that it is so is none.
    asked = _AND_THAT.sub("", found["rest"])
    return re.sub(r"\bi(?=\s|['’])", "I", f"{found['know'].lower()} {_THAT.sub('whether ', asked)}")


def _matter(words: str) -> str:
    """A subject as it stands inside a sentence; empty where it is none, but a question or a statement."""
    words = bare(quieted(without_job_talk(words)))
    if words.isupper() and len(words) > 3 and is_common(words):
        words = words.lower()
    if not words or "?" in words or not is_latin(words):
        return ""
    return "" if read(_NEEDS.sub("needing", words)).shape is Shape.CLAUSE else peoples_named(lowered(words))


def isolated(name: str) -> str:
    """`name` as it stands inside a sentence on a page: one that is read from the right keeps to itself (Unicode
    isolates), so that the words around it stay in their order. Letters and files take the bare name."""
    if any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in name):
        return f"\u2068{name}\u2069"
    return name


def windows(facts: Facts, *, most: int | None = None) -> str:
    """Up to `most` of the times that the student offers, where they named some: the page behind the link has all."""
    return f"For example, I'm free on {offered(facts.windows[:most])}." if facts.windows else ""


def fewer_windows(facts: Facts) -> str:
    """The same with two of them."""
    return windows(facts, most=2)


def first_window(facts: Facts) -> str:
    """The same with the first alone."""
    return windows(facts, most=1)


def offered(times: Sequence[str]) -> str:
    """ "A, B or C (all London time)": the clock that all of `times` are on is named once."""
    clocks = {time.rpartition(", ")[2] for time in times}
    clock = next(iter(clocks), "")
    if len(times) < 2 or len(clocks) > 1 or not clock.endswith(" time"):
        return either(times)
    days = either([time.removesuffix(f", {clock}") for time in times])
    return f"{days} ({'both' if len(times) == 2 else 'all'} {clock})"


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
    programme = declared(facts)
    lines = ["Kind regards,", facts.student, programme[:1].upper() + programme[1:], facts.phone, facts.link]
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
