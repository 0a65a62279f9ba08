"""Whether this installation works, for whoever watches over it; it says nothing about anybody."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache

import psycopg
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_not_required
from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from psycopg import sql

from core import times, uploads
from core.models import Bucket, Installation, JobRecord, Mail, MailServer, Queue
from core.models.mail import IN_A_ROW
from core.schema import differences, sentence

WAITS_FOR = timedelta(minutes=15)
# What every page reads: a session, a member, who is slowed down; and what may not be written.
_ASKED = sql.SQL("""
SELECT current_setting('transaction_read_only'), (
    SELECT min(relname) FROM pg_class WHERE relname = ANY(%s) AND pg_table_is_visible(oid) AND NOT (
        has_table_privilege(oid, 'SELECT') AND has_table_privilege(oid, 'INSERT')
        AND has_table_privilege(oid, 'UPDATE') AND has_table_privilege(oid, 'DELETE'))),
    EXISTS (SELECT FROM {session}), EXISTS (SELECT FROM {user}), EXISTS (SELECT FROM {bucket})
""")


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """This process answers; nothing else is asked."""
    return HttpResponse("well\n", content_type="text/plain; charset=utf-8")


@login_not_required
@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Everything that a page or a reminder needs is there; otherwise 503, and what is missing in plain words."""
    try:
        wrong = list(troubles(timezone.now()))
    except DatabaseError as error:
        wrong = [_missing(error)]
    words = "\n".join(wrong) or "ready"
    return HttpResponse(f"{words}\n", content_type="text/plain; charset=utf-8", status=503 if wrong else 200)


def troubles(now: datetime) -> Iterator[str]:
    """What keeps this installation from working, a sentence each. Raises DatabaseError where nothing can be asked."""
    refusals = list(_refusals())
    if _expected() - set(MigrationRecorder(connection).migration_qs.values_list("app", "name")):
        yield "The database is older than the program. Run the migrations."
    elif found := differences(apps.get_models(include_auto_created=True)):
        yield sentence(found)
    installation = Installation.current()
    # What cannot be written to is not tried further.
    yield from refusals or uploads.troubles(installation)
    if not installation.worker_lives(now):
        yield "The background worker has been silent for two minutes."
    for job in JobRecord.objects.failing():
        yield f"The job {job.name} has failed since {times.in_utc(job.failing_since)}, {job.failures} times: {job.why}."
    yield from _mail_troubles(installation, now)


def _mail_troubles(installation: Installation, now: datetime) -> Iterator[str]:
    """What keeps mails from leaving: one sentence, the first that explains the others."""
    server, queue = MailServer.current(), Queue.of(Mail.objects.all(), now=now)
    if reason := installation.refusal:
        yield f"{reason} No emails go out until someone runs: manage.py adopt"
    elif server.is_to_be_told(now):
        yield f"{server.sentence} No emails go out. It said: {server.why}"
    elif queue.late and queue.late.next_try_at and queue.late.next_try_at < now - WAITS_FOR:
        yield "Emails have been waiting for 15 minutes."
    elif Mail.objects.put_off_in_a_row(now - WAITS_FOR) >= IN_A_ROW:
        yield "The mail server has delayed every email for 15 minutes."
    if first := queue.unwritten:
        yield f"Email {first.pk} has been stuck since {times.in_utc(first.posted_at)}. {first.why}"


def _refusals() -> Iterator[str]:
    """Where the database may be read and not be written. Raises DatabaseError where it may not be read."""
    read: dict[str, type[Model]] = {"session": Session, "user": get_user_model(), "bucket": Bucket}
    asked = _ASKED.format(**{name: sql.Identifier(model._meta.db_table) for name, model in read.items()})
    tables = [model._meta.db_table for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    with connection.cursor() as cursor:
        cursor.execute(asked.as_string(), [tables])
        ((read_only, refused, *_there),) = cursor.fetchall()
    if read_only == "on":
        yield "The database can only be read."
    elif refused:
        yield f"The database doesn't let this program write to {refused}."


def _missing(error: Exception) -> str:
    """What does not answer: the pooler, or the database."""
    state = getattr(error.__cause__, "sqlstate", None)
    if state in {"55P03", "57014"}:
        return "The database is too slow: the tables that pages read are locked or busy."
    if settings.DATABASE_DIRECT:
        try:
            with psycopg.connect(settings.DATABASE_DIRECT, connect_timeout=2, autocommit=True) as direct:
                direct.execute("SELECT 1")
        except psycopg.Error:
            return "The database isn't answering."
        return "The pooler isn't answering. The database behind it is."
    if state == "53300":
        return "The database has no connections left."
    return "The database isn't answering."


def mails_leave(now: datetime) -> bool:
    """Whether what waits in the outbox is being sent: the worker lives, and the mail server takes mails."""
    return Installation.current().worker_lives(now) and MailServer.current().held_since is None


@cache
def _expected() -> frozenset[tuple[str, str]]:
    """The migrations of this program, which cannot change while it runs."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
