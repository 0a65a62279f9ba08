"""Ten more students of two cohorts with a year behind them, so that the director's counts have somebody behind them."""

from datetime import datetime, timedelta

from accounts.models import User
from contacts.models import Contact
from goals.models import Goal
from home.demo.telling import Teller
from meetings.models import Meeting

# The student and what they study; whom they talked to, and how many days ago they asked and met.
STUDENTS = (
    ("Chidi Eze", "BSc Computer Science", "Rosalind Achterberg", "Software engineer", "Tidemark Labs", 24, 12),
    ("Freya Holm", "BA Geography", "Ikaika Kealoha", "Surveyor", "Coastline Mapping", 20, 9),
    ("Gustavo Prado", "BEng Civil Engineering", "Wiremu Parata", "Bridge inspector", "Southern Roads", 27, 15),
    ("Hana Sato", "BSc Psychology", "Oluwaseun Adeyemi", "Occupational therapist", "Quay Street Clinic", 18, 7),
    ("Ines Moreau", "BA Modern Languages", "Pieter de Vos", "Interpreter", "Harbour Court", 29, 16),
    ("Jonas Keller", "BSc Physics", "Amparo Ruiz", "Medical physicist", "Northlight Hospital", 120, 110),
    ("Kavya Nair", "BSc Economics", "Tobias Brandt", "Policy analyst", "Office for Ports", 22, 10),
    ("Liam Byrne", "BA English", "Nokuthula Dube", "Commissioning editor", "Slipway Press", 200, 190),
    ("Mei Tan", "BSc Chemistry", "Salome Kvariani", "Conservator", "Museum of the Coast", 26, 13),
    ("Noor Haddad", "LLB Law", "Eirik Solberg", "Caseworker", "Seafarers' Advice", 310, 300),
)


def fill(students: list[User], now: datetime) -> None:
    """One conversation of each, asked for, held and thanked for."""
    for student, (_name, programme, name, role, organisation, asked, met) in zip(students, STUDENTS, strict=True):
        teller = Teller(student, now)
        begun = teller.on(-asked, 9)
        goal = Goal.aim(
            by=student,
            now=begun - timedelta(days=2),
            kind=Goal.Kind.FIELD,
            subject=f"Work with {programme.partition(' ')[2]}",
            wants="What a usual week looks like.\nWhich first step is open to me.",
        )
        contact = Contact.add(
            by=student,
            now=begun - timedelta(days=1),
            name=name,
            role=role,
            organisation=organisation,
            known=Contact.Known.ALUMNI,
        )
        talk = Meeting.begin(by=student, now=begun, contact=contact, minutes=20, goals=[goal])
        talk.ask(now=teller.on(-asked, 10), channel=Contact.Channel.EMAIL)
        talk.hear(now=teller.on(-asked + 2, 10), answer=Meeting.Answer.YES)
        teller.arrange(talk, at=teller.on(-asked + 2, 11), starts_at=teller.on(-met, 14), place="Their office")
        talk.hold(now=teller.on(-met, 14, 25))
        talk.thank(now=teller.on(-met, 18))
