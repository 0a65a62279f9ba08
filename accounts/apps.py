from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who signs in: people, their profile, pitch and résumé."""

    name = "accounts"

    def ready(self) -> None:
        from accounts import mails

        mails.connect()
