"""The shape of a question's words, of the bank's filters and of the paper."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agendas.models import Question
from agendas.models.agenda import MOST
from coach import bank
from contacts.models import Contact
from core.forms import HouseForm, Line, Lines
from goals.models import Goal

ANY = [("", _("Any"))]
MINUTES = [(number, str(number)) for number in range(1, 11)]


class AskedField(Lines):
    """A question: one line, in a box that shows all of it."""

    def to_python(self, value: Any) -> str:
        return " ".join(super().to_python(value).split())


def asked_field() -> AskedField:
    return AskedField(
        label=_("Your question"),
        max_length=500,
        rows=2,
        # Where it comes in by a swap, it takes the focus.
        widget=forms.Textarea(attrs={"data-focus": True}),
        help_text=_("Open, so that it invites a story: how, what, which, whom."),
        error_messages={
            "required": _("Write the question first."),
            "max_length": _("Keep it under %(limit_value)d letters (it has %(show_value)d), so that you can say it."),
        },
    )


def minutes_field(initial: int = 3) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=_("Minutes for the answer"),
        choices=MINUTES,
        coerce=int,
        initial=initial,
        error_messages={"invalid_choice": _("Choose between 1 and 10 minutes.")},
    )


class QuestionForm(HouseForm):
    """A question in the student's own words."""

    text = asked_field()
    phase = forms.ChoiceField(
        label=_("Where it belongs"),
        choices=Question.Phase.choices,
        initial=Question.Phase.CORE,
        error_messages={"invalid_choice": _("Choose one of the four parts of a conversation.")},
    )
    minutes = minutes_field()
    spare = forms.BooleanField(
        label=_("Spare: only if there is time"),
        required=False,
    )
    goals = forms.MultipleChoiceField(
        label=_("Which goals does it serve?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, goals: Iterable[Goal], serves: Iterable[Goal] = (), **kwargs: Any) -> None:
        """`goals`: the student's own, those of the conversation first; `serves`: those ticked at first."""
        kwargs["initial"] = {"goals": [str(goal.pk) for goal in serves], **kwargs.pop("initial", {})}
        super().__init__(*args, **kwargs)
        choices = [(str(goal.pk), goal.subject) for goal in goals]
        if choices:
            self.fields["goals"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["goals"]

    def values(self) -> dict[str, Any]:
        return {name: value for name, value in super().values().items() if name != "goals"}


class LookForm(forms.Form):
    """The words of a question as far as they are typed."""

    text = asked_field()


class AboutForm(HouseForm):
    """A question made from a finding."""

    text = asked_field()
    minutes = minutes_field()


class PlaceForm(HouseForm):
    """Where to move a question."""

    position = forms.IntegerField(
        min_value=1,
        max_value=MOST,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), _("Choose a place from the list.")
        ),
    )


class PickForm(HouseForm):
    """One question of the bank."""

    question = Line(max_length=40, widget=forms.HiddenInput)


class BankForm(forms.Form):
    """Which questions of the bank to show."""

    words = Line(label=_("Words in it"), required=False, max_length=100)
    category = forms.TypedChoiceField(label=_("About"), required=False, coerce=int, empty_value=None)
    phase = forms.ChoiceField(
        label=_("Part of the conversation"), required=False, choices=[*ANY, *Question.Phase.choices]
    )
    suits = forms.ChoiceField(label=_("Suits"), required=False, choices=[*ANY, *Contact.Standing.choices])
    goal = forms.ChoiceField(label=_("Serves"), required=False, choices=[*ANY, *Goal.Kind.choices])
    plain = forms.BooleanField(label=_("Leave out sensitive questions"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titles = [(kind.number, kind.title) for kind in bank.categories()]
        self.fields["category"].choices = [*ANY, *titles]  # type: ignore[attr-defined]

    def found(self) -> tuple[bank.BankQuestion, ...]:
        """The questions that pass, in the order of an agenda."""
        asked = self.cleaned_data
        return bank.search(
            words=asked["words"],
            category=asked["category"],
            phase=asked["phase"] or None,
            suits=asked["suits"] or None,
            goal=asked["goal"] or None,
            sensitive=not asked["plain"],
        )


class PaperForm(forms.Form):
    """On which paper, and how large."""

    paper = forms.ChoiceField(
        label=_("Paper"),
        required=False,
        choices=[("a4", _("A4")), ("letter", _("US Letter"))],
        error_messages={"invalid_choice": _("Choose A4 or US Letter.")},
    )
    print = forms.ChoiceField(
        label=_("Size of print"),
        required=False,
        choices=[("", _("Ordinary")), ("large", _("Large, 18 point"))],
        error_messages={"invalid_choice": _("Choose ordinary or large print.")},
    )
