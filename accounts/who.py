"""Who asks."""

from django.http import HttpRequest

from accounts.models import User


def current_user(request: HttpRequest) -> User:
    """The member behind a request that came through the hall; a stranger never gets here."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 - tells the types what the login middleware made sure of
    return user
