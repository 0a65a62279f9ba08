"""What the environment may say, read once and checked: a missing or malformed value refuses to start."""

import re
import sys
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.utils import getaddresses
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

import environ
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import EmailValidator
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.pq import PGconn

from config.readers import Environment

BASE_DIR = Path(__file__).resolve().parent.parent

# What every sentence of the product is written in.
SOURCE_LANGUAGE = "en-gb"
# Languages of ours that Django's own list does not name.
OUR_LANGUAGES = {"en-us": "American English"}

# A key that Django's own check calls long enough (security.W009), and more different letters than a word repeated has.
KEY_LENGTH, KEY_LETTERS = 50, 10
# What examples and templates hold in a key's place. Words so long stand in no key that was made by chance.
_PUBLIC = re.compile(r"\{\{.*\}\}|\$\{.*\}|^<.*>$")
_EXAMPLES = re.compile(
    "change(?:me|this)|replace(?:me|this)|example|insecure|placeholder|secretkey|(?:your|my|some|super|top|not)secret"
    "|yourkey|keyhere|development|fortesting"
)
_PARTS = re.compile(r"[-_ .]")
DEVELOPMENT_KEY = "for-development-only-" + "0" * 40
# Of the 64 letters that stand before an @ (RFC 5321, 4.5.3.1.1) each mail's own mark takes up to 44.
BOUNCES_LENGTH = 20
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\.?")
# What ends a part of a URL must be written otherwise where it is meant as a letter.
_ENCODE = "In its password write & as %26, @ as %40, / as %2F, # as %23 and % as %25."

# What a connection may wait for, seconds: another's lock, the end of one statement, and us within a transaction.
LIMITS: dict[str, dict[str, float]] = {
    "web": {"lock": 1.5, "statement": 2, "idle": 30},
    "worker": {"lock": 10, "statement": 300, "idle": 120},
    # Migrations and whatever else is run by hand: nobody queues long behind one, and none is cut off at its work.
    "command": {"lock": 10, "statement": 0, "idle": 0},
}

# What libpq does on our side of a connection, so that a server which vanished without a word is noticed. It passes
# through every pooler, and the address may say it otherwise.
PATIENCE: dict[str, Any] = {
    "keepalives": "1",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",  # milliseconds
}

# What libpq reads as a whole number, and only as it connects.
_WHOLE = ["connect_timeout", *PATIENCE]

env = Environment()
environ.Env.read_env(BASE_DIR / ".env")


def part() -> str:
    """What this process is: "web" where it began with config/wsgi.py, "worker", or "command"."""
    if "config.wsgi" in sys.modules:
        return "web"
    works = sys.argv[1:2] == ["worker"] or sys.argv[1:3] == ["procrastinate", "worker"]
    return "worker" if works else "command"


def var_dir() -> Path:
    """The folder for everything that is written while running: embedded database, uploads, sent mails."""
    return env.folder("VAR_DIR", BASE_DIR / "var")


def secret_key(*, debug: bool) -> str:
    """The key of this installation. Raises ImproperlyConfigured where somebody could guess it."""
    key = env.text("SECRET_KEY")
    if debug and not key:
        return DEVELOPMENT_KEY
    make = "Make one: python3 -c 'import secrets; print(secrets.token_urlsafe(60))'"
    if not key:
        raise ImproperlyConfigured(f"SECRET_KEY is not set. {make}")
    if _is_example(key):
        raise ImproperlyConfigured(f"SECRET_KEY is still an example, which everybody knows. {make}")
    if _is_guessed(key, debug=debug):
        raise ImproperlyConfigured(f"SECRET_KEY must be {KEY_LENGTH} random characters or more. {make}")
    return key


def earlier_keys(*, debug: bool) -> list[str]:
    """The keys that this installation had before. Raises ImproperlyConfigured where somebody could guess one.

    Whatever is signed with one of them is believed, as with the key of today.
    """
    keys = env.words("SECRET_KEY_FALLBACKS", [])
    if any(re.search(r"[\s;]", key) for key in keys):
        raise ImproperlyConfigured(
            "SECRET_KEY_FALLBACKS must be earlier keys, separated by commas, without blanks or semicolons."
        )
    if any(_is_example(key) or _is_guessed(key, debug=debug) for key in keys):
        raise ImproperlyConfigured(
            "SECRET_KEY_FALLBACKS holds an example, or a key that anybody could guess and sign with."
            f" Keep only earlier keys of {KEY_LENGTH} random characters or more."
        )
    return keys


