"""The shape of a question's words, of the bank's filters and of the paper."""

from collections.abc import Collection, Iterable
from typing import Any

from crispy_forms.layout import ButtonHolder, Row
from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from agendas.models import Question
from agendas.models.agenda import MOST
from coach import bank
from contacts.models import Contact
from core.forms import ActForm, CleanedForm, HouseForm, Line, Lines
from core.layout import Anchor, Button, Carried, Details, HouseHelper, Include, Once
from core.pasted import Several, SeveralForm
from goals.models import Goal
from meetings.models import Meeting

ANY = [("", _("Any"))]
# The form of the opened question's words: without script all that stands in that question is part of it.
OPENED = "opened-question"
MINUTES = [(number, str(number)) for number in range(1, 11)]


class AskedField(Lines):
    """A question or a sentence: one line, in a box that shows all of it."""

    def to_python(self, value: Any) -> str:
        return " ".join(super().to_python(value).split())


def asked_field() -> AskedField:
    return AskedField(
        label=_("Your question"),
        max_length=500,
        rows=2,
        # Where it comes in by a swap, it takes the focus.
        widget=forms.Textarea(attrs={"data-focus": True}),
        help_text=_("Start with how, what, which or who. Then people talk more."),
        error_messages={
            "required": _("Write the question first."),
            "max_length": _(
                "Keep it under %(limit_value)d characters, so you can say it. It has %(show_value)d, which is"
                " %(over)d too many."
            ),
        },
    )


def minutes_field() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=_("Minutes"),
        choices=MINUTES,
        coerce=int,
        initial=3,
        error_messages={"invalid_choice": _("Choose between 1 and 10 minutes.")},
    )


