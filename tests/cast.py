"""The fixed cast, and builders that call the real verbs."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from accounts.models import User
from contacts.models import Contact
from goals.models import Goal
from meetings.models import Meeting

PASSWORD = "halfhour-demo"
NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Cast:
    amina: User
    bo: User
    cleo: User
    dara: User


def assemble() -> Cast:
    """The cast of every test: Amina and Bo study, Cleo advises, Dara directs."""

    def person(name: str, role: str, **more: Any) -> User:
        return User.objects.create_user(
            f"{name.split()[0].lower()}@example.edu", name=name, role=role, time_zone="Europe/Berlin", **more
        )

    return Cast(
        amina=person("Amina Yusuf", User.Role.STUDENT, programme="BSc Marine Biology", graduation_year=2027),
        bo=person("Bo Lindqvist", User.Role.STUDENT, programme="BA History", graduation_year=2026),
        cleo=person("Cleo Marchetti", User.Role.ADVISER),
        dara=person("Dara Okafor", User.Role.DIRECTOR),
    )


def a_goal(owner: User, subject: str = "Marine conservation", *, now: datetime = NOW, **more: str) -> Goal:
    words = {"kind": Goal.Kind.FIELD, "wants": "What a usual week looks like.\nWhich doors people come in by.", **more}
    return Goal.aim(by=owner, now=now, subject=subject, **words)


def a_contact(owner: User, name: str = "Dr. Efua Osei", *, now: datetime = NOW, **more: Any) -> Contact:
    known = {
        "role": "Marine ecologist",
        "organisation": "Blue Shelf Institute",
        "field": "Marine conservation",
        "email": "efua.osei@example.org",
        "form_of_address": "Dr. Osei",
        "time_zone": "Africa/Accra",
        "added_at": now,
        **more,
    }
    return Contact.objects.create(owner=owner, name=name, **known)


def a_meeting(owner: User, contact: Contact | None = None, *, now: datetime = NOW, minutes: int = 20) -> Meeting:
    return Meeting.begin(
        by=owner, now=now, contact=contact or a_contact(owner, now=now), minutes=minutes, goals=[a_goal(owner, now=now)]
    )
