"""Writing a starting text."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from centre.models import Template
from core.models import Version, Versioned
from tests.centre.builders import a_template

pytestmark = pytest.mark.django_db
PAGE = "/centre/templates/request/email/"
WORDS = {"subject": "A question from {student}", "body": "Dear {addressed},\r\n\r\n{connection}", "revision": "0"}


def test_keeps_the_words(as_dara: Client) -> None:
    answer = as_dara.post(PAGE, {**WORDS, "edit_session": "one"})
    assert (answer.status_code, answer["Location"]) == (302, PAGE)
    row = Template.objects.get()
    assert (row.occasion, row.channel) == ("request", "email")
    assert (row.subject, row.body) == ("A question from {student}", "Dear {addressed},\n\n{connection}")


def test_a_second_writing_is_the_same_text(as_dara: Client) -> None:
    for body in ("One.", "Two."):
        as_dara.post(PAGE, {**WORDS, "body": body, "edit_session": "one"})
    assert Template.objects.get().body == "Two."


def test_only_email_has_a_subject(as_dara: Client) -> None:
    page = as_dara.get("/centre/templates/request/phone/").content.decode()
    assert 'name="subject"' not in page
    as_dara.post("/centre/templates/request/phone/", WORDS)
    assert Template.objects.get().subject == ""


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("body", "I am {Student}.", "{Student} isn’t a placeholder. Did you mean {student}?"),
        ("body", "{{ x.__class__ }}", "{{ x.__class__ }} isn’t a placeholder."),
        ("body", "{0} and {a.b}", "These aren’t placeholders: {0}, {a.b}."),
        ("body", "a { b", "{ isn’t a placeholder."),
        ("subject", "{zzzz}", "{zzzz} isn’t a placeholder. Choose one from the list"),
        ("subject", "x" * 201, "at most 200 characters"),
        ("body", "x" * 5001, "at most 5000 characters"),
        ("body", " \n ", "Fill this in."),
        ("body", "a\0b", "NUL"),
    ],
)
def test_refuses_at_the_field_and_keeps_the_words(as_dara: Client, field: str, words: str, sentence: str) -> None:
    answer = as_dara.post(PAGE, {**WORDS, field: words})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in page
    assert sentence in page
    assert "A question from {student}" in page or field == "subject"
    assert not Template.objects.exists()


def test_shows_what_was_refused_as_it_was_typed(as_dara: Client) -> None:
    page = as_dara.post(PAGE, {**WORDS, "body": "{<script>alert(1)</script>}"}).content.decode()
    assert "<script>alert" not in page
    assert page.count("{&lt;script&gt;alert(1)&lt;/script&gt;}") == 2


def test_a_stale_form_loses_nothing_and_wins_when_sent_again(as_dara: Client) -> None:
    a_template("Newer words.")
    older = {**WORDS, "body": "Older words.", "edit_session": "two"}
    answer = as_dara.post(PAGE, older)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Newer words." in page
    assert "Older words." in page
    assert Template.objects.get().body == "Newer words."
    as_dara.post(PAGE, {**older, "revision": "1"})
    assert Template.objects.get().body == "Older words."


def test_two_who_begin_at_once_meet_as_at_any_form() -> None:
    first, second = (Template(occasion="keep", channel="phone") for _ in range(2))
    first.write(seen=Version(0, "one"), subject="", body="First.")
    with pytest.raises(Versioned.Stale):
        second.write(seen=Version(0, "two"), subject="", body="Second.")
    second.write(seen=Version(0, "two"), subject="", body="First.")
    assert Template.objects.get().revision == 1


def test_a_text_that_was_dropped_meanwhile_is_written_again() -> None:
    row = a_template("Once.")
    Template.objects.get().drop()
    Template(occasion="request", channel="email").write(seen=Version(row.revision, "one"), subject="", body="Again.")
    assert Template.objects.get().body == "Again."


@pytest.mark.parametrize("path", ["poem/email", "request/pigeon", "request/EMAIL"])
def test_there_is_no_other_text(as_dara: Client, path: str) -> None:
    for act in ("", "drop/"):
        assert as_dara.get(f"/centre/templates/{path}/{act}").status_code == 404
    assert as_dara.post(f"/centre/templates/{path}/review/").status_code == 404


def test_offers_the_slots_that_can_be_known_and_ours_to_look_at(as_dara: Client) -> None:
    page = as_dara.get(PAGE).content.decode()
    assert "<code>{why_them}</code>" in page
    assert "<code>{held_on}</code>" not in page
    assert 'formaction="/centre/templates/request/email/begin/"' in page
    assert "What students see now" in page
    assert "Could I ask you about it in a 20-minute informational interview" in page
    assert "<code>{held_on}</code>" in as_dara.get("/centre/templates/thanks/email/").content.decode()


def test_only_the_director_writes(as_amina: Client, as_cleo: Client) -> None:
    for client in (as_amina, as_cleo):
        assert client.post(PAGE, WORDS).status_code == 404
    assert not Template.objects.exists()


@pytest.mark.parametrize("wrong", [{"channel": "phone", "subject": "S"}, {"channel": "phone", "body": ""}])
def test_the_database_holds_the_line(wrong: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Template.objects.create(**{"occasion": "request", "body": "B", **wrong})
