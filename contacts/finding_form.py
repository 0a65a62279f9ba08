"""A finding about a person, with its source."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from crispy_forms.layout import ButtonHolder
from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from contacts.forms import explained
from contacts.models import Contact, Finding
from contacts.models.finding import LOOK_FOR
from core.forms import Lines, WebAddress
from core.layout import Anchor, Button, Carried, Errors, HouseHelper, Include, Once
from core.pasted import Several, SeveralForm


class FindingForm(SeveralForm):
    """One fact with its source (docs/CRAFT.md, "Research")."""

    offer = _("%(count)s facts? Add them all, or keep them as one.")

    kind = forms.ChoiceField(
        label=_("What is it about?"),
        choices=lambda: [(kind.value, explained(kind.label, LOOK_FOR[kind].hint)) for kind in Finding.Kind],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it’s about. It decides which questions we suggest.")},
    )
    text = Lines(
        label=_("What you found"),
        max_length=600,
        rows=3,
        help_text=_("One fact in a sentence, such as “Led the 2024 seagrass survey with volunteers.”"),
        error_messages={"required": _("Write what you found in a sentence.")},
    )
    source_link = WebAddress(label=_("Where you found it"), max_length=500)
    # What was typed here comes back in the address of the page, under these names.
    TYPED = {"kind": "finding_kind", "text": "finding", "source_link": "finding_source"}

    @classmethod
    def typed_in(cls, address: Mapping[str, str]) -> dict[str, str]:
        """What the form begins with where another act was pressed beside it."""
        return {name: address[key] for name, key in cls.TYPED.items() if key in address}

    def __init__(
        self,
        data: Any = None,
        *,
        contact: Contact,
        back: str = "",
        on: Finding | None = None,
        shared: str = "",
        **kwargs: Any,
    ) -> None:
        """`back`: the page of this site on which the sheet stands, when it is not its own; `shared`: the key of what
        another app shared, which it begins with: a draft of before stays away from it.
        """
        if on:
            action, self.target = reverse("contacts:revise_finding", args=[on.pk]), f"#finding-{on.pk}"
            kwargs["auto_id"] = f"id_{on.pk}_%s"
        else:
            action, self.target = reverse("contacts:find", args=[contact.pk]), "#research"
            action += f"?{urlencode({'shared': shared})}" if shared else ""
        super().__init__(data, on=on, action=action, **kwargs)
        self.contact, self.back = contact, back

    @property
    def helper(self) -> HouseHelper:
        carried = [Carried("next", self.back)] if self.back else []
        if self.on:
            leave = self.back or reverse("contacts:research", args=[self.contact.pk])
            save = Button(_("Save this fact"), subject=self.on.text)
            buttons = ButtonHolder(save, Anchor(_("Cancel"), leave, subject=self.on.text))
        else:
            buttons = ButtonHolder(Button(_("Add this fact"), "quiet" if self.back else ""), css_class="tight")
        return HouseHelper(
            *carried,
            *([] if self.on else [Once()]),
            Include("contacts/_finding_head.html"),
            Errors(),
            "kind",
            "text",
            Several(),
            "source_link",
            buttons,
            action=self.action,
            css_class="form sheet find-form",
            # The buttons of the sheet send what is typed here along, without script.
            css_id="" if self.on else "finding",
            hx_post=self.action,
            hx_target=self.target,
        )
