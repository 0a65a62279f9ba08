"""The shape of what the director decides."""

import re
from difflib import get_close_matches
from typing import Any

from crispy_forms.layout import ButtonHolder
from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from centre import colour, pictures
from centre.models import Centre, Holiday, Template, Term
from centre.policies import ORDERED, Rule, Section
from centre.speaking import LanguageField
from coach.slots import SLOTS
from coach.templates import unknown
from core.forms import Address, CleanedForm, Day, HouseForm, Line, Lines
from core.keys import host_key
from core.layout import Anchor, Button, Hint, HouseHelper, Include, Once, Zones, posting
from core.models import Versioned
from core.zones import ZoneField

_DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}")
MOST_DOMAINS = 100
# Letters of a text that students begin from.
MOST_BODY = 5000


class ColourInput(forms.TextInput):
    """A field of a colour, which always has one: HTML knows no `required` for it."""

    input_type = "color"

    def use_required_attribute(self, initial: Any) -> bool:
        return False


class AccentField(Line):
    """A colour #RRGGBB in which words and buttons of the product stay readable."""

    widget = ColourInput

    def __init__(self, *, grounds: tuple[str, ...], **kwargs: Any) -> None:
        self.grounds = grounds
        super().__init__(max_length=7, **kwargs)

    def clean(self, value: Any) -> str:
        words: str = super().clean(value).upper()
        try:
            paper = colour.weakest_on_paper(words, self.grounds)
        except ValueError as error:
            raise forms.ValidationError(_("Write the colour as # and six digits, such as #0F5C5C.")) from error
        if paper < colour.TEXT_CONTRAST:
            raise forms.ValidationError(
                _("This colour is hard to read on the page. Its contrast is %(ratio).1f:1. It needs 4.5:1. %(way)s"),
                params={"ratio": paper, "way": self._way()},
            )
        button = colour.contrast(words, colour.on(words))
        if button < colour.TEXT_CONTRAST:
            raise forms.ValidationError(
                _("This colour is hard to read on a button. Its contrast is %(ratio).1f:1. It needs 4.5:1."),
                params={"ratio": button},
            )
        return words

    def _way(self) -> Any:
        return _("Choose a darker one.") if self.grounds[0] == colour.LIGHT_PAPER else _("Choose a lighter one.")


class LookForm(HouseForm):
    """The centre's name, time and colours."""

    name = Line(label=_("Your centre’s name"), max_length=120, help_text=_("We show it at the top of every page."))
    email = Address(
        label=_("Email for questions"),
        max_length=254,
        required=False,
        help_text=_("We show it to students who need help finding people. Leave it empty to show only your name."),
        error_messages={"invalid": _("That doesn’t look like an email address. It should look like name@example.org.")},
    )
    time_zone = ZoneField(
        label=_("Time zone"), max_length=60, help_text=_("A city in your centre’s time zone, such as Berlin.")
    )
    language = LanguageField(_("The one each person’s browser asks for"))
    accent_light = AccentField(
        label=_("Accent colour in light mode"),
        grounds=colour.LIGHT_GROUNDS,
        help_text=_("For links and buttons on a light background."),
    )
    accent_dark = AccentField(
        label=_("Accent colour in dark mode"),
        grounds=colour.DARK_GROUNDS,
        help_text=_("For links and buttons on devices set to dark mode."),
    )

    def __init__(self, data: Any = None, *, on: Centre) -> None:
        super().__init__(data, on=on)
        if not LanguageField.is_asked():
            del self.fields["language"]

    @property
    def helper(self) -> HouseHelper:
        why = _(
            "We only accept colours that are easy to read for everyone. The contrast must be at least 4.5:1 (WCAG 2.2)."
        )
        save = ButtonHolder(Button(_("Save name and look")))
        return HouseHelper(*self.fields, Hint(why, "why"), Zones(), save, action=reverse("centre:look"))


