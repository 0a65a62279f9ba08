"""Questions of a fixed shape, put into SQL once in each process and planned once on each connection.

To build a wide queryset anew, and to plan it anew, each takes longer than PostgreSQL takes to answer it. A question is
still written in the rooms' own phrases and goes through the same doors: only the person, the row and the moment are
put in anew.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Any, Generic, TypeVar
from weakref import WeakSet

from django.contrib.auth import get_user_model
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import BigIntegerField, Model, QuerySet
from django.db.models.query import get_related_populators

M = TypeVar("M", bound=Model)

# Stand-ins, replaced in every asking; no row and no clock has these.
NOBODY, NOTHING = -74_026_531, -74_026_532
NEVER = datetime(1066, 10, 14, 9, 0, tzinfo=UTC)
PERSON_ROW_MOMENT: Mapping[Any, str] = {NOBODY: "bigint", NOTHING: "bigint", NEVER: "timestamptz"}
# An address may say any number, PostgreSQL counts rows up to here.
BIGGEST = BigIntegerField.MAX_BIGINT


_numbers = count(1)


class Plan:
    """A prepared statement: what stands in for something in `slots` is a parameter, everything else is written out.

    In: `slots` the stand-ins with their SQL types, in the order in which `ask` takes what they stand for.
    It belongs to a connection, so a pooler that changes connections between two statements cannot stand in between.
    """

    def __init__(self, sql: str, params: Sequence[Any], slots: Mapping[Any, str] = PERSON_ROW_MOMENT) -> None:
        own = {stand_in: f"${place}" for place, stand_in in enumerate(slots, start=1)}
        number = next(_numbers)
        written: Callable[..., str] = connection.ops.compose_sql  # type: ignore[attr-defined]
        said = sql % tuple(
            own[p] if type(p) in (int, str, datetime) and p in own else written("%s", [p]) for p in params
        )
        self.prepare = f"PREPARE asking_{number} ({', '.join(slots.values())}) AS {said}"
        self.execute = f"EXECUTE asking_{number} ({', '.join(['%s'] * len(slots))})"
        self.known: WeakSet[Any] = WeakSet()

    def ask(self, *values: Any) -> list[tuple[Any, ...]]:
        """What PostgreSQL answers."""
        with connection.cursor() as cursor:
            if connection.connection not in self.known:
                cursor.execute(self.prepare)
                self.known.add(connection.connection)
            cursor.execute(self.execute, values)
            answers: list[tuple[Any, ...]] = cursor.fetchall()
            return answers


class Question:
    """Plain values for one person at one moment; `build` makes the queryset of them."""

    def __init__(self, build: Callable[[Any, datetime], QuerySet[Any, Any]]) -> None:
        self.build = build
        self.plan: Plan | None = None

    def ask(self, user: Any, now: datetime) -> list[tuple[Any, ...]]:
        """The rows for `user` at `now`."""
        if self.plan is None:
            self.plan = Plan(*self.build(get_user_model()(pk=NOBODY), NEVER).query.sql_with_params())
        return self.plan.ask(user.pk or 0, NOTHING, now)


@dataclass(frozen=True)
class Shape(Generic[M]):
    """What Django makes of a queryset: its SQL, and how an answer becomes a row with the rows that come with it."""

    model: type[M]
    plan: Plan
    names: list[str]
    own: slice
    beside: list[Any]
    marks: dict[str, int]
    convert: Callable[[list[tuple[Any, ...]]], Any]

    @classmethod
    def of(cls, rows: QuerySet[M, M], slots: Mapping[Any, str] = PERSON_ROW_MOMENT) -> "Shape[M]":
        """The shape of `rows`, found as Django itself finds it before it reads them."""
        compiler = rows.query.get_compiler(using=DEFAULT_DB_ALIAS)
        sql, params = compiler.as_sql()
        told, select = compiler.klass_info, compiler.select
        first, last = told["select_fields"][0], told["select_fields"][-1]
        converters = compiler.get_converters([column[0] for column in select])

        def convert(answers: list[tuple[Any, ...]]) -> Any:
            return compiler.apply_converters(answers, converters) if converters else answers

        return cls(
            model=rows.model,
            plan=Plan(sql, params, slots),
            names=[column[0].target.attname for column in select[first : last + 1]],
            own=slice(first, last + 1),
            beside=get_related_populators(told, select, DEFAULT_DB_ALIAS),  # type: ignore[call-arg]
            marks=compiler.annotation_col_map or {},
            convert=convert,
        )

    def ask(self, *values: Any) -> list[M]:
        """The rows for what stands in the slots."""
        return [self.row(answer) for answer in self.convert(self.plan.ask(*values))]

    def row(self, answer: Sequence[Any]) -> M:
        """The row of one answer."""
        found = self.model.from_db(DEFAULT_DB_ALIAS, self.names, answer[self.own])
        for populator in self.beside:
            populator.populate(answer, found)
        for name, place in self.marks.items():
            setattr(found, name, answer[place])
        return found


class Rows(Generic[M]):
    """Rows about one thing for one person at one moment; `build(user, pk, now)` makes the queryset of them.

    `now` does not matter to every question; the order of columns, joins and marks is that of the first asking.
    """

    def __init__(self, build: Callable[[Any, int, datetime], QuerySet[M, M]]) -> None:
        self.build = build
        self.shape: Shape[M] | None = None

    def ask(self, user: Any, pk: int, now: datetime = NEVER) -> list[M]:
        """The rows for `user` about the row `pk` at `now`; none for a number that no row can have."""
        if pk > BIGGEST:
            return []
        shape = self.shape
        if shape is None:
            shape = self.shape = Shape.of(self.build(get_user_model()(pk=NOBODY), NOTHING, NEVER))
        return shape.ask(user.pk or 0, pk, now)
