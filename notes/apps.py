from django.apps import AppConfig


class NotesConfig(AppConfig):
    """What was said, and the debrief."""

    name = "notes"

    def ready(self) -> None:
        from core import panels
        from notes import receivers, steps
        from notes.page import ask_along, in_short

        steps.register()
        receivers.connect()
        ask_along()
        panels.register_panel("meetings:show", "notes/_panel.html", in_short, order=40)
