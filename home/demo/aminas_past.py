"""Amina's conversations that are over, one way or another."""

from contacts.models import Contact
from home.demo.telling import Goals, People, Teller
from meetings.models import Meeting


def tell(teller: Teller, people: People, goals: Goals) -> None:
    """The oldest first, as the timeline shows them."""
    _ingrid_was_thanked_long_ago(teller, people, goals)
    _thordis_never_answered(teller, people, goals)
    _gwen_rests(teller, people, goals)
    _aarti_had_to_travel(teller, people, goals)
    _marcus_said_no(teller, people, goals)


def _ingrid_was_thanked_long_ago(teller: Teller, people: People, goals: Goals) -> None:
    """Four months and more: it is time to write again."""
    on = teller.on
    talk = teller.begin(people["ingrid"], [goals["materials"]], at=on(-138, 10), minutes=15)
    teller.plan(talk, "path-04-who-helped", "entry-04-application-stands-out", "people-04-who-else")
    talk.ask(now=on(-136, 12), channel=Contact.Channel.IN_PERSON)
    teller.arrange(talk, at=on(-136, 12, 5), starts_at=on(-133, 16), place="Her office, Tidal Building")
    talk.hold(now=on(-133, 16, 15))
    teller.note(
        talk,
        "A technician who let her fail twice on the same dredge. Find such a person.",
        "Kelp project on top: it has a question, a method and a number. The aquarium job last, in one line.",
        "Efua Osei in Accra. Uses the same transects, knows every funder.",
    )
    teller.look_back(
        talk,
        at=on(-133, 20),
        learned_one="Lead with the project that has a number in it.",
        interest_before=4,
        interest_after=4,
        thanks_line="Your advice to lead with the kelp project changed the whole page.",
    )
    teller.send(talk, "thanks", at=on(-132, 9))


def _thordis_never_answered(teller: Teller, people: People, goals: Goals) -> None:
    on = teller.on
    talk = teller.begin(
        people["thordis"],
        [goals["field"]],
        at=on(-43, 19),
        why="You turned a ferry into a survey boat.",
    )
    teller.send(talk, "request", at=on(-42, 9))
    teller.send(talk, "nudge", at=on(-34, 9))
    teller.send(talk, "close", at=on(-24, 9))


def _gwen_rests(teller: Teller, people: People, goals: Goals) -> None:
    on = teller.on
    talk = teller.begin(people["gwen"], [goals["field"]], at=on(-50, 19))
    teller.send(talk, "request", at=on(-49, 9))
    talk.hear(now=on(-48, 11), answer=Meeting.Answer.YES)
    teller.arrange(talk, at=on(-48, 12), starts_at=on(-41, 12, 30), place="Swing Bridge Café")
    talk.hold(now=on(-41, 12, 50))
    teller.send(talk, "thanks", at=on(-40, 10))
    talk.rest(now=on(-30, 10))


def _aarti_had_to_travel(teller: Teller, people: People, goals: Goals) -> None:
    on = teller.on
    talk = teller.begin(people["aarti"], [goals["role"]], at=on(-26, 18))
    talk.ask(now=on(-25, 9), channel=Contact.Channel.PHONE)
    talk.hear(now=on(-25, 9, 10), answer=Meeting.Answer.YES)
    teller.arrange(talk, at=on(-25, 10), starts_at=on(-14, 8), contact_zone="Asia/Kolkata")
    talk.cancel(now=on(-16, 7), reason="She has to travel after the storm; she will write in spring")


def _marcus_said_no(teller: Teller, people: People, goals: Goals) -> None:
    on = teller.on
    talk = teller.begin(people["marcus"], [goals["field"]], at=on(-22, 20))
    teller.send(talk, "request", at=on(-21, 13))
    talk.hear(now=on(-19, 15), answer=Meeting.Answer.NO)
