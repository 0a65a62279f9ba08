"""The labels of one question: its stage and its traits."""

from coach.asking.clauses import Cut
from coach.asking.closed import is_closed
from coach.asking.compound import is_compound
from coach.asking.flattery import flattery
from coach.asking.job import job_ask
from coach.asking.leading import push
from coach.asking.naming import is_specific
from coach.asking.personal import too_personal
from coach.asking.searchable import searchable
from coach.asking.stage import stage


def labels(cut: Cut, contact: str = "") -> frozenset[str]:
    """ "stage=…" and those of the eight traits that hold."""
    traits = {
        "specific": is_specific(cut, contact),
        "closed_yes_no": is_closed(cut),
        "asks_for_job": job_ask(cut.plain),
        "too_personal": too_personal(cut.plain),
        "answerable_by_search": searchable(cut.asked),
        "compound": is_compound(cut),
        "flattery_excessive": flattery(cut.plain),
        "leading": push(cut),
    }
    return frozenset({f"stage={stage(cut, contact)}", *(name for name, found in traits.items() if found)})
