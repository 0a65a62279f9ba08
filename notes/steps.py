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
        title=_("Meet"),
        url="notes:meet",
        source=_("RCEL and Berkeley career guides"),
        why=_("Listening more than talking and keeping to the minutes you asked for is what opens the next door."),
        good=_("Thank, restate the purpose and the time, listen, note key words, ask for names, thank, end on time."),
    ),
    Step(
        slug="debrief",
        title=_("Debrief"),
        url="notes:debrief",
        source=_("SJS career guide"),
        why=_("What you write down on the same day is what you still know when you decide."),
        good=_("What you learned, how it fits you, what or whom next: two minutes."),
        done=lambda: Exists(Debrief.objects.filter(meeting=OuterRef("pk"), done_at__isnull=False)),
    ),
)


def register() -> None:
    """Put the steps at their places, and say what else a conversation has here."""
    for step in STEPS:
        register_step(step)
    register_has("notes", lambda: Exists(Note.objects.filter(meeting=OuterRef("pk")).written()))
    register_has("named", lambda: Exists(NamedPerson.objects.filter(meeting=OuterRef("pk"))))
