"""A revision that notices stale words, for rows of any room."""

from typing import Any, NamedTuple, Self

from django.db import models, transaction


class Version(NamedTuple):
    """What a form knew when its person began to type: the row's revision, and a token of this one edit session."""

    revision: int
    edit_session: str


class Versioned(models.Model):
    """A row that knows how often it was revised, so that a stale form cannot overwrite newer words."""

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

    def locked(self) -> Self:
        """The row as it stands now, locked until the transaction ends."""
        manager: models.Manager[Self] = type(self)._base_manager
        return manager.select_for_update(of=("self",)).get(pk=self.pk)

    def revise_fields(self, *, seen: Version | None, **words: Any) -> None:
        """Write `words` (field name to value) when nobody else has written since the form `seen`.

        `seen` is None where the form does not say; then the words win. Identical words are no revision.
        Raises Versioned.Stale, with the newer row, when the row moved on and differs from `words`.
        """
        if not self._revised_at_once(seen, words):
            self._revised_locked(seen, words)

    def _revised_at_once(self, seen: Version | None, words: dict[str, Any]) -> bool:
        """Whether no statement or one was enough: the row stands as it was read a moment ago, and `seen` is not stale.

        A row with a `save` of its own works something out from its words, so it is left to that.
        """
        if all(getattr(self, name) == value for name, value in words.items()):
            return True
        stale = seen is not None and seen.revision != self.revision and seen.edit_session != self.edit_session
        if stale or type(self).save is not models.Model.save:
            return False
        new = {**words, "revision": self.revision + 1, "edit_session": seen.edit_session if seen else ""}
        rows: models.QuerySet[Any] = type(self)._base_manager.filter(pk=self.pk, revision=self.revision)
        if not rows.update(**new):
            return False
        for name, value in new.items():
            setattr(self, name, value)
        return True

    def _revised_locked(self, seen: Version | None, words: dict[str, Any]) -> None:
        with transaction.atomic():
            now = self.locked()
            changed = [name for name, value in words.items() if getattr(now, name) != value]
            if changed and seen is not None and seen.revision != now.revision and seen.edit_session != now.edit_session:
                raise Versioned.Stale(now)
            for name, value in words.items():
                setattr(now, name, value)
            if changed:
                now.revision += 1
                now.edit_session = seen.edit_session if seen else ""
                now.save(update_fields=[*changed, "revision", "edit_session"])
        for name in [*words, "revision", "edit_session"]:
            setattr(self, name, getattr(now, name))
