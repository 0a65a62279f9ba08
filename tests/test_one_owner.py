"""G18: whose row it is stands in the schema. Every pair of owned tables with a foreign key between them is found by the
registry of models, and for each the statement that crosses from one student to another is refused.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from accounts.models import User
from centre.models.removed import Removed
from followups.models import Feed, Reminding
from home.demo import amina as demo
from meetings.models import Dispatch, Link, Meeting, Message, Offer, Reply
from notes.models import Timer
from tests.cast import NOW, assemble

REFUSED = "one_owner"


def paths_to_owner() -> dict[type[models.Model], str]:
    """Every table whose rows belong to a student, and the way from a row to that student."""
    found: dict[type[models.Model], str] = {}
    waiting = [model for model in apps.get_models() if not model._meta.app_label.startswith("auth")]
    for _round in range(6):
        for model in waiting:
            for field in model._meta.concrete_fields if model not in found else ():
                if field.name == "owner" and field.related_model is User:
                    found[model] = "owner"
                elif field.is_relation and not field.null and field.related_model in found and model not in found:
                    found[model] = f"{field.name}__{found[field.related_model]}"
    return found


OWNED = paths_to_owner()
LINKS = [
    pytest.param(model, field, id=f"{model._meta.label_lower}.{field.name}")
    for model in OWNED
    for field in (*model._meta.concrete_fields, *model._meta.many_to_many)
    if field.is_relation and field.related_model in OWNED
]


def of(model: type[models.Model], user: User) -> "models.QuerySet[Any]":
    return model._base_manager.filter(**{OWNED[model]: user}).order_by("pk")


@pytest.fixture(scope="module", autouse=True)
def filled(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Two students of whom everything is there, made once for all tests of this file and rolled back behind them."""
    folder = tmp_path_factory.mktemp("uploads")
    with django_db_blocker.unblock(), override_settings(DEMO=True, MEDIA_ROOT=folder), transaction.atomic():
        cast = assemble()
        # At other hours, so that nothing but the owner speaks against a row of one among those of the other.
        for user, now in ((cast.amina, NOW), (cast.bo, NOW + timedelta(hours=3))):
            demo.fill(user, now)
            talk = Meeting.objects.visible_to(user).order_by("pk")[0]
            Feed.choose(by=user, talks=True, followups="days", names="first", details=False)
            Reminding.objects.create(owner=user, hour=8)
            Timer.objects.create(meeting=talk, started_at=NOW)
            reply = Reply.objects.filter(meeting__owner=user)[0]
            Offer.objects.get_or_create(reply=reply, position=1, defaults={"starts_at": NOW})
            Link.objects.create(reply=reply, hash=f"{user.pk}", made_at=NOW)
            Removed.objects.create(owner=user, kind="", words="A question", row={}, removed_at=NOW)
            letter = Message.objects.filter(meeting__owner=user)[0]
            Dispatch.objects.create(message=letter, owner=user, day=NOW.date(), number=1)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def both(db: None) -> tuple[User, User]:
    return User.objects.get(email="amina@example.edu"), User.objects.get(email="bo@example.edu")


def update(table: str, column: str, pk: int, value: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'UPDATE {table} SET "{column}" = %s WHERE id = %s', [value, pk])


@pytest.mark.parametrize(("model", "field"), LINKS)
def test_g18_no_row_leads_to_what_belongs_to_another(
    both: tuple[User, User], model: type[models.Model], field: Any
) -> None:
    mine, theirs = (of(model, both[0]), of(field.related_model, both[1]))
    row, other = _row(mine, field), theirs.first()
    assert other is not None, field.related_model
    if field.many_to_many:
        table, own, far = field.m2m_db_table(), field.m2m_column_name(), field.m2m_reverse_name()
        with pytest.raises(IntegrityError, match=REFUSED), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {table} ({own}, {far}) VALUES (%s, %s)", [row.pk, other.pk])
        link = field.remote_field.through.objects.filter(**{own: row.pk})[0]
        with pytest.raises(IntegrityError, match=REFUSED), transaction.atomic():
            update(table, far, link.pk, other.pk)
        return
    if not field.null or field.unique:
        # What is there already would be refused for being there twice.
        model._base_manager.filter(**{field.name: other}).delete()
    with pytest.raises(IntegrityError, match=REFUSED), transaction.atomic():
        update(model._meta.db_table, field.column, row.pk, other.pk)


@pytest.mark.parametrize("model", [model for model, path in OWNED.items() if path == "owner"])
def test_g18_a_row_stays_with_its_owner(both: tuple[User, User], model: type[models.Model]) -> None:
    amina, bo = both
    row = of(model, amina).first()
    if model in {Feed, Reminding, Dispatch, Meeting}:
        # Of these nobody has two, or two at one hour.
        of(model, bo).delete()
    with pytest.raises(IntegrityError, match=REFUSED), transaction.atomic():
        update(model._meta.db_table, "owner_id", row.pk, bo.pk)


def test_what_belongs_to_one_student_may_be_linked(both: tuple[User, User]) -> None:
    """What the schema allows is what the verbs did to fill both; one more link of their own is as good."""
    amina, _bo = both
    for model in OWNED:
        assert of(model, amina).exists(), model
    talk, contact = of(Meeting, amina)[0], of(Meeting, amina)[1].contact
    update("meetings_meeting", "contact_id", talk.pk, contact.pk)


def _row(mine: "models.QuerySet[Any]", field: Any) -> Any:
    """A row that has such a link, where any has."""
    linked = mine.filter(**{f"{field.name}__isnull": False}).first()
    row = linked or mine.first()
    assert row is not None, mine.model
    return row
