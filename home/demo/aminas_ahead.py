"""Amina's conversations that are still to come: one tomorrow, others at every step before it."""

from accounts.models import Pitch
from contacts.models import Finding
from home.demo.telling import Goals, People, Teller
from meetings.models import Meeting, Reply


def tell(teller: Teller, people: People, goals: Goals, pitches: dict[str, Pitch]) -> None:
    """The one that waits longest first."""
    _nadia_has_not_answered(teller, people, goals)
    _efua_is_tomorrow(teller, people, goals, pitches["restoration"])
    _chen_is_next_week(teller, people, goals)
    _tomas_was_asked(teller, people, goals)
    _sakura_proposes_another_time(teller, people, goals)
    teller.begin(people["kalani"], [goals["field"]], at=teller.on(-2, 21), minutes=15)


def _nadia_has_not_answered(teller: Teller, people: People, goals: Goals) -> None:
    """Long enough for a reminder."""
    on = teller.on
    talk = teller.begin(
        people["nadia"], [goals["field"]], at=on(-14, 17), why="Your report puts a price on what I only count."
    )
    teller.send(talk, "request", at=on(-13, 9))


def _efua_is_tomorrow(teller: Teller, people: People, goals: Goals, pitch: Pitch) -> None:
    """Nearly everything is prepared."""
    by, on = teller.student, teller.on
    talk = teller.begin(
        people["efua"],
        [goals["field"], goals["role"]],
        at=on(-16, 18),
        why="You came to seagrass from a bank, and you lead the work that I would like to do.",
    )
    teller.send(talk, "request", at=on(-15, 9))
    talk.hear(now=on(-14, 12), answer=Meeting.Answer.YES)
    link = "https://meet.blueshelf.example/amina"
    teller.arrange(talk, at=on(-13, 9), starts_at=on(1, 15), link=link, contact_zone="Africa/Accra")
    agenda = teller.plan(
        talk,
        "path-02-planned-or-luck",
        "days-01-last-tuesday",
        "skills-01-good-and-very-good",
        "people-04-who-else",
        "closing-03-let-you-know",
    )
    researched = Finding.objects.visible_to(by).filter(contact=people["efua"])
    project = researched.filter(kind=Finding.Kind.PROJECT).oldest_first()[0]
    agenda.ask_about(project, "In the Keta Meadow project, whom did you have to win over first, and how?")
    agenda.write(
        "How do the net menders' counts come into your reports?",
        phase="S",
        minutes=3,
        spare=True,
        goals=[goals["role"]],
    )
    talk.choose_pitch(pitch)
    talk.tick(["agenda"])


def _chen_is_next_week(teller: Teller, people: People, goals: Goals) -> None:
    on = teller.on
    talk = teller.begin(people["chen"], [goals["decide"]], at=on(-10, 18), minutes=30)
    teller.send(talk, "request", at=on(-9, 8))
    talk.hear(now=on(-7, 7), answer=Meeting.Answer.YES)
    link = "https://meet.haitu.example/amina"
    teller.arrange(talk, at=on(-7, 8), starts_at=on(8, 9, 30), link=link, contact_zone="Asia/Shanghai")


def _tomas_was_asked(teller: Teller, people: People, goals: Goals) -> None:
    talk = teller.begin(
        people["tomas"], [goals["field"]], at=teller.on(-4, 18), why="You drafted the first plan for our coast."
    )
    teller.send(talk, "request", at=teller.on(-2, 9))


def _sakura_proposes_another_time(teller: Teller, people: People, goals: Goals) -> None:
    """On her own page, yesterday; one click accepts it."""
    talk = teller.begin(people["sakura"], [goals["field"]], at=teller.on(-8, 18), minutes=15)
    teller.send(talk, "request", at=teller.on(-6, 8))
    offered = [teller.on(2, 9), teller.on(3, 10)]
    reply = Reply.offer(talk, now=teller.on(-6, 8), times=offered)
    Reply.let_out(talk, now=teller.on(-6, 8))
    reply.propose(
        now=teller.on(-1, 7),
        zone="Asia/Tokyo",
        at=teller.on(5, 9),
        mode=Meeting.Mode.ONLINE,
        line="The aquarium is closed that day, so I have time.",
    )
