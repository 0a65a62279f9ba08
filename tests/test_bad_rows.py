"""D2: in what the worker does over rows of several members, one bad row is left out and holds nobody back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import Invitation, KnownPlace, User
from accounts.tasks import forget_places
from centre.models import Removed
from centre.tasks import sweep_removed
from core import outbox
from core.apart import BadRows
from core.models import Bucket, Mail, Submission
from core.outbox import Outgoing, Words, post
from core.tasks import forget_attempts, forget_mails, forget_submissions, retry_stalled_jobs, send_mails
from core.watching import AGAIN
from followups.models import Followup, Reminding
from followups.reminders.choosing import post_due
from followups.tasks import close_passed
from meetings.models import Reply
from meetings.tasks import forget_addresses, forget_earlier_offers
from tests.accounts.builders import a_pitch
from tests.cast import Cast, a_contact, a_meeting
from tests.core.process import work_off
from tests.meetings.builders import fix, invited

pytestmark = pytest.mark.django_db
AN_AGE = timedelta(days=400)


def poison(model: Any, act: str, condition: str) -> None:
    """Let PostgreSQL refuse `act` (INSERT, UPDATE or DELETE) for the row of `model` that meets `condition`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'words of a person'; END $$"
        )
        cursor.execute(
            f"CREATE TRIGGER poison BEFORE {act} ON {model._meta.db_table} FOR EACH ROW WHEN ({condition})"
            " EXECUTE FUNCTION poison()"
        )


def an_arranged(owner: User, starts_at: datetime, now: datetime) -> None:
    fix(a_meeting(owner, a_contact(owner), now=now - timedelta(days=2)), starts_at, now=now - timedelta(days=1))


@dataclass
class Batch:
    """What a task works on, of two members; `left` are those of whom nothing was done."""

    model: Any
    act: str
    condition: str
    bad: object
    good: Callable[[], bool]
    work: Callable[[], object]


def digests(cast: Cast) -> Batch:
    now = timezone.now().replace(hour=8, minute=30)
    for who in (cast.amina, cast.bo):
        an_arranged(who, now - timedelta(hours=12), now - timedelta(days=1))
    found = Mail.objects.filter(kind="digest", member=cast.bo)
    condition = f"NEW.member_id = {cast.amina.pk}"
    return Batch(Mail, "INSERT", condition, cast.amina.pk, found.exists, lambda: post_due(now=now))


def digest_marks(cast: Cast) -> Batch:
    batch = digests(cast)
    return Batch(Reminding, "INSERT", f"NEW.owner_id = {cast.amina.pk}", cast.amina.pk, batch.good, batch.work)


def singles(kind: str) -> Callable[[Cast], Batch]:
    def make(cast: Cast) -> Batch:
        now = timezone.now().replace(hour=12, minute=30)
        for who in (cast.amina, cast.bo):
            meeting = a_meeting(who, a_contact(who), now=now - timedelta(days=2))
            starts_at = now + timedelta(hours=20) if kind == "day_before" else now - timedelta(hours=4)
            fix(meeting, starts_at, now=now - timedelta(days=1))
            if kind == "thanks":
                meeting.hold(now=now - timedelta(hours=3))
        bad = Followup.objects.get(owner=cast.amina, kind="confirm" if kind == "day_before" else "thank")
        found = Mail.objects.filter(kind=kind, member=cast.bo)
        return Batch(Followup, "UPDATE", f"OLD.id = {bad.pk}", bad.pk, found.exists, lambda: post_due(now=now))

    return make


def closing(cast: Cast) -> Batch:
    now = timezone.now()
    for who in (cast.amina, cast.bo):
        an_arranged(who, now - timedelta(hours=1), now - timedelta(days=1))
    bad, good = (Followup.objects.get(owner=who, kind="confirm") for who in (cast.amina, cast.bo))
    closed = Followup.objects.filter(pk=good.pk, rested_at__isnull=False)
    return Batch(Followup, "UPDATE", f"OLD.id = {bad.pk}", bad.pk, closed.exists, lambda: close_passed(0))


def closing_with_its_person(cast: Cast) -> Batch:
    """What follows from closing fails: the column that the list of people reads."""
    batch = closing(cast)
    contact = Followup.objects.get(pk=batch.bad).contact
    return Batch(type(contact), "UPDATE", f"OLD.id = {contact.pk}", batch.bad, batch.good, batch.work)


def two_mails(cast: Cast, at: datetime) -> tuple[Mail, Mail]:
    bad, good = (post(Outgoing(to=who.email, kind="trial", member_id=who.pk), now=at) for who in (cast.amina, cast.bo))
    return bad, good


def sending(cast: Cast) -> Batch:
    bad, good = two_mails(cast, timezone.now())
    sent = Mail.objects.filter(pk=good.pk, sent_at__isnull=False)
    return Batch(Mail, "UPDATE", f"OLD.id = {bad.pk}", bad.pk, sent.exists, lambda: send_mails())


