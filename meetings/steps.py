"""The steps of a conversation that this room holds: goal, person, ask, time, research, pitch and pack."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from contacts.models import Finding
from meetings.ahead import CONFIRM
from meetings.models import Meeting, Message, Reply
from meetings.models.progress import UNSEEN, register_has
from meetings.path import Step, register_step

# Each `why` is one sentence; docs/CRAFT.md says more, with its sources.
STEPS = (
    Step(
        slug="goal",
        title=_("Goal"),
        url="meetings:goal",
        source=_("Evansville and CHF career guides"),
        why=_("What you want to find out decides who can help you, and which questions are worth half an hour."),
        good=_("One or two goals, each with the sentences you want to be able to say afterwards."),
        done=lambda: Exists(Meeting.goals.through._base_manager.filter(meeting_id=OuterRef("pk"))),
    ),
    Step(
        slug="person",
        title=_("Person"),
        url="meetings:person",
        source=_("SFU and Berkeley career guides"),
        why=_("A request that says what in their own path drew you is answered more often than one to anybody."),
        good=_("One sentence on why this person: a turn in their path, a piece of work, the job you may want."),
    ),
    Step(
        slug="ask",
        title=_("Ask"),
        url="meetings:ask",
        source=_("SFU career guide"),
        why=_("Short requests that fit on one phone screen and name the minutes are the easiest to say yes to."),
        good=_(
            "The connection first, “informational interview” in so many words, the minutes, their choice of time"
            " and place, thanks. No job."
        ),
    ),
    Step(
        slug="time",
        title=_("Time and place"),
        url="meetings:time",
        source=_("Tufts and Berkeley career guides"),
        why=_("They do you a favour, so the day, the hour and the place are theirs to choose; a call is just as good."),
        good=_("A time said in both zones, a length you will keep to, and one place, number or link."),
    ),
    Step(
        slug="research",
        title=_("Research"),
        url="meetings:research",
        source=_("Bethel and Keene career guides"),
        why=_(
            "What a website answers need not be asked, and what you found turns into questions only they can answer."
        ),
        good=_("Something on the person, the organisation and the field, each with where you found it."),
        done=lambda: Exists(Finding._base_manager.filter(contact_id=OuterRef("contact_id"))),
    ),
    Step(
        slug="pitch",
        title=_("Pitch"),
        url="meetings:pitch",
        source=_("Louisville and Dickinson career guides"),
        why=_("They help better once they know in half a minute who you are and what you would like to understand."),
        good=_("Who you are, what led you here, what you would like to understand from them: 30 to 45 seconds."),
    ),
    Step(
        slug="pack",
        title=_("Pack"),
        url="meetings:pack",
        source=_("Evansville and Bethel career guides"),
        why=_("Pen, paper and a current résumé show interest before you have said a word."),
        good=_("Everything in the bag or open on the desk the evening before, and the way there known."),
    ),
)


def _confirmed() -> Exists:
    """The time as it stands now was confirmed in a letter."""
    letters = Message.objects.filter(meeting=OuterRef("pk"), occasion=Message.Occasion.CONFIRM)
    return Exists(letters.filter(sent_at__gte=OuterRef("modified_at")))


def register() -> None:
    """Put the steps into the path, and say what else a conversation has; the rooms above add theirs."""
    for step in STEPS:
        register_step(step)
    register_has("reply", lambda: Exists(Reply.objects.filter(meeting=OuterRef("pk"))))
    register_has(UNSEEN, lambda: Exists(Reply.objects.answered().filter(meeting=OuterRef("pk"))))
    register_has(CONFIRM, _confirmed)
    register_has("letters", lambda: Exists(Message.objects.filter(meeting=OuterRef("pk")).exclude(sent_at=None)))
