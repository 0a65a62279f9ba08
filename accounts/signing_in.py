"""allauth's forms with the house's labels: no placeholder stands in for a label, no list inside a sentence."""

from typing import Any

from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.core import context
from crispy_forms.layout import HTML, ButtonHolder
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import attempts, passwords
from accounts.models import User
from accounts.models.claims import is_taken, key_holders
from core.forms import Address, CleanedForm, MostLetters
from core.layout import Anchor, Button, HouseHelper, Include

PASSWORD_HELP = _("At least ten characters. Three or four unrelated words are easy to remember and hard to guess.")
WORDS: dict[str, tuple[Any, Any]] = {
    "login": (_("Email address"), ""),
    "email": (_("Email address"), ""),
    "password": (_("Password"), ""),
    "oldpassword": (_("Current password"), ""),
    "password1": (_("New password"), PASSWORD_HELP),
    "password2": (_("The same password again"), ""),
}


class InOurWords(CleanedForm):
    """What each form of allauth is given: our labels, our buttons, and no placeholders."""

    # The name of the address that the form is sent to; empty: that of its page.
    sent_to = ""
    buttons: tuple[Any, ...] = ()
    # What stands above the fields.
    above: tuple[Any, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.EmailField):
                field = self.fields[name] = Address(to_sign_in=True, required=field.required, widget=field.widget)
            field.widget.attrs.pop("placeholder", None)
            if name in WORDS:
                field.label, field.help_text = WORDS[name]
            if isinstance(field.widget, forms.PasswordInput):
                # Argon2 would work on whatever is sent.
                field.validators.append(MostLetters(passwords.MOST_CHARACTERS))

    @property
    def helper(self) -> HouseHelper:
        # Where to go on, as allauth's views hand it to the page.
        go_on = HTML("{{ redirect_field }}")
        action = reverse(self.sent_to) if self.sent_to else ""
        whose = [Include("account/_whose.html")] if self.address else []
        return HouseHelper(go_on, *self.above, *whose, *self.fields, ButtonHolder(*self.buttons), action=action)

    @property
    def address(self) -> str:
        """Whose password the form is about, where a member is known and no field says it."""
        member = getattr(self, "user", None)
        return member.email if isinstance(member, User) and {"password", "password1"} & self.fields.keys() else ""


class LoginForm(InOurWords, allauth.LoginForm):  # type: ignore[misc]
    sent_to = "account_login"
    buttons = (Button(_("Sign in")),)
    # Words that met a lapsed session go along (core/unsent.py).
    above = (Include("core/_unsent.html"),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class SignupForm(InOurWords, allauth.SignupForm):  # type: ignore[misc]
    sent_to = "account_signup"
    field_order = ("name", "email", "password1", "password2")
    buttons = Button(_("Create my account")), Include("account/_to_sign_in.html", words=_("I already have an account"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("Choose a password")
        self.fields["email"].widget.attrs["autocomplete"] = "username"

    def validate_unique_email(self, value: str) -> str:
        """Whoever only claimed the address does not keep its owner out."""
        self.account_already_exists = is_taken(value)
        return value

    def clean_email(self) -> str:
        """Only here: a member with another address may still ask for a new password."""
        email: str = super().clean_email()
        get_adapter().refuse_uninvited(context.request, email)
        return email

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not attempts.may_register(context.request, now=timezone.now()):
            raise get_adapter().validation_error("too_many_from_here")
        return cleaned


class AddEmailForm(InOurWords, allauth.AddEmailForm):  # type: ignore[misc]
    sent_to = "account_email"
    buttons = (Button(_("Add this address"), name="action_add"),)

    def clean_email(self) -> str:
        """One unproven address at a time, and few in a day: whoever else it belongs to gets a mail."""
        email: str = super().clean_email()
        waiting = EmailAddress.objects.filter(user=self.user, verified=False).first()
        if waiting is not None:
            raise ValidationError(
                _("Confirm %(email)s first with the link we emailed to it, or remove it."),
                params={"email": waiting.email},
            )
        if not attempts.may_claim(self.user, now=timezone.now()):
            raise get_adapter().validation_error("too_many_new_addresses")
        return email


class ChangePasswordForm(InOurWords, allauth.ChangePasswordForm):  # type: ignore[misc]
    sent_to = "account_change_password"
    buttons = (
        Button(_("Change password")),
        Anchor(_("Forgot your password?"), reverse_lazy("account_reset_password")),
    )

    def clean_oldpassword(self) -> str:
        """The present password is guessed here as well as at the entrance, so it is counted as there."""
        present: str = self.cleaned_data["oldpassword"]
        if not get_adapter().reauthenticate(self.user, present):
            raise get_adapter().validation_error("enter_current_password")
        return present


class SetPasswordForm(InOurWords, allauth.SetPasswordForm):  # type: ignore[misc]
    sent_to = "account_set_password"
    buttons = (Button(_("Save this password")),)


class ResetPasswordForm(InOurWords, allauth.ResetPasswordForm):  # type: ignore[misc]
    sent_to = "account_reset_password"
    buttons = Button(_("Send me the link")), Include("account/_to_sign_in.html", words=_("Back to sign in"))

    def clean_email(self) -> str:
        email: str = super().clean_email()
        self.users = key_holders(email)
        return email

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not attempts.may_ask_for_mail(context.request, now=timezone.now()):
            raise get_adapter().validation_error("too_many_from_here")
        return cleaned


class ResetPasswordKeyForm(InOurWords, allauth.ResetPasswordKeyForm):  # type: ignore[misc]
    buttons = (Button(_("Save this password")),)


class UserTokenForm(CleanedForm, allauth.UserTokenForm):  # type: ignore[misc]
    """What a link to a new password holds: the member and the proof."""

    reset_user: User | None

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not (self.reset_user and self.reset_user.is_active):
            self.reset_user = None
            raise get_adapter().validation_error("invalid_password_reset")
        return cleaned


class ReauthenticateForm(InOurWords, allauth.ReauthenticateForm):  # type: ignore[misc]
    sent_to = "account_reauthenticate"
    buttons = (Button(_("Confirm")),)
