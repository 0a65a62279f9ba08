"""What students begin their letters from, for whoever advises them."""

from dataclasses import dataclass

from centre.models import Centre, Template
from coach.drafts import Draft
from coach.templates import begin


@dataclass(frozen=True)
class StartingText:
    """What students begin a letter from: its occasion in words, and whether the centre wrote it."""

    occasion: str
    words: Draft
    own: bool


def starting_texts(centre: Centre) -> list[StartingText]:
    """What letters by email begin from, in the order in which a conversation needs them."""
    found = []
    for occasion in Template.Occasion:
        own = Template.recent(occasion, Template.Channel.EMAIL)
        ours = begin(occasion, Template.Channel.EMAIL, centre.policy)
        found.append(StartingText(str(occasion.label), own or ours, own is not None))
    return found
