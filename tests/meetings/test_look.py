"""A first look at a person before one writes: two facts on the step of the person."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Finding
from contacts.models.finding import MOST
from meetings.ahead import next_act, standing
from meetings.models import Meeting
from tests.cast import NOW, a_contact, a_meeting

pytestmark = pytest.mark.django_db
FACTS = {"career": "Started as a deckhand.", "work": "Ran the first survey with volunteers."}


def at(meeting: Meeting, act: str = "look") -> str:
    return reverse(f"meetings:{act}", args=[meeting.pk])


def anew(meeting: Meeting) -> Meeting:
    return Meeting.objects.with_people().get(pk=meeting.pk)


def facts(meeting: Meeting) -> list[tuple[str, str]]:
    return list(Finding.objects.filter(contact=meeting.contact).order_by("pk").values_list("kind", "text"))


def test_two_facts_go_into_the_research_and_are_there_for_the_reason(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    answer = as_amina.post(at(meeting), FACTS)
    assert answer.headers["Location"] == f"{at(meeting, 'person')}#look"
    assert facts(meeting) == [("path", "Started as a deckhand."), ("project", "Ran the first survey with volunteers.")]
    page = as_amina.get(at(meeting, "person")).content.decode()
    assert "Use one of these to say why you chose them." in page
    assert page.index("Started as a deckhand.") < page.index('name="why_them"')
    # It asks no longer.
    assert 'name="career"' not in page


@pytest.mark.parametrize("again", ["Started as a deckhand.", " started as a deckhand "])
def test_one_sentence_in_both_fields_is_one_fact(again: str, as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    as_amina.post(at(meeting), {**FACTS, "work": again})
    assert facts(meeting) == [("path", "Started as a deckhand.")]


def test_one_fact_is_kept_and_another_asked_for(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    as_amina.post(at(meeting), {"work": "Wrote the kelp report."})
    assert facts(meeting) == [("project", "Wrote the kelp report.")]
    page = as_amina.get(at(meeting, "person")).content.decode()
    assert "Wrote the kelp report." in page
    assert 'name="career"' in page
    assert "look" not in anew(meeting).steps_done


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"career": " ", "work": ""}, "Write at least one fact."),
        ({"career": "x" * 301, "work": "Kept."}, "Use at most 300 characters."),
        ({"career": "a\0b", "work": "Kept."}, "we can’t save"),
    ],
)
def test_refuses_by_a_sentence_and_keeps_the_words(
    as_amina: Client, amina: User, words: dict[str, str], sentence: str
) -> None:
    meeting = a_meeting(amina)
    answer = as_amina.post(at(meeting), words)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert words["work"] in page
    assert facts(meeting) == []


def test_says_so_where_the_research_is_full(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    rows = [Finding(contact=meeting.contact, kind="path", text=f"Fact {n}", found_at=NOW) for n in range(MOST)]
    Finding.objects.bulk_create(rows)
    answer = as_amina.post(at(meeting), FACTS)
    assert answer.status_code == 422
    assert "Your research on this person is full." in answer.content.decode()
    assert "Started as a deckhand." in answer.content.decode()


def test_a_double_submit_has_one_result(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    for once in (token := str(uuid.uuid4()), token, str(uuid.uuid4())):
        assert as_amina.post(at(meeting), {**FACTS, "once": once}).status_code == 302
    assert len(facts(meeting)) == 2


def test_the_reason_typed_beside_it_is_kept(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    as_amina.post(at(meeting), {**FACTS, "why_them": "You began at sea.", "revision": "0"})
    assert anew(meeting).why_them == "You began at sea."
    answer = as_amina.post(at(meeting), {"career": "Another.", "why_them": "x" * 401, "revision": "1"})
    assert answer.status_code == 422
    assert "Another." in answer.content.decode()
    assert len(facts(meeting)) == 2


def test_one_press_saves_the_facts_and_the_reason_and_goes_on(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    answer = as_amina.post(at(meeting, "person"), {**FACTS, "why_them": "You began at sea.", "revision": "0"})
    assert answer.headers["Location"] == at(meeting, "ask")
    assert len(facts(meeting)) == 2
    page = as_amina.get(at(a_meeting(amina, a_contact(amina, "Per Lund")), "person")).content.decode()
    assert page.count('form="why"') == 4, "both fields, the token and the button belong to the form of the reason"


@pytest.mark.parametrize(
    ("refused", "sentence"),
    [
        ({"work": "x" * 301}, "This has 301, which is 1 too many."),
        ({"career": "a\0b"}, "we can’t save"),
        ({"why_them": "x" * 401}, "This is 1 characters over the limit of 400."),
    ],
)
def test_one_press_keeps_all_that_was_typed_where_a_part_is_refused(
    as_amina: Client, amina: User, refused: dict[str, str], sentence: str
) -> None:
    meeting = a_meeting(amina)
    typed = {**FACTS, "why_them": "You began at sea.", "revision": "0", **refused}
    answer = as_amina.post(at(meeting, "person"), typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    for words in typed.values():
        assert words.replace("\0", "") in page
    assert (facts(meeting), anew(meeting).why_them) == ([], "")


def test_facts_that_wait_for_their_button_stay_on_the_device_when_the_reason_saves_itself(
    as_amina: Client, amina: User
) -> None:
    meeting = a_meeting(amina)
    by_itself = {"HX-Request": "true", "X-Autosave": "1"}
    reason = {"why_them": "You began at sea.", "revision": "0", "edit_session": str(uuid.uuid4())}
    for words, outcome in (({"career": "", "work": ""}, "saved"), (FACTS, "saved-part")):
        answer = as_amina.post(at(meeting, "person"), {**reason, **words}, headers=by_itself)
        assert (answer.status_code, answer.headers["X-Answer"]) == (200, outcome)
    assert (facts(meeting), anew(meeting).why_them) == ([], "You began at sea.")


def test_comes_before_the_reason_and_is_passed_with_it(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    act = next_act(standing(anew(meeting), now=NOW))
    assert act is not None
    assert (act.slug, act.href) == ("look", f"{at(meeting, 'person')}#look")
    for page in (meeting.get_absolute_url(), "/"):
        assert "Next: read about them" in as_amina.get(page).content.decode()
    # Whoever writes no reason goes on all the same, and whoever has one is not asked to look.
    for number, words in enumerate(("", "You began at sea.")):
        answer = as_amina.post(at(meeting, "person"), {"why_them": words, "revision": str(number)})
        assert answer.headers["Location"] == at(meeting, "ask")
    act = next_act(standing(anew(meeting), now=NOW))
    assert act is not None
    assert act.slug == "ask"
    meeting.ask(now=NOW, channel="email")
    act = next_act(standing(anew(meeting), now=NOW))
    assert act is not None
    assert act.slug == "agenda"


def test_its_deeper_half_waits_for_more_than_two_facts(amina: User) -> None:
    meeting = a_meeting(amina)
    done = []
    for number in range(3):
        Finding.find(meeting.contact, now=NOW, kind="path", text=f"Fact {number}")
        done.append({"look", "research"} & {*anew(meeting).steps_done})
    assert done == [set(), {"look"}, {"look", "research"}]


def test_an_address_that_takes_only_a_form_leads_to_the_step(as_amina: Client, amina: User) -> None:
    meeting = a_meeting(amina)
    assert as_amina.get(at(meeting)).headers["Location"] == at(meeting, "person")
