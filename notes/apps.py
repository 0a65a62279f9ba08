from django.apps import AppConfig


class NotesConfig(AppConfig):
    """What was said, and the debrief."""

    name = "notes"

    def ready(self) -> None:
        from core.panels import register_panel
        from notes import panels, receivers, steps

        steps.register()
        receivers.connect()
        register_panel("meetings:show", "notes/_panel.html", panels.of_conversation, order=40)
