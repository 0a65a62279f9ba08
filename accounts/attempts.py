"""Slows down whoever guesses passwords, and keeps nobody out because somebody else did.

Wrong passwords are counted by account and network. Who comes from where the member was before, by a network or by a
browser that carries the mark of an earlier sign-in, is counted by that alone; everybody else also by the account from
wherever they come, so that many networks together guess no more than one, and by the network for all accounts.
No key holds what a visitor can choose but the account that they name (docs/decisions/0054).
"""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string

from accounts.models import KnownPlace, User
from core import limits
from core.keys import email_key

# Wrong passwords for one account: from one place, and from all that its owner was not at before.
WRONG_FOR_ONE_ACCOUNT: dict[str, Any] = {"rate_per_minute": 1, "burst": 5}
# Wrong passwords for all accounts from one network that is new to each of them: a lecture hall mistypes often.
WRONG_FROM_ONE_NETWORK: dict[str, Any] = {"rate_per_minute": 30, "burst": 100}
# Accounts and links to a new password that are asked for from one network.
NEW_ACCOUNTS: dict[str, Any] = {"rate_per_minute": 10, "burst": 200}
NEW_PASSWORDS: dict[str, Any] = {"rate_per_minute": 20, "burst": 200}
# Mails of one kind to one address, and addresses that one member claims: five in a day.
MAILS: dict[str, Any] = {"rate_per_minute": 0.1, "burst": 3}
CLAIMS: dict[str, Any] = {"rate_per_minute": 5 / 1440, "burst": 5}

MARK = "signed_in_here"
MARK_LASTS = timedelta(days=180)


class Attempt:
    """One password that is tried. It counts as a wrong one until `give_back`."""

    def __init__(self, request: HttpRequest, email: str, *, now: datetime) -> None:
        self.now = now
        self._keys = _keys(request, email, now)

    def take(self) -> bool:
        """Whether it may be tried."""
        return all(limits.take(key, **limit, now=self.now) for key, limit in self._keys.items())

    def give_back(self) -> None:
        """It was the right one. What was tried before stays counted: nobody guesses between sign-ins of their own."""
        limits.give_back(self._keys)


def remember(request: HttpRequest, answer: HttpResponse, user: User, *, now: datetime) -> None:
    """`user` signed in well: from here, and with the browser that is given `answer`, their attempts count apart."""
    KnownPlace.remember(user, limits.visitor(request), now=now)
    answer.set_cookie(
        MARK,
        _signer().sign(f"{user.pk}-{get_random_string(12)}"),
        max_age=MARK_LASTS,
        path=urljoin(reverse("account_login"), ".."),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def begin_anew(sender: Any, request: HttpRequest, user: User, **_more: Any) -> None:
    """Whoever chose a new password by the link in a mail may sign in with it at once (allauth's signal)."""
    network = limits.visitor(request)
    limits.drop([_for_account(user.pk), _for_account(user.pk, network)])
    KnownPlace.remember(user, network, now=timezone.now())


def may_register(request: HttpRequest, *, now: datetime) -> bool:
    """Whether one more account may be asked for from there; a year of students may register in one lecture."""
    return limits.take(f"new-account-from:{limits.visitor(request)}", **NEW_ACCOUNTS, now=now)


def may_ask_for_mail(request: HttpRequest, *, now: datetime) -> bool:
    """Whether one more link to a new password may be asked for from there."""
    return limits.take(f"new-password-from:{limits.visitor(request)}", **NEW_PASSWORDS, now=now)


def may_claim(user: User, *, now: datetime) -> bool:
    """Whether `user` may name one more address as theirs."""
    return limits.take(f"new-address-of:{user.pk}", **CLAIMS, now=now)


def may_mail(kind: str, email: str, *, now: datetime) -> bool:
    """Whether one more mail of `kind` may go to an address that others can name."""
    return limits.take(f"mail:{kind} {email_key(email)}", **MAILS, now=now)


def _keys(request: HttpRequest, email: str, now: datetime) -> dict[str, dict[str, Any]]:
    """What is counted, and its limit; the narrowest first, so that what is refused there costs the others nothing."""
    network = limits.visitor(request)
    found = sorted(User.objects.with_address(email).values_list("pk", flat=True))
    mark = _mark(request)
    if mark and int(mark.partition("-")[0]) in found:
        return {f"wrong-password-with:{mark}": WRONG_FOR_ONE_ACCOUNT}
    # Each by itself: whoever claims an address of somebody else makes no new key of the two.
    whose: list[Any] = [*found] or [email_key(email)]
    here = {_for_account(one, network): WRONG_FOR_ONE_ACCOUNT for one in whose}
    if found and KnownPlace.knows(found, network, now=now):
        return here
    return {
        **here,
        **{_for_account(one): WRONG_FOR_ONE_ACCOUNT for one in whose},
        f"wrong-password-from:{network}": WRONG_FROM_ONE_NETWORK,
    }


def _for_account(whose: Any, network: str = "anywhere") -> str:
    return f"wrong-password-for:{whose} from:{network}"


def _mark(request: HttpRequest) -> str:
    """The mark of an earlier sign-in that the browser carries; "" where there is none of ours."""
    try:
        return _signer().unsign(request.COOKIES.get(MARK, ""), max_age=MARK_LASTS)
    except signing.BadSignature:
        return ""


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(salt="accounts.attempts")
