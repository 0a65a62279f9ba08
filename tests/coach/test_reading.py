"""How a text is read before it is judged."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach import messages
from coach.messages.parsed import denied
from coach.questions.rulebook import lines as sections
from coach.questions.rulebook import rules
from coach.reading.durations import durations
from coach.reading.normalise import MOST, normalise
from coach.reading.phrases import PhraseList
from coach.reading.sentences import sentences
from coach.warming import OF_MESSAGES, OF_QUESTIONS, warm
from tests.coach.scoring import texts

# The lists of turns of phrase; slang is read as weights of single words.
LISTS = Path(messages.__file__).parent / "phrases"


@given(st.text(st.characters(), max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_every_place_leads_back_into_what_was_typed(raw: str, one: int, other: int) -> None:
    text = normalise(raw)
    assert len(text.plain) == len(text.low)
    start, end = sorted((min(one, len(text.plain)), min(other, len(text.plain))))
    begun, ended = text.origin(start, end)
    assert 0 <= begun <= ended <= len(raw)


def test_signs_that_mean_the_same_are_the_same() -> None:
    text = normalise("I’d\u00a0like  “caf\u00e9”\u2014re\u00adad\r\n\r\n\r\nnow")
    assert text.plain == 'I\'d like "cafe"-read\n\nnow'
    assert text.raw[slice(*text.origin(9, 15))] == "“café”"


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Dear Dr. Osei, I am R. Vignesh. I study at 3 p.m. on Fridays.", 2),
        ("Is it you? Yes! Good.", 3),
        ("Dear Dr. Osei,\n\nI study biology.\nBest,\nAmina", 4),
        ("This line was broken by the width of a window and it goes\non in the next one.", 1),
    ],
)
def test_sentences_end_where_they_end(body: str, count: int) -> None:
    assert len(sentences(normalise(body), "body")) == count


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("twenty-five minutes", 25, 25),
        ("15–20 min", 15, 20),
        ("ten or fifteen minutes", 10, 15),
        ("half an hour", 30, 30),
        ("a quarter of an hour", 15, 15),
        ("three quarters of an hour", 45, 45),
        ("an hour and a half", 90, 90),
        ("1.5 hours", 90, 90),
        ("a couple of hours", 120, 120),
        ("½ hr", 30, 30),
        ("from 2 to 2:30 pm", 30, 30),
        ("12:30 to 13:00", 30, 30),
        ("from nine until nine twenty-five", 25, 25),
    ],
)
def test_lengths_of_time_are_understood_in_any_form(words: str, least: float, most: float) -> None:
    (sentence,) = sentences(normalise(f"Shall we talk {words}?"), "body")
    assert [(length.least, length.most) for length in durations(sentence)] == [(least, most)]


@pytest.mark.parametrize(
    ("words", "reached"),
    [
        ("I am not looking for a job", True),
        ("I don't want a job", True),
        ("This is no request for a job", True),
        ("It is not a chat but a job", False),
        ("I do not know you, I want a job", False),
        ("I want a job", False),
    ],
)
def test_a_not_reaches_as_far_as_it_is_meant(words: str, reached: bool) -> None:
    (sentence,) = sentences(normalise(words), "body")
    assert denied(sentence, sentence.low.index("job")) == reached


def test_a_line_is_found_in_all_its_forms() -> None:
    lines = PhraseList("(would|could) you ... (call|ring)s? me", "i'd ~ like")
    for words in ("Could you perhaps ring me", "would you ever, maybe, call me", "Id really like", "I’d like"):
        (sentence,) = sentences(normalise(words), "body")
        assert lines.first(sentence), words


def test_a_short_line_takes_nothing_from_before_an_apostrophe() -> None:
    lines = PhraseList("queen", "any day", "tell me whether they")
    for words, found in (
        ("You are a queen", "queen"),
        ("I study at Queen's Court", None),
        ("Any day's fine", None),
        ("Tell me whether they're there", "tell me whether they"),
    ):
        (sentence,) = sentences(normalise(words), "body")
        match = lines.first(sentence)
        assert (match and match.low) == found, words


def test_a_gap_ends_inside_a_word_with_hyphens_too() -> None:
    (sentence,) = sentences(normalise("into the enrolled-nurse diploma"), "body")
    assert PhraseList("into the ~ nurse diploma").first(sentence)


def test_a_chain_of_hyphens_comes_to_an_end() -> None:
    """Were it read in every way, this would not."""
    lines = PhraseList("a ... b ... mended ~ lines")
    (sentence,) = sentences(normalise("a-b-" * 200 + "c"), "body")
    assert not lines.first(sentence)


def test_of_a_paste_only_the_beginning_is_read() -> None:
    text = normalise("word " * MOST)
    assert len(text.plain) == MOST
    assert text.raw == "word " * MOST


def test_a_warm_coach_has_every_list_compiled() -> None:
    warm()
    assert {file.stem for file in LISTS.glob("*.txt")} == {module.__name__.split(".")[-1] for module in OF_MESSAGES} | {
        "slang"
    }
    assert all("pattern" in vars(lines) for module in OF_MESSAGES for lines in module.PHRASES.values())


@pytest.mark.parametrize("name", OF_QUESTIONS)
def test_a_rule_finds_the_first_words_that_any_of_its_lines_finds(name: str) -> None:
    for kind, section in sections(name).items():
        lines = [re.compile(line, re.I) for line in section]
        for item in texts("questions"):
            found = rules(name)[kind].search(item["text"])
            starts = [match.start() for line in lines if (match := line.search(item["text"]))]
            assert (found and found.start()) == min(starts, default=None), (kind, item["text"])
