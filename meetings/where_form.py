"""What an agreed time still lacks: the link, the number or the place, before all else of its form."""

from typing import Any

from crispy_forms.layout import ButtonHolder
from django.utils.translation import gettext_lazy as _

from core.layout import Button, Details, HouseHelper, Zones
from meetings.forms import TimeForm
from meetings.models import Meeting

REST = ("minutes", "mode", "place", "link")


class WhereForm(TimeForm):
    """The form of time and place that begins with where they meet; the rest of it is folded."""

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, meeting=meeting, **kwargs)
        self.lacking = "link" if meeting.mode == Meeting.Mode.ONLINE else "place"
        if not self.is_bound:
            self.fields[self.lacking].widget.attrs["autofocus"] = True

    @property
    def helper(self) -> HouseHelper:
        rest = [name for name in REST if name != self.lacking]
        wrong = self.is_bound and bool(set(self.errors) - {self.lacking})
        folded = Details(_("Change the time, or how you meet"), self.when, *rest, Zones(), is_open=wrong)
        return HouseHelper(self.lacking, ButtonHolder(Button(_("Save"))), folded, action=f"{self.action}?where=1")
