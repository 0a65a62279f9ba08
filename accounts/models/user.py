"""A person who signs in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import passwords
from centre.speaking import language_of
from core.keys import email_key, first_name, name_key
from core.models import Versioned
from core.text import pieces

SORT_NAME_MAX = 400
# More of what somebody looks for is not read.
MOST_SOUGHT, MOST_WORDS = 500, 10


class UserManager(BaseUserManager["User"]):
    """Makes people; everything else is asked of UserQuerySet."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=email_key(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email=email_key(email or ""))


class UserQuerySet(models.QuerySet["User"]):
    def visible_to(self, user: Any) -> Self:
        """Members that `user` may see in a list: all for the director, themselves for everybody else."""
        if getattr(user, "is_director", False):
            return self.all()
        return self.filter(pk=user.pk or 0)

    def editable_by(self, user: Any) -> Self:
        """Members whose standing `user` may change: the director's act, and never their own."""
        if getattr(user, "is_director", False):
            return self.exclude(pk=user.pk)
        return self.none()

    def students(self) -> Self:
        return self.filter(role=User.Role.STUDENT)

    def with_address(self, email: str) -> Self:
        """Members whose address is `email`, in any writing: what somebody claims and never confirmed is nobody's."""
        from allauth.account.models import EmailAddress

        address = EmailAddress.objects.filter(email=email_key(email))
        claimed = address.filter(verified=False, user=models.OuterRef("pk"))
        # Who was let in once, by the operator's word, or by no claim at all, has no need of allauth's row.
        first = User.objects.filter(email=email_key(email)).exclude(models.Exists(claimed), last_login=None)
        # Two indexes, each asked by itself: put together by OR they would be passed by.
        verified = address.filter(verified=True).values("user_id")
        return self.filter(pk__in=first.values("pk").union(verified, all=True))

    def taken(self, email: str) -> Self:
        """Members with the address, and whoever registered with it and has not come in yet."""
        return self.filter(models.Q(email=email_key(email)) | models.Q(pk__in=self.with_address(email).values("pk")))

    def called(self, words: str) -> Self:
        """Members whose name holds each of `words`, or whose address holds them, whatever case and accents."""
        words = words[:MOST_SOUGHT]
        name, address = name_key(words), email_key(words)
        if not name and not address:
            return self
        found = models.Q()
        if name:
            # "Lee, Ann" is Ann Lee.
            each = name.split()[:MOST_WORDS]
            holds = [models.Q(sort_name__contains=word) for word in each]
            found |= models.Q(*holds, pieces__contains=sorted(set().union(*map(pieces, each))))
        if address:
            found |= models.Q(email__contains=address, pieces__contains=sorted(pieces(address)))
        return self.filter(found)

    def in_role(self, role: str) -> Self:
        """Members with `role`; with "", of every role."""
        return self.filter(role=role) if role else self

    def active(self) -> Self:
        return self.filter(is_active=True)


