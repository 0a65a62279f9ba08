"""The adviser never falls over, keeps its time, and points at the words it means."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.facts import Facts
from coach.findings import Message
from coach.messages.check import check
from tests.corpora import corpus

FACTS = Facts(student="Amina Yusuf", contact="Dr. Efua Osei", addressed="Dr. Osei")
KINDS = ("request", "nudge", "thanks", "note")
CHANNELS = ("email", "linkedin", "phone", "in_person")
LETTER = """Dear Sir/Madam,

I am a third-year student of marine biology at Harbor City College, and your talk on seagrass at the Kiel fair has
stayed with me. I would love to have a quick chat about how you moved from the laboratory to policy, and I can come to
your office on Tuesday.

Kind regards,
Amina Yusuf
"""


def review(body: str, kind: str = "request", channel: str = "email", subject: str = "") -> set[str]:
    """The codes found; every span is checked against the text on the way."""
    found = check(Message(kind, channel, body, subject), FACTS).findings
    for finding in found:
        if finding.span:
            text = subject if finding.span.part == "subject" else body
            assert 0 <= finding.span.start <= finding.span.end <= len(text)
            assert text[finding.span.start : finding.span.end] == finding.seen
    return {finding.code for finding in found}


@given(
    body=st.text(st.characters(), max_size=300),
    subject=st.text(st.characters(), max_size=40),
    kind=st.sampled_from(KINDS),
    channel=st.sampled_from(CHANNELS),
)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(body: str, subject: str, kind: str, channel: str) -> None:
    review(body, kind, channel, subject)


@given(
    pieces=st.lists(
        st.sampled_from(
            [
                *("Dear ", "Hi [Name],\n\n", "20 min", "½ hour", "I will ", "come to your office "),
                *("informational interview", " by phone ", "\n\n", "? ", ". ", "you're ", "my idol", "thanks "),
                *("any time", "from 2 to ", "quarter", "a job ", "by Friday ", "lol ", "\ud800", "\u202e", "\0"),
                *("يوم", "‘", "“quoted”", "\r\n", "  ", "İ", "ﬁ", "👩‍🎓", "x" * 50),
            ]
        ),
        max_size=40,
    ),
    kind=st.sampled_from(KINDS),
)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_any_mixture_of_known_words_is_read(pieces: list[str], kind: str) -> None:
    review("".join(pieces), kind)


def test_naughty_strings_are_read() -> None:
    folder = corpus("naughty-strings")
    if folder is None:
        pytest.skip("no folder of naughty strings beside the project")
    for words in json.loads((folder / "blns.json").read_text(encoding="utf-8")):
        for kind in KINDS:
            review(words, kind, subject=words)
            review(LETTER.replace("seagrass", words), kind)


@pytest.mark.parametrize(
    "paste",
    [
        LETTER * 250,
        "a" * 100_000,
        " " * 100_000,
        "thank you " * 10_000,
        "I would like to " * 6_250,
        "(" * 100_000,
        '"' * 100_000,
        "half an " * 12_500,
        "20 - " * 20_000,
        "\n" * 100_000,
        "you'" * 25_000,
        "[" + "x " * 50_000,
        "Dear " * 20_000,
        "when you " * 11_000,
        "20 minutes " * 9_000,
        "I will come by Friday " * 4_500,
    ],
    ids=lambda paste: repr(paste[:12]),
)
def test_a_paste_of_a_hundred_thousand_signs_is_answered_at_once(paste: str) -> None:
    took = []
    for _ in range(3):
        begun = time.process_time()
        review(paste)
        took.append(time.process_time() - begun)
    assert min(took) < 0.25


def test_a_letter_is_read_in_a_few_milliseconds() -> None:
    review(LETTER)
    took = []
    for _ in range(15):
        begun = time.process_time()
        review(LETTER * 3)
        took.append(time.process_time() - begun)
    assert min(took) < 0.03


def test_a_span_points_at_what_was_typed_and_not_at_what_was_levelled() -> None:
    body = (
        "Dear   Sir/Madam,\r\n\r\nI\u00a0am a stu\u00addent.  I’ll be waiting outside your office at 9 until you come."
    )
    found = {finding.code: finding for finding in check(Message("request", "email", body), FACTS).findings}
    assert found["generic_greeting"].seen == "Dear   Sir/Madam"
    assert found["pushy_or_demanding"].seen.startswith("I’ll be waiting")
