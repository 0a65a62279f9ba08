from django.apps import AppConfig


class NotesConfig(AppConfig):
    """What was said, and the debrief."""

    name = "notes"
