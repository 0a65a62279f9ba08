"""Mails whose link lets somebody in: their words are written when they leave, so that no row ever holds the link."""

from datetime import datetime
from typing import Any

from allauth.account import app_settings
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from accounts.models.invitation import Invitation
from accounts.models.user import User
from centre.models import Centre
from core import links, outbox, times
from core.models import Mail
from core.outbox import Words

INVITATION, CONFIRM, RESET = "accounts.invitation", "accounts.confirm", "accounts.reset"
# Where the key stands in a text that waits: a character for private use, which nobody types.
KEY = "\ue000"


def invitation(mail: Mail, now: datetime) -> Words | None:
    """The invitation with its link; None when it was answered, withdrawn or sent anew."""
    row = Invitation.objects.open(now).select_related("invited_by").filter(pk=mail.about["invitation"]).first()
    secret = links.derived(mail.message_id)
    if row is None or row.token_hash != links.hashed(secret):
        return None
    row.mailed(now=now)
    link = settings.BASE_URL.rstrip("/") + reverse("accounts:accept", args=[secret])
    centre = Centre.current()
    told: dict[str, Any] = {"invitation": row, "link": link, "centre": centre, "by": row.invited_by}
    subject = " ".join(render_to_string("accounts/mail/invitation_subject.txt", told).split())
    # Nobody knows yet where they live: its last day is said as it is at the centre.
    with timezone.override(times.zone(centre.time_zone)):
        return Words(subject, render_to_string("accounts/mail/invitation.txt", told))


def confirm(mail: Mail, now: datetime) -> Words | None:
    """The confirmation of an address; None when it is confirmed or gone."""
    address = EmailAddress.objects.filter(pk=mail.about["address"], verified=False).first()
    return _with_key(mail, EmailConfirmationHMAC(address).key) if address else None


def reset(mail: Mail, now: datetime) -> Words | None:
    """The way to a new password; None when the member is gone."""
    user = User.objects.filter(pk=mail.about["member"], is_active=True).first()
    return _with_key(mail, app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)) if user else None


def _with_key(mail: Mail, key: str) -> Words:
    return Words(mail.subject, mail.text.replace(KEY, key))


def connect() -> None:
    """Write these mails; called once, from AccountsConfig.ready."""
    outbox.register_writer(INVITATION, invitation)
    outbox.register_writer(CONFIRM, confirm)
    outbox.register_writer(RESET, reset)
