"""The four parts of a conversation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Phase(models.TextChoices):
    """Where a question stands in a conversation."""

    WARM_UP = "W", _("Warm-up")
    CORE = "C", _("Core")
    SPECIFIC = "S", _("Specific")
    CLOSING = "X", _("Closing")
