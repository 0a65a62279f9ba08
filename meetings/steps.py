"""The steps of a conversation that this room holds: goal, person, ask, time, research, pitch and pack."""

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _

from contacts.look_form import ENOUGH
from contacts.models import Finding
from meetings.ahead import CONFIRM, LOOK
from meetings.models import Meeting, Message, Reply
from meetings.models.progress import CALLED_OFF, UNSEEN, register_has
from meetings.path import Step, register_step

# Each `why` is one sentence; docs/CRAFT.md says more, with its sources.
STEPS = (
    Step(
        slug="goal",
        title=_("Goal"),
        url="meetings:goal",
        button=_("Choose a goal"),
        why=_("Knowing what you want to find out makes it easier to choose who to talk to and what to ask."),
        good=_("One or two goals, each with a few sentences that you want to be true afterwards."),
        done=lambda: Exists(Meeting.goals.through._base_manager.filter(meeting_id=OuterRef("pk"))),
    ),
    Step(
        slug="person",
        title=_("Person"),
        url="meetings:person",
        button=_("Say why you chose them"),
        why=_("People are more likely to say yes when you tell them why you chose them."),
        good=_(
            "One sentence on why you chose them: a change in their career, a project of theirs, or what interests you"
            " in their job."
        ),
    ),
    Step(
        slug="ask",
        title=_("Ask"),
        url="meetings:ask",
        button=_("Write the request"),
        why=_(
            "Keep it short enough to read on a phone, and say how many minutes you need. That makes it easy to say yes."
        ),
        good=_(
            "Say how you found them, ask for an “informational interview”, say how many minutes and thank them."
            " Let them choose when and where. Don’t ask for a job."
        ),
    ),
    Step(
        slug="time",
        title=_("Time and place"),
        url="meetings:time",
        button=_("Add the time and place"),
        why=_(
            "They’re doing you a favour, so let them choose the day, time and place. A phone or video call is just as"
            " good as meeting."
        ),
        good=_("The time in both time zones, the length, and one place, phone number or link."),
    ),
    Step(
        slug="research",
        title=_("Research"),
        url="meetings:research",
        button=_("Write down what you find"),
        why=_("Don’t use the conversation for questions a website can answer. Use what you find to ask better ones."),
        good=_(
            "Two or three facts about the person, one about where they work and one about the field, each with a link."
        ),
        # Its deeper half: more than a first look finds.
        done=lambda: _found(ENOUGH + 1),
    ),
    Step(
        slug="pitch",
        title=_("Introduction"),
        url="meetings:pitch",
        button=_("Choose your introduction"),
        why=_("A short introduction helps them give you better answers."),
        good=_("In 30 to 45 seconds, say who you are, how you got interested, and what you’d like to learn from them."),
    ),
    Step(
        slug="pack",
        title=_("Get ready"),
        url="meetings:pack",
        button=_("Get ready"),
        why=_("Having everything ready the night before means one less thing to worry about."),
        good=_("Everything packed or open on your screen the night before, and you know how to get there."),
    ),
)


def _found(number: int) -> Exists:
    """At least so many facts were found about the person."""
    found = Finding._base_manager.filter(contact_id=OuterRef("contact_id")).order_by()
    return Exists(found[number - 1 : number])


def _confirmed() -> Exists:
    """The time as it stands now was confirmed in a letter."""
    letters = Message.objects.filter(meeting=OuterRef("pk"), occasion=Message.Occasion.CONFIRM)
    return Exists(letters.filter(sent_at__gte=OuterRef("modified_at")))


def _called_off() -> Exists:
    """A letter called off what stands now, before its time, and none that goes on with it followed."""
    occasion, letters = Message.Occasion, Message.objects.filter(meeting=OuterRef("pk"))
    going_on = (occasion.REQUEST, occasion.NUDGE, occasion.CONFIRM, occasion.MOVE)
    since = Message.objects.filter(meeting=OuterRef("meeting"), occasion__in=going_on, sent_at__gt=OuterRef("sent_at"))
    # Of several times PostgreSQL takes the latest that is there.
    settled = ("begun_at", "asked_at", "nudged_at", "answered_at", "modified_at", "missed_at")
    sent = letters.filter(occasion=occasion.CANCEL, sent_at__gte=Greatest(*(OuterRef(name) for name in settled)))
    in_time = Q(meeting__starts_at=None) | Q(sent_at__lt=OuterRef("starts_at"))
    return Exists(sent.filter(in_time, ~Exists(since)))


def register() -> None:
    """Put the steps into the path, and say what else a conversation has; the rooms above add theirs."""
    for step in STEPS:
        register_step(step)
    register_has("reply", lambda: Exists(Reply.objects.filter(meeting=OuterRef("pk"))))
    register_has(UNSEEN, lambda: Exists(Reply.objects.answered().filter(meeting=OuterRef("pk"))))
    register_has(CONFIRM, _confirmed)
    register_has(CALLED_OFF, _called_off)
    register_has(LOOK, lambda: _found(ENOUGH))
    register_has("letters", lambda: Exists(Message.objects.filter(meeting=OuterRef("pk")).exclude(sent_at=None)))
