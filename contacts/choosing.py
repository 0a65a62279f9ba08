"""Choosing one of many people: by typing a part of their words, or from a select that holds the few of lately."""

from functools import cached_property
from typing import Any

from django import forms
from django.utils.choices import CallableChoiceIterator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from contacts.models import Contact
from contacts.models.questions import MOST_LETTERS, ContactQuerySet, sort_name
from core.ids import row_number
from core.keys import name_key
from core.text import tidy

# As many as somebody reads through; a page must not hold the thousands that a student may know.
MOST_OFFERED = 50
# As many as stand below what is typed.
MOST_FOUND = 7
# What is typed, by the name under which it is sent beside the select.
TYPED = "find"
# And what stood there when the page was drawn: the words of the choice.
SHOWN = "find-shown"
# What stands first in the select of each field, by its name: nobody is chosen unless somebody chooses them.
EMPTY = {
    "contact": gettext_lazy("Choose a person"),
    "referred_by_id": gettext_lazy("No one, or someone not on your list"),
}


class PersonSelect(forms.Select):
    """One of the student's people: typed and found where there is script, in a select where there is none.

    What was typed and not chosen is understood where it means one person. Otherwise it is the value of the field, which
    refuses it, and stands there again. `offer_people` says whom it offers.
    """

    template_name = "contacts/person_select.html"
    # Somebody types here, so that the form has a draft (core/layout.py).
    input_type = "search"
    offered: "PeopleOffered"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        typed = data.get(TYPED) or ""
        # What stood there beside the choice that was taken off means nobody any more.
        stays = typed and typed == data.get(SHOWN)
        return data.get(name) or ("" if stays else self.offered.understood(typed))

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return f"{id_}_find"

    def use_required_attribute(self, initial: Any) -> bool:
        """Never: a browser can point at no select that is hidden, so the server asks for the choice."""
        return False

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        chosen = [option for _group, options, _at in context["widget"]["optgroups"] for option in options]
        words = next((str(one["label"]) for one in chosen if one["selected"] and one["value"]), "")
        own = context["widget"]["attrs"]
        return {
            **context,
            "shown": words,
            "typed": words or ("" if row_number(str(value or "")) else value or ""),
            "widget": {**context["widget"], "attrs": {**own, "aria-label": self.offered.label}},
            "label": self.offered.label,
            "list": f"{own.get('id', name)}_found",
            "described_by": own.get("aria-describedby", ""),
            "invalid": own.get("aria-invalid") == "true",
            "has_more": self.offered.has_more,
        }


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One of the student's people, whom `offer_people` says; a form says in `required` what to do where nobody is."""

    widget = PersonSelect

    def __init__(self, *, label: Any, required: Any) -> None:
        messages = {
            "required": required,
            "invalid_choice": gettext_lazy("No one on your list matches, or more than one person does. Choose one."),
        }
        super().__init__(queryset=None, label=label, error_messages=messages)


class PeopleOffered:
    """What a PersonSelect offers: the people of the latest touches, and the one who is chosen already."""

    def __init__(self, form: forms.Form, name: str, people: ContactQuerySet) -> None:
        self.form, self.name, self.people = form, name, people
        self.label = form.fields[name].label
        self._understood: dict[str, str] = {}

    @cached_property
    def _lately(self) -> list[Contact]:
        return list(self.people.latest_touch_first()[: MOST_OFFERED + 1])

    @property
    def has_more(self) -> bool:
        """Whether there are others to be found."""
        return len(self._lately) > MOST_OFFERED

    def choices(self) -> list[tuple[Any, str]]:
        """For the select: of what was typed without a choice, all that it may mean."""
        value = str(self.form[self.name].value() or "")
        chosen = row_number(value)
        offered = self._lately[:MOST_OFFERED]
        if value and not chosen:
            offered = list(self.people.matching(value).latest_touch_first()[:MOST_OFFERED]) or offered
        elif chosen and chosen not in {person.pk for person in offered}:
            offered = [*self.people.filter(pk=chosen), *offered]
        return [("", str(EMPTY[self.name])), *((person.pk, described(person)) for person in offered)]

    def understood(self, typed: str) -> str:
        """The number of the one person whom `typed` means: the only one of that name, or with those words, each whole.

        What means nobody, or several, comes back as it is.
        """
        # Nobody is called by more than a search reads.
        if len(typed) > MOST_LETTERS:
            return typed
        typed = tidy(typed).strip()
        if typed and typed not in self._understood:
            self._understood[typed] = str(self._meant(typed) or typed)
        return self._understood.get(typed, "")

    def _meant(self, typed: str) -> int | None:
        named = self.people.filter(sort_name=sort_name(typed)).order_by().values_list("pk", flat=True)[:2]
        if len(named) == 1:
            return int(named[0])
        holding = self.people.matching(typed).order_by().values_list("pk", "search_words")[:2]
        words = set(name_key(typed).split())
        # A part of a word is enough to find somebody by, and too little to choose them.
        if len(holding) == 1 and words and words <= set(holding[0][1].split()):
            return int(holding[0][0])
        return None


def offer_people(form: forms.Form, name: str, people: ContactQuerySet) -> None:
    """Let the PersonSelect `name` of `form` offer `people`, who came through the door; `name` is one of EMPTY.

    Nothing is asked before the form is drawn or read.
    """
    field: Any = form.fields[name]
    if isinstance(field, PersonField):
        field.queryset = people
    widget = field.widget
    widget.offered = PeopleOffered(form, name, people)
    widget.choices = CallableChoiceIterator(widget.offered.choices)


def described(person: Contact) -> str:
    """Name and work, so that two of one name are told apart."""
    return f"{person.name}, {person.work}" if person.work else person.name


def found_people(people: ContactQuerySet, typed: str) -> tuple[list[Contact], str, str]:
    """Those of `people` whose words hold what was typed, the latest touch first; how many, and what to do, in words."""
    found = list(people.matching(typed).latest_touch_first()[: MOST_FOUND + 1])
    if not found:
        nobody = _("No one found. Try fewer letters.")
        return found, nobody, nobody
    more = _("Keep typing to find others.") if len(found) > MOST_FOUND else ""
    found = found[:MOST_FOUND]
    count = ngettext("%(count)d person", "%(count)d people", len(found)) % {"count": len(found)}
    return found, " ".join(filter(None, [f"{count}.", more])), more
