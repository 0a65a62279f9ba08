"""Words that the coach looks at: its remarks can be silenced, and what it mended can be taken back."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.locking import transition
from core.models import Versioned

KEY_MAX = 200
MOST_SILENCED = 50


class Coached(Versioned):
    """A text that its writer means as it stands where they said so."""

    class Moved(Exception):
        """The words changed since; what was to be mended or taken back is no longer there."""

    # The fields that hold the words.
    worded: ClassVar[tuple[str, ...]] = ()

    # Keys of remarks of the coach (Remark.key) that the writer does not want to hear again about this text.
    silenced = ArrayField(models.CharField(max_length=KEY_MAX), default=list, blank=True)
    # The words before the coach last mended them, by field; null once the writer went on.
    before_mend = models.JSONField(null=True, blank=True)

    class Meta:
        abstract = True

    def silence(self, key: str) -> None:
        """Mean it so: this remark about these words is not said again."""
        key = key.replace("\0", "")
        with transition(self):
            if key not in self.silenced:
                self.silenced = [*self.silenced, key[:KEY_MAX]][-MOST_SILENCED:]
                self.save(update_fields=["silenced"])

    def heed(self) -> None:
        """Hear everything again."""
        type(self)._base_manager.filter(pk=self.pk).update(silenced=[])
        self.silenced = []

    def mend(self, *, field: str, start: int, end: int, was: str, words: str) -> None:
        """Put `words` where `was` stands in `field`, from `start` to `end`. Raises Coached.Moved."""
        with transition(self):
            text = getattr(self, field)
            if text[start:end] != was:
                raise self.Moved
            before = {name: getattr(self, name) for name in self.worded}
            self.revise_fields(seen=None, **{field: text[:start] + words + text[end:], "before_mend": before})

    def unmend(self) -> None:
        """Take the last mending back. Raises Coached.Moved where the writer went on since."""
        with transition(self):
            if self.before_mend is None:
                raise self.Moved
            self.revise_fields(seen=None, **self.before_mend, before_mend=None)

    def following(self, words: Mapping[str, Any]) -> dict[str, Any]:
        """What was mended before stays as it is once the writer goes on."""
        went_on = any(name in words and words[name] != getattr(self, name) for name in self.worded)
        return {"before_mend": None} if went_on and "before_mend" not in words else {}
