"""I5, I6, I8, I12: an address is one in whatever spelling, and somebody's only once they proved it."""

import re
from datetime import datetime, timedelta
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client

from accounts.models import Invitation, User
from accounts.roster import read
from centre.models import Centre
from tests.accounts.builders import a_link, an_invitation
from tests.cast import PASSWORD, Cast
from tests.post import delivered

WORDS = {"name": "Ngọc Ánh", "password": "four unrelated words"}
SIGN_UP = {"name": "Ngọc", "password1": "four unrelated words", "password2": "four unrelated words"}
SPELLINGS = [
    "ann6@uni.example\u200b",
    "\u202dann6@uni.example\u202c",
    " <ANN6@Uni.Example> ",
    "mailto:ann6@uni.example",
    "ann\u00ad6@uni.example",
    "ann6@uni.example.",
    "ann6＠uni.example",
]


def claims(user: User, email: str) -> EmailAddress:
    """Say that `email` is theirs too, and never confirm it."""
    user.confirm_address()
    return EmailAddress.objects.create(user=user, email=email, verified=False)


def accepted(secret: str, **more: str) -> Client:
    client = Client()
    answer = client.post(f"/you/invitation/{secret}/", {**WORDS, **more})
    assert (answer.status_code, answer.url) == (302, "/")
    return client


@pytest.mark.parametrize("spelled", SPELLINGS)
def test_i6_who_was_invited_in_another_spelling_signs_in_and_resets(cast: Cast, as_dara: Client, spelled: str) -> None:
    as_dara.post("/you/members/invite/", {"emails": spelled, "role": "student"})
    row = Invitation.objects.get()
    assert row.email == "ann6@uni.example"
    accepted(a_link(cast.dara, "other@uni.example"))
    row.accept(now=row.invited_at, **WORDS)
    for typed in (spelled, "ann6@uni.example"):
        client = Client()
        client.post("/account/login/", {"login": typed, "password": WORDS["password"]})
        assert client.get("/you/").status_code == 200, repr(typed)
        Client().post("/account/password/reset/", {"email": typed})
    letters = [letter for letter in delivered() if "/password/reset/key/" in letter.body]
    assert [letter.to for letter in letters] == [["ann6@uni.example"]] * 2


def test_i5_a_name_of_an_address_in_another_script_is_one_member(cast: Cast) -> None:
    member = User.objects.create_user("Ann@MÜNCHEN.example", PASSWORD)
    assert member.email == "ann@xn--mnchen-3ya.example"
    for spelled in ("ann@münchen.example", "ANN@xn--mnchen-3ya.example", "ann@münchen.example\u200b"):
        assert list(User.objects.with_address(spelled)) == [member]
        assert User.objects.get_by_natural_key(spelled) == member
        with pytest.raises(IntegrityError), transaction.atomic():
            User.objects.create_user(spelled)


def test_i5_a_member_is_found_by_any_spelling(cast: Cast) -> None:
    member = User.objects.create_user("jl@uni.example", name="Jean\u2011Luc O\u2019Brien")
    for typed in ("Jean-Luc", "jean\u2010luc", "O'Brien", "obrien", "Jean\u00ad-Luc", "JL@UNI.example\u200b"):
        assert list(User.objects.called(typed)) == [member], repr(typed)


def test_i8_a_claim_of_another_neither_ends_nor_prevents_an_invitation(cast: Cast, now: datetime) -> None:
    secret = a_link(cast.dara, "victim@uni.test")
    claims(cast.amina, "victim@uni.test")
    with pytest.raises(Invitation.AlreadyInvited):
        Invitation.invite(
            by=cast.dara, now=Invitation.objects.get().invited_at, email="victim@uni.test", role="student"
        )
    client = accepted(secret)
    victim = User.objects.get(email="victim@uni.test")
    assert client.get("/you/").context["me"] == victim
    # Thrown out: nobody but its owner has the address, and Amina keeps her own.
    assert list(EmailAddress.objects.filter(email="victim@uni.test").values_list("user", flat=True)) == [victim.pk]
    assert list(EmailAddress.objects.filter(user=cast.amina).values_list("email", flat=True)) == ["amina@example.edu"]


