"""People whom the contact named."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from centre.models import Removed
from coach.wording import isolated
from contacts.models import Contact
from core.http import belongs_to, done, respond
from core.ids import row_number
from core.once import once
from meetings.models import Meeting
from notes.forms import NameForm
from notes.models import NamedPerson
from notes.views.debrief import keep_page

# More people of one name than anybody chooses among.
ALIKE = 10


@require_POST
@once
def name(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the name of somebody, and what stands beside it."""
    meeting = get_object_or_404(Meeting.objects.editable_by(request.user).with_people(), pk=pk)
    to = reverse("notes:debrief", args=[pk]) + "#named"
    if refused := keep_page(request, meeting, "naming"):
        return refused
    naming = NameForm(request.POST, meeting=meeting)
    named = naming.values()["name"] if naming.is_valid() else ""
    return done(request, to, notice=_("Added: %(name)s") % {"name": isolated(named)})


def become(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a contact of them; where somebody of that name is known already, ask first whether it is the same person."""
    people = NamedPerson.objects.editable_by(request.user).select_related("meeting__contact", "contact")
    person, by, now = get_object_or_404(people, pk=pk), current_user(request), timezone.now()
    if person.contact:
        return redirect(person.contact)
    if refused := keep_page(request, person.meeting):
        return refused
    mine = Contact.objects.visible_to(request.user)
    alike = list(mine.like(name=person.name, email="").by_name()[:ALIKE])
    same = request.POST.get("contact", "")
    if same:
        person.link(get_object_or_404(mine, pk=row_number(same)), now=now)
        return _became(request, person, _("%(name)s is now linked to the person on your list."))
    if request.method == "POST" and ("anew" in request.POST or not alike):
        person.become_contact(by=by, now=now)
        return _became(request, person, _("Added to your people: %(name)s"))
    return respond(request, "notes/become.html", {"person": person, "alike": alike})


def _became(request: HttpRequest, person: NamedPerson, sentence: str) -> HttpResponse:
    notice = sentence % {"name": isolated(str(person.contact))}
    return done(request, "notes:debrief", person.meeting_id, notice=notice)


def _page(request: HttpRequest, pk: int) -> str:
    """Where the names of one conversation stand."""
    person = get_object_or_404(NamedPerson.objects.editable_by(request.user), pk=pk)
    return reverse("notes:debrief", args=[person.meeting_id])


@belongs_to(_page)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget the name."""
    people = NamedPerson.objects.editable_by(request.user)
    person = get_object_or_404(people.select_related("meeting__contact"), pk=pk)
    if refused := keep_page(request, person.meeting):
        return refused
    removed = person.remove(now=timezone.now())
    to = f"{reverse('notes:debrief', args=[person.meeting_id])}#removed-{removed.pk}"
    return done(request, to, notice=_("Removed: %(name)s") % {"name": isolated(person.name)})


def _debrief(request: HttpRequest, pk: int, removed: int) -> str:
    get_object_or_404(Meeting.objects.editable_by(request.user), pk=pk)
    return reverse("notes:debrief", args=[pk])


@belongs_to(_debrief)
@require_POST
def restore(request: HttpRequest, pk: int, removed: int) -> HttpResponse:
    """Keep the name again after all."""
    meeting = get_object_or_404(Meeting.objects.editable_by(request.user).with_people(), pk=pk)
    if refused := keep_page(request, meeting):
        return refused
    kept = Removed.objects.editable_by(request.user).of(NamedPerson, meeting).filter(pk=removed).first()
    notice = _("You’ve already undone this, or you removed it more than a day ago.")
    if kept:
        with suppress(Removed.Gone):
            person = NamedPerson.restore(kept, meeting)
            notice = _("Restored: %(name)s") % {"name": isolated(person.name)}
    return done(request, f"{reverse('notes:debrief', args=[pk])}#named", notice=notice)
