"""The question bank as who keeps it sees it: every question, what the centre did with it, and what the coach says."""

from dataclasses import dataclass, replace

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agendas.coaching import review
from agendas.models.centre_bank import in_america, our_bank, read_changes
from agendas.models.centre_row import OWN
from agendas.models.phase import Phase
from coach.bank import Bank, BankQuestion, CentreChanges, QuestionSet, as_changed
from coach.review import Remark, Severity

# Ours keep to it: nobody says more in one breath.
MOST_WORDS = 16


class BankState(TextChoices):
    """What the centre did with a question."""

    OURS = "ours", gettext_lazy("Halfhour’s")
    CHANGED = "changed", gettext_lazy("Changed by you")
    OWN = "own", gettext_lazy("Your own")
    HIDDEN = "hidden", gettext_lazy("Hidden")


@dataclass(frozen=True)
class DeskQuestion:
    """One question as the desk shows it; `about` is its category, `part` where it stands in a conversation."""

    asked: BankQuestion
    about: str
    part: str
    state: BankState

    @property
    def is_hidden(self) -> bool:
        return self.state == BankState.HIDDEN

    @property
    def is_own(self) -> bool:
        """Whether none of ours stands behind it, hidden or not."""
        return self.asked.id.startswith(OWN)

    @property
    def ours(self) -> BankQuestion | None:
        """Our wording, where the centre has one of its own."""
        return our_bank().question(self.asked.id) if self.asked.own and not self.is_own else None


@dataclass(frozen=True)
class DeskSet:
    """One set as the desk shows it; `holds` counts its questions."""

    key: str
    title: str
    about: str
    holds: int
    is_own: bool
    is_hidden: bool


@dataclass(frozen=True)
class Desk:
    """All that the centre offers or hides, as it stands now."""

    bank: Bank
    changes: CentreChanges

    def question(self, id: str) -> DeskQuestion:
        """The question called `id`. Raises KeyError."""
        return self.seen(self.bank.question(id))

    def seen(self, asked: BankQuestion) -> DeskQuestion:
        """`asked` as the desk shows it."""
        about = self.bank.categories[asked.category - 1].title
        return DeskQuestion(asked, about, str(Phase(asked.phase).label), self._state(asked))

    def sets(self) -> list["DeskSet"]:
        """Every set, the centre's own before ours."""
        return [self._set(one) for one in self.bank.sets]

    def set(self, key: str) -> "DeskSet":
        """The set called `key`. Raises KeyError."""
        return {one.key: one for one in self.sets()}[key]

    def in_set(self, key: str) -> list[DeskQuestion]:
        """The questions of the set called `key` in its order, hidden ones too."""
        return [self.seen(one) for one in self.bank.search(set=key)]

    def _set(self, one: QuestionSet) -> "DeskSet":
        is_own = one.key.startswith(OWN)
        return DeskSet(
            one.key, one.title, one.about, len(self.bank.search(set=one.key)), is_own, one.key in self.changes.hidden
        )

    def _state(self, asked: BankQuestion) -> BankState:
        if asked.id in self.changes.hidden:
            return BankState.HIDDEN
        if asked.id.startswith(OWN):
            return BankState.OWN
        return BankState.CHANGED if asked.own else BankState.OURS


def desk() -> Desk:
    """The desk as it stands now; what is hidden stands on it too."""
    changes = read_changes()
    return Desk(as_changed(replace(changes, hidden=frozenset()), in_america=in_america()), changes)


@dataclass(frozen=True)
class TriedWords:
    """The words of a question, and what the coach says of them; of none it says nothing."""

    text: str
    remarks: tuple[Remark, ...] = ()


def tried(text: str) -> TriedWords:
    """`text` as a question that any student may ask anybody."""
    if not text:
        return TriedWords("")
    remarks = review(text, research=(), contact="").remarks
    if len(text.split()) > MOST_WORDS:
        remarks = (*remarks, _too_long_to_say())
    return TriedWords(text, remarks)


def _too_long_to_say() -> Remark:
    return Remark(
        code="long_to_say",
        severity=Severity.HINT,
        why=_("A long question is hard to say aloud, and hard to remember while listening."),
        mend=_("Say it in %(most)s words or fewer.") % {"most": MOST_WORDS},
    )
