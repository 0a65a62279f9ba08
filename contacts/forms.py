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
from contacts.sentences import Completed
from core.forms import Address, CleanedForm, Day, HouseForm, Line, Lines, MostLetters, WebAddress
from core.keys import digits, name_key
from core.layout import Anchor, Button, Carried, Details, Errors, HouseHelper, Include, Once, Zones
from core.text import clean_line
from core.zones import ZoneField

MOST_TAGS = 20
LONGEST_TAG = 40
MOST_TYPED = 5000
MOST_ID = 2**63 - 1

WARMTHS = {
    Contact.Warmth.A: _(
        "You know each other well and can write to them at any time. We’ll remind you every few months."
    ),
    Contact.Warmth.B: _("They know who you are. We’ll remind you to write twice a year."),
    Contact.Warmth.C: _("You haven’t met yet, or you’ve met only once. We’ll remind you to write once a year."),
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
            raise forms.ValidationError(
                _("That’s %(count)s tags. Keep the 20 that help you most.") % {"count": len(value)}
            )
        for tag in value:
            if len(tag) > LONGEST_TAG:
                raise forms.ValidationError(
                    _("“%(tag)s…” is longer than 40 letters. Put a comma between tags.") % {"tag": tag[:30]}
                )

    def run_validators(self, value: Any) -> None:
        """A list has no length in letters; validate() looked at each tag."""


class ContactForm(HouseForm):
    """A person: who, how one knows and reaches them, and why; all else folded away."""

    # Folded away as long as nothing stands in it. A browser points at nothing wrong in there: the server checks alone.
    MORE = (
        *("form_of_address", "role", "organisation", "field", "standing", "graduated_in"),
        *(
            "warmth",
            "phone",
            "preferred_channel",
            "time_zone",
            "address_source",
            "interest",
            "tags",
        ),
    )
    # Asked once it is said how one knows them (static/contacts/contacts.css), and beside all else that is folded away.
    ONCE_KNOWN = {
        "known_words": (Contact.Known.EVENT, Contact.Known.PARTY, Contact.Known.ONLINE, Contact.Known.OTHER),
        "referred_by_id": (Contact.Known.REFERRAL,),
        "referrer_unnamed": (Contact.Known.REFERRAL,),
    }

    name = Line(
        label=_("Name"),
        help_text=_("Spell it the way they do."),
        max_length=200,
        error_messages={"required": _("Enter their name.")},
    )
    form_of_address = Line(
        label=_("How your messages greet them"),
        max_length=80,
        required=False,
        help_text=_("For example “Dr. Osei”, “Ms. Lund” or “Efua”."),
    )
    role = Line(label=_("Role"), max_length=200, required=False)
    organisation = Line(label=_("Organisation"), max_length=200, required=False)
    field = Line(
        label=_("Field"),
        max_length=120,
        required=False,
        help_text=_("For example “marine conservation” or “public health”."),
    )
    standing = forms.ChoiceField(
        label=_("Compared with you, they’re"),
        choices=[("", _("Not sure yet")), *Contact.Standing.choices],
        required=False,
        help_text=_("People who do the job, or are a few years ahead, can often help most."),
    )
    graduated_in = forms.IntegerField(
        label=_("Year they graduated"),
        required=False,
        min_value=1930,
        max_value=2100,
        # A browser keeps to itself what is no number in a field of numbers.
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _("Enter a year, such as 2019.")),
        help_text=_("Recent graduates often remember how it feels to be a student."),
    )

    known = forms.ChoiceField(
        label=_("How do you know them?"),
        help_text=_("Your message starts by saying how you know them."),
        choices=[("", _("Choose one")), *Contact.Known.choices],
        error_messages={"required": _("Choose how you know them. Your message starts by saying it.")},
    )
    known_words = Line(
        label=_("In your words"),
        # As long as what may be noted of somebody who was named, with who named them.
        max_length=600,
        required=False,
        help_text=_("Write it as you’d say it to them: “I heard your talk on seagrass at the autumn careers fair.”"),
    )
    referred_by_id = forms.IntegerField(
        label=_("Who suggested them?"),
        required=False,
        min_value=1,
        max_value=MOST_ID,
        widget=PersonSelect,
        help_text=_("Choose someone from your People list."),
        error_messages={
            "invalid": _("No one on your list matches, or more than one person does. Choose one, or leave this empty.")
        },
    )
    referrer_unnamed = forms.BooleanField(label=_("Don’t mention who told me about this person"), required=False)
    warmth = how_well(_("How well do you know them?"))

    email = Address(
        label=_("Email"),
        help_text=_("Their work email, if you have it."),
        max_length=254,
        required=False,
        error_messages={"invalid": _("That doesn’t look like an email address. It should look like name@example.org.")},
    )
    phone = Line(
        label=_("Phone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
        help_text=_("Include the country code, for example +233 30 2123456."),
    )
    profile_link = WebAddress(label=_("Profile or web page"), max_length=300)
    preferred_channel = forms.ChoiceField(
        label=_("Best way to reach them"),
        help_text=_("Contact them the way they like best."),
        choices=[("", _("I don’t know")), *Contact.Channel.choices],
        required=False,
    )
    time_zone = ZoneField(
        label=_("Their time zone"), required=False, help_text=_("Enter a city near them, such as Accra or Berlin.")
    )
    address_source = Line(
        label=_("Where you found their contact details"),
        max_length=200,
        required=False,
        help_text=_(
            "For example “business card” or “staff page”. If they ask what we hold about them, they’ll see this too."
        ),
    )

    why_them = Lines(
        label=_("I’m writing to you because …"),
        max_length=400,
        rows=2,
        required=False,
        help_text=_(
            "Why this person? Write it with “you”: “You moved from lab work to teaching.” It goes into your message."
        ),
    )
    interest = Line(
        label=_("Something worth remembering"),
        max_length=200,
        required=False,
        help_text=_("For example “restores wooden boats”. You can mention it when you talk."),
    )
    tags = TagsField(
        label=_("Tags"),
        required=False,
        help_text=_("For example “berlin, seagrass”. If they ask what we hold about them, they’ll see these too."),
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
            save = Button(_("Save details") if self.on else _("Add this person"))
        elsewhere = self.on.get_absolute_url() if self.on else reverse("contacts:index")
        back = Anchor(_("Cancel"), elsewhere)
        return HouseHelper(
            Errors("contacts/_twins.html" if self.twins else "core/_errors.html"),
            Once(),
            Div(
                "name",
                "known",
                Div("known_words", css_class="once-told"),
                Div("referred_by_id", "referrer_unnamed", css_class="once-suggested stack"),
                Row("email", "profile_link"),
                Completed("why_them", "why_them", None),
                css_class="stack",
            ),
            Details(
                _("Add more"),
                Fieldset(
                    _("Who they are"),
                    Row("role", "organisation"),
                    Row("field", "form_of_address"),
                    Row("standing", "graduated_in"),
                ),
                Fieldset(_("How you know them"), "warmth"),
                Fieldset(_("How to reach them"), Row("phone", "preferred_channel"), Row("time_zone", "address_source")),
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
        known = self["known"].value()
        unasked = [name for name, asked_for in self.ONCE_KNOWN.items() if known not in asked_for]
        return any(
            self.has_error(name) or self[name].value() not in (None, "", False, self.fields[name].initial)
            for name in (*self.MORE, *unasked)
        )

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if phone and len(digits(phone)) < 3:
            raise forms.ValidationError(_("That’s too short for a phone number. Include the country code."))
        return phone

    def warn(self, twins: list[Contact]) -> None:
        """Say that the person may be here already; a second press adds them anyway."""
        self.twins = twins
        self.add_error(
            None, _("This person may already be on your list. Check first. If it’s someone else, add them anyway.")
        )


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
        label=_("Sort by"),
        choices=[("", _("Name")), ("touch", _("Last contact")), ("next", _("Next to-do"))],
        required=False,
    )
    not_asked = forms.BooleanField(label=_("No request yet"), required=False)
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
        label=_("What happened?"),
        choices=[(Touch.Kind.NOTE.value, _("A note")), (Touch.Kind.MET.value, _("We met"))],
        initial=Touch.Kind.NOTE.value,
    )
    on = Day(
        bounded=False,
        label=_("When"),
        error_messages={
            "required": _("Choose a date."),
            "invalid": _("That doesn’t look like a date. Write it as 2026-11-18 or 18/11/2026."),
        },
    )
    sentence = Line(
        label=_("In one sentence"),
        max_length=300,
        error_messages={"required": _("Write one sentence. It will help you remember later.")},
    )

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(
            Once(),
            Include("contacts/_not_saved.html"),
            "sentence",
            Row("kind", "on"),
            ButtonHolder(Button(_("Save note"), "quiet"), css_class="tight"),
            action=self.action,
            css_class="form note-form",
            hx_post=self.action,
            hx_target="#timeline",
        )

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on.year < 1950:
            raise forms.ValidationError(_("That’s before 1950. Check the year."))
        return on
