"""Whether a text asks two questions at once; of two, the second gets the answer and the first is lost."""

import re

from coach.asking.clauses import Cut, Head
from coach.asking.closed import asks_leave

_TELL_ME = re.compile(
    r"(?:^|(?<=[.!]\s))(?:please\s+)?(?:tell me|describe|explain|walk me|talk me|give me|share|name|list)\b", re.I
)
# "…, and why?" asks for the reason of the same answer; a second question says something of its own.
_BARE = re.compile(
    r"(?:and|or|but)?\s*(?:(?:by|for|with|to|from|in|on|at)\s+)?(?:why|how|how so|why not|what|where|when"
    r"|if so,? (?:how|why|what|which))\s*[?.!]*\s*$",
    re.I,
)
_THINK = re.compile(r"(?:do|would|did) you (?:think|say|reckon|find|know|believe)\s*[?.!]*$", re.I)
_EITHER = re.compile(r"[,;]?\s*\bor\s*$", re.I)
_MORE_TOLD = re.compile(
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


def second_question(cut: Cut) -> Head | None:
    """The head of the second question, or None where there is one only."""
    for before, head in zip(cut.heads, cut.heads[1:], strict=False):
        if head.form == "tag" or _THINK.match(cut.words(head).strip()) or _BARE.match(cut.words(head).strip()):
            continue
        # "Did you train for it, or did you learn on the job?" is one question with two answers.
        if _EITHER.search(cut.plain[before.start : head.start]) and head.form == "aux":
            continue
        if head.form == "piece" and len(cut.words(head).split()) < 3:
            continue
        return head
    if cut.heads and cut.heads[0].form == "aux" and not asks_leave(cut.first):
        head = cut.heads[0]
        more = _MORE_TOLD.search(cut.words(head))
        if more:
            return Head(head.start + more.start("second"), head.end, "wh")
        if again := _AND_TELL.search(cut.words(head)):
            return Head(head.start + again.start("second"), head.end, "aux")
    if cut.heads and _TELL_ME.search(cut.lead):
        return cut.heads[0]
    return None


def is_compound(cut: Cut) -> bool:
    return second_question(cut) is not None
