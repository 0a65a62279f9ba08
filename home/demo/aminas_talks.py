"""Amina's last conversations: one that was thanked and left promises, two that still wait for thanks."""

from contacts.models import Contact
from followups.models import Promise
from home.demo.telling import Goals, People, Teller
from meetings.models import Meeting
from notes.models import NamedPerson


def tell(teller: Teller, people: People, goals: Goals) -> None:
    """The older one first."""
    _layla_was_thanked(teller, people, goals)
    _nhung_waits_for_thanks(teller, people, goals)
    _lucja_was_met_yesterday(teller, people, goals)


def _layla_was_thanked(teller: Teller, people: People, goals: Goals) -> None:
    """The good one: learned a lot, a name, promises on both sides, and hers is overdue."""
    on = teller.on
    talk = teller.begin(
        people["layla"],
        [goals["field"], goals["role"]],
        at=on(-25, 18),
        why="You have moved a reef and followed it since.",
    )
    teller.plan(
        talk,
        "path-02-planned-or-luck",
        "days-02-week-and-energy",
        "strain-04-keeps-and-drives",
        "skills-01-good-and-very-good",
        "craft-07-win-over",
        "people-04-who-else",
        "closing-02-one-advice",
    )
    teller.send(talk, "request", at=on(-24, 9))
    talk.hear(now=on(-23, 8), answer=Meeting.Answer.YES)
    link = "https://meet.aqabastation.example/amina"
    teller.arrange(talk, at=on(-23, 9), starts_at=on(-18, 13), link=link, contact_zone="Asia/Amman")
    talk.pack(["agenda", "link"], now=on(-18, 12))
    talk.hold(now=on(-18, 13, 22))
    teller.note(
        talk,
        "Luck: a port was planned where her study plots were. Ready for it: she had five years of photographs.",
        "Half writing, a fifth diving. Energy goes to the harbour board.",
        "Stay: the first colony that spawns. Leave: short contracts, always October.",
        "Counting honestly, and saying no to a minister politely.",
        "The divers' foreman, with tea, three Thursdays in a row.",
        "Ελένη Παπαδάκη at the turtle hospital: thinks relocation is a fig leaf. May use her name.",
        free="Speaks of the reef as “the neighbours”.",
    )
    teller.look_back(
        talk,
        at=on(-18, 19),
        learned_one="A restoration lead writes more than she dives: half of the week is reports and bids.",
        learned_two="The two skills are counting honestly and winning people over.",
        learned_three="Contracts end in October. Ask about it everywhere.",
        surprised="She would relocate no reef again without five years of counting before.",
        fits="The mix of people and sea. The patience.",
        fits_not="Living from contract to contract in my twenties.",
        interest_before=3,
        interest_after=5,
        still_to_know="Who pays for the five years of counting.",
        thanks_line="What you said about five years of photographs before the first colony moved will stay with me.",
    )
    named = NamedPerson.add(
        talk, now=on(-18, 19), name="Ελένη Παπαδάκη", about="Vet at a sea turtle hospital.", may_use_name=True
    )
    named.link(people["eleni"], now=on(-8, 18))
    teller.send(talk, "thanks", at=on(-17, 9))
    mine, theirs, then = Promise.Whose.MINE, Promise.Whose.THEIRS, on(-18, 19)
    teller.promise(talk, mine, "send her my kelp poster as a PDF", at=then, due_in=3)
    teller.promise(talk, theirs, "introduce me to Ελένη Παπαδάκη by mail", at=then, due_in=-2)
    kept = teller.promise(talk, mine, "tell her how the tide tutorial went", at=then, due_in=-10)
    kept.keep(now=on(-11, 17))


def _nhung_waits_for_thanks(teller: Teller, people: People, goals: Goals) -> None:
    """Three days ago, by phone: the thank-you is late, and still welcome."""
    on = teller.on
    talk = teller.begin(people["nhung"], [goals["decide"]], at=on(-9, 21), minutes=15)
    talk.ask(now=on(-8, 9), channel=Contact.Channel.PHONE)
    teller.arrange(talk, at=on(-8, 9, 10), starts_at=on(-3, 10), contact_zone="Asia/Ho_Chi_Minh")
    talk.hold(now=on(-3, 10, 18))
    teller.note(talk, free="Trainees rotate through three farms in the first year. She would do the season first.")


def _lucja_was_met_yesterday(teller: Teller, people: People, goals: Goals) -> None:
    """Held, looked back on, and not thanked yet."""
    on = teller.on
    talk = teller.begin(
        people["lucja"], [goals["decide"]], at=on(-13, 18), why="You crossed from biology to engineering, as I might."
    )
    teller.plan(
        talk,
        "path-11-small-decision",
        "days-01-last-tuesday",
        "strain-07-give-up",
        "entry-03-further-study",
        "plans-12-study-or-start",
        "people-04-who-else",
    )
    teller.send(talk, "request", at=on(-12, 9), channel=Contact.Channel.LINKEDIN)
    talk.hear(now=on(-10, 8), answer=Meeting.Answer.YES)
    link = "https://meet.balticharbour.example/lucja"
    teller.arrange(talk, at=on(-9, 9), starts_at=on(-1, 11), link=link, contact_zone="Europe/Warsaw")
    talk.hold(now=on(-1, 11, 21))
    teller.note(
        talk,
        "Taking the harbour internship although it was unpaid for two weeks. It paid for everything after.",
        "Site at seven, drawings until two, one hour on the phone with a quarry.",
        "Diving. She does winter swimming instead.",
        "When an employer asks for the paper by law, as in engineering. In ecology: work first.",
        "One season, then decide in March, when the applications are still open.",
    )
    teller.look_back(
        talk,
        at=on(-1, 18),
        learned_one="Applications for the conversion course stay open until the end of March.",
        learned_two="A season first costs nothing if I decide before then.",
        surprised="She misses the sea less than she feared.",
        fits="Seeing something built.",
        fits_not="The desk at seven.",
        interest_before=2,
        interest_after=3,
        still_to_know="Whether a season counts when one applies.",
        thanks_line="“Decide in March, not now” was the sentence I needed.",
    )
    teller.promise(talk, Promise.Whose.THEIRS, "send me the course's module list", at=on(-1, 18), due_in=6)
