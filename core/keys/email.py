"""The identity of an e-mail address."""

import re
from urllib.parse import unquote

from core.keys.folding import folded, host_key, lowered
from core.text import in_form, visible

# What people copy along with an address.
_AROUND = " <>()[]{}\"'„“”‘’,;:."
_MAILTO = re.compile(rf"^(?:mailto:|[{re.escape(_AROUND)}])+", re.IGNORECASE)


def email_key(address: str) -> str:
    """The one writing of `address`: as bare_address, without case, its domain in ASCII.

    Capitals before the @ tell no two people apart anywhere, so that they count no more than those behind it. What is
    no address comes back folded, and is one no more than before.
    """
    local, at, domain = lowered(bare_address(address)).rpartition("@")
    if not at:
        return folded(domain)
    return folded(local).replace('"', "").strip(_AROUND) + at + host_key(domain)


def bare_address(typed: str) -> str:
    """The address in what somebody typed or pasted: no invisible letters, no "mailto:", brackets or name around it."""
    words = _in_one_form(typed).strip(_AROUND)
    if words[:7].lower() == "mailto:":
        words = _in_one_form(unquote(_MAILTO.sub("", words).partition("?")[0]))
    _name, opened, inside = words.rpartition("<")
    if opened and "@" in inside:
        words = inside.partition(">")[0]
    return _MAILTO.sub("", words).rstrip(_AROUND)


def mailbox_key(address: str) -> str:
    """As email_key, without the tag that some put behind a plus (RFC 5233): all of these are read by one person."""
    local, at, domain = email_key(address).rpartition("@")
    return email_key(f"{local.partition('+')[0] or local}{at}{domain}")


def _in_one_form(words: str) -> str:
    return in_form("NFKC", visible(words))
