"""What a member took away a short while ago, whole enough to be put back (docs/decisions/0055)."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Self

from django.apps import apps
from django.core import serializers
from django.core.files.storage import default_storage
from django.db import models, transaction

from centre.one_owner import OneOwner
from centre.ownership import Owned, OwnedQuerySet
from core.apart import refuse_bad, work_apart
from core.columns import kept_columns, restored_columns
from core.locking import locked, transition

KEPT_FOR = timedelta(days=1)
# So many are let go in one transaction.
SWEPT_AT_ONCE = 500
# As many as a page offers to put back.
MOST_OFFERED = 5


class RemovedQuerySet(OwnedQuerySet["Removed"]):
    def of(self, model: type[models.Model], place: models.Model | None = None) -> Self:
        """Rows of `model`, and where one is given those that belonged to `place`."""
        of_kind = self.filter(kind=model._meta.label_lower)
        return of_kind.filter(place=_key(place)) if place else of_kind

    def latest_first(self) -> Self:
        return self.order_by("-removed_at", "-pk")

    def lately(self, now: datetime) -> "list[Removed]":
        """What can still be put back, the latest first."""
        return list(self.filter(removed_at__gt=now - KEPT_FOR).latest_first()[:MOST_OFFERED])


class Removed(Owned):
    """One row that left its table, with the rows that named it; in no list and no count, nobody's work any more."""

    class Gone(Exception):
        """What it belonged to is gone as well, or it was put back already."""

    kind = models.CharField(max_length=60)
    # Where it belonged, whose page offers it; and the person it tells of, with whom it is forgotten.
    place = models.CharField(max_length=60, blank=True)
    about = models.CharField(max_length=60, blank=True)
    words = models.CharField(max_length=600)
    row = models.JSONField()
    # Which rows named it by a foreign key that was emptied: the model, the field and their keys.
    named_by = models.JSONField(default=list)
    removed_at = models.DateTimeField()

    objects = RemovedQuerySet.as_manager()

    class Meta:
        constraints = [OneOwner(name="removed_one_owner", paths=("owner",))]
        indexes = [
            models.Index(fields=["owner", "kind", "-removed_at"], name="removed_lately"),
            models.Index(fields=["about"], condition=~models.Q(about=""), name="removed_about"),
            models.Index(fields=["removed_at"], name="removed_longest_ago"),
        ]

    def __str__(self) -> str:
        return self.words

    @classmethod
    def take(
        cls,
        row: models.Model,
        *,
        owner: int,
        now: datetime,
        place: models.Model | None = None,
        about: models.Model | None = None,
    ) -> "Removed":
        """Delete `row` of the member `owner`, so that for a day it can be put back."""
        with transition():
            values = kept_columns(row, (field.name for field in row._meta.concrete_fields if not field.primary_key))
            values |= {many.name: _keys(getattr(row, many.name)) for many in row._meta.many_to_many}
            removed = cls.objects.create(
                owner_id=owner,
                kind=row._meta.label_lower,
                place=_key(place),
                about=_key(about),
                words=str(row)[:600],
                row={"model": row._meta.label_lower, "pk": row.pk, "fields": values},
                named_by=[[model._meta.label, name, keys] for model, name, keys in _naming(row) if keys],
                removed_at=now,
            )
            row.delete()
            # What no page offers any more is not kept either: files would pile up.
            beside = cls.objects.filter(owner_id=owner).of(type(row), place).latest_first()
            cls._let_go(cls.objects.filter(pk__in=[one.pk for one in beside[MOST_OFFERED:]]))
        return removed

    @classmethod
    def forget(cls, about: models.Model) -> None:
        """Let go at once of everything that tells of `about`."""
        cls._let_go(cls.objects.filter(about=_key(about)))

    @classmethod
    def sweep(cls, *, now: datetime) -> None:
        """Let go of what was taken away more than a day ago, with its files. Raises BadRows."""
        late = cls.objects.filter(removed_at__lte=now - KEPT_FOR).order_by("pk").values_list("pk", flat=True)
        bad = work_apart("removed", late, lambda ids: cls._let_go(cls.objects.filter(pk__in=ids)), batch=SWEPT_AT_ONCE)
        refuse_bad("removed", bad)

    @classmethod
    def named_files(cls) -> Iterator[str]:
        """The uploads that can still be put back."""
        kinds = [model._meta.label_lower for model in apps.get_models() if _file_columns(model)]
        for removed in cls.objects.filter(kind__in=kinds).order_by("pk").iterator():
            yield from removed.files()

    def column(self, name: str) -> Any:
        """The value that its column `name` had."""
        [value] = restored_columns(self.model, {name: self.row["fields"][name]}).values()
        return value

    @property
    def model(self) -> type[models.Model]:
        return apps.get_model(self.kind)

    def put_back(self) -> Any:
        """The row as it was, in its table again and under its own key; whoever named it names it again.

        Within the act that may refuse it for reasons of its own. Raises Removed.Gone.
        """
        with transition():
            row = self._still_named()
            if not type(self).objects.filter(pk=self.pk).delete()[0]:
                raise self.Gone
            [found] = serializers.deserialize("python", [row], ignorenonexistent=True)
            found.save(force_insert=True)
            for label, name, keys in self.named_by:
                rows = _manager(label).filter(pk__in=keys, **{name: None})
                rows.update(**{name: found.object.pk})
        return found.object

    def _still_named(self) -> dict[str, Any]:
        """The row without the keys of what is gone since. Raises Removed.Gone where it cannot be without."""
        values = dict(self.row["fields"])
        for field in self.model._meta.get_fields():
            if field.name not in values or not field.related_model:
                continue
            there = _manager(field.related_model._meta.label)
            if field.many_to_many:
                values[field.name] = _keys(there.filter(pk__in=values[field.name]))
            elif values[field.name] is not None and not there.filter(pk=values[field.name]).exists():
                if not field.null:
                    raise self.Gone
                values[field.name] = None
        return {**self.row, "fields": values}

    @classmethod
    def _let_go(cls, rows: RemovedQuerySet) -> None:
        with transition():
            going = list(locked(rows))
            rows.filter(pk__in=[removed.pk for removed in going]).delete()
            for name in (name for removed in going for name in removed.files()):
                # Where that fails, core.uploads.sweep deletes it later.
                transaction.on_commit(partial(default_storage.delete, name), robust=True)

    def files(self) -> list[str]:
        """The uploads that only this still names."""
        return [name for column in _file_columns(self.model) if (name := self.row["fields"].get(column))]


def with_removed(rows: Iterable[Any], removed: Iterable[Removed], *, by: str, latest_first: bool = False) -> list[Any]:
    """`rows` with what was `removed` in its place among them, by the column `by`, in which they stand in order."""

    def place(one: Any) -> Any:
        return one.column(by) if isinstance(one, Removed) else getattr(one, by)

    return sorted([*removed, *rows], key=place, reverse=latest_first)


def _file_columns(model: type[models.Model]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if isinstance(field, models.FileField)]


def _key(row: models.Model | None) -> str:
    return f"{row._meta.label_lower} {row.pk}" if row else ""


def _keys(rows: Any) -> list[Any]:
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _manager(label: str) -> Any:
    return apps.get_model(label)._base_manager


def _naming(row: models.Model) -> Iterator[tuple[type[models.Model], str, list[Any]]]:
    """Every foreign key that is emptied when `row` goes, with the keys of the rows that name it."""
    for relation in row._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel) and relation.on_delete is models.SET_NULL:
            model, name = relation.field.model, relation.field.name
            yield model, name, _keys(_manager(model._meta.label).filter(**{name: row.pk}))
