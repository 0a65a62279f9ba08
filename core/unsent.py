"""Words that met a lapsed session or a stale token: a page of ours holds them until their person sends them again.

Nothing of it is kept here: the words stand in the page, go with it through signing in, and leave it by a button under a
fresh token (docs/decisions/0047-words-are-kept-until-they-are-saved.md).
"""

import inspect
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit

from django import forms
from django.apps import apps
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import models
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import RawPostDataException
from django.middleware.csrf import REASON_NO_CSRF_COOKIE, get_token
from django.shortcuts import redirect, render, resolve_url
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from core import times
from core.http import MEMBER, OUTCOME, TOKEN
from core.zones import ZoneInput

# The field that carries the words through the form of signing in.
FIELD = "unsent"
# A page holds so much; more would make it slow to load on a phone. The longest form of ours takes 100,000 characters.
MOST_CHARACTERS = 250_000
MOST_FIELDS = 400
# Never written back into a page. A test walks all forms and finds no other name for a password.
_SECRET = re.compile(r"password|csrfmiddlewaretoken", re.IGNORECASE)
# What only a choice sends: the key of a row or of a time, a colour, a moment.
_KEY = re.compile(r"#[0-9A-F]{6}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|offer-\d+|\d{4}-\d\d-\d\dT\S+")
# What a choice sends, and may be typed where words are: a number, a tick, the key of a question of the bank.
_CODE = re.compile(r"\d{1,6}|on|[a-z-]+-\d\d(?:-[a-z]+)*")
_ZONE = re.compile(r"[A-Z][A-Za-z]+(?:/[\w+-]+)+")
# Inputs into which somebody types.
_TYPED = {"text", "email", "url", "tel", "search", "number", "date", "time"}
_UNSAID = {FIELD, "back", "edit_session", "find-shown", "mend", "next", "note", "once", "packed", "revision", "several"}
_UNSAID |= {"heard", "language", "of_field", "sets", "silence", "then", "zone"}


@dataclass(frozen=True)
class Unsent:
    """What a form sent: the address on this site, its fields in their order, and the files that are not held."""

    path: str
    fields: tuple[tuple[str, str], ...]
    files: tuple[str, ...] = ()
    too_much: bool = False
    # A password was among it, so that it is of no use to send the rest again.
    has_secret: bool = False
    # The number of the member whose page it stood in; "" where it said none.
    member: str = ""

    @classmethod
    def sent_by(cls, request: HttpRequest) -> Self | None:
        """What `request` brought; None where it cannot be read, and where another site sent it, as if it were ours."""
        try:
            if not _is_ours(request):
                return None
            posted, sent_files = request.POST, request.FILES
        except (SuspiciousOperation, MultiPartParserError, RawPostDataException, OSError, ValueError):
            return None
        kept = ((name, values) for name, values in posted.lists() if name != MEMBER and not _SECRET.search(name))
        fields = tuple((name, value) for name, values in kept for value in values)
        member = posted.get(MEMBER, "")
        files = tuple(str(file.name) for _name, several in sent_files.lists() for file in several)
        length = sum(len(name) + len(value) for name, value in fields)
        if length > MOST_CHARACTERS or len(fields) > MOST_FIELDS:
            return cls(request.get_full_path(), (), files, too_much=True, member=member)
        has_secret = any("password" in name for name in posted)
        return cls(request.get_full_path(), fields, files, has_secret=has_secret, member=member)

    @classmethod
    def carried_by(cls, request: HttpRequest) -> Self | None:
        """What the form of signing in carried along; None where it is none of our addresses, or nothing of ours."""
        try:
            carried = json.loads(request.POST.get(FIELD, ""))
            fields = tuple((str(name), str(value)) for name, value in carried["fields"])
            member = str(carried.get("member", ""))
            unsent = cls(str(carried["path"]), fields, tuple(map(str, carried["files"])), member=member)
            # Half a letter, which JSON can name and no page can hold.
            unsent.carried.encode()
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        return unsent if unsent._leads_to_us(request) else None

    def _leads_to_us(self, request: HttpRequest) -> bool:
        if not self.path.startswith("/") or not url_has_allowed_host_and_scheme(self.path, {request.get_host()}):
            return False
        try:
            resolve(urlsplit(self.path).path)
        except Resolver404:
            return False
        return True

    @property
    def has_words(self) -> bool:
        """Whether anything but the press of a button is at stake."""
        typed = any(value.strip() for name, value in self.fields if name not in _UNSAID)
        return typed or bool(self.files) or self.too_much

    @property
    def words(self) -> list[str]:
        """What its person will know again: neither the codes of choices nor what only guards the form."""
        sent = [(name, value) for name, value in self.fields if name not in _UNSAID and value.strip()]
        kinds = [_typed_and_picked(_forms_at(self.path)), _typed_and_picked(_all_below(BaseForm))]
        chosen, free = set(_chosen()), _free()

        def is_word(name: str, value: str) -> bool:
            """As the forms of its page say, or else those of the product, or else what it looks like."""
            for typed, picked in kinds:
                if (name in typed) != (name in picked):
                    return name in typed
            if name not in free and _CODE.fullmatch(value):
                return False
            return not (value in chosen or _KEY.fullmatch(value) or _is_zone(value))

        return [value for name, value in sent if is_word(name, value)]

    @property
    def carried(self) -> str:
        """All of it in one field."""
        held = {"path": self.path, "fields": self.fields, "files": self.files, "member": self.member}
        return json.dumps(held, ensure_ascii=False)

    def page(self, request: HttpRequest, *, status: int, **more: Any) -> HttpResponse:
        """The page that holds the words: with the form of signing in where that is missing, else with the button.

        Whoever has signed in besides the member whose words they are neither reads nor sends them.
        """
        has_signed_in = status == 200
        needs_member = getattr(resolve(urlsplit(self.path).path).func, "login_required", True)
        is_known = request.user.is_authenticated
        context = {
            "unsent": self,
            "signs_in": needs_member and not is_known,
            "has_signed_in": has_signed_in,
            "is_anothers": needs_member and is_known and self.member not in {"", str(request.user.pk)},
            **more,
        }
        response = render(request, "core/unsent.html", context, status=status)
        response.headers["Cache-Control"] = "no-store"
        # At 200 signing in went well: script shows the page instead of trying again.
        response.headers[OUTCOME] = "saved" if has_signed_in else "unsent"
        return response


