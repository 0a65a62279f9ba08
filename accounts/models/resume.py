"""A student's résumé: private, and only as good as its date (docs/CRAFT.md, "Getting ready")."""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models

from accounts.models.user import User
from accounts.resume_kinds import FileKind
from centre.models import Removed
from centre.one_owner import OneOwner
from centre.ownership import Owned, OwnedQuerySet
from core import uploads
from core.locking import transition

if TYPE_CHECKING:
    from django.core.files import File

MOST_KEPT = 10
# Letters of the name of a file, without its ending.
MOST_STEM = 180


class ResumeQuerySet(OwnedQuerySet["Resume"]):
    def latest_first(self) -> Self:
        return self.order_by("-uploaded_at", "-pk")


def _path(resume: "Resume", filename: str) -> str:
    """A name nobody can guess and no person's words are in."""
    return f"resumes/{resume.owner_id}/{uuid.uuid4().hex}"


class Resume(Owned):
    """One uploaded file."""

    class TooMany(Exception):
        """The student keeps as many as there is room for."""

    class NotDeleted(Exception):
        """The file is on another host, or its disk does not let go of it."""

    file = models.FileField(upload_to=_path, max_length=200)
    filename = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    uploaded_at = models.DateTimeField()

    objects = ResumeQuerySet.as_manager()

    class Meta:
        constraints = [OneOwner(name="resume_one_owner", paths=("owner",))]
        indexes = [models.Index(fields=["owner", "-uploaded_at"], name="resume_latest")]

    def __str__(self) -> str:
        return self.filename

    @staticmethod
    def store(*, by: User, now: datetime, file: "File[Any]", stem: str, kind: FileKind) -> "Resume":
        """Store `file`, whose content proved to be of `kind`, as `stem` with that kind's ending.

        In: `stem` of at most MOST_STEM letters. Raises TooMany, NotStored.
        Where the row cannot be written after the file, nothing names the file, and core.uploads.sweep deletes it.
        """
        with transition(by):
            if Resume.objects.filter(owner=by).count() >= MOST_KEPT:
                raise Resume.TooMany
            return Resume.objects.create(
                owner=by,
                file=file,
                filename=f"{stem}.{kind.ending}",
                content_type=kind.content_type,
                size=file.size,
                uploaded_at=now,
            )

    def drop(self, *, now: datetime) -> Removed | None:
        """Take it off the list; its file goes a day later, so that until then it can be put back.

        None where there was no file any more. Raises NotDeleted, and then both stay: nobody may believe that a file
        is deleted which lies there for good.
        """
        try:
            was_here = uploads.is_here(self.file)
            if not was_here and not uploads.is_certain():
                raise Resume.NotDeleted
        except OSError as error:
            raise Resume.NotDeleted from error
        if not was_here:
            self.delete()
            return None
        return Removed.take(self, owner=self.owner_id, now=now)

    @staticmethod
    def restore(removed: Removed, *, by: User) -> "Resume":
        """Keep the file after all. Raises TooMany, Removed.Gone."""
        with transition(by):
            if Resume.objects.filter(owner=by).count() >= MOST_KEPT:
                raise Resume.TooMany
            resume: Resume = removed.put_back()
        return resume

    def age_in_days(self, now: datetime) -> int:
        return (now - self.uploaded_at).days
