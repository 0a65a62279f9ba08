"""Rooms whose sentences are in our voice (tests/voice.py); those of the coach are heard in tests/coach/."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

from tests.voice import LONGEST, LONGEST_HINT, faults, marked

ROOT = Path(__file__).parent.parent
ROOMS = ("accounts", "agendas", "centre", "contacts", "core", "followups", "goals", "home", "meetings", "notes")
# Where pages of a room stand besides its own folder: those that allauth names, and the frame of every page.
BESIDE = {"accounts": ("account/**/*.*",), "core": ("*.html", "crispy/**/*.html")}
# Old words that mean something else in a room.
MAY = {"home": ("menders",)}
GAP = re.compile(r"%\(\w+\)[sd]")
WORDS = r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
# What templatize makes of a template, and what a Jinja file calls itself.
CALL = re.compile(rf"\b(?:_|gettext|ngettext)\({WORDS}(?:, {WORDS})?")


def in_template(text: str) -> list[str]:
    """The sentences that `text`, of a template, marks for translators."""
    found = [words for call in CALL.finditer(templatize(text)) for words in call.groups() if words]
    return [" ".join(ast.literal_eval(words).split()) for words in found]


def hints(code: str) -> set[str]:
    """The sentences below fields: what `code` gives as `help_text`."""
    keywords = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.keyword)]
    below = [node.value for node in keywords if node.arg == "help_text"]
    constants = [one for node in below for one in ast.walk(node) if isinstance(one, ast.Constant)]
    return {one.value for one in constants if isinstance(one.value, str)}


def spoken(room: str) -> Iterator[tuple[str, str, int]]:
    """Each sentence of `room`: where it stands, what it says, and how many words it may have."""
    code = [path for path in sorted((ROOT / room).rglob("*.py")) if "migrations" not in path.parts]
    short = {hint for path in code for hint in hints(path.read_text())}
    for place, words in marked(code):
        yield f"{room}/{place}", words, LONGEST_HINT if words in short else LONGEST
    for folder in ("templates", "jinja"):
        beside = (found for pattern in BESIDE.get(room, ()) for found in (ROOT / folder).glob(pattern))
        for path in sorted([*(ROOT / folder / room).rglob("*.*"), *beside]):
            for words in in_template(path.read_text()):
                yield str(path.relative_to(ROOT)), words, LONGEST


@pytest.mark.parametrize("room", ROOMS)
def test_every_sentence_of_a_room_is_in_our_voice(room: str) -> None:
    every = list(spoken(room))
    assert {place.split("/")[0] for place, _, _ in every} >= {room, "templates"}
    may = MAY.get(room, ())
    wrong = {
        at + words: found for at, words, most in every if (found := faults(GAP.sub("X", words), most=most, may=may))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("template", "sentences"),
    [
        ('{% translate "See whom to ask" %}', ["See whom to ask"]),
        (
            "{% blocktranslate trimmed with who=x %}\n  Ask\n  {{ who }} anew\n{% endblocktranslate %}",
            ["Ask %(who)s anew"],
        ),
        (
            "{% blocktranslate count n=x %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}",
            ["%(n)s day", "%(n)s days"],
        ),
        ('{% set x = _("They answered") %}<p title="{{ _("It stands") }}">', ["They answered", "It stands"]),
        ("<p>{{ one.words }}</p>", []),
    ],
)
def test_reads_what_a_template_says(template: str, sentences: list[str]) -> None:
    assert in_template(template) == sentences


def test_a_hint_has_less_room_than_other_sentences() -> None:
    [hint] = hints('Line(label=_("Name"), help_text=_("word " "word"))')
    assert hint == "word word"
    assert faults("word " * 16, most=LONGEST_HINT)
    assert not faults("word " * 16)
