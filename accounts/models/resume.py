"""A student's résumé: private, and only as good as its date (practice P10)."""

import uuid
from datetime import datetime

from django.db import models

from centre.ownership import Owned, OwnedQuerySet


class ResumeQuerySet(OwnedQuerySet["Resume"]):
    def latest_of(self, user: models.Model) -> "Resume | None":
        return self.filter(owner_id=user.pk).order_by("-uploaded_at", "-pk").first()


def _path(resume: "Resume", filename: str) -> str:
    """A name nobody can guess and no person's words are in."""
    return f"resumes/{resume.owner_id}/{uuid.uuid4().hex}"


class Resume(Owned):
    """One uploaded file."""

    file = models.FileField(upload_to=_path, max_length=200)
    filename = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    uploaded_at = models.DateTimeField()

    objects = ResumeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["owner", "-uploaded_at"], name="resume_latest")]

    def __str__(self) -> str:
        return self.filename

    def age_in_days(self, now: datetime) -> int:
        return (now - self.uploaded_at).days
