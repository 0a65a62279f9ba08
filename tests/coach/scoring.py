"""Scores the coach against texts whose labels somebody set by hand (tests/coach/texts).

What careful readers could judge differently is not scored. A stage that also fits counts as right. Of a good trait its
complement counts too, `not:states_duration`: most texts have the trait, and the student hears only where it is missing.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coach.lines import answer
from coach.questions import stage

TEXTS = Path(__file__).parent / "texts"
# Of another writer, who did not know the rules; nobody who makes the rules reads them.
UNSEEN = TEXTS / "unseen"
# What the stages are learnt from.
EXAMPLES = Path(stage.__file__).parent / "examples"
GOOD = frozenset(
    {
        "names_purpose",
        "states_duration",
        "duration_ok",
        "offers_choice_of_time",
        "offers_remote",
        "says_who_i_am",
        "says_why_you",
        "thanks_in_closing",
        "mentions_earlier_message",
        "names_specific_takeaway",
        "within_length",
        "mentions_next_step",
        "order_ok",
    }
)
FAULTS = frozenset(
    {
        "asks_for_job",
        "flattery_excessive",
        "too_long",
        "pushy_or_demanding",
        "impolite_or_casual",
        "placeholder_left",
        "generic_greeting",
    }
)
# What the coach is shown of a text.
SHOWN = ("id", "kind", "channel", "subject", "body", "meta", "text", "goal", "minutes", "questions")

Item = dict[str, Any]


@dataclass
class Counts:
    """How often a label was found rightly, found wrongly and overlooked."""

    right: int = 0
    wrong: int = 0
    overlooked: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.wrong + other.wrong, self.overlooked + other.overlooked)

    @property
    def precision(self) -> float:
        """The part of what was found that is there; 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing found."""
        total = 2 * self.right + self.wrong + self.overlooked
        return 2 * self.right / total if total else 1.0


@dataclass
class Score:
    """The counts for each label, for each complement of a good one, and the errors, "id  found|overlooked  label"."""

    labels: dict[str, Counts] = field(default_factory=dict)
    items: Counter[str] = field(default_factory=Counter)
    faulty: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def micro(self) -> Counts:
        """All labels together, without the complements and the stages of questions."""
        counted = (c for name, c in self.labels.items() if not name.startswith(("not:", "stage=")))
        return sum(counted, Counts())

    def flags(self) -> Counts:
        """Those labels together that are true or false."""
        counted = (c for name, c in self.labels.items() if not name.startswith("not:") and "=" not in name)
        return sum(counted, Counts())

    def accuracy(self, name: str) -> float:
        """In what part of the texts the whole label was judged rightly."""
        return 1 - self.faulty[name] / self.items[name]


def texts(kind: str, place: Path = TEXTS) -> list[Item]:
    """The labelled texts of a file in `place`: requests, nudges, thanks, questions or agendas."""
    with (place / f"{kind}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def unlearnt(items: Iterable[Item]) -> list[Item]:
    """The questions, and the agendas, that the stages are not learnt from: of the rest the coach only recalls them."""
    learnt = {_plain(line) for file in EXAMPLES.glob("*.txt") for line in file.read_text("utf-8").splitlines()}
    return [item for item in items if not learnt & {_plain(q) for q in item.get("questions", [item.get("text", "")])}]


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def found(item: Item) -> frozenset[str]:
    """The labels that the coach gives to a text; it is shown neither the labels nor what explains them."""
    shown = {k: v for k, v in item.items() if k in SHOWN}
    judged = json.loads(answer(json.dumps(shown), 1)[0])
    return frozenset(judged["findings"])


def score(items: Iterable[Item]) -> Score:
    """Hold what the coach finds against the labels."""
    total = Score()
    for item in items:
        labels = found(item)
        for name, value in item["labels"].items():
            if name not in item.get("borderline", ()):
                _score(total, item, name, value, labels)
    return total


def _score(total: Score, item: Item, name: str, value: Any, labels: frozenset[str]) -> None:
    total.items[name] += 1
    there = set(_atoms(name, value))
    seen = {label for label in labels if label.split("=")[0] == name}
    if name == "stage" and any(label.removeprefix("stage=") in item.get("stage_alt", ()) for label in seen):
        seen = there
    total.faulty[name] += there != seen
    for atom in sorted({name} | there | seen if isinstance(value, bool) else there | seen):
        is_there, is_seen = atom in there, atom in seen
        _count(total, atom, is_there, is_seen)
        if atom in GOOD:
            _count(total, f"not:{atom}", not is_there, not is_seen)
        if is_there != is_seen:
            total.errors.append((item["id"], "overlooked" if is_there else "found", atom))


def _atoms(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, bool):
        yield from [name] if value else []
    elif isinstance(value, list):
        yield from (f"{name}={one}" for one in value)
    else:
        yield f"{name}={value}"


def _count(total: Score, name: str, is_there: bool, is_seen: bool) -> None:
    counts = total.labels.setdefault(name, Counts())
    counts.right += is_there and is_seen
    counts.wrong += is_seen and not is_there
    counts.overlooked += is_there and not is_seen
