"""The shape of what is known about a person."""

from typing import Any

from crispy_forms.layout import ButtonHolder, Div, Fieldset, Row
from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from contacts.choosing import PersonSelect, offer_people
from contacts.models import Contact, Touch
from contacts.models.questions import ContactQuerySet
from core.forms import Address, CleanedForm, Day, HouseForm, Line, MostLetters, WebAddress
from core.keys import digits, name_key
from core.layout import Anchor, Button, Carried, Details, Errors, HouseHelper, Include, Once, Zones
from core.text import clean_line
from core.zones import ZoneField

MOST_TAGS = 20
LONGEST_TAG = 40
MOST_TYPED = 5000
MOST_ID = 2**63 - 1

WARMTHS = {
    Contact.Warmth.A: _("You could ring them. We suggest a word every three to four months."),
    Contact.Warmth.B: _("They would know your name. About every six months."),
    Contact.Warmth.C: _("You have not met, or only just. Once a year, or not at all."),
}


def how_well(label: Any) -> forms.ChoiceField:
    """The choice of how well two people know each other, each with what it means."""
    return forms.ChoiceField(
        label=label,
        choices=lambda: [(warmth.value, explained(warmth.label, WARMTHS[warmth])) for warmth in Contact.Warmth],
        widget=forms.RadioSelect,
        initial=Contact.Warmth.C.value,
    )


def explained(label: Any, words: Any) -> SafeString:
    """A choice with the sentence that explains it."""
    return format_html("<span><strong>{}</strong><br><span class='soft'>{}</span></span>", label, words)


