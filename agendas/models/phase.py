"""The four parts of a conversation, each by what it is about; the budget calls them the same (coach/budget.py)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Phase(models.TextChoices):
    """Where a question stands in a conversation."""

    WARM_UP = "W", _("Their story and a normal day")
    CORE = "C", _("The work and the field")
    SPECIFIC = "S", _("This person and your plans")
    CLOSING = "X", _("Closing")
