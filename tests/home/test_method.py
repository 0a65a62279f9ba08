"""The method, to read: the centre's rules, the texts that students begin from, the question bank."""

import pytest
from django.test import Client

from centre.models import Centre
from tests.centre.builders import a_template

pytestmark = pytest.mark.django_db


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_advisers_home_tells_the_truth_and_leads_on(as_cleo: Client) -> None:
    html = page(as_cleo, "/")
    assert "They can’t share it with you yet" in html
    assert 'href="/method/"' in html


def test_shows_the_rules_as_the_centre_set_them(as_cleo: Client, centre: Centre) -> None:
    Centre.objects.update(minutes_default=30)
    html = page(as_cleo, "/method/")
    assert "Minutes asked for" in html
    assert "30 minutes" in html


def test_shows_what_letters_begin_from(as_cleo: Client) -> None:
    assert "informational interview" in page(as_cleo, "/method/")
    own = a_template()
    assert own.body.split("\n")[0][:20] in page(as_cleo, "/method/")


def test_leads_whoever_keeps_the_bank_to_it(as_cleo: Client, as_dara: Client, as_amina: Client) -> None:
    for client in (as_cleo, as_dara):
        assert 'class="button" href="/bank/"' in page(client, "/method/")
    assert "/bank/" not in page(as_amina, "/method/")


def test_a_letter_of_the_centre_with_markup_is_only_words(as_cleo: Client) -> None:
    a_template(body="<script>alert(1)</script> {student}")
    assert "<script>alert" not in page(as_cleo, "/method/")
