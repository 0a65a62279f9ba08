"""The shape of a goal's words."""

from datetime import date
from typing import Any

from crispy_forms.layout import ButtonHolder
from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from core.forms import Day, HouseForm, Line, Lines
from core.layout import Anchor, Button, HouseHelper, Once
from goals.models import Experiment, Goal

EXPLAINED = {
    Goal.Kind.FIELD: _("What the work is like, how it’s changing and how people get started."),
    Goal.Kind.ROLE: _("What a job is like day to day, and whether it would suit you."),
    Goal.Kind.EMPLOYER: _("What it’s like to work at one organisation, and who does well there."),
    Goal.Kind.MATERIALS: _("What makes a good application or interview. Ask people who decide."),
    Goal.Kind.DECIDE: _("The pros and cons of each option, from people who chose one of them."),
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
        error_messages={"required": _("Choose the closest one. You can change it later.")},
    )
    subject = Line(
        label=_("What’s it about?"),
        max_length=200,
        help_text=_("A field, a role, an employer or a decision you have to make. For example, “Marine conservation”."),
        error_messages={"required": _("Write what your goal is about, in a few words.")},
    )
    wants = Lines(
        label=_("What do you want to learn from your conversations?"),
        max_length=2000,
        rows=5,
        help_text=_(
            "Write sentences that will be true when you’ve reached your goal, one per line. For example:"
            " “I can describe a normal week.” “I know which two skills to learn next.” “I know if I need a master’s"
            " degree.”"
        ),
        error_messages={"required": _("Write at least one sentence. It helps us suggest people and questions.")},
    )

    def clean_kind(self) -> Any:
        return Goal.Kind(self.cleaned_data["kind"])

    @property
    def helper(self) -> HouseHelper:
        back = self.on.get_absolute_url() if self.on else reverse("goals:index")
        acts = ButtonHolder(Button(_("Save the goal")), Anchor(_("Cancel"), back))
        return HouseHelper(Once(), "kind", "subject", "wants", acts)


class ExperimentForm(HouseForm):
    """A small thing to try, and by when."""

    text = Line(
        label=_("I’m going to …"),
        max_length=300,
        help_text=_(
            "Something small. For example: “spend a morning with a ranger” or “take the free statistics course”."
        ),
        error_messages={"required": _("Write what you’re going to try.")},
    )
    try_on = Day(label=_("By when?"), help_text=_("Choose a day in the next few weeks."))

    def __init__(self, data: Any = None, *, goal: Goal, today: date, on: Experiment | None = None) -> None:
        super().__init__(data, on=on)
        self.goal, self.today = goal, today

    def clean_try_on(self) -> date:
        """Whoever words anew what is overdue keeps its day."""
        day: date = self.cleaned_data["try_on"]
        if day < self.today and not (self.on and self.on.try_on == day):
            raise forms.ValidationError(_("Choose today or a later date."))
        return day

    @property
    def helper(self) -> HouseHelper:
        acts = ButtonHolder(Button(_("Save what I’ll try")), Anchor(_("Cancel"), self.goal.get_absolute_url()))
        return HouseHelper(Once(), "text", "try_on", acts)


class OutcomeForm(HouseForm):
    """What came of something that was tried."""

    learned = Lines(
        label=_("What did you find out?"),
        max_length=2000,
        required=False,
        rows=4,
        help_text=_("One or two sentences are enough. You can leave this empty."),
    )

    @property
    def helper(self) -> HouseHelper:
        acts = ButtonHolder(Button(_("I tried it")), Anchor(_("Cancel"), self.on.get_absolute_url()))
        return HouseHelper("learned", acts)
