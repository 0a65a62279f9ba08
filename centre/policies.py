"""The policies in words: what each changes, and what the sources say where they differ (docs/CRAFT.md, "Numbers")."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from coach.policy import Policy


@dataclass(frozen=True)
class Rule:
    """One policy: its name in coach.policy.Policy, its words, and the numbers that make sense (both included)."""

    name: str
    label: Any
    why: Any
    low: int = 0
    high: int = 0
    unit: Any = ""
    choices: tuple[tuple[str, Any], ...] = ()

    @property
    def default(self) -> Any:
        return getattr(Policy, self.name)

    @property
    def is_question(self) -> bool:
        """Whether it is answered by yes or no."""
        return isinstance(self.default, bool)


@dataclass(frozen=True)
class Section:
    """Policies that are read and changed together."""

    slug: str
    title: Any
    about: Any
    rules: tuple[Rule, ...] = field(default_factory=tuple)


_MINUTES, _WORDS, _HOURS, _MONTHS = _("minutes"), _("words"), _("hours"), _("months")
_DAYS = _("business days")

SECTIONS = (
    Section(
        "asking",
        _("Asking"),
        _("How much of somebody’s time students ask for, and how long a request may be."),
        (
            Rule(
                "minutes_default",
                _("Minutes asked for"),
                _(
                    "What a new conversation begins with. Tufts says 15 to 30 minutes, Northeastern and Evansville"
                    " 20 to 30, Berkeley about 20."
                ),
                unit=_MINUTES,
            ),
            Rule(
                "minutes_max",
                _("Most minutes without a warning"),
                _("Above this the coach warns. Ballinger asks for less than 30 and never for an hour."),
                15,
                60,
                _MINUTES,
            ),
            Rule(
                "request_words_target",
                _("A request aims at"),
                _("The length the coach calls right. SFU wants fewer than 100 words, all on one phone screen."),
                40,
                300,
                _WORDS,
            ),
            Rule(
                "request_words_warn",
                _("A request is long from"),
                _("From here on the coach says that it is long. GLF allows 100 to 200 words."),
                40,
                400,
                _WORDS,
            ),
            Rule(
                "request_words_strong",
                _("A request is too long from"),
                _("From here on the coach says it plainly. No source goes beyond 200 words."),
                40,
                600,
                _WORDS,
            ),
            Rule(
                "linkedin_characters",
                _("A LinkedIn note holds"),
                _("What the note’s count is measured against. LinkedIn changes its limit from time to time."),
                100,
                2000,
                _("characters"),
            ),
        ),
    ),
    Section(
        "waiting",
        _("Waiting for an answer"),
        _("When a student is reminded to write again, and when to let it rest."),
        (
            Rule(
                "nudge_rhythm",
                _("When to remind"),
                _(
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
                _("First nudge after"),
                _(
                    "When the nudge falls due. Carleton waits a week at least, Duke 7 business days; JobClinic finds"
                    " that 90 % of the answers that come, come within two."
                ),
                1,
                30,
                _DAYS,
            ),
            Rule(
                "nudges_max",
                _("Nudges at most"),
                _(
                    "After these comes a kind close. SFU writes once more and moves on; Lane never sends more"
                    " than three in all."
                ),
                0,
                2,
            ),
            Rule(
                "close_after_days",
                _("Kind close after"),
                _(
                    "How long after the last message the close falls due. Alumni platforms use 3 days"
                    " (Together) to a week."
                ),
                1,
                30,
                _DAYS,
            ),
        ),
    ),
    Section(
        "afterwards",
        _("After the conversation"),
        _("When thanks are due, and how often to keep in touch."),
        (
            Rule(
                "thank_due_hours",
                _("Thank-you due within"),
                _("From then on it shows in amber. Yale and CTL say 24 hours, SJS the same day."),
                1,
                96,
                _HOURS,
            ),
            Rule(
                "thank_late_hours",
                _("Thank-you late after"),
                _(
                    "From then on it shows in red, and can still be sent. GW allows 48 hours, Hampshire two to"
                    " three days."
                ),
                1,
                240,
                _HOURS,
            ),
            Rule(
                "warmth_a_months",
                _("Close contacts (A) every"),
                _("When a word is due. GW says every two to three months, Santa Clara every few months."),
                1,
                36,
                _MONTHS,
            ),
            Rule(
                "warmth_b_months",
                _("Good contacts (B) every"),
                _("When a word is due. Portland writes up to three times a year."),
                1,
                36,
                _MONTHS,
            ),
            Rule(
                "warmth_c_months",
                _("Others (C) every"),
                _("When a word is due. Duke does not keep in touch with everyone."),
                1,
                60,
                _MONTHS,
            ),
        ),
    ),
    Section(
        "introduction",
        _("Introduction and pace"),
        _("How long an introduction is, and how many conversations a term holds."),
        (
            Rule(
                "pitch_words_min",
                _("An introduction holds at least"),
                _("Below this the coach says it is short. Louisville wants 30 seconds, about 75 words."),
                10,
                300,
                _WORDS,
            ),
            Rule(
                "pitch_words_max",
                _("An introduction holds at most"),
                _("Above this the coach says it is long. Dickinson and Odyssey allow up to 60 seconds."),
                10,
                400,
                _WORDS,
            ),
            Rule(
                "pitch_words_per_minute",
                _("Words said in a minute"),
                _("How words turn into seconds. Calm speech is 130 to 160 words a minute."),
                80,
                220,
                _WORDS,
            ),
            Rule(
                "talks_per_term",
                _("Conversations a term"),
                _("The number that Home measures a term against. RCEL finds one a month plenty; 2, 4 and 8 are usual."),
                1,
                40,
            ),
        ),
    ),
    Section(
        "open-questions",
        _("Where guides disagree"),
        _("The centre chooses; until it does, the careful answer holds."),
        (
            Rule(
                "resume_beforehand",
                _("A résumé may go with the first message"),
                _("When off, the coach advises against it, as OTB and Dartmouth do. Berkeley allows it as background."),
            ),
            Rule(
                "openings_question",
                _("Students may ask a general question about openings at the end"),
                _("Hampshire allows it and GW recommends it; SFU, Tufts, Stony Brook and Bethel say no."),
            ),
            Rule(
                "handwritten_card",
                _("Suggest a handwritten card for thanks"),
                _("When on, the thank-you page offers a card beside the e-mail. Guides are split on it."),
            ),
            Rule(
                "questions_ahead",
                _("Suggest sending questions ahead"),
                _("When on, the agenda offers it. FlexJobs sends four to seven broad ones; others keep them."),
            ),
        ),
    ),
)


def section(slug: str) -> Section | None:
    """The section whose address is `slug`."""
    return next((one for one in SECTIONS if one.slug == slug), None)
