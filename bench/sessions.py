"""A signed-in session for each student, as the product's own sign-in leaves one."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from accounts.models import User
from bench.fill import STRIDE


def sign_in(students: int) -> list[str]:
    """The session key of each student, in their order. All were copied with the same password, so share its hash."""
    Session.objects.all().delete()
    first = User.objects.get(email="student0@example.edu")
    sealed = {
        BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
        HASH_SESSION_KEY: first.get_session_auth_hash(),
    }
    store, until = SessionStore(), timezone.now() + timedelta(days=1)
    keys = [f"bench{n:027d}" for n in range(students)]
    Session.objects.bulk_create(
        Session(
            session_key=key,
            session_data=store.encode({SESSION_KEY: str(first.pk + n * STRIDE), **sealed}),
            expire_date=until,
        )
        for n, key in enumerate(keys)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE django_session")
    return keys
