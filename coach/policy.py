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
    # Whether a request says what an informational interview is: the word is little known outside North America.
    # "yes", "no", or "place": as is usual where the centre is, which the centre itself decides.
    explain_interview: str = "place"
    # When to remind: "days" after nudge_after_days, "3b7" or "week" (coach.days.Waits).
    nudge_rhythm: str = "days"
    nudge_after_days: int = 5
    nudges_max: int = 1
    close_after_days: int = 7
    # Whether somebody who never answered gets a last message; otherwise the next person is shown.
    final_message: bool = False
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

    @property
    def explains(self) -> bool:
        """Whether a request says what an informational interview is."""
        return self.explain_interview == "yes"
