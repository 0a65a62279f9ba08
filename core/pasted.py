"""Several things pasted into a field that is meant for one."""

from typing import Any

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.text import capfirst

from core.forms import HouseForm
from core.layout import Include
from core.lists import items_of

# As templates/core/_several.html sends it.
FIELD, ALL, ONE = "several", "all", "one"


class SeveralForm(HouseForm):
    """A form for one thing that offers to make several, where a list was pasted into its field `listed`.

    A form of this kind says its question, `offer`, as in "%(count)s questions?". `several` holds the items as long as
    it is asked, and `each()` the values of every thing that is to be made.
    """

    offer: Any
    listed = "text"
    # Whether what is kept as one is one line without marks.
    on_one_line = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.several: list[str] = []
        self.items: list[str] = []

    def pasted(self) -> list[str]:
        """The items of the list that stands in the field `listed`; none where one thing is revised."""
        return [] if self.on else items_of(str(self.data.get(self.add_prefix(self.listed)) or ""))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        items, answer = self.pasted(), self.data.get(FIELD)
        if len(items) < 2:
            return cleaned
        if answer == ONE:
            if self.on_one_line and self.listed in cleaned:
                cleaned[self.listed] = " ".join([*map(_closed, items[:-1]), items[-1]])
            return cleaned
        # Each is measured by itself, and not the list.
        self.errors.pop(self.listed, None)
        if answer == ALL:
            field = self.fields[self.listed]
            self.items = [field.clean(item) for item in items]
            cleaned[self.listed] = self.items[0]
        else:
            self.several = items
            self.add_error(self.listed, self.offer % {"count": capfirst(str(apnumber(len(items))))})
        return cleaned

    def each(self) -> list[dict[str, Any]]:
        """The values of each thing to make: of one, unless all of a list are wanted."""
        values = self.values()
        return [{**values, self.listed: item} for item in self.items] or [values]

    @property
    def in_words(self) -> str:
        """How many are on offer: "three"."""
        return str(apnumber(len(self.several)))


def _closed(item: str) -> str:
    """`item` as another stands behind it on one line: nothing runs into the next."""
    return item if item.endswith((".", "!", "?", "…", ";", ",")) else f"{item};"


class Several(Include):
    """What is asked where a list was pasted: all of it, or one thing."""

    def __init__(self) -> None:
        super().__init__("core/_several.html")
