"""The sentence that a field completes stands below it: while somebody types, and as the page opens."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from notes.models import Debrief
from tests.cast import a_meeting
from tests.followups.builders import a_promise
from tests.meetings.builders import held

pytestmark = pytest.mark.django_db
TYPING = {"HX-Request": "", "HX-Current-URL": "http://testserver/people/add/"}


def says(client: Client, frame: str, typed: str, **more: str) -> str:
    sent = {"frame": frame, "of": "box", "box": typed, "name": "Dr. Efua Osei", **more}
    answer = client.post(reverse("contacts:sentence"), sent, headers=TYPING)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize(
    ("frame", "typed", "sentence"),
    [
        ("especially", "Her honesty about the pay", "Thank you especially for your honesty about the pay."),
        ("promise", "Send the article", "As I promised, I&#x27;ll send you the article."),
        ("why_them", "Dr. Osei’s report", "I&#x27;m writing to you because of your report."),
        ("next", "apply for the course", "Because of what you said, I&#x27;m going to apply for the course."),
        ("learned", "<b>Ask</b> early", "One thing has really stayed with me: &lt;b&gt;Ask&lt;/b&gt; early."),
    ],
)
def test_says_what_the_letter_will_say(as_amina: Client, frame: str, typed: str, sentence: str) -> None:
    assert f'In your message: <q lang="en">{sentence}</q>' in says(as_amina, frame, typed)


def test_what_they_promised_is_thanked_for(as_amina: Client) -> None:
    assert "Thank you for offering to introduce me" in says(as_amina, "promise", "introduce me", whose="theirs")


def test_asks_to_say_it_to_them_where_it_is_not_sure(as_amina: Client) -> None:
    page = says(as_amina, "why_them", "Mei told me how she works")
    assert "[say it to them: Mei told me how she works]" in page
    assert "Say it to them, with “you” and “your”." in page


@pytest.mark.parametrize(
    ("frame", "typed"), [("learned", ""), ("learned", " \n"), ("no_frame", "words"), ("learned", "a" * 2001), ("", "x")]
)
def test_says_nothing_where_there_is_nothing_to_say(as_amina: Client, frame: str, typed: str) -> None:
    assert says(as_amina, frame, typed) == ""


def test_says_it_to_whose_session_and_token_lapsed_while_they_typed() -> None:
    assert "ask early" in says(Client(enforce_csrf_checks=True), "learned", "Ask early.")


def test_shows_nothing_back_to_another_site(as_amina: Client) -> None:
    answer = as_amina.post(reverse("contacts:sentence"), {"frame": "learned", "of": "box", "box": "Call 555."})
    assert (answer.status_code, answer.content.strip()) == (200, b"")


def test_takes_any_text(as_amina: Client) -> None:
    for typed in ("\0", "\ud7ff", "😀", "'; DROP TABLE x", "{{ 7 }}", "‮abc"):
        says(as_amina, "learned", typed)


def test_stands_below_the_fields_as_the_pages_open(as_amina: Client, amina: User) -> None:
    meeting = held(amina)
    meeting.say_why(seen=None, why_them="Her survey of seagrass")
    Debrief.objects.create(meeting=meeting, thanks_line="Her patience", next_step="join the survey")
    why = as_amina.get(reverse("meetings:person", args=[meeting.pk])).content.decode()
    assert "because of your survey of seagrass." in why
    page = as_amina.get(reverse("notes:debrief", args=[meeting.pk])).content.decode()
    assert "Thank you especially for your patience." in page
    assert "to join the survey." in page
    assert 'aria-describedby="id_thanks_line_helptext sentence-of-thanks_line"' in page
    promise = a_promise(amina, meeting=meeting, text="Introduce me to her manager", whose="theirs")
    revising = as_amina.get(reverse("followups:revise_promise", args=[promise.pk])).content.decode()
    assert "Thank you for offering to introduce me to your manager." in revising


def test_a_person_who_is_being_added_reads_it_by_the_name_in_the_form(as_amina: Client) -> None:
    page = as_amina.get(reverse("contacts:add")).content.decode()
    assert 'id="sentence-of-why_them"' in page
    assert says(as_amina, "why_them", "Tan’s talk", name="Mei Tan").count("because of your talk.") == 1


def test_the_next_step_goes_into_the_thank_you(as_amina: Client, amina: User) -> None:
    meeting = held(amina)
    as_amina.post(reverse("notes:debrief", args=[meeting.pk]), {"next_step": "Apply for the summer course"})
    page = as_amina.get(reverse("followups:thank", args=[meeting.pk])).content.decode()
    assert "Because of what you said, I&#x27;m going to apply for the summer course." in page


def test_a_conversation_that_was_not_held_has_no_such_field(as_amina: Client, amina: User) -> None:
    page = as_amina.get(reverse("notes:debrief", args=[a_meeting(amina).pk])).content.decode()
    assert "sentence-of" not in page
