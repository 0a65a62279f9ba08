"""The identity of a page on the web."""

import re
from itertools import pairwise
from urllib.parse import quote, unquote

from core.keys.folding import folded, host_key, lowered

_BEFORE = re.compile(r"^(?:https?:|url:|/|[\s<\"'])+")
# The usual first word of a host, and the same pages for a telephone.
_SAME_SITE = re.compile(r"^(?:(?:www[0-9]?|m|mobile)\.)+(?=[^.]+\.[^.])")
_NOT_IN_HOST = re.compile(r"[\s<>\"'()\[\]{}%&+,;]")
_QUOTED = re.compile(r"[\s%?#&<>\"']")
_LINKEDIN = re.compile(r"(?:^|\.)linkedin\.(?:com|cn)$")
# What of LinkedIn has one page whatever stands around its name.
_ON_LINKEDIN = ("in", "pub", "company", "school")
# Who sent the visitor, and nothing about the page.
_TRACKING = re.compile(
    r"^(?:utm_.*|_?trk.*|li_.*|lipi|licu|midtoken|midsig|originalsubdomain|fbclid|gclid|dclid|gbraid|wbraid|msclkid"
    r"|yclid|igshi?d?|mc_[ce]id|_hs.*|mkt_tok|ref|ref_src|ref_url|referrer|s_kwcid|cmpid)(?:=|$)"
)


def link_key(address: str) -> str:
    """The page behind `address`: without scheme, "www.", port, case, tracking and the stroke at its end.

    Of LinkedIn, whatever leads to one profile is that profile: "linkedin.com/in/kate". A key and no address: it is
    compared, never opened. What names no host has no key.
    """
    words = _BEFORE.sub("", lowered(address).replace("\\", "/")).rstrip(" <>\"'")
    page, _hash, fragment = words.partition("#")
    page, _mark, query = page.partition("?")
    authority, _stroke, path = page.partition("/")
    host = _host(authority)
    if not host:
        return ""
    segments = _segments(path)
    if _LINKEDIN.search(host):
        host = "linkedin.com"
        if profile := _on_linkedin(segments):
            return f"{host}/{profile}"
    parts = sorted({part for part in map(_one_writing, query.split("&")) if part and not _TRACKING.match(part)})
    # Elsewhere it is a place within the page.
    place = f"#{_one_writing(fragment)}" if fragment.startswith(("/", "!")) else ""
    return "/".join([host, *segments]) + ("?" if parts else "") + "&".join(parts) + place


def _host(authority: str) -> str:
    """Without who signs in, the port, and what every site has in front of its name."""
    name = authority.rpartition("@")[2].partition(":")[0]
    return _SAME_SITE.sub("", host_key(_NOT_IN_HOST.sub("", name)))


def _segments(path: str) -> list[str]:
    """The parts of a path, its dots followed (RFC 3986, 5.2.4)."""
    found: list[str] = []
    for part in _one_writing(path).split("/"):
        if part == "..":
            found = found[:-1]
        elif part not in {"", "."}:
            found.append(part)
    return found


def _on_linkedin(segments: list[str]) -> str:
    """The profile or organisation in the path; "" where it names none."""
    for kind, name in pairwise(segments):
        if kind in _ON_LINKEDIN and (bare := name.strip(".,;:)")):
            return f"{kind}/{bare}"
    return ""


def _one_writing(words: str) -> str:
    """`words` of an address with percents where they must be and nowhere else."""
    return _QUOTED.sub(lambda sign: quote(sign[0]), folded(unquote(words)))
