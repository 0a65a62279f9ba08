"""Whom to ask next: one person weighed against the open goals, with the reasons (docs/CRAFT.md, "Whom to ask")."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from coach.policy import Policy
from coach.wording import isolated
from coach.words import gettext as _

# docs/CRAFT.md, "Whom to ask": graduates of the last ten years often have time, those of the last five most.
GRADUATED_LATELY = 5
GRADUATED_RECENTLY = 10
# How long a request without an answer still speaks against writing again.
SILENT_FOR = timedelta(days=180)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that join others and say nothing about a field.
_STOP = _set(
    "a an and as at by de der des die du for from how i in into is la le my of on or our the their to und vs with"
)
# Words that many fields and employers share: they count half, and one of them is never enough.
_BROAD = _set(
    "agency analyst assistant association career centre center company consultant co corporation council department"
    " development director engineer engineering firm gmbh group head inc industry institute job junior lead ltd"
    " management manager ministry office officer organisation organization policy professor project public"
    " research researcher school science scientist sector senior service specialist study system team technology"
    " university work"
)
_WORD = re.compile(r"[^\W_]+")
_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{2,}")


@dataclass(frozen=True)
class GoalFacts:
    """What is asked of a goal: its kind as goals name it (field, role, employer, materials, decide) and its words."""

    kind: str
    subject: str
    wants: str = ""


@dataclass(frozen=True)
class PersonFacts:
    """What is known of a person; standing and warmth as contacts name them, days as dates."""

    role: str = ""
    organisation: str = ""
    field: str = ""
    standing: str = ""
    tags: tuple[str, ...] = ()
    graduated_in: int | None = None
    warmth: str = "C"
    named_by: str = ""
    has_channel: bool = True
    talking: bool = False
    talked_this_term: bool = False
    asked_this_term: bool = False
    unanswered_since: date | None = None


@dataclass(frozen=True)
class WeighedPerson:
    """A score to sort by, and the reasons for and against as sentences, the weightiest first."""

    score: int
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]


Reason = tuple[int, str]


def weigh(person: PersonFacts, goals: Sequence[GoalFacts], policy: Policy, *, today: date) -> WeighedPerson:
    """Weigh `person` against the open `goals`; without goals only the person speaks."""
    meets = [reason for goal in goals if (reason := _meets(person, goal))]
    speaks_for = _first_of_each(meets) + _stands(person, bool(meets)) + _answers(person, today)
    speaks_against = _against(person, policy, today)
    return WeighedPerson(
        score=sum(points for points, _words in speaks_for) - sum(points for points, _words in speaks_against),
        reasons_for=_sentences(speaks_for),
        reasons_against=_sentences(speaks_against),
    )


def overlap(one: str, other: str) -> bool:
    """Whether two subjects are about the same thing: by whole words, folded, without plural and without stop words.

    "Marine conservation" meets "Conservation biologists"; "Art" does not meet "Martial arts coach"'s "Martial", and
    "Data science" does not meet "Political science", because a word that many fields share is not enough.
    """
    mine, theirs = stems(one), stems(other)
    shared = mine & theirs
    if not shared:
        return False
    if shared <= _BROAD:
        return mine == theirs or (len(shared) > 1 and shared in (mine, theirs))
    return _weight(shared) >= min(_weight(mine), _weight(theirs)) / 2


@lru_cache(maxsize=4096)
def stems(words: str) -> frozenset[str]:
    """The words that carry the meaning: case folded, accents and simple plurals taken off; pairs of signs where a
    script writes without spaces."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    found: set[str] = set()
    for word in _WORD.findall(plain):
        for run in _WITHOUT_SPACES.findall(word):
            found.update(run[i : i + 2] for i in range(len(run) - 1))
        rest = _WITHOUT_SPACES.sub("", word)
        if rest and rest not in _STOP:
            found.add(_singular(rest))
    return frozenset(found)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _weight(words: frozenset[str]) -> float:
    return sum(0.5 if word in _BROAD else 1.0 for word in words)


