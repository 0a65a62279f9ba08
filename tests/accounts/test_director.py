"""The first director is let in from the machine; everybody else is invited from the pages."""

from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.cast import Cast
from tests.post import delivered


@pytest.mark.django_db
def test_lets_in_a_director_with_a_confirmed_address() -> None:
    output = StringIO()
    call_command("director", "dara@example.edu", "--name", "Dara Okafor", stdout=output)
    dara = User.objects.get()
    assert dara.is_director
    assert dara.name == "Dara Okafor"
    assert not dara.has_usable_password()
    assert EmailAddress.objects.filter(user=dara, verified=True, primary=True).exists()
    assert reverse("account_reset_password") in output.getvalue()


@pytest.mark.django_db
def test_the_director_gets_a_mail_to_choose_a_password() -> None:
    call_command("director", "dara@example.edu", stdout=StringIO())
    Client().post(reverse("account_reset_password"), {"email": "dara@example.edu"})
    assert [m.to for m in delivered()] == [["dara@example.edu"]]
    assert "/password/reset/key/" in delivered()[0].body


def test_makes_a_member_a_director_and_keeps_their_name(cast: Cast) -> None:
    call_command("director", "CLEO@example.edu", stdout=StringIO())
    cast.cleo.refresh_from_db()
    assert cast.cleo.is_director
    assert cast.cleo.name == "Cleo Marchetti"


@pytest.mark.django_db
def test_refuses_what_is_no_address() -> None:
    with pytest.raises(CommandError, match="doesn’t look like an email address"):
        call_command("director", "dara")
