"""S3, S11: an address is found by an index, however many members and invitations there are."""

from datetime import datetime

import pytest
from allauth.account.models import EmailAddress

from accounts.inviting import invite_all
from accounts.models import Invitation, User
from tests.cast import Cast
from tests.crowd import multiply, plan, scans


@pytest.fixture
def crowd(cast: Cast, now: datetime) -> Cast:
    """Ten thousand members with two addresses each, and as many invitations that were accepted."""
    multiply(cast.bo, 10_000, id="1000000 + k", email="'crowd' || k || '@example.edu'")
    address = EmailAddress.objects.create(user=cast.bo, email="second@example.edu", verified=True)
    multiply(address, 10_000, user_id="1000000 + k", email="'other' || k || '@example.edu'")
    row = Invitation.invite(by=cast.dara, now=now, email="once@example.edu", role="student")
    Invitation.objects.filter(pk=row.pk).update(accepted_at=now)
    multiply(row, 10_000, email="'invited' || k || '@example.edu'", token_hash="md5(k::text)")
    return cast


@pytest.mark.parametrize("address", ["Crowd777@Example.edu", "OTHER777@example.edu"])
def test_a_member_is_found_by_either_address_without_a_scan(crowd: Cast, address: str) -> None:
    found = User.objects.with_address(address)
    assert [member.pk for member in found] == [1_000_777]
    assert scans(plan(found)) == []


def test_who_signs_in_is_found_without_a_scan(crowd: Cast) -> None:
    assert User.objects.get_by_natural_key("CROWD777@example.edu").pk == 1_000_777
    assert scans(plan(User.objects.with_address("nobody@example.edu"))) == []


def test_an_open_invitation_is_found_without_a_scan(crowd: Cast, now: datetime) -> None:
    Invitation.invite(by=crowd.dara, now=now, email="new@example.edu", role="student")
    found = Invitation.objects.unused().to("NEW@example.edu")
    assert found.get().email == "new@example.edu"
    assert scans(plan(found)) == []


def test_each_of_many_invited_costs_the_same(crowd: Cast, now: datetime, django_assert_max_num_queries: object) -> None:
    emails = [f"fresh{n}@example.edu" for n in range(20)]
    with django_assert_max_num_queries(20 * 11 + 10):
        result = invite_all(by=crowd.dara, now=now, emails=[*emails, "crowd5@example.edu"], role="student")
    assert (result.invited, result.members) == (emails, ["crowd5@example.edu"])
