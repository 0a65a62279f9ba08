"""Jinja2, Django's own second engine, draws what stands on every page or many times on one: the files below jinja/."""

from functools import cache
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext
from jinja2 import Environment

from contacts.templatetags.people import ago_from, hashtags
from core.layout import of_what
from core.templatetags.house import dial


def environment(**options: Any) -> Environment:
    """What such a file may use besides what it is given: `_` for sentences, two for addresses, a few tags."""
    made = Environment(**options)  # noqa: S701 - Django's engine asks for escaping
    made.globals |= {
        "_": gettext,
        "url": _url,
        "static": static,
        "dial": dial,
        "of_what": of_what,
        "ago_from": ago_from,
    }
    made.filters |= {"hashtags": hashtags}
    return made


def _url(name: str, *args: Any) -> str:
    return reverse(name, args=args) if args else _fixed(name)


@cache
def _fixed(name: str) -> str:
    """The address that is the same on every page; the head of each page leads to a dozen of them."""
    return reverse(name)
