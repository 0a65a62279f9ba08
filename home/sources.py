"""Where our advice comes from, for whoever asks: each piece of it in one sentence, with the guides that say the same.

docs/CRAFT.md says more of each; the guides are data of coach/sources.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coach.sources import Source, sources

Claims = Sequence[tuple[str | Promise, tuple[str, ...]]]

_ASKING: Claims = (
    (_("Start with people you know a little, and with the people they know."), ("Berkeley guide",)),
    (_("Choose someone who does the job you might want, or who is one step ahead of you."), ("Odyssey",)),
    (_("Recent graduates often like to help."), ("Granted",)),
    (_("One conversation a month is plenty."), ("RCEL",)),
    (_("Keep your message under 100 words, so it fits on a phone screen."), ("SFU", "Duke guide")),
    (_("Say first how you found them or who suggested them."), ("SFU", "Northeastern")),
    (_("Use a subject that says who you are and why you’re writing."), ("Carleton",)),
    (_("Ask for 15 to 30 minutes."), ("Tufts", "Northeastern", "Hampshire", "Berkeley", "Northeastern etiquette")),
    (_("Don’t ask for a job, and let them choose the time and place."), ("SFU", "Tufts")),
    (_("Don’t attach your résumé to the first message."), ("Thayer", "OTB", "Northeastern etiquette")),
    (_("Contact people the way they like best. Careless messages make them less willing to help."), ("Thayer",)),
    (_("If you work as a group, let one person write."), ("Posner",)),
    (_("On a voice message, spell your name and say your number twice."), ("PIT",)),
)
_WAITING: Claims = (
    (_("Wait about a week before you follow up."), ("Carleton", "Duke guide")),
    (_("Or contact someone else after three business days, and follow up after seven."), ("Dalton", "Duke blog")),
    (_("Follow up once, then move on."), ("SFU",)),
    (_("If they don’t reply on LinkedIn, send one email a month later."), ("UNCW",)),
    (_("After a week without a reply, you’re free to ask someone else."), ("IITK",)),
    (_("If someone says no, thank them and ask if they know someone else."), ("Eastern", "MsMoney")),
)
_PREPARING: Claims = (
    (_("Don’t ask what a website can tell you."), ("Eastern", "Posner")),
    (_("Ask open questions, easy ones first, and follow up on what you hear."), ("UT Austin",)),
    (_("Introduce yourself in about 30 seconds."), ("Louisville", "Odyssey")),
    (_("Confirm the day before."), ("RCEL", "MsMoney")),
    (_("If you meet in person, arrive 10 to 15 minutes early."), ("Georgia Southern",)),
    (_("You don’t need a suit."), ("Odyssey",)),
    (_("In a café, offer to pay."), ("Denver",)),
)
_TALKING: Claims = (
    (_("Listen more than you talk."), ("RCEL",)),
    (_("Keep to the time you asked for. Go on only if they’d like to."), ("Berkeley", "RCEL")),
    (_("Ask who else you could talk to."), ("SJS",)),
)
_AFTERWARDS: Claims = (
    (_("Write down what you learned on the same day."), ("SJS", "Portland after")),
    (_("Say thank you within a day. Two or three days later is still good."), ("Yale", "SJS", "Hampshire conduct")),
    (_("Mention one thing they said, and what you’ll do because of it."), ("RCEL", "Hampshire conduct")),
    (_("Tell the person who suggested someone how it went."), ("Yale",)),
    (_("Tell people when you’ve followed their advice."), ("Yale", "Berkeley")),
    (_("Keep in touch every few months."), ("Santa Clara", "Portland", "Duke blog")),
)
_DIFFERING: Claims = (
    (_("Some say you can send your résumé first, as background."), ("Berkeley",)),
    (_("Some say you can ask about jobs at the very end."), ("Hampshire conduct",)),
    (_("Others say you should never ask about jobs."), ("Tufts", "Stony Brook")),
    (_("Some prefer a handwritten thank-you card."), ("Portland",)),
)


@dataclass(frozen=True)
class Claim:
    """One piece of advice, and the guides that give it."""

    words: str | Promise
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Chapter:
    """What belongs together."""

    title: str | Promise
    claims: list[Claim]


def chapters() -> list[Chapter]:
    """All of it, in the order of a conversation."""
    by_key = {source.key: source for source in sources()}

    def chapter(title: str | Promise, advice: Claims) -> Chapter:
        return Chapter(title, [Claim(words, tuple(by_key[key] for key in keys)) for words, keys in advice])

    return [
        chapter(_("Who to contact, and how to ask"), _ASKING),
        chapter(_("Waiting for a reply"), _WAITING),
        chapter(_("Getting ready"), _PREPARING),
        chapter(_("The conversation"), _TALKING),
        chapter(_("Afterwards"), _AFTERWARDS),
        chapter(_("Where guides disagree"), _DIFFERING),
    ]
