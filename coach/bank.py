"""The question bank (docs/CRAFT.md, "Questions"): what may be asked, in an agenda's order, from questions.toml."""

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from coach.american import american

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

    One of a field has the `words` by which a person's field is known. One of a centre says `about` whom it is for, and
    names its `questions` in its order; in ours the questions name their sets.
    """

    key: str
    title: str
    situation: bool = False
    words: tuple[str, ...] = ()
    about: str = ""
    questions: tuple[str, ...] = ()

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
    probes: tuple[str, ...]
    sensitive: bool = False
    # The field it belongs to, "" where it may be asked in any; whether it is about the student's own life.
    field: str = ""
    situation: bool = False
    # Whether a centre worded it.
    own: bool = False

    def is_for(self, *, suits: str | None = None, goal: str | None = None) -> bool:
        """Whether it suits a person of this standing and serves a goal of this kind; None asks nothing."""
        right_person = suits is None or not self.suits or suits in self.suits
        return right_person and (goal is None or not self.goals or goal in self.goals)


@dataclass(frozen=True)
class CentreChanges:
    """What a centre says otherwise than the file: its own wordings and questions, its own sets, and what it hides.

    `hidden` holds ids of questions and keys of sets.
    """

    questions: tuple[BankQuestion, ...] = ()
    sets: tuple[QuestionSet, ...] = ()
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Bank:
    """Questions on offer in the default order of an agenda, and the sets on offer, those of fields last.

    `by_id` also holds the questions that a centre hides: agendas and notes may have them.
    """

    categories: tuple[Category, ...]
    sets: tuple[QuestionSet, ...]
    questions: tuple[BankQuestion, ...]
    by_id: dict[str, BankQuestion]
    words: dict[str, str]

    def question(self, id: str) -> BankQuestion:
        """The question called `id`. Raises KeyError."""
        return self.by_id[id]

    def search(
        self,
        words: str = "",
        category: int | None = None,
        phase: str | None = None,
        suits: str | None = None,
        goal: str | None = None,
        sensitive: bool = True,
        set: str | None = None,
        fields: Collection[str] | None = None,
    ) -> tuple[BankQuestion, ...]:
        """The questions in which every one of `words` occurs and that pass each filter given.

        In: `suits` a person's standing and `goal` a kind of goal; questions that suit anyone or serve every goal stay.
        `sensitive=False` leaves the sensitive ones out. `set` is a set's key. `fields` are keys of fields: questions
        that belong to another stay out. Out: in the bank's order, or in that of a centre's own set.
        """
        wanted = _folded(words).split()
        found = [
            q
            for q in self.questions
            if (category is None or q.category == category)
            and (phase is None or q.phase == phase)
            and (sensitive or not q.sensitive)
            and (set is None or set in q.sets)
            and (fields is None or not q.field or q.field in fields)
            and q.is_for(suits=suits, goal=goal)
            and all(word in self.words[q.id] for word in wanted)
        ]
        places = next((one.questions for one in self.sets if one.key == set), ())
        return tuple(sorted(found, key=lambda q: places.index(q.id)) if places else found)


def questions() -> tuple[BankQuestion, ...]:
    """Every question of ours in the default order of an agenda."""
    return ours().questions


def question(id: str) -> BankQuestion:
    """The question of ours called `id`. Raises KeyError."""
    return ours().question(id)


def categories() -> tuple[Category, ...]:
    """The fifteen categories in order."""
    return ours().categories


def sets() -> tuple[QuestionSet, ...]:
    """Every set of ours, those of fields last."""
    return ours().sets


def search(words: str = "", **filters: Any) -> tuple[BankQuestion, ...]:
    """As Bank.search, among ours."""
    return ours().search(words, **filters)


@cache
def retired() -> frozenset[str]:
    """The ids of questions that are no longer asked; agendas and notes that have one keep its words."""
    return frozenset(_file()["retired"])


@cache
def phases(category: int) -> frozenset[str]:
    """Where in a conversation the bank has questions of this category."""
    return frozenset(q.phase for q in questions() if q.category == category)


def fields_of(*words: str) -> frozenset[str]:
    """The keys of the fields that a person's `words` speak of: their field, their role."""
    said = " ".join(re.findall(r"\w+", _folded(" ".join(words))))
    # Each word as it is and without a plural's s.
    padded = f" {said}  {re.sub(r's(?= |$)', '', said)} "
    return frozenset(one.key for one in sets() if any(f" {word.replace('-', ' ')} " in padded for word in one.words))


@cache
def ours() -> Bank:
    """The bank of questions.toml, read once in a process."""
    data = _file()
    kinds = tuple(Category(**row) for row in data["category"])
    groups = tuple(QuestionSet(**{**row, "words": tuple(row.get("words", ()))}) for row in data["set"])
    return _bank(kinds, groups, (_read(row, kinds) for row in data["question"]))


@cache
def _in_america() -> Bank:
    """Ours, as Americans spell it."""
    data = _file()
    kinds = tuple(Category(**{**row, "title": american(row["title"])}) for row in data["category"])
    groups = tuple(replace(group, title=american(group.title)) for group in ours().sets)
    asked = (
        replace(q, text=american(q.text), why=american(q.why), probes=tuple(map(american, q.probes)))
        for q in ours().questions
    )
    return _bank(kinds, groups, asked)


@lru_cache(maxsize=8)
def as_changed(changes: CentreChanges, *, in_america: bool = False) -> Bank:
    """The bank of a centre: ours in its wordings, its own questions behind ours of their category, and its sets.

    A wording of a question that is retired asks it no longer. `in_america` ours are spelt as Americans do; what the
    centre wrote stays as it wrote it.
    """
    bank = _in_america() if in_america else ours()
    worded = {q.id: q for q in changes.questions if q.id not in retired()}
    asked = [*(worded.pop(q.id, q) for q in bank.questions), *worded.values()]
    return _bank(bank.categories, (*changes.sets, *bank.sets), asked, changes.hidden)


def _bank(
    kinds: tuple[Category, ...],
    groups: tuple[QuestionSet, ...],
    asked: Iterable[BankQuestion],
    hidden: Collection[str] = (),
) -> Bank:
    """The bank of these questions, each told what its sets say of it."""
    known = {group.key: group for group in groups}
    holding = [(group.key, frozenset(group.questions)) for group in groups if group.questions]
    by_id: dict[str, BankQuestion] = {}
    for q in sorted(asked, key=lambda one: one.category):
        mine = [known[key] for key in q.sets if key in known]
        field = next((group.key for group in mine if group.is_field), "")
        keys = (*(group.key for group in mine), *(key for key, ids in holding if q.id in ids))
        by_id[q.id] = replace(q, sets=keys, field=field, situation=any(group.situation for group in mine))
    return Bank(
        categories=kinds,
        sets=tuple(group for group in groups if group.key not in hidden),
        questions=tuple(q for q in by_id.values() if q.id not in hidden),
        by_id=by_id,
        words={
            q.id: _folded(" ".join((q.text, q.why, kinds[q.category - 1].title, *q.probes))) for q in by_id.values()
        },
    )


@cache
def _file() -> dict[str, Any]:
    with FILE.open("rb") as file:
        return tomllib.load(file)


def _read(row: dict[str, Any], kinds: tuple[Category, ...]) -> BankQuestion:
    lists = {name: tuple(row.get(name, ())) for name in ("suits", "goals", "sets", "probes")}
    return BankQuestion(**{"phase": kinds[row["category"] - 1].phase, **row, **lists})


def _folded(words: str) -> str:
    """Words as they are compared: without case and accents."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
