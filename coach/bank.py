"""The question bank (docs/CRAFT.md, "Questions"): what may be asked, in an agenda's order, from questions.toml."""

import re
import tomllib
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "questions.toml"


@dataclass(frozen=True)
class Category:
    """A kind of question; `phase` is where its questions stand in a conversation (W, C, S or X)."""

    number: int
    title: str
    phase: str


@dataclass(frozen=True)
class QuestionSet:
    """Questions that belong together; `situation` where they are about the student's own life.

    One of a field has the `words` by which a person's field is known.
    """

    key: str
    title: str
    situation: bool
    words: tuple[str, ...]

    @property
    def is_field(self) -> bool:
        return bool(self.words)


@dataclass(frozen=True)
class BankQuestion:
    """One question of the bank; the fields are explained at the top of questions.toml."""

    id: str
    text: str
    category: int
    phase: str
    minutes: int
    suits: tuple[str, ...]
    why: str
    goals: tuple[str, ...]
    sets: tuple[str, ...]
    # The field it belongs to, "" where it may be asked in any; whether it is about the student's own life.
    field: str
    situation: bool
    sensitive: bool
    probes: tuple[str, ...]

    def is_for(self, *, suits: str | None = None, goal: str | None = None) -> bool:
        """Whether it suits a person of this standing and serves a goal of this kind; None asks nothing."""
        right_person = suits is None or not self.suits or suits in self.suits
        return right_person and (goal is None or not self.goals or goal in self.goals)


@dataclass(frozen=True)
class _Bank:
    categories: tuple[Category, ...]
    sets: tuple[QuestionSet, ...]
    questions: tuple[BankQuestion, ...]
    by_id: dict[str, BankQuestion]
    retired: frozenset[str]
    words: dict[str, str]


def questions() -> tuple[BankQuestion, ...]:
    """Every question in the default order of an agenda."""
    return _bank().questions


def question(id: str) -> BankQuestion:
    """The question called `id`. Raises KeyError."""
    return _bank().by_id[id]


def categories() -> tuple[Category, ...]:
    """The fifteen categories in order."""
    return _bank().categories


@cache
def phases(category: int) -> frozenset[str]:
    """Where in a conversation the bank has questions of this category."""
    return frozenset(q.phase for q in questions() if q.category == category)


def sets() -> tuple[QuestionSet, ...]:
    """Every set of questions, those of fields last."""
    return _bank().sets


def retired() -> frozenset[str]:
    """The ids of questions that are no longer asked; agendas and notes that have one keep its words."""
    return _bank().retired


def fields_of(*words: str) -> frozenset[str]:
    """The keys of the fields that a person's `words` speak of: their field, their role."""
    said = " ".join(re.findall(r"\w+", _folded(" ".join(words))))
    # Each word as it is and without a plural's s.
    padded = f" {said}  {re.sub(r's(?= |$)', '', said)} "
    return frozenset(one.key for one in sets() if any(f" {word.replace('-', ' ')} " in padded for word in one.words))


def search(
    words: str = "",
    category: int | None = None,
    phase: str | None = None,
    suits: str | None = None,
    goal: str | None = None,
    sensitive: bool = True,
    set: str | None = None,
    fields: Collection[str] | None = None,
) -> tuple[BankQuestion, ...]:
    """The questions in which every one of `words` occurs and that pass each filter given, in the bank's order.

    In: `suits` a person's standing and `goal` a kind of goal; questions that suit anyone or serve every goal stay.
    `sensitive=False` leaves the sensitive ones out. `set` is a set's key. `fields` are keys of fields: questions that
    belong to another stay out.
    """
    bank = _bank()
    wanted = _folded(words).split()
    return tuple(
        q
        for q in bank.questions
        if (category is None or q.category == category)
        and (phase is None or q.phase == phase)
        and (sensitive or not q.sensitive)
        and (set is None or set in q.sets)
        and (fields is None or not q.field or q.field in fields)
        and q.is_for(suits=suits, goal=goal)
        and all(word in bank.words[q.id] for word in wanted)
    )


@cache
def _bank() -> _Bank:
    """The file, read once in a process."""
    with FILE.open("rb") as file:
        data = tomllib.load(file)
    kinds = {row["number"]: Category(**row) for row in data["category"]}
    groups = {row["key"]: _read_set(row) for row in data["set"]}
    asked = tuple(_read(row, kinds[row["category"]], groups) for row in data["question"])
    return _Bank(
        categories=tuple(kinds.values()),
        sets=tuple(groups.values()),
        questions=asked,
        by_id={q.id: q for q in asked},
        retired=frozenset(data["retired"]),
        words={q.id: _folded(" ".join((q.text, q.why, kinds[q.category].title, *q.probes))) for q in asked},
    )


def _read_set(row: dict[str, Any]) -> QuestionSet:
    return QuestionSet(**{"situation": False, **row, "words": tuple(row.get("words", ()))})


def _read(row: dict[str, Any], kind: Category, groups: dict[str, QuestionSet]) -> BankQuestion:
    lists = {name: tuple(row.get(name, ())) for name in ("suits", "goals", "sets", "probes")}
    mine = [groups[key] for key in lists["sets"]]
    field = next((group.key for group in mine if group.is_field), "")
    situation = any(group.situation for group in mine)
    known = {**row, **lists, "field": field, "situation": situation}
    return BankQuestion(**{"phase": kind.phase, "sensitive": False, **known})


def _folded(words: str) -> str:
    """Words as they are compared: without case and accents."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
