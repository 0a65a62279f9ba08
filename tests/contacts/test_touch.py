"""Touches and what is due next: what the rooms above tell a person's row."""

from datetime import datetime
from typing import Any

from accounts.models import User
from contacts.events import touched
from contacts.models import Contact, Touch
from tests.cast import NOW, a_contact


def test_tells_the_rooms_above(amina: User) -> None:
    sent: list[tuple[Contact, str, datetime]] = []

    def listen(sender: Any, contact: Contact, kind: str, now: datetime, **more: Any) -> None:
        sent.append((contact, kind, now))

    osei = a_contact(amina)
    touched.connect(listen)
    try:
        Touch.log(osei, Touch.Kind.HELD, at=NOW, words="You talked")
    finally:
        touched.disconnect(listen)
    assert sent == [(osei, Touch.Kind.HELD, NOW)]


def test_clips_the_line_of_a_list_and_keeps_the_timeline_whole(amina: User) -> None:
    osei = a_contact(amina)
    Touch.log(osei, Touch.Kind.REFERRED, at=NOW, words="x" * 500)
    Contact.set_next_act([osei], "z" * 500, at=NOW)
    osei.refresh_from_db()
    assert (len(osei.last_touch), len(osei.next_act), len(Touch.objects.get().words)) == (200, 200, 500)


def test_expects_nothing_any_more(amina: User) -> None:
    osei = a_contact(amina)
    Contact.set_next_act([osei], "Thank them", at=NOW)
    Contact.set_next_act([osei], "", at=None)
    osei.refresh_from_db()
    assert (osei.next_act, osei.next_act_at) == ("", None)
