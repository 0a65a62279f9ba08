from django.apps import AppConfig


class HomeConfig(AppConfig):
    """What next: the page of a signed-in person; composes the rooms below."""

    name = "home"
