"""American English: its catalogue is whole; readers get it by their choice, their centre's, or their browser's."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
import pytest
from django.test import Client
from django.utils import translation

from accounts.models import User
from agendas.models import centre_bank
from centre import catalogue
from centre.models import Centre
from coach import bank
from coach.american import american
from core import outbox
from core.outbox import Outgoing, Words, post
from tests.agendas.builders import a_wording
from tests.cast import NOW, Cast
from tests.post import delivered
from tests.pseudo import make_catalogue

PLACE = catalogue.PLACE
AMERICAN = {"headers": {"Accept-Language": "en-US,en;q=0.9"}}


@pytest.fixture(autouse=True)
def both(settings: Any) -> Iterator[None]:
    settings.LANGUAGES = [("en-gb", "British English"), ("en-us", "American English")]
    yield
    translation.deactivate()


def test_the_catalogue_is_the_one_that_would_be_written(tmp_path: Path) -> None:
    make_catalogue(tmp_path)
    found = polib.pofile(str(tmp_path / "same.po"))
    wanted = {
        (entry.msgctxt, entry.msgid): entry.msgstr or entry.msgstr_plural for entry in catalogue.catalogue_of(found)
    }
    kept = polib.pofile(str(PLACE / "django.po"))
    assert {(e.msgctxt, e.msgid): e.msgstr or e.msgstr_plural for e in kept} == wanted, "run bin/american"


def test_what_is_compiled_is_what_is_written() -> None:
    written, compiled = polib.pofile(str(PLACE / "django.po")), polib.mofile(str(PLACE / "django.mo"))
    pairs = [{e.msgid: e.msgstr or e.msgstr_plural for e in one} for one in (written, compiled)]
    assert pairs[0] == pairs[1]


@pytest.mark.parametrize(
    ("british", "theirs"),
    [
        ("Your programme", "Your program"),
        ("Programme", "Program"),
        ("ask the centre’s programmers", "ask the center’s programmers"),
        ("%(centre)s keeps the colours", "%(centre)s keeps the colors"),
        ('<p class="centre">Centre</p>', '<p class="centre">Center</p>'),
        ("Add your résumé or CV", "Add your résumé"),
        ("CVs are read fast", "Résumés are read fast"),
        ("COLOUR", "COLOR"),
        ("Nothing differs here", "Nothing differs here"),
    ],
)
def test_a_word_is_written_as_americans_do(british: str, theirs: str) -> None:
    assert american(british) == theirs
    assert american(theirs) == theirs


# What machines read in a sentence.
GAP = re.compile(r"%\(\w+\)|<[^>]*>|\{\{?[^}]*\}|https?:\S+")
# Endings by which a British word is known, and words that end so on both sides of the Atlantic.
BRITISH = re.compile(
    r"\b[a-z]+(?:ise|ised|ises|ising|isation|isations|yse|ysed|our|ours|oured|ouring|tre|tres|ogue|lled|lling|ller|ence)\b",
    re.IGNORECASE,
)
BOTH = """
    advertise advertised advertising advise advised advises advising comprise exercise exercises otherwise
    precise premises promise promised promises promising raise raised raises raising rise rises surprise
    surprised surprises surprising wise likewise expertise enterprise arise noise disguise revise revised
    revising supervise supervised concise compromise praise praised praising your yours our ours detour detours
    halfhour hour hours four tour pour dialogue catalogue called calling filled filling pulled rolled rolling
    selling skilled telling willing billing polling falling controlled installed installing spelled spelling
    smelling smaller taller killed drilled seller caller audience absence conference confidence consequence
    difference evidence existence experience fence hence independence influence insistence offence occurrence
    patience pence preference presence reference residence science sentence sequence silence violence conscience
    adherence competence correspondence diligence essence excellence intelligence licence
