"""A centre's own text: slots filled, sentences left out whole, and no brace ever run."""

import re
from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import gaps
from coach.drafts import OCCASIONS, Draft, Facts, draft
from coach.policy import Policy
from coach.slots import SLOTS, known, offered
from coach.templates import begin, compose, fill, unknown
from tests.coach.test_drafts import CHANNELS, GAP, PLACEHOLDER, amina, facts

BARE = Facts(student="Bo Lindqvist", contact="Ana Sol")
NAMES = [f"{{{name}}}" for name in SLOTS]
pieces = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(["{", "}", "{{", "}}", "{0}", "{a.b}", "{{ x.__class__ }}", "{student!r:>{contact}}", "%(x)s"]),
    st.sampled_from([" ", "\n", "\n\n", ". ", "? ", ", ", ": ", "- ", "Dr. ", "Dear ", "about ", "I write"]),
    st.text(max_size=12),
)
texts = st.lists(pieces, max_size=30).map("".join)


@given(text=texts, facts=facts)
@settings(max_examples=50)
def test_no_text_raises_and_none_keeps_a_brace(text: str, facts: Facts) -> None:
    assert not set("{}") & set(fill(text, facts))
    assert all(piece in text for piece in unknown(text))


@given(text=texts)
def test_what_is_known_is_all_that_is_filled(text: str) -> None:
    for name in re.findall(r"(?<!\{)\{(\w+)\}(?!\})", text):
        assert (f"{{{name}}}" in unknown(text)) == (name not in SLOTS)


@given(words=st.sampled_from([*NAMES, "{{student}}", "%(student)s", "$student", "{0}"]), name=st.sampled_from(["role"]))
def test_the_words_of_a_fact_are_never_filled_again(words: str, name: str) -> None:
    said = fill("You are {role}. I am {student}.", amina(**{name: words}))
    assert "Amina Yusuf" in said
    assert said.count("Amina") == 1
    assert "{" not in said


@given(occasion=st.sampled_from(OCCASIONS), channel=st.sampled_from(CHANNELS), facts=facts)
@settings(max_examples=50)
def test_our_own_text_as_a_template_leaves_no_gap(occasion: str, channel: str, facts: Facts) -> None:
    own = begin(occasion, channel)
    written = compose(occasion, channel, facts, own=own)
    for words in (written.subject, written.body):
        words = GAP.sub("", words).replace("  ", " ") if GAP.search(words) else words
        assert not PLACEHOLDER.search(words)
        assert not re.search(r"\s[,;?!]|\.\.|,,", words)
    assert bool(written.subject) == (channel == "email")


@pytest.mark.parametrize("occasion", OCCASIONS)
@pytest.mark.parametrize("channel", CHANNELS)
def test_what_begins_from_ours_has_slots_that_can_be_known(occasion: str, channel: str) -> None:
    own = begin(occasion, channel)
    assert unknown(own.subject) == unknown(own.body) == ()
    assert "\ue000" not in own.subject + own.body
    assert set(re.findall(r"\{(\w+)\}", own.subject + own.body)) <= set(offered(occasion))


def test_what_begins_from_ours_says_what_ours_says() -> None:
    roomy = Policy(request_words_target=200)
    ours = draft("request", "email", FULL, roomy)
    assert compose("request", "email", FULL, roomy, begin("request", "email")) == ours


