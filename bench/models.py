"""The members' table as the bare view sees it."""

from django.db import models


class Student(models.Model):
    """A name to ask for; the table is the product's own."""

    name = models.CharField(max_length=200)
    programme = models.CharField(max_length=200)

    class Meta:
        managed = False
        db_table = "accounts_user"

    def __str__(self) -> str:
        return self.name
