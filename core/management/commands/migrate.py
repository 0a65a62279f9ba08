"""`manage.py migrate`, alone: where two hosts begin at once, one waits for the other and then finds nothing to do."""

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import OperationalError, connections
from django.db.migrations.exceptions import InconsistentMigrationHistory

from core.schema import INCONSISTENT, alone


class Command(migrate.Command):
    """Django's own, which also asks core.schema whether the database is one that can be brought up to date."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        database = options["database"]
        try:
            connections[database].ensure_connection()
        except OperationalError as error:
            raise CommandError(f"The database isn't answering: {error}") from error
        with alone(database, waiting=self._say_that_it_waits):
            try:
                return super().execute(*args, **options)
            except InconsistentMigrationHistory as error:
                raise CommandError(f"{error} {INCONSISTENT}") from error
            except OperationalError as error:
                # Somebody holds a table for longer than COMMAND_LIMITS lets us wait, or the database went away.
                why = str(error).strip().partition("\n")[0]
                raise CommandError(f"{why}. The migrations before this one are done: run migrate again.") from error

    def _say_that_it_waits(self) -> None:
        self.stderr.write("Someone else is migrating this database. Waiting until they're done.")
