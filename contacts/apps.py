from django.apps import AppConfig


class ContactsConfig(AppConfig):
    """People worth learning from, research about them, referrals."""

    name = "contacts"

    def ready(self) -> None:
        from contacts import events
        from contacts.models.quiet import on_reached

        events.reached.connect(on_reached, dispatch_uid="contacts.quiet")
