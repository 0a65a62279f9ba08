"""Words that the coach looks at: its findings can be silenced, and what it mended can be taken back."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction

from core.models import Version, Versioned

KEY_MAX = 200
MOST_SILENCED = 50


class Coached(Versioned):
    """A text that its writer means as it stands where they said so."""

    class Moved(Exception):
        """The words changed since; what was to be mended or taken back is no longer there."""

    # The fields that hold the words.
    worded: ClassVar[tuple[str, ...]] = ()

    # Keys of coach findings (Finding.key) that the writer does not want to hear again about this text.
    silenced = ArrayField(models.CharField(max_length=KEY_MAX), default=list, blank=True)
    # The words before the coach last mended them, by field; null once the writer went on.
    before_mend = models.JSONField(null=True, blank=True)

    class Meta:
        abstract = True

    def silence(self, key: str) -> None:
        """Mean it so: this finding about these words is not said again."""
        with transaction.atomic():
            row = self.locked()
            if key not in row.silenced:
                row.silenced = [*row.silenced, key[:KEY_MAX]][-MOST_SILENCED:]
                row.save(update_fields=["silenced"])
        self.silenced = row.silenced

    def heed(self) -> None:
        """Hear everything again."""
        type(self)._base_manager.filter(pk=self.pk).update(silenced=[])
        self.silenced = []

    def mend(self, *, field: str, start: int, end: int, was: str, words: str) -> None:
        """Put `words` where `was` stands in `field`, from `start` to `end`. Raises Coached.Moved."""
        with transaction.atomic():
            row = self.locked()
            text = getattr(row, field)
            if text[start:end] != was:
                raise self.Moved
            before = {name: getattr(row, name) for name in self.worded}
            row.revise_fields(seen=None, **{field: text[:start] + words + text[end:], "before_mend": before})
        self._take(row)

    def unmend(self) -> None:
        """Take the last mending back. Raises Coached.Moved where the writer went on since."""
        with transaction.atomic():
            row = self.locked()
            if row.before_mend is None:
                raise self.Moved
            row.revise_fields(seen=None, **row.before_mend, before_mend=None)
        self._take(row)

    def rewrite(self, *, seen: Version | None, **words: Any) -> None:
        """Write the words anew; what was mended before stays as it is now. Raises Versioned.Stale."""
        if any(getattr(self, name) != words[name] for name in self.worded):
            words["before_mend"] = None
        self.revise_fields(seen=seen, **words)

    def _take(self, row: "Coached") -> None:
        for name in (*self.worded, "before_mend", "revision", "edit_session"):
            setattr(self, name, getattr(row, name))
