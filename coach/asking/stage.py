"""At which stage of a conversation a question belongs: a small linear model, and the rules that are certain.

The model's weights (stage.json) come from examples/, by `python -m coach.train_stage`.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from coach.asking.clauses import Cut
from coach.asking.features import features
from coach.asking.naming import is_specific

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

Weights = Mapping[str, list[float]]


@cache
def weights() -> Weights:
    """For each feature its weight for each of the ten stages, in their order; "" is what every question has."""
    told: dict[str, list[float]] = json.loads(WEIGHTS.read_text("utf-8"))
    return told


def scores(cut: Cut, contact: str = "", *, by: Weights | None = None) -> dict[str, float]:
    """How well each stage fits; the highest wins."""
    known = weights() if by is None else by
    total = list(known.get("", [0.0] * len(STAGES)))
    found = [known[feature] for feature in features(cut, contact) if feature in known]
    # Long questions have more features; the root keeps them from shouting down the rules.
    scale = max(1, len(found)) ** -0.5
    for row in found:
        for at, weight in enumerate(row):
            total[at] += weight * scale
    return dict(zip(STAGES, total, strict=True))


def stage(cut: Cut, contact: str = "", *, by: Weights | None = None) -> str:
    """The stage of the question."""
    fits = scores(cut, contact, by=by)
    best = max(fits, key=fits.__getitem__)
    specific = is_specific(cut, contact)
    if specific and best in ("career_path", "day_to_day", "skills", "industry", "culture", "advice"):
        return "specific_to_person"
    if best == "specific_to_person" and not specific:
        rest = {name: fit for name, fit in fits.items() if name != best}
        second = max(rest, key=rest.__getitem__)
        if fits[best] - fits[second] < 0.5:
            return second
    return best
