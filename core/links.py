"""Addresses: whole ones of this installation, those to lead back to, and secret links.

Secret links: whoever holds one may do what it says, without an account. How they are made, and kept out of logs.

All of them begin with PREFIX, so that one rule hides them in every line that is logged, and one middleware
(core.middleware.guard_links) keeps them from caches, search engines and the pages that are opened next.
"""

import base64
import hashlib
import logging
import re
import secrets
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import register_converter
from django.utils.crypto import salted_hmac
from django.utils.http import url_has_allowed_host_and_scheme

PREFIX = "/r/"
SECRET_BYTES = 32
# What follows the prefix, but for a first word in small letters that says what kind of link it is ("/r/do/…");
# and the links of members.
_BEFORE = r"(/r/+(?:[a-z]{1,12}/+)?|/you/invitation/|/account/password/reset/key/|/account/confirm-email/)"
_SECRET = re.compile(rf"{_BEFORE}[^\s/?#\"'<>]+")
# As long as a secret, and as mixed: one whose address was written otherwise ("%2Fr%2F", "/%72/").
_MIXED = re.compile(r"(?<![A-Za-z0-9_-])(?=[a-z0-9_-]*[A-Z])(?=[A-Z0-9_-]*[a-z])[A-Za-z0-9_-]{43,}")
# What a mail program takes along from the sentence or the markup around an address.
_SIGN = r"[\s)\]}>,.;:!?'\"*’”»…]"
_BEHIND = re.compile(rf"(?P<path>{_BEFORE}[\w:-]{{20,}}[\w-](?:/[\w./-]*\w)?)/*{_SIGN}(?:/|{_SIGN})*")
# What stands in kept words for a link that nobody may keep.
LINK = "[link]"
# What is typed on behind a secret is no longer its address, and still holds it.
_LINK = re.compile(r"(?:https?://[^\s/]{1,253})?/(?:r|%72|%52)/+[A-Za-z0-9_-]{43,}+/?")


def absolute(path: str = "") -> str:
    """The whole address of `path` (which begins with a stroke) on this installation, as a mail or a file says it."""
    base: str = settings.BASE_URL
    return base.rstrip("/") + path


def host() -> str:
    """The name of this installation's machine, as message and calendar identities end with it."""
    return urlsplit(settings.BASE_URL).hostname or "localhost"


def way_back(request: HttpRequest, name: str = "next") -> str:
    """The page of this site that the form or the address names to go on to; nothing where it leads elsewhere."""
    to = request.POST.get(name) or request.GET.get(name, "")
    safe = url_has_allowed_host_and_scheme(to, {request.get_host()}, require_https=request.is_secure())
    # What does not begin with a stroke would be taken for the name of an address.
    return to if safe and to.startswith("/") else ""


def mint() -> str:
    """A new secret of 32 random bytes, as an address may hold it: 43 letters."""
    return secrets.token_urlsafe(SECRET_BYTES)


def hashed(secret: str) -> str:
    """What is kept of a secret: its SHA-256 in hexadecimal. 256 random bits need neither salt nor stretching."""
    return hashlib.sha256(secret.encode()).hexdigest()


def derived(seed: str, key: str | None = None) -> str:
    """The secret of a link, from what is kept of it: the Message-ID of the mail that carries it, or random letters.

    It is the same whenever it is asked for, and nobody can build it without the installation's key (or the earlier
    `key`).
    """
    made = salted_hmac("link", seed, secret=key, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()


def derived_before(seed: str, hash: str) -> str:
    """The secret derived from `seed` whose `hash` was kept, by this key or an earlier one; "" where no key made it."""
    made = (derived(seed, key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))
    return next((secret for secret in made if hashed(secret) == hash), "")


def hidden(words: str) -> str:
    """`words` with the secret of every link taken out."""
    return _MIXED.sub("…", _SECRET.sub(r"\1…", words))


def without_signs(path: str) -> str:
    """The `path` of a secret link without the signs behind it, whether there is such a link or not; else unchanged."""
    behind = _BEHIND.fullmatch(path)
    return behind["path"] if behind else path


def without_links(words: str) -> str:
    """`words` with LINK in the place of every secret link, so that they may be kept."""
    return _LINK.sub(LINK, words)


class LineFormatter(logging.Formatter):
    """A line of the log, and what went wrong below it, without the secret of any link."""

    def format(self, record: logging.LogRecord) -> str:
        return hidden(super().format(record))


class SecretConverter:
    """The part of an address that is a secret as `mint` makes them."""

    regex = "[A-Za-z0-9_-]{43}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(SecretConverter, "secret")
