"""Whom to ask next: one's people weighed against one's open goals, with the reasons (docs/CRAFT.md, "Whom to ask")."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.utils import timezone

from centre.models import Centre, Term
from coach.policy import Policy
from coach.weighing import GoalFacts, PersonFacts, WeighedPerson, stems, weigh
from contacts.models import Contact, Quiet
from contacts.models.questions import ContactQuerySet
from goals.models import Goal
from meetings.models import Meeting

A_LIST = 10
# Nobody further down is shown or suggested.
NEAR = 40
MOST_GOALS = 20
MOST_STEMS = 30
# With more people than these, the ones whose words meet a goal are looked at first, then the warm ones.
MOST_CANDIDATES = 400
# What counts as "this term" between two terms.
BETWEEN_TERMS = timedelta(days=120)


@dataclass(frozen=True)
class Candidate:
    """A person and what speaks for and against asking them next."""

    contact: Contact
    weighed: WeighedPerson


def best_to_ask(user: Any, now: datetime, *, policy: Policy | None = None) -> Candidate | None:
    """The one person to suggest: the best to ask, with nothing that speaks against it; None where there is nobody.

    Before it is nobody, it is whom somebody named and nobody asked yet, though their address is still to be found.
    """
    goals = open_goals(user)
    if not goals:
        return None
    found = _weighed(user, goals, now, policy or Centre.recent().policy)
    good = [one for one in found if one.weighed.score > 0 and not one.weighed.reasons_against]
    named = [one for one in found if one.contact.referred_by_id and _lacks_only_an_address(one)]
    return next(iter(_not_quiet(good or named)), None)


def open_goals(user: Any) -> list[Goal]:
    return list(Goal.objects.visible_to(user).open().newest_first()[:MOST_GOALS])


def ranked(user: Any, goals: Sequence[Goal], now: datetime, policy: Policy) -> list[Candidate]:
    """Everybody for whom more speaks than against, the best first.

    One query for the people, one for who among the first asked to be left alone.
    """
    return _not_quiet([candidate for candidate in _weighed(user, goals, now, policy) if candidate.weighed.score > 0])


def _weighed(user: Any, goals: Sequence[Goal], now: datetime, policy: Policy) -> list[Candidate]:
    """Everybody, the best first; one query."""
    today = timezone.localdate(now)
    facts = [GoalFacts(kind=goal.kind, subject=goal.subject, wants=goal.wants) for goal in goals]
    weighed = [
        Candidate(contact, weigh(_facts(contact), facts, policy, today=today))
        for contact in _candidates(user, facts, _term_began(today))
    ]
    return sorted(weighed, key=lambda c: (-c.weighed.score, c.contact.sort_name, c.contact.pk))


def _not_quiet(best: list[Candidate]) -> list[Candidate]:
    """Those of `best` who did not ask to be left alone, as far as anybody looks; one query."""
    quiet = Quiet.among(candidate.contact for candidate in best[:NEAR])
    return [candidate for candidate in best if candidate.contact.pk not in quiet]


def _candidates(user: Any, goals: Sequence[GoalFacts], since: datetime) -> ContactQuerySet:
    """The people to weigh, each knowing what their conversations say about asking them."""
    talks = Meeting.objects.visible_to(user).filter(contact=OuterRef("pk"))
    silent = talks.at_stage(Meeting.Stage.ASKED, Meeting.Stage.NO_ANSWER).order_by("-asked_at", "-pk")
    people = Contact.objects.visible_to(user).select_related("referred_by").defer("search_words")
    annotated: ContactQuerySet = people.annotate(
        talking=Exists(talks.underway()),
        talked_this_term=Exists(talks.filter(held_at__gte=since)),
        asked_this_term=Exists(talks.filter(asked_at__gte=since)),
        unanswered_at=Subquery(silent.values("asked_at")[:1]),
    )
    off_subject = Case(When(_on_subject(goals), then=Value(0)), default=Value(1))
    return annotated.order_by(off_subject, "warmth", "sort_name", "pk")[:MOST_CANDIDATES]


def _lacks_only_an_address(one: Candidate) -> bool:
    there = one.contact.channels or one.contact.profile_link
    return not there and len(one.weighed.reasons_against) == 1


def _on_subject(goals: Sequence[GoalFacts]) -> Q:
    """In SQL, roughly: whose words hold a word of a goal's subject, or who can help with what a goal prepares."""
    words = sorted({word for goal in goals for word in stems(goal.subject)}, key=lambda word: (-len(word), word))
    wanted = (
        Q(standing__in=["recruiter", "senior", "founder"]) if any(g.kind == "materials" for g in goals) else Q(pk=0)
    )
    for word in words[:MOST_STEMS]:
        wanted |= Q(search_words__contains=word)
    return wanted


def _facts(contact: Any) -> PersonFacts:
    silent: datetime | None = contact.unanswered_at
    return PersonFacts(
        role=contact.role,
        organisation=contact.organisation,
        field=contact.field,
        standing=contact.standing,
        tags=tuple(contact.tags),
        graduated_in=contact.graduated_in,
        warmth=contact.warmth,
        named_by=contact.referred_by.name if contact.referred_by else "",
        has_channel=bool(contact.channels or contact.profile_link),
        talking=contact.talking,
        talked_this_term=contact.talked_this_term,
        asked_this_term=contact.asked_this_term,
        unanswered_since=timezone.localdate(silent) if silent else None,
    )


def _term_began(today: date) -> datetime:
    term = Term.at(today)
    began = term.starts_on if term else today - BETWEEN_TERMS
    return datetime(began.year, began.month, began.day, tzinfo=timezone.get_current_timezone())
