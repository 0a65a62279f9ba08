"""What another app shares with Halfhour, by the phone's own menu."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from centre.roles import students_only
from contacts.models import Contact
from contacts.share_form import ShareForm
from contacts.shared import Shared
from core.http import respond


@students_only
def share(request: HttpRequest) -> HttpResponse:
    """Ask about whom it is; the words go along to that person's research, or to the form for somebody new."""
    people, shared = Contact.objects.visible_to(request.user), Shared.of(request.GET)
    form = ShareForm(request.GET if "contact" in request.GET else None, people=people, shared=shared)
    if form.is_valid():
        return redirect(shared.to_research(form.cleaned_data["contact"].pk))
    return respond(request, "contacts/share.html", {"shared": shared, "people": people.exists()}, form=form)
