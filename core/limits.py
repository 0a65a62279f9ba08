"""Slows down whoever tries too often: a token bucket in Postgres, counted once for all processes."""

import ipaddress
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection
from django.db.models import F
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from core.apart import delete_apart
from core.models import Bucket

# No limit may take longer to fill (see `take`): a row that is forgotten then counted nothing any more.
FORGET_AFTER = timedelta(days=1)
# IPv4 as IPv6 writes it: mapped (RFC 4291, 2.5.5.2), and behind a translator of the well-known prefix (RFC 6052).
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")

# A clock that was set back takes nothing out: the bucket then stands as it was.
_TAKE = """
INSERT INTO core_bucket AS b (key, tokens, filled_at) VALUES (%(key)s, %(burst)s - 1, %(now)s)
ON CONFLICT (key) DO UPDATE SET
    tokens = LEAST(%(burst)s,
        b.tokens + GREATEST(EXTRACT(EPOCH FROM %(now)s - b.filled_at), 0) / 60 * %(rate)s) - 1,
    filled_at = GREATEST(%(now)s, b.filled_at)
WHERE LEAST(%(burst)s,
    b.tokens + GREATEST(EXTRACT(EPOCH FROM %(now)s - b.filled_at), 0) / 60 * %(rate)s) >= 1
RETURNING tokens
"""


def take(key: str, *, rate_per_minute: float, burst: int, now: datetime) -> bool:
    """Whether the owner of `key` has an attempt left; it is taken.

    In: `key` says what is counted and for whom ("reply:203.0.113.7"); only its keyed hash is kept. `burst` attempts
    may come at once, then `rate_per_minute` more each minute. A transaction that is rolled back gives them back.
    Raises ValueError for a limit that outlives its row.
    """
    if timedelta(minutes=burst / rate_per_minute) > FORGET_AFTER:
        raise ValueError(f"{burst} at {rate_per_minute} a minute take longer than {FORGET_AFTER} to fill.")
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, {"key": _hashed(key), "burst": float(burst), "rate": float(rate_per_minute), "now": now})
        return cursor.fetchone() is not None


def give_back(keys: Iterable[str]) -> None:
    """Put back one attempt of each of `keys`; never more than may come at once, which `take` sees to."""
    Bucket.objects.filter(key__in=[_hashed(key) for key in keys]).update(tokens=F("tokens") + 1)


def drop(keys: Iterable[str]) -> None:
    """Let `keys` begin anew."""
    Bucket.objects.filter(key__in=[_hashed(key) for key in keys]).delete()


def visitor(request: HttpRequest) -> str:
    """Whom to count where nobody is signed in: the network address; of IPv6 the /64 that one household has.

    With proxies in front (settings.ALLAUTH_TRUSTED_PROXY_COUNT) it is what the outermost of them says, and what names
    nobody there ("unknown", RFC 7239) counts as the proxy that said so.
    """
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    hops = request.headers.get("X-Forwarded-For", "").split(",")
    trusted = hops[-proxies:] if proxies and len(hops) >= proxies else []
    found = (network(hop) for hop in (*trusted, request.META.get("REMOTE_ADDR", "")))
    return next(filter(None, found), "unknown")


def network(hop: str) -> str:
    """The address in `hop`, as servers and proxies write it: with a port, in brackets, quoted; "" where it is none."""
    hop = hop.strip().strip('"')
    if hop.startswith("["):
        hop = hop[1:].partition("]")[0]
    elif hop.count(":") == 1:
        hop = hop.partition(":")[0]
    try:
        address = ipaddress.ip_address(hop.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        inside = address.ipv4_mapped
        if address in _TRANSLATED:
            inside = ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
        if inside is None:
            return str(ipaddress.ip_network(f"{address}/64", strict=False))
        address = inside
    return str(address)


def forget(*, now: datetime) -> None:
    """Drop buckets that have long been full again. Raises BadRows."""
    delete_apart("bucket", Bucket.objects.filter(filled_at__lt=now - FORGET_AFTER))


def _hashed(key: str) -> str:
    return salted_hmac("limits", key, algorithm="sha256").hexdigest()
