"""Whether a question pushes its answer: tag questions, rhetorical negatives, loaded premises."""

from dataclasses import dataclass
from functools import lru_cache

from coach.questions.clauses import ParsedQuestion, tag
from coach.questions.rulebook import LATELY, rules


@dataclass(frozen=True)
class Push:
    """What pushes: `how` is tag, negative, word or premise; the place is in the text."""

    how: str
    start: int
    end: int


@lru_cache(maxsize=LATELY)
def push(parsed: ParsedQuestion) -> Push | None:
    """What pushes the answer, or None."""
    for clause in parsed.clauses:
        words = parsed.words(clause)
        if found := tag(words):
            return Push("tag", clause.start + found.start(), clause.start + found.end())
        if clause.form == "aux" and (negative := rules("leading")["negative"].match(words)):
            return Push("negative", clause.start, clause.start + negative.end())
    for how in ("word", "premise"):
        if found := rules("leading")[how].search(parsed.plain):
            return Push(how, found.start(), found.end())
    return None
