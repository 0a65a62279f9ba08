from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who signs in: people, their profile, pitch and résumé."""

    name = "accounts"

    def ready(self) -> None:
        from allauth.account.signals import email_confirmed, password_reset

        from accounts import attempts, mails, samples
        from accounts.models.claims import after_proof
        from accounts.models.user import User
        from accounts.unreached import refresh_unreached
        from core.locking import register_refresher
        from core.models import Mail
        from core.outbox import register_language_reader

        password_reset.connect(attempts.begin_anew)
        email_confirmed.connect(after_proof)
        mails.connect()
        samples.register()
        register_refresher(Mail, refresh_unreached)
        register_language_reader(User.language_of)
