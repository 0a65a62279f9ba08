"""Invitations: sent, repeated and withdrawn by the director, accepted by whoever has the link."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from accounts import attempts
from accounts.forms import AcceptForm, InviteForm
from accounts.inviting import invite_all
from accounts.models import Invitation
from accounts.who import current_user
from centre.roles import directors_only
from core.health import mails_leave
from core.http import done, respond
from core.keyset import keyset_page
from core.once import once

ROWS = 50


@directors_only
@once
def invite(request: HttpRequest) -> HttpResponse:
    """Invite one or many."""
    form = InviteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        cleaned = form.cleaned_data
        result = invite_all(
            by=current_user(request), now=timezone.now(), emails=cleaned["emails"], role=cleaned["role"]
        )
        if result.invited:
            return done(request, "accounts:invitations", notice=result.words())
        form.add_error("emails", result.words())
    return respond(request, "accounts/invite.html", form=form)


@directors_only
def invitations(request: HttpRequest) -> HttpResponse:
    """Every invitation and how it stands; to script, how far their mails got."""
    now = timezone.now()
    found = Invitation.objects.visible_to(request.user)
    page = keyset_page(found.with_mail(now), by="-invited_at", size=ROWS, query=request.GET)
    rows = [{"invitation": row, "standing": row.standing(now)} for row in page]
    leaving = found.leaving(now)
    runs = leaving is not None and mails_leave(now)
    context = {
        "page": page,
        "rows": rows,
        "leaving": leaving,
        "runs": runs,
        "moves": leaving and leaving.moves and runs,
    }
    return respond(request, "accounts/invitations.html", context, fragment="accounts/_leaving.html")


@directors_only
@require_POST
def invite_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a fresh link."""
    row = get_object_or_404(Invitation.objects.editable_by(request.user), pk=pk)
    try:
        row.again(by=current_user(request), now=timezone.now())
    except (Invitation.Expired, Invitation.AlreadyMember):
        return done(request, "accounts:invitations", notice=_("%(who)s is already a member.") % {"who": row.email})
    except Invitation.AlreadyInvited:
        return done(
            request,
            "accounts:invitations",
            notice=_("There’s already a newer invitation for %(who)s.") % {"who": row.email},
        )
    return done(request, "accounts:invitations", notice=_("We’re sending a new link to %(who)s.") % {"who": row.email})


@directors_only
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """End a link."""
    row = get_object_or_404(Invitation.objects.editable_by(request.user), pk=pk)
    try:
        row.withdraw(now=timezone.now())
    except Invitation.Expired:
        return done(request, "accounts:invitations", notice=_("%(who)s is already a member.") % {"who": row.email})
    return done(
        request,
        "accounts:invitations",
        notice=_("Invitation withdrawn. The link we sent to %(who)s no longer works.") % {"who": row.email},
    )


@login_not_required
@never_cache
@sensitive_post_parameters("password")
def accept(request: HttpRequest, secret: str) -> HttpResponse:
    """The page behind the link: shown on GET, a member made on POST. Every wrong link is answered alike."""
    now = timezone.now()
    try:
        invitation = Invitation.find(secret, now=now)
        form = AcceptForm(request.POST if request.method == "POST" else None, email=invitation.email)
        if form.is_valid():
            user = invitation.accept(now=now, **form.cleaned_data)
            login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
            home = redirect("home:home")
            attempts.remember(request, home, user, now=now)
            return home
    except Invitation.Expired:
        answer = respond(request, "accounts/no_invitation.html")
        answer.status_code = 404
        return answer
    return respond(request, "accounts/accept.html", {"invitation": invitation}, form=form)