def _is_example(key: str) -> bool:
    example = _PUBLIC.search(key) or _EXAMPLES.search(_PARTS.sub("", key.lower()))
    return bool(example) and key != DEVELOPMENT_KEY


def _is_guessed(key: str, *, debug: bool) -> bool:
    repeats = key in (key + key)[1:-1] or (key == DEVELOPMENT_KEY and not debug)
    return repeats or len(key) < KEY_LENGTH or len(set(key)) < KEY_LETTERS


def base_url(*, debug: bool) -> str:
    """Where people find this centre, without a stroke at the end.

    Raises ImproperlyConfigured for what is no address of a whole host, and for http where more than this machine
    would be served: passwords would be readable on the way.
    """
    value = env.text("BASE_URL", "http://localhost:8000" if debug else "")
    example = "Set where people find this centre: BASE_URL=https://halfhour.example.edu"
    if not value:
        raise ImproperlyConfigured(f"BASE_URL is not set. {example}")
    parts = _split(value)
    plain = parts is not None and parts.path in {"", "/"} and not re.search(r"[?#@]|:/?$", value)
    name = (parts.hostname or "") if parts else ""
    # Django knows the host of a request without the dot at the end of its whole name.
    known = _is_host(name) and not name.endswith(".")
    if parts is None or not plain or parts.scheme not in {"https", "http"} or not known:
        raise ImproperlyConfigured(f"BASE_URL must be https:// and a host name, not “{value}”. {example}")
    if parts.scheme == "http" and not debug and parts.hostname not in LOOPBACK:
        raise ImproperlyConfigured(f"BASE_URL must begin with https://, not “{value}”: passwords use it. {example}")
    return f"{parts.scheme}://{parts.netloc.lower()}"


def allowed_hosts(base: str, *, debug: bool) -> list[str]:
    """The host names that are answered; where none is named, that of `base`, and with `debug` those of this machine.

    Raises ImproperlyConfigured where one is no host name, where everything is one, or where that of `base` is none.
    """
    host = urlsplit(base).hostname or ""
    host = f"[{host}]" if ":" in host else host
    hosts = env.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]", host] if debug else [host])
    for name in hosts:
        if name == "*" and debug:
            continue
        if name == "*":
            raise ImproperlyConfigured(f"ALLOWED_HOSTS must name the hosts, not “*”. Here: ALLOWED_HOSTS={host}")
        if not _is_host(name.removeprefix(".").removeprefix("[").removesuffix("]").lower()):
            raise ImproperlyConfigured(
                f"ALLOWED_HOSTS must be host names, separated by commas, without scheme or port, not “{name}”."
            )
    answered = {name.lower() for name in hosts}
    if not any(name in {"*", host} or (name[0] == "." and f".{host}".endswith(name)) for name in answered):
        raise ImproperlyConfigured(f"ALLOWED_HOSTS must name {host}, the host in BASE_URL.")
    return hosts


def origins() -> list[str]:
    """Further origins from which forms may come. Raises ImproperlyConfigured for one without scheme or with a path."""
    named = env.words("CSRF_TRUSTED_ORIGINS", [])
    for origin in named:
        parts = _split(origin)
        host = (parts.hostname or "").removeprefix("*.") if parts else ""
        whole = parts and not (parts.path or re.search(r"[?#@]|:$", origin))
        if not parts or not whole or parts.scheme not in {"https", "http"} or not _is_host(host):
            raise ImproperlyConfigured(
                f"CSRF_TRUSTED_ORIGINS must be written as https://forms.example.edu, not “{origin}”."
            )
    return [origin.lower() for origin in named]


def languages(codes: list[str]) -> list[tuple[str, str]]:
    """Django's LANGUAGES for language `codes` (en-gb, de): each with its name as its own people write it.

    Raises ImproperlyConfigured for a code that Django does not know: no date could be said in it.
    """
    names = {code: info["name_local"] for code, info in LANG_INFO.items() if "name_local" in info} | OUR_LANGUAGES
    unknown = [code for code in codes if code.lower() not in names]
    if unknown:
        raise ImproperlyConfigured(f"LANGUAGES names {', '.join(unknown)}. Use codes such as en-gb, de or pt-br.")
    return [(code, names[code]) for code in dict.fromkeys(code.lower() for code in codes)]