def _forms_at(path: str) -> Iterator[type[BaseForm]]:
    """The forms that the view of `path` can show: those that its module names."""
    try:
        view = inspect.unwrap(resolve(urlsplit(path).path).func)
    except Resolver404:
        return
    for one in vars(sys.modules[view.__module__]).values():
        if isinstance(one, type) and issubclass(one, BaseForm):
            yield one


def _typed_and_picked(kinds: Iterable[type[BaseForm]]) -> tuple[set[str], set[str]]:
    """The names of fields in which words are typed, and of those in which something is picked; of zones neither."""
    typed, picked = set[str](), set[str]()
    for kind in kinds:
        for name, field in getattr(kind, "base_fields", {}).items():
            if not isinstance(field.widget, ZoneInput):
                one = field.widget
                is_line = isinstance(one, forms.widgets.Input) and one.input_type in _TYPED
                (typed if is_line or isinstance(one, forms.Textarea) else picked).add(name)
    return typed, picked


def _free() -> set[str]:
    """The names of columns that hold words and no choice: what looks like a code there was typed."""
    fields = [field for model in apps.get_models() for field in model._meta.fields]
    words = {field.name for field in fields if isinstance(field, models.CharField | models.TextField)}
    return words - {field.name for field in fields if field.flatchoices}


def _chosen() -> Iterator[str]:
    """The codes of all choices: those of columns, and those that only a form has."""
    for model in apps.get_models():
        yield from (str(code) for field in model._meta.fields for code, _label in field.flatchoices)
    for kind in _all_below(models.Choices):
        yield from map(str, kind.values)


def _all_below(kind: Any) -> Iterator[Any]:
    for one in kind.__subclasses__():
        yield one
        yield from _all_below(one)


def _is_zone(value: str) -> bool:
    return bool(_ZONE.fullmatch(value)) and times.now_called(value) in times.zone_names()


def refuse(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a POST whose token is missing or stale (settings.CSRF_FAILURE_VIEW)."""
    login = request.path_info == resolve_url("account_login")
    unsent = Unsent.carried_by(request) if login else Unsent.sent_by(request)
    unsent = unsent if _is_ours(request) else None
    cookies_refused = reason == REASON_NO_CSRF_COOKIE
    if unsent is None and login and _is_ours(request):
        if request.user.is_authenticated:
            return redirect(settings.LOGIN_REDIRECT_URL)
        unsent = Unsent(resolve_url(settings.LOGIN_REDIRECT_URL), ())
    if unsent is None:
        return render(request, "403.html", {"cookies_refused": cookies_refused}, status=403)
    # Script sends it again with the fresh token, and shows the page where that is refused too.
    again = request.headers.get("X-Draft") == "again"
    facts = {"cookies_refused": cookies_refused, "email": request.POST.get("login", "")}
    page = unsent.page(request, status=422 if again else 403, **facts)
    page.headers[TOKEN] = get_token(request)
    if again:
        page.headers[OUTCOME] = "refused"
    return page


def _is_ours(request: HttpRequest) -> bool:
    """Whether a page of ours sent this, as far as the browser says; every browser names a foreign site."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    source = request.headers.get("Origin") or request.headers.get("Referer")
    try:
        return source is None or urlsplit(source).netloc == request.get_host()
    except ValueError:
        return False
