from django.apps import AppConfig


class GoalsConfig(AppConfig):
    """What the student wants to find out."""

    name = "goals"
