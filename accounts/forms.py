"""The shape of what people say about themselves, and of what the director says about members."""

import re
from pathlib import PurePath
from typing import Any

from crispy_forms.layout import ButtonHolder
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, ngettext_lazy

from accounts import passwords, resume_kinds, roster
from accounts.models import Pitch, User
from accounts.models.resume import MOST_STEM
from centre.speaking import LanguageField
from core.forms import CleanedForm, HouseForm, Line, Lines, MostLetters, WebAddress
from core.layout import Anchor, Button, HouseHelper, Include, Once, Zones, posting
from core.text import clean_line
from core.zones import ZoneField

MOST_INVITED = 200
# Letters of an introduction.
MOST_TEXT = 5000


class SignupDetails(CleanedForm):
    """What registering asks for besides address and password."""

    name = Line(label=_("Your name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"}))

    def signup(self, request: HttpRequest, user: User) -> None:
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])


class ProfileForm(HouseForm):
    """What a member says about themselves; programme and year are asked of students only."""

    name = Line(label=_("Your name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    programme = Line(
        label=_("Programme"), max_length=200, required=False, help_text=_("For example “BSc Marine Biology”.")
    )
    graduation_year = forms.IntegerField(label=_("Year of graduation"), required=False, min_value=1950, max_value=2100)
    phone = Line(
        label=_("Phone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        help_text=_("We add it to your messages, so people can reach you on the day."),
    )
    profile_link = WebAddress(
        label=_("Profile link"),
        max_length=300,
        help_text=_("Your LinkedIn page or website. We add it to your signature."),
        error_messages={
            "invalid": _("That doesn’t look like a web address. Copy it from your browser, starting with https://")
        },
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "url"}),
    )
    time_zone = ZoneField(
        label=_("Time zone"), max_length=60, required=False, help_text=_("We show all times in this time zone.")
    )

    language = LanguageField(_("Same as careers team or browser"))

    def __init__(self, data: Any = None, *, on: User) -> None:
        super().__init__(data, on=on)
        if not on.is_student:
            del self.fields["programme"], self.fields["graduation_year"]
        if not LanguageField.is_asked():
            del self.fields["language"]

    @property
    def helper(self) -> HouseHelper:
        save = ButtonHolder(Button(_("Save the profile")))
        return HouseHelper(*self.fields, Zones(), save, action=reverse("accounts:profile"))


class PitchForm(HouseForm):
    """One version of an introduction."""

    name = Line(
        label=_("Name of this introduction"),
        max_length=80,
        help_text=_("Only you can see this, for example “For research” or “Short one”."),
    )
    shape = forms.ChoiceField(
        label=_("Format"),
        choices=Pitch.Shape.choices,
        widget=forms.RadioSelect,
        initial=Pitch.Shape.PARAGRAPH,
    )
    text = Lines(label=_("What you’ll say"), rows=8, max_length=MOST_TEXT)

    @property
    def helper(self) -> HouseHelper:
        buttons: list[Any] = [Button(_("Save the introduction"))]
        if self.on:
            buttons.append(Anchor(_("Delete this introduction"), reverse("accounts:drop_pitch", args=[self.on.pk])))
        return HouseHelper(
            Once(),
            "name",
            "shape",
            "text",
            Include("accounts/_measured.html"),
            ButtonHolder(*buttons),
            **self.measured,
        )

    @property
    def measured(self) -> dict[str, Any]:
        """The attributes of the form: its text is measured while somebody types."""
        return posting(reverse("accounts:measure_pitch"), "measured", trigger="input delay:700ms")


class ResumeForm(CleanedForm):
    """A file to upload, checked by its content."""

    file = forms.FileField(
        label=_("Your file"),
        help_text=_("PDF, Word (.docx) or OpenDocument (.odt), up to 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.odt"}),
        error_messages={"empty": _("This file is empty. Choose another one.")},
    )

    @property
    def helper(self) -> HouseHelper:
        why, save = Include("accounts/_resume_why.html"), ButtonHolder(Button(_("Add this file")))
        return HouseHelper(Once(), "file", why, save, action=reverse("accounts:keep_resume"))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > resume_kinds.MOST_BYTES:
            raise ValidationError(
                _("This file is larger than 5 MB. Save a smaller one, for example with fewer pictures.")
            )
        self.kind = resume_kinds.kind_of(file)
        if self.kind is None:
            raise ValidationError(_("We can’t read this file. Please save your résumé as a PDF and try again."))
        self.stem = clean_line(re.sub(r'[/\\:*?"<>|]', " ", PurePath(file.name).stem)).strip(". ") or "résumé"
        MostLetters(
            MOST_STEM,
            ngettext_lazy(
                "This file’s name is %(over)d letter too long. Shorten it to %(limit_value)d letters, then try again.",
                "This file’s name is %(over)d letters too long. Shorten it to %(limit_value)d letters, then try again.",
                "over",
            ),
        )(self.stem)
        return file


class MemberFilter(CleanedForm):
    """What the director looks for in the list of members; nonsense in the address finds everybody."""

    q = Line(label=_("Name or email address"), required=False, max_length=200)
    role = forms.ChoiceField(label=_("Role"), required=False, choices=[("", _("Everyone")), *User.Role.choices])

    @property
    def helper(self) -> HouseHelper:
        find, here = Button(_("Find members"), "quiet"), reverse("accounts:members")
        return HouseHelper("q", "role", find, action=here, css_class="filters", method="get", role="search")

    def typed(self, name: str) -> str:
        return str(self.cleaned_data.get(name) or "") if self.is_valid() else ""


class InviteForm(CleanedForm):
    """Addresses to invite, and as what."""

    role = forms.ChoiceField(
        label=_("Invite them as"),
        choices=[(User.Role.STUDENT, _("Students")), (User.Role.ADVISER, _("Advisers"))],
        initial=User.Role.STUDENT,
        widget=forms.RadioSelect,
    )
    emails = Lines(
        label=_("Email addresses"),
        rows=6,
        max_length=60_000,
        help_text=_(
            "One per line, with or without names, or pasted from an email. Each person gets a link that works for"
            " 14 days."
        ),
    )

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(Once(), "role", "emails", ButtonHolder(Button(_("Send invitations"))))

    def clean_emails(self) -> list[str]:
        typed, wrong = roster.read(self.cleaned_data["emails"])
        if wrong:
            raise ValidationError(
                ngettext(
                    "Check “%(wrong)s”: it doesn’t look like an email address. No invitations were sent.",
                    "Check these: %(wrong)s. They don’t look like email addresses. No invitations were sent.",
                    len(wrong),
                ),
                params={"wrong": ", ".join(line[:80] for line in wrong[:5])},
            )
        if len(typed) > MOST_INVITED:
            raise ValidationError(_("You can invite up to 200 people at a time."))
        return typed


class AcceptForm(CleanedForm):
    """What an invited person says of themselves."""

    name = Line(label=_("Your name"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    password = forms.CharField(
        label=_("Choose a password"),
        strip=False,
        validators=[MostLetters(passwords.MOST_CHARACTERS)],
        help_text=_("At least ten characters. Three or four unrelated words are easy to remember and hard to guess."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, data: Any = None, *, email: str) -> None:
        self.address = email
        super().__init__(data)

    @property
    def helper(self) -> HouseHelper:
        whose = Include("account/_whose.html")
        return HouseHelper("name", whose, "password", ButtonHolder(Button(_("Create my account"))))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "password" in cleaned:
            try:
                passwords.check(cleaned["password"], User(email=self.address, name=cleaned.get("name", "")))
            except ValidationError as error:
                self.add_error("password", error)
        return cleaned
