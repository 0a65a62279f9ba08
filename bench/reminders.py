"""How long one hour's reminders take, and what they weigh: a thousand students with fifty due rows each."""

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.ground import ROOT, fill_unless_filled, settle

VAR = ROOT / "var" / "bench-reminders"
DUE = 50
SECONDS, MEGABYTES = 30.0, 150.0


def measure(students: int) -> int:
    """Print each figure beside its bar; 1 where one was missed."""
    settle(VAR, base="http://127.0.0.1")
    fill_unless_filled(VAR, students, due=DUE)
    with TemporaryDirectory() as folder:
        # A process of its own, because its memory is part of what is measured.
        command = [sys.executable, "-m", "bench.reminders", folder]
        found = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
        written = [path.stat().st_size for path in Path(folder).iterdir()]
    print(f"{found['due']:>8} due rows of {students} students")
    print(
        f"{found['chosen']:>8.2f} s  choosing and posting {found['posted']} mails with {found['questions']} questions"
    )
    print(f"{found['written']:>8.2f} s  writing them: {len(written)} file(s), {sum(written) / 1024:.0f} kB")
    taken = found["chosen"] + found["written"]
    missed = [
        _say(f"{taken:>8.2f} s  together", taken, SECONDS),
        _say(f"{found['megabytes']:>8.1f} MB the whole process at its largest", found["megabytes"], MEGABYTES),
        _say(f"{found['again']:>8} posted when looked at again", found["again"], 0),
        _say(f"{students - found['sent']:>8} students without their mail", students - found["sent"], 0),
    ]
    return int(any(missed))


def _say(words: str, found: float, bar: float) -> bool:
    print(f"{words}, bar {bar:g}: {'met' if found <= bar else 'MISSED'}")
    return found > bar


def run(folder: str) -> None:
    """One hour's work, as the worker does it; mails go into `folder`."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from core import sending
    from core.models import Mail
    from core.times import zone
    from followups.models import Followup, Reminding
    from followups.reminders.choosing import post_due

    settings.MAIL_DIR = folder
    today = timezone.now().astimezone(zone("Europe/London")).replace(hour=8, minute=0, second=0, microsecond=0)
    now: datetime = today + timedelta(minutes=1)
    Mail.objects.all().delete()
    Reminding.objects.all().delete()
    Followup.objects.update(mailed_at=None)
    due = Followup.objects.today(now, today + timedelta(hours=16)).count()
    connection.force_debug_cursor = False
    began = perf_counter()
    post_due(now=now)
    chosen = perf_counter() - began
    posted = Mail.objects.count()
    began = perf_counter()
    while sending.send_due(now=lambda: now):
        pass
    written = perf_counter() - began
    megabytes = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    with CaptureQueriesContext(connection) as asked:
        post_due(now=now + timedelta(minutes=5))
    counts = {"due": due, "chosen": chosen, "posted": posted, "written": written, "megabytes": megabytes}
    counts |= {"questions": len(asked), "again": Mail.objects.count() - posted}
    counts["sent"] = Mail.objects.filter(kind="digest").exclude(sent_at=None).count()
    print(json.dumps(counts))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    run(sys.argv[1])
