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

# allauth's, as their templates are called.
TO_MEMBERS = (
    *("email_confirmation_signup", "email_confirmation", "email_confirm", "email_changed", "email_deleted"),
    *("password_reset_key", "password_reset", "password_changed", "password_set"),
)
TO_ADDRESSES = ("account_already_exists", "unknown_account")


def invitation(reader: Any, now: datetime, *, role: str) -> Words:
    """What somebody reads who is invited as `role`."""
    row = Invitation(role=role, expires_at=now + VALID_FOR)
    context = {"invitation": row, "link": absolute(), "centre": Centre.current(), "by": reader}
    subject = render_to_string("accounts/mail/invitation_subject.txt", context)
    return Words(" ".join(subject.split()), render_to_string("accounts/mail/invitation.txt", context))


def of_account(reader: Any, now: datetime, *, name: str) -> Words:
    """One of allauth's mails."""
    context = {
        "centre": Centre.current(),
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
    for role in (User.Role.STUDENT, User.Role.ADVISER):
        register_sample(f"invitation_{role}", partial(invitation, role=role), to=_("to whom you invite"))
    for name in TO_MEMBERS:
        register_sample(name, partial(of_account, name=name), to=_("to a member, about their account"))
    for name in TO_ADDRESSES:
        register_sample(name, partial(of_account, name=name), to=_("to an address that somebody typed"))
