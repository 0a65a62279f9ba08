"""Looking back: saved as it is filled in, any order, and finished once."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from meetings.models import Meeting
from notes.forms import DebriefForm
from notes.models import Debrief, Timer
from tests.cast import a_meeting
from tests.notes.builders import a_note

pytestmark = pytest.mark.django_db
TYPING = {"HX-Request": "true", "X-Autosave": "1"}


def held(owner: User, now: datetime) -> Meeting:
    meeting = a_meeting(owner)
    Timer.end(meeting, now=now)
    return meeting


def address(meeting: Meeting, act: str = "debrief") -> str:
    return reverse(f"notes:{act}", args=[meeting.pk])


def test_saves_as_it_is_filled_in(as_amina: Client, amina: User, now: datetime) -> None:
    meeting = held(amina, now)
    answer = as_amina.post(address(meeting), {"learned_two": "Logbooks.", "interest_after": "4"}, headers=TYPING)
    assert "Saved at" in answer.content.decode()
    debrief = Debrief.of(meeting)
    assert (debrief.learned, debrief.interest_after, debrief.done_at) == (["Logbooks."], 4, None)


def test_finishes_with_what_stands_in_the_form(as_amina: Client, amina: User, now: datetime) -> None:
    meeting = held(amina, now)
    answer = as_amina.post(address(meeting, "finish"), {"thanks_line": "You made policy sound like weather."})
    assert answer.url == reverse("followups:thank", args=[meeting.pk])
    debrief = Debrief.of(meeting)
    assert debrief.thanks_line == "You made policy sound like weather."
    assert debrief.done_at is not None


def test_asks_in_the_order_of_the_work_and_ends_with_its_end(as_amina: Client, amina: User, now: datetime) -> None:
    html = as_amina.get(address(held(amina, now))).content.decode()
    order = (
        "One thing I learned",
        "They suggested I talk to",
        "How well do you know",
        "Promises",
        "Finish",
    )
    places = [html.index(words) for words in order]
    assert places == sorted(places)
    # The first button is what Enter presses in any of its boxes.
    assert html.index(">Save for later<") < places[0]


def test_a_promise_is_written_on_its_own_page_with_the_words_kept(as_amina: Client, amina: User, now: datetime) -> None:
    meeting = held(amina, now)
    answer = as_amina.post(address(meeting), {"learned_one": "Logbooks.", "then": "promises"})
    assert answer.url == reverse("followups:promises", args=[meeting.pk])
    assert Debrief.of(meeting).learned == ["Logbooks."]
    assert f'href="{address(meeting)}"' in as_amina.get(answer.url).content.decode()


def test_finishing_twice_keeps_the_first_time(amina: User, now: datetime) -> None:
    debrief = Debrief.of(held(amina, now))
    debrief.finish(now=now)
    debrief.finish(now=now.replace(hour=23))
    assert Debrief.objects.get(pk=debrief.pk).done_at == now


def test_shows_the_notes_beside_it(as_amina: Client, amina: User, now: datetime) -> None:
    meeting = held(amina, now)
    a_note(meeting, None, "She was moved by doubt.")
    assert "She was moved by doubt." in as_amina.get(address(meeting)).content.decode()


def test_before_the_conversation_it_offers_to_say_that_it_took_place(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    html = as_amina.get(address(meeting)).content.decode()
    assert "Yes, we talked" in html
    assert "Finish" not in html
    with pytest.raises(Debrief.NotHeld):
        Debrief.of(meeting)
    assert "Yes, we talked" in as_amina.post(address(meeting), {"surprised": "x"}).content.decode()


def test_a_stale_form_loses_nothing(as_amina: Client, amina: User, now: datetime) -> None:
    meeting = held(amina, now)
    Debrief.of(meeting).revise_fields(seen=None, surprised="Newer")
    stale = {"surprised": "Older", "revision": "0", "edit_session": "phone"}
    answer = as_amina.post(address(meeting), stale)
    assert answer.status_code == 422
    assert "Newer" in answer.content.decode()
    assert 'value="Older"' in answer.content.decode()


@pytest.mark.parametrize(
    "wrong", [{"interest_after": "6"}, {"learned_one": "x" * 501}, {"fits": "x" * 10_001}, {"thanks_line": "a\0"}]
)
def test_refuses_with_a_sentence_at_the_field(
    as_amina: Client, amina: User, now: datetime, wrong: dict[str, str]
) -> None:
    meeting = held(amina, now)
    answer = as_amina.post(address(meeting, "finish"), wrong)
    assert answer.status_code == 422
    assert 'class="error"' in answer.content.decode()
    assert Debrief.of(meeting).done_at is None


def test_asks_the_database_few_times(
    as_amina: Client, amina: User, now: datetime, django_assert_max_num_queries: object
) -> None:
    meeting = held(amina, now)
    as_amina.get(address(meeting))
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        as_amina.get(address(meeting))


def test_three_lines_come_first_and_the_rest_is_folded_away_until_it_holds_something(
    as_amina: Client, amina: User, now: datetime
) -> None:
    meeting = held(amina, now)

    def page() -> str:
        return as_amina.get(address(meeting)).content.decode()

    first, more = page().split('<details class="more">')
    places = [first.index(f'name="{name}"') for name in ("learned_one", "next_step", "name")]
    assert places == sorted(places)
    folded = more.partition("</details>")[0]
    for name in (*DebriefForm.MORE, "know-warmth"):
        assert f'name="{name}"' in folded
        assert f'name="{name}"' not in first
    as_amina.post(address(meeting), {"learned_two": "Doubt helps."}, headers=TYPING)
    assert '<details class="more" open>' in page()
    as_amina.post(address(meeting), {"learned_two": ""})
    assert '<details class="more">' in page()
    wrong = as_amina.post(address(meeting), {"know-warmth": "Z"}).content.decode()
    assert '<details class="more" open>' in wrong


def test_a_name_that_was_not_added_is_not_said_to_be_saved(as_amina: Client, amina: User, now: datetime) -> None:
    meeting = held(amina, now)
    answer = as_amina.post(address(meeting), {"learned_one": "Ask early.", "name": "Kofi"}, headers=TYPING)
    assert "Press “Add the name” to save the name too." in answer.content.decode()
    assert answer.headers["X-Answer"] == "saved-part"
    assert Debrief.of(meeting).learned == ["Ask early."]


LISTED = "1. Ask early. 2. Bring the logbook."


@pytest.mark.parametrize("act", ["debrief", "finish"])
def test_w14_a_pasted_list_is_offered_as_several(as_amina: Client, amina: User, now: datetime, act: str) -> None:
    meeting = held(amina, now)
    answer = as_amina.post(address(meeting, act), {"learned_one": LISTED})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Two things that you learned?" in page
    assert f'value="all" formaction="{address(meeting, act)}"' in page
    assert f'value="{LISTED}"' in page


def test_w14_each_of_them_has_a_line_of_its_own(as_amina: Client, amina: User, now: datetime) -> None:
    meeting = held(amina, now)
    words = {"learned_one": LISTED, "learned_two": "Doubt helps.", "several": "all"}
    as_amina.post(address(meeting), words)
    debrief = Debrief.of(meeting)
    learned = (debrief.learned_one, debrief.learned_two, debrief.learned_three)
    assert learned == ("Ask early.", "Doubt helps.", "Bring the logbook.")


@pytest.mark.parametrize(
    ("listed", "on_one_line"),
    [
        (LISTED, "Ask early. Bring the logbook."),
        ("1. start small 2. tell people 3. follow up", "start small; tell people; follow up"),
        ("- Why so?\n- and then", "Why so? and then"),
    ],
)
def test_w14_or_all_stand_in_one_line_and_nobody_is_asked_again(
    as_amina: Client, amina: User, now: datetime, listed: str, on_one_line: str
) -> None:
    meeting = held(amina, now)
    as_amina.post(address(meeting), {"learned_one": listed, "several": "one"})
    kept = Debrief.of(meeting).learned_one
    assert kept == on_one_line
    assert as_amina.post(address(meeting), {"learned_one": kept}).status_code == 302


def test_w14_nobody_is_asked_while_typing_or_where_there_is_no_room(
    as_amina: Client, amina: User, now: datetime
) -> None:
    meeting = held(amina, now)
    answer = as_amina.post(address(meeting), {"learned_one": LISTED}, headers=TYPING)
    assert "Saved at" in answer.content.decode()
    words = {"learned_one": LISTED, "learned_two": "Doubt helps.", "learned_three": "So do maps."}
    assert as_amina.post(address(meeting), words).status_code == 302
    assert Debrief.of(meeting).learned_one == LISTED


def test_what_is_saved_for_later_says_so(as_amina: Client, amina: User, now: datetime) -> None:
    answer = as_amina.post(address(held(amina, now)), {"learned_one": "Kelp grows fast.", "revision": "0"}, follow=True)
    assert "Saved. You can finish it later today." in answer.content.decode()
