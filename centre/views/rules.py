"""The director's desk: an overview, who can register, and the policies."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from centre.forms import PolicyForm, RegistrationForm, SendingForm
from centre.models import Centre, Holiday, Term
from centre.models.calendar import in_order_of_time
from centre.policies import SECTIONS, in_words, section
from centre.roles import directors_only
from centre.safety_form import SafetyForm
from centre.views.revising import revise_centre
from core.http import respond


@directors_only
def show(request: HttpRequest) -> HttpResponse:
    """What the centre has decided, and where to change it."""
    centre = Centre.current()
    context = {
        "centre": centre,
        "sections": [in_words(one, centre) for one in SECTIONS],
        "terms": in_order_of_time(Term.objects.visible_to(request.user), most=3),
        "holidays": Holiday.objects.visible_to(request.user).count(),
    }
    return respond(request, "centre/show.html", context)


@directors_only
def registration(request: HttpRequest) -> HttpResponse:
    """Who may make an account without an invitation."""
    context = {
        "title": _("Who can register"),
        "about": _("Everyone who registers gets a student account. Advisers must be invited."),
    }
    form = RegistrationForm(request.POST if request.method == "POST" else None, on=Centre.current())
    return revise_centre(request, form, "centre/rules.html", context, notice=_("Saved."))


@directors_only
def sending(request: HttpRequest) -> HttpResponse:
    """Whether students' letters go out through the centre's own server."""
    context = {
        "title": _("Sending for students"),
        "about": _(
            "Students send messages from their own email. You can let them use your mail server instead, one message"
            " at a time and in their own words. Replies go to the student."
        ),
    }
    form = SendingForm(request.POST if request.method == "POST" else None, on=Centre.current())
    return revise_centre(request, form, "centre/rules.html", context, notice=_("Saved."))


@directors_only
def safety(request: HttpRequest) -> HttpResponse:
    """What students read about staying safe."""
    context = {
        "title": _("Staying safe"),
        "about": _(
            "What students read about meeting people. Change it to fit your rules, or leave a field empty to use ours."
        ),
    }
    form = SafetyForm(request.POST if request.method == "POST" else None, on=Centre.current())
    return revise_centre(request, form, "centre/rules.html", context, notice=_("Saved."))


@directors_only
def policies(request: HttpRequest, slug: str) -> HttpResponse:
    """The policies of one section."""
    chosen = section(slug)
    if chosen is None:
        raise Http404
    centre = Centre.current()
    context = {"title": chosen.title, "about": chosen.about, **in_words(chosen, centre)}
    form = PolicyForm(request.POST if request.method == "POST" else None, section=chosen, on=centre)
    message = _("Saved. It applies to all students.")
    return revise_centre(request, form, "centre/rules.html", context, notice=message)
