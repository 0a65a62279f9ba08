from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """One conversation from request to held."""

    name = "meetings"

    def ready(self) -> None:
        from core import panels
        from core.outbox import writes
        from meetings import carrying, glance, own_steps, page, receivers
        from meetings.models.dispatch import KIND

        own_steps.register()
        receivers.connect()
        glance.ask_along()
        writes(KIND, carrying.write)
        panels.fill("contacts:show", "meetings/_talks.html", page.of_person, order=20)
        panels.fill("goals:show", "meetings/_talks.html", page.of_goal, order=20)
