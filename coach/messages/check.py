"""A message, judged: the labels that hold, what an adviser would say, and which essentials are there."""

from coach.facts import Facts
from coach.findings import Finding, Message, Review, Severity
from coach.messages import faults, missing
from coach.messages.letter import Letter
from coach.messages.seen import Seen
from coach.policy import Policy

DEFAULTS = Policy()
_ORDER = {Severity.MISSING: 0, Severity.FAULT: 1, Severity.HINT: 2}


def check(message: Message, facts: Facts, *, met: bool = False, policy: Policy = DEFAULTS) -> Review:
    """What the coach makes of `message` (kind request, nudge, thanks or note); never fails, whatever the text.

    In: the facts that are known, any of them ""; `met` whether the two have met or spoken. A note (any other letter)
    has no essentials and no labels of its own; it is only kept from faults.
    """
    letter = Letter(message, facts.filled(), met, policy)
    seen = Seen(letter)
    findings = [*missing.findings(seen), *faults.findings(seen)]
    return Review(seen.labels(), tuple(sorted(findings, key=_place)), missing.essentials(seen))


def _place(finding: Finding) -> tuple[int, int, int]:
    """The missing first, then the faults, then the hints, each group in the order of the text."""
    span = finding.span
    where = (0 if span.part == "subject" else 1, span.start) if span else (2, 0)
    return _ORDER[finding.severity], *where
