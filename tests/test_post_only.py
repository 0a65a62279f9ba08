"""An address that takes only POST, opened like a page: from the history, by a reload, after signing in again."""

import pytest
from django.test import Client
from django.urls import resolve, reverse

from accounts.models import User
from tests.cast import Cast
from tests.sampling import one_in
from tests.test_walls import placed

pytestmark = pytest.mark.django_db

MEMBERS = ("amina", "bo", "dara")
WALLS = placed()


@pytest.mark.parametrize("name", one_in(10, sorted(WALLS)))
def test_w13_no_address_answers_with_a_bare_405(name: str, cast: Cast) -> None:
    wall = WALLS[name]
    if wall.stranger:
        # Open to all; tests/test_walls.py opens it.
        return
    path = reverse(name, args=wall.make(cast))
    for who in MEMBERS:
        member: User = getattr(cast, who)
        client = Client()
        client.force_login(member)
        answer = client.get(path, follow=True)
        if who in wall.may:
            assert answer.status_code != 405
            assert client.head(path).status_code != 405
        elif "pk" in resolve(path).kwargs:
            assert answer.status_code == 404, f"{who} is led to a row that is not theirs"


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/you/zone/", "/you/"),
        ("/you/resumes/keep/", "/you/resumes/"),
        ("/you/pitches/measure/", "/you/pitches/"),
        ("/followups/calendar/open/", "/followups/calendar/"),
    ],
)
def test_w13_leads_to_the_page_that_the_act_belongs_to(path: str, page: str, as_amina: Client) -> None:
    answer = as_amina.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (302, page)


def test_w13_takes_a_page_of_htmx_there_too(as_amina: Client) -> None:
    answer = as_amina.get("/you/resumes/keep/", headers={"hx-request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (200, "/you/resumes/")


def test_w13_asks_who_is_there_first(stranger: Client) -> None:
    assert stranger.get("/you/zone/").headers["Location"] == "/account/login/?next=/you/zone/"


def test_w13_still_refuses_what_no_form_sends(as_amina: Client) -> None:
    assert as_amina.delete("/you/zone/").status_code == 405
