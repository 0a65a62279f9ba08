"""Columns of a row as JSON can keep them, to the microsecond: what is written back when an act is undone."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models


def kept_columns(row: models.Model, names: Iterable[str]) -> dict[str, Any]:
    """The columns `names` of `row`, each as its field writes it for Django's serializers."""
    fields = [row._meta.get_field(name) for name in names]
    return {field.name: _kept(field, row) for field in fields if isinstance(field, models.Field)}


def restored_columns(model: type[models.Model], kept: Mapping[str, Any]) -> dict[str, Any]:
    """What `kept_columns` gave, as values of `model` by attname; columns that it no longer has are left out."""
    fields = {field.name: field for field in model._meta.concrete_fields}
    known = [(fields[name], value) for name, value in kept.items() if name in fields]
    return {field.attname: None if value is None else field.to_python(value) for field, value in known}


def _kept(field: "models.Field[Any, Any]", row: models.Model) -> Any:
    return None if field.value_from_object(row) is None else field.value_to_string(row)
