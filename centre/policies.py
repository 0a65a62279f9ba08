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
        about=_("How much of somebody’s time students ask for, and how long a request may be."),
        rules=(
            Rule(
                "minutes_default",
                label=_("Minutes asked for"),
                why=_(
                    "What a new conversation begins with. Tufts says 15 to 30 minutes, Northeastern and Evansville"
                    " 20 to 30, Berkeley about 20."
                ),
                unit=_MINUTES,
                choices=tuple((minutes, str(minutes)) for minutes in MINUTES),
            ),
            Rule(
                "minutes_max",
                label=_("Most minutes without a warning"),
                why=_("Above this the coach warns. Ballinger asks for less than 30 and never for an hour."),
                bounds=(15, 60),
                unit=_MINUTES,
            ),
            Rule(
                "request_words_target",
                label=_("A request aims at"),
                why=_("The length the coach calls right. SFU wants fewer than 100 words, all on one phone screen."),
                bounds=(40, 300),
                unit=_WORDS,
            ),
            Rule(
                "request_words_warn",
                label=_("A request is long from"),
                why=_("From here on the coach says that it is long. GLF allows 100 to 200 words."),
                bounds=(40, 400),
                unit=_WORDS,
            ),
            Rule(
                "request_words_strong",
                label=_("A request is too long from"),
                why=_("From here on the coach says it plainly. No source goes beyond 200 words."),
                bounds=(40, 600),
                unit=_WORDS,
            ),
            Rule(
                "linkedin_characters",
                label=_("A LinkedIn note holds"),
                why=_("What the note’s count is measured against. LinkedIn changes its limit from time to time."),
                bounds=(100, 2000),
                unit=_("characters"),
            ),
        ),
    ),
    Section(
        "waiting",
        title=_("Waiting for an answer"),
        about=_("When a student is reminded to write again, and when to let it rest."),
        rules=(
            Rule(
                "nudge_rhythm",
                label=_("When to remind"),
                why=_(
                    "The first counts the number below. 3B7 is Duke’s: after three business days write to somebody else"
                    " too, after seven to the first again. One week is Carleton’s: the same day of the next week."
                ),
                choices=(
                    ("days", _("After so many business days")),
                    ("3b7", _("3B7: somebody else after three, the first again after seven")),
                    ("week", _("After one week")),
                ),
            ),
            Rule(
                "nudge_after_days",
                label=_("First nudge after"),
                why=_(
                    "When the nudge falls due. Carleton waits a week at least, Duke 7 business days; JobClinic finds"
                    " that 90 % of the answers that come, come within two."
                ),
                bounds=(1, 30),
                unit=_DAYS,
            ),
            Rule(
                "nudges_max",
                label=_("Nudges at most"),
                why=_(
                    "After these comes a kind close. SFU writes once more and moves on; Lane never sends more"
                    " than three in all."
                ),
                bounds=(0, 2),
            ),
            Rule(
                "close_after_days",
                label=_("Kind close after"),
                why=_(
                    "How long after the last message the close falls due. Alumni platforms use 3 days"
                    " (Together) to a week."
                ),
                bounds=(1, 30),
                unit=_DAYS,
            ),
        ),
    ),
    Section(
        "afterwards",
        title=_("After the conversation"),
        about=_("When thanks are due, and how often to keep in touch."),
        rules=(
            Rule(
                "thank_due_hours",
                label=_("Thank-you due within"),
                why=_("From then on it shows in amber. Yale and CTL say 24 hours, SJS the same day."),
                bounds=(1, 96),
                unit=_HOURS,
            ),
            Rule(
                "thank_late_hours",
                label=_("Thank-you late after"),
                why=_(
                    "From then on it shows in red, and can still be sent. GW allows 48 hours, Hampshire two to"
                    " three days."
                ),
                bounds=(1, 240),
                unit=_HOURS,
            ),
            Rule(
                "warmth_a_months",
                label=_("Close contacts (A) every"),
                why=_("When a word is due. GW says every two to three months, Santa Clara every few months."),
                bounds=(1, 36),
                unit=_MONTHS,
            ),
            Rule(
                "warmth_b_months",
                label=_("Good contacts (B) every"),
                why=_("When a word is due. Portland writes up to three times a year."),
                bounds=(1, 36),
                unit=_MONTHS,
            ),
            Rule(
                "warmth_c_months",
                label=_("Others (C) every"),
                why=_("When a word is due. Duke does not keep in touch with everyone."),
                bounds=(1, 60),
                unit=_MONTHS,
            ),
        ),
    ),
    Section(
        "introduction",
        title=_("Introduction and pace"),
        about=_("How long an introduction is, and how many conversations a term holds."),
        rules=(
            Rule(
                "pitch_words_min",
                label=_("An introduction holds at least"),
                why=_("Below this the coach says it is short. Louisville wants 30 seconds, about 75 words."),
                bounds=(10, 300),
                unit=_WORDS,
            ),
            Rule(
                "pitch_words_max",
                label=_("An introduction holds at most"),
                why=_("Above this the coach says it is long. Dickinson and Odyssey allow up to 60 seconds."),
                bounds=(10, 400),
                unit=_WORDS,
            ),
            Rule(
                "pitch_words_per_minute",
                label=_("Words said in a minute"),
                why=_("How words turn into seconds. Calm speech is 130 to 160 words a minute."),
                bounds=(80, 220),
                unit=_WORDS,
            ),
            Rule(
                "talks_per_term",
                label=_("Conversations a term"),
                why=_(
                    "The number that Home measures a term against. RCEL finds one a month plenty; 2, 4 and 8 are usual."
                ),
                bounds=(1, 40),
            ),
        ),
    ),
    Section(
        "open-questions",
        title=_("Where guides disagree"),
        about=_("The centre chooses; until it does, the careful answer holds."),
        rules=(
            Rule(
                "resume_beforehand",
                label=_("A résumé may go with the first message"),
                why=_(
                    "When off, the coach advises against it, as OTB and Dartmouth do. Berkeley allows it as background."
                ),
            ),
            Rule(
                "openings_question",
                label=_("Students may ask a general question about openings at the end"),
                why=_("Hampshire allows it and GW recommends it; SFU, Tufts, Stony Brook and Bethel say no."),
            ),
            Rule(
                "handwritten_card",
                label=_("Suggest a handwritten card for thanks"),
                why=_("When on, the thank-you page offers a card beside the e-mail. Guides are split on it."),
            ),
            Rule(
                "questions_ahead",
                label=_("Suggest sending questions ahead"),
                why=_("When on, the agenda offers it. FlexJobs sends four to seven broad ones; others keep them."),
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
