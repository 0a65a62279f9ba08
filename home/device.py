"""Halfhour on a student's own device: how it is installed, and what it keeps to be read offline.

`static/home/worker.js` keeps the offline page and what that lists, in the name of one member
(docs/decisions/0066-a-device-keeps-what-comes-next.md).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from accounts.models import User
from centre import colour
from centre.models import Centre
from home.today import today

# The header by which a device asks for a page to keep, and the cookie of one that several people use.
KEEP, SHARED = "X-Keep", "shared_device"
# As long as browsers let a cookie live, in seconds.
SHARED_FOR = 400 * 24 * 60 * 60


@dataclass(frozen=True)
class Kept:
    """A page that can be read offline, and what the list calls it."""

    href: str
    words: str


def is_shared(request: HttpRequest) -> bool:
    """Whether somebody said that several people use this device."""
    return bool(request.COOKIES.get(SHARED))


def keeps(request: HttpRequest) -> str:
    """The name under which this device keeps pages of the student who asks; "" where it keeps nothing."""
    user = getattr(request, "user", None)
    return f"kept-{user.pk}" if isinstance(user, User) and user.is_student and not is_shared(request) else ""


def kept_pages(user: User, now: datetime) -> list[Kept]:
    """Today, and of the next conversation everything that one reads before it."""
    pages, talk = [Kept(reverse("home:home"), _("Today"))], today(user, now).next
    if talk:
        names = {"name": talk.addressed}
        pages += [
            Kept(talk.at, _("Your conversation with %(name)s") % names),
            Kept(reverse("agendas:sheet", args=[talk.pk]), _("Your agenda, to read or print")),
            Kept(reverse("meetings:research", args=[talk.pk]), _("Your research on %(name)s") % names),
            Kept(reverse("meetings:pack", args=[talk.pk]), _("Your checklist")),
        ]
    return pages


def manifest(centre: Centre) -> dict[str, Any]:
    """What a phone is told that installs Halfhour (W3C, Web Application Manifest)."""
    shortcuts = {
        "home:home": _("Today"),
        "meetings:index": _("Conversations"),
        "contacts:add": _("Add a person"),
        "meetings:shortlist": _("Who to contact next"),
    }
    return {
        "id": reverse("home:home"),
        "name": f"Halfhour · {centre.name}",
        "short_name": "Halfhour",
        "lang": get_language(),
        "dir": "rtl" if get_language_bidi() else "ltr",
        "start_url": reverse("home:home"),
        "scope": "/",
        "display": "standalone",
        "theme_color": centre.accent_light,
        "background_color": colour.LIGHT_PAPER,
        "icons": [
            {"src": static("core/icon.svg"), "sizes": "any", "type": "image/svg+xml"},
            *(_icon(size, "any") for size in (192, 512)),
            _icon(512, "maskable"),
        ],
        "shortcuts": [{"name": words, "url": reverse(name)} for name, words in shortcuts.items()],
        "share_target": {
            "action": reverse("contacts:share"),
            "method": "GET",
            "params": {"title": "title", "text": "text", "url": "url"},
        },
    }


def _icon(size: int, purpose: str) -> dict[str, str]:
    name = "icon" if purpose == "any" else purpose
    return {
        "src": static(f"core/{name}-{size}.png"),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }
