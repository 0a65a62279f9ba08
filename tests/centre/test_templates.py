"""The list of starting texts, and what it costs."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from centre.coaching import EXAMPLES
from centre.models import Template
from coach.drafts import OCCASIONS
from contacts.models import Contact
from meetings.models import Message
from tests.centre.builders import a_template

pytestmark = pytest.mark.django_db
PAGE = "/centre/templates/"


def test_names_every_occasion_and_channel_as_the_student_meets_them() -> None:
    assert Template.Occasion.choices == Message.Occasion.choices
    assert Template.Channel.choices == Contact.Channel.choices
    assert Template.Occasion.values == list(OCCASIONS) == list(EXAMPLES)


def test_says_whose_each_text_is(as_dara: Client) -> None:
    assert "These are all ours so far" in as_dara.get(PAGE).content.decode()
    a_template(occasion="thanks", channel="linkedin")
    page = as_dara.get(PAGE).content.decode()
    assert page.count("written by you</span>") == 1
    assert "You’ve written 1 text." in page
    # Nobody reads thanks from a script.
    assert page.count('href="/centre/templates/') == len(Template.Occasion) * len(Template.Channel) - 2
    assert as_dara.get(f"{PAGE}thanks/phone/").status_code == 404
    cell = page.split('href="/centre/templates/thanks/linkedin/"')[1].split("</td>")[0]
    assert ": Thank-you, LinkedIn<" in cell
    assert "written by you" in cell


def test_is_reached_from_the_centre(as_dara: Client) -> None:
    assert f'href="{PAGE}"' in as_dara.get("/centre/").content.decode()


def test_costs_the_same_with_every_text_written(
    as_dara: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for occasion in Template.Occasion:
        for channel in Template.Channel:
            a_template(occasion=occasion, channel=channel)
    with django_assert_max_num_queries(4):  # session, member, centre, texts
        as_dara.get(PAGE)
