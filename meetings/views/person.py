"""The step on the person: a first look at them, and why just them."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.look_form import ENOUGH, FirstLookForm
from contacts.models import Finding
from core.http import autosaves, done, not_saved, respond, saved
from core.once import made_already, once
from meetings.models import Meeting
from meetings.person_form import WHY, WhyForm
from meetings.views.doors import own_meeting
from meetings.views.onward import onward
from meetings.views.step import step_context


def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Why this person, in one sentence to them."""
    meeting = own_meeting(request, pk, joined=False)
    data = request.POST if request.method == "POST" else None
    why = WhyForm(data, on=meeting)
    look_form = _look_form(request, meeting)
    if autosaves(request):
        # A fact is kept when its person says so, not at each letter.
        return saved(request, {}, all_of_it=not look_form.has_changed()) if _keeps_why(why) else not_saved(request, why)
    if data is not None and _keeps(request, meeting, why, look_form):
        return onward(request, meeting, "person")
    return _page(request, meeting, why, look_form)


@once
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """Put what a first look found into the research about the person."""
    if request.method != "POST":
        return redirect("meetings:person", pk)
    meeting = own_meeting(request, pk, joined=False)
    look_form = _look_form(request, meeting)
    look_form.insist()
    # The reason comes along.
    why = WhyForm(request.POST, on=meeting) if "why_them" in request.POST else None
    if _keeps(request, meeting, why, look_form):
        return done(request, f"{reverse('meetings:person', args=[pk])}#look", notice=_("Added to your research."))
    return _page(request, meeting, why or WhyForm(on=meeting), look_form)


def _keeps(request: HttpRequest, meeting: Meeting, why: WhyForm | None, look_form: FirstLookForm) -> bool:
    """Keep the facts, then the reason; False, with a sentence in the form that refused."""
    if not look_form.is_valid() or (why and not why.is_valid()):
        return False
    here, now = Finding.objects.visible_to(request.user).filter(contact=meeting.contact_id), timezone.now()
    try:
        with transaction.atomic():
            for words in look_form.facts():
                made_already(here, **words) or Finding.find(meeting.contact, now=now, **words)
    except Finding.Full:
        full = _("Your research on this person is full. Remove a fact you don’t need, then add this one.")
        look_form.add_error(None, full)
        return False
    return why is None or _keeps_why(why)


def _keeps_why(why: WhyForm) -> bool:
    return why.is_valid() and why.save_to(why.on.say_why)


def _look_form(request: HttpRequest, meeting: Meeting) -> FirstLookForm:
    data = request.POST if request.method == "POST" else None
    return FirstLookForm(data, action=reverse("meetings:look", args=[meeting.pk]), beside=WHY)


def _page(request: HttpRequest, meeting: Meeting, why: WhyForm, look_form: FirstLookForm) -> HttpResponse:
    found = Finding.objects.visible_to(request.user).filter(contact=meeting.contact_id).oldest_first()
    findings = list(found[: 2 * ENOUGH])
    looks = len(findings) < ENOUGH or look_form.has_changed()
    context = {**step_context(meeting, "person"), "findings": findings, "look": look_form if looks else None}
    return respond(request, "meetings/person.html", context, form=why, refused=bool(look_form.errors))
