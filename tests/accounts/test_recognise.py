"""Every page asks who is there: one question finds the session and its member, and any doubt means a stranger."""

from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import Session, User
from accounts.tasks import forget_sessions
from tests.cast import Cast


def _is_known(client: Client) -> bool:
    return client.get(reverse("accounts:profile")).status_code == 200


def test_asks_once_for_the_session_and_its_member(as_amina: Client) -> None:
    _is_known(as_amina)
    with CaptureQueriesContext(connection) as asked:
        assert _is_known(as_amina)
    about = [query["sql"] for query in asked if "asking_" in query["sql"] or "accounts_session" in query["sql"]]
    assert len(about) == 1


def test_knows_whose_session_it_is(as_amina: Client, amina: User) -> None:
    assert Session.objects.get().member == amina
    assert "Amina Yusuf" in str(Session.objects.get())


def test_knows_nobody_once_it_has_lapsed(as_amina: Client) -> None:
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not _is_known(as_amina)


def test_knows_nobody_whose_password_has_changed(as_amina: Client, amina: User) -> None:
    amina.set_password("another one altogether")
    amina.save()
    assert not _is_known(as_amina)


def test_knows_nobody_whose_account_is_closed(as_amina: Client, cast: Cast) -> None:
    cast.amina.deactivate(by=cast.dara, now=timezone.now())
    assert not _is_known(as_amina)


def test_believes_what_is_signed_more_than_the_column(as_amina: Client, as_bo: Client, cast: Cast) -> None:
    """A row that names somebody else than its sealed words do opens nobody else's account."""
    Session.objects.filter(member=cast.amina).update(member=cast.bo)
    answer = as_amina.get(reverse("accounts:profile"))
    assert b"Amina Yusuf" in answer.content
    assert b"Bo Lindqvist" not in answer.content


def test_goes_when_its_member_goes(as_amina: Client, amina: User) -> None:
    amina.delete()
    assert not Session.objects.exists()


def test_forgets_what_has_lapsed(as_amina: Client, as_bo: Client, amina: User) -> None:
    Session.objects.filter(member=amina).update(expire_date=timezone.now() - timedelta(days=1))
    forget_sessions(timestamp=0)
    assert Session.objects.count() == 1
