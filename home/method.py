"""What students begin their letters from, for whoever advises them, and the search of the question bank."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from centre.models import Centre, Template
from coach.drafts import Draft
from coach.templates import begin
from core.forms import CleanedForm, Line
from core.layout import Button, HouseHelper


@dataclass(frozen=True)
class StartingText:
    """What students begin a letter from: its occasion in words, and whether the centre wrote it."""

    occasion: str
    words: Draft
    own: bool


class SearchForm(CleanedForm):
    """What to look for in the question bank."""

    q = Line(label=_("Find a question"), required=False, max_length=200)

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper("q", Button(_("Search"), "quiet"), css_class="filters", method="get")


def starting_texts(centre: Centre) -> list[StartingText]:
    """What letters by email begin from, in the order in which a conversation needs them."""
    found = []
    for occasion in Template.Occasion:
        own = Template.recent(occasion, Template.Channel.EMAIL)
        ours = begin(occasion, Template.Channel.EMAIL, centre.policy)
        found.append(StartingText(str(occasion.label), own or ours, own is not None))
    return found
