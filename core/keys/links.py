"""The identity of a page on the web."""

import re
from itertools import pairwise
from urllib.parse import quote, unquote

from core.keys.folding import folded, host_key, lowered, settled
from core.text import in_form

# What people copy along with an address, in front of it and behind.
_OPENING, _CLOSING = " <([{\"'“„‘‚«‹", " >)]}\"'”“’‘»›.,;"
_BEFORE = re.compile(rf"^(?:https?(?::|(?=//))|url:|/|[\s{re.escape(_OPENING)}])+")
_NO_COLON = re.compile(r"^(https?)(?=//)", re.IGNORECASE)
_FULL_WIDTH = re.compile("[！-～]+")
# The usual first word of a host, and the same pages for a telephone.
_SAME_SITE = re.compile(r"^(?:(?:www[0-9]?|m|mobile)\.)+(?=[^.]+\.[^.])")
_NOT_IN_HOST = re.compile(r"[\s<>\"'()\[\]{}%&+,;]")
_QUOTED = re.compile(r"[\s%?#&<>\"']")
# Pages that moved to another host.
_MOVED = {"twitter.com": "x.com"}
_LINKEDIN = re.compile(r"(?:^|\.)linkedin\.(?:com|cn)$|(?:^|-)linkedin-com\.translate\.goog$")
# What of LinkedIn has one page whatever stands around its name.
_ON_LINKEDIN = ("in", "company", "school")
_SLUG = re.compile(r"[^%;,&()!|—*=~$+…]*")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–", "-"))
# A profile within the address of a page that only leads on: of a mail server that looks at links, of a search.
_LED_TO = re.compile(r"linkedin\.com/in/([^\s/?#&%;\"'<>]+)")
_LED_BY_PATH = re.compile(r"https?:/{1,2}(?:[\w-]{1,20}\.)?linkedin\.com/in/([^\s/?#&%;\"'<>]+)")
# A mail server that writes the address it leads to with "_" for "/" and "-3A" for ":".
_PROOFPOINT = "urldefense.proofpoint.com"
_HEXED = re.compile(r"-(?=[0-9a-f]{2})")
# A name of LinkedIn's own for a profile, which is never a number alone.
_VIEWED = re.compile(r"(?:^|&)id=([^&]*[^&\d][^&]*)")
# Profiles were once numbered in three parts, the last first: /pub/kate/12/345/678 is /in/kate-67834512.
_NUMBERED = re.compile(r"[0-9a-f]{1,3}")
# Who sent the visitor, and nothing about the page.
_TRACKING = re.compile(
    r"^(?:utm_.*|_?trk.*|li_.*|lipi|licu|midtoken|midsig|originalsubdomain|fbclid|gclid|dclid|gbraid|wbraid|msclkid"
    r"|yclid|igshi?d?|mc_[ce]id|_hs.*|mkt_tok|ref|ref_src|ref_url|referrer|s_kwcid|cmpid)(?:=|$)"
)


@settled
def link_key(address: str) -> str:
    """The page behind `address`: without scheme, "www.", port, case, tracking and the stroke at its end.

    Of LinkedIn, whatever leads to one profile is that profile: "linkedin.com/in/kate". A key and no address: it is
    compared, never opened. What names no host has no key.
    """
    words = _BEFORE.sub("", lowered(address).replace("\\", "/")).rstrip("<" + _CLOSING)
    page, _hash, fragment = words.partition("#")
    page, _mark, query = page.partition("?")
    authority, _stroke, path = page.partition("/")
    host = _host(authority)
    if not host:
        return ""
    segments = _segments(path)
    if _LINKEDIN.search(host):
        host = "linkedin.com"
        viewed = _VIEWED.search(query) if segments == ["profile", "view"] else None
        if profile := _on_linkedin(["in", viewed[1]] if viewed else segments):
            return f"{host}/{profile}"
    query_read = _HEXED.sub("%", query.replace("_", "/")) if host == _PROOFPOINT else query
    led = _LED_TO.search(unquote(unquote(query_read))) or _LED_BY_PATH.search(unquote(unquote(path)))
    if led:
        return f"linkedin.com/in/{_slug(led[1])}"
    parts = sorted({part for part in map(_one_writing, query.split("&")) if part and not _TRACKING.match(part)})
    # Elsewhere it is a place within the page.
    place = f"#{_one_writing(fragment)}" if fragment.startswith(("/", "!")) else ""
    return "/".join([host, *segments]) + ("?" if parts else "") + "&".join(parts) + place


def bare_link(typed: str) -> str:
    """The address in what somebody typed or pasted: no brackets, quotes or words around it. Nothing behind is lost."""
    words = _FULL_WIDTH.sub(lambda wide: in_form("NFKC", wide[0]), typed) if "：／／" in typed else typed
    words = words.strip()
    # As Markdown writes a link.
    name, bracket, behind = words.rpartition("](")
    if bracket and name.startswith("["):
        words = behind.partition(")")[0]
    words = words.lstrip(_OPENING)
    before, _blank, last = words.rpartition(" ")
    if before and "://" not in before and ("://" in last or (before.endswith(":") and "." in last)):
        words = last.lstrip(_OPENING)
    words = _NO_COLON.sub(r"\1:", words)
    return words.rstrip(_CLOSING.replace(")", "") if "(" in words else _CLOSING)


def _host(authority: str) -> str:
    """Without who signs in, the port, and what every site has in front of its name."""
    name = authority.rpartition("@")[2].partition(":")[0]
    host = _SAME_SITE.sub("", host_key(_NOT_IN_HOST.sub("", name)))
    return _MOVED.get(host, host)


def _segments(path: str) -> list[str]:
    """The parts of a path, its dots followed (RFC 3986, 5.2.4)."""
    found: list[str] = []
    for part in (_quoted(part.strip()) for part in folded(unquote(path)).split("/")):
        if part == "..":
            found = found[:-1]
        elif part not in {"", "."}:
            found.append(part)
    return found


def _on_linkedin(segments: list[str]) -> str:
    """The profile or organisation in the path; "" where it names none."""
    for at, (kind, name) in enumerate(pairwise(segments)):
        number = segments[at + 2 : at + 5]
        if kind == "pub" and len(number) == 3 and all(map(_NUMBERED.fullmatch, number)):
            return f"in/{_slug(name)}-{number[2]:0>3}{number[1]:0>3}{number[0]}"
        if kind in _ON_LINKEDIN and (slug := _slug(name)):
            return f"{kind}/{slug}"
    return ""


def _slug(name: str) -> str:
    """The name of a profile, without what a program or a sentence puts behind it."""
    found = _SLUG.match(name.rstrip("‐‑‒–—"))
    return found[0].translate(_DASHES).strip(".:").rstrip("_") if found else ""


def _one_writing(words: str) -> str:
    """`words` of an address with percents where they must be and nowhere else."""
    return _quoted(folded(unquote(words)))


def _quoted(words: str) -> str:
    return _QUOTED.sub(lambda sign: quote(sign[0]), words)
