"""A person worth learning from."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from centre.models import Channel, Removed
from centre.one_owner import OneOwner
from centre.ownership import Owned
from contacts.events import forgotten, locking, reached
from contacts.models.identity import REACHED_BY, READ_BY, Identity, identity
from contacts.models.questions import SORT_NAME_MAX, ContactQuerySet, sort_name
from core.keys import bare_address, dial_address, link_key, name_key
from core.locking import transition
from core.models import Version, Versioned
from core.text import visible

# The words in which a search looks, beside the tags.
SEARCHED = ("name", "form_of_address", "role", "organisation", "field")


class Contact(Owned, Versioned):
    """Somebody a student knows or would like to learn from."""

    class Known(models.TextChoices):
        """How the student knows the person (docs/CRAFT.md, "Whom to ask")."""

        EVENT = "event", _("Met at an event")
        PARTY = "party", _("Met at a party")
        INTERNSHIP = "internship", _("Worked with during an internship")
        MANAGER = "manager", _("My manager, now or before")
        FAMILY = "family", _("Family or a family friend")
        TEACHER = "teacher", _("A teacher of mine")
        ALUMNI = "alumni", _("Graduated from my university")
        ONLINE = "online", _("Found online")
        REFERRAL = "referral", _("Someone suggested them")
        OTHER = "other", _("Another way")

    class Standing(models.TextChoices):
        """Where the person stands, seen from the student; also whom a question of the bank suits."""

        GRADUATE = "graduate", _("A few years ahead of me")
        DOES_THE_JOB = "does_the_job", _("Does the job I’m interested in")
        SENIOR = "senior", _("In a senior job, or leads a team")
        RECRUITER = "recruiter", _("Recruits people")
        FOUNDER = "founder", _("Founder")
        ACADEMIC = "academic", _("Academic or researcher")

    Channel = Channel

    class Warmth(models.TextChoices):
        A = "A", _("Close")
        B = "B", _("Friendly")
        C = "C", _("New")

    class Duplicate(Exception):
        """The student may know this person here already: `people` are who it could be."""

        def __init__(self, people: "list[Contact]") -> None:
            super().__init__("this may be a person who is here already")
            self.people = people

    class Circle(Exception):
        """Somebody cannot have been named by a person who was named by them."""

    class InConversation(Exception):
        """Conversations with this person are kept, and so the person is."""

    name = models.CharField(max_length=200)
    sort_name = models.CharField(max_length=SORT_NAME_MAX, editable=False)
    search_words = models.TextField(editable=False, default="")
    # By what they are recognised, in any writing and whoever the student (identity.py).
    keys = ArrayField(models.TextField(), default=list, blank=True, editable=False)
    form_of_address = models.CharField(max_length=80, blank=True)
    role = models.CharField(max_length=200, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    field = models.CharField(max_length=120, blank=True)
    standing = models.CharField(max_length=15, choices=Standing, blank=True)
    graduated_in = models.PositiveSmallIntegerField(null=True, blank=True)
    known = models.CharField(max_length=12, choices=Known, default=Known.OTHER)
    known_words = models.TextField(blank=True)
    # Why the student chose them, in a sentence to them: each new conversation begins with it.
    why_them = models.CharField(max_length=400, blank=True)
    referred_by = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="referrals")
    # Whoever suggested them does not want to be named, or was not asked.
    referrer_unnamed = models.BooleanField(default=False)
    email = models.EmailField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    profile_link = models.URLField(max_length=300, blank=True)
    preferred_channel = models.CharField(max_length=10, choices=Channel, blank=True)
    address_source = models.CharField(max_length=200, blank=True)
    time_zone = models.CharField(max_length=60, blank=True)
    warmth = models.CharField(max_length=1, choices=Warmth, default=Warmth.C)
    tags = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    interest = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField()
    # What the list shows of the rooms above, written by their verbs so that the list needs one query.
    last_touch_at = models.DateTimeField(null=True, blank=True)
    last_touch = models.CharField(max_length=200, blank=True)
    # When they were last asked for a conversation, so that "not asked yet" need not look through timelines.
    asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    next_act = models.CharField(max_length=200, blank=True)
    next_act_at = models.DateTimeField(null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    # What their page reads besides: the first findings (FindingQuerySet.in_short).
    found: list[dict[str, str]]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(referred_by=models.F("id")), name="contact_not_referred_by_themselves"
            ),
            models.CheckConstraint(
                condition=models.Q(last_touch_at=None, last_touch="") | models.Q(last_touch_at__isnull=False),
                name="contact_touch_has_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(next_act_at=None, next_act="") | models.Q(next_act_at__isnull=False),
                name="contact_next_act_has_a_time",
            ),
            OneOwner(name="contact_one_owner", paths=("owner", "referred_by__owner")),
        ]
        indexes = [
            models.Index(fields=["owner", "sort_name", "id"], name="contact_by_name"),
            models.Index(
                "owner",
                models.F("last_touch_at").desc(nulls_last=True),
                "sort_name",
                "id",
                name="contact_by_touch",
            ),
            GinIndex(fields=["tags"], name="contact_tags"),
            GinIndex(fields=["keys"], name="contact_by_keys"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        new = self.following({})
        for name, value in new.items():
            setattr(self, name, value)
        named = kwargs.get("update_fields")
        if named is not None and {*SEARCHED, *READ_BY, "tags"} & set(named):
            kwargs["update_fields"] = {*named, *new}
        super().save(*args, **kwargs)

    def following(self, words: Mapping[str, Any]) -> dict[str, Any]:
        """By what they are sorted, found and recognised; nothing unseen stays in how they are reached."""
        found = {name: words.get(name, getattr(self, name)) for name in (*SEARCHED, *READ_BY)}
        found |= {"email": bare_address(found["email"])} | {
            name: visible(found[name]) for name in ("phone", "profile_link")
        }
        tags = words.get("tags", self.tags)
        return {
            "sort_name": sort_name(found["name"]),
            "search_words": name_key(" ".join([*(found[name] for name in SEARCHED), *tags])),
            "keys": sorted(identity(**{name: found[name] for name in READ_BY}).has),
            **{name: found[name] for name in REACHED_BY},
        }

    def get_absolute_url(self) -> str:
        return reverse("contacts:show", args=[self.pk])

    @property
    def addressed(self) -> str:
        """How to greet them: the form of address where the student wrote one, otherwise the name."""
        return self.form_of_address or self.name or str(_("this person"))

    @property
    def work(self) -> str:
        """ "Role, organisation", whichever is known."""
        return ", ".join(part for part in (self.role, self.organisation) if part)

    @property
    def channels(self) -> list[str]:
        """The channels by which this person can be reached, the preferred one first."""
        known = {
            self.Channel.EMAIL.value: bool(self.email),
            self.Channel.PHONE.value: bool(self.phone),
            self.Channel.LINKEDIN.value: link_key(self.profile_link).partition("/")[0] == "linkedin.com",
            self.Channel.IN_PERSON.value: self.preferred_channel == self.Channel.IN_PERSON,
        }
        return sorted((c for c, there in known.items() if there), key=lambda c: c != self.preferred_channel)

    @property
    def zone(self) -> str | None:
        return self.time_zone or None

    @property
    def identity(self) -> Identity:
        """By what they are recognised."""
        return identity(**{name: getattr(self, name) for name in READ_BY})

    def know(self, *, seen: Version | None, warmth: str) -> None:
        """Say how well the two know each other now. In: `warmth` of Contact.Warmth. Raises Contact.Stale."""
        with self.transition():
            self.revise_fields(seen=seen, warmth=warmth)

    @property
    def dial_link(self) -> str:
        """The phone number as a phone takes it; empty where there is none."""
        return dial_address(self.phone, zone=self.time_zone)

    @classmethod
    def add(cls, *, by: User, now: datetime, anyway: bool = False, **words: Any) -> "Contact":
        """Add a person to the people of `by`. `words`: field name to value.

        Raises Contact.Duplicate where they may be here already, unless `anyway`.
        """
        given = {name: words.get(name, "") for name in READ_BY}
        twins = cls.objects.visible_to(by).like(name=words["name"], **given)
        if not anyway and (people := list(twins.by_name()[:5])):
            raise cls.Duplicate(people)
        with transition():
            contact = cls.objects.create(owner=by, added_at=now, **words)
            reached.send(cls, contact=contact)
        return contact

    def revise(self, *, seen: Version | None, **words: Any) -> None:
        """Write what is known about them anew. Raises Contact.Circle and Contact.Stale."""
        with transition():
            referrer = words.get("referred_by_id")
            if referrer and self.pk in type(self).objects.filter(owner_id=self.owner_id).lineage(referrer):
                raise self.Circle
            before = self.keys
            self.revise_fields(seen=seen, **words)
            if self.keys != before:
                reached.send(type(self), contact=self)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Take the person out with their research and timeline. Raises Contact.InConversation."""
        try:
            with transition():
                Removed.forget(self)
                return super().delete(*args, **kwargs)
        except ProtectedError as error:
            raise self.InConversation from error

    def forget(self, *, now: datetime) -> None:
        """Take out everything that names or describes them, as they asked; that there was somebody stays."""
        name, gone = self.name, str(_("Someone who asked to be deleted"))
        with self.transition():
            self.findings.all().delete()
            Removed.forget(self)
            self.touches.update(words=str(_("Deleted at their request")))
            for named in self.referrals.filter(known_words__contains=name):
                named.revise(seen=None, known_words=named.known_words.replace(name, gone))
            texts = (models.CharField, models.TextField)
            blank = [f.attname for f in self._meta.concrete_fields if isinstance(f, texts) and f.blank]
            for column in blank:
                setattr(self, column, "")
            self.name, self.known, self.warmth, self.tags = gone, self.Known.OTHER, self.Warmth.C, []
            self.graduated_in = self.referred_by = self.next_act_at = None
            self.referrer_unnamed = False
            self.revision += 1
            # When they were met last, and when asked, stays as the timeline has it.
            also = ("name", "known", "warmth", "tags", "graduated_in", "referred_by", "next_act_at", "revision")
            self.save(update_fields=[*blank, *also, "referrer_unnamed"])
            forgotten.send(type(self), contact=self, now=now)

    @contextmanager
    def transition(self) -> Iterator[None]:
        """The row as it stands now, locked behind the conversations with them, for what may change these as well."""
        with transition():
            locking.send(type(self), contact=self)
            with transition(self):
                yield

    @classmethod
    def set_next_act(cls, same: "Collection[Contact]", act: str, *, at: datetime | None) -> None:
        """Say what is due next with the person whom all of `same` stand for, or nothing (`act` empty, `at` None)."""
        cls.objects.filter(pk__in={contact.pk for contact in same}).update(next_act=act[:200], next_act_at=at)
        for contact in same:
            contact.next_act, contact.next_act_at = act[:200], at
