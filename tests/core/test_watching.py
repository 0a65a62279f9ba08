"""D3: a job that fails is seen by whoever watches and by the director, since when, until it goes well again."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from core.apart import is_of_the_server
from core.models import JobRecord
from core.tasks import beat, forget_attempts, forget_mails
from tests.core.process import work_off

NAME = "core.tasks.forget_attempts"
SINCE = timezone.now() - timedelta(hours=3)


@pytest.mark.django_db
def test_d3_says_since_when_and_how_often(stranger: Client, as_dara: Client) -> None:
    beat(0)
    for minutes in (0, 5, 10):
        JobRecord.fail(NAME, why="member 7", was_away=False, now=SINCE + timedelta(minutes=minutes))
    answer = stranger.get("/readyz")
    assert answer.status_code == 503
    assert (
        answer.content.decode() == f"The job {NAME} has failed since {SINCE:%d %b %Y %H:%M} UTC, 3 times: member 7.\n"
    )
    page = as_dara.get("/centre/status/").content.decode()
    assert "The job forget_attempts has failed 3 times in a row, since" in page
    assert "All good." not in page
    JobRecord.succeed(NAME, now=timezone.now())
    assert stranger.get("/readyz").content == b"ready\n"
    page = as_dara.get("/centre/status/").content.decode()
    assert "forget_attempts" not in page
    assert "All good." in page


@pytest.mark.django_db
def test_a_failure_that_came_with_the_database_counts_when_it_comes_again(stranger: Client) -> None:
    beat(0)
    JobRecord.fail(NAME, why="OperationalError", was_away=True, now=SINCE)
    assert stranger.get("/readyz").content == b"ready\n"
    JobRecord.fail(NAME, why="OperationalError", was_away=True, now=SINCE)
    assert stranger.get("/readyz").status_code == 503


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_d3_the_worker_keeps_what_became_of_each_job_and_goes_on() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'words of a person'; END $$;"
            "CREATE TRIGGER poison BEFORE DELETE ON core_bucket FOR EACH STATEMENT EXECUTE FUNCTION poison();"
            "INSERT INTO core_bucket (key, tokens, filled_at) VALUES ('xxxx', 1, now() - interval '2 days')"
        )
    try:
        forget_attempts.defer(timestamp=0)
        forget_mails.defer(timestamp=0)
        work_off()
        failed = JobRecord.objects.get(name=NAME)
        assert (failed.failures, failed.was_away, failed.why) == (1, False, "bucket xxxx")
        assert JobRecord.objects.get(name="core.tasks.forget_mails").succeeded_at
        forget_attempts.defer(timestamp=0)
        work_off()
        again = JobRecord.objects.get(name=NAME)
        assert (again.failures, again.failing_since) == (2, failed.failing_since)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP FUNCTION poison CASCADE")
    forget_attempts.defer(timestamp=0)
    work_off()
    well = JobRecord.objects.get(name=NAME)
    assert (well.failures, well.failing_since, well.why) == (0, None, "")
    assert not JobRecord.objects.failing().exists()


@pytest.mark.django_db
def test_d3_a_job_of_an_earlier_version_is_no_failure_for_ever(stranger: Client) -> None:
    beat(0)
    JobRecord.fail("core.tasks.gone", why="TaskNotFound", was_away=False, now=SINCE)
    assert stranger.get("/readyz").content == b"ready\n"


def test_a_failure_of_the_database_is_told_from_others() -> None:
    assert is_of_the_server(OperationalError("server closed the connection unexpectedly"))
    assert not is_of_the_server(ZeroDivisionError())
