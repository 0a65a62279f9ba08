from django.apps import AppConfig


class CoreConfig(AppConfig):
    """The floor: htmx answers, middleware, what every form and time needs; no word of the domain."""

    name = "core"
