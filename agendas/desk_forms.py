"""The shape of what the centre's advisers change in the question bank."""

from collections.abc import Iterable, Sequence
from typing import Any

from crispy_forms.layout import ButtonHolder, Row
from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agendas.desk import BankState, Desk, DeskQuestion
from agendas.forms import ANY, AskedField, asked_field, minutes_field
from agendas.models import CentreQuestion
from agendas.models.centre_question import MOST_PROBES
from agendas.models.centre_row import OWN
from agendas.models.phase import Phase
from coach.bank import QuestionSet
from coach.review import Remark
from contacts.models import Contact
from core.forms import CleanedForm, HouseForm, Line, Lines
from core.layout import Anchor, Button, Details, HouseHelper, Include, Once, posting
from goals.models import Goal

# The form of a question's words: without script they go along with an act that stands beside it.
WORDING = "wording"


class DeskForm(CleanedForm):
    """Which questions of the bank to show to who keeps it."""

    words = Line(label=_("Find a question"), required=False, max_length=100)
    phase = forms.ChoiceField(label=_("Part of the conversation"), required=False, choices=[*ANY, *Phase.choices])
    set = forms.ChoiceField(label=_("Set"), required=False)
    state = forms.ChoiceField(label=_("Show"), required=False, choices=[("", _("Everything")), *BankState.choices])

    # The key of the set to which questions are being added.
    into = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, data: Any, *, desk: Desk, action: str) -> None:
        super().__init__(data, auto_id="desk-%s")
        self.desk, self.action = desk, action
        sets = [(one.key, one.title) for one in desk.bank.sets]
        self.fields["set"].choices = [*ANY, *sets]  # type: ignore[attr-defined]

    @property
    def helper(self) -> HouseHelper:
        answer: dict[str, Any] = {"hx_target": "#found", "hx_sync": "this:replace", "hx_push_url": "true"}
        return HouseHelper(
            *self.fields,
            Button(_("Show these questions"), "quiet without-script"),
            action=self.action,
            css_class="filters",
            method="get",
            hx_get=self.action,
            hx_trigger="input delay:300ms, submit",
            **answer,
        )

    def found(self) -> list[DeskQuestion]:
        """The questions that pass, in the order of an agenda."""
        asked = self.cleaned_data
        found = self.desk.bank.search(asked["words"], phase=asked["phase"] or None, set=asked["set"] or None)
        seen = [self.desk.seen(one) for one in found]
        return [one for one in seen if asked["state"] in {"", one.state}]


class ProbesField(Lines):
    """Follow-up questions, one to a line."""

    default_error_messages = {
        "many": _("Write at most %(most)s follow-up questions, one to a line."),
        "long": _("Keep each follow-up question under 200 letters."),
    }

    def clean(self, value: Any) -> list[str]:
        lines = dict.fromkeys(" ".join(line.split()) for line in super().clean(value).splitlines())
        probes = [line for line in lines if line]
        if len(probes) > MOST_PROBES:
            raise forms.ValidationError(self.error_messages["many"] % {"most": MOST_PROBES}, code="many")
        if any(len(line) > 200 for line in probes):
            raise forms.ValidationError(self.error_messages["long"], code="long")
        return probes

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


def several(label: Any, choices: Iterable[tuple[str, Any]], help_text: Any) -> forms.MultipleChoiceField:
    """Boxes to tick, of which none is as good as all."""
    return forms.MultipleChoiceField(
        label=label,
        choices=list(choices),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=help_text,
        error_messages={"invalid_choice": _("Choose from the list.")},
    )


