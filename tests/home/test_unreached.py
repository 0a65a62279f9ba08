"""Who could not be reached is told to the student whom it concerns, until they have read it."""

import pytest
from django.test import Client

from accounts.models import User
from core.models import Mail
from tests.core.builders import a_failed_mail
from tests.meetings.builders import arranged

pytestmark = pytest.mark.django_db


def test_says_whom_and_why_in_words(as_amina: Client, amina: User) -> None:
    arranged(amina)
    a_failed_mail(amina, why="550 No <such> mailbox")
    page = as_amina.get("/").content.decode()
    assert (
        "We couldn’t deliver your email to efua.osei@example.org. Their mail server said “550 No &lt;such&gt; mailbox”."
        in page
    )


def test_goes_when_it_was_read(as_amina: Client, amina: User) -> None:
    arranged(amina)
    mail = a_failed_mail(amina)
    assert as_amina.post(f"/unreached/{mail.pk}/").url == "/"
    assert "We couldn’t deliver" not in as_amina.get("/").content.decode()
    assert Mail.objects.get().state == Mail.State.REFUSED


def test_what_is_anothers_is_not_there(as_bo: Client, amina: User) -> None:
    assert as_bo.post(f"/unreached/{a_failed_mail(amina).pk}/").status_code == 404
