"""What each page and each job costs in three centres, of which each has ten times the students of the one before.

Every centre is one student made by the verbs, copied by the database; a director, their invitations and their mails
come on top. A page is asked for in this process, as several students in turn. What counts is the processor time of both
sides, the median of several; it needs Linux, whose /proc tells it.
"""

import json
import os
import re
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

from bench.ground import ROOT, collect_static, fill_unless_filled, settle

VAR = ROOT / "var" / "bench-growth"
SIZES = (300, 3_000, 30_000)
# What it may cost in the largest centre, of what it costs in the smallest. A tenth of a millisecond is noise.
GROWS, NOISE = 1.2, 0.1
TIMES = 15
# Fewer of each than a student has, so that the largest centre fits into ten minutes: one conversation of each kind.
CONTACTS, TALKS = 9, (0, 2, 4, 5, 8)
# The students whose pages are asked for, spread over the centre.
ASKED = 5
# So many rows or mails in every centre, where a job does not look at everybody.
SOME = 200
DIRECTOR = "director@example.edu"
Figures = dict[str, float]
# What is done again and again, each time as the next of the students; and what is done once, which tells its own share.
Often = dict[str, Callable[[int], None]]
Jobs = dict[str, Callable[[], float]]


def measure(sizes: list[int], *, only: str = "") -> int:
    """Print the three figures of each page and job, and which grow with the centre; 1 where one does.

    In: `only` keeps the pages and jobs in whose name one of these words stands, with commas between.
    """
    found: list[Figures] = []
    for size in sizes:
        # A process of its own, because settings and connections are one for each.
        command = [sys.executable, "-m", "bench.growth", str(size), only]
        done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
        found.append(json.loads(done.stdout.splitlines()[-1]))
    print("\np50 in processor ms: of a page, or of a job's share (one mail, one row, a thousand students);", end=" ")
    print(f"bar {GROWS} times the first\n")
    print(f"{'':<44}" + "".join(f"{size:>10,}" for size in sizes) + f"{'ratio':>8}")
    grown = 0
    for name in found[0]:
        figures = [figure.get(name, float("nan")) for figure in found]
        ratio = figures[-1] / figures[0] if figures[0] else 0.0
        missed = ratio > GROWS and figures[-1] - figures[0] > NOISE
        grown += missed
        verdict = "   GROWS" if missed else ""
        print(f"{name:<44}" + "".join(f"{figure:>10.2f}" for figure in figures) + f"{ratio:>8.2f}{verdict}")
    print(f"\n{grown} of {len(found[0])} grow with the centre")
    return int(grown > 0)


def run(size: int, only: str) -> Figures:
    """Everything that `only` names in the centre of `size` students, which is filled unless it is."""
    var = VAR / str(size)
    settle(var, base="http://127.0.0.1")
    fill_unless_filled(var, size, contacts=CONTACTS, talks=TALKS)
    collect_static()
    from django.utils import timezone

    now = timezone.now()
    _add_a_director(size, now)
    often = {**_pages_of_students(size), **_pages_of_the_director(), **_acts()}

    def wanted(name: str) -> bool:
        return any(word in name for word in only.split(","))

    figures = {name: _p50(once) for name, once in often.items() if wanted(name)}
    return figures | {name: share() for name, share in _jobs(size, now).items() if wanted(name)}


