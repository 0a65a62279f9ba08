"""What the director writes about staying safe."""

from typing import Any

from crispy_forms.layout import ButtonHolder
from django.utils.translation import gettext_lazy as _

from centre.models import Centre
from centre.safety import ours
from core.forms import HouseForm, Line, Lines
from core.layout import Button, HouseHelper


class SafetyForm(HouseForm):
    """It begins with ours; what is left as ours is, or empty, stays ours."""

    safety_points = Lines(
        label=_("Before a conversation"),
        rows=7,
        max_length=2000,
        required=False,
        help_text=_("One point per line. Students see it where they set the time and place."),
    )
    safety_reminder = Line(
        label=_("During a conversation"),
        max_length=200,
        required=False,
        help_text=_("One line in conversation mode."),
    )
    safety_tell = Lines(
        label=_("Who students can tell"),
        rows=3,
        max_length=1000,
        required=False,
        help_text=_("Add a name, a phone number and an email address."),
    )

    def __init__(self, data: Any = None, *, on: Centre) -> None:
        self.ours = ours(on.name)
        super().__init__(data, on=on, initial={name: getattr(on, name) or usual for name, usual in self.ours.items()})

    def values(self) -> dict[str, Any]:
        return {name: "" if words == self.ours.get(name) else words for name, words in super().values().items()}

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(*self.fields, ButtonHolder(Button(_("Save what students read"))))
