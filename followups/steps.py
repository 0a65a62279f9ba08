"""The steps after the conversation that this room holds: thank, promises, keep in touch."""

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

from followups.models import Followup, Promise
from meetings.path import Step, register_step


def _no_promise_open() -> Combinable:
    is_open = Exists(Promise.objects.open().filter(meeting_id=OuterRef("pk")))
    return ExpressionWrapper(Q(thanked_at__isnull=False) & ~Q(is_open), output_field=BooleanField())


STEPS = (
    Step(
        slug="thank",
        title=_("Thank"),
        url="followups:thank",
        source=_("Yale and SJS career guides"),
        why=_("A thank-you within a day shows that the half hour was worth giving; late is far better than never."),
        good=_("60 to 120 words, with one specific thing you learned and what you will do with it."),
    ),
    Step(
        slug="promises",
        title=_("Promises"),
        url="followups:promises",
        source=_("Yale and Berkeley career guides"),
        why=_("A small thing kept on its day is what people remember of a student."),
        good=_("What you promised and what they offered, each with its day."),
        done=_no_promise_open,
        settled=_("None open"),
    ),
    Step(
        slug="keep",
        title=_("Keep in touch"),
        url="followups:keep",
        source=_("Santa Clara, GW and Portland career guides"),
        why=_("A few lines every few months keep a door open that was hard to open."),
        good=_("A reason to write, two or three sentences, no favour asked."),
        done=lambda: Exists(Followup.objects.filter(meeting_id=OuterRef("pk"), kind=Followup.Kind.KEEP)),
        settled=_("Planned"),
    ),
)


def register() -> None:
    """Put the steps into the path."""
    for step in STEPS:
        register_step(step)
