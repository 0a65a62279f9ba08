"""What a student will try next for a goal: plan, revise, finish, drop, reopen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from core.http import belongs_to, done, respond
from core.once import made_already, once
from goals.forms import ExperimentForm, OutcomeForm
from goals.models import Experiment, Goal
from goals.views.goal import goal_page


def _experiment(request: HttpRequest, pk: int) -> Experiment:
    return get_object_or_404(Experiment.objects.editable_by(request.user).select_related("goal"), pk=pk)


def _page(request: HttpRequest, pk: int) -> Goal:
    return _experiment(request, pk).goal


@once
def plan_experiment(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what to try next, and by when."""
    goal, now = get_object_or_404(Goal.objects.editable_by(request.user), pk=pk), timezone.now()
    data, today = request.POST if request.method == "POST" else None, timezone.localdate(now)
    form = ExperimentForm(data, goal=goal, today=today)
    if form.is_valid():
        words, own = form.values(), Experiment.objects.visible_to(request.user).filter(goal=goal)
        try:
            made_already(own.open(), **words) or Experiment.plan(by=current_user(request), now=now, goal=goal, **words)
        except Experiment.Enough:
            form.add_error(None, _("You’ve planned 20 things for this goal. Finish or edit one of them instead."))
        else:
            return done(request, "goals:show", pk, notice=_("Saved. You’ll find it here, with your goal."))
    return respond(request, "goals/experiment.html", {"goal": goal}, form=form)


def revise_experiment(request: HttpRequest, pk: int) -> HttpResponse:
    """Word it anew, or give it another day."""
    row = _experiment(request, pk)
    data, today = request.POST if request.method == "POST" else None, timezone.localdate()
    form = ExperimentForm(data, goal=row.goal, today=today, on=row)
    ended = _("You’ve already tried or dropped this. Reopen it before you edit it.")
    if form.is_valid() and form.save_to(row.revise, {Experiment.Ended: ended}):
        return done(request, "goals:show", row.goal_id, notice=_("Saved."))
    return respond(request, "goals/experiment.html", {"goal": row.goal}, form=form)


def finish_experiment(request: HttpRequest, pk: int) -> HttpResponse:
    """It was tried: what came of it."""
    row = _experiment(request, pk)
    form = OutcomeForm(request.POST if request.method == "POST" else None, on=row)
    dropped = _("You dropped this. Reopen it first.")
    if form.is_valid() and form.save_to(row.finish, {Experiment.Ended: dropped}, now=timezone.now()):
        undo = reverse("goals:reopen_experiment", args=[pk])
        return done(request, "goals:show", row.goal_id, notice=_("Well done for trying it."), undo=undo)
    return respond(request, "goals/outcome.html", {"experiment": row, "goal": row.goal}, form=form)


@belongs_to(_page)
@require_POST
def drop_experiment(request: HttpRequest, pk: int) -> HttpResponse:
    """It is not going to be tried."""
    row = _experiment(request, pk)
    try:
        row.drop(now=timezone.now())
    except Experiment.Ended:
        return goal_page(request, row.goal, timezone.now(), refused=_("You’ve already tried this. Reopen it first."))
    message, undo = _("Dropped: %(what)s") % {"what": row.text}, reverse("goals:reopen_experiment", args=[pk])
    return done(request, "goals:show", row.goal_id, notice=message, undo=undo)


@belongs_to(_page)
@require_POST
def reopen_experiment(request: HttpRequest, pk: int) -> HttpResponse:
    """Have it to try again."""
    row = _experiment(request, pk)
    row.reopen()
    return done(request, "goals:show", row.goal_id, notice=_("Reopened: %(what)s") % {"what": row.text})
