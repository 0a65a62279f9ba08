"""The policies in words: what each changes, and what the sources say where they differ (docs/CRAFT.md, "Numbers")."""

from dataclasses import KW_ONLY, dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from coach.policy import MINUTES, Policy


@dataclass(frozen=True)
class Rule:
    """One policy: its name in coach.policy.Policy, its words, and what makes sense: its `bounds`, or one of `choices`.

    The column that keeps it, the field that asks for it and the page that shows it are made from this.
    """

    name: str
    _: KW_ONLY
    label: Any
    why: Any
    bounds: tuple[int, int] = (0, 0)
    unit: Any = ""
    choices: tuple[tuple[Any, Any], ...] = ()

    @property
    def default(self) -> Any:
        return getattr(Policy, self.name)

    def read(self, value: Any) -> Any:
        """One of `choices`, as a form sends it back."""
        return type(self.default)(value)

    @property
    def is_question(self) -> bool:
        """Whether it is answered by yes or no."""
        return isinstance(self.default, bool)


@dataclass(frozen=True)
class Section:
    """Policies that are read and changed together."""

    slug: str
    _: KW_ONLY
    title: Any
    about: Any
    rules: tuple[Rule, ...]


_MINUTES, _WORDS, _HOURS, _MONTHS = _("minutes"), _("words"), _("hours"), _("months")
_DAYS = _("business days")

