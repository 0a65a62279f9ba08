"""A better wording of a question for each fault, from its own words where that can be done."""

import re
from collections.abc import Iterator

from coach.questions.clauses import ParsedQuestion, parse, tag
from coach.questions.compound import second_question
from coach.questions.flattery import flattery
from coach.questions.leading import push
from coach.questions.personal import too_personal
from coach.questions.remarks import INSTEAD, INSTEAD_OF_JOB, INSTEAD_OF_PERSONAL, INSTEAD_OF_SEARCH
from coach.questions.rewording import opened, sentence
from coach.questions.searchable import searchable

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


def wordings(code: str, parsed: ParsedQuestion, stage: str, fact: str = "") -> Iterator[str]:
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
        yield f"I read this about you: “{fact.strip().rstrip('.!?')}”. What's the story behind it?"
    else:
        yield from (wording for wording in made[code](parsed) if wording)
    yield INSTEAD[stage]


def _stock(parsed: ParsedQuestion) -> Iterator[str]:
    """Nothing of the question's own."""
    yield from ()


def _led(parsed: ParsedQuestion, question: str) -> str:
    """The question behind what was said before it."""
    lead = parsed.lead.strip()
    if not lead or len(lead) > 300:
        return question
    if lead[-1] in ".!?":
        return f"{lead} {question}"
    if lead[-1] in ",;:":
        return f"{lead} {question[0].lower()}{question[1:]}"
    return question


def _open(parsed: ParsedQuestion) -> Iterator[str]:
    if made := opened(parsed.first):
        yield _led(parsed, made)
        yield made
    if claim := _claim(parsed):
        yield f"Some people say that {claim}. How do you see it?"


def _first_alone(parsed: ParsedQuestion) -> Iterator[str]:
    second = second_question(parsed)
    if second is None:
        return
    if second.start == parsed.clauses[0].start:
        yield sentence(parsed.asked)
        return
    first = parsed.plain[: second.start].rstrip()
    first = re.sub(r"(?:[,;:–—-]|(?<![\s,;:–—-]))\s*\b(?:and|or|but|so|then|also)\s*$", "", first, flags=re.I)
    yield sentence(first)
    yield sentence(parsed.plain[parsed.clauses[0].start : second.start])


def _claim(parsed: ParsedQuestion) -> str:
    """What a tag question or "don't you agree that …" claims, so that it can be put to the person as a view."""
    words = " ".join(parsed.first.split())
    found = tag(words)
    if found:
        claim = words[: found.start()]
    elif match := _SAYS.match(words) or _ASSUMES.match(" ".join(parsed.plain.split())):
        claim = match["what"]
    else:
        return ""
    claim = claim.strip(" ,;.?!")
    if not claim or len(claim) > 200 or "?" in claim:
        return ""
    return claim if re.match(r"I\b|[A-Z]{2}|[A-Z]\w+ [A-Z]", claim) else claim[0].lower() + claim[1:]


def _neutral(parsed: ParsedQuestion) -> Iterator[str]:
    found = push(parsed)
    if found and found.end <= parsed.clauses[0].start if parsed.clauses else False:
        yield sentence(parsed.asked)
    if claim := _claim(parsed):
        yield f"Some people say that {claim}. How do you see it?"
    words = parsed.first.strip()
    positive = re.sub(r"^(\w+)n't\b", r"\1", words)
    if positive != words and (made := opened(positive)):
        yield made
    for clause in parsed.clauses:
        if clause.form == "wh":
            yield sentence(parsed.words(clause))


def _behind(parsed: ParsedQuestion) -> Iterator[str]:
    found = searchable(parsed.asked)
    if not found:
        return
    kind, _ = found
    if role := _ROLE.search(parsed.asked):
        yield f"What does {role['who']} do that isn't in the job description?"
    yield INSTEAD_OF_SEARCH[kind]


def _general(parsed: ParsedQuestion) -> Iterator[str]:
    found = too_personal(parsed.plain)
    if found:
        yield INSTEAD_OF_PERSONAL[found[0]]


def _informed(parsed: ParsedQuestion) -> Iterator[str]:
    kind = "materials" if _PAPERS.search(parsed.plain) else "people" if _PEOPLE.search(parsed.plain) else "job"
    yield INSTEAD_OF_JOB[kind]


def _sober(parsed: ParsedQuestion) -> Iterator[str]:
    found = flattery(parsed.plain)
    if not found:
        return
    if parsed.clauses and found.end() <= parsed.clauses[0].start:
        yield sentence(parsed.asked)
    without = _APPOSED.sub(" ", parsed.plain)
    if without != parsed.plain:
        yield sentence(without)
        if (again := parse(without)).clauses:
            yield sentence(again.asked)
