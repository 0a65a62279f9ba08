"""Sets of questions: which there are, making and renaming one, the order of its questions, and hiding it."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from agendas.desk import Desk, DeskQuestion, DeskSet, desk
from agendas.models import CentreSet, Hidden
from agendas.set_form import SetForm
from agendas.views.desk import question_on
from centre.roles import advisers_only
from core.http import belongs_to, done, respond, wants_fragment
from core.ids import row_number
from core.links import way_back
from core.once import made_already, once

IN_ORDER = "agendas/desk/_in_order.html"


@advisers_only
def sets(request: HttpRequest) -> HttpResponse:
    """The centre's own sets, and ours."""
    return respond(request, "agendas/desk/sets.html", {"sets": desk().sets()})


@advisers_only
@once
def make_set(request: HttpRequest) -> HttpResponse:
    """A set of the centre's own, to be filled next."""
    form = SetForm(request.POST if request.method == "POST" else None, action=request.path)
    if form.is_valid():
        by, now, mine = current_user(request), timezone.now(), CentreSet.objects.visible_to(request.user)
        try:
            row = made_already(mine, **form.values()) or CentreSet.make(by=by, now=now, **form.values())
        except CentreSet.Taken:
            form.add_error("title", SetForm.taken)
        except CentreSet.Full:
            form.add_error(None, _("There are as many sets as fit on a page. Rename one you no longer use."))
        else:
            return done(request, "bank:show_set", row.key, notice=_("Your set is there. Next: add questions to it."))
    return respond(request, "agendas/desk/make_set.html", form=form)


@advisers_only
def show_set(request: HttpRequest, key: str) -> HttpResponse:
    """The questions of one set in their order."""
    return respond(request, "agendas/desk/show_set.html", _shown(request, desk(), key), fragment=IN_ORDER)


@advisers_only
def rename_set(request: HttpRequest, key: str) -> HttpResponse:
    """Another name, or whom it is for."""
    row, by, now = _own(request, key), current_user(request), timezone.now()
    form = SetForm(request.POST if request.method == "POST" else None, on=row, action=request.path)
    if form.is_valid() and form.save_to(row.rename, {CentreSet.Taken: {"title": SetForm.taken}}, by=by, now=now):
        return done(request, "bank:show_set", key, notice=_("Saved. Students see the set like this from now on."))
    return respond(request, "agendas/desk/rename_set.html", {"set": row}, form=form)


@belongs_to(lambda request, key, code: _page(request, key))
@advisers_only
@require_POST
def put(request: HttpRequest, key: str, code: str) -> HttpResponse:
    """A question comes into the set, at its end or where it stood (`?to=`)."""
    row, one = _own(request, key), question_on(desk(), code)
    by, now = current_user(request), timezone.now()
    try:
        row.put(code, by=by, now=now)
    except CentreSet.Full:
        return _refused(request, row, one)
    if to := row_number(request.GET.get("to")):
        row.move(code, to=to, by=by, now=now)
    return _changed(request, row, one, _("It’s in the set."), focus=code)


@belongs_to(lambda request, key, code: _page(request, key))
@advisers_only
@require_POST
def take_out(request: HttpRequest, key: str, code: str) -> HttpResponse:
    """A question leaves the set; the bank still has it."""
    row, one = _own(request, key), question_on(desk(), code)
    place = row.questions.index(code) + 1 if code in row.questions else 0
    row.take_out(code, by=current_user(request), now=timezone.now())
    undo = f"{reverse('bank:put', args=[key, code])}?{urlencode({'to': place})}" if place else ""
    return _changed(request, row, one, _("Removed from the set: %(text)s") % {"text": one.asked.text}, undo=undo)


@belongs_to(lambda request, key, code: _page(request, key))
@advisers_only
@require_POST
def move(request: HttpRequest, key: str, code: str) -> HttpResponse:
    """A question takes another place in the set."""
    row, one = _own(request, key), question_on(desk(), code)
    row.move(code, to=row_number(request.POST.get("position")), by=current_user(request), now=timezone.now())
    notice = _("This question was removed from the set in another window.")
    if code in row.questions:
        place = {"place": row.questions.index(code) + 1, "all": len(row.questions)}
        notice = _("Moved to position %(place)s of %(all)s.") % place
    return _changed(request, row, one, notice)


@advisers_only
@require_POST
def hide_set(request: HttpRequest, key: str) -> HttpResponse:
    """Offer the set no more; its questions stay in the bank."""
    one = _set_on(desk(), key)
    Hidden.hide(one.key, by=current_user(request), now=timezone.now())
    return _listed(request, key, _("Hidden. Its questions stay in the bank."), undo="bank:unhide_set")


@advisers_only
@require_POST
def unhide_set(request: HttpRequest, key: str) -> HttpResponse:
    """Offer it again."""
    one = _set_on(desk(), key)
    Hidden.unhide(one.key)
    return _listed(request, key, _("Students can choose this set again."), undo="bank:hide_set")


def _own(request: HttpRequest, key: str) -> CentreSet:
    return get_object_or_404(CentreSet.objects.editable_by(request.user), key=key)


def _page(request: HttpRequest, key: str) -> str:
    return reverse("bank:show_set", args=[_own(request, key).key])


def _set_on(here: Desk, key: str) -> DeskSet:
    try:
        return here.set(key)
    except KeyError:
        raise Http404 from None


def _shown(request: HttpRequest, here: Desk, key: str) -> dict[str, Any]:
    row = CentreSet.objects.visible_to(request.user).filter(key=key).select_related("changed_by").first()
    return {"set": _set_on(here, key), "row": row, "questions": here.in_set(key)}


def _changed(
    request: HttpRequest, row: CentreSet, one: DeskQuestion, notice: str, *, undo: str = "", focus: str = ""
) -> HttpResponse:
    """The answer to what was done with one question of a set: in the list of all its row, else the set anew.

    There the question called `focus` takes the focus; without one it stays on what was pressed, by its id.
    """
    if "into" in request.POST and wants_fragment(request):
        listed = {"one": one, "into": row, "next": way_back(request), "acted": True}
        return done(request, "bank:index", fragment="agendas/desk/_row.html", context=listed)
    to = way_back(request) or reverse("bank:show_set", args=[row.key])
    context: dict[str, Any] = {"focus": focus, "undo": undo, "gone": one}
    if wants_fragment(request):
        context |= _shown(request, desk(), row.key)
    return done(request, to, notice=notice, undo=undo, fragment=IN_ORDER, context=context)


def _refused(request: HttpRequest, row: CentreSet, one: DeskQuestion) -> HttpResponse:
    """There is no room in the set."""
    context = {"one": one, "into": row, "next": way_back(request), "full": True}
    page = {**context, **_shown(request, desk(), row.key)}
    return respond(request, "agendas/desk/show_set.html", page, fragment="agendas/desk/_row.html", refused=True)


def _listed(request: HttpRequest, key: str, notice: str, *, undo: str) -> HttpResponse:
    """The set's row as it stands now, or the list of sets, with a way to undo it."""
    context = {"set": _set_on(desk(), key), "acted": True}
    back = reverse(undo, args=[key])
    return done(request, "bank:sets", notice=notice, undo=back, fragment="agendas/desk/_set_row.html", context=context)
