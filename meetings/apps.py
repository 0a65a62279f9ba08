from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """One conversation from request to held."""

    name = "meetings"

    def ready(self) -> None:
        from meetings import own_steps

        own_steps.register()
