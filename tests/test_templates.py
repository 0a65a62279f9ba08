"""Templates have lines that a person can read, and draw forms one way (docs/decisions/0040)."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEMPLATES = (ROOT / "templates", ROOT / "jinja")
LONGEST_LINE = 200
PACK = "crispy/house/"
# Fields that are drawn past the helper of a form; a template that is not named here has none.
BY_HAND = {
    "account/_whose.html": "shows whose password it is, also to the program that keeps it; nobody types there",
    "centre/_aside.html": "words that travel with the form unseen; an input would lose their lines",
    "contacts/_filters.html": "the box that finds, on the page that is opened most: it needs no form to be drawn",
    "contacts/person_select.html": "it is drawn by a widget of ours: what is typed, beside the select",
    "core/unsent.html": "words on their way through signing in, whatever form they came from",
    "followups/calendar.html": "an address to copy, which is not sent",
    "meetings/_thing.html": "each thing to have ready is a tick with its reason below",
    "meetings/pitch.html": "each version is a choice that can be unfolded and read",
    "meetings/reply/_answers.html": "each answer is a choice with its own fields below",
    "meetings/reply/_times.html": "the offered times are choices that are swapped when the zone changes",
}
# What crispy-forms and Django offer beside the helper.
OTHER_WAYS = re.compile(r"as_field_group|as_crispy_field|\|\s*crispy|as_p\b|as_div\b")
FIELDS = re.compile(r"<(?:select|textarea|label)\b|<input\b(?![^>]*type=\"hidden\")")
# A list of answers for htmx, in JSON; and pages that are being rewritten.
LONG = {"base.html"}


def templates() -> dict[str, str]:
    found = [(str(path.relative_to(top)), path) for top in TEMPLATES for path in sorted(top.rglob("*.html"))]
    assert len(dict(found)) == len(found), "a name stands below one of the folders only"
    return {name: path.read_text() for name, path in found}


def draws_by_hand(source: str) -> bool:
    return bool(FIELDS.search(source))


def test_no_line_is_longer_than_a_person_reads() -> None:
    long = {
        f"{name}:{number}"
        for name, source in templates().items()
        if name not in LONG
        for number, line in enumerate(source.splitlines(), 1)
        if len(line) > LONGEST_LINE
    }
    assert long == set()


def test_forms_are_drawn_by_their_helper() -> None:
    assert {name for name, source in templates().items() if OTHER_WAYS.search(source)} == set()


def test_fields_by_hand_have_a_reason() -> None:
    found = {name for name, source in templates().items() if draws_by_hand(source) and not name.startswith(PACK)}
    assert found == set(BY_HAND)


@pytest.mark.parametrize("source", ['<input name="q">', "<label>", '<select name="to">', '<textarea name="body">'])
def test_the_guard_sees_a_field(source: str) -> None:
    assert draws_by_hand(source)


def test_the_guard_lets_what_is_hidden_pass() -> None:
    assert not draws_by_hand('<input type="hidden" name="next" value="/">')
