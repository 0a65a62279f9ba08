"""Who guesses passwords is slowed down; nobody is kept out because somebody else guesses."""

from datetime import timedelta

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from accounts import attempts
from accounts.models import KnownPlace, User
from core.models import Bucket
from tests.accounts.test_sign_in import LOGIN
from tests.cast import PASSWORD, Cast

OWN, OTHER = "203.0.113.7", "198.51.100.9"
WRONG = "not the password"


@pytest.fixture
def known(cast: Cast, settings: object) -> Cast:
    """Two members with passwords, of which a wrong one costs little here: many are tried."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
    for user in (cast.amina, cast.dara):
        user.set_password(PASSWORD)
        user.save()
        user.confirm_address()
    return cast


def came_in(password: str, place: str, client: Client | None = None, **more: str) -> bool:
    answer = sign_in(client or Client(), "amina@example.edu", password, REMOTE_ADDR=place, **more)
    return answer.status_code == 302  # type: ignore[attr-defined]


def sign_in(client: Client, email: str, password: str, **more: str) -> object:
    return client.post(LOGIN, {"login": email, "password": password}, **more)


def test_g4_the_owner_gets_in_from_where_they_were_before(known: Cast) -> None:
    assert came_in(PASSWORD, OWN)
    for number in range(40):
        assert not came_in(WRONG, f"198.51.100.{number}")
    assert came_in(PASSWORD, OWN)
    assert not came_in(PASSWORD, OTHER)


def test_g4_the_owner_gets_in_with_their_own_browser_beside_whoever_guesses(known: Cast) -> None:
    own = Client()
    assert came_in(PASSWORD, OWN, own)
    own.post("/account/logout/")
    for _ in range(12):
        came_in(WRONG, OWN)
    assert not came_in(PASSWORD, OWN)
    assert came_in(PASSWORD, OWN, own)
    own.post("/account/logout/")
    assert came_in(PASSWORD, OTHER, own)


def test_g4_a_browser_of_somebody_else_is_no_way_around(known: Cast) -> None:
    other = Client()
    assert sign_in(other, "dara@example.edu", PASSWORD, REMOTE_ADDR=OTHER).status_code == 302
    other.post("/account/logout/")
    tried = [sign_in(other, "amina@example.edu", WRONG, REMOTE_ADDR=OTHER).content.decode() for _ in range(7)]
    assert ["Too many tries" in page for page in tried] == [False] * 5 + [True] * 2


def test_g4_a_forged_mark_counts_for_nothing(known: Cast) -> None:
    forger = Client()
    forger.cookies[attempts.MARK] = f"{known.amina.pk}-abcdefghijkl:1vPqZx:forged"
    assert not any(came_in(WRONG, OTHER, forger) for _ in range(5))
    assert not came_in(PASSWORD, OTHER, forger)


def test_g4_even_from_a_known_place_nobody_guesses_for_long(known: Cast) -> None:
    own = Client()
    assert came_in(PASSWORD, OWN, own)
    own.post("/account/logout/")
    for client in (None, own):
        assert [came_in(password, OWN, client) for password in [WRONG] * 5 + [PASSWORD]] == [False] * 6


def test_g4_a_place_is_forgotten_after_two_months(known: Cast) -> None:
    came_in(PASSWORD, OWN)
    KnownPlace.objects.update(seen_at=timezone.now() - timedelta(days=61))
    assert not KnownPlace.knows([known.amina.pk], OWN, now=timezone.now())
    KnownPlace.forget(now=timezone.now())
    assert not KnownPlace.objects.exists()


def test_g4_what_is_kept_of_a_place_says_neither_where_nor_whose(known: Cast) -> None:
    came_in(PASSWORD, OWN)
    sign_in(Client(), "dara@example.edu", PASSWORD, REMOTE_ADDR=OWN)
    kept = list(KnownPlace.objects.values_list("place", flat=True))
    assert len(set(kept)) == 2
    assert not any(OWN in place for place in kept)


def test_g4_a_new_password_by_mail_opens_the_place_where_it_was_chosen(known: Cast) -> None:
    for number in range(9):
        came_in(WRONG, f"198.51.100.{number}")
    attempts.begin_anew(User, RequestFactory().get("/", REMOTE_ADDR=OWN), known.amina)
    for number in range(9):
        came_in(WRONG, f"198.51.100.{number}")
    assert came_in(PASSWORD, OWN)


def test_g5_a_lecture_hall_behind_one_address_gets_in(known: Cast) -> None:
    known.amina.refresh_from_db()
    students = [User(email=f"s{n}@example.edu", sort_name=f"s{n}", password=known.amina.password) for n in range(60)]
    for student in User.objects.bulk_create(students):
        student.confirm_address()
    statuses = [sign_in(Client(), student.email, PASSWORD, REMOTE_ADDR=OWN).status_code for student in students]
    assert statuses == [302] * 60


def test_g5_typing_wrong_in_a_lecture_hall_keeps_nobody_out(known: Cast) -> None:
    for number in range(60):
        sign_in(Client(), f"s{number}@example.edu", WRONG, REMOTE_ADDR=OWN)
    assert came_in(PASSWORD, OWN)


def test_g5_one_network_does_not_try_every_account_there_is(known: Cast) -> None:
    request, now = RequestFactory().get("/", REMOTE_ADDR=OTHER), timezone.now()
    taken = [attempts.Attempt(request, f"s{number}@example.edu", now=now).take() for number in range(110)]
    assert taken == [True] * 100 + [False] * 10
    assert sign_in(Client(), "amina@example.edu", PASSWORD, REMOTE_ADDR=OWN).status_code == 302


def test_g15_the_host_and_its_port_are_no_part_of_the_key(known: Cast) -> None:
    for number in range(5):
        assert not came_in(WRONG, f"198.51.100.{number}", HTTP_HOST="testserver")
    blocked = set(Bucket.objects.values_list("key", flat=True))
    for port in range(20):
        answer = Client().post(
            LOGIN,
            {"login": "amina@example.edu", "password": PASSWORD},
            REMOTE_ADDR=f"203.0.113.{port}",
            HTTP_HOST=f"testserver:{9000 + port}",
        )
        assert answer.status_code == 400
    assert set(Bucket.objects.values_list("key", flat=True)) == blocked
    assert not came_in(PASSWORD, "203.0.113.99", HTTP_HOST="localhost")


@pytest.mark.parametrize("spelling", ["AMINA@example.edu", " amina@example.edu ", "amina.private@example.org"])
def test_g15_every_spelling_and_every_address_of_a_member_is_one_account(known: Cast, spelling: str) -> None:
    known.amina.emailaddress_set.create(email="amina.private@example.org", verified=True)
    for number in range(5):
        sign_in(Client(), spelling, WRONG, REMOTE_ADDR=f"198.51.100.{number}")
    assert not came_in(PASSWORD, "203.0.113.99")


def test_g17_a_limit_is_never_thrown_out_while_it_counts(known: Cast) -> None:
    now = timezone.now()

    def attempt(email: str, place: str) -> attempts.Attempt:
        return attempts.Attempt(RequestFactory().get("/", REMOTE_ADDR=place), email, now=now)

    assert all(attempt("amina@example.edu", f"198.51.100.{number}").take() for number in range(5))
    for number in range(400):
        other = attempt("dara@example.edu", f"10.0.{number % 250}.{number // 250}")
        assert other.take()
        other.give_back()
    assert not attempt("amina@example.edu", "203.0.113.99").take()
