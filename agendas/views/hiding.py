"""Questions that students are no longer offered, and our words in place of the centre's; both can be undone."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from agendas.desk import desk
from agendas.models import CentreQuestion, Hidden
from agendas.models.centre_row import OWN
from agendas.views.desk import give_back, question_on, words_beside
from centre.models import Removed
from centre.roles import advisers_only
from core.forms import ConfirmForm
from core.http import belongs_to, done, respond
from core.links import way_back


@advisers_only
def hide(request: HttpRequest, code: str) -> HttpResponse:
    """Offer it no more; opened as a page, it asks first."""
    one = question_on(desk(), code)
    if request.method == "POST":
        typed = words_beside(request, code)
        Hidden.hide(code, by=current_user(request), now=timezone.now())
        return _changed(
            request, code, _("Hidden. Students no longer see this question."), undo="bank:unhide", typed=bool(typed)
        )
    form = ConfirmForm(act=_("Hide it"), keep=_("Keep it"), back=reverse("bank:word", args=[code]))
    return respond(request, "agendas/desk/hide.html", {"one": one}, form=form)


@advisers_only
@require_POST
def unhide(request: HttpRequest, code: str) -> HttpResponse:
    """Offer it again."""
    question_on(desk(), code)
    typed = words_beside(request, code)
    Hidden.unhide(code)
    return _changed(request, code, _("Students see this question again."), undo="bank:hide", typed=bool(typed))


@advisers_only
def go_back(request: HttpRequest, code: str) -> HttpResponse:
    """Both wordings beside each other, then ours in place of the centre's."""
    rows = CentreQuestion.objects.editable_by(request.user).exclude(code__startswith=OWN)
    row, one = get_object_or_404(rows, code=code), question_on(desk(), code)
    if request.method == "POST":
        removed = row.go_back(by=current_user(request), now=timezone.now())
        undo = reverse("bank:restore", args=[removed.pk])
        return done(request, "bank:word", code, notice=_("Students read our wording again."), undo=undo)
    form = ConfirmForm(act=_("Use our wording"), keep=_("Keep yours"), back=reverse("bank:word", args=[code]))
    return respond(request, "agendas/desk/go_back.html", {"one": one}, form=form)


@belongs_to(lambda request, removed: "bank:index")
@advisers_only
@require_POST
def restore(request: HttpRequest, removed: int) -> HttpResponse:
    """The centre's wording again, as it was."""
    kept = Removed.objects.editable_by(request.user).of(CentreQuestion).filter(pk=removed).first()
    notice = _("Your wording is back already, or it was removed more than a day ago.")
    if kept:
        code = kept.column("code")
        typed = words_beside(request, code)
        try:
            CentreQuestion.restore(kept)
            notice = _("Your wording is back.")
        except CentreQuestion.Changed:
            notice = _("This question was changed since, so it stays as it is.")
        except Removed.Gone:
            pass
        return give_back(request, code, notice) if typed else done(request, "bank:word", code, notice=notice)
    return done(request, "bank:index", notice=notice)


def _changed(request: HttpRequest, code: str, notice: str, *, undo: str, typed: bool) -> HttpResponse:
    """The row as it stands now, or the page that the act was pressed on, with a way to undo it.

    `typed`: whether words came along from the form of the question, which stand in it again.
    """
    to = way_back(request) or reverse("bank:word", args=[code])
    back = f"{reverse(undo, args=[code])}?{urlencode({'next': to})}"
    if typed:
        return give_back(request, code, notice, undo=back)
    context = {"one": question_on(desk(), code), "next": to, "acted": True}
    return done(request, to, notice=notice, undo=back, fragment="agendas/desk/_row.html", context=context)
