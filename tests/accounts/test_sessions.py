"""Who is signed in, page after page: any doubt means a stranger."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.tasks import forget_sessions
from tests.cast import Cast


def _is_known(client: Client) -> bool:
    return client.get(reverse("accounts:profile")).status_code == 200


def test_knows_who_signed_in_and_nobody_once_it_has_lapsed(as_amina: Client) -> None:
    assert _is_known(as_amina)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not _is_known(as_amina)


def test_knows_nobody_whose_password_has_changed(as_amina: Client, amina: User) -> None:
    amina.set_password("another one altogether")
    amina.save()
    assert not _is_known(as_amina)


def test_knows_nobody_whose_account_is_closed(as_amina: Client, cast: Cast) -> None:
    cast.amina.deactivate(by=cast.dara, now=timezone.now())
    assert not _is_known(as_amina)


def test_knows_nobody_once_the_member_is_gone(as_amina: Client, amina: User) -> None:
    amina.delete()
    assert not _is_known(as_amina)


def test_knows_each_by_their_own_session(as_amina: Client, as_bo: Client) -> None:
    """Whoever comes by a session's number has no way to make it another member's: its words are sealed."""
    row = Session.objects.get(session_key=as_amina.session.session_key)
    row.session_data = "nothing of ours"
    row.save()
    assert not _is_known(as_amina)
    assert b"Bo Lindqvist" in as_bo.get(reverse("accounts:profile")).content


def test_forgets_what_has_lapsed(as_amina: Client, as_bo: Client) -> None:
    lapsed = Session.objects.filter(session_key=as_amina.session.session_key)
    lapsed.update(expire_date=timezone.now() - timedelta(days=1))
    forget_sessions(timestamp=0)
    assert Session.objects.count() == 1
