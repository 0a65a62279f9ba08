"""How many attempts somebody has left."""

from django.db import models


class Bucket(models.Model):
    """A token bucket: it fills steadily, and each attempt takes one out (see core/limits.py)."""

    # A keyed hash of whom it counts, because an address of the network says where a person was.
    key = models.CharField(max_length=64, primary_key=True)
    tokens = models.FloatField()
    filled_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key
