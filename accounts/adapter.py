"""Who may register and what allauth says: the centre's rules, in the house's words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts import attempts, mails
from accounts.models import User
from centre.models import Centre
from core import links
from core.keys import email_key
from core.outbox import Outgoing, post


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's questions, answered from the centre's page."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "cannot_remove_primary_email": _("You sign in with this address. Choose another one for that first."),
        "duplicate_email": _("This address is yours already."),
        "email_password_mismatch": _(
            "This address and this password do not belong together. Check both and try again."
        ),
        "email_taken": _("Somebody has an account with this address. Sign in, or ask for a new password."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_password": _("This is not your password."),
        "max_email_addresses": _("You cannot have more than %d addresses."),
        "too_many_login_attempts": _("That was tried too often. Wait five minutes, then try again."),
        "unverified_primary_email": _("Confirm this address first, with the link in its mail."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return Centre.current().registration != Centre.Registration.INVITED

    def refuse_uninvited(self, request: HttpRequest, email: str) -> None:
        """Raise a sentence when the centre does not let the owner of `email` register."""
        centre = Centre.current()
        if not centre.welcomes(email):
            raise ValidationError(
                _("Here you register with an address at %(domains)s. If you have none, ask the centre to invite you."),
                params={"domains": ", ".join(centre.domain_list)},
            )

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse whoever tried too often, before the password is looked at (settings.ACCOUNT_RATE_LIMITS)."""
        if not attempts.take(request, credentials.get("email", ""), now=timezone.now()):
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        user: AbstractBaseUser | None = super().authenticate(request, **credentials)
        if user:
            attempts.give_back(request, credentials.get("email", ""))
        return user

    def new_user(self, request: HttpRequest) -> User:
        """Whoever registers becomes a student; other roles come by invitation."""
        return User(role=User.Role.STUDENT)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Post the mail; it names the centre and leads to this installation's own address.

        A mail with a key that lets somebody in does not wait in the outbox: it is written when it leaves.
        """
        context = {"centre": Centre.current(), "base_url": links.absolute(), "email": email, **context}
        letter, user = self.render_mail(template_prefix, email, context), context.get("user")
        text, writer, about = letter.body, "", {}
        if "key" in context:
            text, about = "", {"language": get_language()}
            if template_prefix.endswith("/password_reset_key"):
                writer, about["member"] = mails.RESET, context["user"].pk
            else:
                address = EmailAddress.objects.get(user=context["user"], email=email_key(email))
                writer, about["address"] = mails.CONFIRM, address.pk
        outgoing = Outgoing(
            to=email,
            kind=template_prefix.rpartition("/")[2],
            subject=letter.subject,
            text=text,
            member_id=user.pk if isinstance(user, User) else None,
            writer=writer,
            about=about,
        )
        post(outgoing, now=timezone.now())

    def get_client_ip(self, request: HttpRequest) -> str:
        """The visitor's address; empty where a proxy on a socket names none, which is no reason to refuse."""
        try:
            return str(super().get_client_ip(request))
        except PermissionDenied:
            return ""

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return super().get_login_redirect_url(request)  # type: ignore[no-any-return]
