"""Who may register and how allauth writes mails: the centre's rules."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from centre.models import Centre


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's questions, answered from the centre's page."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return Centre.current().registration != Centre.Registration.INVITED
