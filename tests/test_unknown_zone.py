"""A time zone that one machine stored and another does not know: every page and mail shows UTC, and says why."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db.models import CharField, Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from core import outbox
from core.models import Mail
from followups.reminders.choosing import post_due
from tests.cast import Cast
from tests.meetings.builders import arranged
from tests.sampling import one_in
from tests.test_walls import placed
from tests.walls import Wall

pytestmark = pytest.mark.django_db
GONE = "Mars/Base"
WHY = "UTC, because we don’t know the time zone “Mars/Base”"


def columns() -> list[tuple[type[Model], str]]:
    """Every column that holds a zone."""
    return [
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, CharField) and field.name.endswith("zone") and model._meta.managed
    ]


def forget_zones() -> None:
    """Let every row name a zone that this machine does not know."""
    for model, column in columns():
        model._base_manager.update(**{column: GONE})


def test_every_room_that_keeps_a_zone_is_meant() -> None:
    kept = {f"{model.__name__}.{column}" for model, column in columns()}
    assert kept >= {"User.time_zone", "Centre.time_zone", "Contact.time_zone", "Meeting.contact_zone", "Reply.zone"}


@pytest.mark.parametrize("name", one_in(12, sorted(placed())))
def test_every_page_opens(name: str, cast: Cast) -> None:
    wall: Wall = placed()[name]
    address = reverse(name, args=wall.make(cast))
    forget_zones()
    for who in ("stranger",) if wall.stranger else sorted(wall.may):
        client = Client(raise_request_exception=True)
        if who != "stranger":
            client.force_login(User.objects.get(pk=getattr(cast, who).pk))
        assert client.get(address).status_code < 500
        assert client.post(address, wall.post).status_code < 500


def test_a_member_reads_it_on_every_page(cast: Cast, as_amina: Client) -> None:
    said = "We show times in UTC, because we don’t know the time zone “Mars/Base” in your profile."
    assert said not in as_amina.get(reverse("home:home")).content.decode()
    forget_zones()
    assert said in as_amina.get(reverse("home:home")).content.decode()
    assert said in as_amina.get(reverse("goals:index")).content.decode()


def test_a_conversation_says_it_of_its_person(cast: Cast, as_amina: Client) -> None:
    meeting = arranged(cast.amina, timezone.now() + timedelta(days=2), now=timezone.now())
    type(meeting).objects.update(contact_zone=GONE)
    page = as_amina.get(meeting.get_absolute_url()).content.decode()
    assert f", {WHY}" in page


def test_a_digest_goes_by_the_clock_of_utc_and_says_so(cast: Cast) -> None:
    now = timezone.now().replace(hour=8, minute=5)
    meeting = arranged(cast.amina, now - timedelta(hours=2), now=now - timedelta(days=2))
    assert meeting.stands
    forget_zones()
    post_due(now=now)
    mail = Mail.objects.get(kind="digest")
    words = outbox.writer(mail.writer)(mail, now)
    assert words is not None
    assert f"in {WHY}" in words.text
