from django.apps import AppConfig
from django.utils.translation import gettext, ngettext


class CentreConfig(AppConfig):
    """The one career centre that this installation serves: policies, branding, and the walls."""

    name = "centre"

    def ready(self) -> None:
        from centre import samples
        from centre.dress import dress
        from centre.models import Removed
        from coach.words import speak_through
        from core.mail_page import register_dresser
        from core.uploads import register_names

        # The lowest room that hears the coach, so every other finds it speaking the reader's language.
        speak_through(gettext, ngettext)
        register_names(Removed.named_files)
        register_dresser(dress)
        samples.register()