def forgetting(cast: Cast) -> Batch:
    bad, good = two_mails(cast, timezone.now() - AN_AGE)
    Mail.objects.update(sent_at=timezone.now() - AN_AGE, next_try_at=None)
    gone = Mail.objects.filter(pk=good.pk)
    return Batch(Mail, "DELETE", f"OLD.id = {bad.pk}", bad.pk, lambda: not gone.exists(), lambda: forget_mails(0))


def submissions(cast: Cast) -> Batch:
    bad, good = (Submission.objects.create(token=uuid4(), user=who) for who in (cast.amina, cast.bo))
    Submission.objects.update(made_at=timezone.now() - AN_AGE)
    gone = Submission.objects.filter(pk=good.pk)
    column = Submission._meta.pk.column
    condition = f"OLD.{column} = '{bad.pk}'"
    return Batch(Submission, "DELETE", condition, bad.pk, lambda: not gone.exists(), lambda: forget_submissions(0))


def attempts(cast: Cast) -> Batch:
    ago = timezone.now() - AN_AGE
    bad, good = (Bucket.objects.create(key=key * 64, tokens=1, filled_at=ago) for key in "ab")
    gone = Bucket.objects.filter(pk=good.pk)
    condition = f"OLD.key = '{bad.pk}'"
    return Batch(Bucket, "DELETE", condition, bad.pk, lambda: not gone.exists(), lambda: forget_attempts(0))


def removed(cast: Cast) -> Batch:
    now = timezone.now()
    bad, good = (Removed.take(a_pitch(who), owner=who.pk, now=now - AN_AGE) for who in (cast.amina, cast.bo))
    gone = Removed.objects.filter(pk=good.pk)
    return Batch(Removed, "DELETE", f"OLD.id = {bad.pk}", bad.pk, lambda: not gone.exists(), lambda: sweep_removed(0))


def offers(cast: Cast) -> Batch:
    bad, good = (invited(who) for who in (cast.amina, cast.bo))
    Reply.objects.update(before_offer={}, made_at=timezone.now() - AN_AGE)
    forgotten = Reply.objects.filter(pk=good.pk, before_offer__isnull=True)
    condition = f"OLD.{Reply._meta.pk.column} = {bad.pk}"
    return Batch(Reply, "UPDATE", condition, bad.pk, forgotten.exists, lambda: forget_earlier_offers(0))


def addresses(cast: Cast) -> Batch:
    bad, good = (invited(who) for who in (cast.amina, cast.bo))
    over = timezone.now() - AN_AGE
    Reply.objects.update(mail_to="efua@private.test", made_at=over - timedelta(days=1), expires_at=over)
    forgotten = Reply.objects.filter(pk=good.pk, mail_to="")
    condition = f"OLD.{Reply._meta.pk.column} = {bad.pk}"
    return Batch(Reply, "UPDATE", condition, bad.pk, forgotten.exists, lambda: forget_addresses(0))


def places(cast: Cast) -> Batch:
    ago = timezone.now() - AN_AGE
    bad, good = (KnownPlace.objects.create(user=who, place="a" * 64, seen_at=ago) for who in (cast.amina, cast.bo))
    gone = KnownPlace.objects.filter(pk=good.pk)
    condition = f"OLD.id = {bad.pk}"
    return Batch(KnownPlace, "DELETE", condition, bad.pk, lambda: not gone.exists(), lambda: forget_places(0))


BATCHES: dict[str, list[Callable[[Cast], Batch]]] = {
    "followups.tasks.post_reminders": [digests, digest_marks, singles("day_before"), singles("thanks")],
    "followups.tasks.close_passed": [closing, closing_with_its_person],
    "core.tasks.send_mails": [sending],
    "core.tasks.forget_mails": [forgetting],
    "core.tasks.forget_submissions": [submissions],
    "core.tasks.forget_attempts": [attempts],
    "centre.tasks.sweep_removed": [removed],
    "accounts.tasks.forget_places": [places],
    "meetings.tasks.forget_earlier_offers": [offers],
    "meetings.tasks.forget_addresses": [addresses],
}
# Tasks without rows of members that could hold each other back.
OTHERS = {
    "core.tasks.beat": "one row of its own",
    "core.tasks.sweep_mails": "asks whether there is anything",
    "core.tasks.retry_stalled_jobs": "below",
    "core.tasks.delete_old_jobs": "one statement of procrastinate's over its own jobs",
    "core.tasks.sweep_uploads": "files, one after the other",
    "accounts.tasks.forget_sessions": "one statement of Django's; nobody waits for it",
}


def test_every_task_is_tried() -> None:
    ours = {name for name in app.tasks if not name.startswith(("builtin:", "procrastinate."))}
    assert ours == BATCHES.keys() | OTHERS.keys()