def mail_from(*, needed: bool) -> str:
    """Who the centre's mails come from; `needed` where they leave this machine.

    Raises ImproperlyConfigured for what is no address, with or without a name before it.
    """
    value = env.text("MAIL_FROM")
    example = 'Write it as MAIL_FROM="Halfhour <careers@example.edu>".'
    if not value and needed:
        raise ImproperlyConfigured(f"MAIL_FROM is not set, and EMAIL_URL is. {example}")
    try:
        # Outside quotes a colon begins a group, whose name would be left out, and what is open is closed in silence.
        if re.sub(r'"[^"]*"|[^<>:;"]', "", value) not in {"", "<>"}:
            raise ValueError(value)
        ((name, address),) = getaddresses([value or "Halfhour <halfhour@localhost>"])
        EmailValidator(allowlist=["localhost"])(address)
        # In quotes where the name holds what parts one address from the next.
        return str(Address(name, addr_spec=address))
    except (ValidationError, ValueError, HeaderParseError) as error:
        raise ImproperlyConfigured(f"MAIL_FROM must be one address, not “{value}”. {example}") from error


def bounces_to() -> str:
    """Where mails that cannot be delivered come back to; "" where nothing is said of it.

    Raises ImproperlyConfigured for what is no bare address, to which a mark could be added.
    """
    value = env.text("BOUNCES_TO")
    if len(value.partition("@")[0]) > BOUNCES_LENGTH:
        raise ImproperlyConfigured(
            f"BOUNCES_TO must have at most {BOUNCES_LENGTH} letters before its @: we add a mark for each email."
        )
    try:
        if value:
            EmailValidator(allowlist=["localhost"])(value)
    except ValidationError as error:
        raise ImproperlyConfigured(
            f"BOUNCES_TO must be an address such as bounce@example.edu, not “{value}”."
        ) from error
    return value


def email(url: str) -> dict[str, Any]:
    """Django's settings for the mail server that `url` names.

    Raises ImproperlyConfigured for what names none. Nothing of it is repeated: it may hold a password.
    """
    parts = _split(url)
    whole = parts is not None and parts.path in {"", "/"} and parts.netloc.count("@") < 2
    whole = whole and not re.search(r"[\x00-\x1f\x7f]", unquote(url))
    # Without the one the other would be left out silently, and so would whatever stands behind a "?".
    whole = whole and parts is not None and bool(parts.username) == bool(parts.password)
    whole = whole and parts is not None and not (parts.fragment or parts.query)
    known = parts is not None and parts.scheme in {"smtp", "smtp+tls", "smtp+ssl", "smtps"}
    if parts is None or not (whole and known and _is_host(parts.hostname or "")):
        raise ImproperlyConfigured(
            "EMAIL_URL must be written as smtp+tls://user:password@mail.example.edu:587, or smtp:// without TLS, or"
            f" smtp+ssl://. {_ENCODE}"
        )
    if _speaks_otherwise(parts):
        both = ["smtp+tls with port 587", "smtp+ssl with port 465"]
        first, second = both[::-1] if parts.port == 465 else both
        raise ImproperlyConfigured(
            f"EMAIL_URL says {parts.scheme} on port {parts.port}, where no server answers that."
            f" Write {first}, or {second}."
        )
    # To mail programs smtps means TLS from the first byte (RFC 8314, 3); on these ports it begins later.
    tls = "smtp+tls:" if parts.port in {25, 587} else "smtp+ssl:"
    made: dict[str, Any] = environ.Env.email_url_config(re.sub("^smtps:", tls, url, flags=re.IGNORECASE))
    return made


def _speaks_otherwise(parts: SplitResult) -> bool:
    """Whether the port of a mail server begins TLS otherwise: 465 at once (RFC 8314, 3.3), 587 and 25 when asked to."""
    return (parts.scheme, parts.port) in {("smtp", 465), ("smtp+tls", 465), ("smtp+ssl", 587), ("smtp+ssl", 25)}


def database_url(*, debug: bool, worker: bool = False) -> str:
    """The libpq address of the database; the embedded server's where none is named.

    In: `worker` is true in the background worker, which may have an address of its own.
    Raises ImproperlyConfigured outside DEBUG unless DATABASE_URL or HALFHOUR_EMBEDDED=1 is given: an operator
    must not end up on the embedded server by forgetting a line.
    """
    own = env.text("WORKER_DATABASE_URL") if worker else ""
    if url := own or env.text("DATABASE_URL"):
        return url
    if not env.flag("HALFHOUR_EMBEDDED", False) and not debug:
        raise ImproperlyConfigured(
            "DATABASE_URL is not set. Name a PostgreSQL database (postgresql://user:password@host/name),"
            " or set HALFHOUR_EMBEDDED=1 to use the embedded server on purpose."
        )
    from config.embedded import start

    return start(var_dir())


