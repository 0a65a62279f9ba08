"""The mails of signing in, with made-up facts."""

from datetime import datetime
from functools import partial
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from accounts.models import Invitation, User
from accounts.models.invitation import VALID_FOR
from centre.models import Centre
from core.links import absolute
from core.outbox import Words
from core.samples import register_sample

# allauth's, as their templates are called, and to whom they go.
TO = {
    "email_confirmation_signup": _("to a new member, to confirm their address"),
    "email_confirmation": _("to a member, to confirm a further address"),
    "email_confirm": _("to a member who confirmed an address"),
    "email_changed": _("to a member who changed their main address"),
    "email_deleted": _("to a member who removed an address"),
    "password_reset_key": _("to a member who forgot their password"),
    "password_reset": _("to a member who chose a new password by its link"),
    "password_changed": _("to a member who changed their password"),
    "password_set": _("to a member who chose their first password"),
    "account_already_exists": _("to a member whose address someone wants to register with"),
    "unknown_account": _("to an address without an account, if someone asks for its password"),
}


def invitation(reader: Any, now: datetime, *, role: str) -> Words:
    """What somebody reads who is invited as `role`."""
    row = Invitation(role=role, expires_at=now + VALID_FOR)
    context = {"invitation": row, "link": absolute(), "centre": Centre.recent(), "by": reader}
    subject = render_to_string("accounts/mail/invitation_subject.txt", context)
    return Words(" ".join(subject.split()), render_to_string("accounts/mail/invitation.txt", context))


def of_account(reader: Any, now: datetime, *, name: str) -> Words:
    """One of allauth's mails."""
    context = {
        "centre": Centre.recent(),
        "base_url": absolute(),
        "email": "sam@example.edu",
        **dict.fromkeys(("activate_url", "password_reset_url", "signup_url"), absolute()),
        "from_email": "old@example.edu",
        "to_email": "new@example.edu",
        "deleted_email": "old@example.edu",
        "ip": "203.0.113.7",
        "timestamp": now,
    }
    subject = render_to_string(f"account/email/{name}_subject.txt", context)
    return Words(" ".join(subject.split()), render_to_string(f"account/email/{name}_message.txt", context))


def register() -> None:
    """Let the director look at these mails."""
    invited = {User.Role.STUDENT: _("to a student you invite"), User.Role.ADVISER: _("to an adviser you invite")}
    for role, to in invited.items():
        register_sample(f"invitation_{role}", partial(invitation, role=role), to=to)
    for name, to in TO.items():
        register_sample(name, partial(of_account, name=name), to=to)
