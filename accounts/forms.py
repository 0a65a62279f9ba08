"""The shape of what people say about themselves."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.forms import Line


class SignupDetails(forms.Form):
    """What registering asks for besides address and password."""

    name = Line(label=_("Your name"), max_length=200)

    def signup(self, request: HttpRequest, user: User) -> None:
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name", "sort_name"])