class LogoForm(CleanedForm):
    """A picture of the centre."""

    logo = forms.FileField(
        label=_("Picture"),
        help_text=_("PNG, JPEG or WebP, up to 1 MB. We show it 32 pixels high."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )

    def clean_logo(self) -> Any:
        file = self.cleaned_data["logo"]
        if file.size > pictures.MOST_BYTES:
            raise forms.ValidationError(_("This picture is larger than 1 MB. Save a smaller one and choose it again."))
        self.content_type = pictures.type_of(file)
        if not self.content_type:
            raise forms.ValidationError(_("This isn’t a PNG, JPEG or WebP picture. Choose another file."))
        return file

    @property
    def helper(self) -> HouseHelper:
        use = ButtonHolder(Button(_("Use this picture"), "quiet"))
        return HouseHelper("logo", use, action=reverse("centre:put_logo"))


class RegistrationForm(HouseForm):
    """Who may make an account without an invitation."""

    registration = forms.ChoiceField(
        label=_("Who can register"), choices=Centre.Registration.choices, widget=forms.RadioSelect
    )
    domains = Lines(
        label=_("Our domains"),
        required=False,
        max_length=5000,
        help_text=_("One per line, such as example.edu. Add subdomains separately, such as students.example.edu."),
    )

    def clean_domains(self) -> str:
        typed = re.split(r"[\s,;]+", self.cleaned_data["domains"])
        domains = list(dict.fromkeys(host_key(one.lstrip("@")) for one in typed if one))
        wrong = [one for one in domains if not _DOMAIN.fullmatch(one)]
        if wrong:
            raise forms.ValidationError(
                ngettext(
                    "“%(wrong)s” doesn’t look like a domain. Write it like example.edu.",
                    "These don’t look like domains: %(wrong)s. Write them like example.edu.",
                    len(wrong),
                ),
                params={"wrong": ", ".join(one[:60] for one in wrong[:5])},
            )
        if len(domains) > MOST_DOMAINS:
            raise forms.ValidationError(_("You can add up to 100 domains."))
        return "\n".join(domains)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if (
            cleaned.get("registration") == Centre.Registration.DOMAINS
            and "domains" in cleaned
            and not cleaned["domains"]
        ):
            self.add_error("domains", _("Add at least one domain, or choose another option above."))
        return cleaned

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(*self.fields, ButtonHolder(Button(_("Save who can register"))))


class PolicyForm(HouseForm):
    """The policies of one section."""

    def __init__(self, data: Any = None, *, section: Section, on: Versioned) -> None:
        super().__init__(data, on=on)
        for rule in section.rules:
            self.fields[rule.name] = _field(rule)
            self.initial[rule.name] = getattr(on, rule.name)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for low, high in ORDERED:
            if low in cleaned and high in cleaned and cleaned[low] > cleaned[high]:
                self.add_error(high, _("This can’t be less than “%(label)s”.") % {"label": self.fields[low].label})
        return cleaned

    @property
    def helper(self) -> HouseHelper:
        usual = Include("centre/_usual.html")
        return HouseHelper(*self.fields, usual, ButtonHolder(Button(_("Save these rules"))))


def _field(rule: Rule) -> forms.Field:
    why = rule.why
    if rule.is_question:
        return forms.BooleanField(label=rule.label, help_text=why, required=False)
    if rule.choices:
        widget = forms.Select if rule.unit else forms.RadioSelect
        return forms.TypedChoiceField(
            label=rule.label, help_text=why, coerce=rule.read, choices=rule.choices, widget=widget
        )
    label = _("%(label)s (%(unit)s)") % {"label": rule.label, "unit": rule.unit} if rule.unit else rule.label
    low, high = rule.bounds
    return forms.IntegerField(label=label, help_text=why, min_value=low, max_value=high)


class SendingForm(HouseForm):
    """Whether the centre's server carries letters, and how many."""

    sends_for_students = forms.BooleanField(
        label=_("Let students send messages through our mail server"),
        required=False,
        help_text=_("Students then see a “Send it for me” button on each email."),
    )
    sends_a_day = forms.IntegerField(
        label=_("Most messages per student per day"),
        min_value=1,
        max_value=50,
        help_text=_("One a month is plenty for most students. The limit stops mass emails."),
    )

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(*self.fields, ButtonHolder(Button(_("Save how messages are sent"))))


class DatesForm(HouseForm):
    """What stands in the centre's calendar; each kind says its fields, and what is answered."""

    model: Any
    adding: Any
    save_words: Any
    added: Any
    changed: Any
    dropped: Any

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(Once(), *self.fields, ButtonHolder(Button(self.save_words)))

    def save(self) -> bool:
        """Add what was typed, or change what is there. False, with a sentence at the day, where that is taken."""
        try:
            if self.on:
                return self.save_to(self.on.change)
            self.model.add(**self.values())
        except Holiday.Taken:
            self.add_error("day", _("That day is already a holiday."))
            return False
        return True


class TermForm(DatesForm):
    """A term's name and its first and last day."""

    model = Term
    adding, save_words = _("Add a term"), _("Save the term")
    added, changed = _("Term added."), _("Term updated.")
    dropped = _("Term deleted.")

    name = Line(label=_("Name"), max_length=80, help_text=_("For example “Autumn 2026”."))
    starts_on = Day(label=_("First day"))
    ends_on = Day(label=_("Last day"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "starts_on" in cleaned and "ends_on" in cleaned and cleaned["ends_on"] < cleaned["starts_on"]:
            self.add_error("ends_on", _("The last day is before the first. Choose a later one."))
        return cleaned


class HolidayForm(DatesForm):
    """A day on which nobody is expected to answer."""

    model = Holiday
    adding, save_words = _("Add a holiday"), _("Save the holiday")
    added, changed = _("Holiday added."), _("Holiday updated.")
    dropped = _("Holiday deleted.")

    day = Day(label=_("Day"))
    name = Line(label=_("Name"), max_length=80, help_text=_("For example “Founders’ Day”."))


class WatchForm(CleanedForm):
    """When somebody began to watch the mails leave, in seconds since 1970."""

    since = forms.IntegerField(min_value=0, max_value=9_999_999_999, required=False)


class TemplateForm(HouseForm):
    """The text that students begin from at one occasion, by one channel."""

    subject = Line(
        label=_("Subject"), max_length=200, required=False, help_text=_("Leave this empty to use our subject.")
    )
    body = Lines(
        label=_("Text"),
        rows=16,
        max_length=MOST_BODY,
        help_text=_(
            "Use placeholders such as {student}. If we don’t know a detail, we leave out its whole sentence. Use one"
            " placeholder per sentence."
        ),
    )

    def __init__(self, data: Any = None, *, on: Template, initial: dict[str, str] | None = None) -> None:
        super().__init__(data, on=on, initial=initial)
        if on.channel != Template.Channel.EMAIL:
            del self.fields["subject"]

    def clean_subject(self) -> str:
        return _with_known_slots(self.cleaned_data["subject"])

    def clean_body(self) -> str:
        return _with_known_slots(self.cleaned_data["body"])

    def values(self) -> dict[str, Any]:
        return {"subject": "", **super().values()}

    @property
    def helper(self) -> HouseHelper:
        place = [self.on.occasion, self.on.channel]
        buttons: list[Any] = [Button(_("Save this text"))]
        if self.on.pk:
            buttons.append(Anchor(_("Delete your text"), reverse("centre:drop_template", args=place)))
        return HouseHelper(
            Include("centre/_aside.html"),
            *self.fields,
            ButtonHolder(*buttons),
            action=reverse("centre:write_template", args=place),
            css_id="text",
            **posting(reverse("centre:review_template", args=place), "review", trigger="input delay:900ms"),
        )


def _with_known_slots(words: str) -> str:
    wrong = unknown(words)
    if not wrong:
        return words
    near = get_close_matches(wrong[0].strip("{ }").lower().replace(" ", "_"), SLOTS, n=1)
    if len(wrong) == 1 and near:
        raise forms.ValidationError(
            _("%(wrong)s isn’t a placeholder. Did you mean {%(near)s}?"),
            params={"wrong": wrong[0][:60], "near": near[0]},
        )
    raise forms.ValidationError(
        ngettext(
            "%(wrong)s isn’t a placeholder. Choose one from the list, and use braces only for placeholders.",
            "These aren’t placeholders: %(wrong)s. Choose from the list, and use braces only for placeholders.",
            len(wrong),
        ),
        params={"wrong": ", ".join(piece[:60] for piece in wrong[:5])},
    )
