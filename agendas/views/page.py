"""The agenda's own page, and the answer that every change of it gives."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from agendas.forms import MinutesForm
from agendas.models import Agenda, Question
from agendas.plan import Plan, PlannedQuestion, plan_of
from agendas.views.opened import open_row
from centre.models import Removed
from coach.questions.arranging import Move
from contacts.models import Finding
from core.http import done, page_of_script, respond, wants_fragment
from core.ids import row_number
from meetings.models import Meeting
from meetings.views.step import step_context

# What a bank that stands open beside the sheet hears, to look anew which of its questions are there.
CAME_OR_WENT = "question-came-or-went"
PAGE, FRAGMENT = "agendas/agenda.html", "agendas/_agenda.html"


def agenda(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet as it will print; `open` names the question that stands open, `at` the one that was closed."""
    meeting, opened = own_meeting(request, pk), row_number(request.GET.get("open"))
    context = whole_page(request, meeting, timezone.now(), opened=opened)
    context["focus"] = opened or row_number(request.GET.get("at"))
    return respond(request, PAGE, context, fragment=FRAGMENT)


@require_POST
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    """A first agenda, to be changed at will."""
    meeting, now = own_meeting(request, pk), timezone.now()
    try:
        Agenda.of(meeting).fill()
    except Agenda.Filled:
        notice = _("Your agenda already has questions, so we didn’t change it.")
        return changed(request, meeting, now, notice, focus=True)
    notice = _("Here’s a first agenda. Move, edit or remove anything you like.")
    return changed(request, meeting, now, notice, focus=True, came_or_went=True)


def own_meeting(request: HttpRequest, pk: int) -> Meeting:
    """The conversation through its door, with what the plan shows of it."""
    door = Meeting.objects.editable_by(request.user).select_related("contact", "pitch", "owner")
    return get_object_or_404(door, pk=pk)


def research_of(request: HttpRequest, meeting: Meeting) -> list[str]:
    """What the student found out about the person already, in words."""
    found = Finding.objects.visible_to(request.user).filter(contact=meeting.contact_id).oldest_first()
    return list(found.values_list("text", flat=True))


def whole_page(request: HttpRequest, meeting: Meeting, now: datetime, *, opened: int = 0) -> dict[str, Any]:
    """What agenda.html shows, with the question `opened` open; its fragment needs no more than the plan."""
    plan = plan_of(meeting, now=now, research=research_of(request, meeting))
    question = plan.question(opened)
    removed = Removed.objects.visible_to(request.user).of(Question, meeting).lately(now)
    context: dict[str, Any] = {
        "plan": plan,
        "meeting": meeting,
        "planned": _with_removed(plan.planned, [one for one in removed if not one.column("spare")]),
        "spare": _with_removed(plan.spare, [one for one in removed if one.column("spare")]),
        **(open_row(request, meeting, plan, question) if question else {}),
        "lost": _lost_words(request, plan, removed),
    }
    return context if wants_fragment(request) else {**context, **step_context(meeting, "agenda")}


def changed(
    request: HttpRequest,
    meeting: Meeting,
    now: datetime,
    notice: str,
    *,
    at: Question | Removed | None = None,
    focus: bool = False,
    closes: bool = False,
    came_or_went: bool = False,
    moves: Sequence[Move] | None = None,
) -> HttpResponse:
    """The answer to a change: the sheet anew to htmx, the page at question `at` (or where it was) to others.

    What stood open stays open, unless the act `closes` it. `moves` are shown with their reasons, or `notice` where
    there are none. `focus`: whether its place takes the focus; a moved row keeps the focus on its own button.
    `came_or_went`: whether there are other questions on it than before.
    """
    opened = 0 if closes or isinstance(at, Removed) else row_number(request.POST.get("opened"))
    context = {}
    if wants_fragment(request):
        context = {
            **whole_page(request, meeting, now, opened=opened),
            "focus": at.pk if isinstance(at, Question) and focus else None,
            "focus_removed": at.pk if isinstance(at, Removed) else None,
            "nowhere": focus and not at,
            "moves": moves,
        }
    elif moves:
        notice = " ".join([notice, *(f"“{move.text}” {move.words}" for move in moves)])
    to = address(meeting, at=at, opened=opened)
    answer = done(request, to, notice=notice, fragment=FRAGMENT, context=context)
    return trigger_client_event(answer, CAME_OR_WENT, after="swap") if came_or_went else answer


def added(
    request: HttpRequest,
    meeting: Meeting,
    notice: str,
    *,
    fragment: str,
    to: str,
    context: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """The answer to what is added: `fragment` in its own place, and the sheet anew where one stands beside it."""
    agenda = reverse("agendas:agenda", args=[meeting.pk])
    values: dict[str, Any] = {"meeting": meeting, **(context or {})}
    here = wants_fragment(request) and page_of_script(request)
    if here and here.split("?")[0] == agenda:
        opened = row_number(request.POST.get("opened"))
        values = {**whole_page(request, meeting, timezone.now(), opened=opened), **values, "beside": True}
    return done(request, to, notice=notice, fragment=fragment, context=values)


def address(meeting: Meeting, *, at: Question | Removed | None = None, opened: int = 0) -> str:
    """The page with the question `opened` open, at the place of `at`."""
    there = f"#{'removed' if isinstance(at, Removed) else 'question'}-{at.pk}" if at else ""
    return f"{reverse('agendas:agenda', args=[meeting.pk])}{f'?open={opened}' if opened else ''}{there}"


def full() -> str:
    return _("Your agenda is full. Remove a question first.")


def _lost_words(request: HttpRequest, plan: Plan, removed: Sequence[Removed]) -> str:
    """What came along of a question that was removed in another window; "" where it only said what was removed."""
    words, gone = " ".join(request.POST.get("text", "").split()), row_number(request.POST.get("opened"))
    came = MinutesForm.BEFORE in request.POST and gone and plan.question(gone) is None
    known = any(one.column("text") == words for one in removed)
    return words if came and not known else ""


def _with_removed(questions: Sequence[PlannedQuestion], removed: Sequence[Removed]) -> list[PlannedQuestion | Removed]:
    """The questions, and in its place among them each that was taken off lately."""

    def place(one: PlannedQuestion | Removed) -> tuple[int, bool]:
        # Whatever followed it has its position now.
        return (one.column("position"), False) if isinstance(one, Removed) else (one.row.position, True)

    return sorted([*removed, *questions], key=place)
