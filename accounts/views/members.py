"""The director's list of members."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.forms import MemberFilter
from accounts.models import Invitation, User
from accounts.who import current_user
from centre.roles import directors_only
from core.counting import MOST_COUNTED
from core.forms import ConfirmForm
from core.http import done, respond
from core.keyset import keyset_page

ROWS = 50


@directors_only
def members(request: HttpRequest) -> HttpResponse:
    """Who has an account, found by name or address and by role."""
    form = MemberFilter(request.GET)
    found = User.objects.visible_to(request.user).called(form.typed("q")).in_role(form.typed("role"))
    context = {
        "filter": form,
        "page": keyset_page(found, by="sort_name", size=ROWS, query=request.GET),
        "most": MOST_COUNTED,
        "waiting": Invitation.objects.visible_to(request.user).open(timezone.now())[: MOST_COUNTED + 1].count(),
    }
    return respond(request, "accounts/members.html", context)


@directors_only
def deactivate(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask first, then close an account; nothing in it is lost."""
    chosen = get_object_or_404(User.objects.editable_by(request.user).active(), pk=pk)
    if request.method == "POST":
        chosen.deactivate(by=current_user(request), now=timezone.now())
        message = _("%(name)s can’t sign in any more. Nothing is lost.") % {"name": chosen}
        return done(request, "accounts:members", notice=message)
    context = {
        "title": _("Deactivate an account"),
        "question": _("Deactivate %(name)s’s account?") % {"name": chosen},
        "consequence": _(
            "They’ll be signed out and can’t sign in. Nothing is lost, and you can reactivate the account."
        ),
    }
    form = ConfirmForm(act=_("Deactivate account"), keep=_("Cancel"), back=reverse("accounts:members"))
    return respond(request, "core/confirm.html", context, form=form)


@directors_only
@require_POST
def reactivate(request: HttpRequest, pk: int) -> HttpResponse:
    """Open an account again."""
    chosen = get_object_or_404(User.objects.editable_by(request.user), pk=pk)
    chosen.reactivate()
    return done(request, "accounts:members", notice=_("%(name)s can sign in again.") % {"name": chosen})
