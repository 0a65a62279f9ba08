"""A student's résumé: uploaded, downloaded by its owner only, dated."""

import logging
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.forms import ResumeForm
from accounts.models import Resume
from accounts.who import current_user
from centre.models import Removed
from centre.models.removed import with_removed
from centre.roles import students_only
from core.bodies import takes_files
from core.forms import ConfirmForm
from core.http import done, respond
from core.once import once
from core.uploads import NotStored

log = logging.getLogger(__name__)


@students_only
def resumes(request: HttpRequest) -> HttpResponse:
    """Every file with its age, and the place to add one."""
    return respond(request, "accounts/resumes.html", _listed(request), form=ResumeForm())


@takes_files
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
            form.add_error("file", _("You already have ten files. Delete one you don’t need, then add this one."))
        except NotStored:
            form.add_error("file", _("We couldn’t save your file because there’s no space left. Try again later."))
        else:
            return done(request, "accounts:resumes", notice=_("Résumé added. Only you can open it."))
    return respond(request, "accounts/resumes.html", _listed(request), form=form)


def resume(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Download one file: never shown in the page, never by anybody but its owner."""
    row = get_object_or_404(Resume.objects.visible_to(request.user), pk=pk)
    try:
        file = row.file.open("rb")
    except OSError:
        log.exception("The résumé %s cannot be read.", row.pk)
        return render(request, "accounts/resume_missing.html", {"resume": row}, status=404)
    answer = FileResponse(file, as_attachment=True, filename=row.filename, content_type=row.content_type)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def drop_resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask first, then remove one file."""
    row = get_object_or_404(Resume.objects.editable_by(request.user), pk=pk)
    refused = ""
    if request.method == "POST":
        try:
            removed = row.drop(now=timezone.now())
        except Resume.NotDeleted:
            log.exception("The file of the résumé %s cannot be deleted.", row.pk)
            refused = _("We couldn’t delete the file, and nothing has changed. Try again later.")
        else:
            gone = _("The file was already missing, so we took it off your list.")
            return done(request, "accounts:resumes", notice=_("File deleted.") if removed else gone)
    context = {
        "title": _("Delete this file"),
        "question": _("Delete %(name)s?") % {"name": row.filename},
        "consequence": _("You can undo this for a day. After that it’s gone for good."),
        "refused": refused,
    }
    form = ConfirmForm(act=_("Delete this file"), keep=_("Cancel"), back=reverse("accounts:resumes"))
    return respond(request, "core/confirm.html", context, form=form, refused=bool(refused))


@students_only
@require_POST
def restore_resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a file after all."""
    kept = Removed.objects.editable_by(request.user).of(Resume).filter(pk=pk).first()
    notice = _("This file is back already, or you deleted it more than a day ago.")
    if kept:
        try:
            Resume.restore(kept, by=current_user(request))
            notice = _("The file is back.")
        except Resume.TooMany:
            notice = _("You already have ten files. Delete one you don’t need, then undo this.")
        except Removed.Gone:
            pass
    return done(request, "accounts:resumes", notice=notice)


def _listed(request: HttpRequest) -> dict[str, Any]:
    resumes = Resume.objects.visible_to(request.user).latest_first()
    removed = Removed.objects.visible_to(request.user).of(Resume).lately(timezone.now())
    return {"resumes": with_removed(resumes, removed, by="uploaded_at", latest_first=True)}
