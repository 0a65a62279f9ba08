"""The research sheet: what was found out about a person, usable from their page and from a conversation's step."""

from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from centre.models import Removed
from centre.models.removed import with_removed
from contacts.finding_form import FindingForm
from contacts.models import Contact, Finding
from contacts.shared import Shared
from core.http import belongs_to, done, respond, wants_fragment
from core.links import way_back
from core.once import made_already, once

# Letters of an address that every browser and proxy takes along.
MOST_IN_ADDRESS = 4000


def research(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet of one person."""
    contact = get_object_or_404(Contact.objects.visible_to(request.user), pk=pk)
    return _sheet(request, contact, _blank(request, contact))


@once
def find(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a finding on the sheet."""
    contact, now = get_object_or_404(Contact.objects.editable_by(request.user), pk=pk), timezone.now()
    if request.method != "POST":
        return redirect("contacts:research", pk)
    shared = request.GET.get("shared", "")
    form = FindingForm(request.POST, contact=contact, back=way_back(request), shared=shared)
    if form.is_valid():
        try:
            with transaction.atomic():
                for values in form.each():
                    here = Finding.objects.visible_to(request.user).filter(contact=contact)
                    made_already(here, **values) or Finding.find(contact, now=now, **values)
        except Finding.Full:
            form.add_error(
                None, _("Your research on this person is full. Remove a fact you don’t need, then add this one.")
            )
        else:
            return _changed(request, contact, _("Added to your research."), beside=False)
    return _sheet(request, contact, form)


def revise_finding(request: HttpRequest, pk: int) -> HttpResponse:
    """Word a finding anew, in its place on the sheet or on a page of its own."""
    finding = get_object_or_404(Finding.objects.editable_by(request.user).select_related("contact"), pk=pk)
    contact, back = finding.contact, way_back(request)
    form = FindingForm(request.POST if request.method == "POST" else None, contact=contact, back=back, on=finding)
    context = {"contact": contact, "finding": finding, "next": back}
    if form.is_valid() and form.save_to(finding.revise):
        return done(request, _back(request, contact), fragment="contacts/_finding.html", context=context)
    return respond(request, "contacts/revise_finding.html", context, fragment="contacts/_finding_form.html", form=form)


def _page(request: HttpRequest, pk: int) -> str:
    """The sheet on which a finding stands."""
    finding = get_object_or_404(Finding.objects.editable_by(request.user), pk=pk)
    return reverse("contacts:research", args=[finding.contact_id])


@belongs_to(_page)
@require_POST
def drop_finding(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a finding off the sheet."""
    finding = get_object_or_404(Finding.objects.editable_by(request.user).select_related("contact"), pk=pk)
    removed = finding.drop(now=timezone.now())
    return _changed(request, finding.contact, _("Removed from your research."), removed=removed)


@require_POST
def restore_finding(request: HttpRequest, pk: int, removed: int) -> HttpResponse:
    """Put a finding back on the sheet of its person."""
    contact = get_object_or_404(Contact.objects.editable_by(request.user), pk=pk)
    kept = Removed.objects.editable_by(request.user).of(Finding, contact).filter(pk=removed).first()
    notice = _("This fact is back already, or you removed it more than a day ago.")
    if kept:
        try:
            Finding.restore(kept, contact)
            notice = _("Back in your research.")
        except Finding.Full:
            notice = _("Your research on this person is full. Remove a fact you don’t need, then undo this.")
        except Removed.Gone:
            pass
    return _changed(request, contact, notice)


def _changed(
    request: HttpRequest, contact: Contact, notice: str, *, removed: Removed | None = None, beside: bool = True
) -> HttpResponse:
    """The sheet as it stands now: the fragment, or back to the page the form stood on.

    In `beside`: whether the act was another than adding, so that what came along of the form stays in it.
    """
    if wants_fragment(request):
        return _sheet(request, contact, _blank(request, contact), notice=notice, removed=removed)
    to = _back(request, contact)
    typed = {name: request.POST.get(name, "") for name in FindingForm.TYPED} if beside else {}
    if not any(words.strip() for words in typed.values()):
        return done(request, to, notice=notice)
    notice = f"{notice} {_('What you’re writing below isn’t added yet.')}"
    query = urlencode({FindingForm.TYPED[name]: words for name, words in typed.items()})
    if len(query) <= MOST_IN_ADDRESS:
        return done(request, f"{to}{'&' if '?' in to else '?'}{query}", notice=notice)
    form = FindingForm(contact=contact, back=way_back(request), initial=typed)
    return _sheet(request, contact, form, notice=notice, removed=removed)


def _blank(request: HttpRequest, contact: Contact) -> FindingForm:
    """The form for one more, with what another app shared."""
    shared = Shared.of(request.GET)
    begun = {**shared.as_finding, **FindingForm.typed_in(request.GET)}
    return FindingForm(contact=contact, back=way_back(request), shared=shared.key, initial=begun)


def _sheet(
    request: HttpRequest, contact: Contact, form: FindingForm, notice: str = "", removed: Removed | None = None
) -> HttpResponse:
    context = {
        "contact": contact,
        "findings": sheet_of(request, contact),
        "next": way_back(request),
        "notice": notice,
        "focus_removed": removed.pk if removed else None,
    }
    return respond(request, "contacts/research.html", context, fragment="contacts/_sheet.html", form=form)


def sheet_of(request: HttpRequest, contact: Contact) -> list[Any]:
    """The findings about `contact`, and in its place among them each that was taken off lately."""
    findings = Finding.objects.visible_to(request.user).filter(contact=contact).oldest_first()
    removed = Removed.objects.visible_to(request.user).of(Finding, contact).lately(timezone.now())
    return with_removed(findings, removed, by="found_at")


def _back(request: HttpRequest, contact: Contact) -> str:
    return way_back(request) or reverse("contacts:research", args=[contact.pk])
