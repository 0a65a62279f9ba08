"""What the keys have in common."""

import unicodedata
from collections.abc import Callable
from functools import wraps

import idna

from core.text import in_form, visible

# Longer than any name of a machine (RFC 1035, 2.3.4).
LONGEST_HOST = 253
# More shells than anybody puts around one thing.
_SHELLS = 8
_DOTS = str.maketrans("。｡", "..")


def settled(key: Callable[[str], str]) -> Callable[[str], str]:
    """`key`, taken again until nothing is left to take off: below one shell may lie another.

    So the key of a key is that key, and who stores keys may compare them with what is typed.
    """

    @wraps(key)
    def whole(words: str) -> str:
        for _ in range(_SHELLS):
            if (found := key(words)) == words:
                break
            words = found
        return words

    return whole


def folded(words: str) -> str:
    """`words` without invisible letters, in one form and without case (Unicode's NFKC and full case folding)."""
    return _in_one_form(words, str.casefold)


def lowered(words: str) -> str:
    """As folded, with ß and ς as they are: names of machines tell them from ss and σ."""
    return _in_one_form(words, str.lower)


def host_key(host: str) -> str:
    """The name of a machine in ASCII: münchen.example and XN--MNCHEN-3YA.example. are both xn--mnchen-3ya.example.

    What is no such name comes back in small letters.
    """
    host = lowered(host).translate(_DOTS).strip(" .")
    if host.isascii() or len(host) > LONGEST_HOST:
        return host
    try:
        return idna.encode(host, uts46=True).decode()
    except UnicodeError:
        # Registries took hearts and snowmen before IDNA2008 did away with them, and some still do.
        return ".".join(map(_as_a_label, host.split(".")))


def _as_a_label(label: str) -> str:
    if label.isascii() or not all(letter in "-" or unicodedata.category(letter)[0] in "LNMS" for letter in label):
        return label
    return f"xn--{label.encode('punycode').decode()}"


def _in_one_form(words: str, small: Callable[[str], str]) -> str:
    # Folding takes some letters apart and forming puts some together: the second time nothing is left to do.
    for _ in range(2):
        words = small(in_form("NFKC", visible(words)))
    return in_form("NFKC", words)