class QuestionForm(SeveralForm):
    """A question in the student's own words."""

    offer = _("%(count)s questions? Add them all, or keep them as one.")
    on_one_line = True

    text = asked_field()
    phase = forms.ChoiceField(
        label=_("Part of the conversation"),
        choices=Question.Phase.choices,
        initial=Question.Phase.CORE,
        error_messages={"invalid_choice": _("Choose one of the four parts of a conversation.")},
    )
    minutes = minutes_field()
    spare = forms.BooleanField(
        label=_("Extra: only if there’s time"),
        required=False,
    )
    goals = forms.MultipleChoiceField(
        label=_("Which goals does it help with?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(
        self,
        *args: Any,
        meeting: Meeting,
        goals: Iterable[Goal],
        serves: Iterable[Goal] = (),
        in_place: bool = False,
        **kwargs: Any,
    ) -> None:
        """`goals`: the student's own, those of the conversation first; `serves`: those ticked at first; `in_place`:
        whether it stands in the agenda, and not on a page of its own. The minutes of a question that is there are
        given beside its words (MinutesForm).
        """
        self.meeting, self.in_place = meeting, in_place
        kwargs["initial"] = {"goals": [str(goal.pk) for goal in serves], **kwargs.pop("initial", {})}
        super().__init__(*args, **kwargs)
        if self.on:
            # Another button of the opened question must not ask for its words.
            self.use_required_attribute = False
            del self.fields["minutes"]
            if not self.is_bound:
                # It came in with its row, whose question has the focus.
                del self.fields["text"].widget.attrs["data-focus"]
        choices = [(str(goal.pk), goal.subject) for goal in goals]
        if choices:
            self.fields["goals"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["goals"]

    @property
    def helper(self) -> HouseHelper:
        agenda = reverse("agendas:agenda", args=[self.meeting.pk])
        stay: dict[str, Any] = {}
        go: dict[str, Any] = {}
        # What is saved closes its row, and what is left gives the focus to what opened it.
        if self.in_place and self.on:
            sheet = {"hx_target": "#agenda", "hx_include": "unset"}
            stay, go = {"hx_post": self.action, **sheet}, {"hx_get": f"{agenda}?at={self.on.pk}", **sheet}
        elif self.in_place:
            new, bank = {"hx_target": "#agenda-new"}, reverse("agendas:pick", args=[self.meeting.pk])
            stay = {"hx_post": self.action, "hx_include": "#opened", **new}
            go = {"hx_get": bank, "hx_select": "#agenda-new > *", "hx_include": "unset", **new}
        leave = Anchor(_("Cancel"), f"{agenda}#question-{self.on.pk}" if self.on else agenda, **go)
        save = Button(_("Save the question") if self.on else _("Add the question"))
        return HouseHelper(
            *([] if self.on else [Once()]),
            "text",
            Several(),
            Include("agendas/_looking.html"),
            Row("phase", *([] if self.on else ["minutes"])),
            "spare",
            *(["goals"] if "goals" in self.fields else []),
            ButtonHolder(save, leave, css_class="tight"),
            action=self.action,
            css_class="form asked-form",
            css_id=OPENED if self.on else "",
            **stay,
        )

    @property
    def is_touched(self) -> bool:
        """Whether it was sent with anything that is not kept already."""
        return not {"revision", "edit_session"}.issuperset(self.changed_data)

    def values(self) -> dict[str, Any]:
        return {name: value for name, value in super().values().items() if name != "goals"}


class WordingForm(CleanedForm):
    """The words of a question as far as they are typed."""

    text = asked_field()


class AboutForm(HouseForm):
    """A question made from a finding."""

    text = asked_field()
    minutes = minutes_field()

    def __init__(self, *args: Any, heading: Any, look: str = "", **kwargs: Any) -> None:
        """`heading`: which of several wordings this is; `look`: that of its button."""
        super().__init__(*args, **kwargs)
        self.heading, self.look = heading, look

    @property
    def helper(self) -> HouseHelper:
        which = format_html('{}<span class="visually-hidden"> ({})</span>', _("Add this question"), self.heading)
        add = ButtonHolder(Button(which, self.look), css_class="tight")
        # Several of them stand on one page.
        row = f"{self.action} {self['text'].auto_id}"
        return HouseHelper(Once(), "text", "minutes", add, action=self.action, row=row)


class RowForm(ActForm):
    """One thing about a question that stands open, which acts as soon as it is chosen.

    In `row`: the question; it stays open behind the act.
    """

    words: Any
    chosen: str

    def __init__(self, *args: Any, row: Question | None = None, **kwargs: Any) -> None:
        super().__init__(*args, auto_id=f"%s-{row.pk if row else ''}", **kwargs)
        self.row = row
        self.fields[self.chosen].widget.attrs["form"] = OPENED

    @property
    def helper(self) -> HouseHelper:
        acts: dict[str, Any] = {"action": self.action, "hx_post": self.action, "hx_trigger": "change, submit"}
        # The sheet comes anew with each answer: one to an older choice would set that again over a newer one.
        acts["hx_sync"] = "this:replace"
        by = {"form": OPENED, "formaction": self.action}
        act = Button(self.words, "quiet without-script", self.row and self.row.text, **by)
        return HouseHelper(*self.carried(), self.chosen, act, css_class="at-once", **acts)

    def carried(self) -> list[Carried]:
        return [Carried("opened", self.row and self.row.pk, form=OPENED)]


class MinutesForm(RowForm):
    """How many minutes a question is given."""

    words, chosen = _("Save minutes"), "minutes"
    # What it had when somebody chose.
    BEFORE = "minutes_before"
    minutes = minutes_field()

    def carried(self) -> list[Carried]:
        return [*super().carried(), Carried(self.BEFORE, self.row and self.row.minutes, form=OPENED)]


class PlaceForm(RowForm):
    """Where to move a question."""

    words, chosen = _("Move to this position"), "position"
    position = forms.IntegerField(
        label=_("Position"),
        min_value=1,
        max_value=MOST,
        widget=forms.Select,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), _("Choose a position from the list.")
        ),
    )

    def __init__(self, *args: Any, places: Iterable[int] = (), **kwargs: Any) -> None:
        """`places`: those that it can move to."""
        super().__init__(*args, **kwargs)
        self.fields["position"].widget.choices = [(place, place) for place in places]


class PickForm(HouseForm):
    """One question of the bank."""

    question = Line(max_length=40, widget=forms.HiddenInput)


