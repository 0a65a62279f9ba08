"""Who led to whom: drawn, as a list, and as a picture to take along."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from centre.roles import students_only
from contacts.drawing import drawing
from contacts.models import Contact, Touch
from contacts.referrals import Network, below, network
from core.http import respond
from core.ids import row_number


@students_only
def tree(request: HttpRequest) -> HttpResponse:
    """Everybody who named somebody, or was named; `?of=<pk>`: whom that person led to."""
    mine, top = Contact.objects.visible_to(request.user), _top(request)
    found = _found(request, top)
    talked_with = Touch.objects.visible_to(request.user).talks().values("contact")
    silent = mine.filter(pk__in=talked_with).named_nobody().latest_touch_first()
    if found.trees:
        # Beside a drawing nobody is named who does not stand in it.
        silent = silent.filter(referred_by__isnull=False)
    context = {"top": top, "ask": top or silent.first(), "network": found, "drawing": drawing(found.trees)}
    return respond(request, "contacts/tree.html", context)


@students_only
def tree_picture(request: HttpRequest) -> HttpResponse:
    """The same drawing as a file: light, and without links."""
    made = drawing(_found(request, _top(request)).trees)
    answer = render(request, "contacts/tree.svg", {"drawing": made}, content_type="image/svg+xml; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="who-suggested-who.svg"'
    return answer


def _top(request: HttpRequest) -> Contact | None:
    """The person that the address names; 404 for anybody who is not among the student's own people."""
    mine, of = Contact.objects.visible_to(request.user), request.GET.get("of")
    return get_object_or_404(mine, pk=row_number(of)) if of else None


def _found(request: HttpRequest, top: Contact | None) -> Network:
    edges = Contact.objects.visible_to(request.user).referrals()
    return below(top.pk, top.name, edges) if top else network(edges)
