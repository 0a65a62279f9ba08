"""The director's list of members."""

import pytest
from django.test import Client

from accounts.models import User
from tests.cast import Cast

PAGE = "/you/members/"


def found(client: Client, query: str) -> list[str]:
    return [str(member) for member in client.get(f"{PAGE}{query}").context["page"]]


def test_finds_by_name_address_and_role(cast: Cast, as_dara: Client) -> None:
    User.objects.create_user("jose@example.edu", name="José Ñandú")
    assert found(as_dara, "") == ["Amina Yusuf", "Bo Lindqvist", "Cleo Marchetti", "Dara Okafor", "José Ñandú"]
    assert found(as_dara, "?q=nandu") == ["José Ñandú"]
    assert found(as_dara, "?q=BO@example") == ["Bo Lindqvist"]
    assert found(as_dara, "?q=Lindqvist, Bo") == ["Bo Lindqvist"]
    assert found(as_dara, "?role=adviser") == ["Cleo Marchetti"]
    assert found(as_dara, "?q=yusuf&role=adviser") == []
    assert "No one found" in as_dara.get(f"{PAGE}?q=nobody").content.decode()


@pytest.mark.parametrize("query", ["?role=emperor", "?page=many", "?page=-4", "?q=" + "x" * 900, "?role__in=student"])
def test_nonsense_in_the_address_is_no_broken_page(cast: Cast, as_dara: Client, query: str) -> None:
    assert as_dara.get(PAGE + query).status_code == 200


def test_nul_in_the_address_is_a_bad_request(cast: Cast, as_dara: Client) -> None:
    assert as_dara.get(f"{PAGE}?q=%00").status_code == 400


def test_is_the_directors_alone(cast: Cast, as_amina: Client, as_cleo: Client) -> None:
    for client in (as_amina, as_cleo):
        for path in (PAGE, f"{PAGE}invite/", f"{PAGE}invitations/", f"{PAGE}{cast.bo.pk}/deactivate/"):
            assert client.get(path).status_code == 404
            assert client.post(path).status_code == 404
    cast.bo.refresh_from_db()
    assert cast.bo.is_active


def test_shows_markup_in_a_name_as_typed(cast: Cast, as_dara: Client) -> None:
    cast.amina.revise_fields(seen=None, name="<script>alert(1)</script>", programme="{{ user.password }}")
    page = as_dara.get(PAGE).content.decode()
    assert "<script>alert" not in page
    assert "{{ user.password }}" in page


def test_pages_and_holds_its_queries(cast: Cast, as_dara: Client, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(6) as few:
        as_dara.get(PAGE)
    people = [User(email=f"s{n}@example.edu", name=f"Student {n:03}", sort_name=f"student {n:03}") for n in range(100)]
    User.objects.bulk_create(people)
    with django_assert_max_num_queries(len(few)):
        page = as_dara.get(PAGE)
    assert len(page.context["page"]) == 50
    assert "Page 1 of 3" in page.content.decode()