def test_d2_every_task_is_tried_again_where_its_database_went_away() -> None:
    ours = [task for name, task in app.tasks.items() if not name.startswith(("builtin:", "procrastinate."))]
    assert [task.name for task in ours if task.retry_strategy is not AGAIN] == []


@pytest.mark.parametrize("make", [make for batches in BATCHES.values() for make in batches])
def test_d2_one_bad_row_holds_back_nobody_else(
    make: Callable[[Cast], Batch], cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    batch = make(cast)
    poison(batch.model, batch.act, batch.condition)
    with pytest.raises(BadRows, match=str(batch.bad)):
        batch.work()
    assert batch.good()
    assert f"{batch.bad} was left out" in caplog.text
    assert "words of a person" not in caplog.text


@pytest.mark.parametrize("make", [make for batches in BATCHES.values() for make in batches])
def test_without_a_bad_row_nothing_is_said(
    make: Callable[[Cast], Batch], cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    batch = make(cast)
    batch.work()
    assert batch.good()
    assert "left out" not in caplog.text


def test_d2_a_mail_that_nothing_can_be_made_of_waits_alone_and_is_seen(
    cast: Cast, stranger: Client, as_dara: Client, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(mail: Mail, now: datetime) -> Words:
        raise KeyError("words of a person")

    outbox.register_writer("tests.broken", broken)
    now = timezone.now()
    bad = post(Outgoing(to="amina@example.edu", kind="trial", writer="tests.broken"), now=now)
    good = post(Outgoing(to="bo@example.edu", kind="trial"), now=now)
    send_mails()
    assert Mail.objects.get(pk=good.pk).sent_at
    assert "words of a person" not in caplog.text
    sentence = f"Email {bad.pk} has been stuck since {now:%d %b %Y %H:%M} UTC. It could not be written: KeyError."
    assert sentence in stranger.get("/readyz").content.decode()
    page = as_dara.get("/centre/status/").content.decode()
    assert f"Email {bad.pk} has been stuck since" in page
    assert "The mail server said" not in page


@pytest.mark.parametrize(
    "header", [{"Subject\n": "x"}, {"X-Odd": "a\nb"}, {"Content-Type": "text/plain; charset=klingon"}]
)
def test_d2_a_mail_that_no_encoder_takes_keeps_no_other(header: dict[str, str], cast: Cast) -> None:
    now = timezone.now()
    bad = post(Outgoing(to="amina@example.edu", kind="trial"), now=now)
    Mail.objects.filter(pk=bad.pk).update(headers=header)
    good = post(Outgoing(to="bo@example.edu", kind="trial"), now=now)
    send_mails()
    assert Mail.objects.get(pk=good.pk).sent_at


@pytest.mark.django_db(transaction=True)
def test_d2_a_job_that_cannot_be_given_back_keeps_no_other() -> None:
    values = {"queue_name": "default", "task_name": "core.tasks.beat", "priority": 0, "attempts": 0}
    values["args"] = '{"timestamp": 0}'
    columns, places = ", ".join(values), ", ".join(f"%({name})s" for name in values)
    with connection.cursor() as cursor:
        jobs: list[int] = []
        for _ in range(2):
            cursor.execute(
                f"INSERT INTO procrastinate_jobs ({columns}, status) VALUES ({places}, 'doing') RETURNING id", values
            )
            jobs += cursor.fetchone()
        bad, good = jobs
        poison(ProcrastinateJob, "UPDATE", f"OLD.id = {bad}")
        try:
            retry_stalled_jobs.defer(timestamp=0)
            work_off()
            assert ProcrastinateJob.objects.get(pk=good).status == "succeeded"
            assert ProcrastinateJob.objects.get(pk=bad).status == "doing"
        finally:
            cursor.execute("DROP FUNCTION poison CASCADE")


def test_d2_one_address_that_fails_keeps_no_other_from_being_invited(as_dara: Client) -> None:
    poison(Invitation, "INSERT", "NEW.email = 'two@uni.example'")
    emails = "one@uni.example\ntwo@uni.example\nthree@uni.example"
    answer = as_dara.post("/you/members/invite/", {"emails": emails, "role": "student"}, follow=True)
    assert {invitation.email for invitation in Invitation.objects.all()} == {"one@uni.example", "three@uni.example"}
    assert "Something went wrong, so we couldn’t invite two@uni.example." in answer.content.decode()


def test_a_database_that_is_away_is_no_fault_of_a_row(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION away() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'shut down' USING ERRCODE = '57P01'; END $$"
        )
    batch = closing(cast)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TRIGGER away BEFORE UPDATE ON followups_followup FOR EACH ROW EXECUTE FUNCTION away()")
    with pytest.raises(Exception, match="shut down"):
        batch.work()
