"""People whom the contact named."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from coach.wording import isolated
from contacts.models import Contact
from core.http import done, respond
from core.once import once
from meetings.models import Meeting
from notes.forms import NameForm
from notes.models import NamedPerson
from notes.page import looking_back, number
from notes.views.debrief import keep_debrief


@require_POST
@once
def name(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the name of somebody."""
    meeting = get_object_or_404(Meeting.objects.editable_by(request.user).with_people(), pk=pk)
    form = NameForm(request.POST, meeting=meeting)
    looking = keep_debrief(request, meeting) if "learned_one" in request.POST else None
    if form.is_valid() and not (looking and looking.errors):
        NamedPerson.add(meeting, by=current_user(request), now=timezone.now(), **form.values())
        return done(request, "notes:debrief", pk)
    told = looking_back(request, meeting, form=looking, naming=form)
    return respond(request, "notes/debrief.html", told, form=looking if looking and looking.errors else form)


def become(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a contact of them; where somebody of that name is known already, ask first whether it is the same person."""
    people = NamedPerson.objects.editable_by(request.user).select_related("meeting__contact", "contact")
    person = get_object_or_404(people, pk=pk)
    mine = Contact.objects.visible_to(request.user)
    if person.contact:
        return redirect(person.contact)
    alike = list(mine.like(name=person.name, email="").by_name()[:10])
    now = timezone.now()
    if request.method == "POST" and request.POST.get("contact"):
        contact = get_object_or_404(mine, pk=number(request.POST["contact"]))
        person.link(contact, by=current_user(request), now=now)
        return done(
            request,
            "notes:debrief",
            person.meeting_id,
            notice=_("%(name)s is linked.") % {"name": isolated(contact.name)},
        )
    if request.method == "POST" and (request.POST.get("anew") or not alike):
        contact = person.become_contact(by=current_user(request), now=now)
        return done(
            request,
            "notes:debrief",
            person.meeting_id,
            notice=_("%(name)s is among your people.") % {"name": isolated(str(contact))},
        )
    return respond(request, "notes/become.html", {"person": person, "alike": alike})


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget the name."""
    people = NamedPerson.objects.editable_by(request.user)
    person = get_object_or_404(people, pk=pk)
    person.remove(by=current_user(request))
    return done(request, "notes:debrief", person.meeting_id)
