"""The steps of a conversation that this room holds: meet and debrief."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from meetings.models.progress import register_has
from meetings.path import Step, register_step
from notes.models import Debrief, NamedPerson, Note

# Each `why` is one sentence; docs/CRAFT.md says more, with its sources.
STEPS = (
    Step(
        slug="meet",
        title=_("Talk"),
        url="notes:meet",
        button=_("Open conversation mode"),
        why=_("Listen more than you talk, and end on time. Then people are happy to help again."),
        good=_("Thank them, say why you got in touch, listen, note key words, ask for names and end on time."),
    ),
    Step(
        slug="debrief",
        title=_("What you learned"),
        url="notes:debrief",
        button=_("Write down what you learned"),
        why=_("Write it down today, so you still have it when you need to decide."),
        good=_("What you learned, how it fits you and what to do next. Two minutes is enough."),
        done=lambda: Exists(Debrief.objects.filter(meeting=OuterRef("pk"), done_at__isnull=False)),
    ),
)


def register() -> None:
    """Put the steps at their places, and say what else a conversation has here."""
    for step in STEPS:
        register_step(step)
    register_has("notes", lambda: Exists(Note.objects.filter(meeting=OuterRef("pk")).written()))
    register_has("named", lambda: Exists(NamedPerson.objects.filter(meeting=OuterRef("pk"))))