class CentreQuestionForm(HouseForm):
    """A question of the bank in the centre's words."""

    rarely = ("sets", "of_field", "minutes", "suits", "goals", "sensitive")

    text = asked_field()
    # No field of one line: Enter in it would press what the coach proposes.
    why = AskedField(
        label=_("Why ask it?"),
        max_length=300,
        rows=2,
        required=False,
        help_text=_("One sentence. Students read it below the question."),
    )
    probes = ProbesField(
        label=_("Follow-up questions"),
        rows=3,
        max_length=700,
        required=False,
        help_text=_("Up to three, one to a line. Students see them during the conversation."),
    )
    category = forms.TypedChoiceField(label=_("What it is about"), coerce=int)
    phase = forms.ChoiceField(label=_("Part of the conversation"), choices=Phase.choices)
    sets = several(_("Sets it is in"), [], _("Students can choose a set instead of searching."))
    of_field = forms.ChoiceField(
        label=_("Field"), required=False, help_text=_("Students see it for people who work in this field.")
    )
    minutes = minutes_field()
    suits = several(_("Who it suits"), Contact.Standing.choices, _("Leave all of them empty if it suits anyone."))
    goals = several(_("Goals it serves"), Goal.Kind.choices, _("Leave all of them empty if it serves every goal."))
    sensitive = forms.BooleanField(label=_("Sensitive: it needs trust and a late place"), required=False)
    # The codes of remarks that the coach made when these words were about to be saved.
    heard = forms.CharField(widget=forms.HiddenInput, required=False, max_length=500)

    def __init__(self, data: Any, *, desk: Desk, on: CentreQuestion | None = None, action: str) -> None:
        groups = desk.bank.sets
        fields = [one.key for one in groups if one.is_field]
        mine = desk.bank.question(on.code).sets if on else ()
        initial = {
            "sets": [key for key in mine if key not in fields],
            "of_field": next((key for key in mine if key in fields), ""),
        }
        super().__init__(data, on=on, action=action, initial=initial)
        del self.fields["text"].widget.attrs["data-focus"]
        if data and "wording" in data:
            # The button of the coach that was pressed is gone with what it said.
            self.fields["text"].widget.attrs["autofocus"] = True
        self.fields["text"].label = _("The question")
        titles = [(kind.number, kind.title) for kind in desk.bank.categories]
        self.fields["category"].choices = titles  # type: ignore[attr-defined]
        self.fields["sets"].choices = _titled(one for one in groups if not one.is_field)  # type: ignore[attr-defined]
        any_field = ("", _("Any field"))
        self.fields["of_field"].choices = [any_field, *_titled(one for one in groups if one.is_field)]  # type: ignore[attr-defined]

    @property
    def helper(self) -> HouseHelper:
        back = reverse("bank:index")
        save = Button(_("Save the question") if self.on else _("Add the question"))
        rest_is_open = bool(set(self.rarely) & set(self.errors)) if self.is_bound else False
        return HouseHelper(
            *([] if self.on else [Once()]),
            "text",
            Include("agendas/desk/_coach.html"),
            "why",
            "probes",
            Row("category", "phase"),
            Details(_("Sets, field and who it suits"), *self.rarely, is_open=rest_is_open),
            ButtonHolder(save, Anchor(_("Cancel"), back)),
            action=self.action,
            css_class="form bank-question",
            css_id=WORDING,
            row=self.on.code if self.on else "new",
            **posting(reverse("bank:look"), "tried", trigger="input delay:700ms"),
        )

    def ask(self, remarks: Sequence[Remark]) -> bool:
        """Whether the coach has something to say that it did not say before; then the form asks, and keeps the words.

        Saved once more, they are kept as they are.
        """
        codes = [remark.code for remark in remarks]
        if set(codes) <= set(self.cleaned_data["heard"].split()):
            return False
        data: Any = self.data.copy() if isinstance(self.data, QueryDict) else dict(self.data)
        data["heard"] = " ".join(codes)
        self.data = data
        self.add_error(None, _("The coach noticed something. Change the question, or save it again as it is."))
        return True

    def values(self) -> dict[str, Any]:
        """The columns of a question, and `within`: the keys of the centre's own sets that hold it."""
        words = {name: value for name, value in super().values().items() if name != "heard"}
        keys = [*words.pop("sets"), *filter(None, [words.pop("of_field")])]
        words |= {name: sorted(words[name]) for name in ("suits", "goals")}
        own = [key for key in keys if key.startswith(OWN)]
        return {**words, "sets": sorted(set(keys) - set(own)), "within": own}


def _titled(groups: Iterable[QuestionSet]) -> list[tuple[str, str]]:
    return [(one.key, one.title) for one in groups]
