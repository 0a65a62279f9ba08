"""What can be asked about people: phrases that chain."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Self

from django.db import models

from centre.ownership import OwnedQuerySet
from contacts.models.identity import asked_for, identity
from core.keys import name_key, writings
from core.pages import OF_ALL

if TYPE_CHECKING:
    from contacts.models.contact import Contact

SORT_NAME_MAX = 400
MOST_EDGES = 5000
MOST_WORDS, MOST_LETTERS = 10, 500


class ListedPerson(NamedTuple):
    """One person as the list shows them: the columns that `for_list` reads."""

    pk: int
    name: str
    role: str
    organisation: str
    warmth: str
    tags: list[str]
    last_touch: str
    last_touch_at: datetime | None
    next_act: str
    next_act_at: datetime | None
    # How many people the list has.
    of_all: int


class Edge(NamedTuple):
    """One referral: `pk` (called `name`) was named by `by` (called `by_name`)."""

    pk: int
    name: str
    by: int
    by_name: str


def sort_name(name: str) -> str:
    """The key by which a name is sorted and found; clipped, because one sign can unfold into eighteen."""
    return name_key(name)[:SORT_NAME_MAX]


class ContactQuerySet(OwnedQuerySet["Contact"]):
    def by_name(self) -> Self:
        return self.order_by("sort_name", "pk")

    def latest_touch_first(self) -> Self:
        return self.order_by(models.F("last_touch_at").desc(nulls_last=True), "sort_name", "pk")

    def next_act_first(self) -> Self:
        return self.order_by(models.F("next_act_at").asc(nulls_last=True), "sort_name", "pk")

    def matching(self, words: str) -> Self:
        """People in whose name, role, organisation, field or tags every one of `words` occurs."""
        found = self
        for word in name_key(words[:MOST_LETTERS]).split()[:MOST_WORDS]:
            found = found.filter(search_words__contains=word)
        return found

    def like(self, *, name: str, email: str = "", phone: str = "", profile_link: str = "", time_zone: str = "") -> Self:
        """People who may be the same person: the same name, address, number or page, in any writing."""
        same = models.Q(sort_name__in=[written[:SORT_NAME_MAX] for written in writings(name)])
        reached = identity(email=email, phone=phone, profile_link=profile_link, time_zone=time_zone)
        if reached.twins:
            same |= models.Q(keys__overlap=sorted(reached.twins))
        return self.filter(same)

    def known_as(self, contact: "Contact") -> Self:
        """This row, and every other that is reached by the same address, number or page, whoever the student."""
        same = models.Q(pk=contact.pk)
        if asks := asked_for(contact.identity.has):
            same |= models.Q(keys__overlap=sorted(asks))
        return self.filter(same)

    def tagged(self, tag: str) -> Self:
        return self.filter(tags__contains=[tag])

    def all_tags(self) -> list[str]:
        """Every tag that these people carry, once, in order."""
        tag = models.Func(models.F("tags"), function="unnest")
        return sorted(self.order_by().annotate(tag=tag).values_list("tag", flat=True).distinct(), key=name_key)

    def not_asked_yet(self) -> Self:
        """People whose timeline holds no request."""
        return self.filter(asked_at=None)

    def named_by(self, pk: int) -> Self:
        """People whose name came from the person `pk`."""
        return self.filter(referred_by=pk)

    def named_nobody(self) -> Self:
        """People of whom no name came that is here."""
        return self.filter(referrals=None)

    def for_list(self) -> "models.QuerySet[Contact, ListedPerson]":
        """What the list of people shows, as values by name: a row needs no person around it."""
        return self.annotate(of_all=OF_ALL).values_list(*ListedPerson._fields, named=True)

    def referrals(self) -> list[Edge]:
        """Who was named by whom, as far as anybody was: one query."""
        known = self.filter(referred_by__isnull=False).order_by("sort_name", "pk")
        rows = known.values_list("pk", "name", "referred_by_id", "referred_by__name")[:MOST_EDGES]
        return [Edge(*row) for row in rows]

    def lineage(self, pk: int) -> list[int]:
        """`pk`, who named them, who named that person, and so on: one query."""
        named_by = {edge.pk: edge.by for edge in self.referrals()}
        line = [pk]
        while (above := named_by.get(line[-1])) and above not in line:
            line.append(above)
        return line
