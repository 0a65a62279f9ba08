"""What the demo centre changed in the question bank: a question and a set of its own, a wording, and one hidden."""

from datetime import datetime, timedelta

from accounts.models import User
from agendas.models import CentreQuestion, CentreSet, Hidden
from coach.bank import question

WORDED, HIDDEN = "entry-25-good-internship", "entry-15-how-many-places"
BEFORE_A_PLACEMENT = (WORDED, "strain-15-university-to-work", "entry-24-get-experience", "people-04-who-else")


def fill(adviser: User, director: User, now: datetime) -> None:
    """Change it as the adviser and the director would, a good while ago."""
    earlier = now - timedelta(days=240)
    own = CentreQuestion.add(
        by=adviser,
        now=earlier,
        text="What would you tell a Northlight student in their first week with you?",
        category=12,
        phase="S",
        minutes=2,
        why="Every Northlight student spends a term with an employer, and the first week is the hardest.",
        goals=["employer", "role"],
        probes=["What do newcomers often miss?"],
    )
    row = CentreQuestion.of(question(WORDED))
    text = "What makes a Northlight placement worth doing, for you and for the student?"
    row.word(seen=None, by=director, now=earlier, text=text)
    Hidden.hide(HIDDEN, by=adviser, now=earlier)
    mine = CentreSet.make(by=adviser, now=earlier, title="Before your placement", about="Students in their second year")
    for code in (*BEFORE_A_PLACEMENT, own.code):
        mine.put(code, by=adviser, now=earlier)