def _add_a_director(size: int, now: datetime) -> None:
    """A director with as many accepted invitations, waiting and failed mails as there are students."""
    from django.db import connection, models

    from accounts.models import Invitation, User
    from core.models import Mail
    from core.outbox import Outgoing, post

    if User.objects.filter(email=DIRECTOR).exists():
        return
    director = User.objects.create_user(DIRECTOR, "growth-growth", name="Dara", role=User.Role.DIRECTOR)
    director.confirm_address()
    invitation = Invitation.invite(by=director, now=now, email="first@invited.edu", role=User.Role.STUDENT)
    Invitation.objects.filter(pk=invitation.pk).update(accepted_at=now)
    waiting = post(Outgoing(to="waits@example.edu", kind="trial", text="Hello", subject="Hello"), now=now)
    failed = post(Outgoing(to="failed@example.edu", kind="trial", text="Hello", subject="Hello"), now=now)
    failed.refuse(why="550 no such mailbox", now=now)

    def multiply(row: models.Model, **differs: str) -> None:
        fields = [
            f for f in row._meta.concrete_fields if not isinstance(f, models.GeneratedField) and not f.primary_key
        ]
        columns = ", ".join(f'"{f.column}"' for f in fields)
        values = ", ".join(differs.get(f.column, f'"{f.column}"') for f in fields)
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {row._meta.db_table} ({columns}) SELECT {values}"
                f" FROM {row._meta.db_table}, generate_series(1, %s) k WHERE id = %s",
                [size, row.pk],
            )

    spread = "- k * interval '1 minute'"
    multiply(
        invitation,
        email="'invited' || k || '@example.edu'",
        token_hash="md5(k::text)",
        invited_at=f"invited_at {spread}",
    )
    tomorrow = now + timedelta(days=1)
    Mail.objects.filter(pk=waiting.pk).update(next_try_at=tomorrow)
    multiply(waiting, message_id="'waits' || k", posted_at=f"posted_at {spread}")
    multiply(failed, message_id="'failed' || k", failed_at=f"failed_at {spread}")
    _vacuum()


def _vacuum() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _pages_of_students(size: int) -> Often:
    from accounts.models import User
    from bench.fill import STRIDE

    first = User.objects.get(email="student0@example.edu")
    paths = _paths(_client(first))
    clients = []
    for n in (round(k * (size - 1) / ASKED) for k in range(ASKED)):
        clients.append((n, _client(User.objects.get(pk=first.pk + n * STRIDE))))

    def once(path: str, nth: int) -> None:
        n, client = clients[nth % ASKED]
        client.get(re.sub(r"(?<=/)\d+(?=/)", lambda pk: str(int(pk[0]) + n * STRIDE), path))

    return {name: partial(once, path) for name, path in paths.items()}


def _pages_of_the_director() -> Often:
    from accounts.models import User

    client = _client(User.objects.get(email=DIRECTOR))
    paths = _paths(client)
    last = User.objects.order_by("-sort_name", "-pk")[10]
    paths |= {
        "director members, last page": f"/you/members/?after={last.pk}&page=600",
        "director members, search": "/you/members/?q=dara",
        "director members, students": "/you/members/?role=student",
    }
    return {name if name.startswith("director") else f"director {name}": _get(client, p) for name, p in paths.items()}


def _get(client: Any, path: str) -> Callable[[int], None]:
    return lambda nth: client.get(path) and None


def _client(user: Any) -> Any:
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=True)
    client.force_login(user)
    return client


def _paths(client: Any) -> dict[str, str]:
    """One path of each kind of page that links lead to from home on."""
    from django.urls import Resolver404, resolve

    found: dict[str, str] = {}
    ahead, seen = ["/"], set()
    while ahead:
        path = ahead.pop(0)
        with suppress(Resolver404):
            view = resolve(path.split("?")[0]).view_name
            if view in found or "logout" in path or "calendar" in view:
                continue
            answer = client.get(path)
            if answer.status_code != 200 or not answer.get("Content-Type", "").startswith("text/html"):
                continue
            found[view] = path
            links = re.findall(r'href="(/[^"#?]*)', answer.content.decode())
            ahead += [link for link in links if link not in seen and not link.startswith("/static/")]
            seen.update(links)
    return found


