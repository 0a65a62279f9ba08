"""The question bank as the centre offers it: ours, and what its advisers changed."""

from typing import Any

from django.db.models import F, QuerySet, Value
from django.db.models.functions import JSONObject
from django.utils.translation import get_language

from agendas.models.centre_question import LISTS, WORDS, CentreQuestion
from agendas.models.centre_row import CHANGES, Hidden
from agendas.models.centre_set import CentreSet
from coach.bank import Bank, BankQuestion, CentreChanges, QuestionSet, as_changed
from core.recent import recent


def centre_bank() -> Bank:
    """The bank that students meet, as this process read it a few seconds ago."""
    return as_changed(recent(CHANGES, read_changes), in_america=in_america())


def our_bank() -> Bank:
    """The bank as it is where a centre changed nothing, in the reader's spelling."""
    return as_changed(CentreChanges(), in_america=in_america())


def in_america() -> bool:
    """Whether whoever reads now is given ours as Americans spell it."""
    return get_language() == "en-us"


def read_changes() -> CentreChanges:
    """What the centre changed, by one query."""
    asked, sets, hidden = (
        _rows("asked", CentreQuestion.objects, id=F("code"), **{name: F(name) for name in WORDS}),
        _rows("set", CentreSet.objects, **{name: F(name) for name in ("key", "title", "about", "questions")}),
        _rows("hidden", Hidden.objects, code=F("code")),
    )
    found: dict[str, list[dict[str, Any]]] = {"asked": [], "set": [], "hidden": []}
    for kind, _pk, row in sorted(asked.union(sets, hidden, all=True), key=lambda one: one[:2]):
        found[kind].append(row)
    return CentreChanges(
        tuple(
            BankQuestion(**{**row, **{name: tuple(row[name]) for name in LISTS}}, own=True) for row in found["asked"]
        ),
        tuple(QuestionSet(**{**row, "questions": tuple(row["questions"])}) for row in found["set"]),
        frozenset(row["code"] for row in found["hidden"]),
    )


def _rows(kind: str, rows: Any, **columns: F) -> "QuerySet[Any, Any]":
    """Of each row its kind, its key, and these columns as one value, so that rows of all tables come together."""
    found: QuerySet[Any, Any] = rows.values_list(Value(kind), "pk", JSONObject(**columns))
    return found
