from django.apps import AppConfig


class FollowupsConfig(AppConfig):
    """Thank-yous, nudges, promises, keeping in touch; what is due."""

    name = "followups"

    def ready(self) -> None:
        from core.panels import fill
        from followups import receivers, steps_after
        from followups.panels import of_conversation, of_person
        from followups.reminders import letters
        from followups.writing import tell
        from meetings.facts import told_by

        receivers.connect()
        steps_after.register()
        letters.register()
        told_by(tell)
        fill("meetings:show", "followups/_of_conversation.html", of_conversation, order=60)
        fill("contacts:show", "followups/_of_person.html", of_person, order=20)
