"""Who can register."""

import pytest
from django.test import Client

from centre.models import Centre
from tests.cast import Cast

PAGE = "/centre/registration/"


def test_keeps_domains_in_one_writing(cast: Cast, as_dara: Client) -> None:
    answer = as_dara.post(
        PAGE, {"registration": "domains", "domains": "@Example.EDU\n students.example.edu., example.edu"}
    )
    assert answer.status_code == 302
    centre = Centre.current()
    assert centre.domain_list == ["example.edu", "students.example.edu"]
    assert centre.welcomes("a@EXAMPLE.edu")
    assert not centre.welcomes("a@evil-example.edu")
    assert not centre.welcomes("a@sub.example.edu")
    assert not centre.welcomes("example.edu")


def test_open_and_invited() -> None:
    assert Centre(registration="open").welcomes("a@any.example")
    assert not Centre(registration="invited").welcomes("a@example.edu")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"registration": "domains", "domains": ""}, "Add at least one domain"),
        ({"registration": "domains", "domains": "example"}, "“example” doesn’t look like a domain."),
        ({"registration": "domains", "domains": "a@b.edu <x>.edu"}, "These don’t look like domains"),
        ({"registration": "nobody", "domains": ""}, "nobody is not one of the available choices"),
        ({"registration": "open", "domains": "x" * 9000}, "at most 5000 characters"),
    ],
)
def test_refuses_at_the_field(cast: Cast, as_dara: Client, data: dict[str, str], sentence: str) -> None:
    answer = as_dara.post(PAGE, data)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Centre.current().registration == "invited"
