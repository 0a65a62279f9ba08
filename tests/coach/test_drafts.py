"""Every draft is whole, polite and short, whatever is known (docs/CRAFT.md, "Messages")."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.drafts import OCCASIONS, Facts, draft
from coach.policy import Policy
from coach.wording import count_words

CHANNELS = ("email", "phone", "linkedin", "in_person")
JOB_TALK = re.compile(r"\b(job|internship|opening|hiring|vacancy|résumé|resume|cv)\b", re.I)
PLACEHOLDER = re.compile(r"[\[\]{}<>]|None|\(\)|  ")

word = st.text(alphabet="abcdeéghiklmnprstuzøłжшあ", min_size=1, max_size=12).filter(
    lambda word: not JOB_TALK.search(word)
)


def words(most: int) -> st.SearchStrategy[str]:
    return st.lists(word, min_size=1, max_size=most).map(" ".join)


def maybe(most: int) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), words(most), st.just("[to fill in]"), st.just("  two   spaces  "))


facts = st.builds(
    Facts,
    student=words(4),
    contact=words(4),
    addressed=st.one_of(st.just(""), words(3)),
    programme=st.one_of(maybe(8), st.just("BSc Marine Biology"), st.just("M.A. in History")),
    university=st.one_of(st.just(""), words(3)),
    phone=st.sampled_from(["", "+49 170 1234567"]),
    link=st.sampled_from(["", "https://example.org/amina"]),
    organisation=maybe(5),
    field=maybe(4),
    known=st.sampled_from(
        ["event", "party", "internship", "manager", "family", "teacher", "alumni", "online", "referral", "other"]
    ),
    known_words=maybe(60),
    referrer=maybe(3),
    why_them=st.one_of(maybe(70), st.just("She moved from the laboratory to policy")),
    goal_kind=st.sampled_from(["", "field", "role", "employer", "materials", "decide"]),
    goal_subject=st.one_of(maybe(12), st.just("Summer internship"), st.just("Marine conservation")),
    minutes=st.sampled_from([15, 20, 30]),
    windows=st.lists(words(5), max_size=2).map(tuple),
    asked_on=st.sampled_from(["", "Monday 9 November 2026"]),
    answer=st.sampled_from(["", "yes", "later", "no"]),
    starts=st.sampled_from(["", "Thursday 26 November, 15:00–15:20, Berlin time (14:00–14:20, Accra time)"]),
    day_before=st.booleans(),
    mode=st.sampled_from(["", "in_person", "phone", "online"]),
    place=maybe(5),
    reason=maybe(8),
    held_on=st.sampled_from(["", "Thursday 26 November 2026"]),
    long_ago=st.booleans(),
    thanks_line=maybe(20),
    learned=maybe(12),
    promise=maybe(8),
    offer=maybe(8),
    named=maybe(4),
    news=maybe(12),
)


@given(facts=facts, channel=st.sampled_from(CHANNELS))
@settings(max_examples=100, deadline=None)
def test_a_request_says_what_it_is_and_how_long_and_leaves_the_choice(facts: Facts, channel: str) -> None:
    body = draft("request", channel, facts).body
    assert "informational interview" in body
    assert f"{facts.minutes} minutes" in body
    assert "in person" in body
    assert "by phone" in body
    assert "online" in body
    assert "hank you" in body
    assert not JOB_TALK.search(body)


@given(facts=facts, channel=st.sampled_from(CHANNELS), occasion=st.sampled_from(OCCASIONS))
@settings(max_examples=120, deadline=None)
def test_no_draft_leaves_a_placeholder_or_a_gap(facts: Facts, channel: str, occasion: str) -> None:
    written = draft(occasion, channel, facts)
    assert not PLACEHOLDER.search(written.body)
    assert not PLACEHOLDER.search(written.subject)
    assert len(written.subject) <= 200
    assert bool(written.subject) == (channel == "email")
    assert not re.search(r"\s[.,;?!]|\.\.|,,|:\s*$", written.body, re.M)


@given(facts=facts)
@settings(max_examples=100, deadline=None)
def test_an_email_request_has_60_to_120_words(facts: Facts) -> None:
    assert 60 <= count_words(draft("request", "email", facts).body) <= 120


@given(facts=facts, limit=st.integers(150, 400))
@settings(max_examples=100, deadline=None)
def test_a_linkedin_note_fits_the_characters_of_the_centre(facts: Facts, limit: int) -> None:
    assert len(draft("request", "linkedin", facts, Policy(linkedin_characters=limit)).body) <= limit


@given(facts=facts)
def test_a_thank_you_has_60_to_120_words_by_email(facts: Facts) -> None:
    assert 55 <= count_words(draft("thanks", "email", facts).body) <= 125


def amina(**more: object) -> Facts:
    known: dict[str, object] = {
        "student": "Amina Yusuf",
        "contact": "Dr. Efua Osei",
        "addressed": "Dr. Osei",
        "programme": "BSc Marine Biology",
        "organisation": "Blue Shelf Institute",
        "goal_kind": "field",
        "goal_subject": "Marine conservation",
        **more,
    }
    return Facts(**known)  # type: ignore[arg-type]


ALUMNI = "You graduated from the university where I study now"


def first_line(facts: Facts) -> str:
    return draft("request", "email", facts).body.split("\n\n")[1].split(". ")[0]


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"referrer": "Professor Lindt"}, "Professor Lindt suggested that I write to you"),
        ({"known": "event", "known_words": "Kiel careers fair"}, "We met at an event (Kiel careers fair)"),
        ({"known": "event", "known_words": "We met in Kiel."}, "We met in Kiel"),
        ({"known": "event", "known_words": "Gave the talk on seagrass"}, "You gave the talk on seagrass"),
        ({"known": "event", "known_words": "Keeps a blog"}, "We met at an event (you keep a blog)"),
        ({"known": "alumni", "known_words": "Teaches my missed course"}, f"{ALUMNI} (you teach my missed course)"),
        ({"known": "event", "known_words": "Met at the Kiel fair."}, "We met at the Kiel fair"),
        ({"known": "event", "known_words": "I liked her talk"}, "We met at an event"),
        ({"known": "alumni"}, ALUMNI),
        ({"known": "other"}, "Your work at Blue Shelf Institute is close to what I would like to understand better"),
        ({"known": "other", "known_words": "Keeps a blog"}, "How I know of you: you keep a blog"),
    ],
)
def test_the_first_line_is_the_connection(more: dict[str, object], line: str) -> None:
    assert first_line(amina(**more)) == line


@pytest.mark.parametrize(
    ("more", "subject"),
    [
        ({}, "Marine Biology student: informational interview about working in marine conservation"),
        ({"programme": ""}, "Informational interview about working in marine conservation"),
        (
            {"referrer": "Professor Lindt"},
            "Professor Lindt suggested I write: informational interview about working in marine conservation",
        ),
    ],
)
def test_the_subject_follows_one_of_three_patterns(more: dict[str, object], subject: str) -> None:
    assert draft("request", "email", amina(**more)).subject == subject


@pytest.mark.parametrize(
    ("kind", "subject", "about"),
    [
        ("field", "Marine conservation", "about working in marine conservation,"),
        ("field", "German literature", "about working in German literature,"),
        ("role", "Data analyst", "about the role of data analyst,"),
        ("employer", "Blue Shelf Institute", "about what it is like to work at Blue Shelf Institute,"),
        ("materials", "CV for field posts", "about what makes a good application in your field,"),
        ("decide", "PhD or industry", "about a choice I am weighing (PhD or industry),"),
        ("field", "Internship at a bank", "about your work and how you came to it,"),
        ("", "", "about your work and how you came to it,"),
    ],
)
def test_the_kind_of_goal_shapes_the_sentence(kind: str, subject: str, about: str) -> None:
    assert about in draft("request", "email", amina(goal_kind=kind, goal_subject=subject)).body


def test_what_was_written_about_them_is_not_sent_to_them() -> None:
    body = draft("request", "email", amina(why_them="She moved from the laboratory to policy")).body
    assert "She moved" not in body
    assert "Your work at Blue Shelf Institute" in body


def test_a_no_is_answered_with_thanks_and_one_question() -> None:
    body = draft("close", "email", amina(answer="no")).body
    assert "Thank you for letting me know" in body
    assert "grateful for a name" in body


def test_after_a_long_silence_one_says_again_who_one_is() -> None:
    body = draft("keep", "email", amina(long_ago=True, held_on="Thursday 26 November 2026")).body
    assert "We spoke on Thursday 26 November 2026 about working in marine conservation" in body


def test_a_reminder_offers_an_easier_way_and_a_way_out() -> None:
    body = draft("nudge", "email", amina(asked_on="Monday 9 November 2026")).body
    assert "on Monday 9 November 2026" in body
    assert "ten minutes by phone" in body
    assert "a short no is perfectly fine" in body


def test_a_spoken_message_has_no_salutation_and_no_signature() -> None:
    body = draft("confirm", "phone", amina(starts="Thursday 26 November 2026, 15:00")).body
    assert body.startswith("Hello, Dr. Osei, this is Amina Yusuf.")
    assert "Kind regards" not in body
