"""What the centre's students follow, for whoever advises them: the rules, the starting texts, the question bank."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from centre.models import Centre, Template
from centre.policies import SECTIONS, in_words
from coach import bank
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


def rules(centre: Centre) -> list[dict[str, Any]]:
    """The sections of the centre's rules, each with its answers in words."""
    return [in_words(section, centre) for section in SECTIONS]


def starting_texts(centre: Centre) -> list[StartingText]:
    """What letters by email begin from, in the order in which a conversation needs them."""
    found = []
    for occasion in Template.Occasion:
        own = Template.recent(occasion, Template.Channel.EMAIL)
        ours = begin(occasion, Template.Channel.EMAIL, centre.policy)
        found.append(StartingText(str(occasion.label), own or ours, own is not None))
    return found


def questions(words: str) -> tuple[bank.BankQuestion, ...]:
    """The questions of the bank in which each of `words` occurs."""
    return bank.search(words)
