from django.apps import AppConfig
from django.utils.translation import gettext, ngettext


class CentreConfig(AppConfig):
    """The one career centre that this installation serves: policies, branding, and the walls."""

    name = "centre"

    def ready(self) -> None:
        from coach.words import speak_through

        # The lowest room that hears the coach, so every other finds it speaking the reader's language.
        speak_through(gettext, ngettext)
