"""Where our advice comes from: every guide by its whole name, with its link and what it stands behind."""

import pytest
from django.test import Client

from coach.sources import sources
from home.sources import chapters

pytestmark = pytest.mark.django_db
PAGE = "/sources/"


def test_names_every_guide_with_its_title_its_year_and_its_link(client: Client) -> None:
    page = client.get(PAGE).content.decode().replace("&amp;", "&").replace("&#x27;", "'").replace("&quot;", '"')
    for source in sources():
        assert source.author in page
        assert f'href="{source.link}"' in page
        assert source.title in page
        assert source.year in page


def test_every_guide_stands_behind_something_and_nothing_stands_alone() -> None:
    claims = [claim for chapter in chapters() for claim in chapter.claims]
    assert all(claim.sources for claim in claims)
    assert {source for claim in claims for source in claim.sources} == set(sources())


def test_help_leads_there_and_so_does_the_method(as_amina: Client, as_cleo: Client) -> None:
    assert f'href="{PAGE}"' in as_amina.get("/help/").content.decode()
    assert f'href="{PAGE}"' in as_cleo.get("/method/").content.decode()
