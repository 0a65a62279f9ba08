from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who signs in: people, their profile, pitch and résumé."""

    name = "accounts"

    def ready(self) -> None:
        from allauth.account.signals import password_reset

        from accounts import attempts, mails

        password_reset.connect(attempts.begin_anew)
        mails.connect()
