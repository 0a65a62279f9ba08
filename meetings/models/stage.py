"""Where a conversation stands: computed by Postgres from what was recorded, never set by hand."""

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """The stages of a conversation, in the order a good one walks through them."""

    PLANNED = "planned", _("Getting ready")
    ASKED = "asked", _("Asked")
    ANSWERED = "answered", _("Replied")
    ARRANGED = "arranged", _("Scheduled")
    HELD = "held", _("Talked")
    THANKED = "thanked", _("Thanked")
    RESTING = "resting", _("Closed")
    DECLINED = "declined", _("Said no")
    NO_ANSWER = "no_answer", _("No reply")
    CANCELLED = "cancelled", _("Cancelled")


# What still asks something of the student before it is held.
UNDERWAY = (Stage.PLANNED, Stage.ASKED, Stage.ANSWERED, Stage.ARRANGED)

# A time at which somebody did not come stands no longer: the conversation is answered, and waits for a new one.
STANDS = Q(starts_at__isnull=False, missed_at=None)


def stage() -> Case:
    """The stage as SQL over the columns of a conversation."""
    return Case(
        When(cancelled_at__isnull=False, then=Value(Stage.CANCELLED)),
        When(rested_at__isnull=False, then=Value(Stage.RESTING)),
        When(thanked_at__isnull=False, then=Value(Stage.THANKED)),
        When(held_at__isnull=False, then=Value(Stage.HELD)),
        When(STANDS, then=Value(Stage.ARRANGED)),
        When(answer="no", then=Value(Stage.DECLINED)),
        When(answered_at__isnull=False, then=Value(Stage.ANSWERED)),
        When(closed_at__isnull=False, then=Value(Stage.NO_ANSWER)),
        When(asked_at__isnull=False, then=Value(Stage.ASKED)),
        default=Value(Stage.PLANNED),
    )
