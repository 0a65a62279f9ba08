"""When a student writes to a contact, and by which way."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Occasion(models.TextChoices):
    """What a message is for; coach.drafts has a text for each."""

    REQUEST = "request", _("Request")
    NUDGE = "nudge", _("Reminder")
    CLOSE = "close", _("Kind close")
    CONFIRM = "confirm", _("Confirmation")
    MOVE = "move", _("New time")
    CANCEL = "cancel", _("Cancellation")
    THANKS = "thanks", _("Thank-you")
    KEEP = "keep", _("Keeping in touch")
    REPORT = "report", _("Report to the referrer")


class Channel(models.TextChoices):
    """The way in which it reaches them."""

    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Phone")
    LINKEDIN = "linkedin", _("LinkedIn")
    IN_PERSON = "in_person", _("In person")
