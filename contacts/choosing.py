"""Choosing one of many people: the few of lately stand in the select, all others are found by a part of their words."""

from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.models import Contact
from contacts.models.questions import ContactQuerySet
from core.ids import row_number

# As many as somebody reads through; a page must not hold the thousands that a student may know.
MOST_OFFERED = 50


# What stands first in the select of each field, by its name: nobody is chosen unless somebody chooses them.
EMPTY = {"contact": _("Choose a person"), "referred_by_id": _("Nobody, or somebody who is not here")}


class PeopleOffered:
    """What the select `name` of `form` offers: the people of the latest touches, and the one who is chosen already.

    In: `name` of EMPTY, `people` through the door. Nothing is asked before the form is drawn.
    """

    def __init__(self, form: forms.Form, name: str, people: ContactQuerySet) -> None:
        self.form, self.name, self.people = form, name, people

    @cached_property
    def _lately(self) -> list[Contact]:
        return list(self.people.latest_touch_first()[: MOST_OFFERED + 1])

    @property
    def has_more(self) -> bool:
        """Whether there are others to be found."""
        return len(self._lately) > MOST_OFFERED

    def choices(self) -> list[tuple[Any, str]]:
        """For the select, whose `choices` may be a callable."""
        chosen = row_number(str(self.form[self.name].value() or ""))
        found = with_chosen(self._lately[:MOST_OFFERED], self.people, chosen)
        return [("", str(EMPTY[self.name])), *((person.pk, described(person)) for person in found)]


def with_chosen(found: list[Contact], people: ContactQuerySet, chosen: int | None) -> list[Contact]:
    """Those `found`, and before them the one with the number `chosen` of `people` where they are not among them."""
    if chosen is None or chosen in {person.pk for person in found}:
        return found
    return [*people.filter(pk=chosen), *found]


def described(person: Contact) -> str:
    """Name and work, so that two of one name are told apart."""
    return f"{person.name}, {person.work}" if person.work else person.name


def found_people(people: ContactQuerySet, typed: str) -> tuple[list[Contact], str]:
    """Those of `people` whose words hold what was typed, the latest touch first, and a sentence about them."""
    found = list(people.matching(typed).latest_touch_first()[: MOST_OFFERED + 1])
    if not found:
        return found, str(_("Nobody is called that. Try fewer letters."))
    if len(found) > MOST_OFFERED:
        return found[:MOST_OFFERED], _("These are the %(count)d of lately. Type on to find others.") % {
            "count": MOST_OFFERED
        }
    return found, _("Found: %(names)s") % {"names": ", ".join(person.name for person in found[:3])}
