"""The words that this room takes in."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import ButtonHolder, Div, Fieldset, Row
from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from contacts.forms import how_well
from contacts.sentences import Completed
from core.forms import ActForm, CleanedForm, HouseForm, Line, Lines
from core.layout import Button, Carried, Details, HouseHelper, Include, Once, SaveLine, autosave, of_what
from core.lists import items_of
from core.pasted import Several, SeveralForm
from meetings.models import Meeting

# A note of an hour's talk has a few thousand characters; this leaves room and keeps a page light.
NOTE_CHARACTERS = 100_000
# The form that all of the meeting view is without script (templates/notes/meet.html).
VIEW = "talk"
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
                "This note is %(over)d characters too long. The limit is 100,000. Shorten it, or keep part"
                " of it somewhere else."
            )
        },
    )

    def __init__(self, *args: Any, key: int | None, about: str = "", **kwargs: Any) -> None:
        """`key`: the question's pk, None for the free notes; the script of the page knows the form by it. `about`: the
        question's words, for who hears only the names of fields and buttons.
        """
        super().__init__(*args, auto_id=f"note-{key or 'free'}-%s", **kwargs)
        self.fields["words"].label = format_html("{}{}", self.fields["words"].label, of_what(about))
        self.key, self.about = key, about
        # Without script all that stands in the view is one form; script takes this off (static/notes/meet.js).
        for field in self.fields.values():
            field.widget.attrs["form"] = VIEW

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(
            Carried("note", self.key or "free", form=VIEW),
            *self.fields,
            Include("notes/_note_line.html", about=self.about),
            action=self.action,
            css_class="note",
            data_note=self.key or "free",
            autocomplete="off",
        )


class NewQuestionForm(SeveralForm):
    """A question that came up in the conversation."""

    offer = _("%(count)s questions? Add them all, or keep them as one.")
    on_one_line = True

    text = Line(label=_("A new question"), max_length=500)

    # Another button of the view must not ask for it.
    use_required_attribute = False

    def __init__(self, data: Any = None, *, meeting: Meeting, after: int = 0) -> None:
        """`after`: the pk of the question that is being talked about, behind which it goes; 0 for none."""
        super().__init__(data, auto_id="new-%s", action=reverse("notes:add", args=[meeting.pk]))
        self.after = after
        self.fields["text"].widget.attrs["form"] = VIEW

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(
            Once(form=VIEW),
            Carried("after", self.after or "", form=VIEW),
            *self.fields,
            Include("core/_several.html", inside=VIEW),
            Include("notes/_new_line.html"),
            action=self.action,
            css_class="new-question",
            data_new=True,
            autocomplete="off",
        )


def interest_field(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        help_text=_("1 means not for me, 5 means very much."),
        choices=SCALE,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


LEARNED = ("learned_one", "learned_two", "learned_three")


class DebriefForm(SeveralForm):
    """Looking back in three lines, one of them a name; all else is folded away (docs/CRAFT.md, "Looking back").

    A list that is pasted into one of the things learned may fill those that are free.
    """

    # Folded away as long as nothing stands in it.
    MORE = (
        *("thanks_line", "learned_two", "learned_three", "surprised", "fits", "fits_not"),
        *("interest_before", "interest_after", "still_to_know"),
    )

    offer = _("%(count)s things that you learned? Add them all, or keep them as one.")
    on_one_line = True

    learned_one = Line(label=_("One thing I learned: …"), max_length=500, required=False)
    learned_two = Line(label=_("Another thing I learned: …"), max_length=500, required=False)
    learned_three = Line(label=_("And a third: …"), max_length=500, required=False)
    surprised = Line(label=_("What surprised me"), max_length=500, required=False)
    fits = Lines(label=_("What fits me, and why"), rows=2, required=False)
    fits_not = Lines(label=_("What doesn’t fit me, and why"), rows=2, required=False)
    interest_before = interest_field(_("How interested I was before"))
    interest_after = interest_field(_("How interested I am now"))
    still_to_know = Lines(label=_("What I still need to know"), rows=2, required=False)
    next_step = Line(
        label=_("Because of what they said, I’m going to …"),
        help_text=_("What will you do next because of it? It goes into your thank-you."),
        max_length=300,
        required=False,
    )
    thanks_line = Line(
        label=_("Thank you especially for …"),
        help_text=_("The one thing you’d thank them for. Your thank-you begins with it."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, asks: bool = False, **kwargs: Any) -> None:
        """`asks`: whether it was sent by its person, and not by itself, so that it may ask about a list."""
        super().__init__(*args, **kwargs)
        self.asks = asks
        # Whether something else is wrong in what is folded away.
        self.is_wrong_there = False

    def pasted(self) -> list[str]:
        for name in LEARNED if self.asks else ():
            items = items_of(str(self.data.get(name) or ""))
            if 1 < len(items) <= len(self._free(name)):
                self.listed = name
                return items
        return []

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        return {**cleaned, **dict(zip(self._free(self.listed), self.items, strict=False))}

    def _free(self, name: str) -> list[str]:
        """Where the items of a list in the field `name` have their place."""
        return [one for one in LEARNED if one == name or not str(self.data.get(one) or "").strip()]

    @property
    def helper(self) -> HouseHelper:
        save = reverse("notes:debrief", args=[self.on.meeting_id])
        reader = self.on.meeting.contact
        # What Enter presses; the buttons to be seen stand at the end of the page (templates/notes/_finish.html).
        unseen = {"class": "visually-hidden", "tabindex": "-1", "aria-hidden": "true"}
        return HouseHelper(
            Button(_("Save for later"), **unseen),
            Completed("learned_one", "learned", reader),
            Several(),
            Completed("next_step", "next", reader),
            Include("notes/_naming.html"),
            Details(
                _("Add more"),
                Completed("thanks_line", "especially", reader),
                Fieldset(_("More that you learned"), "learned_two", "learned_three", "surprised"),
                Fieldset(
                    _("What it means for you"),
                    Row("fits", "fits_not"),
                    Div("interest_before", "interest_after", css_class="pair scale"),
                    "still_to_know",
                ),
                Include("notes/_knowing.html"),
                is_open=self._says_more(),
            ),
            SaveLine("saved-debrief"),
            action=save,
            css_class="form debrief",
            css_id="debrief",
            autocomplete="off",
            **autosave(save, "saved-debrief"),
        )

    def _says_more(self) -> bool:
        """Whether something stands in what is folded away, or is wrong there."""
        wrong = self.is_wrong_there or any(self.has_error(name) for name in self.MORE)
        return wrong or any(self[name].value() not in (None, "") for name in self.MORE)


# A field knows by its placeholder whether somebody typed in it (static/notes/notes.css).
UNTYPED = {"placeholder": " "}


class NameForm(ActForm):
    """Somebody whom the contact named."""

    name = Line(label=_("They suggested I talk to …"), max_length=200, widget=forms.TextInput(attrs=UNTYPED))
    about = Line(
        label=_("Who are they, and what could you ask them?"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs=UNTYPED),
    )
    may_use_name = forms.BooleanField(label=_("I can say who suggested them"), required=False)

    # Finishing the debrief must not ask for a name.
    use_required_attribute = False

    def __init__(self, data: Any = None, *, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(data, auto_id="named-%s", action=reverse("notes:name", args=[meeting.pk]), **kwargs)
        # Where the debrief is shown its form holds these fields too, so that adding a name saves its words.
        self.inside = "debrief" if meeting.held_at else "naming"
        for field in self.fields.values():
            field.widget.attrs["form"] = self.inside

    @property
    def helper(self) -> HouseHelper:
        add = Button(_("Add the name"), "quiet", form=self.inside, formaction=self.action)
        return HouseHelper(
            Once(form=self.inside),
            "name",
            Div("about", "may_use_name", ButtonHolder(add, css_class="tight"), css_class="stack once-named"),
            action=self.action,
            css_class="form naming",
            css_id=self.inside,
            form_tag=self.inside == "naming",
        )


class KnowForm(HouseForm):
    """How well the two know each other now."""

    warmth = how_well(_("How well do you know each other now?"))

    # Finishing the debrief must not ask for it.
    use_required_attribute = False

    def __init__(self, data: Any = None, *, meeting: Meeting) -> None:
        super().__init__(data, on=meeting.contact, auto_id="know-%s", prefix="know")

    @property
    def helper(self) -> HouseHelper:
        """Its fields alone: the form of the debrief holds them."""
        return HouseHelper(*self.fields, form_tag=False)


class CompareForm(CleanedForm):
    """Which question's answers to compare."""

    question = forms.ChoiceField(label=_("The question"))

    def __init__(self, asked: Iterable[Any], chosen: str) -> None:
        super().__init__(initial={"question": chosen}, auto_id="%s")
        choices = [(one["bank_id"], f"{one['text']} ({one['answers']})") for one in asked]
        self.fields["question"].choices = choices  # type: ignore[attr-defined]

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper("question", Button(_("Show the answers"), "quiet"), css_class="filters", method="get")
