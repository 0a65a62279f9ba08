from django.apps import AppConfig
from django.core.checks import Tags, register


class CoreConfig(AppConfig):
    """The floor: htmx answers, middleware, what every form and time needs; no word of the domain."""

    name = "core"

    def ready(self) -> None:
        from core.schema import check_schema

        register(check_schema, Tags.database)
