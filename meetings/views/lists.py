"""All conversations, whom to ask next, and beginning a new one."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.who import current_user
from centre.models import Centre
from centre.roles import students_only
from contacts.models import Contact
from core.http import done, respond
from core.ids import resolve_ids, row_number
from core.once import made_already, once
from goals.models import Goal
from meetings.apart import tell_meetings_apart
from meetings.forms import BeginForm
from meetings.groups import OPEN, PAST, TITLES, grouped
from meetings.models import Meeting
from meetings.models.meeting import MeetingQuerySet
from meetings.shortlist import A_LIST, open_goals, ranked

ROWS = 50
# More open conversations than these nobody has at a time; what is beyond them is found by its person.
MOST_OPEN = 200


@students_only
def index(request: HttpRequest) -> HttpResponse:
    """Every conversation: the open ones in groups, `?show=` one group whole, and the past page by page."""
    mine: MeetingQuerySet = Meeting.objects.visible_to(request.user).with_people().newest_first()
    chosen, now = request.GET.get("show", ""), timezone.now()
    if chosen in TITLES:
        every = grouped(mine.at_stage(*OPEN)[:MOST_OPEN], now, most=MOST_OPEN)
        group = next((group for group in every if group.key == chosen), None)
        page = Paginator(group.rows if group else [], ROWS).get_page(request.GET.get("page"))
        tell_meetings_apart(row.meeting for row in page)
        return respond(request, "meetings/group.html", {"title": TITLES[chosen], "page": page})
    past = Paginator(mine.at_stage(*PAST), ROWS).get_page(request.GET.get("page"))
    groups = grouped(mine.at_stage(*OPEN)[:MOST_OPEN], now) if past.number == 1 else []
    tell_meetings_apart([*(row.meeting for group in groups for row in group.rows), *past])
    return respond(request, "meetings/index.html", {"groups": groups, "page": past})


@students_only
def shortlist(request: HttpRequest) -> HttpResponse:
    """Up to ten people, the best to ask first; `?goal=<pk>` for one goal alone."""
    goals = open_goals(request.user)
    asked = row_number(request.GET.get("goal", ""))
    aim = get_object_or_404(Goal.objects.visible_to(request.user).open(), pk=asked) if asked else None
    served = [aim] if aim else goals
    found = ranked(request.user, served, timezone.now(), Centre.recent().policy) if served else []
    # Nobody may fit because nobody is there yet.
    has_people = bool(found) or Contact.objects.visible_to(request.user).exists()
    context = {"goals": goals, "goal": aim, "candidates": found[:A_LIST], "has_people": has_people}
    return respond(request, "meetings/shortlist.html", context)


@students_only
@once
def begin(request: HttpRequest) -> HttpResponse:
    """Choose a person, what for, and how long."""
    people = Contact.objects.visible_to(request.user).latest_touch_first()
    aimed_at = Goal.objects.visible_to(request.user).open()
    sent = request.POST if request.method == "POST" else request.GET
    contacts = resolve_ids(people.order_by(), [pk for pk in sent.getlist("contact") if pk])
    served = resolve_ids(aimed_at, sent.getlist("goals" if request.method == "POST" else "goal"))
    goals = aimed_at.on_offer(also=[goal.pk for goal in served])
    # The only goal that there is needs no choosing.
    chosen = served or (list(goals) if len(goals) == 1 else [])
    start: dict[str, Any] = {"contact": contacts[0] if contacts else None, "goals": [goal.pk for goal in chosen]}
    start["minutes"] = Centre.recent().policy.minutes_default
    data = request.POST if request.method == "POST" else None
    form = BeginForm(data, people=people, goals=goals, initial=start)
    if form.is_valid():
        words = form.values()
        meeting = _planned(request, served, words["contact"], words["minutes"]) or Meeting.begin(
            by=current_user(request),
            now=timezone.now(),
            contact=words["contact"],
            minutes=words["minutes"],
            goals=served,
        )
        return done(request, "meetings:person", meeting.pk)
    return respond(request, "meetings/begin.html", {"people": people.exists(), "goals": goals}, form=form)


def _planned(request: HttpRequest, goals: list[Goal], contact: Contact, minutes: int) -> Meeting | None:
    """The conversation begun in just this way, as long as nobody is asked for it."""
    begun = Meeting.objects.visible_to(request.user).filter(asked_at=None, held_at=None, cancelled_at=None)
    meeting = made_already(begun, contact=contact, minutes=minutes, starts_at=None)
    return meeting if meeting and set(meeting.goals.all()) == set(goals) else None