"""


def test_no_british_spelling_is_left_to_a_reader_in_america(tmp_path: Path) -> None:
    make_catalogue(tmp_path)
    texts = [entry.msgid + " " + entry.msgid_plural for entry in polib.pofile(str(tmp_path / "same.po"))]
    texts += [" ".join([question.text, question.why, *question.probes]) for question in bank.questions()]
    left = {word.lower() for text in texts for word in BRITISH.findall(GAP.sub(" ", american(text)))}
    assert left <= {*BOTH.split()}, f"to coach/american.py or to BOTH: {sorted(left - {*BOTH.split()})}"


def test_our_questions_are_spelt_as_the_reader_does_and_the_centres_own_as_it_wrote_them(cast: Cast) -> None:
    ours = next(q for q in bank.questions() if american(q.text) != q.text)
    assert centre_bank().question(ours.id).text == ours.text
    with translation.override("en-us"):
        assert centre_bank().question(ours.id).text == american(ours.text)
        a_wording(cast.cleo, ours.id, "What colour is your organisation?")
        assert centre_bank().question(ours.id).text == "What colour is your organisation?"


@pytest.mark.parametrize("path", ["/bank/add/", "/bank/{}/", "/bank/{}/go-back/"])
def test_the_desk_is_spelt_as_its_reader_does(path: str, cast: Cast, as_cleo: Client) -> None:
    """The titles of categories, our own questions, and ours behind a wording of the centre's."""
    ours = next(q for q in bank.questions() if "organisation" in q.text and "organisation" not in q.why)
    if "go-back" in path:
        a_wording(cast.cleo, ours.id, "What colour?")
    british, theirs = (as_cleo.get(path.format(ours.id), **how) for how in ({}, AMERICAN))
    assert (british.status_code, theirs.status_code) == (200, 200)
    assert "rganisation" in british.content.decode()
    assert "rganisation" not in theirs.content.decode()


def test_a_browser_chooses(cast: Cast, as_amina: Client) -> None:
    assert ">Programme" in as_amina.get("/you/").content.decode()
    page = as_amina.get("/you/", **AMERICAN).content.decode()
    assert '<html lang="en-us"' in page
    assert ">Program" in page
    assert ">Programme" not in page


def test_a_centre_chooses_for_everyone(cast: Cast, as_dara: Client, as_amina: Client, client: Client) -> None:
    centre = Centre.current()
    form = {"name": centre.name, "time_zone": "UTC", "accent_light": "#0F5C5C", "accent_dark": "#7CC8BF"}
    assert as_dara.post("/centre/look/", {**form, "language": "en-us"}).status_code == 302
    assert '<html lang="en-us"' in as_amina.get("/you/").content.decode()
    assert '<html lang="en-us"' in client.get("/account/login/").content.decode()


def test_a_reader_chooses_against_centre_and_browser(cast: Cast, as_amina: Client) -> None:
    Centre.current().revise(seen=None, language="en-us")
    words = {"name": "Amina", "programme": "", "graduation_year": "", "phone": "", "profile_link": "", "time_zone": ""}
    as_amina.post("/you/", {**words, "language": "en-gb"})
    assert '<html lang="en-gb"' in as_amina.get("/you/", **AMERICAN).content.decode()


def test_refuses_a_language_that_is_not_offered(as_amina: Client) -> None:
    answer = as_amina.post("/you/", {"name": "Amina", "language": "tlh"})
    assert answer.status_code == 422


def test_one_that_is_offered_no_longer_is_nobodys(cast: Cast, as_amina: Client) -> None:
    User.objects.filter(pk=cast.amina.pk).update(language="de")
    assert '<html lang="en-gb"' in as_amina.get("/you/").content.decode()


def test_a_mail_is_written_in_the_language_of_its_reader(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    # For this test alone: others ask for every writer that there is.
    words = lambda mail, now: Words("Hello", f"In {translation.get_language()}")  # noqa: E731
    monkeypatch.setitem(outbox._writers, "tests.language", words)
    User.objects.filter(pk=cast.amina.pk).update(language="en-us")
    for member in (cast.amina, cast.bo):
        post(Outgoing(to=member.email, kind="trial", member_id=member.pk, writer="tests.language"), now=NOW)
    american, british = sorted(delivered(NOW), key=lambda mail: mail.to)
    assert "In en-us" in american.body
    assert "In en-gb" in british.body
    assert 'lang="en-us"' in str(american.alternatives[0].content)  # type: ignore[attr-defined]
