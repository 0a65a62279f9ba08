"""One person's page: what is known, who led to whom, and the timeline."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.forms import LogForm
from contacts.models import Contact, Finding, Quiet, Touch
from contacts.models.questions import ContactQuerySet
from contacts.referrals import around
from core.forms import HouseForm
from core.http import done, respond, wants_fragment
from core.once import once
from core.pages import page_of
from core.panels import panels

A_PAGE = 20
FINDINGS_IN_SHORT = 4


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """A person."""
    contact = _with_findings(request, Contact.objects.visible_to(request.user), pk)
    return _page(request, contact, _note_form(contact))


@once
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a touch by hand."""
    contact, now = _with_findings(request, Contact.objects.editable_by(request.user), pk), timezone.now()
    if request.method != "POST":
        return redirect(contact)
    form = _note_form(contact, request.POST)
    if form.is_valid():
        kind, on, words = (form.cleaned_data[name] for name in ("kind", "on", "sentence"))
        try:
            Touch.log_by_hand(contact, kind=kind, on=on, words=words, now=now)
        except Touch.NotYet:
            form.add_error("on", _("That day is in the future. Add it once it has happened."))
        else:
            message = _("Added to the timeline.")
            fresh = {**_timeline(request, contact), "form": _note_form(contact)}
            return done(
                request, contact.get_absolute_url(), notice=message, fragment="contacts/_timeline.html", context=fresh
            )
    return _page(request, contact, form)


@once
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more, then forget the person with their research and timeline."""
    contact = get_object_or_404(Contact.objects.editable_by(request.user), pk=pk)
    form = HouseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            contact.delete()
        except Contact.InConversation:
            form.add_error(None, _("You can’t delete them because you have a conversation with them."))
        else:
            return done(request, "contacts:index", notice=_("Deleted from your people."))
    return respond(request, "contacts/delete.html", {"contact": contact}, form=form)


def _with_findings(request: HttpRequest, people: ContactQuerySet, pk: int) -> Contact:
    """The one of `people`, with `found`: the first findings about them; 404 for anybody else."""
    beside = {"found": Finding.objects.visible_to(request.user).in_short(FINDINGS_IN_SHORT)}
    return get_object_or_404(people.annotate(**beside), pk=pk)


def _note_form(contact: Contact, data: Any = None) -> LogForm:
    return LogForm(data, action=reverse("contacts:note", args=[contact.pk]), initial={"on": timezone.localdate()})


def _page(request: HttpRequest, contact: Contact, form: LogForm) -> HttpResponse:
    """The person's page, or to htmx its timeline."""
    context = _timeline(request, contact)
    if not wants_fragment(request):
        mine = Contact.objects.visible_to(request.user)
        context |= {
            "findings": [Finding(**found) for found in contact.found],
            "tree": around(contact.pk, contact.name, mine.referrals()),
            "quiet": Quiet.holds(contact),
            "panels": panels("contacts:show", contact, request.user, timezone.now()),
        }
    return respond(request, "contacts/show.html", context, fragment="contacts/_timeline.html", form=form)


def _timeline(request: HttpRequest, contact: Contact) -> dict[str, object]:
    touches = Touch.objects.visible_to(request.user).filter(contact=contact).latest_first()
    page = page_of(touches, A_PAGE, request.GET.get("page"))
    return {"contact": contact, "page": page, "today": timezone.localdate()}
