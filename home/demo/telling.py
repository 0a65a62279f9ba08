"""How the demo's people and conversations are made: by the same verbs as everybody's."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from accounts.models import User
from agendas.models import Agenda
from coach import bank
from contacts.models import Contact, Finding
from core.times import zone
from followups.models import Promise
from goals.models import Goal
from meetings.models import Meeting, Message
from notes.models import Debrief, Note

HERE = Path(__file__).parent
EMAIL = Contact.Channel.EMAIL
People = dict[str, Contact]
Goals = dict[str, Goal]


@dataclass(frozen=True)
class Teller:
    """Tells what one student did, with times that lie around `now`."""

    student: User
    now: datetime

    def on(self, days: int, hour: int, minute: int = 0) -> datetime:
        """The time on the student's clock, `days` after today (before it when negative)."""
        here = self.now.astimezone(zone(self.student.zone)) + timedelta(days=days)
        return here.replace(hour=hour, minute=minute, second=0, microsecond=0)

    def day(self, days: int) -> date:
        """The day in the student's calendar, `days` after today (before it when negative)."""
        return self.on(days, 12).date()

    def add_people(self, file: str) -> dict[str, Contact]:
        """Enter everyone in `file` in order, with what was found out; gives each contact by its key."""
        known: dict[str, Contact] = {}
        for person in tomllib.loads((HERE / file).read_text())["person"]:
            added_at = self.now - timedelta(days=person.pop("days"))
            facts = person.pop("facts", [])
            key, named_by = person.pop("key"), known.get(person.pop("named_by", ""))
            known[key] = Contact.add(by=self.student, now=added_at, referred_by=named_by, **person)
            for hour, (kind, text, *link) in enumerate(facts, start=1):
                found_at = added_at + timedelta(hours=hour)
                Finding.find(known[key], now=found_at, kind=kind, text=text, source_link="".join(link))
        return known

    def begin(self, contact: Contact, goals: list[Goal], *, at: datetime, minutes: int = 20, why: str = "") -> Meeting:
        """Begin to prepare a conversation."""
        meeting = Meeting.begin(by=self.student, now=at, contact=contact, minutes=minutes, goals=goals)
        if why:
            meeting.say_why(seen=None, why_them=why)
        return meeting

    def send(self, meeting: Meeting, occasion: str, *, at: datetime, channel: str = EMAIL) -> None:
        """Write the letter of `occasion` as the product drafts it, and send it; what follows from that, follows."""
        debrief = Debrief.objects.filter(meeting=meeting).first()
        more = {"thanks_line": debrief.thanks_line} if debrief and occasion == Message.Occasion.THANKS else {}
        letter = Message.draft(meeting, occasion=occasion, channel=channel, now=at, more=more)
        letter.send(now=at)

    def arrange(self, meeting: Meeting, *, at: datetime, starts_at: datetime, **where: Any) -> None:
        """Fix the time: in person where there is a `place`, online where there is a `link`, otherwise by phone."""
        modes = {"place": Meeting.Mode.IN_PERSON, "link": Meeting.Mode.ONLINE}
        mode = next((mode for name, mode in modes.items() if name in where), Meeting.Mode.PHONE)
        meeting.arrange(now=at, starts_at=starts_at, minutes=meeting.minutes, mode=mode, **where)

    def promise(self, meeting: Meeting, whose: str, text: str, *, at: datetime, due_in: int) -> Promise:
        """Write down what one of the two promised, for the day that lies `due_in` days after today."""
        due_on = self.day(due_in)
        return Promise.make(by=self.student, now=at, meeting=meeting, whose=whose, text=text, due_on=due_on)

    def plan(self, meeting: Meeting, *ids: str) -> Agenda:
        """Put questions of the bank on the agenda; a first agenda where none is named."""
        agenda = Agenda.of(meeting)
        if not ids:
            agenda.fill()
        for id in ids:
            agenda.pick(bank.question(id))
        return agenda

    def note(self, meeting: Meeting, *answers: str, free: str = "") -> None:
        """Tick the first questions of the agenda, write down the `answers` to them, and a few free words."""
        at = meeting.held_at or self.now
        asked = Agenda.of(meeting).questions.in_order()
        for question, words in zip(asked, answers, strict=False):
            question.mark_asked(now=at)
            Note.write(meeting, question, now=at, seen=None, words=words)
        if free:
            Note.write(meeting, None, now=at, seen=None, words=free)

    def look_back(self, meeting: Meeting, *, at: datetime, **words: Any) -> None:
        """Write the debrief and finish it."""
        debrief = Debrief.of(meeting)
        debrief.revise_fields(seen=None, **words)
        debrief.finish(now=at)
