from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """One conversation from request to held."""

    name = "meetings"