def _acts() -> Often:
    """What somebody does whose cost lay in how many others there are; each is taken back."""
    from django.test import Client
    from django.utils import timezone

    from accounts.inviting import invite_all
    from accounts.models import User
    from contacts.models import Quiet
    from meetings.models import Meeting, Reply

    now = timezone.now()
    director = User.objects.get(email=DIRECTOR)
    meeting = Meeting.objects.at_stage(Meeting.Stage.PLANNED).order_by("pk").select_related("contact", "owner").first()
    assert meeting is not None
    # In the copies all students know the same people; this one nobody else knows.
    meeting.contact.email = "alone@example.org"
    meeting.contact.save(update_fields=["email"])

    def sign_in(nth: int) -> None:
        answer = Client(SERVER_NAME="127.0.0.1").post(
            "/account/login/", {"login": DIRECTOR, "password": "growth-growth"}
        )
        assert answer.status_code == 302, answer.status_code

    def invite(nth: int) -> None:
        invite_all(by=director, now=now, emails=[f"n{k}-{nth}@new.edu" for k in range(20)], role=User.Role.STUDENT)

    def erase(nth: int) -> None:
        reply = Reply.offer(meeting, now=now, times=())
        reply.erase(now=now)

    acts: Often = {
        "sign in": sign_in,
        "invite twenty": invite,
        "a contact wants to be left alone": lambda nth: Quiet.add(meeting.contact, now=now),
        "a contact is erased": erase,
        "a member is found by address": lambda nth: User.objects.with_address("student7@example.edu").exists() and None,
    }
    return {f"act: {name}": act for name, act in acts.items()}


def _jobs(size: int, now: datetime) -> Jobs:
    """Each job's share: one mail's of what sends mails, a thousand students' of what looks at everybody."""
    from core.models import Mail
    from core.sending import send_due
    from followups.models import Followup
    from followups.reminders.choosing import post_due

    at_eight, later = now.replace(hour=8, minute=1), now + timedelta(days=60)
    confirm = Followup.objects.open().filter(kind=Followup.Kind.CONFIRM).order_by("late_at", "pk")

    def remind() -> float:
        before = Mail.objects.count()
        took = _took(lambda: post_due(now=at_eight))
        return took / max(Mail.objects.count() - before, 1)

    def remind_again() -> float:
        post_due(now=at_eight)
        return _took(lambda: post_due(now=at_eight)) * 1000 / size

    def close(at: datetime) -> float:
        before = Followup.objects.open().count()
        took = _took(lambda: Followup.close_passed(now=at))
        return took / (before - Followup.objects.open().count())

    def close_some() -> float:
        return close(confirm[SOME - 1].late_at or later)

    def close_all() -> float:
        return close(later)

    def send() -> float:
        Mail.objects.filter(pk__in=Mail.objects.waiting().values("pk")[:SOME]).update(next_try_at=now)
        return _took(lambda: send_due(now=lambda: now)) / SOME

    def forget() -> float:
        return _took(lambda: Mail.forget(now=now)) * 1000 / size

    return {
        "job: reminders, a mail": partial(_share, remind),
        "job: reminders again, a thousand students": partial(_share, remind_again),
        "job: close what passed, a row": partial(_share, close_some, times=4),
        # Once: it is warm from the one before, and takes a minute in the largest centre.
        "job: close a backlog of everybody, a row": partial(_share, close_all, times=1),
        "job: send mails, a mail": partial(_share, send),
        "job: forget mails, a thousand students": partial(_share, forget),
    }


def _share(job: Callable[[], float], *, times: int = 2) -> float:
    """The median of what `job` tells so many times, but for the first, which warms it; what it took back is cleared."""
    shares = []
    for _ in range(times):
        with _taken_back():
            shares.append(job())
        _vacuum()
    return statistics.median(shares[1:] or shares)


class _Back(Exception):
    """Takes back what was measured."""


@contextmanager
def _taken_back() -> Iterator[None]:
    from django.db import transaction

    with suppress(_Back), transaction.atomic():
        yield
        raise _Back


def _p50(once: Callable[[int], None]) -> float:
    for nth in range(ASKED):
        with _taken_back():
            once(nth)
    times = []
    for nth in range(TIMES):
        with _taken_back():
            times.append(_took(partial(once, nth)))
    return statistics.median(times)


def _took(work: Callable[[], Any]) -> float:
    """Processor milliseconds of this process and of its connection's in PostgreSQL: steady on a busy machine too."""
    began = _busy()
    work()
    return (_busy() - began) * 1000


def _busy() -> float:
    from django.db import connection

    connection.ensure_connection()
    spent = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    return process_time() + int(spent.read_text().split()[0]) / 1e9


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    Path(VAR).mkdir(parents=True, exist_ok=True)
    print(json.dumps(run(int(sys.argv[1]), sys.argv[2])))