MOVED = "I'm writing to you because you moved to policy"
FULL = amina(
    role="Marine ecologist",
    asked_on="Monday 9 November 2026",
    known="event",
    known_words="Kiel careers fair",
    why_them="You moved to policy",
    promise="send the paper.",
    phone="+49 170 1234567",
    link="https://example.org/amina",
    windows=("Monday at ten", "Friday at two"),
    place="Harbour Café",
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dear {addressed},\n\nHello. You are at {organisation}.", "Dear Ana Sol,\n\nHello."),
        ("One. Two at {organisation}. Three.", "One. Three."),
        ("One.\n\nTwo at {organisation}.\n\nThree.", "One.\n\nThree."),
        ("Kind regards,\n{student}\n{phone}\n{link}", "Kind regards,\nBo Lindqvist"),
        ("I work\nwith {organisation}\nas you know. Thank you.", "Thank you."),
        ("I would like to hear about\n{organisation}. Thank you.", "Thank you."),
        ("You can reach me here:\n{phone}", ""),
        ("I read of Dr. {organisation}. Thanks.", "Thanks."),
        ("I met J. {organisation} in Kiel. Thanks.", "Thanks."),
        ("Is {organisation} far? Thanks.", "Thanks."),
        ("{connection} {who} {why_them} Thanks.", "My name is Bo Lindqvist, and I'm a student. WHY Thanks."),
        ("- {organisation}\n- {minutes} minutes", "- 20 minutes"),
        ("1. {organisation} first\n2. {minutes} minutes", "2. 20 minutes"),
        ("Dear {role},\n\nHello.", "Dear Ana Sol,\n\nHello."),
        ("Dear {role},\nHello.", "Dear Ana Sol,\nHello."),
        ("Thanks {student}, see {organisation}.", ""),
        ("One {nonsense}. Two.", "Two."),
        ("One {{student}}. Two {.", ""),
        ("", ""),
    ],
)
def test_a_sentence_without_its_fact_is_left_out_whole(text: str, said: str) -> None:
    assert fill(text, BARE) == said.replace("WHY", gaps.WHY)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{why_them} Would you have {minutes} minutes?", f"{MOVED}. Would you have 20 minutes?"),
        ("{why_them}, and so I do.", f"{MOVED}, and so I do."),
        ("{why_them} and so I do.", f"{MOVED} and so I do."),
        ("I promised: {promised}", "I promised: As I promised, I'll send you the paper."),
        ("{goal} is what I ask about.", "Working in marine conservation is what I ask about."),
        ("I promised: {promise}.", "I promised: send you the paper."),
        ("{link}", "https://example.org/amina"),
        ("{link} is me.", "https://example.org/amina is me."),
        ("On {asked_on} I wrote to Dr. {contact}.", "On Monday 9 November 2026 I wrote to Dr. Dr. Efua Osei."),
        ("{place}.", "Harbour Café."),
        ("100 % of $x and %s and \\1.", "100 % of $x and %s and \\1."),
    ],
)
def test_words_stand_in_a_sentence_as_one_writes_them(text: str, said: str) -> None:
    assert fill(text, FULL) == said


def test_a_greeting_without_any_name_still_greets() -> None:
    nameless = Facts(student="Bo", contact="[name]")
    assert fill("Dear {addressed},\n\nHello.", nameless) == "Good day,\n\nHello."
    assert fill("Dear {addressed},", nameless) == "Good day,"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{student} {contact}", ()),
        ("{{ x.__class__ }} {0} {a.b} {0}", ("{{ x.__class__ }}", "{0}", "{a.b}")),
        ("{Student} { student } {}", ("{Student}", "{ student }", "{}")),
        ("{{student}} { and }", ("{{student}}", "{ and }")),
        ("a { b\nc }", ("{", "}")),
        ("{not {student}", ("{",)),
    ],
)
def test_braces_that_are_no_slot_are_told_as_they_were_typed(text: str, found: tuple[str, ...]) -> None:
    assert unknown(text) == found


@pytest.mark.parametrize(
    "text", ["{" * 5000, "{a" * 2500, "." * 5000, ". " * 2500, "\n " * 2500, "A. " * 1700, " " * 5000]
)
def test_no_text_takes_long(text: str) -> None:
    began = perf_counter()
    fill(text, FULL)
    unknown(text)
    assert perf_counter() - began < 1


def test_a_text_of_which_nothing_is_left_gives_way_to_ours() -> None:
    own = Draft("About {organisation}", "You are at {organisation}.")
    assert compose("request", "email", BARE, own=own) == draft("request", "email", BARE)


def test_a_close_to_somebody_who_answered_stays_ours() -> None:
    own = Draft("", "You did not answer.")
    assert compose("close", "email", BARE, own=own).body == "You did not answer."
    for answer in ("no", "later"):
        facts = replace(BARE, answer=answer)
        assert compose("close", "email", facts, own=own) == draft("close", "email", facts)


def test_only_an_email_has_a_subject_and_it_is_one_line() -> None:
    own = Draft("From {student} " + "x" * 300, "Hello.")
    assert compose("nudge", "phone", BARE, own=own).subject == ""
    assert len(compose("nudge", "email", BARE, own=own).subject) == 200


def test_every_slot_says_what_it_is_and_has_a_plain_name() -> None:
    assert all(re.fullmatch(r"[a-z_]+", name) and slot.says for name, slot in SLOTS.items())
    assert all(set(slot.when) <= set(OCCASIONS) for slot in SLOTS.values())
    assert set(known(BARE)) == set(SLOTS)
