"""Whether a question asks for a job: the talk is for information, and the favour ends where the asking begins."""

import re
from functools import lru_cache

from coach.questions.rulebook import LATELY, blanked, rules

_GENERAL = re.compile(r"\b(?:openings?|vacanc(?:y|ies)|hiring|recruiting)\b", re.I)
_FOR_ME = re.compile(r"\b(?:me|my|i)\b", re.I)


@lru_cache(maxsize=LATELY)
def job_ask(plain: str) -> re.Match[str] | None:
    """The words that ask for a job, an internship, a word put in, a CV passed on; None where none do."""
    return rules("job")["asks"].search(blanked(rules("job")["not"], plain))


def is_general(plain: str) -> bool:
    """Whether it only asks if there are openings, without asking for one."""
    return bool(_GENERAL.search(plain)) and not _FOR_ME.search(plain)
