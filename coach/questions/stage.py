"""At which stage of a conversation a question belongs: a small linear model, and the rules that are certain.

The model's weights (stage.json) come from examples/, by `python -m coach.train_stage`.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from coach.questions.clauses import ParsedQuestion
from coach.questions.features import features
from coach.questions.naming import is_specific

STAGES = (
    "warm_up",
    "career_path",
    "day_to_day",
    "skills",
    "industry",
    "culture",
    "specific_to_person",
    "advice",
    "application_materials",
    "closing_referral",
)
WEIGHTS = Path(__file__).parent / "stage.json"

# A weight is one sign, a fifth more or less than the one beside it, so that thousands of features are read in a blink.
_ZERO = ord("P")
_LEAST, _MOST = ord("#"), ord("~")

# For each feature ten signs, a weight for each stage in their order; "" is what every question has.
Weights = Mapping[str, str]


@cache
def weights() -> Weights:
    """What stage.json holds."""
    loaded: dict[str, str] = json.loads(WEIGHTS.read_text("utf-8"))
    return loaded


def encoded(row: Iterable[float]) -> str:
    """The signs of ten weights."""
    return "".join(chr(min(_MOST, max(_LEAST, _ZERO + round(weight * 5)))) for weight in row)


def scores(parsed: ParsedQuestion, contact: str = "", *, by: Weights | None = None) -> dict[str, float]:
    """How well each stage fits; the highest wins."""
    known = weights() if by is None else by
    found = [known[feature].encode() for feature in features(parsed, contact) if feature in known]
    # Long questions have more features; the root keeps them from shouting down the rules.
    scale = max(1, len(found)) ** -0.5
    nothing = _ZERO * len(found)
    sums = [sum(column) - nothing for column in zip(*found, strict=True)] or [0] * len(STAGES)
    base = known.get("", chr(_ZERO) * len(STAGES)).encode()
    return {name: (mine - _ZERO + total * scale) / 5 for name, mine, total in zip(STAGES, base, sums, strict=True)}


def stage(parsed: ParsedQuestion, contact: str = "", *, by: Weights | None = None) -> str:
    """The stage of the question."""
    fits = scores(parsed, contact, by=by)
    best = max(fits, key=fits.__getitem__)
    specific = is_specific(parsed, contact)
    if specific and best in ("career_path", "day_to_day", "skills", "industry", "culture", "advice"):
        return "specific_to_person"
    if best == "specific_to_person" and not specific:
        rest = {name: fit for name, fit in fits.items() if name != best}
        second = max(rest, key=rest.__getitem__)
        if fits[best] - fits[second] < 0.5:
            return second
    return best
