"""The coach mends what is safe to mend, in the student's own letter; one click takes it back."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from meetings.models import Message
from tests.cast import a_meeting
from tests.meetings.builders import a_draft

pytestmark = pytest.mark.django_db

ROUGH = """Dear Sir or Madam,

My name is Amina Yusuf and I study marine biology at Baltic University. Your survey of seagrass is why I write to you.

Could we hold an informational interview, by phone or online, on a day that suits you?

Thank you,
Amina Yusuf"""


@pytest.fixture
def letter(amina: User) -> Message:
    message = a_draft(a_meeting(amina))
    message.reword(seen=None, subject="Informational interview about seagrass", body=ROUGH)
    return message


def does(client: Client, message: Message, act: str, *, htmx: bool = True, **more: str) -> Any:
    words = {"subject": message.subject, "body": message.body, "revision": str(message.revision), "edit_session": "one"}
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(reverse(f"meetings:{act}", args=[message.pk]), {**words, **more}, headers=headers)


def key(client: Client, message: Message, code: str) -> str:
    """The key of the remark `code`, as the page offers it."""
    from django.utils import timezone

    from meetings.coaching import review

    return next(found.key for found in review(message, now=timezone.now()).remarks if found.code == code)


def test_the_remarks_stand_beside_the_saved_words(as_amina: Client, letter: Message) -> None:
    page = as_amina.get(reverse("meetings:ask", args=[letter.meeting_id])).content.decode()
    assert 'id="coach-line"' in page
    assert "Sir or Madam" in page.split('id="coach-remarks"')[1]


def test_greets_by_name(as_amina: Client, letter: Message) -> None:
    answer = does(as_amina, letter, "mend", mend=key(as_amina, letter, "generic_greeting"))
    assert answer.status_code == 200
    letter.refresh_from_db()
    assert letter.body.startswith("Dear Dr. Osei,")
    assert letter.body.endswith("Amina Yusuf")


def test_says_how_long(as_amina: Client, letter: Message) -> None:
    does(as_amina, letter, "mend", mend=key(as_amina, letter, "states_duration"))
    letter.refresh_from_db()
    assert "20 minutes" in letter.body


def test_works_without_script(as_amina: Client, letter: Message) -> None:
    answer = does(as_amina, letter, "mend", htmx=False, mend=key(as_amina, letter, "generic_greeting"))
    assert answer.status_code == 302
    letter.refresh_from_db()
    assert letter.body.startswith("Dear Dr. Osei,")


def test_is_taken_back(as_amina: Client, letter: Message) -> None:
    does(as_amina, letter, "mend", mend=key(as_amina, letter, "generic_greeting"))
    letter.refresh_from_db()
    answer = does(as_amina, letter, "unmend")
    assert "Undone." in answer.content.decode()
    letter.refresh_from_db()
    assert letter.body == ROUGH


def test_nothing_is_taken_back_once_the_student_wrote_on(as_amina: Client, letter: Message) -> None:
    does(as_amina, letter, "mend", mend=key(as_amina, letter, "generic_greeting"))
    letter.refresh_from_db()
    written_on = letter.body + "\nPS: I can come to you."
    answer = does(as_amina, letter, "unmend", body=written_on)
    assert "nothing to undo" in answer.content.decode()
    letter.refresh_from_db()
    assert letter.body == written_on


def test_keeps_what_was_typed_with_the_click(as_amina: Client, letter: Message) -> None:
    """The form that holds the button may hold newer words than the row."""
    wanted = key(as_amina, letter, "generic_greeting")
    does(as_amina, letter, "mend", mend=wanted, body=ROUGH.replace("on a day that suits you", "whenever suits you"))
    letter.refresh_from_db()
    assert letter.body.startswith("Dear Dr. Osei,")
    assert "whenever suits you" in letter.body


def test_mends_nothing_that_is_no_longer_there(as_amina: Client, letter: Message) -> None:
    wanted = key(as_amina, letter, "generic_greeting")
    clean = ROUGH.replace("Sir or Madam", "Dr. Osei")
    answer = does(as_amina, letter, "mend", mend=wanted, body=clean)
    assert "changed since then" in answer.content.decode()
    letter.refresh_from_db()
    assert letter.body == clean


def test_leaves_a_sent_letter_alone(as_amina: Client, letter: Message, amina: User) -> None:
    from django.utils import timezone

    wanted = key(as_amina, letter, "generic_greeting")
    letter.send(now=timezone.now())
    does(as_amina, letter, "mend", mend=wanted)
    letter.refresh_from_db()
    assert letter.body == ROUGH


def test_a_stale_desk_loses_nothing(as_amina: Client, letter: Message) -> None:
    wanted = key(as_amina, letter, "generic_greeting")
    letter.reword(seen=None, subject=letter.subject, body="Newer words")
    answer = does(as_amina, letter, "mend", mend=wanted, body="Older words", revision="0", edit_session="two")
    assert answer.status_code == 422
    letter.refresh_from_db()
    assert letter.body == "Newer words"
