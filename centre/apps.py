from django.apps import AppConfig


class CentreConfig(AppConfig):
    """The one career centre that this installation serves: policies, branding, and the walls."""

    name = "centre"
