"""What to say when a conversation goes differently than planned (docs/CRAFT.md, "When it goes differently")."""

from dataclasses import dataclass

from coach.words import gettext as _


@dataclass(frozen=True)
class Situation:
    """`what` happens, what to do `first`, sentences to `say` as they stand, and what to do `then`."""

    what: str
    say: tuple[str, ...]
    first: str = ""
    then: str = ""


def situations() -> tuple[Situation, ...]:
    """The situations in the order in which they are looked for: while they talk, and last that no one is there."""
    return (
        Situation(
            what=_("They ask what you want"),
            say=(
                _("I’d like to find out what your work is really like."),
                _("I’m not asking for a job. Your advice would help me decide what to do next."),
            ),
        ),
        Situation(
            what=_("They offer a job or ask for your résumé or CV"),
            say=(
                _("Thank you, that’s kind. Could I email you my résumé this week?"),
                _("Today I’d mainly like to learn from you. May I ask you one more question?"),
            ),
        ),
        Situation(
            what=_("They don’t stop talking"),
            say=(
                _("That’s really helpful. May I ask about one thing you just said?"),
                _("I’d like to finish on time, as I promised. May I ask one last question?"),
            ),
        ),
        Situation(
            what=_("They give short answers"),
            say=(
                _("Could you give me an example?"),
                _("What was that like for you?"),
            ),
        ),
        Situation(
            what=_("You didn’t understand"),
            say=(
                _("Could you say that in another way, please?"),
                _("Can I check that I understood? Do you mean that …?"),
            ),
        ),
        Situation(
            what=_("No one comes"),
            first=_("Check the time, the place or link, and your messages. After waiting ten minutes, write to them."),
            say=(_("I’m here and can wait a little longer. If something came up, I’m happy to find another time."),),
            then=_(
                "If no one comes, you can leave. Later today, suggest a new time and say here that they didn’t come."
            ),
        ),
    )