def _meets(person: PersonFacts, goal: GoalFacts) -> Reason | None:
    """The one weightiest way in which the person serves the goal."""
    about = f"“{isolated(goal.subject)}”"
    if person.organisation and goal.kind == "employer" and overlap(goal.subject, person.organisation):
        return 40, _("Works at %(place)s, the employer you want to learn about.", place=isolated(person.organisation))
    if person.role and goal.kind in {"role", "decide"} and overlap(goal.subject, person.role):
        return 40, _("Does the job you want to learn about: %(role)s.", role=isolated(person.role))
    if person.field and goal.kind != "employer" and overlap(goal.subject, person.field):
        return 35, _("Works in the field of your goal %(goal)s.", goal=about)
    if goal.kind == "materials" and person.standing in {"recruiter", "senior", "founder"}:
        return 30, _("Reads applications, so could help with your goal %(goal)s.", goal=about)
    if any(overlap(goal.subject, words) for words in (person.role, *person.tags) if words):
        return 25, _("Could help with your goal %(goal)s.", goal=about)
    if person.field and _wants(person, goal):
        return 12, _("Could help with part of your goal %(goal)s.", goal=about)
    return None


def _wants(person: PersonFacts, goal: GoalFacts) -> bool:
    """Whether the whole of the person's field or role is named in what the student wants to be able to say."""
    wanted = stems(goal.wants)
    return any(words and words <= wanted and not words <= _BROAD for words in map(stems, (person.field, person.role)))


def _stands(person: PersonFacts, on_the_subject: bool) -> list[Reason]:
    """Where the person stands, seen from the student; doing just any job is no reason."""
    if person.standing == "graduate":
        return [(14 if on_the_subject else 8, _("A few years ahead of you, so remembers what it’s like."))]
    if not on_the_subject:
        return []
    return {
        "does_the_job": [(12, _("Does this work every day."))],
        "academic": [(4, _("Knows the research behind this work."))],
        "senior": [(4, _("Has a wide view of the field."))],
    }.get(person.standing, [])


def _answers(person: PersonFacts, today: date) -> list[Reason]:
    """What makes a reply likely."""
    found: list[Reason] = []
    if person.warmth == "A":
        found.append((12, _("You know each other well, so they’re easy to start with.")))
    elif person.warmth == "B":
        found.append((7, _("You’re on friendly terms.")))
    if person.named_by:
        found.append((12, _("%(name)s suggested them.", name=isolated(person.named_by))))
    since = today.year - person.graduated_in if person.graduated_in else None
    if since is not None and 0 <= since <= GRADUATED_LATELY:
        found.append((10, _("Graduated in %(year)s, and recent graduates often reply.", year=person.graduated_in)))
    elif since is not None and 0 <= since <= GRADUATED_RECENTLY:
        found.append((6, _("Graduated in %(year)s, in the last ten years.", year=person.graduated_in)))
    return found


def _against(person: PersonFacts, policy: Policy, today: date) -> list[Reason]:
    found: list[Reason] = []
    if person.talking:
        found.append((80, _("You already have a conversation going with them.")))
    elif person.talked_this_term:
        found.append((45, _("You’ve already talked with them this term.")))
    elif person.asked_this_term:
        found.append((45, _("You’ve already contacted them this term.")))
    silent = person.unanswered_since
    if silent is not None and today - silent <= SILENT_FOR:
        waited = (today - silent).days
        if waited <= policy.close_after_days + policy.nudge_after_days:
            found.append((30, _("You wrote a few days ago, so they may still reply.")))
        else:
            found.append((30, _("You wrote to them in the last six months, and they didn’t reply.")))
    if not person.has_channel:
        found.append((25, _("You don’t have an address, number or profile for them yet.")))
    return found


def _first_of_each(reasons: list[Reason]) -> list[Reason]:
    """Every reason once; each further goal that the person serves counts half."""
    ranked = sorted(dict.fromkeys(reasons), key=lambda reason: -reason[0])
    return [(points if place == 0 else points // 2, words) for place, (points, words) in enumerate(ranked)]


def _sentences(reasons: list[Reason]) -> tuple[str, ...]:
    return tuple(words for _points, words in sorted(reasons, key=lambda reason: -reason[0]))
