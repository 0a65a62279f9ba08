"""The pages of allauth that we want, each refusing at 422 as every form of the house does."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views
from allauth.account.decorators import reauthentication_required
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import path, re_path

from accounts.models import User
from core.locking import locked

AllauthView = Callable[..., HttpResponseBase]


def refusing(view: AllauthView) -> AllauthView:
    """`view`, answering 422 instead of 200 when its form was sent and refused."""

    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = view(request, *args, **kwargs)
        if request.method == "POST" and answer.status_code == 200 and isinstance(answer, TemplateResponse):
            form = (answer.context_data or {}).get("form")
            if form is not None and form.is_bound and form.errors:
                answer.status_code = 422
        return answer

    return wraps(view)(wrapped)


def asked_again(view: AllauthView) -> AllauthView:
    """`view`, which changes something by POST only after the password was asked for; two such acts wait in line."""

    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with transaction.atomic():
            if request.method == "POST":
                locked(User.objects.filter(pk=request.user.pk)).get()
            return view(request, *args, **kwargs)

    return reauthentication_required(allow_get=True)(wraps(view)(wrapped))  # type: ignore[no-any-return]


def clearing(view: AllauthView) -> AllauthView:
    """`view`, behind which the browser keeps nothing of this site: neither words nor pages (home/device.py)."""

    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = view(request, *args, **kwargs)
        if request.method == "POST":
            answer.headers["Clear-Site-Data"] = '"storage"'
        return answer

    return wraps(view)(wrapped)


urlpatterns = [
    path("login/", refusing(views.login), name="account_login"),
    path("logout/", clearing(views.logout), name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("signup/", refusing(views.signup), name="account_signup"),
    path("reauthenticate/", refusing(views.reauthenticate), name="account_reauthenticate"),
    path("email/", asked_again(refusing(views.email)), name="account_email"),
    path("confirm-email/", views.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^confirm-email/(?P<key>[-:\w]+)/$", views.confirm_email, name="account_confirm_email"),
    path("password/change/", refusing(views.password_change), name="account_change_password"),
    path("password/set/", asked_again(refusing(views.password_set)), name="account_set_password"),
    path("password/reset/", refusing(views.password_reset), name="account_reset_password"),
    path("password/reset/done/", views.password_reset_done, name="account_reset_password_done"),
    path("password/reset/key/done/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        refusing(views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
]
