"""What Amina brings along: how she introduces herself, and her résumé."""

from datetime import timedelta
from pathlib import Path

import typst
from django.core.files.base import ContentFile

from accounts.models import Pitch, Resume
from accounts.resume_kinds import PDF
from home.demo.telling import Teller

SOURCE = Path(__file__).parent / "resume.typ"

PARAGRAPH = (
    "I am Amina, in my third year of marine biology at Northlight. I came to the sea late: I grew up inland, and a"
    " school visit to an aquarium would not let me go. Since then I have counted kelp on harbour blocks for two summers"
    " and learned that I like the counting as much as the diving. What draws me now is restoration, because there"
    " somebody has to win over people as well as plants. I would like to understand from you how much of such work is"
    " ecology and how much is people, and what I should practise before I graduate."
)
POINTS = """Amina, third year of marine biology at Northlight, from an inland town
Two summers of counting kelp on harbour blocks: forty blocks, 6,200 holdfasts, one poster
Boat crew certificate, transects, statistics in R; I clean tide data for fun
What I like: careful counting that somebody then acts upon
This year I have to choose between a master's and a season in the field
From you I would like to hear what made you choose, and what the choice cost you that one could not see before"""


def bring(teller: Teller) -> dict[str, Pitch]:
    """Two introductions, by their key, and a résumé of some weeks ago."""
    by, then = teller.student, teller.now - timedelta(days=36)
    words = typst.compile(str(SOURCE))
    Resume.store(by=by, now=then, file=ContentFile(words, name="resume.pdf"), stem="Amina Yusuf, résumé", kind=PDF)
    shape = Pitch.Shape
    return {
        "restoration": Pitch.begin(by=by, name="For restoration people", shape=shape.PARAGRAPH, text=PARAGRAPH),
        "choice": Pitch.begin(by=by, name="For the choice", shape=shape.POINTS, text=POINTS),
    }
