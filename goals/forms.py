"""The shape of a goal's words."""

from typing import Any

from crispy_forms.layout import ButtonHolder
from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, Line, Lines
from core.layout import Anchor, Button, HouseHelper, Once
from goals.models import Goal

EXPLAINED = {
    Goal.Kind.FIELD: _("What the work is like, where it is going, and by which doors people come in."),
    Goal.Kind.ROLE: _("What one job asks for day by day, and whether it would suit you."),
    Goal.Kind.EMPLOYER: _("How one organisation works from the inside, and who does well there."),
    Goal.Kind.MATERIALS: _("What makes an application or an interview stand out, told by people who read them."),
    Goal.Kind.DECIDE: _("What weighs for and against each path, seen by people who took one of them."),
}


def kinds() -> list[tuple[str, SafeString]]:
    """Each kind of goal with one sentence that explains it."""
    return [
        (
            kind.value,
            format_html(
                "<span><strong>{}</strong><br><span class='soft'>{}</span></span>", kind.label, EXPLAINED[kind]
            ),
        )
        for kind in Goal.Kind
    ]


class GoalForm(HouseForm):
    """What to find out, and what to be able to say afterwards (docs/CRAFT.md, "Goals")."""

    kind = forms.ChoiceField(
        label=_("What kind of goal is it?"),
        choices=kinds,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the kind that comes closest; you can change it later.")},
    )
    subject = Line(
        label=_("What is it about?"),
        max_length=200,
        help_text=_("The field, the role, the employer or the choice: “Marine conservation”, “Policy analyst”."),
        error_messages={"required": _("Name what the goal is about, in a few words.")},
    )
    wants = Lines(
        label=_("What do you want to be able to say afterwards?"),
        max_length=2000,
        rows=5,
        help_text=_(
            "Two or three sentences, each on its own line. For example: “I can describe a usual week.” “I know which"
            " two skills to learn next.” “I can say whether a master’s degree is needed.”"
        ),
        error_messages={"required": _("Write at least one sentence; it decides whom to ask and what to ask.")},
    )

    def clean_kind(self) -> Any:
        return Goal.Kind(self.cleaned_data["kind"])

    @property
    def helper(self) -> HouseHelper:
        back = (
            Anchor(_("Leave it as it was"), self.on.get_absolute_url())
            if self.on
            else Anchor(_("Not now"), reverse("goals:index"))
        )
        return HouseHelper(Once(), "kind", "subject", "wants", ButtonHolder(Button(_("Save the goal")), back))
