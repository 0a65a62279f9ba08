"""The one question that stands open on the sheet: its words, its minutes, its place."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from agendas.forms import MinutesForm, PlaceForm, QuestionForm
from agendas.models import Question
from agendas.plan import PlannedQuestion
from goals.models import Goal
from meetings.models import Meeting


def open_row(request: HttpRequest, meeting: Meeting, question: PlannedQuestion) -> dict[str, Any]:
    """What templates/agendas/_open.html needs to show `question`."""
    row = question.row

    def to(act: str) -> str:
        return reverse(f"agendas:{act}", args=[meeting.pk, row.pk])

    words = words_form(row, meeting=meeting, goals=goals_on_offer(request, meeting), in_place=True)
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


def goals_on_offer(request: HttpRequest, meeting: Meeting) -> list[Goal]:
    """The goals on offer: those of this conversation, then the latest of the student's other open ones."""
    here = list(meeting.goals.newest_first())
    rest = Goal.objects.visible_to(request.user).open().on_offer()
    return here + [goal for goal in rest if goal not in here]
