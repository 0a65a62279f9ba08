"""A student's résumé: uploaded, downloaded by its owner only, dated."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.forms import ResumeForm
from accounts.models import Resume
from accounts.who import current_user
from centre.roles import students_only
from core.forms import ConfirmForm
from core.http import done, respond
from core.once import once


@students_only
def resumes(request: HttpRequest) -> HttpResponse:
    """Every file with its age, and the place to add one."""
    return respond(request, "accounts/resumes.html", _listed(request), form=ResumeForm())


@students_only
@require_POST
@once
def keep_resume(request: HttpRequest) -> HttpResponse:
    """Take an uploaded file."""
    form = ResumeForm(request.POST, request.FILES)
    if form.is_valid() and form.kind:
        try:
            Resume.store(
                by=current_user(request),
                now=timezone.now(),
                file=form.cleaned_data["file"],
                stem=form.stem,
                kind=form.kind,
            )
        except Resume.TooMany:
            form.add_error(
                "file", _("You keep ten files already. Delete one that you no longer need, then add this one.")
            )
        else:
            return done(request, "accounts:resumes", notice=_("Your résumé is here. Only you can open it."))
    return respond(request, "accounts/resumes.html", _listed(request), form=form)


def resume(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Download one file: never shown in the page, never by anybody but its owner."""
    row = get_object_or_404(Resume.objects.visible_to(request.user), pk=pk)
    try:
        file = row.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    answer = FileResponse(file, as_attachment=True, filename=row.filename, content_type=row.content_type)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def drop_resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask first, then remove one file."""
    row = get_object_or_404(Resume.objects.editable_by(request.user), pk=pk)
    if request.method == "POST":
        row.drop()
        return done(request, "accounts:resumes", notice=_("The file is deleted."))
    context = {
        "title": _("Delete this file"),
        "question": _("Delete %(name)s?") % {"name": row.filename},
        "consequence": _("The file is removed at once and cannot be brought back."),
    }
    form = ConfirmForm(act=_("Delete the file"), keep=_("Keep it"), back=reverse("accounts:resumes"))
    return respond(request, "core/confirm.html", context, form=form)


def _listed(request: HttpRequest) -> dict[str, Any]:
    return {"resumes": Resume.objects.visible_to(request.user).latest_first()}
