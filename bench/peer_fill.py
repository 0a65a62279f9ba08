"""Fills healthchecks for `bin/bench pages --peer`: run by the Python of its checkout, in that folder.

Prints JSON: for each member the key of a signed-in session, the path of their list of fifty checks and that of one
check with a hundred pings.
"""

import json
import os
import sys
from datetime import timedelta

CHECKS, PINGS = 50, 100


def main(members: int) -> list[dict[str, str]]:
    """Make `members` accounts anew, each with a project."""
    sys.path.insert(0, os.getcwd())
    os.environ["DJANGO_SETTINGS_MODULE"] = "hc.settings"
    import django

    django.setup()
    from django.contrib.auth.models import User

    User.objects.all().delete()
    return [_member(number) for number in range(members)]


def _member(number: int) -> dict[str, str]:
    from django.contrib.auth.models import User
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone
    from hc.accounts.models import Profile, Project  # type: ignore[import-not-found]
    from hc.api.models import Channel, Check, Ping  # type: ignore[import-not-found]

    now = timezone.now()
    user = User.objects.create(username=f"member{number}", email=f"member{number}@example.org")
    Profile.objects.for_user(user)
    project = Project.objects.create(owner=user, name="Work", badge_key=f"badge{number}")
    mail = Channel.objects.create(project=project, kind="email", value=user.email, email_verified=True)
    checks = Check.objects.bulk_create(
        Check(
            project=project,
            name=f"Job {n}",
            slug=f"job-{n}",
            tags=("nightly", "web", "mail")[n % 3],
            status=("up", "down", "paused")[n % 3],
            n_pings=PINGS,
            last_ping=now - timedelta(minutes=n),
        )
        for n in range(CHECKS)
    )
    mail.checks.set(checks)
    Ping.objects.bulk_create(
        Ping(owner=checks[0], n=n, created=now - timedelta(minutes=PINGS - n), remote_addr="192.0.2.1", ua="curl/8")
        for n in range(1, PINGS + 1)
    )
    client = Client()
    client.force_login(user)
    session = client.session
    session["last_project_id"] = project.id
    session.save()
    return {
        "session": str(session.session_key),
        "list": reverse("hc-checks", args=[project.code]),
        "detail": reverse("hc-details", args=[checks[0].code]),
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
