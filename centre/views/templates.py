"""The centre's own texts: the director's list of them, and the desk at which one is written."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from centre.coaching import CoachedTemplate, coached
from centre.forms import MOST_BODY, TemplateForm
from centre.models import Centre, Template
from centre.roles import directors_only
from coach.drafts import Draft, has_words
from coach.slots import offered
from coach.templates import begin
from core.forms import ConfirmForm
from core.http import done, respond
from core.text import tidy


@directors_only
def templates(request: HttpRequest) -> HttpResponse:
    """Every occasion by every channel, and who wrote what students begin from."""
    own, ways = set(Template.objects.visible_to(request.user).values_list("occasion", "channel")), [*Template.Channel]

    def there(occasion: str, channel: str) -> bool:
        return (occasion, channel) in own or has_words(occasion, channel)

    rows = [
        {
            "occasion": occasion,
            "cells": [(channel, (occasion.value, channel.value) in own, there(occasion, channel)) for channel in ways],
        }
        for occasion in Template.Occasion
    ]
    return respond(request, "centre/templates.html", {"rows": rows, "channels": Template.Channel, "own": len(own)})


@directors_only
def write_template(request: HttpRequest, occasion: str, channel: str) -> HttpResponse:
    """Write one text."""
    row = _row(request, occasion, channel)
    form = TemplateForm(request.POST if request.method == "POST" else None, on=row)
    if form.is_valid() and form.save_to(row.write):
        message = _("Saved. Students start from this text. Anything they’ve already edited stays the same.")
        return done(request, "centre:write_template", occasion, channel, notice=message)
    context: dict[str, Any] = {"template": row, "aside": _typed(request, "aside_"), "slots": offered(occasion)}
    if not form.is_bound:
        context["coached"] = _coached(row, {"subject": row.subject, "body": row.body})
    return respond(request, "centre/write_template.html", context, form=form)


@directors_only
@require_POST
def begin_template(request: HttpRequest, occasion: str, channel: str) -> HttpResponse:
    """Put ours into the form, or what was laid aside; the words that stood there are laid aside. Nothing is kept."""
    row = _row(request, occasion, channel)
    ours, typed = begin(occasion, channel, Centre.recent().policy), _typed(request)
    words = _typed(request, "aside_") or {"subject": ours.subject, "body": ours.body}
    guard = {name: request.POST.get(name, "") for name in ("revision", "edit_session")}
    context: dict[str, Any] = {
        "template": row,
        "aside": typed if typed != words else {},
        "from_ours": True,
        "slots": offered(occasion),
    }
    # The coach reads what the form will take.
    if len(words["body"]) <= MOST_BODY:
        context["coached"] = _coached(row, words)
    return respond(
        request, "centre/write_template.html", context, form=TemplateForm(on=row, initial={**words, **guard})
    )


@directors_only
@require_POST
def review_template(request: HttpRequest, occasion: str, channel: str) -> HttpResponse:
    """Say what the coach thinks of the words that stand in the form; nothing is kept."""
    row = _row(request, occasion, channel)
    form = TemplateForm(request.POST, on=row)
    context = {"coached": _coached(row, form.values())} if form.is_valid() else {"wrong": form.errors}
    return respond(request, "centre/_review.html", context, form=form)


@directors_only
def drop_template(request: HttpRequest, occasion: str, channel: str) -> HttpResponse:
    """Ask first, then let students begin from ours again."""
    row = get_object_or_404(Template.objects.editable_by(request.user), occasion=occasion, channel=channel)
    if request.method == "POST":
        row.drop()
        return done(request, "centre:templates", notice=_("Text deleted. Students start from ours again."))
    context = {
        "title": _("Delete your text"),
        "question": _("Delete your text for “%(template)s”?") % {"template": row},
        "consequence": _("Students will start from our text again. Anything they’ve edited or sent stays the same."),
    }
    back = reverse("centre:write_template", args=[occasion, channel])
    form = ConfirmForm(act=_("Delete your text"), keep=_("Cancel"), back=back)
    return respond(request, "core/confirm.html", context, form=form)


def _row(request: HttpRequest, occasion: str, channel: str) -> Template:
    """The centre's text, or a blank one where it has none yet. Raises Http404 where there can be none."""
    if occasion not in Template.Occasion or channel not in Template.Channel:
        raise Http404
    there = Template.objects.editable_by(request.user).filter(occasion=occasion, channel=channel).first()
    if there is None and not has_words(occasion, channel):
        raise Http404
    return there or Template(occasion=occasion, channel=channel)


def _typed(request: HttpRequest, prefix: str = "") -> dict[str, str]:
    """The words that the form brings under these names; none where there is no text."""
    subject, body = (tidy(request.POST.get(f"{prefix}{name}", "")).replace("\0", "") for name in ("subject", "body"))
    return {"subject": " ".join(subject.split()), "body": body.strip()} if body.strip() else {}


def _coached(row: Template, words: dict[str, Any]) -> CoachedTemplate:
    return coached(Draft(words["subject"], words["body"]), row.occasion, row.channel, Centre.recent().policy)
