"""What the coach makes of one question: its stage, its traits, and for each fault the reason and a better wording."""

from collections.abc import Callable, Sequence

from coach.policy import Policy
from coach.questions import overlap
from coach.questions.clauses import ParsedQuestion, parse
from coach.questions.closed import is_closed
from coach.questions.compound import is_compound, second_question
from coach.questions.flattery import flattery
from coach.questions.job import is_general, job_ask
from coach.questions.labels import labels
from coach.questions.leading import push
from coach.questions.mending import wordings
from coach.questions.personal import too_personal
from coach.questions.remarks import CODES, REMARKS
from coach.questions.searchable import searchable
from coach.review import Remark, Repair, Review, Severity, TextSpan
from coach.words import translated

# As much of what is asked must stand in a finding before the coach says that it is answered.
_ANSWERED = 0.75

_FAULTY: dict[str, Callable[[ParsedQuestion], object]] = {
    "asks_for_job": lambda parsed: job_ask(parsed.plain),
    "too_personal": lambda parsed: too_personal(parsed.plain),
    "answerable_by_search": lambda parsed: searchable(parsed.asked),
    "leading": push,
    "flattery_excessive": lambda parsed: flattery(parsed.plain),
    "closed_yes_no": is_closed,
    "compound": is_compound,
}


def check(text: str, *, research: Sequence[str] = (), contact: str = "", policy: Policy = Policy()) -> Review:  # noqa: B008
    """Review one question.

    In: `research` what the student has found out about the person, a sentence each; `contact` the person's name.
    Out: the labels "stage=…", "specific" and those of the faults that hold; a remark for each fault, the weightiest
    first, with a better wording of the whole question as its repair.
    """
    parsed = parse(text)
    found = labels(parsed, contact)
    stage = next(label.removeprefix("stage=") for label in found if label.startswith("stage="))
    fact = answered_by(parsed, research)
    remarks = [
        _remark(code, text, parsed, stage, fact=fact, policy=policy)
        for code in CODES
        if code in found or (code == "answered_by_research" and fact)
    ]
    # Every fault as REMARKS order has it; what only weakens comes last.
    remarks.sort(key=lambda remark: remark.severity == Severity.HINT)
    return Review(labels=found, remarks=tuple(remarks))


def answered_by(parsed: ParsedQuestion, research: Sequence[str]) -> str:
    """The finding that holds what the question asks for, or "".

    Only the question itself is compared: who quotes a finding first and then asks on has done it right.
    """
    asked = overlap.content(parsed.asked)
    if len(asked) < 2:
        return ""
    fits = {fact: overlap.shares(asked, overlap.content(fact)) for fact in research if fact.strip()}
    best = max(fits, key=fits.__getitem__, default="")
    return best if best and fits[best] >= _ANSWERED else ""


def _remark(code: str, text: str, parsed: ParsedQuestion, stage: str, *, fact: str, policy: Policy) -> Remark:
    saying = REMARKS[code]
    start, end = _place(code, parsed)
    severity = saying.severity
    # Some guides allow a general question about openings, so the centre decides (docs/CRAFT.md, "Where guides differ").
    if code == "asks_for_job" and policy.openings_question and is_general(parsed.plain):
        severity = Severity.HINT
    better = _wording(code, parsed, stage, fact)
    return Remark(
        code=code,
        severity=severity,
        why=translated(saying.why),
        mend=translated(saying.mend),
        seen=text[start:end],
        span=TextSpan("body", start, end),
        repair=Repair(TextSpan("body", 0, len(text)), better, translated(saying.label)) if better else None,
    )


def _wording(code: str, parsed: ParsedQuestion, stage: str, fact: str) -> str:
    """The first better wording that is free of this fault, of all grave ones, and of any that the question had not."""
    before = {name for name, faulty in _FAULTY.items() if faulty(parsed)}
    grave = [name for name in CODES if name in before and REMARKS[name].severity == Severity.FAULT]
    # Opening a question that asks for a job makes it no better: the graver fault is mended first.
    first = code if code not in before or code in grave or not grave else grave[0]
    for wording in wordings(first, parsed, stage, fact):
        again = parse(wording)
        after = {name for name, faulty in _FAULTY.items() if faulty(again)}
        if code in after or not after <= before or after.intersection(grave):
            continue
        if not (code == "answered_by_research" and answered_by(again, [fact])):
            return wording
    return ""


def _place(code: str, parsed: ParsedQuestion) -> tuple[int, int]:
    """The words that a remark is about."""
    if code == "asks_for_job" and (match := job_ask(parsed.plain)):
        return match.span()
    if code == "too_personal" and (personal := too_personal(parsed.plain)):
        return personal[1].span()
    if code == "flattery_excessive" and (match := flattery(parsed.plain)):
        return match.span()
    if code == "leading" and (pushed := push(parsed)):
        return pushed.start, pushed.end
    if code == "compound" and (second := second_question(parsed)):
        return second.start, _trimmed(parsed, second.start, second.end)
    if parsed.clauses:
        return parsed.clauses[0].start, _trimmed(parsed, parsed.clauses[0].start, parsed.clauses[0].end)
    return 0, len(parsed.plain)


def _trimmed(parsed: ParsedQuestion, start: int, end: int) -> int:
    return start + len(parsed.plain[start:end].rstrip())
