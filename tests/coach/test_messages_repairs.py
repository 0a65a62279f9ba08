"""A repair does what its button says: its finding is gone, and no other has come."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.facts import Facts
from coach.messages.check import check
from coach.messages.mending import LONGEST_TO_MEND
from coach.policy import Policy
from coach.review import MessageText, Repair
from tests.coach.messages import FACTS, remark, review

RICH = replace(
    FACTS, university="University of Kiel", referrer="Dana Reyes", organisation="Blue Shelf", learned="to wait"
)


def mended(message: MessageText, repair: Repair) -> MessageText:
    span = repair.span
    old = getattr(message, span.part)
    return replace(message, **{span.part: old[: span.start] + repair.words + old[span.end :]})


def body_after(code: str, body: str, kind: str = "request", channel: str = "email", facts: Facts = FACTS) -> str:
    repair = remark(review(body, kind, channel, facts=facts), code).repair
    assert repair
    return mended(MessageText(kind, channel, body), repair).body


messages = st.builds(
    lambda kind, channel, greeting, sentences, closing, gap: MessageText(
        kind, channel, f"{greeting}{gap}{' '.join(sentences)}{gap}{closing}", "A question" if channel == "email" else ""
    ),
    kind=st.sampled_from(["request", "nudge", "thanks"]),
    channel=st.sampled_from(["email", "linkedin", "phone", "in_person"]),
    greeting=st.sampled_from(
        ["Dear Sir/Madam,", "Dear Dr. Osei,", "Hi there!", "To whom it may concern:", "Hello [Name],"]
    ),
    sentences=st.lists(
        st.sampled_from(
            [
                "I am a student of marine biology at Kiel.",
                "I read your report on seagrass.",
                "Could we have a quick chat?",
                "I would love to talk to you about your path.",
                "Might I ask you for an informational interview?",
                "I would be glad of an hour of your time.",
                "I can come to your office on Tuesday",
                "Any time suits me.",
                "Your work at [Company] interests me.",
                "I wrote to you last week.",
                "We could speak by phone.",
                "It was great to meet you.",
            ]
        ),
        max_size=6,
        unique=True,
    ),
    closing=st.sampled_from(
        ["Kind regards,\nAmina Yusuf", "Thank you!\nAmina", "Best,\n[Your Name]", "Amina Yusuf", ""]
    ),
    gap=st.sampled_from(["\n\n", " ", "\n", "\r\n\r\n"]),
)


@given(message=messages, facts=st.sampled_from([FACTS, RICH, Facts("", "")]), most=st.sampled_from([15, 30, 60]))
@settings(max_examples=40, deadline=None)
def test_a_repair_ends_its_finding_and_brings_no_other(message: MessageText, facts: Facts, most: int) -> None:
    policy = Policy(minutes_max=most)
    before = check(message, facts, policy=policy).remarks
    codes = Counter(found.code for found in before)
    for found in before:
        if found.repair:
            again = mended(message, found.repair)
            after = Counter(other.code for other in check(again, facts, policy=policy).remarks)
            assert after[found.code] < codes[found.code], again.body
            assert not after - codes, again.body


def test_a_chat_is_called_what_it_is() -> None:
    body = "Dear Dr. Osei,\n\nCould we have a quick chat about reefs?\n\nAmina"
    assert "a quick informational interview about reefs?" in body_after("names_purpose", body)


def test_the_length_stands_beside_the_name_of_the_meeting() -> None:
    body = "Dear Dr. Osei,\n\nMight I ask you for an informational interview about reefs?\n\nAmina"
    assert "an informational interview of 20 minutes about reefs?" in body_after("states_duration", body)


def test_an_hour_becomes_what_the_centre_allows() -> None:
    body = "Dear Dr. Osei,\n\nMight I have an informational interview of an hour?\n\nAmina"
    assert "of 20 minutes?" in body_after("duration_ok", body)


def test_a_greeting_to_anybody_becomes_one_by_name() -> None:
    assert body_after("generic_greeting", "Dear Sir/Madam,\n\nI study biology.\n\nAmina").startswith(
        "Dear Dr. Osei,\n\n"
    )


def test_a_slot_is_filled_with_what_is_known() -> None:
    body = "Dear [Name],\n\nYour work at [Company] interests me.\n\nBest,\n[Your Name]"
    found = [
        other.repair.words
        for other in review(body, facts=RICH).remarks
        if other.code == "placeholder_left" and other.repair
    ]
    assert found == ["Dr. Osei", "Blue Shelf", "Amina Yusuf"]


def test_thanks_come_before_the_signature() -> None:
    body = "Dear Dr. Osei,\n\nCould we talk about reefs?\n\nKind regards,\nAmina Yusuf"
    assert body_after("thanks_in_closing", body).endswith("Thank you for considering it.\n\nKind regards,\nAmina Yusuf")


def test_nothing_is_put_in_where_there_is_no_room() -> None:
    note = "Dear Dr. Osei, " + "could we talk about reefs and seagrass? " * 7
    found = review(note, channel="linkedin").remarks
    assert [other.repair for other in found if other.repair and len(note) + len(other.repair.words) > 300] == []


@pytest.mark.parametrize(("most", "codes"), [(30, set()), (20, {"duration_ok"})])
def test_the_centre_decides_how_long_is_too_long(most: int, codes: set[str]) -> None:
    message = MessageText(
        "request", "email", "Dear Dr. Osei,\n\nMight I have 25 minutes for an informational interview?\n\nAmina"
    )
    found = check(message, FACTS, policy=Policy(minutes_max=most)).remarks
    assert {other.code for other in found} & {"duration_ok"} == codes


def test_the_missing_come_first_then_the_faults_then_the_hints() -> None:
    body = "Dear Sir/Madam,\n\nCould we have a chat? Please confirm by Friday at noon.\n\nAmina"
    ranks = [["missing", "fault", "hint"].index(found.severity) for found in review(body).remarks]
    assert ranks == sorted(ranks)


def test_another_letter_is_only_kept_from_faults() -> None:
    found = review("Dear Dr. Osei,\n\nI have to cancel our conversation on [date].\n\nAmina", kind="note")
    assert [other.code for other in found.remarks] == ["placeholder_left"]
    assert found.essentials == ()


def test_the_essentials_say_what_is_there() -> None:
    body = (
        "Dear Dr. Osei,\n\nI study biology. May I have 20 minutes for an informational interview?\n\nThank you,\nAmina"
    )
    assert dict(review(body).essentials) == {
        "says who you are": True,
        "says why you chose them": False,
        "says it’s an informational interview": True,
        "asks for a short time": True,
        "lets them choose the time": False,
        "ends with a thank-you": True,
    }


def test_worship_is_no_reason_even_in_the_students_own_words() -> None:
    facts = replace(FACTS, known_words="You are the greatest engineer alive")
    body = f"Dear Dr. Osei,\n\n{facts.known_words}. Could we talk?\n\nThank you,\nAmina"
    assert not dict(review(body, facts=facts).essentials)["says why you chose them"]
    facts = replace(FACTS, known_words="You build boats of paper")
    body = f"Dear Dr. Osei,\n\n{facts.known_words}. Could we talk?\n\nThank you,\nAmina"
    assert dict(review(body, facts=facts).essentials)["says why you chose them"]


def test_an_hour_asked_for_is_named_and_too_long() -> None:
    labels = review("Dear Dr. Osei,\n\nCould I have one hour of your time on Monday at 9?\n\nThank you,\nAmina").labels
    assert "states_duration" in labels
    assert "duration_ok" not in labels


def test_nothing_is_put_into_a_paste() -> None:
    long = "I would like to hear about your work.\n" * 200
    assert len(long) > LONGEST_TO_MEND
    assert any(found.repair for found in review(long[:1000]).remarks)
    assert not any(found.repair for found in review(long).remarks)


def test_one_who_asks_again_and_again_for_no_talk_is_answered() -> None:
    """Each try reads the letter again; were there no end to them, this would take long."""
    many = "I would not like a quick chat. " * (LONGEST_TO_MEND // 31)
    repair = remark(review(many), "names_purpose").repair
    assert repair
    assert repair.words.startswith(" This would be an informational interview")