def test_i8_who_only_claims_is_invited_as_if_nobody_had(cast: Cast, now: datetime) -> None:
    claims(cast.amina, "victim@uni.test")
    assert Invitation.invite(by=cast.dara, now=now, email="Victim@uni.test", role="student").email == "victim@uni.test"
    claim = EmailAddress.objects.get(email="victim@uni.test")
    claim.set_verified()
    with pytest.raises(Invitation.AlreadyMember):
        Invitation.invite(by=cast.dara, now=now, email="victim@uni.test", role="student")


def test_i8_who_registered_with_it_and_never_came_in_gives_way(cast: Cast, stranger: Client) -> None:
    Centre.current().revise(seen=None, registration=Centre.Registration.OPEN)
    stranger.post("/account/signup/", {**SIGN_UP, "email": "victim@uni.test"})
    pretender = User.objects.get(email="victim@uni.test")
    accepted(a_link(cast.dara, "victim@uni.test"))
    victim = User.objects.get(email="victim@uni.test")
    assert victim.pk != pretender.pk
    assert victim.check_password(WORDS["password"])
    assert not User.objects.filter(pk=pretender.pk).exists()


def test_i8_a_member_of_this_address_is_never_thrown_out(cast: Cast, now: datetime) -> None:
    """They were let in, whatever allauth's row says."""
    row = an_invitation(cast.dara, "bo@old.example")
    User.objects.filter(pk=cast.bo.pk).update(email="bo@old.example", last_login=now)
    EmailAddress.objects.create(user=cast.bo, email="bo@old.example", verified=False, primary=True)
    with pytest.raises(Invitation.Expired):
        row.accept(now=row.invited_at + timedelta(hours=1), **WORDS)
    assert User.objects.filter(pk=cast.bo.pk).exists()


def test_i8_a_claim_keeps_nobody_from_registering(cast: Cast, stranger: Client) -> None:
    Centre.current().revise(seen=None, registration=Centre.Registration.OPEN)
    claims(cast.amina, "victim@uni.test")
    stranger.post("/account/signup/", {**SIGN_UP, "email": "victim@uni.test"})
    assert User.objects.filter(email="victim@uni.test").exists()


def test_i8_a_claim_sends_its_owner_no_key_to_somebody_elses_account(cast: Cast, stranger: Client) -> None:
    claims(cast.amina, "victim@uni.test")
    stranger.post("/account/password/reset/", {"email": "victim@uni.test"})
    assert not [letter for letter in delivered() if "/password/reset/key/" in letter.body]


def test_i8_who_registered_with_the_directors_address_does_not_become_the_director(
    cast: Cast, stranger: Client
) -> None:
    Centre.current().revise(seen=None, registration=Centre.Registration.OPEN)
    stranger.post("/account/signup/", {**SIGN_UP, "email": "head@uni.test"})
    pretender = User.objects.get(email="head@uni.test")
    call_command("director", "head@uni.test", stdout=StringIO())
    director = User.objects.get(email="head@uni.test")
    assert director.is_director
    assert director.pk != pretender.pk
    assert not director.check_password(SIGN_UP["password1"])


def test_i8_whoever_confirms_an_address_ends_the_claims_of_others(cast: Cast, stranger: Client) -> None:
    Centre.current().revise(seen=None, registration=Centre.Registration.OPEN)
    claims(cast.amina, "victim@uni.test")
    stranger.post("/account/signup/", {**SIGN_UP, "email": "victim@uni.test"})
    link = re.search(r"http://\S+(/account/confirm-email/\S+/)", delivered()[-1].body)
    assert link
    stranger.post(link[1])
    (address,) = EmailAddress.objects.filter(email="victim@uni.test")
    assert address.verified
    assert address.user.name == SIGN_UP["name"]


