"""The policies: each named once, explained, kept within sense."""

from dataclasses import replace

import pytest
from django.test import Client

from centre.models import Centre
from centre.policies import ORDERED, RULES, SECTIONS
from coach.policy import Policy
from tests.cast import Cast

ASKING = {
    "minutes_default": "15",
    "minutes_max": "30",
    "request_words_target": "90",
    "request_words_warn": "120",
    "request_words_strong": "200",
    "linkedin_characters": "200",
    "explain_interview": "no",
}


def test_every_policy_has_its_place_and_its_sentence() -> None:
    assert sorted(rule.name for rule in RULES) == sorted(Policy.__dataclass_fields__)
    assert all(str(rule.why).endswith(".") for rule in RULES)
    known = {rule.name for rule in RULES}
    assert all(low in known and high in known for low, high in ORDERED)


def test_every_default_is_allowed(cast: Cast, as_dara: Client) -> None:
    for section in SECTIONS:
        data = {rule.name: rule.default for rule in section.rules if rule.default is not False}
        assert as_dara.post(f"/centre/policies/{section.slug}/", data).status_code == 302
    assert as_usual(Centre.current().policy) == Policy()


def as_usual(policy: Policy) -> Policy:
    """`policy` before the centre has looked where it is."""
    return replace(policy, explain_interview="place")


@pytest.mark.parametrize(
    ("zone", "explains"),
    [
        ("Europe/Berlin", True),
        ("Africa/Accra", True),
        ("America/Mexico_City", True),
        ("UTC", True),
        ("America/New_York", False),
        ("America/Toronto", False),
    ],
)
def test_the_term_is_explained_where_it_is_little_known(centre: Centre, zone: str, explains: bool) -> None:
    centre.revise(seen=None, time_zone=zone)
    assert Centre.current().policy.explains == explains
    for chosen, then in (("yes", True), ("no", False)):
        centre.revise(seen=None, explain_interview=chosen)
        assert Centre.current().policy.explains == then


def test_every_room_reads_what_the_director_wrote(cast: Cast, as_dara: Client) -> None:
    as_dara.post("/centre/policies/asking/", ASKING)
    as_dara.post("/centre/policies/open-questions/", {"handwritten_card": "on"})
    policy = Centre.current().policy
    assert (policy.minutes_default, policy.request_words_target, policy.handwritten_card) == (15, 90, True)
    assert policy.questions_ahead is False
    page = as_dara.get("/centre/").content.decode()
    assert "Minutes asked for: 15 minutes" in page
    assert "(default: 20 minutes)" in page


@pytest.mark.parametrize(
    ("section", "field", "words"),
    [
        ("asking", "minutes_default", "25"),
        ("asking", "minutes_max", "14"),
        ("asking", "request_words_warn", "80"),
        ("asking", "request_words_strong", "110"),
        ("asking", "linkedin_characters", ""),
        ("asking", "linkedin_characters", "99999999999999999999"),
        ("asking", "request_words_target", "-5"),
        ("waiting", "nudges_max", "3"),
        ("afterwards", "thank_late_hours", "2"),
        ("afterwards", "warmth_c_months", "5"),
        ("introduction", "pitch_words_max", "20"),
    ],
)
def test_refuses_at_the_field(cast: Cast, as_dara: Client, section: str, field: str, words: str) -> None:
    rules = next(one for one in SECTIONS if one.slug == section).rules
    data = {rule.name: str(rule.default) for rule in rules} | {field: words}
    answer = as_dara.post(f"/centre/policies/{section}/", data)
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert as_usual(Centre.current().policy) == Policy()


def test_minutes_asked_for_stay_under_the_most(cast: Cast, as_dara: Client) -> None:
    answer = as_dara.post("/centre/policies/asking/", {**ASKING, "minutes_default": "30", "minutes_max": "20"})
    assert answer.status_code == 422
    assert "can’t be less than “Minutes asked for" in answer.content.decode()


def test_a_stale_form_loses_nothing(cast: Cast, as_dara: Client) -> None:
    Centre.current().revise(seen=None, linkedin_characters=280)
    answer = as_dara.post("/centre/policies/asking/", {**ASKING, "revision": "0", "edit_session": "one"})
    assert answer.status_code == 422
    assert Centre.current().linkedin_characters == 280


def test_there_is_no_other_section(cast: Cast, as_dara: Client) -> None:
    assert as_dara.get("/centre/policies/nonsense/").status_code == 404


def test_the_overview_stays_small(cast: Cast, as_dara: Client, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(6):
        as_dara.get("/centre/")
