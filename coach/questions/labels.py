"""The labels of one question: its stage and its traits."""

from coach.questions.clauses import ParsedQuestion
from coach.questions.closed import is_closed
from coach.questions.compound import is_compound
from coach.questions.flattery import flattery
from coach.questions.job import job_ask
from coach.questions.leading import push
from coach.questions.naming import is_specific
from coach.questions.personal import too_personal
from coach.questions.searchable import searchable
from coach.questions.stage import stage


def labels(parsed: ParsedQuestion, contact: str = "") -> frozenset[str]:
    """ "stage=…" and those of the eight traits that hold."""
    traits = {
        "specific": is_specific(parsed, contact),
        "closed_yes_no": is_closed(parsed),
        "asks_for_job": job_ask(parsed.plain),
        "too_personal": too_personal(parsed.plain),
        "answerable_by_search": searchable(parsed.asked),
        "compound": is_compound(parsed),
        "flattery_excessive": flattery(parsed.plain),
        "leading": push(parsed),
    }
    return frozenset({f"stage={stage(parsed, contact)}", *(name for name, found in traits.items() if found)})
