"""E-mail addresses are one whatever their case; this is how they are compared."""

from django.db.models import Q, Value
from django.db.models.functions import Lower
from django.db.models.lookups import Exact


def same_address(column: str, address: str) -> Q:
    """Whether `column` holds `address`: the expression that the indexes hold, which `__iexact` (UPPER) is not."""
    return Q(Exact(Lower(column), Lower(Value(address))))
