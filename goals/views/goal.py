"""A goal: set, word, reach, drop and reopen it."""

from datetime import datetime

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.who import current_user
from centre.roles import students_only
from core.forms import HouseForm
from core.http import done, respond
from core.once import made_already, once
from core.panels import panels
from goals.forms import GoalForm
from goals.models import Experiment, Goal

A_PAGE = 25


@students_only
def index(request: HttpRequest) -> HttpResponse:
    """Every goal: the open ones first."""
    goals = Goal.objects.visible_to(request.user).open_first()
    return respond(request, "goals/index.html", {"page": Paginator(goals, A_PAGE).get_page(request.GET.get("page"))})


@students_only
@once
def aim(request: HttpRequest) -> HttpResponse:
    """Set a goal."""
    form = GoalForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        words, own = form.values(), Goal.objects.visible_to(request.user)
        goal = made_already(own.open(), **words) or Goal.aim(by=current_user(request), now=timezone.now(), **words)
        return done(request, "goals:show", goal.pk, notice=_("Goal saved. Next, choose who to talk to."))
    return respond(request, "goals/aim.html", form=form)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One goal and what served it."""
    goal = get_object_or_404(Goal.objects.visible_to(request.user), pk=pk)
    return goal_page(request, goal, timezone.now())


def revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Word a goal anew."""
    goal = get_object_or_404(Goal.objects.editable_by(request.user), pk=pk)
    form = GoalForm(request.POST if request.method == "POST" else None, on=goal)
    ended = _("You’ve already reached or dropped this goal. Reopen it before you edit it.")
    if form.is_valid() and form.save_to(goal.revise, {Goal.Ended: ended}):
        return done(request, "goals:show", goal.pk, notice=_("Goal updated."))
    return respond(request, "goals/revise.html", {"goal": goal}, form=form)


@require_POST
@once
def reach(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it was found out."""
    goal, now = get_object_or_404(Goal.objects.editable_by(request.user), pk=pk), timezone.now()
    try:
        goal.reach(now=now)
    except Goal.Ended:
        return goal_page(request, goal, now, refused=_("You’ve already reached or dropped this goal."))
    notice, undo = _("You did it! You found out what you wanted to know."), reverse("goals:reopen", args=[pk])
    return done(request, "goals:show", pk, notice=notice, undo=undo)


@require_POST
@once
def let_go(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop aiming at it, without blame."""
    goal, now = get_object_or_404(Goal.objects.editable_by(request.user), pk=pk), timezone.now()
    try:
        goal.let_go(now=now)
    except Goal.Ended:
        return goal_page(request, goal, now, refused=_("You’ve already reached or dropped this goal."))
    message = _("Goal dropped. Knowing what you don’t want is useful too. You can bring it back any time.")
    return done(request, "goals:show", pk, notice=message, undo=reverse("goals:reopen", args=[pk]))


@require_POST
@once
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Aim at it again."""
    goal = get_object_or_404(Goal.objects.editable_by(request.user), pk=pk)
    try:
        goal.reopen()
    except Goal.Open:
        return goal_page(request, goal, timezone.now(), refused=_("This goal is already active."))
    return done(request, "goals:show", pk, notice=_("This goal is active again."))


def goal_page(request: HttpRequest, goal: Goal, now: datetime, *, refused: str = "") -> HttpResponse:
    """The goal's page; with the sentence `refused` on top where an act was refused."""
    form = HouseForm(request.POST) if refused else HouseForm()
    if refused:
        form.add_error(None, refused)
    experiments = Experiment.objects.visible_to(request.user).filter(goal=goal).open_first()
    context = {"goal": goal, "experiments": experiments, "panels": panels("goals:show", goal, request.user, now)}
    return respond(request, "goals/show.html", context, form=form)
