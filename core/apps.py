from django.apps import AppConfig
from django.core.checks import Tags, register


class CoreConfig(AppConfig):
    """The floor: htmx answers, middleware, what every form and time needs; no word of the domain."""

    name = "core"

    def ready(self) -> None:
        from django.db.backends.signals import connection_created

        from core.schema import check_schema
        from core.waits import limit_connection

        connection_created.connect(limit_connection, dispatch_uid="limits")
        register(check_schema, Tags.database)
