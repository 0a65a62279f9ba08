from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """One conversation from request to held."""

    name = "meetings"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from core.arriving import register_reader
        from core.locking import register_refresher
        from core.outbox import register_writer
        from core.panels import register_panel
        from meetings import arrivals, carrying, copies, panels, receivers, samples, steps
        from meetings.models import Meeting
        from meetings.models.by_mail import WRITER
        from meetings.models.dispatch import KIND
        from meetings.models.meeting import refresh_has
        from meetings.models.progress import teach

        steps.register()
        receivers.connect()
        register_refresher(Meeting, refresh_has)
        post_migrate.connect(teach, sender=self)
        register_writer(KIND, carrying.write)
        register_writer(WRITER, copies.write)
        samples.register()
        register_reader(arrivals.read)
        register_panel("contacts:show", "meetings/_talks.html", panels.of_person, order=20)
        register_panel("goals:show", "meetings/_talks.html", panels.of_goal, order=20)
