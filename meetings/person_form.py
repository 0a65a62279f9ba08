"""Why this person: one sentence of the student's."""

from crispy_forms.layout import ButtonHolder
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, Lines
from core.layout import Button, HouseHelper, SaveLine, autosave


class WhyForm(HouseForm):
    """Why this person."""

    why_them = Lines(
        label=_("What in their path drew you, in one sentence"),
        max_length=400,
        rows=3,
        required=False,
        help_text=_(
            "Write it to them, as you would say it: “Your move from the laboratory to policy is the step I am thinking"
            " about.” It goes into your request."
        ),
        error_messages={
            "max_length": _(
                "One sentence is enough: this is %(over)d letters longer than the %(limit_value)d that fit."
            )
        },
    )

    @property
    def helper(self) -> HouseHelper:
        here = reverse("meetings:person", args=[self.on.pk])
        go_on = ButtonHolder(Button(_("Save and go on")))
        return HouseHelper(*self.fields, SaveLine("saved-person"), go_on, action=here, **autosave(here, "saved-person"))
