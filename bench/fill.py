"""A thousand students: the first one made by the product's own verbs, the others copied from her by the database."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import connection, models, transaction

from accounts.models import Pitch, User
from agendas.models import Agenda
from contacts.models import Contact, Finding, Touch
from followups.models import Promise
from goals.models import Goal
from meetings.models import Meeting
from notes.models import Note

# The ids of student number k are those of the first one plus k times this.
STRIDE = 10_000
ROOMS = ("accounts", "goals", "contacts", "meetings", "agendas", "notes", "followups", "account")
CONTACTS, TALKS = 100, tuple(range(10))

FIRST = ["Ada", "Bruno", "Chidi", "Dóra", "Emeka", "Fatma", "Goran", "Hana", "Iván", "Jūratė"]
LAST = ["Abara", "Brandt", "Çelik", "Dvořák", "Eriksen", "Fontana", "Găină", "Haddad", "Ito", "Jansen"]
ROLES = ["Analyst", "Engineer", "Curator", "Editor", "Ecologist"]


def fill(
    students: int, *, now: datetime, due: int = 0, contacts: int = CONTACTS, talks: tuple[int, ...] = TALKS
) -> int:
    """Make `students` students with so many contacts and these conversations (see _talk) each; gives how many rows.

    In: `due` is how many promises more each has that are due.
    """
    with transaction.atomic():
        _first(now, due, contacts, talks)
        copied = _copy(students - 1)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return copied


def _first(now: datetime, due: int, contacts: int, talks: tuple[int, ...]) -> None:
    ada = User.objects.create_user(
        "student0@example.edu",
        name="Ada Abara",
        role=User.Role.STUDENT,
        time_zone="Europe/London",
        programme="BSc Biology",
        graduation_year=now.year + 1,
    )
    ada.confirm_address()
    Pitch.begin(by=ada, name="Usual", shape=Pitch.Shape.PARAGRAPH, text="I am Ada and I study biology. " * 12)
    goals = [
        Goal.aim(by=ada, now=now - timedelta(days=40 - n), kind=kind, subject=f"Goal {n}", wants="This.\nAnd that.")
        for n, kind in enumerate((Goal.Kind.FIELD, Goal.Kind.ROLE, Goal.Kind.DECIDE))
    ]
    people = [_contact(ada, n, now) for n in range(contacts)]
    for n in talks:
        _talk(ada, people[n], goals, n, now)
    held = Meeting.objects.filter(owner=ada).order_by("pk")
    for n in range(due):
        made = {"whose": list(Promise.Whose)[n % 2], "text": f"Send paper {n}", "due_on": now.date() - timedelta(n % 9)}
        Promise.make(by=ada, now=now - timedelta(days=20), meeting=held[n % len(talks)], **made)


def _contact(by: User, n: int, now: datetime) -> Contact:
    added_at = now - timedelta(days=60)
    contact = Contact.add(
        by=by,
        now=added_at,
        name=f"{FIRST[n % 10]} {LAST[n // 10]}",
        role=ROLES[n % 5],
        organisation=f"Institute {n}",
        field="Marine conservation" if n % 3 else "Fisheries",
        email=f"person{n}@example.org",
        known=Contact.Known.ALUMNI,
        standing=list(Contact.Standing)[n % 6],
        warmth="ABC"[n % 3],
        time_zone=["Europe/Berlin", "Asia/Tokyo", "America/New_York"][n % 3],
        tags=["alumni"] if n % 2 else ["field", "friend"],
    )
    for kind in (Finding.Kind.PATH, Finding.Kind.PROJECT):
        Finding.find(contact, now=added_at, kind=kind, text=f"Found out about {contact.name}: {kind}.")
    Touch.log_by_hand(
        contact,
        kind="note",
        on=added_at.date(),
        words="Met at the open evening.",
        now=now - timedelta(days=50, hours=n),
    )
    return contact


def _talk(by: User, contact: Contact, goals: list[Goal], n: int, now: datetime) -> None:
    """Conversation `n`: 0-1 planned, 2-3 asked, 4 answered, 5-6 arranged, 7 held, 8-9 thanked."""
    began = now - timedelta(days=30, hours=n)
    talk = Meeting.begin(by=by, now=began, contact=contact, minutes=20, goals=goals[: 1 + n % 3])
    Agenda.of(talk).fill()
    promise = {"by": by, "now": began, "meeting": talk, "whose": Promise.Whose.MINE}
    Promise.make(**promise, text=f"Send them note {n}", due_on=now.date() + timedelta(days=n - 4))
    if n >= 2:
        talk.ask(now=began + timedelta(days=25 if n < 4 else 1), channel=Contact.Channel.EMAIL)
    if n >= 4:
        talk.hear(now=began + timedelta(days=3), answer=Meeting.Answer.YES)
    if n >= 5:
        starts_at = now + timedelta(days=n) if n < 7 else now - timedelta(days=12 - n)
        talk.arrange(
            now=began + timedelta(days=4),
            starts_at=starts_at,
            minutes=20,
            mode=Meeting.Mode.ONLINE,
            link="https://meet.example.org/talk",
            contact_zone="Asia/Tokyo",
        )
        if n >= 7:
            talk.hold(now=starts_at + timedelta(minutes=20))
            for question in Agenda.of(talk).questions.in_order():
                Note.write(talk, question, now=starts_at, seen=None, words="They said this and that. " * 8)
        if n >= 8:
            talk.thank(now=starts_at + timedelta(hours=20))


def _copy(times: int) -> int:
    """Copy every row of the first student `times` times; gives the number of all rows."""
    copied = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in ROOMS and model._meta.pk.name == "id"
    ]
    total = 0
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for model in copied:
            fields = [f for f in model._meta.concrete_fields if not isinstance(f, models.GeneratedField)]
            table, columns = model._meta.db_table, ", ".join(f'"{f.column}"' for f in fields)
            values = ", ".join(_value(field, copied) for field in fields)
            cursor.execute(
                f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table}, generate_series(1, %s) k"
                f" WHERE {table}.id < {STRIDE}",
                [times],
            )
            total += cursor.rowcount
            cursor.execute(f"SELECT setval(pg_get_serial_sequence(%s, 'id'), max(id) + 1) FROM {table}", [table])
    return total


def _value(field: models.Field, copied: list[type[models.Model]]) -> str:
    if field.primary_key or (field.is_relation and field.related_model in copied):
        return f'"{field.column}" + k * {STRIDE}'
    if field.name == "email" and field.model in {User, EmailAddress}:
        return "'student' || k || '@example.edu'"
    if isinstance(field, models.UUIDField) and field.unique:
        return "gen_random_uuid()"
    if isinstance(field, models.DateTimeField):
        # Nowhere does the same thing happen to everybody at the very same moment.
        return f"\"{field.column}\" + k * interval '1 millisecond'"
    return f'"{field.column}"'
