"""The list of people, and adding, revising and letting one go."""

from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from centre.models import Centre
from centre.roles import students_only
from contacts.choosing import TYPED, described, found_people
from contacts.forms import ContactForm, FilterForm
from contacts.models import Contact
from contacts.models.questions import ContactQuerySet, ListedPerson
from contacts.shared import Shared
from contacts.ways import WAYS
from core.http import done, respond
from core.ids import row_number
from core.once import once
from core.pages import page_of_counted
from core.text import tidy

A_PAGE = 50


@students_only
def index(request: HttpRequest) -> HttpResponse:
    """The people one knows or would like to learn from, searched, filtered and ordered."""
    mine = Contact.objects.visible_to(request.user)
    # The whole list, as it is opened most, asks for nothing and needs no form.
    context = _searched(request, mine) if request.GET else {"page": _page(request, mine.by_name())}
    # Said once for all rows.
    warmths = {warmth: str(words) for warmth, words in Contact.Warmth.choices}
    context |= {"today": timezone.localdate(), "warmths": warmths}
    return respond(request, "contacts/index.html", context, fragment="contacts/_list.html")


@students_only
@once
def add(request: HttpRequest) -> HttpResponse:
    """Add a person; `?referred_by=<pk>` says who named them, and what another app shared is there already."""
    people = Contact.objects.visible_to(request.user).by_name()
    _own_referrer(people, request.POST.get("referred_by_id", ""))
    shared = Shared.of(request.GET)
    initial = shared.as_person | _named_by(people, request.GET.get("referred_by", ""))
    data = request.POST if request.method == "POST" else None
    form = ContactForm(data, people=people, shared=shared.key, initial=initial)
    if form.is_valid():
        by, now, anyway = request.user, timezone.now(), "anyway" in request.POST
        try:
            contact = Contact.add(by=by, now=now, anyway=anyway, **form.values())  # type: ignore[arg-type]
        except Contact.Duplicate as twin:
            form.warn(twin.people)
        else:
            return done(request, contact.get_absolute_url(), notice=form.notice(_("Added to your people.")))
    return respond(request, "contacts/add.html", form=form)


def revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what is known about a person anew."""
    contact = get_object_or_404(Contact.objects.editable_by(request.user), pk=pk)
    people = Contact.objects.visible_to(request.user).by_name()
    _own_referrer(people, request.POST.get("referred_by_id", ""))
    others = people.exclude(pk=pk)
    form = ContactForm(request.POST if request.method == "POST" else None, on=contact, people=others)
    circle = {
        "referred_by_id": _("They were suggested by this person, directly or through others. Choose someone else.")
    }
    if form.is_valid() and form.save_to(contact.revise, {Contact.Circle: circle}):
        return done(request, contact.get_absolute_url(), notice=form.notice(_("Saved.")))
    return respond(request, "contacts/revise.html", {"contact": contact}, form=form)


@students_only
def ways(request: HttpRequest) -> HttpResponse:
    """How to find people when one knows nobody yet."""
    return respond(request, "contacts/ways.html", {"ways": WAYS, "centre": Centre.recent()})


@students_only
def choose(request: HttpRequest) -> HttpResponse:
    """The people in whose words stands what is typed, for the list `list` below it."""
    mine = Contact.objects.visible_to(request.user)
    found, message, hint = found_people(mine, tidy(request.GET.get(TYPED, "")))
    people = [(person.pk, described(person)) for person in found]
    context = {"people": people, "message": message, "hint": hint, "list": request.GET.get("list", "found")}
    return respond(request, "contacts/_found_people.html", context)


def _searched(request: HttpRequest, mine: ContactQuerySet) -> dict[str, Any]:
    filters = FilterForm(request.GET)
    narrowing = "narrow" in request.GET or filters.chosen()
    if narrowing:
        filters.offer(mine.all_tags())
    page = _page(request, _narrowed(mine, filters.cleaned_data))
    pk = filters.cleaned_data.get("named_by")
    named_by = mine.filter(pk=pk).first() if pk else None
    return {"filters": filters, "narrowing": narrowing, "named_by": named_by, "page": page}


def _page(request: HttpRequest, people: ContactQuerySet) -> Page[ListedPerson]:
    return page_of_counted(people.for_list(), A_PAGE, request.GET.get("page"))


def _narrowed(people: ContactQuerySet, asked: dict[str, Any]) -> ContactQuerySet:
    """The people that the filters ask for, in the order they ask for."""
    people = people.matching(asked.get("q", ""))
    for name in ("warmth", "known"):
        people = people.filter(**{name: asked[name]}) if asked.get(name) else people
    people = people.tagged(asked["tag"]) if asked.get("tag") else people
    people = people.named_by(asked["named_by"]) if asked.get("named_by") else people
    people = people.not_asked_yet() if asked.get("not_asked") else people
    orders = {"touch": people.latest_touch_first, "next": people.next_act_first}
    return orders.get(asked.get("sort", ""), people.by_name)()


def _own_referrer(people: ContactQuerySet, pk: str) -> Contact | None:
    """The referrer that the form names; 404 for anybody who is not among the student's own people."""
    number = row_number(pk)
    return get_object_or_404(people, pk=number) if number else None


def _named_by(people: ContactQuerySet, pk: str) -> dict[str, Any]:
    """What the empty form holds already when it was opened from the page of who named the person."""
    referrer = _own_referrer(people, pk)
    return {"referred_by_id": referrer.pk, "known": Contact.Known.REFERRAL.value} if referrer else {}
