"""The centre's own texts: what students begin a message from, instead of the built-in draft."""

from typing import Any, Self

from django.db import models

from centre.models.occasions import Channel, Occasion
from coach.drafts import Draft
from core.locking import locked, transition
from core.models import Version, Versioned
from core.recent import forget, recent


class TemplateQuerySet(models.QuerySet["Template"]):
    """Texts that hold for every student and that the director keeps; students meet them in their drafts."""

    def visible_to(self, user: Any) -> Self:
        return self.editable_by(user)

    def editable_by(self, user: Any) -> Self:
        return self.all() if getattr(user, "is_director", False) else self.none()


class Template(Versioned):
    """One text with slots (coach.slots): what a message of one occasion by one channel begins from."""

    Occasion = Occasion
    Channel = Channel

    occasion = models.CharField(max_length=10, choices=Occasion)
    channel = models.CharField(max_length=10, choices=Channel)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()

    objects = TemplateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["occasion", "channel"], name="template_one_each"),
            models.CheckConstraint(
                condition=models.Q(channel="email") | models.Q(subject=""), name="template_subject_only_by_email"
            ),
            models.CheckConstraint(condition=~models.Q(body=""), name="template_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.get_occasion_display()}, {self.get_channel_display()}"

    @property
    def words(self) -> Draft:
        """The text as the value that the coach takes."""
        return Draft(self.subject, self.body)

    @classmethod
    def recent(cls, occasion: str, channel: str) -> Draft | None:
        """The centre's text as this process read it a few seconds ago; None where ours stands.

        Drafts are made on pages that students open often: all texts are read at once.
        """
        return recent("templates", cls._drafts).get((occasion, channel))

    @classmethod
    def _drafts(cls) -> dict[tuple[str, str], Draft]:
        return {(row.occasion, row.channel): row.words for row in cls._base_manager.all()}

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        forget("templates")

    def write(self, *, seen: Version | None, subject: str, body: str) -> None:
        """Let students begin from these words, whether there was a text before or not. Raises Template.Stale."""
        new = {"revision": (seen.revision if seen else 0) + 1, "edit_session": seen.edit_session if seen else ""}
        with transition():
            row, made = locked(type(self)._base_manager.all()).get_or_create(
                occasion=self.occasion, channel=self.channel, defaults={"subject": subject, "body": body, **new}
            )
            if not made:
                row.revise_fields(seen=seen, subject=subject, body=body)
                forget("templates")
        self.pk, self.subject, self.body, self.revision = row.pk, row.subject, row.body, row.revision

    def drop(self) -> None:
        """Let students begin from ours again."""
        self.delete()
        forget("templates")
