"""A first look at a person before one writes to them: two facts (docs/CRAFT.md, "Research")."""

from typing import Any

from crispy_forms.layout import ButtonHolder, Div
from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.models import Finding
from core.forms import CleanedForm, Line
from core.layout import Button, HouseHelper, Once

ENOUGH = 2


class FirstLookForm(CleanedForm):
    """Two facts about a person, a sentence each.

    Its fields and its button belong to the form `beside` on the same page: each button there saves both.
    """

    career = Line(
        label=_("Something about their career"),
        max_length=300,
        required=False,
        help_text=_("For example “Started as a deckhand, now leads the seagrass survey.”"),
    )
    work = Line(
        label=_("A project, talk or article of theirs"),
        max_length=300,
        required=False,
        help_text=_("For example “Ran the first survey with volunteers in 2024.”"),
    )
    KINDS = {"career": Finding.Kind.PATH, "work": Finding.Kind.PROJECT}

    def __init__(self, data: Any = None, *, action: str, beside: str) -> None:
        super().__init__(data)
        self.action, self.beside = action, beside
        for field in self.fields.values():
            field.widget.attrs["form"] = beside

    def facts(self) -> list[dict[str, str]]:
        """What was written, as fields of Finding; one sentence in both fields is one fact. Valid forms only."""
        facts: dict[str, dict[str, str]] = {}
        for name, kind in self.KINDS.items():
            if text := self.cleaned_data[name]:
                same = text.casefold().rstrip(" .")
                facts.setdefault(same, {"kind": kind.value, "text": text, "source_link": ""})
        return list(facts.values())

    def insist(self) -> None:
        """Refuse a form in which nothing was written."""
        if self.is_valid() and not self.facts():
            self.add_error("career", forms.ValidationError(_("Write at least one fact.")))

    @property
    def helper(self) -> HouseHelper:
        save = Button(_("Save these facts"), "quiet", form=self.beside, formaction=self.action)
        fields = (*self.fields, ButtonHolder(save, css_class="tight"))
        return HouseHelper(Once(form=self.beside), Div(*fields, css_class="form"), form_tag=False)
