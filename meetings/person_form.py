"""Why this person: one sentence of the student's."""

from crispy_forms.layout import ButtonHolder
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from contacts.sentences import Completed
from core.forms import HouseForm, Lines
from core.layout import Button, HouseHelper, SaveLine, autosave

# The form in the page, to which the fields of a first look belong as well (contacts/look_form.py).
WHY = "why"


class WhyForm(HouseForm):
    """Why this person."""

    why_them = Lines(
        label=_("I’m writing to you because …"),
        max_length=400,
        rows=3,
        required=False,
        help_text=_(
            "Why this person? For example, “you moved from lab work to teaching, and I want that too”."
            " It goes into your message."
        ),
        error_messages={
            "max_length": _("One sentence is enough. This is %(over)d characters over the limit of %(limit_value)d.")
        },
    )

    @property
    def helper(self) -> HouseHelper:
        here = reverse("meetings:person", args=[self.on.pk])
        go_on = ButtonHolder(Button(_("Save and continue")))
        line = SaveLine("saved-person")
        why = Completed("why_them", "why_them", self.on.contact)
        return HouseHelper(why, line, go_on, action=here, css_id=WHY, **autosave(here, "saved-person"))
