"""Whatever is pasted, the coach answers, and what it points at lies inside the text."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.facts import Facts
from coach.messages import check as messages
from coach.questions import agenda, question
from coach.questions.arranging import arrange
from coach.questions.plan import StatedGoal
from coach.review import MessageText, Remark, Severity, TextSpan
from tests.coach.asked import FAULTY, naughty
from tests.sampling import one_in

KINDS = ("request", "nudge", "thanks", "note")
CHANNELS = ("email", "linkedin", "phone", "in_person")

OWN_WORDS = [
    "",
    " ",
    "\0",
    "\ud800",
    "a\udfff\ud83d",
    "e\u0301" * 40,
    "İıſßﬃǅ" * 20,
    "\u202eemit ruoy fo setunim 02",
    "👩‍🔬 20 minutes? 👍🏽",
    "２０ minutes, ½ hour, ¾ h, 1⁄4",
    "[Your Name] {{name}} ____ <name>",
    "Dear Sir or Madam,\r\n\r\nHire me.\x85\u2028\u2029Thanks",
    "\ufeff\u200bWhat\u00a0do you earn?",
    "How do you " * 50,
]
# Words that wake the rules, between signs that nobody expects.
PIECES = [
    "Dear Dr. Brandt,",
    "informational interview",
    "20 to 30 minutes",
    "half an hour",
    "by phone or Zoom",
    "I am a second-year student of biology",
    "I am not asking for a job, but please keep me in mind",
    "You are the best in the world!",
    "You must reply by Friday",
    "whenever suits you",
    "[Company]",
    "I wrote to you last week",
    "Thank you for your time",
    "I learned that",
    "Would you be willing to",
    "Don't you agree that",
    "What do you earn?",
    "And how old are you?",
    "Who else should I talk to?",
    "from 2 to ",
    "½ hour",
    "quarter",
    "lol",
    "my idol",
    "“quoted”",
    "‘",
    "isn't it?",
    "2015",
    "\n\n",
    "\r\n",
    "İ",
    "ﬃ",
]
signs = st.text(st.characters(exclude_categories=()), max_size=40)
# What is put together from the rules' own words reaches deeper into them than signs by chance.
salads = st.lists(st.sampled_from([*PIECES, *" ".join(FAULTY).split()]), max_size=30)
texts = st.one_of(
    st.lists(st.one_of(signs, st.sampled_from(PIECES)), max_size=12).map(" ".join),
    salads.map(" ".join),
    salads.map("".join),
)
goals = st.lists(st.builds(StatedGoal, id=signs, text=texts), max_size=3)


def lies_inside(span: TextSpan, parts: dict[str, str]) -> bool:
    return span.part in parts and 0 <= span.start <= span.end <= len(parts[span.part])


def hold(remarks: Iterable[Remark], parts: dict[str, str]) -> None:
    """Every finding says all that a finding says, about words of this text."""
    for remark in remarks:
        assert remark.code
        assert remark.severity in Severity
        assert all(words.strip() for words in (remark.why, remark.mend)), remark
        assert len(remark.key) <= 200
        if remark.span is not None:
            assert lies_inside(remark.span, parts), remark
            assert remark.seen == parts[remark.span.part][remark.span.start : remark.span.end]
        else:
            assert remark.seen == ""
        if remark.repair is not None:
            assert remark.repair.label.strip()
            assert lies_inside(remark.repair.span, parts), remark


def try_message(body: str, subject: str = "", facts: Facts | None = None) -> None:
    facts = facts or Facts(student="Amina Yusuf", contact="Imke Brandt")
    for kind in KINDS:
        for channel in CHANNELS:
            title = subject if channel == "email" else ""
            review = messages.check(MessageText(kind, channel, body, title), facts, met=channel == "in_person")
            hold(review.remarks, {"body": body, "subject": title})
            assert all(isinstance(held, bool) for _, held in review.essentials)


def try_question(text: str, research: list[str], contact: str) -> None:
    review = question.check(text, research=research, contact=contact)
    hold(review.remarks, {"body": text})
    assert len([label for label in review.labels if label.startswith("stage=")]) == 1


def try_agenda(goal: str, minutes: int, questions: list[str], aims: list[StatedGoal], contact: str) -> None:
    review = agenda.check(goal, minutes, questions, aims=aims, contact=contact)
    assert len(review.stages) == len(questions)
    for remark in review.remarks:
        assert all(words.strip() for words in (remark.why, remark.mend)), remark
        assert all(at is None or 0 <= at < len(questions) for at in (remark.at, remark.other)), remark
    arranged = arrange(questions, minutes=minutes, contact=contact)
    assert sorted(arranged.order) == list(range(len(questions)))


@given(texts, signs)
@settings(deadline=None)
def test_any_message_is_answered(body: str, subject: str) -> None:
    try_message(body, subject)


@given(texts, signs, signs)
def test_any_names_are_answered(body: str, student: str, contact: str) -> None:
    try_message(body, facts=Facts(student=student, contact=contact))


@given(texts, st.lists(texts, max_size=2), signs)
@settings(deadline=None)
def test_any_question_is_answered(text: str, research: list[str], contact: str) -> None:
    try_question(text, research, contact)


@given(texts, st.integers(1, 600), st.lists(texts, max_size=8), goals, signs)
def test_any_agenda_is_answered(
    goal: str, minutes: int, questions: list[str], aims: list[StatedGoal], contact: str
) -> None:
    try_agenda(goal, minutes, questions, aims, contact)


@pytest.mark.parametrize("words", one_in(5, [*OWN_WORDS, *naughty()]))
def test_words_that_break_programs_are_answered(words: str) -> None:
    try_message(words, words, Facts(student=words, contact=words))
    try_question(words, [words], words)
    try_agenda(words, 20, [words, "What led you to this work?", words], [StatedGoal("1", words)], words)


LETTER = """Dear Sir/Madam,

