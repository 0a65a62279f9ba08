"""A student may mean it so: one remark about one letter is not said again."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from meetings.coaching import advice
from meetings.models import Message
from tests.meetings.test_mend import ROUGH, does, key, letter  # noqa: F401 - the same rough letter

pytestmark = pytest.mark.django_db


def _codes(message: Message) -> set[str]:
    message.refresh_from_db()
    return {found.code for found in advice(message, now=timezone.now()).remarks}


def test_is_not_said_again(as_amina: Client, letter: Message) -> None:  # noqa: F811
    assert "generic_greeting" in _codes(letter)
    does(as_amina, letter, "silence", silence=key(as_amina, letter, "generic_greeting"))
    assert "generic_greeting" not in _codes(letter)
    assert "states_duration" in _codes(letter)
    assert advice(letter, now=timezone.now()).silenced == 1


def test_is_said_again_about_other_words(as_amina: Client, letter: Message) -> None:  # noqa: F811
    does(as_amina, letter, "silence", silence=key(as_amina, letter, "generic_greeting"))
    letter.reword(seen=None, subject="", body=ROUGH.replace("Dear Sir or Madam", "To whom it may concern"))
    assert "generic_greeting" in _codes(letter)


def test_is_heard_again(as_amina: Client, letter: Message) -> None:  # noqa: F811
    does(as_amina, letter, "silence", silence=key(as_amina, letter, "generic_greeting"))
    does(as_amina, letter, "heed")
    assert "generic_greeting" in _codes(letter)


def test_belongs_to_one_letter(as_amina: Client, letter: Message, amina: User) -> None:  # noqa: F811
    does(as_amina, letter, "silence", silence=key(as_amina, letter, "generic_greeting"))
    other = Message.draft(letter.meeting, occasion="request", channel="linkedin", now=timezone.now())
    assert other.silenced == []


@pytest.mark.parametrize("word", ["", "x" * 5000, "<b>", "no:such key"])
def test_any_word_does_no_harm(as_amina: Client, letter: Message, word: str) -> None:  # noqa: F811
    assert does(as_amina, letter, "silence", silence=word).status_code == 200
    assert "generic_greeting" in _codes(letter)
