"""Who may register and what allauth says: the centre's rules, in the house's words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts import attempts, mails, passwords
from accounts.models import User
from centre.models import Centre
from core import limits, links
from core.keys import email_key
from core.outbox import Outgoing, post

# The mails of allauth that whoever names an address has sent to it.
ASKED_FOR = {
    "account_already_exists",
    "email_confirmation",
    "email_confirmation_signup",
    "password_reset_key",
    "unknown_account",
}


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's questions, answered from the centre's page."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "cannot_remove_primary_email": _("You sign in with this address. Make another one your main address first."),
        "duplicate_email": _("You’ve already added this address."),
        "email_password_mismatch": _("That email and password don’t match. Check both and try again."),
        "email_taken": _("Someone already has an account with this address. Sign in, or ask for a new password."),
        "enter_current_password": _("That isn’t your current password."),
        "incorrect_password": _("That isn’t your password."),
        "max_email_addresses": _("You can’t have more than %d addresses."),
        "too_many_from_here": _("Too many tries from your network. Wait a few minutes, then try again."),
        "too_many_new_addresses": _("You’ve added a lot of addresses today. Try again tomorrow."),
        "too_many_login_attempts": _("Too many tries. Please wait five minutes and try again."),
        "unverified_primary_email": _("Confirm this address first, with the link we emailed to it."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return Centre.current().registration != Centre.Registration.INVITED

    def refuse_uninvited(self, request: HttpRequest, email: str) -> None:
        """Raise a sentence when the centre does not let the owner of `email` register."""
        centre = Centre.current()
        if not centre.welcomes(email):
            raise ValidationError(
                _("Use an email address at %(domains)s. If you don’t have one, ask your careers team to invite you."),
                params={"domains": ", ".join(centre.domain_list)},
            )

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse whoever tried too often, before the password is looked at (settings.ACCOUNT_RATE_LIMITS)."""
        self.attempt = attempts.Attempt(request, credentials.get("email", ""), now=timezone.now())
        if not self.attempt.take():
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        user: AbstractBaseUser | None = super().authenticate(request, **credentials)
        if user:
            self.attempt.give_back()
        return user

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **more: Any) -> HttpResponse:
        answer: HttpResponse = super().post_login(request, user, **more)
        if isinstance(user, User):
            attempts.remember(request, answer, user, now=timezone.now())
        return answer

    def clean_password(self, password: str, user: AbstractBaseUser | None = None) -> str:
        passwords.check(password, user)
        return password

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """A link to a closed account has ended, as the one to a new password has."""
        return bool(email_address.user.is_active and super().confirm_email(request, email_address))

    def is_safe_url(self, url: str) -> bool:
        """Whether signing in may lead on to `url`: a page of this site, and of no other that is allowed besides."""
        host, secure = self.request.get_host(), self.request.is_secure()
        return bool(url_has_allowed_host_and_scheme(url, {host}, require_https=secure))

    def get_client_ip(self, request: HttpRequest) -> str:
        """Read where everything reads it, so that there is one answer."""
        return limits.visitor(request)

    def new_user(self, request: HttpRequest) -> User:
        """Whoever registers becomes a student; other roles come by invitation."""
        return User(role=User.Role.STUDENT)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Post the mail; it names the centre and leads to this installation's own address.

        A mail with a key that lets somebody in does not wait in the outbox: it is written when it leaves. What anybody
        can have sent to an address, by naming it, goes there a few times only: the mails before hold the same.
        """
        kind, now = template_prefix.rpartition("/")[2], timezone.now()
        if kind in ASKED_FOR and not attempts.may_mail(kind, email, now=now):
            return
        context = {"centre": Centre.current(), "base_url": links.absolute(), "email": email, **context}
        letter, user = self.render_mail(template_prefix, email, context), context.get("user")
        text, writer, about = letter.body, "", {}
        if "key" in context:
            text, about = "", {"language": get_language()}
            if kind == "password_reset_key":
                writer, about["member"] = mails.RESET, context["user"].pk
            else:
                address = EmailAddress.objects.get(user=context["user"], email=email_key(email))
                writer, about["address"] = mails.CONFIRM, address.pk
        outgoing = Outgoing(
            to=email,
            kind=kind,
            subject=letter.subject,
            text=text,
            member_id=user.pk if isinstance(user, User) else None,
            writer=writer,
            about=about,
        )
        post(outgoing, now=now)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return super().get_login_redirect_url(request)  # type: ignore[no-any-return]
