"""Who to contact next."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from centre.models import Term
from coach.policy import Policy
from contacts.models import Contact
from goals.models import Goal
from meetings.models import Meeting
from meetings.shortlist import A_LIST, MOST_CANDIDATES, best_to_ask, open_goals, ranked
from tests.cast import NOW, a_contact, a_goal

SHORTLIST = reverse("meetings:shortlist")


def blank(owner: User, name: str, **more: object) -> Contact:
    """Somebody of whom nothing is known but a name and an address."""
    nothing = {"role": "", "organisation": "", "field": "", "email": "someone@example.org"}
    return a_contact(owner, name, **{**nothing, **more})


def asked(owner: User, contact: Contact, days_ago: int, **more: object) -> Meeting:
    at = NOW - timedelta(days=days_ago)
    facts = {"asked_at": at, "asked_by": "email", **more}
    return Meeting.objects.create(owner=owner, contact=contact, begun_at=at, **facts)


def test_asks_for_a_goal_first(as_amina: Client, amina: User) -> None:
    a_contact(amina)
    page = as_amina.get(SHORTLIST).content.decode()
    assert "what do you want to find out?" in page
    assert reverse("goals:aim") in page
    assert "Osei" not in page


def test_asks_for_a_person_where_nobody_fits(as_amina: Client, amina: User) -> None:
    a_goal(amina)
    blank(amina, "Nobody Known")
    page = as_amina.get(SHORTLIST).content.decode()
    assert "No one on your list matches" in page
    assert reverse("contacts:add") in page


def test_asks_for_the_first_person_where_there_are_none(as_amina: Client, amina: User) -> None:
    a_goal(amina)
    page = as_amina.get(SHORTLIST).content.decode()
    assert "Who could help you find out?" in page
    assert "No one on your list" not in page


def test_shows_the_best_first_with_the_reasons_as_sentences(as_amina: Client, amina: User) -> None:
    a_goal(amina)
    blank(amina, "Ada Cole", warmth="B")
    lund = blank(amina, "Per Lund")
    osei = a_contact(amina, standing=Contact.Standing.DOES_THE_JOB, referred_by=lund)
    page = as_amina.get(SHORTLIST).content.decode()
    assert page.index("Dr. Efua Osei") < page.index("Ada Cole")
    for words in (
        "Works in the field of your goal “Marine conservation”.",
        "Does this work every day.",
        "Per Lund suggested them.",
        "You’re on friendly terms.",
        "Plan a conversation",
        f"?contact={osei.pk}",
    ):
        assert words in page
    assert page.count(reverse("contacts:show", args=[lund.pk])) == 0


def test_shows_at_most_ten(as_amina: Client, amina: User) -> None:
    a_goal(amina)
    for number in range(A_LIST + 5):
        a_contact(amina, f"Person {number:02d}")
    assert as_amina.get(SHORTLIST).content.decode().count("Works in the field") == A_LIST


def test_weighs_only_own_people_against_own_open_goals(as_bo: Client, amina: User, bo: User) -> None:
    a_contact(amina)
    a_goal(amina)
    a_contact(bo, "Bo's Friend")
    a_goal(bo).let_go(now=NOW)
    assert "what do you want to find out?" in as_bo.get(SHORTLIST).content.decode()
    a_goal(bo)
    page = as_bo.get(SHORTLIST).content.decode()
    assert "Bo&#x27;s Friend" in page
    assert "Osei" not in page


@pytest.mark.parametrize(
    ("days_ago", "more", "reason"),
    [
        (20, {"held_at": NOW - timedelta(days=10)}, "You’ve already talked with them this term."),
        (30, {"closed_at": NOW - timedelta(days=10)}, "and they didn’t reply"),
    ],
)
def test_a_conversation_speaks_against_asking_again(
    amina: User, days_ago: int, more: dict[str, object], reason: str
) -> None:
    Term.objects.create(name="Autumn", starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 20))
    a_goal(amina, "Blue Shelf Institute", kind=Goal.Kind.EMPLOYER)
    a_goal(amina)
    lund = blank(amina, "Per Lund")
    osei = a_contact(amina, warmth="A", standing="does_the_job", graduated_in=2024, referred_by=lund)
    asked(amina, osei, days_ago, **more)
    (found,) = ranked(amina, open_goals(amina), NOW, Policy())
    assert any(reason in words for words in found.weighed.reasons_against)
    assert best_to_ask(amina, NOW) is None


def test_leaves_out_whom_one_talks_with_already(as_amina: Client, amina: User) -> None:
    a_goal(amina)
    asked(amina, a_contact(amina), 3)
    assert "Dr. Efua Osei" not in as_amina.get(SHORTLIST).content.decode()


def test_says_where_else_to_look(as_amina: Client, amina: User) -> None:
    a_goal(amina)
    assert f'href="{reverse("contacts:ways")}"' in as_amina.get(SHORTLIST).content.decode()


def test_what_was_asked_last_term_does_not_count(amina: User) -> None:
    Term.objects.create(name="Autumn", starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 20))
    a_goal(amina)
    osei = a_contact(amina)
    asked(amina, osei, 120, held_at=NOW - timedelta(days=100))
    best = best_to_ask(amina, NOW)
    assert best is not None
    assert best.weighed.reasons_against == ()


def test_best_to_ask_is_nobody_without_a_goal_and_never_somebody_without_an_address(amina: User) -> None:
    a_contact(amina, "No Address", email="")
    assert best_to_ask(amina, NOW) is None
    a_goal(amina)
    assert best_to_ask(amina, NOW) is None
    osei = a_contact(amina)
    best = best_to_ask(amina, NOW)
    assert best is not None
    assert best.contact == osei


def test_asks_the_same_few_questions_for_one_person_as_for_a_hundred(as_amina: Client, amina: User) -> None:
    a_goal(amina)
    lund = blank(amina, "Per Lund")
    a_contact(amina, referred_by=lund)
    as_amina.get(SHORTLIST)
    with CaptureQueriesContext(connection) as few:
        as_amina.get(SHORTLIST)
    for number in range(99):
        asked(amina, a_contact(amina, f"Person {number}", referred_by=lund), 2)
    with CaptureQueriesContext(connection) as many:
        as_amina.get(SHORTLIST)
    assert len(few) == len(many) <= 12


def test_of_thousands_looks_first_at_those_whose_words_meet_a_goal(amina: User) -> None:
    a_goal(amina)
    rows = [
        Contact(owner=amina, name=f"A {n}", sort_name=f"a {n:05d}", warmth="A", added_at=NOW)
        for n in range(MOST_CANDIDATES + 50)
    ]
    Contact.objects.bulk_create(rows)
    osei = a_contact(amina, "Zuzana Osei", warmth="C")
    best = best_to_ask(amina, NOW)
    assert best is not None
    assert best.contact == osei


def test_knows_the_goal_that_led_to_it_and_offers_to_add_a_person(as_amina: Client, as_bo: Client, amina: User) -> None:
    sea, law = a_goal(amina, "Marine conservation"), a_goal(amina, "Tax law")
    a_contact(amina, "Efua Osei", field="Marine conservation")
    a_contact(amina, "Per Lund", field="Tax law")
    assert f"{SHORTLIST}?goal={law.pk}" in as_amina.get(law.get_absolute_url()).content.decode()
    page = as_amina.get(SHORTLIST, {"goal": law.pk}).content.decode()
    assert "For your goal: <bdi>Tax law</bdi>" in page
    assert f"&amp;goal={law.pk}" in page
    assert "Per Lund" in page.partition("</h2>")[0]
    assert "Efua Osei" in as_amina.get(SHORTLIST, {"goal": sea.pk}).content.decode().partition("</h2>")[0]
    assert reverse("contacts:add") in page
    assert as_bo.get(SHORTLIST, {"goal": sea.pk}).status_code == 404
