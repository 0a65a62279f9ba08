"""A better wording of a question for each fault, from its own words where that can be done."""

import re
from collections.abc import Iterator

from coach.asking.clauses import Cut, cut, tag
from coach.asking.compound import second_question
from coach.asking.flattery import flattery
from coach.asking.leading import push
from coach.asking.personal import too_personal
from coach.asking.rewording import opened, sentence
from coach.asking.sayings import INSTEAD, INSTEAD_OF_JOB, INSTEAD_OF_PERSONAL, INSTEAD_OF_SEARCH
from coach.asking.searchable import searchable

_PAPERS = re.compile(r"\b(?:cv|résumé|resume|portfolio|application|letter|interview|showreel)s?\b", re.I)
_PEOPLE = re.compile(r"\b(?:introduce|who(?:'s| is)? hir|someone|somebody|anyone|anybody)\w*\b", re.I)
_ROLE = re.compile(r"\bwhat (?:does|do) (?P<who>(?:an?|the) [\w' -]+?) (?:actually )?do\b", re.I)
_SAYS = re.compile(
    r"^(?:(?:so|and|but|well),? )?(?:do(?:n't)?|would(?:n't)?) you (?:not )?(?:agree|think|say|find|feel|believe)"
    r"(?: with me)?(?: that)?\s+(?P<what>.+?)[?.!\s]*$",
    re.I,
)
_ASSUMES = re.compile(
    r"^(?:i (?:bet|assume|presume|suppose|imagine|guess|take it|am sure)"
    r"|i'm (?:sure|certain|convinced)|surely|obviously|clearly"
    r"|everyone knows|we all know|it's obvious)(?: that)?,?\s+(?P<what>.+?)(?:,? so\b.*)?[?.!\s]*$",
    re.I,
)
_APPOSED = re.compile(r",\s*(?:(?:as|being|you|oh?|with|dear)\b|the\b|our\b|my\b)[^,;?!]*,\s*", re.I)


def wordings(code: str, told: Cut, stage: str, fact: str = "") -> Iterator[str]:
    """Better wordings of the question, the most its own first; the last is always a good one of the same stage.

    In: `code` of the fault, `stage` of the question, `fact` of the student's research that answers it.
    """
    made = {
        # Where a person is asked for, "what speaks for or against" would be no question to ask.
        "closed_yes_no": _stock if stage == "closing_referral" else _open,
        "compound": _first_alone,
        "leading": _neutral,
        "answerable_by_search": _behind,
        "too_personal": _general,
        "asks_for_job": _informed,
        "flattery_excessive": _sober,
    }
    if code == "answered_by_research":
        yield f"I read this about you: “{fact.strip().rstrip('.!?')}”. What lies behind that?"
    else:
        yield from (wording for wording in made[code](told) if wording)
    yield INSTEAD[stage]


def _stock(told: Cut) -> Iterator[str]:
    """Nothing of the question's own."""
    yield from ()


def _led(told: Cut, question: str) -> str:
    """The question behind what was said before it."""
    lead = told.lead.strip()
    if not lead or len(lead) > 300:
        return question
    if lead[-1] in ".!?":
        return f"{lead} {question}"
    if lead[-1] in ",;:":
        return f"{lead} {question[0].lower()}{question[1:]}"
    return question


def _open(told: Cut) -> Iterator[str]:
    if made := opened(told.first):
        yield _led(told, made)
        yield made
    if said := _claim(told):
        yield f"Some say that {said}; how do you see it?"


def _first_alone(told: Cut) -> Iterator[str]:
    second = second_question(told)
    if second is None:
        return
    if second.start == told.heads[0].start:
        yield sentence(told.asked)
        return
    first = told.plain[: second.start].rstrip()
    first = re.sub(r"[,;:–—-]?\s*\b(?:and|or|but|so|then|also)\s*$", "", first, flags=re.I)
    yield sentence(first)
    yield sentence(told.plain[told.heads[0].start : second.start])


def _claim(told: Cut) -> str:
    """What a tag question or "don't you agree that …" claims, so that it can be put to the person as a view."""
    words = " ".join(told.first.split())
    found = tag(words)
    if found:
        said = words[: found.start()]
    elif match := _SAYS.match(words) or _ASSUMES.match(" ".join(told.plain.split())):
        said = match["what"]
    else:
        return ""
    said = said.strip(" ,;.?!")
    if not said or len(said) > 200 or "?" in said:
        return ""
    return said if re.match(r"I\b|[A-Z]{2}|[A-Z]\w+ [A-Z]", said) else said[0].lower() + said[1:]


def _neutral(told: Cut) -> Iterator[str]:
    found = push(told)
    if found and found.end <= told.heads[0].start if told.heads else False:
        yield sentence(told.asked)
    if said := _claim(told):
        yield f"Some say that {said}; how do you see it?"
    words = told.first.strip()
    positive = re.sub(r"^(\w+)n't\b", r"\1", words)
    if positive != words and (made := opened(positive)):
        yield made
    for head in told.heads:
        if head.form == "wh":
            yield sentence(told.words(head))


def _behind(told: Cut) -> Iterator[str]:
    found = searchable(told.asked)
    if not found:
        return
    kind, _ = found
    if role := _ROLE.search(told.asked):
        yield f"What does {role['who']} do that no job description mentions?"
    yield INSTEAD_OF_SEARCH[kind]


def _general(told: Cut) -> Iterator[str]:
    found = too_personal(told.plain)
    if found:
        yield INSTEAD_OF_PERSONAL[found[0]]


def _informed(told: Cut) -> Iterator[str]:
    kind = "materials" if _PAPERS.search(told.plain) else "people" if _PEOPLE.search(told.plain) else "job"
    yield INSTEAD_OF_JOB[kind]


def _sober(told: Cut) -> Iterator[str]:
    found = flattery(told.plain)
    if not found:
        return
    if told.heads and found.end() <= told.heads[0].start:
        yield sentence(told.asked)
    without = _APPOSED.sub(" ", told.plain)
    if without != told.plain:
        yield sentence(without)
        if (again := cut(without)).heads:
            yield sentence(again.asked)
