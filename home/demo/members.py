"""Northlight University Careers: its calendar, the four who sign in, and their fellow students."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password

from accounts.models import User
from centre.models import Centre, Holiday, Term
from core.times import zone
from home.demo.others import STUDENTS

PASSWORD = "halfhour-demo"  # noqa: S105 (known to everybody: that is why a real centre refuses the demo)
ZONE = "Europe/London"


@dataclass(frozen=True)
class Cast:
    """Two students, their adviser, the director, and ten students more."""

    amina: User
    bo: User
    cleo: User
    dara: User
    others: list[User]


def gather(now: datetime) -> Cast:
    """Open the centre and let its members in."""
    centre = Centre.current()
    centre.name, centre.email, centre.time_zone = "Northlight University Careers", "careers@demo.test", ZONE
    centre.save(update_fields=["name", "email", "time_zone"])
    _open_calendar(now.astimezone(zone(ZONE)).date())
    password = make_password(PASSWORD)
    student = User.Role.STUDENT
    return Cast(
        amina=_member(
            password,
            now - timedelta(days=200),
            email="amina@demo.test",
            name="Amina Yusuf",
            role=student,
            programme="BSc Marine Biology",
            graduation_year=now.year + 1,
            phone="+44 20 7946 0112",
            profile_link="https://www.linkedin.com/in/amina-yusuf-demo",
        ),
        bo=_member(
            password,
            now - timedelta(days=31),
            email="bo@demo.test",
            name="Bo Lindqvist",
            role=student,
            programme="BA History",
            graduation_year=now.year + 2,
        ),
        cleo=_member(
            password, now - timedelta(days=400), email="cleo@demo.test", name="Cleo Marchetti", role=User.Role.ADVISER
        ),
        dara=_member(
            password, now - timedelta(days=410), email="dara@demo.test", name="Dara Okafor", role=User.Role.DIRECTOR
        ),
        others=[
            _member(
                password,
                now - timedelta(days=360 - number),
                email=f"{name.partition(' ')[0].lower()}@demo.test",
                name=name,
                role=student,
                programme=programme,
                graduation_year=now.year + 1 + number % 2,
            )
            for number, (name, programme, *_talk) in enumerate(STUDENTS)
        ],
    )


def who_sign_in() -> list[User]:
    """The four whom anybody may try; nobody where this is no demo."""
    addresses = [f"{name}@demo.test" for name in ("amina", "bo", "cleo", "dara")]
    return list(User.objects.filter(email__in=addresses).order_by("pk"))


def _member(password: str, joined_at: datetime, **about: object) -> User:
    """A member with a confirmed address; `password` is hashed once for all, since hashing is slow on purpose."""
    user = User(password=password, joined_at=joined_at, time_zone=ZONE, **about)
    user.save()
    user.confirm_address()
    return user


def _open_calendar(today: date) -> None:
    """A term of fourteen weeks around today, the next one, and the days on which nobody is expected to answer."""
    monday = today - timedelta(days=today.weekday(), weeks=8)
    for weeks, name in ((0, "This term"), (18, "Next term")):
        starts_on = monday + timedelta(weeks=weeks)
        Term.objects.create(name=name, starts_on=starts_on, ends_on=starts_on + timedelta(weeks=14, days=-3))
    days = {monday + timedelta(weeks=6, days=2): "Reading day", monday + timedelta(weeks=10, days=4): "Founders' Day"}
    for year in (today.year, today.year + 1):
        days |= {date(year, 1, 1): "New Year's Day", date(year, 5, 1): "May Day"}
        days |= {date(year, 12, 25): "Christmas Day", date(year, 12, 26): "Boxing Day"}
    for day, name in days.items():
        Holiday.objects.create(day=day, name=name)
