"""A message, judged: the labels that hold, what an adviser would say, and which essentials are there."""

from coach.facts import Facts
from coach.messages import faults, missing, toward
from coach.messages.analysis import MessageAnalysis
from coach.messages.parsed import ParsedMessage
from coach.policy import Policy
from coach.review import MessageText, Remark, Review, Severity

DEFAULTS = Policy()
_ORDER = {Severity.MISSING: 0, Severity.FAULT: 1, Severity.HINT: 2}


def check(message: MessageText, facts: Facts, *, met: bool = False, policy: Policy = DEFAULTS) -> Review:
    """What the coach makes of `message` (kind request, nudge, thanks or note); never fails, whatever the text.

    In: the facts that are known, any of them ""; `met` whether the two have met or spoken. A note (any other letter)
    has no essentials and no labels of its own; it is only kept from faults.
    """
    parsed = ParsedMessage(message, facts.filled(), met, policy)
    analysis = MessageAnalysis(parsed)
    remarks = [*missing.remarks(analysis), *faults.remarks(analysis), *toward.remarks(analysis)]
    return Review(analysis.labels(), tuple(sorted(remarks, key=_place)), missing.essentials(analysis))


def _place(remark: Remark) -> tuple[int, int, int]:
    """The missing first, then the faults, then the hints, each group in the order of the text."""
    span = remark.span
    where = (0 if span.part == "subject" else 1, span.start) if span else (2, 0)
    return _ORDER[remark.severity], *where
