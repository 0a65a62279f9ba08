"""How many rows there are, as a column beside others."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Func, IntegerField, Model, QuerySet

# So many rows are counted; of a longer list it is said that there are more.
MOST_COUNTED = 1000


def number_of(rows: "QuerySet[Model, Model]", most: int) -> Func:
    """The number of `rows`, counted up to `most`."""
    first = ArraySubquery(rows.order_by().values("pk")[:most])
    return Func(first, function="CARDINALITY", output_field=IntegerField())
