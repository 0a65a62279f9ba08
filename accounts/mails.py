"""Mails whose link lets somebody in: their words are written when they leave, so that no row ever holds the link."""

from datetime import datetime
from typing import Any

from allauth.account import app_settings
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from accounts.models.invitation import Invitation
from accounts.models.user import User
from centre.models import Centre
from core import links, outbox, times
from core.models import Mail
from core.outbox import Words

INVITATION, CONFIRM, RESET = "accounts.invitation", "accounts.confirm", "accounts.reset"


def invitation(mail: Mail, now: datetime) -> Words | None:
    """The invitation with its link; None when it was answered, withdrawn or sent anew."""
    row = Invitation.objects.open(now).select_related("invited_by").filter(pk=mail.about["invitation"]).first()
    secret = links.derived(mail.message_id)
    if row is None or row.token_hash != links.hashed(secret):
        return None
    row.mailed(now=now)
    link = links.absolute(reverse("accounts:accept", args=[secret]))
    centre = Centre.current()
    context: dict[str, Any] = {"invitation": row, "link": link, "centre": centre, "by": row.invited_by}
    subject = " ".join(render_to_string("accounts/mail/invitation_subject.txt", context).split())
    # Nobody knows yet where they live: its last day is said as it is at the centre.
    with timezone.override(times.zone(centre.time_zone)):
        return Words(subject, render_to_string("accounts/mail/invitation.txt", context))


def confirm(mail: Mail, now: datetime) -> Words | None:
    """The confirmation of an address; None when it is confirmed or gone."""
    address = EmailAddress.objects.filter(pk=mail.about["address"], verified=False).first()
    if address is None:
        return None
    link = links.absolute(reverse("account_confirm_email", args=[EmailConfirmationHMAC(address).key]))
    return _written(mail, activate_url=link)


def reset(mail: Mail, now: datetime) -> Words | None:
    """The way to a new password; None when the member is gone."""
    user = User.objects.filter(pk=mail.about["member"], is_active=True).first()
    if user is None:
        return None
    key = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    link = links.absolute(reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key]))
    return _written(mail, password_reset_url=link)


def _written(mail: Mail, **addresses: str) -> Words:
    """The words of allauth's own mail, in the language in which somebody asked for it."""
    context = {"centre": Centre.recent(), "base_url": links.absolute(), **addresses}
    with translation.override(mail.about["language"]):
        return Words(mail.subject, render_to_string(f"account/email/{mail.kind}_message.txt", context))


def connect() -> None:
    """Write these mails; called once, from AccountsConfig.ready."""
    outbox.register_writer(INVITATION, invitation)
    outbox.register_writer(CONFIRM, confirm)
    outbox.register_writer(RESET, reset)
