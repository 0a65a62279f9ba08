"""The demo fills an empty installation with a believable centre, and refuses every real one."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoDbBlocker, Settings

from accounts.models import Pitch, Resume, User
from accounts.resume_kinds import PDF, kind_of
from agendas.models import Question
from centre.models import Centre, Term
from config.run import DEMO_SIGN_INS
from contacts.models import Contact, Finding
from followups.facts import facts
from followups.models import Followup
from followups.words import state
from goals.models import Goal
from home.counts import counts
from meetings.models import Meeting, Reply
from meetings.models.stage import Stage
from notes.models import Debrief, NamedPerson, Note
from tests.cast import PASSWORD


@pytest.fixture(scope="module", autouse=True)
def uploads(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """The demo, made once for all tests of this file and rolled back behind them."""
    folder = tmp_path_factory.mktemp("uploads")
    with django_db_blocker.unblock(), override_settings(DEMO=True, MEDIA_ROOT=folder), transaction.atomic():
        call_command("demo", stdout=StringIO())
        yield folder
        transaction.set_rollback(True)


pytestmark = pytest.mark.django_db


def test_refuses_to_fill_a_centre_that_has_members() -> None:
    with pytest.raises(CommandError, match="members already"):
        call_command("demo")


def test_if_empty_leaves_what_is_there(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(3):  # savepoint, question, release
        call_command("demo", if_empty=True)


@pytest.mark.parametrize("address", DEMO_SIGN_INS)
def test_every_sign_in_that_the_run_prints_opens_the_door(address: str) -> None:
    assert EmailAddress.objects.filter(email=address, verified=True, primary=True).exists()
    client = Client()
    answer = client.post(reverse("account_login"), {"login": address, "password": PASSWORD})
    assert answer.status_code == 302
    assert client.get(reverse("home:home")).status_code == 200


def test_the_centre_is_in_term() -> None:
    assert Centre.current().name == "Northlight University Careers"
    assert Term.at(timezone.now().date()) is not None


def test_amina_knows_a_dozen_people_in_many_scripts_and_zones() -> None:
    hers = Contact.objects.filter(owner__email="amina@demo.test")
    assert hers.count() >= 12
    assert len(set(hers.values_list("time_zone", flat=True))) >= 10
    names = "".join(hers.values_list("name", flat=True))
    for script in ("Łś", "ليل", "陈", "Над", "आर", "さく", "Ελ"):
        assert any(letter in names for letter in script)
    assert Finding.objects.filter(contact__in=hers).count() >= 10
    assert Goal.objects.filter(owner__email="amina@demo.test").open().count() == 3


def test_amina_has_a_conversation_at_every_stage() -> None:
    stages = set(Meeting.objects.filter(owner__email="amina@demo.test").values_list("stage", flat=True))
    assert stages == set(Stage.values)


def test_a_proposal_waits_for_amina() -> None:
    (reply,) = Reply.objects.filter(meeting__owner__email="amina@demo.test").answered()
    assert reply.waits
    assert reply.proposed_at is not None


def test_tomorrow_is_prepared() -> None:
    tomorrow = Meeting.objects.filter(owner__email="amina@demo.test").coming()[0]
    assert (tomorrow.starts_at - timezone.now()).days <= 1
    questions = Question.objects.filter(agenda__meeting=tomorrow)
    assert questions.filter(spare=False).count() >= 5
    assert questions.exclude(finding=None).exists()
    assert tomorrow.pitch is not None


def test_the_resume_is_a_file_that_the_product_would_take(uploads: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = uploads
    resume = Resume.objects.get()
    with resume.file.open() as file:
        assert kind_of(file) == PDF


def test_both_introductions_are_as_long_as_the_centre_advises() -> None:
    policy = Centre.current().policy
    assert [pitch.length(policy).standing for pitch in Pitch.objects.all()] == ["within", "within"]


def test_something_is_late_due_and_to_come() -> None:
    hers, now = Followup.objects.filter(owner__email="amina@demo.test"), timezone.now()
    assert {"", "due", "late"} <= {state(facts(followup), now) for followup in hers.open()}
    assert {"thank", "nudge", "keep", "promise", "confirm"} <= set(hers.open().values_list("kind", flat=True))


def test_notes_and_a_person_named_came_of_the_talks() -> None:
    hers = Meeting.objects.filter(owner__email="amina@demo.test")
    assert Note.objects.filter(meeting__in=hers).written().count() >= 12
    assert Debrief.objects.filter(meeting__in=hers).exclude(done_at=None).count() >= 3
    named = NamedPerson.objects.get(meeting__in=hers)
    assert named.contact is not None
    assert named.contact.referred_by is not None


def test_bo_has_a_little_of_everything() -> None:
    his = Meeting.objects.filter(owner__email="bo@demo.test")
    assert set(his.values_list("stage", flat=True)) == {"thanked", "arranged", "asked"}


def test_the_sign_in_page_says_who_can_be_tried(client: Client) -> None:
    with override_settings(DEMO=True):
        page = client.get(reverse("account_login")).content.decode()
    for words in ("amina@demo.test", "dara@demo.test", "halfhour-demo"):
        assert words in page


def test_a_real_centre_names_nobody(client: Client) -> None:
    with override_settings(DEMO=False):
        assert "halfhour-demo" not in client.get(reverse("account_login")).content.decode()


def test_a_buyer_sees_two_cohorts_and_counts() -> None:
    students = User.objects.students()
    assert students.count() == 12
    assert len(set(students.values_list("graduation_year", flat=True))) == 2
    assert all(cell.number is not None for cell in counts(timezone.now()))
    held = Meeting.objects.exclude(held_at=None).values_list("held_at", flat=True)
    assert (timezone.now() - min(held)).days > 250
