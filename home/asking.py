"""Questions of a fixed shape, put into SQL once in each process: home is the page that everybody opens first."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from accounts.models import User

# Stand-ins, replaced in every asking; no row and no clock has these.
NOBODY = User(pk=-74_026_531)
NEVER = datetime(1066, 10, 14, 9, 0, tzinfo=UTC)

Build = Callable[[User, datetime], QuerySet[Any, Any]]


class Question:
    """A queryset of plain values for one person at one moment; what Django makes of it is kept as SQL.

    To build a queryset of this size anew takes longer than PostgreSQL takes to answer it. It is still written in the
    rooms' own phrases and goes through the same doors.
    """

    def __init__(self, build: Build) -> None:
        self.build = build
        self.sql = ""
        self.params: list[Any] = []

    def ask(self, user: User, now: datetime) -> list[tuple[Any, ...]]:
        """The rows for `user` at `now`."""
        if not self.sql:
            self.sql, params = self.build(NOBODY, NEVER).query.sql_with_params()
            self.params = list(params)
        own: dict[Any, Any] = {NOBODY.pk: user.pk, NEVER: now}
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [own.get(p, p) if type(p) in (int, datetime) else p for p in self.params])
            answers: list[tuple[Any, ...]] = cursor.fetchall()
            return answers
