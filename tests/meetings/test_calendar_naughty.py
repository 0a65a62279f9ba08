"""Whatever people type, a calendar file stays one that every calendar can read."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from centre.models import Centre
from contacts.models import Contact
from followups.models import Feed, Followup, Promise
from meetings.calendar import invite
from meetings.models import Meeting
from tests.calendars import own, read, read_all
from tests.cast import NOW
from tests.corpora import corpus

pytestmark = pytest.mark.django_db

OWN_WORDS = [
    "a;b,c:d\\e\\nf",
    'say "quoted" words',
    "END:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR",
    "line\u2028separator\u0085next\x0bline",
    "bell\x07 escape\x1b nul\0 delete\x7f",
    "\u202eturned\u202c \u2066round\u2069 \ufeff",
    "^n^'^^",
    "👩‍👩‍👧 " * 20,
    "ü" * 300,
    "\ud7ff\ue000\uffff\U0010ffff",
    "<script>alert(1)</script>",
    "mailto:a@example.org;CN=x",
    "${7*7} {{ 7*7 }} %s %(name)s %",
    " ",
]


def naughty() -> list[str]:
    """Our own, and some five hundred that other people collected where they lie beside the project."""
    folder = corpus("naughty-strings")
    return [*OWN_WORDS, *(json.loads((folder / "blns.json").read_text("utf-8")) if folder else [])]


@pytest.mark.parametrize("each", [5, pytest.param(1, marks=pytest.mark.slow)])
def test_no_words_break_an_invitation(each: int, db: None) -> None:
    Centre.objects.update_or_create(pk=1, defaults={"name": 'The "naughty"; centre, \\n'})
    tried = [*OWN_WORDS, *naughty()[len(OWN_WORDS) :: each]]
    files = [invite(_meeting(words), for_contact=copy, now=NOW) for words in tried for copy in (False, True)]
    found = read_all(files)
    assert len(found) == len(files) >= 2 * len(OWN_WORDS)
    for read_back, file in zip(found, files, strict=True):
        assert read_back == own(file)
        [item] = read_back.items
        assert (item.starts, item.ends) == (NOW, NOW + timedelta(minutes=20))
        assert all(len(line) <= 75 for line in file.split(b"\r\n"))
        assert not set(file.decode()) & {"\0", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\u202e"}


def test_words_come_through_as_they_were_typed(db: None) -> None:
    for words in ("a;b,c:d\\e\\nf", 'say "quoted" words', "王小明 – Ürün; 50 %, C:\\new"):
        assert read(invite(_meeting(words), for_contact=False, now=NOW)).items[0].location == words


def test_an_address_with_more_in_it_names_nobody_else(db: None) -> None:
    meeting = _meeting("Efua")
    meeting.contact.email = "efua@example.org\r\nATTENDEE:mailto:eve@example.org"
    file = invite(meeting, for_contact=True, now=NOW)
    assert read(file) == own(file)
    assert file.count(b"\r\nATTENDEE") == 1


def test_no_words_break_a_feed(amina: User) -> None:
    now = timezone.now()
    for number, words in enumerate(w.replace("\0", "").encode("utf-8", "ignore").decode() for w in naughty()):
        if number == 140:
            break
        contact = Contact.objects.create(owner=amina, name=words[:200], form_of_address=words[:80], added_at=now)
        at = now + timedelta(hours=number)
        meeting = Meeting.objects.create(
            owner=amina,
            contact=contact,
            begun_at=now,
            starts_at=at,
            ends_at=at + timedelta(minutes=20),
            place=words[:300],
            link=words[:500],
        )
        promise = Promise.objects.create(
            owner=amina, meeting=meeting, contact=contact, whose="theirs", text=words[:300], made_at=now
        )
        Followup.objects.create(
            owner=amina,
            contact=contact,
            meeting=meeting,
            kind="promise",
            promise=promise,
            made_at=now,
            shows_at=at,
            due_at=at,
        )
    rows = Meeting.objects.count()
    assert rows >= len(OWN_WORDS)
    for names in ("first", "whole"):
        Feed.choose(by=amina, talks=True, followups="days", names=names, details=True)
        secret = Feed.open(by=amina, now=now)
        answer = Client().get(reverse("feeds:feed", args=[secret]))
        assert answer.status_code == 200
        found = read(answer.content)
        assert found == own(answer.content)
        assert len(found.items) == 2 * rows


def _meeting(words: str) -> Meeting:
    """A conversation in which everything that anybody types is `words`."""
    owner = User(name=words, email="amina@example.edu", programme=words, time_zone="Europe/Berlin")
    contact = Contact(name=words, role=words, organisation=words, email="", time_zone="Asia/Kathmandu")
    return Meeting(
        pk=1,
        owner=owner,
        contact=contact,
        starts_at=NOW,
        ends_at=NOW + timedelta(minutes=20),
        sequence=0,
        modified_at=NOW,
        place=words,
        link=words,
        mode="online",
    )
