"""The centre's own words in the bank: its wording of one of ours, or a question of its own."""

import uuid
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from accounts.models import User
from agendas.models.centre_row import CHANGES, OWN, CentreBankQuerySet, CentreRow
from agendas.models.centre_set import CentreSet
from agendas.models.phase import Phase
from centre.models import Removed
from coach.bank import BankQuestion
from core.locking import locked, transition
from core.models import Version, Versioned
from core.recent import forget

MOST_OWN = 500
MOST_PROBES = 3
LISTS = ("suits", "goals", "sets", "probes")
WORDS = ("text", "category", "phase", "minutes", "why", "sensitive", *LISTS)


class CentreQuestion(Versioned, CentreRow):
    """A question of the bank in the centre's words; `code` is ours for a wording of ours, and stable for ever."""

    class Full(Exception):
        """There are as many questions of the centre's own as anybody can keep."""

    class Changed(Exception):
        """Somebody worded it anew since."""

    code = models.CharField(max_length=40)
    text = models.CharField(max_length=500)
    category = models.PositiveSmallIntegerField()
    phase = models.CharField(max_length=1, choices=Phase)
    minutes = models.PositiveSmallIntegerField(default=2)
    why = models.CharField(max_length=300, blank=True)
    suits = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    goals = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    # Those of ours; the centre's own name their questions (CentreSet).
    sets = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    probes = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    sensitive = models.BooleanField(default=False)

    objects = CentreBankQuerySet["CentreQuestion"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code"], name="centre_question_one_code"),
            models.CheckConstraint(condition=~models.Q(text=""), name="centre_question_says_something"),
            models.CheckConstraint(condition=models.Q(category__range=(1, 15)), name="centre_question_category_known"),
            models.CheckConstraint(condition=models.Q(minutes__range=(1, 10)), name="centre_question_minutes_in_range"),
            models.CheckConstraint(condition=models.Q(phase__in=Phase.values), name="centre_question_phase_known"),
            models.CheckConstraint(
                condition=models.Q(probes__len__lte=MOST_PROBES), name="centre_question_probes_are_few"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @classmethod
    def of(cls, asked: BankQuestion) -> "CentreQuestion":
        """One of ours as it could be worded anew; kept only once it says something else."""
        words = {name: getattr(asked, name) for name in WORDS}
        ordered = {name: sorted(words[name]) for name in ("suits", "goals", "sets")}
        return cls(code=asked.id, **{**words, **ordered, "probes": list(asked.probes)})

    @property
    def is_own(self) -> bool:
        """Whether none of ours stands behind it."""
        return self.code.startswith(OWN)

    @classmethod
    def add(cls, *, by: User, now: datetime, within: Collection[str] = (), **words: Any) -> "CentreQuestion":
        """A question of the centre's own, in its sets with the keys `within`. Raises Full, CentreSet.Full."""
        with transition():
            if cls.objects.filter(code__startswith=OWN).count() >= MOST_OWN:
                raise cls.Full
            code = f"{OWN}{uuid.uuid4().hex[:12]}"
            row = cls.objects.create(code=code, changed_by=by, changed_at=now, **words)
            CentreSet.hold(code, within=within, by=by, now=now)
            forget(CHANGES)
        return row

    def word(
        self, *, seen: Version | None, by: User, now: datetime, within: Collection[str] = (), **words: Any
    ) -> None:
        """Let it say `words` from now on, whether it was worded before or not, and stand in the sets `within`.

        Agendas keep what they say. Raises CentreQuestion.Stale, CentreSet.Full.
        """
        new = {"revision": (seen.revision if seen else 0) + 1, "edit_session": seen.edit_session if seen else ""}
        changed = {"changed_by_id": by.pk, "changed_at": now}
        with transition():
            row = locked(type(self).objects.filter(code=self.code)).first()
            made = False
            if row is None and (self.is_own or self.differs(words, seen=None)):
                ours = {name: getattr(self, name) for name in WORDS}
                defaults = {**ours, **words, **new, **changed}
                row, made = type(self).objects.get_or_create(code=self.code, defaults=defaults)
            if row and not made and row.differs(words, seen=seen):
                row.revise_fields(seen=seen, also=changed, **words)
            CentreSet.hold(self.code, within=within, by=by, now=now)
            forget(CHANGES)

    def go_back(self, *, by: User, now: datetime) -> Removed:
        """Let it say our words again; for a day the centre's can be put back (restore)."""
        with transition():
            removed = Removed.take(self, owner=by.pk, now=now)
            forget(CHANGES)
        return removed

    @classmethod
    def restore(cls, removed: Removed) -> "CentreQuestion":
        """Let it say the centre's words again. Raises CentreQuestion.Changed, Removed.Gone."""
        with transition():
            if locked(cls.objects.filter(code=removed.column("code"))).exists():
                raise cls.Changed
            row: CentreQuestion = removed.put_back()
            forget(CHANGES)
        return row
