"""Whether a question pushes its answer: tag questions, rhetorical negatives, loaded premises."""

from dataclasses import dataclass
from functools import lru_cache

from coach.asking.clauses import Cut, tag
from coach.asking.phrases import LATELY, phrases


@dataclass(frozen=True)
class Push:
    """What pushes: `how` is tag, negative, word or premise; the place is in the text."""

    how: str
    start: int
    end: int


@lru_cache(maxsize=LATELY)
def push(cut: Cut) -> Push | None:
    """What pushes the answer, or None."""
    for head in cut.heads:
        words = cut.words(head)
        if found := tag(words):
            return Push("tag", head.start + found.start(), head.start + found.end())
        if head.form == "aux" and (negative := phrases("leading")["negative"].match(words)):
            return Push("negative", head.start, head.start + negative.end())
    for how in ("word", "premise"):
        if found := phrases("leading")[how].search(cut.plain):
            return Push(how, found.start(), found.end())
    return None
