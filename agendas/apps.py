from django.apps import AppConfig


class AgendasConfig(AppConfig):
    """Questions and their order, and the sheet of paper they become."""

    name = "agendas"

    def ready(self) -> None:
        from agendas.steps import register

        register()
