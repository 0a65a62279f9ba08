"""`manage.py director`: let in the director of a new centre, who invites everybody else."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.urls import reverse

from accounts.models import User
from accounts.models.claims import throw_out_claims
from core.keys import email_key
from core.outbox import is_address
from core.text import clean_line


class Command(BaseCommand):
    """Make a director by email address; a member who is known already becomes one."""

    help = "Let in the director of the centre. They choose their password by the mail of “Forgot your password?”."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        email, name = email_key(options["email"]), clean_line(options["name"])
        if not is_address(email):
            raise CommandError(f"{email!r} doesn’t look like an email address.")
        with transaction.atomic():
            user = User.objects.with_address(email).first()
            if user is None:
                # Whoever registered with it and never proved it knows that account's password.
                throw_out_claims(email)
                user = User.objects.create_user(email, name=name)
            user.role, user.name = User.Role.DIRECTOR, name or user.name
            user.save(update_fields=["role", "name", "sort_name"])
            user.confirm_address()
        self.stdout.write(f"{user} is a director. Set a password at {reverse('account_reset_password')}.")
