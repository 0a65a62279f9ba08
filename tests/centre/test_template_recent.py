"""Drafts begin from texts read a moment ago; a director's own change shows at once."""

import pytest
from django.core.cache import caches
from pytest_django import DjangoAssertNumQueries

from centre.models import Template
from coach.drafts import Draft
from tests.centre.builders import a_template

pytestmark = pytest.mark.django_db


def test_all_are_read_once_for_many_drafts(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    a_template("One.", subject="S")
    with django_assert_num_queries(1):
        assert Template.recent("request", "email") == Draft("S", "One.")
        assert Template.recent("thanks", "phone") is None


def test_shows_a_change_at_once_where_it_was_saved() -> None:
    row = a_template("One.")
    Template.recent("request", "email")
    row.write(seen=None, subject="", body="Two.")
    assert Template.recent("request", "email") == Draft("", "Two.")


def test_is_read_anew_when_it_is_no_longer_fresh() -> None:
    a_template("One.")
    Template.recent("request", "email")
    Template.objects.update(body="Two.")
    assert Template.recent("request", "email") == Draft("", "One.")
    caches["near"].touch("templates", timeout=0)
    assert Template.recent("request", "email") == Draft("", "Two.")
