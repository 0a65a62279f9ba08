"""What is said by telephone or in person: nothing in it that only an eye can read."""

import re

import pytest

from coach.drafts import draft
from tests.coach.test_drafts import amina


@pytest.mark.parametrize(
    ("occasion", "channel", "more", "words"),
    [
        ("nudge", "phone", {"asked_on": "Friday 9 October"}, "I called you on Friday 9 October to ask for a 20-minute"),
        ("nudge", "in_person", {"asked_on": "Friday 9 October"}, "I asked you on Friday 9 October for a 20-minute"),
        ("nudge", "phone", {"asked_by": "email"}, "I wrote to you a little while ago to ask for a 20-minute"),
        ("nudge", "in_person", {"answer": "later"}, "When I asked you a little while ago, you kindly said"),
        ("nudge", "phone", {}, "ten minutes or two quick questions would help too."),
        ("confirm", "phone", {}, "we'll talk on Friday 8 January at 1 p.m., Tokyo time, for 20 minutes."),
        ("confirm", "phone", {"place": "Room 4.12"}, "We'll meet in Room 4.12."),
        ("confirm", "phone", {"place": "Café Luna"}, "We'll meet at Café Luna."),
        ("confirm", "phone", {"mode": "online", "place": "https://meet.example.org/a"}, "make sure you have the link."),
        ("confirm", "phone", {"mode": "online", "place": "Teams, she sends the link"}, "Teams, you'll send the link."),
        ("move", "phone", {}, "I need to move our conversation on Friday 8 January at 1 p.m., Tokyo time."),
        ("cancel", "phone", {"reason": "Because of a family emergency"}, "This is because of a family emergency."),
        (
            "cancel",
            "phone",
            {"reason": "Taking my dad to dialysis, my brother usually does it"},
            "The reason: [say it to them: Taking my dad",
        ),
        (
            "cancel",
            "phone",
            {"reason": "She has to travel to Oslo"},
            "I understand that you have to travel to Oslo, so we",
        ),
        ("keep", "phone", {"learned": "👍 networking is being curious"}, "with me: networking is being curious."),
        (
            "report",
            "in_person",
            {"met": "Mr Patel"},
            "You made this possible. Thank you again.",
        ),
    ],
)
def test_a_script_can_be_said_aloud(occasion: str, channel: str, more: dict[str, object], words: str) -> None:
    when = {
        "starts": "Friday 8 January, 13:00–13:20, Tokyo time (5:00–5:20, Berlin time)",
        "starts_on": "Friday 8 January",
        "starts_aloud": "Friday 8 January at 1 p.m., Tokyo time",
    }
    body = draft(occasion, channel, amina(**when, **more)).body
    assert words in body
    assert not re.search(r"When:|Where:|No need to reply|reply to this|I hope all is well|by email|[–(]|://", body)


@pytest.mark.parametrize(
    ("occasion", "channel", "hello"),
    [
        ("confirm", "phone", "Hello, Dr. Osei, this is Zoe K.\n"),
        ("confirm", "in_person", "Hello, Dr. Osei. I'm Zoe K.\n"),
        ("keep", "in_person", "Hello, Dr. Osei.\n"),
    ],
)
def test_a_spoken_message_has_no_salutation_and_no_signature(occasion: str, channel: str, hello: str) -> None:
    body = draft(occasion, channel, amina(student="zoe k.")).body
    assert body.startswith(hello)
    assert "Kind regards" not in body
