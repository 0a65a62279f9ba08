"""The one question that stands open on the sheet: its words, its minutes, its place."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from agendas.forms import MinutesForm, PlaceForm, QuestionForm
from agendas.models import Question
from agendas.plan import Plan, PlannedQuestion
from goals.models import Goal
from meetings.models import Meeting


def open_row(request: HttpRequest, meeting: Meeting, plan: Plan, question: PlannedQuestion) -> dict[str, Any]:
    """What templates/agendas/_open.html needs to show the `question` of `plan`."""
    row = question.row

    def to(act: str) -> str:
        return reverse(f"agendas:{act}", args=[meeting.pk, row.pk])

    goals = goals_on_offer(request, [aim.pk for aim in plan.goals])
    came = MinutesForm.BEFORE in request.POST and request.POST.get("opened") == str(row.pk)
    typed = request.POST.get("text", row.text) if came else row.text
    # What was refused beside another act stands there still, over the words that it was typed over.
    kept = request.POST if typed.strip() != row.text else None
    words = words_form(row, kept, meeting=meeting, goals=goals, in_place=True)
    if kept is None:
        # As they were typed, or the device would take a space at their end for words that are not saved.
        words.initial["text"] = typed
    minutes = MinutesForm(row=row, initial={"minutes": row.minutes}, action=to("allot"))
    # Of two places, up and down lead to the other.
    place = (
        PlaceForm(row=row, places=question.places, initial={"position": question.number}, action=to("move_to"))
        if question.of > 2
        else None
    )
    return {"opened": row.pk, "words_form": words, "minutes_form": minutes, "place_form": place}


def words_form(
    row: Question, data: QueryDict | None = None, *, meeting: Meeting, goals: Iterable[Goal], in_place: bool
) -> QuestionForm:
    """The form of a question that is there, its ids its own: another may stand on the page."""
    return QuestionForm(
        data,
        on=row,
        meeting=meeting,
        goals=goals,
        serves=row.goals.all(),
        in_place=in_place,
        action=reverse("agendas:revise", args=[meeting.pk, row.pk]),
        auto_id=f"question-{row.pk}-%s",
    )


def goals_on_offer(request: HttpRequest, here: Sequence[int]) -> list[Goal]:
    """The goals on offer: those of the conversation, numbered `here`, then the latest of the student's other open ones.

    Of each kind the newest is first.
    """
    return sorted(Goal.objects.visible_to(request.user).on_offer(also=here), key=lambda goal: goal.pk not in here)
