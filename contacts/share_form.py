"""About whom it is what another app shared."""

from typing import Any

from crispy_forms.layout import ButtonHolder
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from contacts.choosing import PersonField, offer_people
from contacts.models.questions import ContactQuerySet
from contacts.shared import NAMES, Shared
from core.forms import CleanedForm
from core.layout import Anchor, Button, Carried, HouseHelper


class ShareForm(CleanedForm):
    """One person; `people` through the door."""

    contact = PersonField(label=_("Who is it about?"), required=_("Choose who it’s about, or add someone new."))

    def __init__(self, data: Any = None, *, people: ContactQuerySet, shared: Shared) -> None:
        super().__init__(data)
        self.shared = shared
        offer_people(self, "contact", people)

    @property
    def helper(self) -> HouseHelper:
        """By GET: nothing is saved before its person has read the form that it leads to."""
        carried = [Carried(name, getattr(self.shared, name)) for name in NAMES]
        go_on = Button(_("Add to their research"))
        new = Anchor(_("Add a new person"), self.shared.to_person, "quiet")
        here = reverse("contacts:share")
        return HouseHelper(*carried, "contact", ButtonHolder(go_on, new), action=here, method="get")