def database(url: str, *, max_age: int | None, connect_within: int = 10, prepared: bool = False) -> dict[str, Any]:
    """Django's settings for the libpq address `url`; sockets and every libpq option are understood.

    In: `connect_within` the seconds that making a connection may take, where the address says nothing else (to a page
    it may only say less);
    `prepared` keeps the plans of statements on the connection, which not every pooler can follow.
    Raises ImproperlyConfigured when the address cannot be read, or not as whoever wrote it will have meant it.
    """
    values = {"connect_timeout": str(connect_within), **PATIENCE, **_read_address(url)}
    own = int(values["connect_timeout"] or 0)
    if not own or (part() == "web" and own > connect_within):
        # None at all is without end.
        values["connect_timeout"] = str(connect_within)
    plans = {"server_side_binding": True, "prepare_threshold": 1} if prepared else {}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": values.pop("dbname", "halfhour"),
        "USER": values.pop("user", ""),
        "PASSWORD": values.pop("password", ""),
        "HOST": values.pop("host", ""),
        "PORT": str(values.pop("port", "")),
        "CONN_MAX_AGE": max_age,
        # A server that went away and came back costs no request: the connection is tried before it is used.
        "CONN_HEALTH_CHECKS": True,
        # Such a cursor belongs to one connection, and a pooler gives the next statement another.
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": {**values, **plans},
    }


def _read_address(url: str) -> dict[str, Any]:
    wrong = ""
    values: dict[str, Any] = {}
    try:
        values = dict(conninfo_to_dict(url))
    except ProgrammingError as error:
        wrong = _without_values(error)
    if not re.fullmatch(r"[0-9,]*", str(values.get("port", ""))):
        wrong = "its port isn't a number"
    elif unread := [name for name in _WHOLE if not re.fullmatch(r"-?[0-9]{0,9}", str(values.get(name, "")))]:
        wrong = f"its {unread[0]} isn't a number"
    elif any("@" in str(values.get(part, "")) for part in ("host", "dbname")):
        wrong = "there is an @ in its host or its name"
    elif "/" in str(values.get("dbname", "")):
        wrong = "there is a second / behind its host"
    wrong = wrong or _judged_by_libpq(values)
    if wrong:
        name = "WORKER_DATABASE_URL" if url == env.text("WORKER_DATABASE_URL") else "DATABASE_URL"
        example = f"Write it as {name}='postgresql://user:password@host/name'."
        # Nothing of the address is repeated: it may hold a password.
        raise ImproperlyConfigured(f"{name} can't be read: {wrong}. {example} {_ENCODE}")
    return values


def _judged_by_libpq(values: dict[str, Any]) -> str:
    """What libpq calls invalid in an address before it asks anybody; empty where there is nothing."""
    # There is no such folder, and so nobody to ask.
    asked = make_conninfo(**{**values, "host": "/nowhere", "hostaddr": ""})
    words = PGconn.connect_start(asked.encode()).error_message.decode(errors="replace")
    return _without_values(words) if words.startswith("invalid ") else ""


def _without_values(said: object) -> str:
    """What libpq says, without the words in quotes: they may be a part of the password."""
    return re.sub(r'"[^"]*"', "“…”", str(said).strip().rstrip("."))


def _split(url: str) -> SplitResult | None:
    """`url` in its parts; None where they cannot be told apart, or its port is none."""
    try:
        parts = urlsplit(url)
        # A port is written without a nought in front: browsers know it so, and compare addresses by their letters.
        in_range = parts.port is None or (parts.port > 0 and parts.netloc.endswith(f":{parts.port}"))
    except ValueError:
        return None
    return parts if in_range and not re.search(r"\s", url) and url.isascii() else None


def _is_host(name: str) -> bool:
    """Whether `name` is a host as an address holds it: letters, digits, hyphens and dots, or an address of IPv6."""
    if re.search(r":|(?:^|\.)\d+\.?$", name):
        # What ends with a number is an address, as browsers read it (WHATWG, URL, 3.5).
        return _is_ip_address(name)
    return bool(_HOST.fullmatch(name))


def _is_ip_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