class User(AbstractBaseUser, Versioned):
    """A student, an adviser or the director."""

    class Role(models.TextChoices):
        STUDENT = "student", _("Student")
        ADVISER = "adviser", _("Adviser")
        DIRECTOR = "director", _("Director")

    class Themselves(Exception):
        """Nobody deactivates their own account: the centre would lose its last director."""

    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=200, blank=True)
    sort_name = models.CharField(max_length=SORT_NAME_MAX, blank=True, editable=False)
    # What the director's search looks in: pieces of two and three letters, so that an index finds any part of a word.
    pieces = ArrayField(models.CharField(max_length=3), default=list, blank=True, editable=False)
    role = models.CharField(max_length=10, choices=Role, default=Role.STUDENT)
    time_zone = models.CharField(max_length=60, blank=True)
    # One of LANGUAGES; "" is the centre's, or what their browser asks for.
    language = models.CharField(max_length=10, blank=True, default="")
    programme = models.CharField(max_length=200, blank=True)
    graduation_year = models.PositiveSmallIntegerField(null=True, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    profile_link = models.URLField(max_length=300, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)
    deactivated_at = models.DateTimeField(null=True, blank=True)
    # Whether a mail that concerns them reached nobody and they have not noticed it yet (accounts/unreached.py).
    has_unreached = models.BooleanField(default=False, editable=False)
    # When they had read enough of the sample conversation (home/sample.py).
    sample_put_away_at = models.DateTimeField(null=True, blank=True, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager.from_queryset(UserQuerySet)()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["email"], name="user_email_unique"),
            models.CheckConstraint(
                condition=models.Q(is_active=True, deactivated_at=None)
                | models.Q(is_active=False, deactivated_at__isnull=False),
                name="user_inactive_since",
            ),
        ]
        indexes = [
            models.Index(fields=["sort_name", "id"], name="user_by_name"),
            models.Index(fields=["role", "sort_name", "id"], name="user_by_role"),
            GinIndex(fields=["pieces"], name="user_pieces"),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @classmethod
    def language_of(cls, member_id: int | None) -> str:
        """The language in which the member `member_id` is written to: theirs, else the centre's, else ""."""
        own = cls._base_manager.filter(pk=member_id).values_list("language", flat=True).first() if member_id else ""
        return language_of(own or "")

    def set_password(self, raw_password: str | None) -> None:
        super().set_password(None if raw_password is None else passwords.normalised(raw_password))

    def check_password(self, raw_password: str | None) -> bool:
        """Whether it is the password, however its signs are coded; one that was kept as it was typed, so too."""
        if raw_password is None:
            return False
        normalised = passwords.normalised(raw_password)
        return super().check_password(normalised) or (
            normalised != raw_password and super().check_password(raw_password)
        )

    def save(self, *args: Any, **kwargs: Any) -> None:
        new = self.following({})
        for name, value in new.items():
            setattr(self, name, value)
        named = kwargs.get("update_fields")
        if named is not None and {"name", "email"} & set(named):
            kwargs["update_fields"] = {*named, *new}
        super().save(*args, **kwargs)

    def following(self, words: Mapping[str, Any]) -> dict[str, Any]:
        """By what they are sorted and found."""
        name, email = words.get("name", self.name), words.get("email", self.email)
        # Clipped, because one sign can unfold into eighteen.
        sort_name = name_key(name or email)[:SORT_NAME_MAX]
        return {"sort_name": sort_name, "pieces": sorted(pieces(sort_name) | pieces(email_key(email)))}

    @property
    def is_student(self) -> bool:
        return self.role == self.Role.STUDENT

    @property
    def is_director(self) -> bool:
        return self.role == self.Role.DIRECTOR

    @property
    def advises(self) -> bool:
        """Whether they keep what the centre offers its students, as advisers and directors do."""
        return self.role in {self.Role.ADVISER, self.Role.DIRECTOR}

    @property
    def zone(self) -> str:
        """The person's IANA time zone; UTC until the browser or the profile says another."""
        return self.time_zone or "UTC"

    @property
    def first_name(self) -> str:
        """The first name, for a greeting; of whoever gave no name, what stands before the @."""
        return first_name(self.name) or self.email.partition("@")[0]

    def confirm_address(self) -> None:
        """Take the address as confirmed, as an invitation's link or the operator's word proves it."""
        from allauth.account.models import EmailAddress

        EmailAddress.objects.update_or_create(
            user=self, email=email_key(self.email), defaults={"verified": True, "primary": True}
        )

    def settle_zone(self, name: str) -> None:
        """Keep the browser's time zone while the profile has none; what a person chose stays."""
        if not self.time_zone:
            type(self).objects.filter(pk=self.pk, time_zone="").update(time_zone=name)
            self.refresh_from_db(fields=["time_zone"])

    def put_sample_away(self, *, now: datetime) -> None:
        """Show the sample conversation on Today no more."""
        self.sample_put_away_at = now
        self.save(update_fields=["sample_put_away_at"])

    def take_sample_out(self) -> None:
        """Show it again."""
        self.sample_put_away_at = None
        self.save(update_fields=["sample_put_away_at"])

    def deactivate(self, *, by: "User", now: datetime) -> None:
        """Close the account without losing anything in it. Raises User.Themselves."""
        if by.pk == self.pk:
            raise User.Themselves
        self.is_active, self.deactivated_at = False, self.deactivated_at or now
        self.save(update_fields=["is_active", "deactivated_at"])

    def reactivate(self) -> None:
        """Open the account again."""
        self.is_active, self.deactivated_at = True, None
        self.save(update_fields=["is_active", "deactivated_at"])
