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
        title=_("Thank-you"),
        url="followups:thank",
        button=_("Write the thank-you"),
        why=_("Try to say thank you within a day. Later is fine too. It’s always worth sending."),
        good=_("60 to 120 words. Mention one thing you learned and what you’ll do with it."),
    ),
    Step(
        slug="promises",
        title=_("Promises"),
        url="followups:promises",
        button=_("See and add promises"),
        why=_("People remember you when you do what you promised."),
        good=_("What you promised and what they offered, each with a date."),
        done=_no_promise_open,
        settled=_("None open"),
    ),
    Step(
        slug="keep",
        title=_("Keep in touch"),
        url="followups:keep",
        button=_("Write to keep in touch"),
        why=_("A short message every few months keeps you in touch with people who helped you."),
        good=_("Two or three sentences with news about you or their field. Don’t ask for anything this time."),
        done=lambda: Exists(Followup.objects.filter(meeting_id=OuterRef("pk"), kind=Followup.Kind.KEEP)),
        settled=_("Planned"),
    ),
)


def register() -> None:
    """Put the steps into the path."""
    for step in STEPS:
        register_step(step)
