"""What next: the page of a signed-in person."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.who import current_user
from centre.models import Centre
from centre.policies import SECTIONS, in_words
from centre.roles import students_only
from contacts.models import Contact
from core.http import belongs_to, done, respond
from core.models import Mail
from home.beginning import first_days
from home.counts import counts
from home.device import KEEP, SHARED, SHARED_FOR, is_shared, kept_pages, manifest
from home.method import starting_texts
from home.numbers import own_numbers
from home.sample import sample
from home.sources import chapters
from home.today import today
from home.unreached import unreached
from meetings.shortlist import best_to_ask


def home(request: HttpRequest) -> HttpResponse:
    """A student's day; the director's and the adviser's own small page."""
    now, user = timezone.now(), current_user(request)
    if user.is_director:
        return respond(request, "home/director.html", {"counts": counts(now), "unreached": unreached(user)})
    if not user.is_student:
        return respond(request, "home/adviser.html", {"unreached": unreached(user)})
    day = today(user, now)
    if first := first_days(user, day):
        return respond(request, "home/beginning.html", {"first": first, "unreached": unreached(user)})
    suggested = best_to_ask(user, now, policy=Centre.recent().policy) if day.is_calm else None
    nobody = day.is_calm and not suggested and not Contact.objects.visible_to(user).exists()
    context = {"day": day, "suggested": suggested, "nobody": nobody, "unreached": unreached(user)}
    return respond(request, "home/home.html", context)


@login_not_required
def show_help(request: HttpRequest) -> HttpResponse:
    """What people ask most, for whoever opens it."""
    return respond(request, "home/help.html")


@login_not_required
def show_sources(request: HttpRequest) -> HttpResponse:
    """Where our advice comes from."""
    return respond(request, "home/sources.html", {"chapters": chapters()})


def show_method(request: HttpRequest) -> HttpResponse:
    """The centre's rules and starting texts, to read."""
    centre = Centre.recent()
    return respond(
        request,
        "home/method.html",
        {
            "rules": [in_words(section, centre) for section in SECTIONS],
            "texts": starting_texts(centre),
            "keeps_bank": current_user(request).advises,
        },
    )


@students_only
def show_numbers(request: HttpRequest) -> HttpResponse:
    """What a student asked for, got and gave, in numbers."""
    return respond(request, "home/numbers.html", {"numbers": own_numbers(current_user(request))})


@login_not_required
@require_safe
def show_manifest(request: HttpRequest) -> HttpResponse:
    """What a phone is told that installs Halfhour; it asks without a session."""
    return JsonResponse(manifest(Centre.recent()), content_type="application/manifest+json")


@login_not_required
@require_safe
def show_worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps pages; it may do so for every address only from the root of all."""
    script = (settings.BASE_DIR / "static/home/worker.js").read_text()
    headers = {"Cache-Control": "no-cache"}
    return HttpResponse(script, content_type="text/javascript; charset=utf-8", headers=headers)


@students_only
def show_offline(request: HttpRequest) -> HttpResponse:
    """What stands for a page that needs a connection; only a device that keeps it is given it."""
    if KEEP not in request.headers:
        return redirect("home:home")
    return respond(request, "home/offline.html", {"pages": kept_pages(current_user(request), timezone.now())})


@login_not_required
def device(request: HttpRequest) -> HttpResponse:
    """What this device keeps, and the switch by which it keeps nothing, whoever signs in."""
    if request.method != "POST":
        return respond(request, "home/device.html", {"is_shared": is_shared(request)})
    answer = done(request, "home:device", notice=_("Saved for this device."))
    if "shared" in request.POST:
        secure = settings.SESSION_COOKIE_SECURE
        answer.set_cookie(SHARED, "1", max_age=SHARED_FOR, secure=secure, httponly=True, samesite="Lax")
    else:
        answer.delete_cookie(SHARED, samesite="Lax")
    return answer


@students_only
def show_sample(request: HttpRequest) -> HttpResponse:
    """A conversation that somebody might have had, to read."""
    return respond(request, "home/sample.html", {"sample": sample(current_user(request), Centre.recent())})


@students_only
@require_POST
def put_sample_away(request: HttpRequest) -> HttpResponse:
    """Show the sample on Today no more."""
    current_user(request).put_sample_away(now=timezone.now())
    undo = reverse("home:take_sample_out")
    return done(request, "home:home", notice=_("Sample hidden."), undo=undo)


@students_only
@require_POST
def take_sample_out(request: HttpRequest) -> HttpResponse:
    """Show it again."""
    current_user(request).take_sample_out()
    return done(request, "home:home")


def _failed(request: HttpRequest, pk: int) -> Mail:
    return get_object_or_404(Mail.objects.failed_for(current_user(request)), pk=pk)


def _read(request: HttpRequest, pk: int) -> Mail:
    return get_object_or_404(Mail.objects.failed_for(current_user(request), noticed=True), pk=pk)


@belongs_to(lambda request, pk: _failed(request, pk) and "home:home")
@require_POST
def put_away(request: HttpRequest, pk: int) -> HttpResponse:
    """The notice of a mail that reached nobody was read."""
    mail = _failed(request, pk)
    mail.notice(now=timezone.now())
    undo = reverse("home:show_again", args=[pk])
    return done(request, "home:home", notice=_("Done. We’ve hidden the message about that email."), undo=undo)


@belongs_to(lambda request, pk: _read(request, pk) and "home:home")
@require_POST
def show_again(request: HttpRequest, pk: int) -> HttpResponse:
    """The notice was put away by mistake."""
    _read(request, pk).show_again()
    return done(request, "home:home")
