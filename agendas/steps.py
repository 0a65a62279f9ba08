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
            button=_("Choose questions"),
            why=_(
                "Start with easy, general questions and get more specific. That way the conversation flows and you"
                " don’t forget anything."
            ),
            good=_("Ask about their work, their own story and who else to talk to."),
            done=lambda: Exists(Question.objects.planned().filter(agenda__meeting=OuterRef("pk"))),
        )
    )
