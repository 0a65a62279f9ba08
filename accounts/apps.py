from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who signs in: people, their profile, pitch and résumé."""

    name = "accounts"

    def ready(self) -> None:
        from allauth.account.signals import email_confirmed, password_reset

        from accounts import attempts, mails, samples
        from accounts.models.claims import after_proof
        from accounts.unreached import refresh_unreached
        from core.locking import register_refresher
        from core.models import Mail

        password_reset.connect(attempts.begin_anew)
        email_confirmed.connect(after_proof)
        mails.connect()
        samples.register()
        register_refresher(Mail, refresh_unreached)
