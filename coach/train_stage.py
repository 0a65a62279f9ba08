"""Learns the stage model from coach/questions/examples/ and the bank: python -m coach.train_stage [--check]

Plain Python, so that anyone can run it again; a few seconds. `--check` learns from four fifths and asks the last
fifth, five times over, instead of writing the weights.
"""

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from coach import bank
from coach.questions.clauses import parse
from coach.questions.features import features
from coach.questions.stage import STAGES, WEIGHTS, Weights, encoded, stage

EXAMPLES = Path(__file__).parent / "questions" / "examples"

# The categories of the bank as stages. Those left out hold questions of several: 8, 9, 10, 11, 12, 13.
_BANK = {
    1: "career_path",
    2: "day_to_day",
    3: "day_to_day",
    4: "skills",
    6: "industry",
    7: "culture",
    15: "closing_referral",
}
_ROUNDS = 15
_RATE = 1.5
_DECAY = 0.3
# Of what was seen once only words say something; leaving the rest out keeps the file small.
_SEEN = 2
_WORDS = ("s:", "p:")
# How much the plain counts weigh beside what the descent finds, and what is added to a count of nothing. Both were
# chosen by asking questions that neither had seen, nor any like them.
_COUNTS_WEIGH = 0.5
_UNSEEN = 0.07
# A feature as frequent as one in e⁴ learns at the plain rate.
_COMMON = 4

Example = tuple[str, str]


def examples() -> list[Example]:
    """(question, stage) of the files and of the bank."""
    found = [
        (line, stage)
        for stage in STAGES
        for line in (EXAMPLES / f"{stage}.txt").read_text("utf-8").splitlines()
        if line
    ]
    found += [(q.text, _BANK[q.category]) for q in bank.questions() if q.category in _BANK]
    return found


def learn(examples: Sequence[Example]) -> Weights:
    """Logistic regression over ten stages by stochastic gradient descent, steadied by plain counts.

    The seed is fixed, the result repeatable.
    """
    labelled = [(features(parse(text)), STAGES.index(name)) for text, name in examples]
    count = Counter(feature for found, _ in labelled for feature in found)
    kept = {f for f, n in count.items() if n >= _SEEN or f.startswith(_WORDS)}
    rows = [([f for f in found if f in kept], at) for found, at in labelled]
    weights = {f: [0.0] * len(STAGES) for f in sorted(kept)}
    weights[""] = [0.0] * len(STAGES)
    # What is rare tells more, and learns faster.
    rare = {f: math.log(len(rows) / count[f]) / _COMMON for f in kept}
    order = random.Random(1)  # noqa: S311 - shuffles examples, guards nothing
    for turn in range(_ROUNDS):
        order.shuffle(rows)
        rate = _RATE / (1 + turn * 0.15)
        for found, at in rows:
            _step(weights, found, at, rate, rare)
        # The same pull towards nothing for every feature, so that what was seen twice does not shout.
        shrink = 1 / (1 + rate * _DECAY)
        for feature, row in weights.items():
            if feature:
                row[:] = [weight * shrink for weight in row]
    for feature, row in _counted(rows).items():
        weigh = _COUNTS_WEIGH * rare[feature] ** 0.5
        weights[feature] = [w + weigh * c for w, c in zip(weights[feature], row, strict=True)]
    # What speaks for no stage is left out.
    silent = encoded([0.0] * len(STAGES))
    return {feature: text for feature, row in weights.items() if (text := encoded(row)) != silent or not feature}


def _counted(rows: Sequence[tuple[list[str], int]]) -> dict[str, list[float]]:
    """For each feature how much likelier than usual it is at each stage, as logarithms around zero."""
    counts: dict[str, list[float]] = {}
    for found, at in rows:
        for feature in found:
            counts.setdefault(feature, [_UNSEEN] * len(STAGES))[at] += 1
    whole = [sum(column) for column in zip(*counts.values(), strict=True)]
    likely = {f: [math.log(n / of) for n, of in zip(row, whole, strict=True)] for f, row in counts.items()}
    return {f: [one - sum(row) / len(row) for one in row] for f, row in likely.items()}


def _step(
    weights: dict[str, list[float]], found: Sequence[str], at: int, rate: float, rare: Mapping[str, float]
) -> None:
    scale = max(1, len(found)) ** -0.5
    mine = [(weights[f], rare[f]) for f in found]
    base = weights[""]
    sums = [base[k] + scale * sum(row[k] for row, _ in mine) for k in range(len(STAGES))]
    top = max(sums)
    parts = [math.exp(s - top) for s in sums]
    whole = sum(parts)
    for k, part in enumerate(parts):
        off = rate * (part / whole - (k == at))
        base[k] -= off * 0.1
        step = off * scale
        for row, faster in mine:
            row[k] -= step * faster


def check(examples: Sequence[Example], folds: int = 5) -> float:
    """The share of examples told rightly by a model that has not seen them."""
    shuffled = list(examples)
    random.Random(7).shuffle(shuffled)  # noqa: S311 - as above
    right = 0
    for fold in range(folds):
        weights = learn([e for n, e in enumerate(shuffled) if n % folds != fold])
        right += sum(
            stage(parse(text), by=weights) == name for n, (text, name) in enumerate(shuffled) if n % folds == fold
        )
    return right / len(shuffled)


def write(weights: Weights) -> None:
    """The weights, a feature on a line, so that a change can be read."""
    lines = [f"{json.dumps(f, ensure_ascii=False)}:{json.dumps(row)}" for f, row in sorted(weights.items())]
    WEIGHTS.write_text("{" + ",\n".join(lines) + "}\n", "utf-8")


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.stdout.write(f"{check(examples()):.3f}\n")
    else:
        write(learn(examples()))
