"""The numbers and open questions on which career centres differ, as one value (docs/CRAFT.md, "Numbers")."""

from dataclasses import dataclass

# How long a conversation may be asked to last.
MINUTES = (15, 20, 30)


@dataclass(frozen=True)
class Policy:
    """What one centre chose. Minutes, words, hours, days and months as named."""

    minutes_default: int = 20
    minutes_max: int = 30
    request_words_target: int = 100
    request_words_warn: int = 120
    request_words_strong: int = 200
    linkedin_characters: int = 300
    # When to remind: "days" after nudge_after_days, "3b7" or "week" (coach.days.Waits).
    nudge_rhythm: str = "days"
    nudge_after_days: int = 5
    nudges_max: int = 1
    close_after_days: int = 7
    thank_due_hours: int = 24
    thank_late_hours: int = 48
    warmth_a_months: int = 4
    warmth_b_months: int = 6
    warmth_c_months: int = 12
    talks_per_term: int = 4
    pitch_words_min: int = 75
    pitch_words_max: int = 110
    pitch_words_per_minute: int = 150
    resume_beforehand: bool = False
    openings_question: bool = False
    handwritten_card: bool = False
    questions_ahead: bool = False
