"""Inviting: one or many, by a mail with a secret link."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Invitation, User
from core.links import hashed
from core.models import Mail
from tests.accounts.builders import an_invitation
from tests.cast import Cast, assemble
from tests.core.process import work_off
from tests.post import delivered

PAGE = "/you/members/invite/"
LIST = "/you/members/invitations/"


def invite(client: Client, emails: str, role: str = "student", **more: str) -> object:
    return client.post(PAGE, {"emails": emails, "role": role, **more})


def link_in(body: str) -> str:
    found = re.search(r"^http://localhost:8000(/you/invitation/\S+/)$", body, re.MULTILINE)
    assert found
    return found[1]


def test_invites_one_or_many(cast: Cast, as_dara: Client) -> None:
    answer = invite(as_dara, " New@Example.edu \n\nother@example.edu,\nnew@example.edu\n", "adviser")
    assert answer.url == LIST
    assert sorted(Invitation.objects.values_list("email", "role")) == [
        ("new@example.edu", "adviser"),
        ("other@example.edu", "adviser"),
    ]
    assert "We’re sending 2 invitations." in as_dara.get(LIST).content.decode()


def test_says_who_is_known_already(cast: Cast, as_dara: Client) -> None:
    an_invitation(cast.dara, "waiting@example.edu")
    invite(as_dara, "new@example.edu\nAMINA@example.edu\nwaiting@example.edu")
    page = as_dara.get(LIST).content.decode()
    assert "We’re sending 1 invitation. Already a member: amina@example.edu. Already invited: waiting" in page


def test_refuses_where_nobody_is_left_to_invite(cast: Cast, as_dara: Client) -> None:
    answer = invite(as_dara, "amina@example.edu")
    assert answer.status_code == 422
    assert "Already a member: amina@example.edu." in answer.content.decode()


@pytest.mark.parametrize(
    ("emails", "sentence"),
    [
        ("", "Fill this in."),
        ("good@example.edu\nno address\n<b>@x", "Check these: no address, &lt;b&gt;@x."),
        ("a@example.edu%0aBcc: b@example.edu", "look like an email address"),
        ("a@example.edu\0", "NUL"),
        ("x" * 300 + "@example.edu", "look like an email address"),
        ("\n".join(f"s{n}@example.edu" for n in range(201)), "up to 200 people"),
        ("x" * 1_000_000, "at most 60000 characters"),
    ],
)
def test_refuses_at_the_field(cast: Cast, as_dara: Client, emails: str, sentence: str) -> None:
    answer = invite(as_dara, emails)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Invitation.objects.exists()


def test_cr_lf_makes_no_second_header(cast: Cast, as_dara: Client) -> None:
    invite(as_dara, "new@example.edu\r\nBcc: all@example.edu")
    assert not Invitation.objects.exists()


def test_invites_no_director(cast: Cast, as_dara: Client) -> None:
    assert invite(as_dara, "new@example.edu", "director").status_code == 422


def test_a_double_submit_has_one_result(cast: Cast, as_dara: Client) -> None:
    for _ in range(2):
        assert invite(as_dara, "a@example.edu", once="0b8bd8a8-7d6a-4f68-9cf9-d5b5e3f0a1c2").url == LIST
    assert Invitation.objects.count() == 1


def test_the_mail_carries_the_secret_and_nothing_else_does(cast: Cast) -> None:
    row = an_invitation(cast.dara)
    (letter,) = delivered()
    assert (letter.to, letter.reply_to) == (["new@example.edu"], ["dara@example.edu"])
    assert "has invited you to Halfhour" in letter.subject
    secret = link_in(letter.body).split("/")[-2]
    assert len(secret) == 43
    row.refresh_from_db()
    assert row.token_hash == hashed(secret)
    assert row.mailed_at is not None
    kept = Mail.objects.values().get()
    assert secret not in repr(kept)
    assert kept["text"] == ""
    assert len(delivered()) == 1


def test_one_that_was_withdrawn_or_is_gone_sends_nothing(cast: Cast) -> None:
    an_invitation(cast.dara).withdraw(now=timezone.now())
    an_invitation(cast.dara, "other@example.edu").delete()
    assert delivered() == []
    assert not Mail.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_worker_sends_it() -> None:
    an_invitation(assemble().dara)
    work_off()
    mail = Mail.objects.get()
    assert (mail.to, mail.sent_at is not None) == ("new@example.edu", True)


def test_a_second_attempt_carries_the_same_link(cast: Cast) -> None:
    an_invitation(cast.dara)
    first = delivered()[0].body
    Mail.objects.update(sent_at=None, next_try_at=timezone.now(), claimed_at=None)
    assert delivered()[1].body == first


def test_again_ends_the_old_link(cast: Cast, as_dara: Client, stranger: Client) -> None:
    row = an_invitation(cast.dara)
    old = link_in(delivered()[0].body)
    as_dara.post(f"{LIST}{row.pk}/again/")
    new = link_in(delivered()[1].body)
    assert stranger.get(old).status_code == 404
    assert stranger.get(new).status_code == 200


def test_withdraw_ends_the_link(cast: Cast, as_dara: Client, stranger: Client) -> None:
    row = an_invitation(cast.dara)
    link = link_in(delivered()[0].body)
    as_dara.post(f"{LIST}{row.pk}/withdraw/")
    assert stranger.get(link).status_code == 404
    assert "withdrawn on" in as_dara.get(LIST).content.decode()
    as_dara.post(f"{LIST}{row.pk}/again/")
    row.refresh_from_db()
    assert row.is_open(timezone.now())


def test_an_expired_one_is_invited_again(cast: Cast) -> None:
    row = an_invitation(cast.dara)
    later = timezone.now() + timedelta(days=15)
    again = Invitation.invite(by=cast.dara, now=later, email="NEW@example.edu", role="adviser")
    assert (again.pk, again.role) == (row.pk, "adviser")
    assert again.is_open(later)


def test_neither_again_nor_withdrawn_once_accepted(cast: Cast, as_dara: Client) -> None:
    row = an_invitation(cast.dara)
    row.accept(now=timezone.now(), name="Ngọc", password="four unrelated words")
    for act in ("again", "withdraw"):
        assert "is already a member" in as_dara.post(f"{LIST}{row.pk}/{act}/", follow=True).content.decode()
    row.refresh_from_db()
    assert row.withdrawn_at is None
    assert User.objects.filter(email="new@example.edu").count() == 1


def test_the_list_holds_its_queries(cast: Cast, as_dara: Client, django_assert_max_num_queries: object) -> None:
    assert "No invitations yet" in as_dara.get(LIST).content.decode()
    an_invitation(cast.dara)
    with django_assert_max_num_queries(8) as few:
        as_dara.get(LIST)
    for number in range(99):
        an_invitation(cast.dara, f"s{number}@example.edu")
    with django_assert_max_num_queries(len(few)):
        page = as_dara.get(LIST).content.decode()
    assert "Page 1 of 2" in page