class TagsField(forms.CharField):
    """A few words each, with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        if isinstance(value, list):
            return value
        MostLetters(MOST_TYPED)(value or "")
        tags = {name_key(tag): tag for part in (value or "").split(",") if (tag := clean_line(part).lstrip("# "))}
        return list(tags.values())

    def validate(self, value: Any) -> None:
        if len(value) > MOST_TAGS:
            raise forms.ValidationError(_("These are %(count)s tags; keep the 20 that help.") % {"count": len(value)})
        for tag in value:
            if len(tag) > LONGEST_TAG:
                raise forms.ValidationError(
                    _("“%(tag)s…” is longer than 40 letters. Put a comma between tags.") % {"tag": tag[:30]}
                )

    def run_validators(self, value: Any) -> None:
        """A list has no length in letters; validate() looked at each tag."""


class ContactForm(HouseForm):
    """A person: what a request needs first, all else folded away. `people` are those who may have named them."""

    # Folded away as long as nothing stands in it. A browser points at nothing wrong in there: the server checks alone.
    MORE = (
        *("form_of_address", "field", "standing", "graduated_in", "referred_by_id", "warmth", "phone", "profile_link"),
        *("preferred_channel", "time_zone", "address_source", "interest", "tags"),
    )

    name = Line(
        label=_("Name"),
        help_text=_("As they write it."),
        max_length=200,
        error_messages={"required": _("Write the name you know them by.")},
    )
    form_of_address = Line(
        label=_("How you address them"), max_length=80, required=False, help_text=_("“Dr. Osei”, “Ms. Lund”, “Efua”.")
    )
    role = Line(label=_("Role"), max_length=200, required=False)
    organisation = Line(label=_("Organisation"), max_length=200, required=False)
    field = Line(
        label=_("Field"), max_length=120, required=False, help_text=_("“Marine conservation”, “Public health”.")
    )
    standing = forms.ChoiceField(
        label=_("Seen from you, they are"),
        choices=[("", _("Not sure yet")), *Contact.Standing.choices],
        required=False,
        help_text=_("People doing the job, or one step ahead of you, usually tell you most."),
    )
    graduated_in = forms.IntegerField(
        label=_("Year they graduated"),
        required=False,
        min_value=1930,
        max_value=2100,
        # A browser keeps to itself what is no number in a field of numbers.
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _("Write the year, such as 2019.")),
        help_text=_("People answer most often in the ten years after they graduate."),
    )

    known = forms.ChoiceField(
        label=_("You know them from"),
        help_text=_("Your request begins with it."),
        choices=[("", _("Choose one")), *Contact.Known.choices],
        error_messages={"required": _("Choose how you know them; the first line of your request will say it.")},
    )
    known_words = Line(
        label=_("In your words"),
        # As long as what may be noted of somebody who was named, with who named them.
        max_length=600,
        required=False,
        help_text=_("“Gave the talk on seagrass at the autumn careers fair.”"),
    )
    referred_by_id = forms.IntegerField(
        label=_("Who named them to you"),
        required=False,
        min_value=1,
        max_value=MOST_ID,
        widget=PersonSelect,
        help_text=_("Only people who are here already."),
        error_messages={
            "invalid": _("Nobody here is called that, or more than one is. Choose one, or leave it empty.")
        },
    )
    warmth = how_well(_("How well do you know each other?"))

    email = Address(
        label=_("E-mail"),
        help_text=_("The one they read at work."),
        max_length=254,
        required=False,
        error_messages={"invalid": _("This is no e-mail address. It looks like name@example.org.")},
    )
    phone = Line(
        label=_("Phone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
        help_text=_("With the country code: +233 30 2123456."),
    )
    profile_link = WebAddress(label=_("Profile or web page"), max_length=300)
    preferred_channel = forms.ChoiceField(
        label=_("What they prefer"),
        help_text=_("Ask in the way they like best."),
        choices=[("", _("I do not know")), *Contact.Channel.choices],
        required=False,
    )
    time_zone = ZoneField(
        label=_("Their time zone"), required=False, help_text=_("A city near them, such as Accra or Berlin.")
    )
    address_source = Line(
        label=_("Where the address came from"),
        max_length=200,
        required=False,
        help_text=_("“Their card”, “the institute’s staff page”. They may ask."),
    )

    interest = Line(
        label=_("One interest worth remembering"),
        max_length=200,
        required=False,
        help_text=_("“Restores wooden boats.” Something to come back to later."),
    )
    tags = TagsField(
        label=_("Tags"), required=False, help_text=_("A few words with commas between them: berlin, seagrass.")
    )

    def __init__(self, *args: Any, people: ContactQuerySet, shared: str = "", **kwargs: Any) -> None:
        """`people`: who may have named them; `shared`: the key of what another app shared, which it begins with."""
        super().__init__(*args, **kwargs)
        self.shared = shared
        self.twins: list[Contact] = []
        offer_people(self, "referred_by_id", people)

    @property
    def helper(self) -> HouseHelper:
        if self.twins:
            save = Button(_("Add anyway"), name="anyway", value="1")
        else:
            save = Button(_("Save the person") if self.on else _("Add the person"))
        elsewhere = self.on.get_absolute_url() if self.on else reverse("contacts:index")
        back = Anchor(_("Leave it as it was") if self.on else _("Not now"), elsewhere)
        return HouseHelper(
            Errors("contacts/_twins.html" if self.twins else "core/_errors.html"),
            Once(),
            Div("name", Row("known", "known_words"), Row("role", "organisation"), "email", css_class="stack"),
            Details(
                _("More about them"),
                Fieldset(_("Who they are"), "form_of_address", "field", Row("standing", "graduated_in")),
                Fieldset(_("How you know them"), "referred_by_id", "warmth"),
                Fieldset(
                    _("How to reach them"),
                    Row("phone", "preferred_channel"),
                    "profile_link",
                    Row("time_zone", "address_source"),
                ),
                Fieldset(_("Worth remembering"), "interest", "tags"),
                is_open=self._says_more(),
            ),
            Zones(),
            ButtonHolder(save, back),
            css_class="form person-form",
            row=self.shared,
            novalidate=True,
        )

    def _says_more(self) -> bool:
        """Whether something stands in what is folded away, or is wrong there."""
        return any(
            self.has_error(name) or self[name].value() not in (None, "", self.fields[name].initial)
            for name in self.MORE
        )

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if phone and len(digits(phone)) < 3:
            raise forms.ValidationError(_("This holds too few digits to ring. Write it with the country code."))
        return phone

    def warn(self, twins: list[Contact]) -> None:
        """Say that the person may be here already; a second press adds them anyway."""
        self.twins = twins
        self.add_error(None, _("You may know this person here already. Look first; add them if it is somebody else."))


class FilterForm(CleanedForm):
    """What narrows the list of people; what it does not understand is left out."""

    q = Line(label=_("Find"), required=False, max_length=200)
    warmth = forms.ChoiceField(
        label=_("How well you know them"), choices=[("", _("Any")), *Contact.Warmth.choices], required=False
    )
    known = forms.ChoiceField(
        label=_("How you know them"), choices=[("", _("Any way")), *Contact.Known.choices], required=False
    )
    tag = forms.CharField(label=_("Tag"), required=False, widget=forms.Select)
    sort = forms.ChoiceField(
        label=_("Order"),
        choices=[("", _("By name")), ("touch", _("Latest touch first")), ("next", _("Next act first"))],
        required=False,
    )
    not_asked = forms.BooleanField(label=_("Not asked yet"), required=False)
    # Who named them: nobody types it, a link says it.
    named_by = forms.IntegerField(min_value=1, max_value=2**63 - 1, required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.is_valid()

    def offer(self, tags: list[str]) -> None:
        """Offer these tags to choose from."""
        self.fields["tag"].widget.choices = [("", str(_("Any"))), *((tag, tag) for tag in tags)]

    def chosen(self) -> bool:
        """Whether anything was asked for that the rest of the form holds, so that it stands open."""
        return any(value for name, value in self.cleaned_data.items() if name not in {"q", "named_by"})

    def narrows(self) -> bool:
        """Whether anything but the order was asked for."""
        return any(value for name, value in self.cleaned_data.items() if name != "sort")

    @property
    def helper(self) -> HouseHelper:
        """What stands below the box that finds; the box needs no form (templates/contacts/_filters.html)."""
        narrowing = Div("warmth", "known", "tag", "sort", "not_asked", css_class="filters")
        return HouseHelper(Carried("narrow", 1), narrowing, form_tag=False)


class LogForm(HouseForm):
    """A touch by hand."""

    kind = forms.ChoiceField(
        label=_("What was it?"),
        choices=[(Touch.Kind.NOTE.value, _("A note")), (Touch.Kind.MET.value, _("We met"))],
        initial=Touch.Kind.NOTE.value,
    )
    on = Day(
        bounded=False,
        label=_("When"),
        error_messages={
            "required": _("Choose the day."),
            "invalid": _("This is no day. Write it as 2026-11-18 or 18/11/2026."),
        },
    )
    sentence = Line(
        label=_("In one sentence"),
        max_length=300,
        error_messages={"required": _("Write one sentence; you will be glad of it in half a year.")},
    )

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(
            Once(),
            Include("contacts/_not_saved.html"),
            "sentence",
            Row("kind", "on"),
            ButtonHolder(Button(_("Add the note"), "quiet"), css_class="tight"),
            action=self.action,
            css_class="form note-form",
            hx_post=self.action,
            hx_target="#timeline",
        )

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on.year < 1950:
            raise forms.ValidationError(_("That is before 1950. Look at the year again."))
        return on
