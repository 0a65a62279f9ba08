"""A student's introductions: several versions, measured as they are written."""

from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.forms import MOST_TEXT, PitchForm
from accounts.models import Pitch
from accounts.who import current_user
from centre.models import Centre, Removed
from centre.models.removed import with_removed
from centre.roles import students_only
from coach import pitch as coach
from core.forms import ConfirmForm
from core.http import done, respond
from core.keyset import page_of
from core.once import made_already, once
from core.text import tidy

ROWS = 50


@students_only
def pitches(request: HttpRequest) -> HttpResponse:
    """Every version with its length."""
    policy = Centre.recent().policy
    rows = Pitch.objects.visible_to(request.user).in_order()
    page = page_of(rows, size=ROWS, asked=request.GET.get("page"))
    # What was taken away lately stands where whoever took it away looks next.
    first = page.number == 1
    removed = Removed.objects.visible_to(request.user).of(Pitch).lately(timezone.now()) if first else []
    shown = [
        {"removed": row} if isinstance(row, Removed) else {"pitch": row, "length": row.length(policy)}
        for row in with_removed(page, removed, by="made_at", latest_first=True)
    ]
    return respond(request, "accounts/pitches.html", {"rows": shown, "page": page, "policy": policy})


@students_only
@once
def begin_pitch(request: HttpRequest) -> HttpResponse:
    """Write a new version."""
    form = PitchForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        words, own = form.values(), Pitch.objects.visible_to(request.user)
        row = made_already(own, **words) or Pitch.begin(by=current_user(request), **words)
        return done(request, "accounts:pitch", row.pk, notice=_("Saved. Now try saying it out loud."))
    return respond(request, "accounts/pitch.html", _measured(form["text"].value()), form=form)


@students_only
@require_POST
def measure_pitch(request: HttpRequest) -> HttpResponse:
    """Say how long the words are that stand in the form; nothing is kept."""
    return respond(request, "accounts/_length.html", _measured(tidy(request.POST.get("text", ""))))


def pitch(request: HttpRequest, pk: int) -> HttpResponse:
    """Read and revise one version."""
    row = get_object_or_404(Pitch.objects.editable_by(request.user), pk=pk)
    form = PitchForm(request.POST if request.method == "POST" else None, on=row)
    if form.is_valid() and form.save_to(row.revise):
        return done(request, "accounts:pitch", row.pk, notice=_("Saved."))
    return respond(request, "accounts/pitch.html", {"pitch": row, **_measured(form["text"].value())}, form=form)


def drop_pitch(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask first, then remove one version."""
    row = get_object_or_404(Pitch.objects.editable_by(request.user), pk=pk)
    if request.method == "POST":
        row.drop(now=timezone.now())
        return done(request, "accounts:pitches", notice=_("Introduction deleted."))
    context = {
        "title": _("Delete this introduction"),
        "question": _("Delete “%(name)s”?") % {"name": row.name},
        "consequence": _(
            "Conversations that use it will have no introduction until you choose another. You can undo this for a day."
        ),
    }
    back = reverse("accounts:pitch", args=[pk])
    form = ConfirmForm(act=_("Delete this introduction"), keep=_("Cancel"), back=back)
    return respond(request, "core/confirm.html", context, form=form)


@students_only
@require_POST
def restore_pitch(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a version back."""
    kept = Removed.objects.editable_by(request.user).of(Pitch).filter(pk=pk).first()
    notice = _("This introduction is back already, or you deleted it more than a day ago.")
    if kept:
        with suppress(Removed.Gone):
            Pitch.restore(kept)
            notice = _("Your introduction is back.")
    return done(request, "accounts:pitches", notice=notice)


def _measured(text: str | None) -> dict[str, Any]:
    """The length of what stands in the form, and what the centre advises; of what does not fit, only by how much."""
    policy, over = Centre.recent().policy, len(text or "") - MOST_TEXT
    if over > 0:
        words = _("This is %(over)d characters too long. We’ll count the words once it fits.") % {"over": over}
        return {"length": coach.length("", policy), "policy": policy, "too_long": words}
    return {"length": coach.length(text or "", policy), "policy": policy}