class BankForm(CleanedForm):
    """Which questions of the bank to show."""

    rarely = ("set", "category", "suits", "plain")

    words = Line(label=_("Search"), required=False, max_length=100)
    set = forms.ChoiceField(label=_("Questions for"), required=False)
    category = forms.TypedChoiceField(label=_("About"), required=False, coerce=int, empty_value=None)
    phase = forms.ChoiceField(
        label=_("Part of the conversation"), required=False, choices=[*ANY, *Question.Phase.choices]
    )
    suits = forms.ChoiceField(label=_("Suits"), required=False, choices=[*ANY, *Contact.Standing.choices])
    goal = forms.ChoiceField(label=_("Goal"), required=False)
    plain = forms.BooleanField(label=_("Hide sensitive questions"), required=False)

    def __init__(
        self,
        data: Any,
        *,
        among: bank.Bank,
        action: str,
        goals: Iterable[Goal] = (),
        fields: Collection[str] = (),
        narrowed: bool = False,
        **kwargs: Any,
    ) -> None:
        """`among`: the bank to show of; `goals`: those of the conversation, by which their kinds are called; `fields`:
        those that the person works in; `narrowed`: by what is rarely asked.
        """
        super().__init__(data, **kwargs)
        self.among = among
        self.action, self.person_fields, self.narrowed = action, fields, narrowed
        sets = [(one.key, one.title) for one in among.sets]
        self.fields["set"].choices = [*ANY, *sets]  # type: ignore[attr-defined]
        titles = [(kind.number, kind.title) for kind in among.categories]
        self.fields["category"].choices = [*ANY, *titles]  # type: ignore[attr-defined]
        own = {goal.kind: goal.subject for goal in goals}
        others = [(kind, label) for kind, label in Goal.Kind.choices if kind not in own]
        self.fields["goal"].choices = [*ANY, *own.items(), *others]  # type: ignore[attr-defined]

    @property
    def helper(self) -> HouseHelper:
        answer: dict[str, Any] = {"hx_target": "#found", "hx_select": "#found > *"}
        # The line that says how many stays in its place, so that it is read out.
        answer |= {"hx_select_oob": "#found-count:innerHTML", "hx_swap": "innerHTML", "hx_sync": "this:replace"}
        show = ButtonHolder(Button(_("Show these questions"), "quiet without-script"), css_class="tight")
        return HouseHelper(
            "words",
            Row("phase", "goal"),
            Details(_("More filters"), *self.rarely, is_open=self.narrowed or not self.is_valid()),
            show,
            action=self.action,
            css_class="form filters",
            method="get",
            hx_get=self.action,
            hx_trigger="input delay:300ms, submit",
            **answer,
        )

    @property
    def about_set(self) -> str:
        """Whom the chosen set is for, where the centre says so."""
        chosen = self.cleaned_data.get("set")
        return next((one.about for one in self.among.sets if one.key == chosen), "")

    def found(self) -> tuple[bank.BankQuestion, ...]:
        """The questions that pass, in the order of an agenda; those of another field only where it is asked for."""
        asked = self.cleaned_data
        return self.among.search(
            words=asked["words"],
            category=asked["category"],
            phase=asked["phase"] or None,
            suits=asked["suits"] or None,
            goal=asked["goal"] or None,
            sensitive=not asked["plain"],
            set=asked["set"] or None,
            fields=None if asked["set"] else self.person_fields,
        )


class PaperForm(CleanedForm):
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
        choices=[("", _("Standard")), ("large", _("Large, 18 point"))],
        error_messages={"invalid_choice": _("Choose standard or large print.")},
    )

    def __init__(self, data: Any, *, meeting: Meeting) -> None:
        super().__init__(data)
        self.meeting = meeting

    @property
    def helper(self) -> HouseHelper:
        pdf, sheet = (reverse(f"agendas:{name}", args=[self.meeting.pk]) for name in ("pdf", "sheet"))
        here = Button(_("Preview"), "quiet", formaction=sheet)
        acts = ButtonHolder(Button(_("Create PDF")), here, css_class="tight")
        return HouseHelper(Row("paper", "print"), acts, action=pdf, css_class="paper-form", method="get")
