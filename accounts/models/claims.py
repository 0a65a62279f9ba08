"""Addresses that somebody said were theirs and never proved: they count for nothing (docs/decisions/0049)."""

from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction

from accounts.models.user import User
from core.keys import email_key
from core.locking import locked


def is_taken(email: str) -> bool:
    """Whether a member has `email`, or somebody registered with it who has not come in yet."""
    return User.objects.taken(email).exists()


def key_holders(email: str) -> list[User]:
    """Whom a new password is offered to by a mail to `email`: who proved it, or else who registered with it.

    Never who claims it beside another address: its owner would be sent the key to somebody else's account.
    """
    return list(User.objects.with_address(email).active() or User.objects.taken(email).active())


def throw_out_claims(email: str) -> None:
    """Take `email` from everybody who never confirmed it, because its owner has; to be called in their transaction.

    Whoever registered with it never came in, and there is nothing in that account: it goes. A member who wanted it
    beside their own address keeps their own.
    """
    claims = EmailAddress.objects.filter(email=email_key(email), verified=False)
    for claim in locked(claims.select_related("user")):
        member, own = claim.user, EmailAddress.objects.filter(user=claim.user, verified=True).first()
        if own is None and member.last_login is None:
            member.delete()
            continue
        claim.delete()
        if own is not None and member.email == claim.email:
            own.set_as_primary()


def after_proof(sender: Any, email_address: EmailAddress, **_more: Any) -> None:
    """Somebody confirmed an address: nobody else claims it any more (allauth's signal)."""
    with transaction.atomic():
        throw_out_claims(email_address.email)
