"""The list of people as it is opened most: everybody, by name, from the beginning."""

from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Window

from accounts.models import User
from contacts.models import Contact
from contacts.models.questions import Listed
from core.asking import NEVER, Question

A_PAGE = 50


def _first(user: User, _now: datetime) -> QuerySet[Any, Any]:
    """The first rows, each with the number of all behind it."""
    people = Contact.objects.visible_to(user).by_name().annotate(total=Window(Count("pk")))
    return people.for_list("total")[:A_PAGE]


FIRST = Question(_first)


def first_page(user: User) -> Page[Listed]:
    """The first page of everybody whom `user` knows: one query for the rows and their number."""
    answers = FIRST.ask(user, NEVER)
    book: Paginator[Listed] = Paginator((), A_PAGE)
    # Known already; the paginator would ask once more.
    book.count = answers[0][-1] if answers else 0
    return Page([answer[:-1] for answer in answers], 1, book)
