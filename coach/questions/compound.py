"""Whether a text asks two questions at once; of two, the second gets the answer and the first is lost."""

import re

from coach.questions.clauses import Clause, ParsedQuestion
from coach.questions.closed import asks_leave

_TELL_ME = re.compile(
    r"(?:^|(?<=[.!]\s))(?:please\s+)?(?:tell me|describe|explain|walk me|talk me|give me|share|name|list)\b", re.I
)
# "…, and why?" asks for the reason of the same answer; a second question says something of its own.
_BARE = re.compile(
    r"(?<!\s)(?:and|or|but)?\s*(?:(?:by|for|with|to|from|in|on|at)\s+)?(?:why|how|how so|why not|what|where|when"
    r"|if so,? (?:how|why|what|which))\s*[?.!]*\s*$",
    re.I,
)
_THINK = re.compile(r"(?:do|would|did) you (?:think|say|reckon|find|know|believe)\s*[?.!]*$", re.I)
_EITHER = re.compile(r"\bor\s*$", re.I)
_MORE_ASKED = re.compile(
    r"\b(?:how|what|why|which|who|where|when|whether)\b.{3,120}?(?:,\s*(?:and|or)|\band)\s+"
    r"(?P<second>(?:(?:also|then)\s+)?"
    r"(?:how|what|why|which|who|whom|where|when|whether|(?:tell|give|show|send|introduce|explain|describe)\s+(?:me|us|them))\s+\w+\s+\w+)",
    re.I,
)

_AND_TELL = re.compile(
    r"\b(?:and|then)\s+(?P<second>(?:then |also )?(?:tell|show|explain|describe|say|advise)\b"
    r" (?:to )?(?:me|us|what|how|why))",
    re.I,
)


def second_question(parsed: ParsedQuestion) -> Clause | None:
    """The head of the second question, or None where there is one only."""
    for before, clause in zip(parsed.clauses, parsed.clauses[1:], strict=False):
        if (
            clause.form == "tag"
            or _THINK.match(parsed.words(clause).strip())
            or _BARE.match(parsed.words(clause).strip())
        ):
            continue
        # "Did you train for it, or did you learn on the job?" is one question with two answers.
        if _EITHER.search(parsed.plain[before.start : clause.start]) and clause.form == "aux":
            continue
        if clause.form == "piece" and len(parsed.words(clause).split()) < 3:
            continue
        return clause
    if parsed.clauses and parsed.clauses[0].form == "aux" and not asks_leave(parsed.first):
        clause = parsed.clauses[0]
        more = _MORE_ASKED.search(parsed.words(clause))
        if more:
            return Clause(clause.start + more.start("second"), clause.end, "wh")
        if again := _AND_TELL.search(parsed.words(clause)):
            return Clause(clause.start + again.start("second"), clause.end, "aux")
    if parsed.clauses and _TELL_ME.search(parsed.lead):
        return parsed.clauses[0]
    return None


def is_compound(parsed: ParsedQuestion) -> bool:
    return second_question(parsed) is not None
