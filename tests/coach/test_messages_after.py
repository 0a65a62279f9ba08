"""Reminders and thanks: what they recall, and what they name."""

import pytest

from tests.coach.messages import letter


@pytest.mark.parametrize(
    ("sentence", "recalls"),
    [
        ("I wrote to you two weeks ago about a talk.", True),
        ("I am following up on my last e-mail.", True),
        ("I know my message may have been buried.", True),
        ("Just checking in.", True),
        ("Could we have an informational interview?", False),
    ],
)
def test_a_reminder_says_that_it_is_one(sentence: str, recalls: bool) -> None:
    assert ("mentions_earlier_message" in letter(sentence, "nudge").labels) == recalls


@pytest.mark.parametrize(
    ("sentence", "specific"),
    [
        ("Your tip to write the abstract last has already helped me.", True),
        ("You told me that most rangers start as volunteers.", True),
        ("I had no idea that nobody reads the cover letter.", True),
        ("Your insights were very helpful.", False),
        ("It was great to learn more about your career.", False),
        ("I am grateful for everything you shared.", False),
        ("I hope that we can stay in touch.", False),
    ],
)
def test_thanks_name_something_that_was_said(sentence: str, specific: bool) -> None:
    assert ("names_specific_takeaway" in letter(f"Thank you for yesterday. {sentence}", "thanks").labels) == specific


@pytest.mark.parametrize(
    ("sentence", "step"),
    [
        ("I have signed up for the statistics course.", True),
        ("I'll write to Dana Reyes this week.", True),
        ("I am going to rebuild my portfolio.", True),
        ("I will stay in touch.", False),
        ("I will reflect on what you said.", False),
        ("I look forward to hearing from you.", False),
    ],
)
def test_thanks_say_what_follows(sentence: str, step: bool) -> None:
    assert ("mentions_next_step" in letter(f"Thank you for yesterday. {sentence}", "thanks").labels) == step


def test_thanks_to_anybody_are_generic() -> None:
    assert "generic" in letter("Thank you so much for your time. I really enjoyed our conversation.", "thanks").labels
