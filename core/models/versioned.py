"""Optimistic locking: a row counts its revisions, so that a stale form cannot overwrite newer words."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db import models


class Version(NamedTuple):
    """What a form knew when its person began to type: the row's revision, and the one opening of the form."""

    revision: int
    edit_session: str


class Versioned(models.Model):
    """A row that knows how often it was revised."""

    class Stale(Exception):
        """The form was filled from an older revision than the row now holds."""

        def __init__(self, newer: "Versioned") -> None:
            super().__init__("revised elsewhere")
            self.newer = newer

    revision = models.PositiveIntegerField(default=0)
    # Who wrote the last revision: a form that saves itself while typing must not find itself stale.
    edit_session = models.CharField(max_length=36, blank=True, default="", editable=False)

    class Meta:
        abstract = True

    def revise_fields(self, *, seen: Version | None, also: Mapping[str, Any] | None = None, **words: Any) -> None:
        """Write `words` (field name to value) when nobody else has written since the form `seen`.

        `seen` is None where the form does not say; then the words win. Identical words are no revision. `also` holds
        columns that are written with them in any case.
        Raises Versioned.Stale, with the newer row, when the row moved on and differs from `words`.
        """
        rows: models.QuerySet[Any] = type(self)._base_manager.filter(pk=self.pk)
        row: Versioned = self
        while True:
            changed = row.differs(words, seen=seen)
            new = {**words, "revision": row.revision, "edit_session": row.edit_session, **(also or {})}
            if changed:
                new |= {**row.following(words), "revision": row.revision + 1}
                new["edit_session"] = seen.edit_session if seen else ""
            if not (changed or also) or rows.filter(revision=row.revision).update(**new):
                break
            # Somebody was quicker since the row was read: look at what they wrote.
            row = rows.get()
        for name, value in new.items():
            setattr(self, name, value)

    def differs(self, words: Mapping[str, Any], *, seen: Version | None) -> bool:
        """Whether the row holds other words. Raises Versioned.Stale where it moved on since the form `seen` as well."""
        changed = any(getattr(self, name) != value for name, value in words.items())
        if changed and seen and seen.revision != self.revision and seen.edit_session != self.edit_session:
            raise Versioned.Stale(self)
        return changed

    def following(self, words: Mapping[str, Any]) -> dict[str, Any]:
        """The columns that follow from `words` when these are written; they are written with them."""
        return {}
