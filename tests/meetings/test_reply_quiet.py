"""The contact asks to be left alone, or to be forgotten."""

from datetime import timedelta

import pytest
from django.db import connection

from accounts.models import User
from centre.models import Centre
from coach.policy import Policy
from contacts.models import Contact, Finding, Quiet, Touch
from followups.models import Followup
from meetings.models import Dispatch, Meeting, Message, Reply
from meetings.shortlist import open_goals, ranked
from tests.cast import NOW, a_contact, a_goal, a_meeting
from tests.meetings.builders import TOMORROW, a_draft, anew, fix, invited

pytestmark = pytest.mark.django_db


def test_nobody_of_the_centre_writes_to_them_again(amina: User, bo: User) -> None:
    reply = invited(amina)
    reply.keep_quiet(now=NOW)
    assert anew(reply).meeting.stage == "declined"
    again = a_contact(bo, "Efua Osei", email="Efua.Osei+talks@EXAMPLE.org", phone="")
    meeting = a_meeting(bo, again)
    for refused in (
        lambda: meeting.ask(now=NOW, channel="email"),
        lambda: a_draft(meeting).send(now=NOW),
        lambda: Reply.offer(meeting, now=NOW, times=[]),
    ):
        with pytest.raises(Meeting.Quiet):
            refused()
    a_meeting(bo, a_contact(bo, "Kofi", email="kofi@example.org")).ask(now=NOW, channel="email")


def test_a_reminder_is_refused_and_what_was_open_rests(amina: User, bo: User) -> None:
    theirs = a_meeting(bo, a_contact(bo))
    theirs.ask(now=NOW, channel="email")
    invited(amina).keep_quiet(now=NOW)
    assert not Followup.objects.open().filter(contact=theirs.contact).exists()
    with pytest.raises(Meeting.Quiet):
        theirs.nudge(now=NOW)


def test_known_by_phone_or_profile_is_known_all_the_same(amina: User, bo: User) -> None:
    link = "https://www.linkedin.com/in/efua/"
    one = a_contact(amina, email="", phone="+233 30 2123456", profile_link=link)
    Quiet.add(one, now=NOW)
    assert Quiet.holds(a_contact(bo, email="", phone="00233302123456"))
    assert Quiet.holds(a_contact(bo, email="", profile_link="http://linkedin.com/in/efua?x=1"))
    assert not Quiet.holds(a_contact(bo, email="", profile_link="http://linkedin.com/in/kofi"))


@pytest.mark.parametrize(
    ("mine", "spelled"),
    [
        ({"email": "efua@example.org"}, {"email": "\u202dEfua@Example.ORG\u202c"}),
        ({"phone": "+233 30 2123456"}, {"phone": "030 2123456", "time_zone": "Africa/Accra"}),
        (
            {"profile_link": "https://www.linkedin.com/in/efua"},
            {"profile_link": "https://gh.linkedin.com/in/efua/en?trk=x"},
        ),
    ],
)
def test_i1_i2_i3_a_plea_in_another_spelling_holds_to_the_end(
    amina: User, bo: User, mine: dict[str, str], spelled: dict[str, str]
) -> None:
    """A letter, one that the centre carries, a link, a reminder: to whom they knew before, and who comes later."""
    nowhere = {"email": "", "phone": "", "profile_link": ""}
    Centre.current().revise(seen=None, sends_for_students=True)
    known = a_meeting(bo, a_contact(bo, "E. Osei", **{**nowhere, **spelled}))
    known.ask(now=NOW, channel="in_person")
    assert Followup.objects.open().filter(contact=known.contact).exists()
    asked = a_meeting(amina, a_contact(amina, **{**nowhere, **mine}))
    asked.ask(now=NOW, channel="in_person")
    Reply.offer(asked, now=NOW, times=[]).keep_quiet(now=NOW)
    assert not Followup.objects.open().filter(contact=known.contact).exists()
    later = a_meeting(bo, a_contact(bo, "Somebody", **{**nowhere, **spelled}))
    for meeting in (known, later):
        refused = [
            lambda meeting=meeting: a_draft(meeting, "nudge" if meeting is known else "request").send(now=NOW),
            lambda meeting=meeting: Reply.offer(meeting, now=NOW, times=[]),
        ]
        if meeting.contact.email:
            letter = a_draft(meeting, "nudge" if meeting is known else "request")
            refused.append(lambda letter=letter: Dispatch.send(letter, by=bo, now=NOW))
        for write in refused:
            with pytest.raises(Meeting.Quiet):
                write()
    fix(later)
    later.hold(now=TOMORROW + timedelta(hours=1))
    Touch.log(later.contact, Touch.Kind.MET, at=TOMORROW, words="Met")
    kinds = set(
        Followup.objects.open().filter(contact__in=[known.contact, later.contact]).values_list("kind", flat=True)
    )
    assert kinds <= {Followup.Kind.DEBRIEF}


