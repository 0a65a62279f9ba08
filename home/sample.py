"""A sample conversation to read: invented people, the product's own drafts and questions."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from accounts.models import User
from centre.models import Centre
from coach.choosing import first
from coach.drafts import Draft, Facts, draft
from coach.proposals import proposals

MINUTES = 20
# Names are the same in every language.
NAME, ADDRESSED = "Dr. Efua Osei", "Dr. Osei"


@dataclass(frozen=True)
class Asked:
    """A question of the agenda, with its minutes."""

    text: str
    minutes: int


@dataclass(frozen=True)
class Sample:
    """What stands on the page: the goal, the person, the letters, the questions, and what was noted."""

    name: str
    addressed: str
    work: str
    goal: str
    why_them: str
    finding: str
    request: Draft
    questions: list[Asked]
    notes: list[str]
    thanks: Draft


def sample(user: User, centre: Centre) -> Sample:
    """The conversation as `user` could have had it."""
    finding = _("Led the seagrass survey of 2019 after ten years in a bank")
    role, organisation = _("Marine ecologist"), _("Harbour Institute")
    facts = Facts(
        student=user.name or user.first_name,
        contact=NAME,
        addressed=ADDRESSED,
        programme=user.programme,
        role=role,
        organisation=organisation,
        known="event",
        known_words=_("the careers fair"),
        why_them=_("You moved from a bank to the seagrass survey"),
        goal_kind="field",
        goal_subject=_("marine conservation"),
        minutes=MINUTES,
    )
    talked = replace(
        facts,
        thanks_line=_("your advice to ask the net menders first"),
        next_step=_("talk to two coastal engineers this month"),
        promise=_("send you the photographs of the harbour"),
    )
    asked = [Asked(proposals("path", finding)[0], 3)]
    chosen = first(MINUTES, suits="", goals=["field"], researched=True)
    asked += [Asked(one.text, one.minutes) for one, spare in chosen if not spare]
    return Sample(
        name=NAME,
        addressed=ADDRESSED,
        work=f"{role}, {organisation}",
        goal=_("What does a normal week in marine conservation look like, and how do people get started?"),
        why_them=facts.why_them,
        finding=finding,
        request=draft("request", "email", facts, centre.policy),
        questions=asked,
        notes=[
            _("The survey is six weeks on the water. The rest of the year is reports and meetings."),
            _("She learned the species from the net menders, not from a course."),
            _("Ask Kofi Mensah, who leads the volunteers."),
        ],
        thanks=draft("thanks", "email", talked, centre.policy),
    )
