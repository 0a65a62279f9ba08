from django.apps import AppConfig


class FollowupsConfig(AppConfig):
    """Thank-yous, nudges, promises, keeping in touch; what is due."""

    name = "followups"

    def ready(self) -> None:
        from followups import receivers

        receivers.connect()
