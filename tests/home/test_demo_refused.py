"""A real centre has no demo: everybody knows its password."""

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from accounts.models import User


@pytest.mark.django_db
def test_refuses_where_the_centre_is_real(settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="no demo"):
        call_command("demo", if_empty=True)
    assert User.objects.count() == 0
