"""The one result of a double submit."""

from django.conf import settings
from django.db import models


class Submission(models.Model):
    """One sending of a form that creates something: a second sending of the same form gets the first one's answer."""

    # Made of the form's own token and the words sent with it (core/once.py); neither can be read from it.
    token = models.UUIDField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    location = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return str(self.token)
