"""The walls: who may see and who may change which rows. Defined here, once (docs/ARCHITECTURE.md, "Rules")."""

from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser

    Person = AbstractBaseUser | AnonymousUser

M = TypeVar("M", bound=models.Model)


class OwnedQuerySet(models.QuerySet[M]):
    """Rows that belong to one student. Views reach them through the two doors below and no other way."""

    # How one gets from the row to its owner; a row inside another says so: "contact__owner".
    owner_path: ClassVar[str] = "owner"

    def visible_to(self, user: "Person") -> Self:
        """What `user` may read: their own. Staff see nothing of a student that was not shared with them."""
        return self.filter(**self._owned_by(user))

    def editable_by(self, user: "Person") -> Self:
        """What `user` may change: their own."""
        return self.filter(**self._owned_by(user))

    def _owned_by(self, user: "Person") -> dict[str, Any]:
        return {f"{self.owner_path}_id": user.pk or 0}


class Owned(models.Model):
    """A row that belongs to one student."""

    # Each such table has an index that begins with the owner (tests/test_indexes.py); a second one would double it.
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False)

    class Meta:
        abstract = True
