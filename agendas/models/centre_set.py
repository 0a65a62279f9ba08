"""The centre's own sets of questions."""

import uuid
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import IntegrityError, models, transaction
from django.db.models.functions import Lower

from accounts.models import User
from agendas.models.centre_row import CHANGES, OWN, CentreBankQuerySet, CentreRow
from coach.bank import retired
from core.locking import locked, transition
from core.models import Version, Versioned
from core.recent import forget

# Of questions in one set, and of sets: as many as somebody reads through.
MOST_IN_A_SET = 60
MOST_SETS = 40


class CentreSet(Versioned, CentreRow):
    """Questions of the bank that belong together, in the centre's order; `about` says whom they are for."""

    class Taken(Exception):
        """Another set of the centre has this name."""

    class Full(Exception):
        """There are as many questions in it, or as many sets, as somebody reads through."""

    key = models.CharField(max_length=40)
    title = models.CharField(max_length=80)
    about = models.CharField(max_length=120, blank=True)
    questions = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    objects = CentreBankQuerySet["CentreSet"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key"], name="centre_set_one_key"),
            models.UniqueConstraint(Lower("title"), name="centre_set_one_title"),
            models.CheckConstraint(condition=models.Q(key__startswith=OWN), name="centre_set_is_the_centres_own"),
            models.CheckConstraint(condition=~models.Q(title=""), name="centre_set_has_a_title"),
            models.CheckConstraint(
                condition=models.Q(questions__len__lte=MOST_IN_A_SET), name="centre_set_can_be_read_through"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def make(cls, *, by: User, now: datetime, title: str, about: str) -> "CentreSet":
        """A new set without questions. Raises CentreSet.Taken, CentreSet.Full."""
        if cls.objects.count() >= MOST_SETS:
            raise cls.Full
        with _one_of_a_title():
            forget(CHANGES)
            key = f"{OWN}{uuid.uuid4().hex[:12]}"
            return cls.objects.create(key=key, title=title, about=about, changed_by=by, changed_at=now)

    def rename(self, *, seen: Version | None, by: User, now: datetime, title: str, about: str) -> None:
        """Give it another name, or say otherwise whom it is for. Raises CentreSet.Taken, CentreSet.Stale."""
        with _one_of_a_title():
            forget(CHANGES)
            if self.differs({"title": title, "about": about}, seen=seen):
                changed = {"changed_by_id": by.pk, "changed_at": now}
                self.revise_fields(seen=seen, also=changed, title=title, about=about)

    @property
    def known(self) -> list[str]:
        """Its questions without those of ours that are retired."""
        return [code for code in self.questions if code not in retired()]

    def put(self, code: str, *, by: User, now: datetime) -> None:
        """Add a question at its end; one that is there stays where it is. Raises CentreSet.Full."""
        with transition(self):
            if code not in self.questions:
                self._keep([*self.known, code], by, now)

    def take_out(self, code: str, *, by: User, now: datetime) -> None:
        """The question stands in it no longer; the bank still has it."""
        with transition(self):
            if code in self.questions:
                self._keep([one for one in self.known if one != code], by, now)

    def move(self, code: str, *, to: int, by: User, now: datetime) -> None:
        """Let its question `code` stand at place `to`, counted from 1; beyond the end is the end."""
        with transition(self):
            if code in self.questions:
                others = [one for one in self.known if one != code]
                others.insert(max(to, 1) - 1, code)
                self._keep(others, by, now)

    @classmethod
    def hold(cls, code: str, *, within: Collection[str], by: User, now: datetime) -> None:
        """Let a question stand in the sets with these keys and in no other. Raises CentreSet.Full."""
        with transition():
            for one in locked(cls.objects.order_by("pk")):
                one.put(code, by=by, now=now) if one.key in within else one.take_out(code, by=by, now=now)

    def _keep(self, questions: list[str], by: User, now: datetime) -> None:
        if len(questions) > MOST_IN_A_SET:
            raise self.Full
        self.questions, self.changed_by, self.changed_at = questions, by, now
        self.save(update_fields=["questions", "changed_by", "changed_at"])
        forget(CHANGES)


@contextmanager
def _one_of_a_title() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise CentreSet.Taken from error