SECTIONS = (
    Section(
        "asking",
        title=_("Asking"),
        about=_("How much time students ask for, and how long their requests can be."),
        rules=(
            Rule(
                "minutes_default",
                label=_("Minutes asked for"),
                why=_(
                    "New requests start with this. Tufts University suggests 15 to 30 minutes. UC Berkeley suggests"
                    " about 20."
                ),
                unit=_MINUTES,
                choices=tuple((minutes, str(minutes)) for minutes in MINUTES),
            ),
            Rule(
                "minutes_max",
                label=_("Longest conversation without a warning"),
                why=_("Above this the coach warns the student. Northeastern University suggests 30 minutes at most."),
                bounds=(15, 60),
                unit=_MINUTES,
            ),
            Rule(
                "request_words_target",
                label=_("Recommended length of a request"),
                why=_(
                    "The length the coach recommends. Simon Fraser University suggests fewer than 100 words, on one"
                    " phone screen."
                ),
                bounds=(40, 300),
                unit=_WORDS,
            ),
            Rule(
                "request_words_warn",
                label=_("Gentle warning from"),
                why=_("From here the coach says the request is long. Duke University suggests fewer than 150 words."),
                bounds=(40, 400),
                unit=_WORDS,
            ),
            Rule(
                "request_words_strong",
                label=_("Strong warning from"),
                why=_("From here the coach says plainly that the request is too long."),
                bounds=(40, 600),
                unit=_WORDS,
            ),
            Rule(
                "linkedin_characters",
                label=_("LinkedIn note limit"),
                why=_("We count LinkedIn notes against this. LinkedIn changes its limit from time to time."),
                bounds=(100, 2000),
                unit=_("characters"),
            ),
            Rule(
                "explain_interview",
                label=_("Explain “informational interview” in requests"),
                why=_(
                    "Adds “a conversation about your work, not a job interview”. Outside the US and Canada fewer people"
                    " know the term."
                ),
                choices=(
                    ("place", _("Unless our time zone is in the US or Canada")),
                    ("yes", _("Always")),
                    ("no", _("Never")),
                ),
            ),
        ),
    ),
    Section(
        "waiting",
        title=_("Waiting for a reply"),
        about=_("When we suggest a follow-up, and when to move on."),
        rules=(
            Rule(
                "nudge_rhythm",
                label=_("When to follow up"),
                why=_(
                    "3B7 is Steve Dalton’s routine, which Duke University recommends. Carleton College waits at"
                    " least a week."
                ),
                choices=(
                    ("days", _("After a number of business days")),
                    (
                        "3b7",
                        _("3B7: contact someone else after three business days, the first person again after seven"),
                    ),
                    ("week", _("After one week")),
                ),
            ),
            Rule(
                "nudge_after_days",
                label=_("First follow-up after"),
                why=_(
                    "When we suggest a follow-up. Carleton College waits at least a week, and Duke University seven"
                    " business days."
                ),
                bounds=(1, 30),
                unit=_DAYS,
            ),
            Rule(
                "nudges_max",
                label=_("Maximum follow-ups"),
                why=_("After these we suggest moving on. Simon Fraser University follows up once and moves on."),
                bounds=(0, 2),
            ),
            Rule(
                "close_after_days",
                label=_("Moving on after"),
                why=_("How long after the last message we suggest moving on, or a final message."),
                bounds=(1, 30),
                unit=_DAYS,
            ),
            Rule(
                "final_message",
                label=_("Suggest a final message to people who never replied"),
                why=_("When off, students are shown the next person instead. No one asked for a third message."),
            ),
        ),
    ),
    Section(
        "afterwards",
        title=_("After the conversation"),
        about=_("When a thank-you is due, and how often to keep in touch."),
        rules=(
            Rule(
                "thank_due_hours",
                label=_("Thank-you due within"),
                why=_("After this we show it as due. Yale University suggests 24 hours."),
                bounds=(1, 96),
                unit=_HOURS,
            ),
            Rule(
                "thank_late_hours",
                label=_("Thank-you overdue after"),
                why=_(
                    "After this we show it as overdue. It’s still worth sending. Hampshire College allows two to"
                    " three days."
                ),
                bounds=(1, 240),
                unit=_HOURS,
            ),
            Rule(
                "warmth_a_months",
                label=_("Close: keep in touch every"),
                why=_("When we suggest a message. Santa Clara University suggests every few months."),
                bounds=(1, 36),
                unit=_MONTHS,
            ),
            Rule(
                "warmth_b_months",
                label=_("Friendly: keep in touch every"),
                why=_("When we suggest a message. The University of Portland suggests up to three times a year."),
                bounds=(1, 36),
                unit=_MONTHS,
            ),
            Rule(
                "warmth_c_months",
                label=_("New: keep in touch every"),
                why=_("When we suggest a message. Duke University doesn’t keep in touch with everyone."),
                bounds=(1, 60),
                unit=_MONTHS,
            ),
        ),
    ),
    Section(
        "introduction",
        title=_("Introduction and pace"),
        about=_("How long an introduction is, and how many conversations fit in a term."),
        rules=(
            Rule(
                "pitch_words_min",
                label=_("Shortest introduction"),
                why=_(
                    "Below this the coach says it’s short. The University of Louisville suggests 30 seconds, about"
                    " 75 words."
                ),
                bounds=(10, 300),
                unit=_WORDS,
            ),
            Rule(
                "pitch_words_max",
                label=_("Longest introduction"),
                why=_("Above this the coach says it’s long."),
                bounds=(10, 400),
                unit=_WORDS,
            ),
            Rule(
                "pitch_words_per_minute",
                label=_("Words per minute"),
                why=_("How we turn words into seconds. Calm speech is 130 to 160 words a minute."),
                bounds=(80, 220),
                unit=_WORDS,
            ),
            Rule(
                "talks_per_term",
                label=_("Conversations per term"),
                why=_(
                    "We compare each student’s term with this. Rice University’s engineering leaders find one a"
                    " month plenty."
                ),
                bounds=(1, 40),
            ),
        ),
    ),
    Section(
        "open-questions",
        title=_("Where guides disagree"),
        about=_("You choose. Until you do, we follow the more careful advice."),
        rules=(
            Rule(
                "resume_beforehand",
                label=_("Students may send a résumé with the first message"),
                why=_(
                    "If off, the coach advises against it, as Dartmouth College does. UC Berkeley allows it as"
                    " background."
                ),
            ),
            Rule(
                "openings_question",
                label=_("Students may ask a general question about job openings at the end"),
                why=_("Hampshire College allows it. Tufts University and Stony Brook University advise against it."),
            ),
            Rule(
                "handwritten_card",
                label=_("Suggest a handwritten thank-you card"),
                why=_("If on, we suggest a card as well as an email. The University of Portland likes cards."),
            ),
            Rule(
                "questions_ahead",
                label=_("Suggest sending questions ahead"),
                why=_("If on, we suggest it on the agenda. Most guides keep the questions for the conversation."),
            ),
        ),
    ),
)
RULES = tuple(rule for section in SECTIONS for rule in section.rules)
# Pairs of policies of which the first may not be above the second.
ORDERED = (
    ("minutes_default", "minutes_max"),
    ("request_words_target", "request_words_warn"),
    ("request_words_warn", "request_words_strong"),
    ("thank_due_hours", "thank_late_hours"),
    ("warmth_a_months", "warmth_b_months"),
    ("warmth_b_months", "warmth_c_months"),
    ("pitch_words_min", "pitch_words_max"),
)


def section(slug: str) -> Section | None:
    """The section whose address is `slug`."""
    return next((one for one in SECTIONS if one.slug == slug), None)


def in_words(one: Section, centre: Any) -> dict[str, Any]:
    """A section with the present answers of `centre`, each beside its default in words."""
    rows = [
        {
            "label": rule.label,
            "now": _as_words(getattr(centre, rule.name), rule),
            "usual": _as_words(rule.default, rule),
            "own": getattr(centre, rule.name) != rule.default,
        }
        for rule in one.rules
    ]
    return {"section": one, "rows": rows, "own": sum(row["own"] for row in rows)}


def _as_words(value: Any, rule: Rule) -> str:
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    return f"{dict(rule.choices).get(value, value)} {rule.unit}".strip()
