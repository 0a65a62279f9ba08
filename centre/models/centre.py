"""The centre itself: its name and colours, who can register, and its policies."""

import uuid
from dataclasses import replace
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from centre.policies import RULES, Rule
from centre.safety import Safety, ours, points_of
from coach.policy import Policy
from core.keys import host_key
from core.keys.numbers import country
from core.locking import transition
from core.models import Version, Versioned
from core.recent import forget, recent

# Where people know what an informational interview is (docs/CRAFT.md, "What it is").
KNOW_THE_TERM = frozenset({"US", "CA"})


def _column(rule: Rule) -> "models.Field[Any, Any]":
    """What keeps the answer to `rule`."""
    if rule.is_question:
        return models.BooleanField(default=rule.default)
    if isinstance(rule.default, str):
        return models.CharField(max_length=5, choices=rule.choices, default=rule.default)
    return models.PositiveSmallIntegerField(default=rule.default)


class CentrePolicies(models.Model):
    """The columns that hold the centre's policies: one for each of centre.policies.RULES, the same name."""

    # In the body of a class, locals() is what the class is made of.
    locals().update({rule.name: _column(rule) for rule in RULES})

    class Meta:
        abstract = True


def _path(centre: "Centre", filename: str) -> str:
    """A fresh name for each logo: the one before stays readable until the row names the new one."""
    return f"centre/{uuid.uuid4().hex}"


class Centre(Versioned, CentrePolicies):
    """The one career centre of this installation."""

    class Registration(models.TextChoices):
        OPEN = "open", _("Anyone")
        DOMAINS = "domains", _("Anyone with an email address at our domains")
        INVITED = "invited", _("Only people we invite")

    name = models.CharField(max_length=120, default="Career Centre")
    # Where students may write to with a question; empty where the centre gives no address.
    email = models.EmailField(max_length=254, blank=True)
    logo = models.FileField(upload_to=_path, blank=True)
    logo_type = models.CharField(max_length=20, blank=True, editable=False)
    accent_light = models.CharField(max_length=7, default="#0F5C5C")
    accent_dark = models.CharField(max_length=7, default="#7CC8BF")
    registration = models.CharField(max_length=10, choices=Registration, default=Registration.INVITED)
    domains = models.TextField(blank=True)
    time_zone = models.CharField(max_length=60, default="UTC")
    # One of LANGUAGES; "" lets each browser choose.
    language = models.CharField(max_length=10, blank=True, default="")
    # Whether requests may go out through the centre's own mail server, and how many of one student in a day.
    sends_for_students = models.BooleanField(default=False)
    sends_a_day = models.PositiveSmallIntegerField(default=5)
    # What students read about staying safe; where one is empty, ours (safety.py). Points stand on lines of their own.
    safety_points = models.TextField(blank=True)
    safety_reminder = models.CharField(max_length=200, blank=True)
    safety_tell = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="centre_is_one"),
            # Every mail names it.
            models.CheckConstraint(condition=~models.Q(name=""), name="centre_has_a_name"),
            *(
                models.CheckConstraint(
                    condition=models.Q((f"{rule.name}__in", [value for value, _words in rule.choices])),
                    name=f"centre_{rule.name}_known",
                )
                for rule in RULES
                if rule.choices
            ),
            models.CheckConstraint(condition=models.Q(nudges_max__lte=2), name="centre_nudges_at_most_two"),
            models.CheckConstraint(
                condition=models.Q(thank_due_hours__lte=models.F("thank_late_hours")),
                name="centre_thank_due_before_late",
            ),
            models.CheckConstraint(
                condition=models.Q(pitch_words_min__lte=models.F("pitch_words_max")), name="centre_pitch_min_below_max"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def current(cls) -> "Centre":
        """The centre; made with every default when the installation is new."""
        found = cls._base_manager.filter(pk=1).first()
        return found or cls._base_manager.get_or_create(pk=1)[0]

    @classmethod
    def recent(cls) -> "Centre":
        """The centre as this process read it a few seconds ago: what pages are dressed and advised by.

        A director's own pages, and whatever decides who may come in, ask current().
        """
        return recent("centre", cls.current)

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        forget("centre")

    def revise(self, *, seen: Version | None, **words: Any) -> None:
        """Write settings of the centre by field name. Raises Versioned.Stale."""
        self.revise_fields(seen=seen, **words)
        forget("centre")

    def put_logo(self, file: Any, content_type: str) -> None:
        """Show `file`, a checked picture of `content_type`, instead of the dial. The picture before is removed.

        Raises NotStored, and then the picture before stays.
        """
        with transition(self):
            before, storage = self.logo.name, self.logo.storage
            self.logo, self.logo_type, self.revision = file, content_type if file else "", self.revision + 1
            self.save(update_fields=["logo", "logo_type", "revision"])
            if before:
                # Where that fails, core.uploads.sweep deletes it later.
                transaction.on_commit(lambda: storage.delete(before), robust=True)

    def drop_logo(self) -> None:
        """Show the dial again."""
        self.put_logo("", "")

    @property
    def domain_list(self) -> list[str]:
        """The domains whose addresses may register."""
        return self.domains.split()

    def welcomes(self, email: str) -> bool:
        """Whether the owner of `email` may register without an invitation."""
        if self.registration == self.Registration.DOMAINS:
            _, at, domain = email.rpartition("@")
            return bool(at) and host_key(domain) in map(host_key, self.domain_list)
        return self.registration == self.Registration.OPEN

    @property
    def safety(self) -> Safety:
        """What students read about staying safe."""
        words = {name: getattr(self, name) or usual for name, usual in ours(self.name).items()}
        return Safety(points_of(words["safety_points"]), words["safety_reminder"], words["safety_tell"])

    @property
    def policy(self) -> Policy:
        """The centre's policies as the value that the coach takes."""
        chosen = Policy(**{rule.name: getattr(self, rule.name) for rule in RULES})
        if chosen.explain_interview == "place":
            known = country(self.time_zone) in KNOW_THE_TERM
            return replace(chosen, explain_interview="no" if known else "yes")
        return chosen

    @property
    def has_own_accent(self) -> bool:
        """Whether the centre's colour differs from the one that the style sheet holds already."""
        return (self.accent_light.upper(), self.accent_dark.upper()) != ("#0F5C5C", "#7CC8BF")
