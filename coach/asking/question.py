"""What the coach makes of one question: its stage, its traits, and for each fault the reason and a better wording."""

from collections.abc import Callable, Sequence

from coach.asking import overlap
from coach.asking.clauses import Cut, cut
from coach.asking.closed import is_closed
from coach.asking.compound import is_compound, second_question
from coach.asking.flattery import flattery
from coach.asking.job import is_general, job_ask
from coach.asking.labels import labels
from coach.asking.leading import push
from coach.asking.mending import wordings
from coach.asking.personal import too_personal
from coach.asking.sayings import CODES, SAYINGS
from coach.asking.searchable import searchable
from coach.findings import Finding, Repair, Review, Severity, Span
from coach.policy import Policy
from coach.words import gettext as _

# As much of what is asked must stand in a finding before the coach says that it is answered.
_ANSWERED = 0.75

_FAULTY: dict[str, Callable[[Cut], object]] = {
    "asks_for_job": lambda told: job_ask(told.plain),
    "too_personal": lambda told: too_personal(told.plain),
    "answerable_by_search": lambda told: searchable(told.asked),
    "leading": push,
    "flattery_excessive": lambda told: flattery(told.plain),
    "closed_yes_no": is_closed,
    "compound": is_compound,
}


def check(text: str, *, research: Sequence[str] = (), contact: str = "", policy: Policy = Policy()) -> Review:  # noqa: B008
    """Review one question.

    In: `research` what the student has found out about the person, a sentence each; `contact` the person's name.
    Out: the labels "stage=…", "specific" and those of the faults that hold; a finding for each fault, the weightiest
    first, with a better wording of the whole question as its repair.
    """
    told = cut(text)
    found = labels(told, contact)
    stage = next(label.removeprefix("stage=") for label in found if label.startswith("stage="))
    fact = answered_by(told, research)
    findings = [
        _finding(code, text, told, stage, fact=fact, policy=policy)
        for code in CODES
        if code in found or (code == "answered_by_research" and fact)
    ]
    # Every fault as SAYINGS order has it; what only weakens comes last.
    findings.sort(key=lambda finding: finding.severity == Severity.HINT)
    return Review(labels=found, findings=tuple(findings))


def answered_by(told: Cut, research: Sequence[str]) -> str:
    """The finding that holds what the question asks for, or "".

    Only the question itself is compared: who quotes a finding first and then asks on has done it right.
    """
    asked = overlap.content(told.asked)
    if len(asked) < 2:
        return ""
    fits = {fact: overlap.shares(asked, overlap.content(fact)) for fact in research if fact.strip()}
    best = max(fits, key=fits.__getitem__, default="")
    return best if best and fits[best] >= _ANSWERED else ""


def _finding(code: str, text: str, told: Cut, stage: str, *, fact: str, policy: Policy) -> Finding:
    saying = SAYINGS[code]
    start, end = _place(code, told)
    severity = saying.severity
    # Hampshire and GW allow a general question about openings; the centre decides (practice §1).
    if code == "asks_for_job" and policy.openings_question and is_general(told.plain):
        severity = Severity.HINT
    better = _wording(code, told, stage, fact)
    return Finding(
        code=code,
        severity=severity,
        why=_(saying.why),
        source=saying.source,
        mend=_(saying.mend),
        seen=text[start:end],
        span=Span("body", start, end),
        repair=Repair(Span("body", 0, len(text)), better, _(saying.label)) if better else None,
    )


def _wording(code: str, told: Cut, stage: str, fact: str) -> str:
    """The first better wording that is free of this fault, of all grave ones, and of any that the question had not."""
    before = {name for name, faulty in _FAULTY.items() if faulty(told)}
    grave = [name for name in CODES if name in before and SAYINGS[name].severity == Severity.FAULT]
    # Opening a question that asks for a job makes it no better: the graver fault is mended first.
    first = code if code not in before or code in grave or not grave else grave[0]
    for wording in wordings(first, told, stage, fact):
        again = cut(wording)
        after = {name for name, faulty in _FAULTY.items() if faulty(again)}
        if code in after or not after <= before or after.intersection(grave):
            continue
        if not (code == "answered_by_research" and answered_by(again, [fact])):
            return wording
    return ""


def _place(code: str, told: Cut) -> tuple[int, int]:
    """The words that a finding is about."""
    if code == "asks_for_job" and (match := job_ask(told.plain)):
        return match.span()
    if code == "too_personal" and (personal := too_personal(told.plain)):
        return personal[1].span()
    if code == "flattery_excessive" and (match := flattery(told.plain)):
        return match.span()
    if code == "leading" and (pushed := push(told)):
        return pushed.start, pushed.end
    if code == "compound" and (second := second_question(told)):
        return second.start, _trimmed(told, second.start, second.end)
    if told.heads:
        return told.heads[0].start, _trimmed(told, told.heads[0].start, told.heads[0].end)
    return 0, len(told.plain)


def _trimmed(told: Cut, start: int, end: int) -> int:
    return start + len(told.plain[start:end].rstrip())
