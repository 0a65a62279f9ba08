from django.apps import AppConfig


class ContactsConfig(AppConfig):
    """People worth learning from, research about them, referrals."""

    name = "contacts"
