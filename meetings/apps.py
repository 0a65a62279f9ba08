from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """One conversation from request to held."""

    name = "meetings"

    def ready(self) -> None:
        from core import panels
        from meetings import own_steps, page, receivers

        own_steps.register()
        receivers.connect()
        panels.fill("contacts:show", "meetings/_talks.html", page.of_person, order=20)
        panels.fill("goals:show", "meetings/_talks.html", page.of_goal, order=20)
