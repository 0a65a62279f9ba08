"""The forms of a conversation: they check the shape of words, the verbs check the facts."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from crispy_forms.layout import ButtonHolder, Div, Row
from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.forms import PitchForm
from centre.models import Channel
from coach.packing import Item
from contacts.choosing import PersonField, offer_people
from core import times
from core.forms import ActForm, CleanedForm, Day, Hour, HouseForm, Line, Lines
from core.keys import is_number
from core.layout import Anchor, Button, Carried, Errors, HouseHelper, Include, Once, SaveLine, Zones, autosave, posting
from core.zones import ZoneField
from meetings import local_time
from meetings.models import Meeting

LENGTHS = [(15, _("15 minutes")), (20, _("20 minutes")), (30, _("30 minutes"))]


def lengths() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=_("How long"),
        choices=LENGTHS,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose how long. 20 minutes is a good length."),
            "invalid_choice": _("Choose 15, 20 or 30 minutes."),
        },
    )


class GoalChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.subject} ({obj.get_kind_display()})"


class BeginForm(HouseForm):
    """With whom, what for, how long."""

    contact = PersonField(label=_("Person"), required=_("Choose who you want to talk to."))
    goals = GoalChoices(label=_("Your goals"), queryset=None, widget=forms.CheckboxSelectMultiple, required=False)
    minutes = lengths()

    def __init__(self, *args: Any, people: Any, goals: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_people(self, "contact", people)
        self.fields["goals"].queryset = goals  # type: ignore[attr-defined]
        if not goals:
            del self.fields["goals"]

    @property
    def helper(self) -> HouseHelper:
        none = [] if "goals" in self.fields else [Include("meetings/_no_goal.html")]
        goals = ["goals"] if "goals" in self.fields else []
        begin, add = Button(_("Start preparing")), Anchor(_("Add someone new"), reverse("contacts:add"))
        return HouseHelper(
            Once(),
            "contact",
            *goals,
            "minutes",
            *none,
            ButtonHolder(begin, add),
            action=reverse("meetings:begin"),
        )


class GoalsForm(HouseForm):
    """Which goals a conversation serves."""

    goals = GoalChoices(
        label=_("Goals for this conversation"), queryset=None, widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, goals: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["goals"].queryset = goals  # type: ignore[attr-defined]

    @property
    def helper(self) -> HouseHelper:
        go_on, other = Button(_("Save and continue")), Anchor(_("Set another goal"), reverse("goals:aim"))
        return HouseHelper(
            *self.fields,
            SaveLine("saved-goal"),
            ButtonHolder(go_on, other),
            action=self.action,
            **autosave(self.action, "saved-goal", trigger="change"),
        )


class TimeForm(HouseForm):
    """When and where: the day and hour in one of the two zones."""

    day = Day(
        label=_("Date"),
        error_messages={"required": _("Enter a date."), "invalid": _("Write the date like 2026-11-26.")},
    )
    hour = Hour(label=_("Time"))
    whose = forms.ChoiceField(label=_("This time is"), widget=forms.RadioSelect, initial="mine")
    contact_zone = ZoneField(
        label=_("Their time zone"),
        required=False,
        help_text=_("Enter their city, such as Accra. Leave it empty if their clock shows the same time as yours."),
    )
    minutes = lengths()
    mode = forms.ChoiceField(
        label=_("How you meet"),
        choices=Meeting.Mode.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you meet."), "invalid_choice": _("Choose one of the three.")},
    )
    place = Line(
        label=_("Place or phone number"),
        required=False,
        max_length=300,
        help_text=_("For example “Café Kaimauer, Quay 3” or “they call me on +49 170 1234567”."),
    )
    link = forms.URLField(label=_("Video call link"), required=False, max_length=500, assume_scheme="https")

    def __init__(self, *args: Any, meeting: Meeting, zone: str, **kwargs: Any) -> None:
        arranged = {**_arranged(meeting, zone), "revision": meeting.arranged_times}
        kwargs["initial"] = {**arranged, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.meeting, self.zone, self.action = meeting, zone, reverse("meetings:time", args=[meeting.pk])
        self.twice = False
        self.stands = [meeting.starts_at] if meeting.stands and meeting.starts_at else []
        theirs = meeting.their_zone
        self.fields["whose"].choices = [  # type: ignore[attr-defined]
            ("mine", _("my local time (%(city)s)") % {"city": times.city(zone)}),
            (
                "theirs",
                _("their local time (%(city)s)") % {"city": times.city(theirs)}
                if theirs
                else str(_("their local time")),
            ),
        ]

    @property
    def when(self) -> Div:
        """The fields of the time, which say what they are understood as."""
        preview = reverse("meetings:preview", args=[self.meeting.pk])
        return Div(
            Row("day", "hour"),
            "whose",
            "contact_zone",
            Div(css_id="preview", css_class="preview", aria_live="polite"),
            css_class="when",
            hx_include="closest form",
            **posting(preview, "preview", trigger="change, load"),
        )

    @property
    def helper(self) -> HouseHelper:
        save = ButtonHolder(Button(_("Save time and place")))
        return HouseHelper(self.when, "minutes", "mode", "place", "link", Zones(), save, action=self.action)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        # Where the place is asked for alone, how they meet is agreed already.
        mode = cleaned.get("mode", self.meeting.mode)
        if mode == Meeting.Mode.IN_PERSON and is_number(cleaned.get("place", "")):
            self.add_error("place", str(_("That’s only a number. Enter where you’ll meet.")))
        theirs = cleaned.get("whose") == "theirs"
        zone = cleaned.get("contact_zone") if theirs else self.zone
        if theirs and zone == "":
            self.add_error("contact_zone", str(_("Enter their time zone so we can work out the time for them.")))
        if not zone or "day" not in cleaned or "hour" not in cleaned:
            return cleaned
        day, hour = cleaned["day"], cleaned["hour"]
        try:
            moment = local_time.moment(day, hour, zone, stands=self.stands)
        except local_time.Gap:
            sentence = _(
                "The clocks go forward that day in %(city)s, so %(clock)s doesn’t exist. Choose an earlier or later"
                " time."
            )
            skipped = times.say_clock(datetime.combine(day, hour))
            self.add_error("hour", sentence % {"clock": skipped, "city": times.city(zone)})
        except OverflowError:
            self.add_error("day", str(_("Choose a date in this century.")))
        else:
            cleaned["starts_at"], self.twice = moment.at, moment.twice
        return cleaned

    @property
    def ends_at(self) -> datetime | None:
        """When it would end; None as long as no time or length is understood."""
        starts_at, minutes = self.cleaned_data.get("starts_at"), self.cleaned_data.get("minutes")
        return starts_at + timedelta(minutes=minutes) if starts_at and minutes else None

    def refuse_meanwhile(self, refused: Meeting.ArrangedMeanwhile) -> None:
        """Show what was agreed meanwhile beside the untouched words; a second sending wins."""
        meeting = self.meeting
        when = meeting.in_words(self.zone)
        self.newer = {_("Date and time"): str(when), _("Place"): meeting.where}
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data["revision"] = str(meeting.arranged_times)
        self.data = data
        self.add_error(None, str(refused))

    def values(self) -> dict[str, Any]:
        names = ("starts_at", "minutes", "mode", "place", "link", "contact_zone")
        return {name: self.cleaned_data[name] for name in names}


def _arranged(meeting: Meeting, zone: str) -> dict[str, Any]:
    """What the form shows before anybody types: the arrangement as it stands."""
    arranged: dict[str, Any] = {
        "contact_zone": meeting.their_zone or "",
        "minutes": meeting.minutes,
        "mode": meeting.mode or Meeting.Mode.ONLINE,
        "place": meeting.place,
        "link": meeting.link,
        "whose": "mine",
    }
    if meeting.stands and meeting.starts_at:
        here = meeting.starts_at.astimezone(times.zone(zone))
        arranged |= {"day": here.date(), "hour": here.time()}
    return arranged


class PackForm(HouseForm):
    """What is ready, and, where one goes there, whether it is at a formal office."""

    formal_office = forms.BooleanField(label=_("Tick if it’s a formal, corporate office"), required=False)
    packed = forms.MultipleChoiceField(
        label=_("Checklist"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={
            "invalid_choice": _("You’ve changed how you’ll meet, so this list has changed too. Check it once more.")
        },
    )

    def __init__(self, *args: Any, items: Iterable[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["packed"].choices = [(item.code, item.words) for item in items]  # type: ignore[attr-defined]
        if self.on.mode in {Meeting.Mode.PHONE, Meeting.Mode.ONLINE}:
            del self.fields["formal_office"]


class OpenActForm(ActForm):
    """The form of one act, on the page of a conversation to which the act is open."""

    # The act, by the name of its address.
    act = ""

    def __init__(self, data: Any = None, *, meeting: Meeting, typed: Mapping[str, Any] | None = None) -> None:
        """`typed`: what was typed or chosen here, by field, before another act was pressed."""
        super().__init__(data, action=reverse(f"meetings:{self.act}", args=[meeting.pk]))
        self.meeting = meeting
        self.initial = {name: typed[name] for name in self.fields if typed and typed.get(name)}


class AnswerForm(OpenActForm):
    """What the contact said."""

    act = "hear"

    answer = forms.ChoiceField(
        label=_("They said"),
        choices=Meeting.Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they said."), "invalid_choice": _("Choose yes, later or no.")},
    )
    not_before = Day(
        label=_("If later, not before which date?"),
        required=False,
        help_text=_("For example, they said “not before May”. We won’t remind you before that date."),
        error_messages={"invalid": _("Write the date like 2026-11-26, or leave it empty.")},
    )

    @property
    def helper(self) -> HouseHelper:
        # It is what comes next only while they are waited for.
        look = "" if self.meeting.stage == Meeting.Stage.ASKED else "quiet"
        save = ButtonHolder(Button(_("Save their reply"), look), css_class="tight")
        later = Div("not_before", css_class="once-later")
        return HouseHelper("answer", later, save, action=self.action, css_id="answer")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("answer") != Meeting.Answer.LATER:
            cleaned["not_before"] = None
        return cleaned


class CancelForm(OpenActForm):
    """Why it is called off."""

    act = "cancel"

    reason = Line(label=_("Why"), required=False, max_length=280, help_text=_("Only for your own notes."))

    @property
    def helper(self) -> HouseHelper:
        back = Anchor(_("Keep the conversation"), self.meeting.get_absolute_url())
        return HouseHelper(
            "reason", ButtonHolder(Button(_("Cancel the conversation"), "danger"), back), action=self.action
        )


class MissForm(OpenActForm):
    """Who did not come."""

    act = "miss"

    whom = forms.ChoiceField(
        label=_("What happened"),
        choices=Meeting.Missed.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who didn’t come."), "invalid_choice": _("Choose one of the two.")},
    )

    @property
    def helper(self) -> HouseHelper:
        save = ButtonHolder(Button(_("Save what happened"), "quiet"), css_class="tight")
        return HouseHelper("whom", save, action=self.action)


class MessageForm(HouseForm):
    """A letter in the student's own words."""

    subject = Line(label=_("Subject"), max_length=200, required=False)
    body = Lines(
        label=_("Your message"),
        rows=12,
        max_length=10_000,
        error_messages={"required": _("Write a sentence or two, or start over with a new draft.")},
    )

    @property
    def helper(self) -> HouseHelper:
        reword = reverse("meetings:reword", args=[self.on.pk])
        subject = "subject" if self.on.channel == Channel.EMAIL else Carried("subject", "")
        word = "target::not([data-apart])"
        return HouseHelper(
            Include("meetings/_desk_carried.html"),
            Errors(),
            Div(subject, "body", css_class="sheet"),
            Include("meetings/_letter_state.html", oob=False),
            Include("meetings/_coach.html"),
            SaveLine("saved-letter"),
            ButtonHolder(Button(_("Save draft"), "plain"), css_class="tight"),
            Include("meetings/_send.html"),
            action=reword,
            css_class="letter",
            css_id="letter",
            **autosave(reword, "saved-letter", trigger=f"input {word} delay:900ms, change {word}"),
        )


class SentForm(CleanedForm):
    """On which day a letter went, where that was not today."""

    # It stands in the form of the letter, whose other buttons do not ask for it.
    use_required_attribute = False

    sent_on = Day(label=_("Which day was that?"))
    # No word of the letter: it saves nothing, and goes with its own button.
    sent_on.widget.attrs["data-apart"] = ""

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper("sent_on", form_tag=False)


class NewPitchForm(PitchForm):
    """An introduction that is written for this conversation."""

    def __init__(self, data: Any = None, *, meeting: Meeting, look: str = "") -> None:
        """`look`: that of the button."""
        here = reverse("meetings:pitch", args=[meeting.pk])
        super().__init__(data, action=here, initial={"name": meeting.contact.name[:80]})
        self.look = look

    @property
    def helper(self) -> HouseHelper:
        save = Button(_("Save and use this version"), self.look)
        fields = ("name", "shape", "text", Include("accounts/_measured.html"))
        return HouseHelper(Once(), *fields, ButtonHolder(save), action=self.action, **self.measured)
