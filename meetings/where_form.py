"""What an agreed time still lacks: the link, the number or the place, asked for alone."""

from datetime import datetime
from typing import Any

from crispy_forms.layout import ButtonHolder
from django.utils.translation import gettext_lazy as _

from core.layout import Button, HouseHelper
from meetings.forms import TimeForm
from meetings.models import Meeting

REFUSED = {"link": _("Enter the video call link."), "place": _("Enter where you’ll meet, or the number to call.")}


class WhereForm(TimeForm):
    """Where they meet: the one field of the time and place that is missing. All else stays as it was agreed."""

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, meeting=meeting, **kwargs)
        self.lacking = "link" if meeting.mode == Meeting.Mode.ONLINE else "place"
        for name in {*TimeForm.base_fields} - {self.lacking, "revision"}:
            del self.fields[name]
        field = self.fields[self.lacking]
        field.required, field.error_messages["required"] = True, REFUSED[self.lacking]
        field.widget.is_required = True
        field.widget.attrs["autofocus"] = True

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(self.lacking, ButtonHolder(Button(_("Save"))), action=f"{self.action}?where=1")

    @property
    def ends_at(self) -> datetime | None:
        return self.meeting.ends_at

    def values(self) -> dict[str, Any]:
        meeting = self.meeting
        agreed = {name: getattr(meeting, name) for name in ("starts_at", "minutes", "mode", "place", "link")}
        return {**agreed, "contact_zone": meeting.their_zone, self.lacking: self.cleaned_data[self.lacking]}