I am a third-year student of marine biology at Harbor City College, and your talk on seagrass at the Kiel fair has
stayed with me. I would love to have a quick chat about how you moved from the laboratory to policy, and I can come to
your office on Tuesday.

Kind regards,
Amina Yusuf
"""
PASTES = (
    *("a", "A", " ", "\n", "(", '"', "'", "“", "?", ", ", "1", "x.", "[x ", "20 - ", "20 minutes ", "half an "),
    *("thank you ", "I would like to ", "you'", "Dear ", "when you ", "You left A and ", "I will come by Friday "),
    *(
        "what ",
        "Do you ",
        "and ",
        "is it, ",
        "most ",
        "your ",
        "how many ",
        "why is the ",
        "so ",
        "is there a ",
        LETTER,
    ),
)


@pytest.mark.parametrize("piece", one_in(3, PASTES), ids=lambda piece: repr(piece[:12]))
def test_a_paste_of_a_hundred_thousand_signs_is_answered(piece: str) -> None:
    """How soon, `bin/bench coach` tells."""
    paste = piece * (100_000 // len(piece))
    review = messages.check(MessageText("request", "email", paste), Facts(student="Amina Yusuf", contact="Imke Brandt"))
    hold(review.remarks, {"body": paste, "subject": ""})
    try_question(paste, [paste], paste)
    try_agenda("", 20, [paste, paste], [], paste)


def test_a_span_points_at_what_was_typed_and_not_at_what_was_levelled() -> None:
    body = (
        "Dear   Sir/Madam,\r\n\r\nI\u00a0am a stu\u00addent.  I’ll be waiting outside your office at 9 until you come."
    )
    facts = Facts(student="Amina Yusuf", contact="Dr. Efua Osei", addressed="Dr. Osei")
    found = {remark.code: remark for remark in messages.check(MessageText("request", "email", body), facts).remarks}
    assert found["generic_greeting"].seen == "Dear   Sir/Madam"
    assert found["pushy_or_demanding"].seen.startswith("I’ll be waiting")
