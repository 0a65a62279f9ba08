"""The words that this room takes in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, Line, Lines

# A note of an hour's talk has a few thousand characters; this leaves room and keeps a page light.
NOTE_CHARACTERS = 100_000
SCALE = [(step, str(step)) for step in range(1, 6)]


class NoteForm(HouseForm):
    """Notes to one question, or free ones."""

    words = Lines(
        label=_("Your notes"),
        required=False,
        max_length=NOTE_CHARACTERS,
        rows=5,
        error_messages={
            "max_length": _(
                "This note holds more than 100,000 characters. Shorten it, or keep the rest somewhere else."
            )
        },
    )


class NewQuestionForm(HouseForm):
    """A question that came up in the conversation."""

    text = Line(label=_("A new question"), max_length=500)


class EndForm(HouseForm):
    """The end of the conversation: no words, only a button."""


class DebriefForm(HouseForm):
    """Looking back in a few lines (docs/CRAFT.md, "Looking back")."""

    learned_one = Line(label=_("First thing I learned"), max_length=500, required=False)
    learned_two = Line(label=_("Second thing I learned"), max_length=500, required=False)
    learned_three = Line(label=_("Third thing I learned"), max_length=500, required=False)
    surprised = Line(label=_("What surprised me"), max_length=500, required=False)
    fits = Lines(label=_("What fits me, and why"), rows=2, required=False)
    fits_not = Lines(label=_("What does not fit me, and why"), rows=2, required=False)
    interest_before = forms.TypedChoiceField(
        label=_("How interested I was before"),
        help_text=_("1: not for me. 5: very much."),
        choices=SCALE,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    interest_after = forms.TypedChoiceField(
        label=_("How interested I am now"),
        help_text=_("1: not for me. 5: very much."),
        choices=SCALE,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    still_to_know = Lines(label=_("What I still need to know"), rows=2, required=False)
    thanks_line = Line(
        label=_("One sentence for the thank-you"),
        help_text=_("The one thing you would thank them for: your thank-you begins with it."),
        max_length=300,
        required=False,
    )


class NameForm(HouseForm):
    """Somebody whom the contact named."""

    name = Line(label=_("Name"), max_length=200)
    about = Line(label=_("Who they are, and what to ask them"), max_length=300, required=False)
    may_use_name = forms.BooleanField(label=_("I may say who named them"), required=False)

    # Finishing the debrief must not ask for a name.
    use_required_attribute = False

    def __init__(self, data: Any = None, *, inside: str = "naming", **kwargs: Any) -> None:
        """`inside`: the id of the form element that the fields belong to."""
        super().__init__(data, auto_id="named-%s", **kwargs)
        for field in self.fields.values():
            field.widget.attrs["form"] = inside
