"""A signed-in session for each student, made the way the product's own sign-in leaves one."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection
from django.utils import timezone

from accounts.models import Session, User
from accounts.sessions import SessionStore
from bench.fill import STRIDE


def sign_in(students: int) -> list[str]:
    """The session key of each student, in their order. All were copied with the same password, so share its hash."""
    Session.objects.all().delete()
    first = User.objects.get(email="student0@example.edu")
    told = {
        BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
        HASH_SESSION_KEY: first.get_session_auth_hash(),
    }
    store, until = SessionStore(), timezone.now() + timedelta(days=1)
    Session.objects.bulk_create(
        Session(
            session_key=f"bench{n:027d}",
            session_data=store.encode({SESSION_KEY: str(first.pk + n * STRIDE), **told}),
            expire_date=until,
            member_id=first.pk + n * STRIDE,
        )
        for n in range(students)
    )
    _as_a_new_project_keeps_them()
    return [f"bench{n:027d}" for n in range(students)]


def _as_a_new_project_keeps_them() -> None:
    """The same sessions once more in Django's own table, which the product does not have, for the bare views."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE IF NOT EXISTS django_session"
            " (session_key varchar(40) PRIMARY KEY, session_data text NOT NULL, expire_date timestamptz NOT NULL);"
            "TRUNCATE django_session;"
            "INSERT INTO django_session SELECT session_key, session_data, expire_date FROM accounts_session;"
            "ANALYZE django_session, accounts_session"
        )
