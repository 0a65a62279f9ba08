"""Slows down whoever guesses passwords: for an address and for where it comes from, a statement each."""

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.http import HttpRequest

from core import limits
from core.keys import email_key

# Wrong passwords of one address of the network and for one account, and sign-ins of one address of the network.
WRONG_FROM_ONE_PLACE = {"rate_per_minute": 10, "burst": 10}
WRONG_FOR_ONE_ACCOUNT = {"rate_per_minute": 1, "burst": 5}
FROM_ONE_PLACE = {"rate_per_minute": 30, "burst": 30}


def take(request: HttpRequest, email: str, *, now: datetime) -> bool:
    """Whether another password may be tried. It counts as a wrong one until `give_back`."""
    place, wrong_place, account = _keys(request, email)
    return (
        limits.take(place, **FROM_ONE_PLACE, now=now)
        and limits.take(wrong_place, **WRONG_FROM_ONE_PLACE, now=now)
        and limits.take(account, **WRONG_FOR_ONE_ACCOUNT, now=now)
    )


def give_back(request: HttpRequest, email: str) -> None:
    """It was the right one. What was tried before stays counted: nobody guesses between sign-ins of their own."""
    limits.give_back(_keys(request, email)[1:])


def begin_anew(sender: Any, request: HttpRequest, user: Any, **_more: Any) -> None:
    """Whoever chose a new password by the link in a mail may sign in with it at once (allauth's signal)."""
    addresses = EmailAddress.objects.filter(user=user).values_list("email", flat=True)
    limits.drop(_account(email) for email in {user.email, *addresses})


def _keys(request: HttpRequest, email: str) -> list[str]:
    place = limits.visitor(request)
    return [f"sign-in:{place}", f"wrong-password-from:{place}", _account(email)]


def _account(email: str) -> str:
    return f"wrong-password-for:{email_key(email)}"
