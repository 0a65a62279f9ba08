"""Which installation a database belongs to, so that a copy of it sends no mail of its own accord."""

from datetime import datetime
from typing import Self

from django.db import connection, models
from django.db.models import CharField, Func, Q, Subquery, Value
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.links import host
from core.models.pulse import QUIET_FOR, WORKER, Pulse

# What PostgreSQL itself says: which server this is, which of its databases, and which table this row stands in. A dump
# that is put back makes its tables anew, so the last differs; a copy by CREATE DATABASE … TEMPLATE is another database;
# a standby that takes over is the same server byte for byte.
STAMP = (
    "SELECT concat_ws('/', system_identifier, pg_database.oid, %s::regclass::oid)"
    " FROM pg_control_system(), pg_database WHERE datname = current_database()"
)


class Installation(models.Model):
    """Whose database this is: the host of BASE_URL, and where the row stood when that was said; one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    domain = models.CharField(max_length=255)
    stamp = models.CharField(max_length=60)
    since = models.DateTimeField()
    # What the folder for uploads carries as its mark (core/uploads.py); empty until there is one.
    uploads = models.UUIDField(null=True, blank=True)

    objects: models.Manager["Installation"] = models.Manager()

    # What `current` reads besides: where the row stands now, and when the worker was last heard of.
    stands: str
    worker_beat: datetime | None

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="installation_is_one")]

    def __str__(self) -> str:
        return self.domain

    @classmethod
    def current(cls) -> Self:
        """The one row. Where there is none, the database is new and belongs to these settings from now on."""
        beats = Pulse.objects.filter(part=WORKER).values("beat_at")
        beside = {"stands": _STANDS, "worker_beat": Subquery(beats)}
        rows = cls.objects.annotate(**beside)
        found = rows.filter(pk=1).first()
        if found is None:
            facts = {"domain": host(), "stamp": _stamp(), "since": timezone.now()}
            cls.objects.get_or_create(pk=1, defaults=facts)
            found = rows.get(pk=1)
        return found  # type: ignore[return-value]

    @property
    def refusal(self) -> str | Promise:
        """Why no mail may leave from here, in a sentence; empty where the database belongs to these settings."""
        if self.domain != host():
            names = {"theirs": self.domain, "ours": host()}
            return _("This database belongs to %(theirs)s, but the settings say %(ours)s.") % names
        if self.stamp != self.stands:
            return _("This database was restored from a copy of the one at %(domain)s.") % {"domain": self.domain}
        return ""

    def worker_lives(self, now: datetime) -> bool:
        """Whether the background worker was heard of within two minutes."""
        return self.worker_beat is not None and self.worker_beat > now - QUIET_FOR

    def adopt(self, *, now: datetime) -> None:
        """Let the database belong to these settings from now on."""
        self.domain, self.stamp, self.since = host(), self.stands, now
        self.save()


_STANDS = Func(Value(Installation._meta.db_table), template=f"({STAMP % '%(expressions)s'})", output_field=CharField())


def _stamp() -> str:
    with connection.cursor() as cursor:
        cursor.execute(STAMP, [Installation._meta.db_table])
        return str(cursor.fetchone()[0])
