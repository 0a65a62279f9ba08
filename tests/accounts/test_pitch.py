"""Introductions: begun, revised, measured, dropped."""

import pytest
from django.test import Client

from accounts.models import Pitch
from tests.accounts.builders import PARAGRAPH, a_pitch
from tests.cast import Cast

BEGIN = "/you/pitches/begin/"
WORDS = {"name": "Short one", "shape": "points", "text": "- I study fish\n- I dive\n• Tell me of yours"}


def test_begins(cast: Cast, as_amina: Client) -> None:
    answer = as_amina.post(BEGIN, WORDS)
    row = Pitch.objects.get()
    assert answer.url == f"/you/pitches/{row.pk}/"
    assert (row.owner, row.name) == (cast.amina, "Short one")
    assert row.points == ["I study fish", "I dive", "Tell me of yours"]


def test_a_double_submit_has_one_result(as_amina: Client) -> None:
    words = {**WORDS, "once": "0b8bd8a8-7d6a-4f68-9cf9-d5b5e3f0a1c2"}
    assert as_amina.post(BEGIN, words).url == as_amina.post(BEGIN, words).url
    assert Pitch.objects.count() == 1


def test_says_its_length_in_words(cast: Cast, as_amina: Client) -> None:
    row = a_pitch(cast.amina)
    page = as_amina.get(f"/you/pitches/{row.pk}/").content.decode()
    assert "90 words · 36 seconds" in page
    assert "Good length." in page
    row.revise(seen=None, text="one two three")
    assert "You have room for about 72 more words." in as_amina.get(f"/you/pitches/{row.pk}/").content.decode()
    row.revise(seen=None, text="word " * 111)
    assert "One word over 110" in as_amina.get(f"/you/pitches/{row.pk}/").content.decode()


def test_follows_the_centres_policy(cast: Cast, as_amina: Client, centre: object) -> None:
    centre.revise(seen=None, pitch_words_min=10, pitch_words_max=20, pitch_words_per_minute=100)
    page = as_amina.get(f"/you/pitches/{a_pitch(cast.amina).pk}/").content.decode()
    assert "90 words · 54 seconds" in page
    assert "70 words over 20" in page


def test_says_the_shape(as_amina: Client) -> None:
    page = as_amina.get(BEGIN).content.decode()
    for words in ("Who I am", "What got me interested", "What I’d like to learn from you"):
        assert words in page


def test_is_measured_while_it_is_written(as_amina: Client) -> None:
    def advice(words: str) -> str:
        answer = as_amina.post("/you/pitches/measure/", {"text": words}, headers={"HX-Request": "true"})
        return answer.content.decode()

    assert "Aim for 75 to 110 words." in advice("")
    assert "You have room for one more word." in advice("word " * 74)
    assert "74 words · " in advice("word " * 74)
    assert "Good length." in advice("word " * 80)
    assert "<h1" not in advice("word " * 80)
    assert not Pitch.objects.exists()


@pytest.mark.parametrize(
    ("field", "words"),
    [("name", ""), ("name", "x" * 500), ("text", ""), ("text", "x" * 1_000_000), ("text", "\0"), ("shape", "song")],
)
def test_refuses_at_the_field(as_amina: Client, field: str, words: str) -> None:
    answer = as_amina.post(BEGIN, {**WORDS, field: words})
    assert answer.status_code == 422
    assert f'id="id_{field}' in answer.content.decode()
    assert not Pitch.objects.exists()


def test_a_stale_form_loses_nothing(cast: Cast, as_amina: Client) -> None:
    row = a_pitch(cast.amina)
    row.revise(seen=None, text="Newer words")
    answer = as_amina.post(
        f"/you/pitches/{row.pk}/", {**WORDS, "text": "Older words", "revision": "0", "edit_session": "one"}
    )
    assert answer.status_code == 422
    assert "Newer words" in answer.content.decode()
    assert "Older words" in answer.content.decode()
    row.refresh_from_db()
    assert row.text == "Newer words"


def test_shows_markup_as_typed(cast: Cast, as_amina: Client) -> None:
    row = a_pitch(cast.amina, name="<img src=x onerror=alert(1)>", text="</textarea><script>alert(1)</script>")
    for path in ("/you/pitches/", f"/you/pitches/{row.pk}/", f"/you/pitches/{row.pk}/drop/"):
        page = as_amina.get(path).content.decode()
        assert "<img src=x" not in page
        assert "<script>alert" not in page


def test_drop_asks_first(cast: Cast, as_amina: Client) -> None:
    row = a_pitch(cast.amina)
    assert "Delete “For research”?" in as_amina.get(f"/you/pitches/{row.pk}/drop/").content.decode()
    assert Pitch.objects.exists()
    as_amina.post(f"/you/pitches/{row.pk}/drop/")
    assert not Pitch.objects.exists()


def test_the_list_sets_points_apart(cast: Cast, as_amina: Client) -> None:
    a_pitch(cast.amina, shape=Pitch.Shape.POINTS, text="- From an inland town\n- Two summers at sea")
    assert "From an inland town · Two summers at sea" in as_amina.get("/you/pitches/").content.decode()


def test_the_list_holds_its_queries(cast: Cast, as_amina: Client, django_assert_max_num_queries: object) -> None:
    assert "No introduction yet" in as_amina.get("/you/pitches/").content.decode()
    for number in range(100):
        a_pitch(cast.amina, name=f"Version {number}", text=PARAGRAPH)
    with django_assert_max_num_queries(4):
        page = as_amina.get("/you/pitches/").content.decode()
    assert "Version 99" in page
