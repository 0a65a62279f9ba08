"""The step of a conversation that this room holds."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from agendas.models import Question
from meetings.path import Step, register_step


def register() -> None:
    register_step(
        Step(
            slug="agenda",
            title=_("Agenda"),
            url="agendas:agenda",
            source=_("UTA scoring sheet, CHF career guide"),
            why=_(
                "From general to specific, each question leads to the next, and nothing you wanted to ask is missed."
            ),
            good=_(
                "Five questions and two spare ones for twenty minutes: a warm-up, the work, this person, names, close."
            ),
            done=lambda: Exists(Question.objects.planned().filter(agenda__meeting=OuterRef("pk"))),
        )
    )
