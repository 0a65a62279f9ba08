"""The shape of a set's name."""

from typing import Any

from crispy_forms.layout import ButtonHolder
from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agendas.models.centre_bank import our_bank
from coach.bank import ours
from core.forms import HouseForm, Line
from core.layout import Anchor, Button, HouseHelper, Once


class SetForm(HouseForm):
    """What a set of the centre's own is called, and whom it is for."""

    taken = _("Another set has this name. Choose a different one.")

    title = Line(label=_("Name"), max_length=80, help_text=_("Such as “Before a first placement”."))
    about = Line(
        label=_("Who it is for"),
        max_length=120,
        required=False,
        help_text=_("Students read it when they choose the set."),
    )

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        if title.casefold() in {one.title.casefold() for bank in (ours(), our_bank()) for one in bank.sets}:
            raise forms.ValidationError(self.taken, code="taken")
        return title

    @property
    def helper(self) -> HouseHelper:
        back: Any = reverse("bank:show_set", args=[self.on.key]) if self.on else reverse("bank:sets")
        save = Button(_("Save the name") if self.on else _("Make the set"))
        made = [] if self.on else [Once()]
        return HouseHelper(*made, "title", "about", ButtonHolder(save, Anchor(_("Cancel"), back)), action=self.action)
