from django.apps import AppConfig


class FollowupsConfig(AppConfig):
    """Thank-yous, nudges, promises, keeping in touch; what is due."""

    name = "followups"

    def ready(self) -> None:
        from contacts.models import Contact
        from core.locking import register_refresher
        from core.panels import register_panel
        from followups import receivers, steps
        from followups.next_acts import refresh_next_acts
        from followups.panels import of_conversation, of_looking_back, of_person
        from followups.reminders import letters, samples
        from followups.writing import facts_of
        from meetings.facts import register_facts

        receivers.connect()
        register_refresher(Contact, refresh_next_acts)
        steps.register()
        letters.register()
        samples.register()
        register_facts(facts_of)
        register_panel("meetings:show", "followups/_of_conversation.html", of_conversation, order=60)
        register_panel("notes:debrief", "followups/_promised.html", of_looking_back)
        register_panel("contacts:show", "followups/_of_person.html", of_person, order=20)
