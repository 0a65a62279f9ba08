"""Pages are dressed by a centre read a moment ago; a director's own change shows at once."""

import pytest
from django.core.cache import caches
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from centre.models import Centre

pytestmark = pytest.mark.django_db


def test_shows_a_change_at_once_where_it_was_saved(as_amina: Client) -> None:
    as_amina.get("/goals/")
    there = Centre.current()
    there.name = "Harbour Careers"
    there.save()
    assert "Harbour Careers" in as_amina.get("/goals/").content.decode()


def test_is_read_once_for_many_pages(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    Centre.recent()
    with django_assert_num_queries(0):
        Centre.recent()


def test_is_read_anew_when_it_is_no_longer_fresh() -> None:
    Centre.recent()
    Centre.objects.update(name="Harbour Careers")
    assert Centre.recent().name != "Harbour Careers"
    caches["near"].touch("centre", timeout=0)
    assert Centre.recent().name == "Harbour Careers"
