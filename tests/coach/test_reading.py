"""How a text is read before it is judged."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.asking.phrases import lines as rules
from coach.asking.phrases import phrases
from coach.messages.letter import denied
from coach.reading.beginnings import first_words
from coach.reading.durations import lengths
from coach.reading.order import may_stand, told
from coach.reading.phrases import Phrases
from coach.reading.sentences import sentences
from coach.reading.signs import level
from coach.reading.traces import foremost, traces, wanted
from tests.coach.scoring import texts


@given(st.text(st.characters(), max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_every_place_leads_back_into_what_was_typed(raw: str, one: int, other: int) -> None:
    text = level(raw)
    assert len(text.plain) == len(text.low)
    start, end = sorted((min(one, len(text.plain)), min(other, len(text.plain))))
    begun, ended = text.origin(start, end)
    assert 0 <= begun <= ended <= len(raw)


def test_signs_that_mean_the_same_are_the_same() -> None:
    text = level("I’d\u00a0like  “caf\u00e9”\u2014re\u00adad\r\n\r\n\r\nnow")
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
    assert len(sentences(level(body), "body")) == count


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
    (sentence,) = sentences(level(f"Shall we talk {words}?"), "body")
    assert [(length.least, length.most) for length in lengths(sentence)] == [(least, most)]


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
    (sentence,) = sentences(level(words), "body")
    assert denied(sentence, sentence.low.index("job")) == reached


def test_a_line_is_found_in_all_its_forms() -> None:
    lines = Phrases("(would|could) you ... (call|ring)s? me", "i'd ~ like")
    for words in ("Could you perhaps ring me", "would you ever, maybe, call me", "Id really like", "I’d like"):
        (sentence,) = sentences(level(words), "body")
        assert lines.first(sentence), words


def test_a_chain_of_hyphens_is_read_in_one_way() -> None:
    """Were it read in every way, this would not come to an end."""
    lines = Phrases("a ... b ... mended ~ lines")
    (sentence,) = sentences(level("a-b-" * 200 + "c"), "body")
    assert not lines.within(sentence)


@pytest.mark.parametrize(
    ("line", "words", "may"),
    [
        ("would you ... call me", "would you please call me", True),
        ("would you ... call me", "call me, would you", False),
        ("would you ... call me", "would you call or, better, call me", True),
        ("would you ~ call", "would you one two three call", False),
        ("would you ~ call", "would you one-two-three four call", True),
        ("i ((now |often )*)(work|study) here", "i now often study here", True),
        ("i ((now |often )*)(work|study) here", "i am here to study", False),
        ("my (\\w+ ){0,2}(tutor|boss) said", "my very kind tutor said", True),
        ("my (\\w+ ){0,2}(tutor|boss) said", "my very old and kind tutor said", False),
        ("ask for your work", "ask for your work's sake", True),
        ("b.tech at( once)?", "btech at", True),
        (r"in (20|')\d\d or before", "in 2024 or before", True),
        (r"one \(two|three\) four|five", "anything", True),
    ],
)
def test_a_line_is_passed_by_only_where_its_words_do_not_stand(line: str, words: str, may: bool) -> None:
    (sentence,) = sentences(level(words), "body")
    assert may_stand(list(told(line)), sentence, 0) == may


def test_what_a_line_cannot_do_without() -> None:
    assert tuple(wanted(r"how (?:much|little) (?:do|did) you (?:really )?earn\b")) == (
        frozenset(["how"]),
        frozenset(["muc", "lit"]),
        frozenset(["you"]),
        frozenset(["ear"]),
    )
    assert foremost("how (?:much|little)|what sum") == frozenset(["how", "wha"])
    assert tuple(wanted(r"(?:a|the) \w+(?! then)s?|\d+")) == ()
    assert traces("Eaſy") == frozenset(["", "eas", "asy"])


@pytest.mark.parametrize("name", ["closed", "flattery", "frames", "job", "leading", "naming", "personal", "searchable"])
def test_a_rule_finds_what_its_lines_find_as_one_expression(name: str) -> None:
    for kind, told_there in rules(name).items():
        edged = sorted(told_there, key=lambda line: not line.startswith(r"\b"))
        whole = re.compile("|".join(f"(?:{line})" for line in edged), re.I)
        for item in texts("questions"):
            found, right = phrases(name)[kind].search(item["text"]), whole.search(item["text"])
            assert (found and found.span()) == (right and right.span()), (kind, item["text"])


def test_a_line_knows_its_first_words() -> None:
    assert first_words("(a |an )?(quick|brief) chats?") == {"a", "an", "quick", "brief"}
    with pytest.raises(ValueError, match="must begin with words"):
        first_words(r"\w+ chat")
