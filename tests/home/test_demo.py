"""The demo fills an empty installation with a believable centre, and refuses every real one."""

from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from accounts.models import User
from centre.models import Centre, Term
from config.run import DEMO_SIGN_INS
from contacts.models import Contact, Finding
from goals.models import Goal
from tests.cast import PASSWORD


@pytest.fixture
def demo(db: None, settings: Settings) -> None:
    settings.DEMO = True
    call_command("demo", stdout=StringIO())


@pytest.mark.django_db
def test_refuses_where_the_centre_is_real(settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="no demo"):
        call_command("demo", if_empty=True)
    assert User.objects.count() == 0


@pytest.mark.usefixtures("demo")
def test_refuses_to_fill_a_centre_that_has_members() -> None:
    with pytest.raises(CommandError, match="members already"):
        call_command("demo")


@pytest.mark.usefixtures("demo")
def test_if_empty_leaves_what_is_there(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(3):  # savepoint, question, release
        call_command("demo", if_empty=True)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("address", DEMO_SIGN_INS)
def test_every_sign_in_that_the_run_prints_opens_the_door(address: str) -> None:
    assert EmailAddress.objects.filter(email=address, verified=True, primary=True).exists()
    client = Client()
    answer = client.post(reverse("account_login"), {"login": address, "password": PASSWORD})
    assert answer.status_code == 302
    assert client.get(reverse("home:home")).status_code == 200


@pytest.mark.usefixtures("demo")
def test_the_centre_is_in_term() -> None:
    from django.utils import timezone

    assert Centre.current().name == "Northlight University Careers"
    assert Term.at(timezone.now().date()) is not None


@pytest.mark.usefixtures("demo")
def test_amina_knows_a_dozen_people_in_many_scripts_and_zones() -> None:
    hers = Contact.objects.filter(owner__email="amina@demo.test")
    assert hers.count() >= 12
    assert len(set(hers.values_list("time_zone", flat=True))) >= 10
    names = "".join(hers.values_list("name", flat=True))
    for script in ("Łś", "ليل", "陈", "Над", "आर", "さく", "Ελ"):
        assert any(letter in names for letter in script)
    assert Finding.objects.filter(contact__in=hers).count() >= 10
    assert Goal.objects.filter(owner__email="amina@demo.test").open().count() == 3
