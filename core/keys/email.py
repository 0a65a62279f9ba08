"""The identity of an e-mail address."""

import re
from urllib.parse import unquote

from core.keys.folding import folded, host_key, lowered, settled
from core.text import in_form, visible

# What people copy along with an address.
_AROUND = " \t\n<>()[]{}\"'„“”‘’‚‹›«»,;:.*•"
# As links, forms and broken quotings (RFC 3986, JSON, RFC 2045) write them.
_ESCAPED = r"%(?:09|0[ad]|2[027]|3[acde])|\\?u00(?:2[0267]|3[ce])"
_MAILTO = re.compile(
    rf"^(?:(?:mailto|e-?mail|to)=(?:3d)?|mailto:/{{0,2}}|=(?:3d)?|{_ESCAPED}|[{re.escape(_AROUND)}])+", re.IGNORECASE
)
_ESCAPED_AT_END = re.compile(rf"(?:{_ESCAPED})$", re.IGNORECASE)
_GMAIL = ("gmail.com", "googlemail.com")
# A remark in brackets (RFC 5322, 3.2.2), and what keeps programs on the watch for addresses from seeing one.
_REMARK = re.compile(r"\([^()@]*\)")
_AT = re.compile(r"[ ]?(?:\((?:at|ät)\)|\[(?:at|ät)\]|\{(?:at|ät)\}|<(?:at|ät)>)[ ]?", re.IGNORECASE)
_DOT = re.compile(r"[ ]?(?:\((?:dot|punkt)\)|\[(?:dot|punkt)\]|\{(?:dot|punkt)\}|<(?:dot|punkt)>)[ ]?", re.IGNORECASE)
_BEHIND = re.compile(r"[\]\[()<>,;]")


@settled
def email_key(address: str) -> str:
    """The one writing of `address`: as bare_address, without case, its domain in ASCII.

    Capitals before the @ tell no two people apart anywhere, so that they count no more than those behind it. What is
    no address comes back folded, and is one no more than before.
    """
    local, at, domain = lowered(bare_address(address)).rpartition("@")
    if not at:
        return folded(domain)
    return folded(local).replace('"', "").strip(_AROUND) + at + host_key(domain)


@settled
def bare_address(typed: str) -> str:
    """The address in what somebody typed or pasted: no invisible letters, no "mailto:", brackets or name around it."""
    words = _REMARK.sub("", _DOT.sub(".", _AT.sub("@", _in_one_form(typed)))).strip(_AROUND)
    if words[:7].lower() in {"mailto:", "mailto="}:
        words = _in_one_form(unquote(_MAILTO.sub("", words).partition("?")[0]))
    _name, opened, inside = words.rpartition("<")
    if opened and "@" in inside:
        words = inside.partition(">")[0]
    local, at, domain = _MAILTO.sub("", words).rstrip(_AROUND).rpartition("@")
    if not at or '"' in local:
        return local + at + domain
    # Telephones make the apostrophe of O'Neil a curly one, which no address has.
    label, _colon, rest = local.replace("’", "'").rpartition(":")
    local = (local if "@" in label and not label.endswith("mailto") else rest).lstrip(_AROUND)
    local = _ESCAPED_AT_END.sub("", local)
    return local + at + _ESCAPED_AT_END.sub("", _BEHIND.split(domain, maxsplit=1)[0]).rstrip(_AROUND)


def for_mail_server(address: str) -> str:
    """`address` as every mail server takes it: its domain in ASCII (Python's own codec, of 2003, takes ß for ss)."""
    local, at, domain = address.rpartition("@")
    return local + at + host_key(domain)


@settled
def mailbox_key(address: str) -> str:
    """As email_key, without the tag that some put behind a plus (RFC 5233): all of these are read by one person.

    At Gmail the full stops of a name count no more than its tags.
    """
    local, at, domain = email_key(address).rpartition("@")
    if domain in _GMAIL:
        local, domain = local.replace(".", ""), _GMAIL[0]
    return email_key(f"{local.partition('+')[0] or local}{at}{domain}")


def _in_one_form(words: str) -> str:
    return in_form("NFKC", visible(words))
