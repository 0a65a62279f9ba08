"""How sessions are kept and read: every page asks for the session and its member, so one question finds both."""

from functools import cache, partial
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends import db
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.functional import SimpleLazyObject

from accounts.models import Session, User
from core.asking import NEVER, Shape

# Stands for a session's key in the question; no key is this long.
SOME_KEY = "0" * 64


@cache
def _question() -> Shape[Session]:
    rows = Session.objects.select_related("member").filter(session_key=SOME_KEY, expire_date__gt=NEVER)
    return Shape.of(rows, {SOME_KEY: "text", NEVER: "timestamptz"})


class SessionStore(db.SessionStore):
    """Django's sessions in the database, in a table that names the member."""

    member: User | None = None

    @classmethod
    def get_model_class(cls) -> Any:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row: Any = super().create_model_instance(data)
        row.member_id = data.get(SESSION_KEY)
        return row

    def load(self) -> dict[str, Any]:
        found = _question().ask(self.session_key, timezone.now())
        if not found:
            self._session_key: str | None = None
            return {}
        self.member = found[0].member
        return self.decode(found[0].session_data)


class Recognise(AuthenticationMiddleware):
    """Who asks: the member that came with the session, where Django's own checks of it hold."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        request.user = cast("User", SimpleLazyObject(partial(_recognise, request)))


def _recognise(request: HttpRequest) -> "User | AnonymousUser":
    """The member behind the session. Any doubt (no member, another password since) is left to Django to decide."""
    session = cast("SessionStore", request.session)
    claimed = session.get(SESSION_KEY)
    member = session.member
    if (
        member is not None
        and member.is_active
        and claimed == str(member.pk)
        and session.get(BACKEND_SESSION_KEY) in settings.AUTHENTICATION_BACKENDS
        and constant_time_compare(session.get(HASH_SESSION_KEY, ""), member.get_session_auth_hash())
    ):
        return member
    return get_user(request)
