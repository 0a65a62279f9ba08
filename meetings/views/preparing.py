"""The steps that prepare: what for, why them, what is found, how one introduces oneself, what to bring."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Pitch
from accounts.who import current_user
from centre.models import Centre
from coach.differently import situations
from coach.packing import PackingList
from coach.pitch import length
from contacts.finding_form import FindingForm
from contacts.models import Finding
from core.http import autosaves, done, not_saved, respond, saved
from core.ids import resolve_ids
from core.keyset import page_of
from core.once import made_already, once
from goals.models import Goal
from meetings import packing
from meetings.forms import GoalsForm, NewPitchForm, PackForm
from meetings.models import Meeting
from meetings.views.doors import own_meeting
from meetings.views.onward import onward
from meetings.views.step import step_context

# So many introductions stand on a page.
VERSIONS = 50


def goal(request: HttpRequest, pk: int) -> HttpResponse:
    """Which goals this conversation serves."""
    meeting = own_meeting(request, pk)
    served = list(meeting.goals.order_by().values_list("pk", flat=True))
    own = Goal.objects.visible_to(request.user)
    goals = own.on_offer(also=served)
    chosen = resolve_ids(own, request.POST.getlist("goals"))
    data = request.POST if request.method == "POST" else None
    form = GoalsForm(data, goals=goals, initial={"goals": served}, action=request.path)
    if form.is_valid():
        meeting.serve(chosen)
        return saved(request, {}) if autosaves(request) else onward(request, meeting, "goal")
    if autosaves(request):
        return not_saved(request, form)
    context = {**step_context(meeting, "goal"), "goals": goals}
    return respond(request, "meetings/goal.html", context, form=form)


def research(request: HttpRequest, pk: int) -> HttpResponse:
    """What one found out beforehand; the sheet belongs to the person and serves every conversation with them."""
    meeting = own_meeting(request, pk)
    context = {
        **step_context(meeting, "research"),
        "contact": meeting.contact,
        "findings": Finding.objects.visible_to(request.user).filter(contact=meeting.contact_id).oldest_first(),
        "next": reverse("meetings:research", args=[pk]),
    }
    form = FindingForm(contact=meeting.contact, back=request.path, initial=FindingForm.typed_in(request.GET))
    return respond(request, "meetings/research.html", context, form=form)


@once
def pitch(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose an introduction, or write one on the spot."""
    meeting, policy = own_meeting(request, pk), Centre.recent().policy
    versions = Pitch.objects.visible_to(request.user).in_order()
    page = page_of(versions, size=VERSIONS, asked=request.GET.get("page"))
    writing = request.method == "POST" and "text" in request.POST
    form = NewPitchForm(request.POST if writing else None, meeting=meeting, look="quiet" if page.object_list else "")
    if writing and form.is_valid():
        words, own = form.values(), Pitch.objects.visible_to(request.user)
        meeting.choose_pitch(made_already(own, **words) or Pitch.begin(by=current_user(request), **words))
        return onward(request, meeting, "pitch")
    if request.method == "POST" and not writing:
        chosen = resolve_ids(versions.order_by(), [request.POST.get("pitch", "")] if request.POST.get("pitch") else [])
        meeting.choose_pitch(chosen[0] if chosen else None)
        return saved(request, {}) if autosaves(request) else onward(request, meeting, "pitch")
    shown = list(page)
    if meeting.pitch_id and meeting.pitch_id not in {version.pk for version in shown}:
        # It stands on each page: sending a page without it would choose none.
        shown = [*versions.filter(pk=meeting.pitch_id), *shown]
    context: dict[str, Any] = {
        **step_context(meeting, "pitch"),
        "page": page,
        "versions": [(version, length(version.text, policy)) for version in shown],
        "length": length(str(form["text"].value() or ""), policy),
        "policy": policy,
    }
    return respond(request, "meetings/pitch.html", context, form=form)


def pack(request: HttpRequest, pk: int) -> HttpResponse:
    """What to get ready; every tick is kept, and “I’m ready” ticks the first five where nothing is ticked."""
    meeting, user, now = own_meeting(request, pk), current_user(request), timezone.now()
    things = packing.things(meeting, user, now=now)
    form = PackForm(request.POST if request.method == "POST" else None, items=things.everything, on=meeting)
    if form.is_valid():
        ticks = form.values()
        if "formal_office" in ticks:
            meeting.dress_for(formal_office=ticks["formal_office"])
        if autosaves(request):
            meeting.tick(ticks["packed"])
            things = packing.things(meeting, user, now=now)
            context = {"items": things.everything, "was_ticked": _was_ticked(meeting, things)}
            return saved(request, context, "meetings/_reasons_anew.html", "meetings/_whole_list.html")
        return _packed(request, meeting, things, ticks["packed"], now)
    if autosaves(request):
        return not_saved(request, form)
    # What was ticked on the list of another way of meeting is not on this one.
    ticked = {item.code for item in things.everything}.intersection(form["packed"].value() or ())
    more_open = any(item.code in ticked for item in things.more)
    shown = {"things": things, "ticked": ticked, "more_open": more_open, "situations": situations()}
    # What stands ticked there now counts as well, where it was refused.
    was_ticked = bool(ticked) or _was_ticked(meeting, things)
    context = {**step_context(meeting, "pack"), **shown, "was_ticked": was_ticked}
    return respond(request, "meetings/pack.html", context, form=form)


def _packed(
    request: HttpRequest, meeting: Meeting, things: PackingList, ticked: list[str], now: datetime
) -> HttpResponse:
    """All is ready: on to the next step, with what is left of the first five."""
    first = {item.code for item in things.first}
    if not ticked and _was_ticked(meeting, things):
        meeting.tick(())
        return done(request, "meetings:pack", meeting.pk, notice=_("Nothing is ticked, so you’re not ready yet."))
    # Where nothing was ever ticked, the button speaks for the first five.
    meeting.pack(ticked or first, now=now)
    if not (left := len(first.difference(meeting.packed))):
        return onward(request, meeting, "pack", notice=_("You’re ready."))
    sentence = ngettext(
        "You’re ready. %(count)s thing isn’t ticked.", "You’re ready. %(count)s things aren’t ticked.", left
    )
    return onward(request, meeting, "pack", notice=sentence % {"count": left})


def _was_ticked(meeting: Meeting, things: PackingList) -> bool:
    """Whether anything of this list is ticked, or was: with all of it taken back, the button speaks for nothing."""
    return meeting.was_ticked(item.code for item in things.everything)
