"""When a student writes to a contact, and by which way."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Occasion(models.TextChoices):
    """What a message is for; coach.drafts has a text for each."""

    REQUEST = "request", _("Request")
    NUDGE = "nudge", _("Follow-up")
    CLOSE = "close", _("Final message")
    CONFIRM = "confirm", _("Confirmation")
    MOVE = "move", _("New time")
    CANCEL = "cancel", _("Cancellation")
    THANKS = "thanks", _("Thank-you")
    KEEP = "keep", _("Keeping in touch")
    REPORT = "report", _("Update for whoever suggested them")


class Channel(models.TextChoices):
    """The way in which it reaches them."""

    EMAIL = "email", _("Email")
    PHONE = "phone", _("Phone")
    LINKEDIN = "linkedin", _("LinkedIn")
    IN_PERSON = "in_person", _("In person")
