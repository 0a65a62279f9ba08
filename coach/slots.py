"""The slots that a centre may leave in a text of its own: a name in braces, and the fact that fills it."""

from collections.abc import Callable
from dataclasses import dataclass

from coach import frames, gaps
from coach.facts import Facts
from coach.knowing import connection
from coach.letters import one_thing
from coach.places import place, where
from coach.reasons import drawn, reasons
from coach.requests import spelled
from coach.saying import inner, say
from coach.wording import about, declared, either, reader, studies, who, wish
from coach.words import gettext_noop, translated

ANSWERED = ("confirm", "move", "cancel", "thanks", "keep", "report")
HELD = ("thanks", "keep", "report")


@dataclass(frozen=True)
class Slot:
    """What stands in a slot: `says` tells it to whoever writes the text, `words` takes it from the facts (""
    where unknown).

    `whole`: the words are a sentence of their own, with its full stop. `when`: the occasions at which it can be known;
    empty for all.
    """

    description: str
    words: Callable[[Facts], str]
    whole: bool = False
    when: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        return translated(self.description)


# Every slot there is, in the order in which a letter needs them. What no room tells a letter, such as news, has none;
# the name of the university is the centre's to write.
SLOTS: dict[str, Slot] = {
    "addressed": Slot(gettext_noop("how the student greets them: Dr. Osei"), lambda f: f.addressed or f.contact),
    "contact": Slot(gettext_noop("their full name: Dr. Efua Osei"), lambda f: f.contact),
    "role": Slot(gettext_noop("their role: Marine ecologist"), lambda f: f.role),
    "organisation": Slot(gettext_noop("where they work: Blue Shelf Institute"), lambda f: f.organisation),
    "field": Slot(gettext_noop("their field: Marine conservation"), lambda f: f.field),
    "connection": Slot(gettext_noop("a sentence: how the student knows of them"), connection, whole=True),
    "referrer": Slot(gettext_noop("who suggested them: Professor Lindt"), lambda f: f.referrer),
    "met": Slot(
        gettext_noop("the person they suggested, once the student met them: Dr. Efua Osei"),
        lambda f: f.met,
        when=("report",),
    ),
    "why_them": Slot(
        gettext_noop("a sentence: why the student chose them, in the student’s words"),
        lambda f: drawn(f) or ("" if reasons(f) else gaps.WHY),
        whole=True,
    ),
    "who": Slot(gettext_noop("a sentence: My name is Amina Yusuf, and I’m a Marine Biology student."), who, whole=True),
    "student": Slot(gettext_noop("the student’s name: Amina Yusuf"), lambda f: f.student),
    "spelled": Slot(gettext_noop("the student’s last name, letter by letter: Y-U-S-U-F"), spelled),
    "programme": Slot(gettext_noop("the student’s programme: BSc Marine Biology"), declared),
    "studies": Slot(gettext_noop("the programme without its degree: Marine Biology"), studies),
    "phone": Slot(gettext_noop("the student’s phone number"), lambda f: f.phone),
    "link": Slot(gettext_noop("the student’s web page or profile"), lambda f: f.link),
    "minutes": Slot(gettext_noop("how many minutes are asked for: 20"), lambda f: str(f.minutes)),
    "goal": Slot(gettext_noop("the topic, for use after “about”: working in marine conservation"), about),
    "wish": Slot(gettext_noop("a sentence: what the student would like to find out"), wish, whole=True),
    "windows": Slot(
        gettext_noop("times the student can offer: Monday at 10:00 or Tuesday at 15:00"), lambda f: either(f.windows)
    ),
    "asked_on": Slot(
        gettext_noop("the date of the request: Monday 9 November 2026"),
        lambda f: f.asked_on,
        when=("nudge", "close", *ANSWERED),
    ),
    "starts": Slot(
        gettext_noop("date and time of the conversation, in both time zones"), lambda f: f.starts, when=ANSWERED
    ),
    "day": Slot(gettext_noop("only the date of the conversation"), lambda f: f.starts_on, when=ANSWERED),
    "where": Slot(gettext_noop("a sentence: We’ll meet here: Harbour Café."), where, whole=True, when=ANSWERED),
    "place": Slot(gettext_noop("only the place, phone number or link"), place, when=ANSWERED),
    "reason": Slot(
        gettext_noop("a sentence: why it has to be moved or cancelled"),
        lambda f: say(frames.REASON, f.reason, reader(f)),
        True,
        ("move", "cancel"),
    ),
    "held_on": Slot(gettext_noop("the date of the conversation they had"), lambda f: f.held_on, when=HELD),
    "takeaway": Slot(
        gettext_noop("a sentence: one thing the student learned, or a gap to fill"),
        one_thing,
        True,
        ("thanks", "keep"),
    ),
    "learned": Slot(
        gettext_noop("what the student learned, for use after a colon"),
        lambda f: inner(frames.LEARNED_FROM_THEM if f.met else frames.LEARNED, f.learned, reader(f)),
        when=HELD,
    ),
    "next_step": Slot(
        gettext_noop("a sentence: what the student will do because of it"),
        lambda f: say(frames.NEXT_FROM_THEM if f.met else frames.NEXT, f.next_step, reader(f)),
        True,
        HELD,
    ),
    "named": Slot(gettext_noop("who they suggested in the conversation"), lambda f: f.named, when=("thanks",)),
    "offered": Slot(
        gettext_noop("a sentence: thanks for what they offered"),
        lambda f: say(frames.OFFER, f.offer, reader(f)),
        True,
        ("thanks",),
    ),
    "promised": Slot(
        gettext_noop("a sentence: what the student promised them"),
        lambda f: say(frames.PROMISE, f.promise, reader(f)),
        True,
        ("thanks",),
    ),
    "offer": Slot(
        gettext_noop("what they offered, for use after a colon"),
        lambda f: inner(frames.OFFER, f.offer, reader(f)),
        when=("thanks",),
    ),
    "promise": Slot(
        gettext_noop("what the student promised them, for use after a colon"),
        lambda f: inner(frames.PROMISE, f.promise, reader(f)),
        when=("thanks",),
    ),
}


def offered(occasion: str) -> dict[str, Slot]:
    """The slots that can be known at `occasion`."""
    return {name: slot for name, slot in SLOTS.items() if not slot.when or occasion in slot.when}


def known(facts: Facts) -> dict[str, str]:
    """The words of every slot by its name; empty where `facts` do not say. No word holds a brace."""
    there = facts.filled()
    return {name: slot.words(there) for name, slot in SLOTS.items()}
