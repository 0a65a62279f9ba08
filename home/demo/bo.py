"""Bo Lindqvist: second year, history, at the beginning."""

from datetime import datetime, timedelta

from accounts.models import User
from contacts.models import Contact
from goals.models import Goal
from home.demo.telling import Teller
from meetings.models import Meeting


def fill(bo: User, now: datetime) -> None:
    """Everything of Bo's: two goals, five people, three conversations."""
    teller = Teller(bo, now)
    field = Goal.aim(
        by=bo,
        now=now - timedelta(days=27),
        kind=Goal.Kind.FIELD,
        subject="Work with a history degree outside teaching",
        wants="What people do all day in archives, museums and books.\nWhich of the three I could try this summer.",
    )
    Goal.aim(
        by=bo,
        now=now - timedelta(days=10),
        kind=Goal.Kind.EMPLOYER,
        subject="City Records Office",
        wants="How new people find their feet there.\nWhat kind of person would not be happy there.",
    )
    people = teller.add_people("bos_people.toml")
    _hedda_was_thanked(teller, people["hedda"], field)
    _omar_is_in_three_days(teller, people["omar"], field)
    petra = teller.begin(people["petra"], [field], at=teller.on(-4, 16))
    teller.send(petra, "request", at=teller.on(-3, 10))


def _hedda_was_thanked(teller: Teller, hedda: Contact, field: Goal) -> None:
    on = teller.on
    talk = teller.begin(hedda, [field], at=on(-26, 10), minutes=30)
    teller.plan(talk)
    talk.ask(now=on(-25, 10), channel=Contact.Channel.IN_PERSON)
    teller.arrange(talk, at=on(-25, 10, 5), starts_at=on(-21, 10), place="Reading room, City Records Office")
    talk.hold(now=on(-21, 10, 31))
    teller.note(talk, "Wanted to be a restorer, failed the colour test, found the catalogue.")
    teller.look_back(
        talk,
        at=on(-21, 17),
        learned_one="An archivist spends more time with readers than with paper.",
        interest_before=3,
        interest_after=4,
        thanks_line="I have not thought of a catalogue as a conversation before.",
    )
    teller.send(talk, "thanks", at=on(-20, 9))


def _omar_is_in_three_days(teller: Teller, omar: Contact, field: Goal) -> None:
    on = teller.on
    talk = teller.begin(omar, [field], at=on(-12, 10), minutes=15)
    teller.send(talk, "request", at=on(-11, 10))
    talk.hear(now=on(-9, 10), answer=Meeting.Answer.YES)
    teller.arrange(talk, at=on(-9, 11), starts_at=on(3, 14), contact_zone="Africa/Tunis")