@pytest.mark.parametrize(
    ("pasted", "addresses"),
    [
        ("Ann Lee <ann@uni.example>; bo@uni.example", ["ann@uni.example", "bo@uni.example"]),
        ('"Lee, Ann" <ann@uni.example>, Bo <BO@uni.example>', ["ann@uni.example", "bo@uni.example"]),
        ("Lee, Ann <ann@uni.example>; Bo Lindqvist <bo@uni.example>;", ["ann@uni.example", "bo@uni.example"]),
        ("ann@uni.example bo@uni.example\tcy@uni.example", ["ann@uni.example", "bo@uni.example", "cy@uni.example"]),
        ("Ann Lee\tann@uni.example\r\nBo\tbo@uni.example", ["ann@uni.example", "bo@uni.example"]),
        ("Lee,Ann-Marie,ann@uni.example", ["ann@uni.example"]),
        ("mailto:ann@uni.example\u200b, <bo@uni.example>", ["ann@uni.example", "bo@uni.example"]),
        ("ann@uni.example\nAnn@Uni.Example", ["ann@uni.example"]),
        ("ann@münchen.example", ["ann@xn--mnchen-3ya.example"]),
        ("<ann@uni.example><bo@uni.example>", ["ann@uni.example", "bo@uni.example"]),
        ("1. Ann Lee (ann@uni.example)\n2. bo@uni.example", ["ann@uni.example", "bo@uni.example"]),
        ("• ann@uni.example (Ann)\x0b• bo@uni.example*", ["ann@uni.example", "bo@uni.example"]),
        (
            "To: ann@uni.example؛ bo@uni.example، cy@uni.example",
            ["ann@uni.example", "bo@uni.example", "cy@uni.example"],
        ),
        ("Name;E-mail;Number\nLee, Ann;ann@uni.example;1234567", ["ann@uni.example"]),
        ("Ann Lee\tann@uni.example\tB.Sc.", ["ann@uni.example"]),
        ("{ann, bo}@uni.example", ["ann@uni.example", "bo@uni.example"]),
        ("Ann Lee - ann@uni.example\nbo@uni.example – Bo", ["ann@uni.example", "bo@uni.example"]),
        ("ann@uni.example: Ann", ["ann@uni.example"]),
        ("Ann,Lee,ann@uni.example,Cohort @ Berlin", ["ann@uni.example"]),
        ("| Name | Email |\n|:---|---|\n| Ann | ann@uni.example |", ["ann@uni.example"]),
        ("ann@uni.example | bo@uni.example / cy@uni.example", ["ann@uni.example", "bo@uni.example", "cy@uni.example"]),
    ],
)
def test_i12_a_roster_is_read_as_it_is_pasted(pasted: str, addresses: list[str]) -> None:
    assert read(pasted) == (addresses, [])


@pytest.mark.parametrize(
    "pasted",
    [
        *("no address", "Bcc: ann@uni.example", "ann@uni.example%0aBcc: bo@uni.example"),
        *("bo.uni.example, a@b.example", "ann@uni.example:bo@uni.example", "ann lee@uni.example", "ann@uni.example؟"),
        *("bo @ uni.example, ann@uni.example", "{ann,bo lee}@uni.example"),
    ],
)
def test_i12_what_is_no_roster_is_named(pasted: str) -> None:
    assert read(pasted) == ([], [pasted])


def test_i12_the_whole_list_is_invited(cast: Cast, as_dara: Client) -> None:
    pasted = "Ann Lee <ann@uni.example>; bo@uni.example\nCy\tcy@uni.example"
    assert as_dara.post("/you/members/invite/", {"emails": pasted, "role": "student"}).status_code == 302
    assert set(Invitation.objects.values_list("email", flat=True)) == {f"{n}@uni.example" for n in ("ann", "bo", "cy")}
