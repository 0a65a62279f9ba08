"""The desk of the question bank: finding a question, adding one, and wording it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from agendas.desk import Desk, DeskQuestion, TriedWords, desk, tried
from agendas.desk_forms import CentreQuestionForm, DeskForm
from agendas.forms import WordingForm
from agendas.models import CentreQuestion, CentreSet, Hidden
from centre.models import Removed
from centre.roles import advisers_only
from core.http import done, respond
from core.once import made_already, once

A_PAGE = 25


@advisers_only
def index(request: HttpRequest) -> HttpResponse:
    """Every question, found by its words, its part, its set and whose words it is in."""
    filters = DeskForm(request.GET, desk=desk(), action=request.path)
    found = filters.found() if filters.is_valid() else []
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    key = filters.cleaned_data.get("into", "")
    into = CentreSet.objects.editable_by(request.user).filter(key=key).first() if key else None
    context = {"filters": filters, "page": page, "next": request.get_full_path(), "into": into}
    return respond(request, "agendas/desk/index.html", context, fragment="agendas/desk/_found.html", form=filters)


@advisers_only
@once
def add(request: HttpRequest) -> HttpResponse:
    """A question of the centre's own."""
    form = CentreQuestionForm(_posted(request), desk=desk(), action=request.path)
    heard = _tried(form)
    if form.is_valid() and "wording" not in request.POST and not form.ask(heard.remarks):
        words, by, now = form.values(), current_user(request), timezone.now()
        columns = {name: value for name, value in words.items() if name != "within"}
        try:
            mine = CentreQuestion.objects.visible_to(request.user)
            row = made_already(mine, **columns) or CentreQuestion.add(by=by, now=now, **words)
        except CentreQuestion.Full:
            form.add_error(None, _("The bank can’t hold more questions of yours. Change one you no longer use."))
        except CentreSet.Full:
            form.add_error("sets", full_set())
        else:
            return done(request, "bank:word", row.code, notice=_("Added. Students can choose it from now on."))
    return respond(request, "agendas/desk/add.html", {"tried": heard}, form=form)


@advisers_only
def word(request: HttpRequest, code: str) -> HttpResponse:
    """One question: its words, and what the centre did with it."""
    here = desk()
    one = question_on(here, code)
    row = _row(request, one)
    form = CentreQuestionForm(_posted(request), desk=here, on=row, action=request.path)
    if form.is_valid() and "wording" not in request.POST and not form.ask(_tried(form).remarks):
        by, now = current_user(request), timezone.now()
        if form.save_to(row.word, {CentreSet.Full: full_set()}, by=by, now=now):
            return done(request, "bank:word", code, notice=_("Saved. Students read it like this from now on."))
    return _word_page(request, one, row, form)


@advisers_only
@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """What the coach says of the words in the form, while they are typed; nothing is kept."""
    form = WordingForm(request.POST)
    text = form.cleaned_data["text"] if form.is_valid() else ""
    return respond(request, "agendas/desk/_tried.html", {"tried": tried(text)})


def question_on(here: Desk, code: str) -> DeskQuestion:
    """The question called `code`. Raises Http404."""
    try:
        return here.question(code)
    except KeyError:
        raise Http404 from None


def words_beside(request: HttpRequest, code: str) -> CentreQuestionForm | None:
    """The form of the question `code` where words came along with an act beside it that are not the ones it has."""
    if "text" not in request.POST:
        return None
    here = desk()
    row = _row(request, question_on(here, code))
    form = CentreQuestionForm(request.POST, desk=here, on=row, action=reverse("bank:word", args=[code]))
    return form if not {"revision", "edit_session", "heard"}.issuperset(form.changed_data) else None


def give_back(request: HttpRequest, code: str, notice: str, *, undo: str = "") -> HttpResponse:
    """The page of the question `code` once an act beside its words is done: they stand in their form, to be saved."""
    messages.success(request, notice, extra_tags=undo)
    here = desk()
    one = question_on(here, code)
    row, data = _row(request, one), request.POST.copy()
    # They are not older than what the act put there.
    data["revision"] = str(row.revision)
    form = CentreQuestionForm(data, desk=here, on=row, action=reverse("bank:word", args=[code]))
    form.add_error(None, _("What you typed isn’t saved yet. Save it if you still want it."))
    return _word_page(request, one, row, form)


def full_set() -> str:
    return _("A set you chose is full. Remove a question from it first.")


def _row(request: HttpRequest, one: DeskQuestion) -> CentreQuestion:
    rows = CentreQuestion.objects.editable_by(request.user).select_related("changed_by")
    return rows.filter(code=one.asked.id).first() or CentreQuestion.of(one.asked)


def _word_page(request: HttpRequest, one: DeskQuestion, row: CentreQuestion, form: CentreQuestionForm) -> HttpResponse:
    context = {"one": one, "row": row, "tried": _tried(form), **_history(request, one)}
    return respond(request, "agendas/desk/word.html", context, form=form)


def _history(request: HttpRequest, one: DeskQuestion) -> dict[str, Any]:
    """Who hid it, and which wordings of it can still be put back."""
    hidden = Hidden.objects.visible_to(request.user).filter(code=one.asked.id).select_related("changed_by").first()
    removed = Removed.objects.visible_to(request.user).of(CentreQuestion).lately(timezone.now())
    here = [kept for kept in removed if kept.column("code") == one.asked.id and not one.asked.own]
    return {"hidden": hidden, "removed": here}


def _posted(request: HttpRequest) -> QueryDict | None:
    """What the form holds; with the coach's `wording` in place of its own, which is not kept before it is saved."""
    if request.method != "POST":
        return None
    data = request.POST.copy()
    if "wording" in data:
        data["text"] = data.get("wording", "")
    return data


def _tried(form: CentreQuestionForm) -> TriedWords:
    """What the coach says of the words that stand in the form."""
    words = form["text"].value() if not form.is_bound else "" if "text" in form.errors else form.cleaned_data["text"]
    return tried(words or "")