def test_is_not_suggested_to_anybody_any_more(amina: User) -> None:
    a_goal(amina)
    one, two = a_contact(amina), a_contact(amina, "Kofi Mensah", email="kofi@example.org")
    before = {candidate.contact for candidate in ranked(amina, open_goals(amina), NOW, Policy())}
    Quiet.add(one, now=NOW)
    after = {candidate.contact for candidate in ranked(amina, open_goals(amina), NOW, Policy())}
    assert (before, after) == ({one, two}, {two})


def test_only_a_keyed_hash_is_kept(amina: User) -> None:
    invited(amina).keep_quiet(now=NOW)
    assert all(len(key) == 64 and "osei" not in key for key in Quiet.objects.values_list("key", flat=True))


def test_calls_off_what_was_arranged_and_is_never_too_late(amina: User) -> None:
    first, second = invited(amina), invited(amina, NOW + timedelta(days=4))
    fix(first.meeting)
    first.keep_quiet(now=NOW)
    assert anew(first).meeting.stage == "cancelled"
    fix(second.meeting, NOW + timedelta(minutes=30))
    second.keep_quiet(now=NOW + timedelta(hours=1))
    assert anew(second).meeting.stage == "arranged"


def test_erasing_leaves_nothing_that_names_or_describes_them(amina: User) -> None:
    contact = a_contact(amina, "Dr. Efua Osei", known_words="Spoke on seagrass", tags=["accra"])
    named = {"email": "kofi@example.org", "form_of_address": "", "known_words": "Dr. Efua Osei suggested them."}
    friend = a_contact(amina, "Kofi", referred_by=contact, **named)
    Finding.find(contact, now=NOW, kind="project", text="Led the Keta survey")
    meeting = a_meeting(amina, contact)
    meeting.say_why(seen=None, why_them="Osei moved from a bank to seagrass")
    letter = a_draft(meeting)
    letter.send(now=NOW)
    Message.draft(meeting, occasion="nudge", channel="email", now=NOW)
    reply = Reply.offer(meeting, now=NOW, times=[TOMORROW])
    reply.erase(now=NOW)
    contact.refresh_from_db()
    friend.refresh_from_db()
    assert contact.name == "Someone who asked to be deleted"
    assert friend.known_words == "Someone who asked to be deleted suggested them."
    assert (contact.email, contact.role, contact.tags, contact.next_act) == ("", "", [], "")
    assert anew(reply).meeting.stage == "cancelled"
    assert not Finding.objects.exists()
    assert Message.objects.get().body == ""
    words = Touch.objects.filter(contact=contact).values_list("words", flat=True)
    assert set(words) == {"Deleted at their request"}
    assert everywhere("osei") == []
    assert everywhere("seagrass") == []
    with pytest.raises(Reply.Ended):
        anew(reply).erase(now=NOW)


def test_what_was_held_stays_held(amina: User) -> None:
    reply = invited(amina)
    fix(reply.meeting).hold(now=TOMORROW)
    reply.erase(now=TOMORROW)
    assert anew(reply).meeting.stage == "held"
    assert Contact.objects.filter(name__contains="asked to be deleted").exists()


def everywhere(words: str) -> list[str]:
    """Every table and column of people and conversations that holds `words` in any case."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
            " AND data_type IN ('text', 'character varying', 'jsonb', 'ARRAY')"
        )
        for table, column in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM "{table}" WHERE "{column}"::text ILIKE %s', [f"%{words}%"])
            if cursor.fetchone()[0]:
                found.append(f"{table}.{column}")
    return found
