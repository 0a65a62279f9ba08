"""The HTML part of a mail: made of its text, with nothing to fetch, and readable by day and by night."""

import re
from collections.abc import Callable

import pytest
from django.utils import translation

from centre import colour
from centre.models import Centre
from core import links, mail_page
from core.outbox import Outgoing, post
from tests.cast import NOW
from tests.languages import speaking
from tests.post import ReadPage, delivered, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> str:
    return links.absolute("/followups/")


def read(text: str, subject: str = "Hello") -> ReadPage:
    return ReadPage(mail_page.page(subject, text))


def test_an_address_behind_or_below_its_words_is_a_link_over_the_last_sentence(ours: str) -> None:
    page = read(
        f"One line spares a wait. Write it: {ours}\nDone: {ours}1\n\nYou asked for it. Begin here:\n\n{ours}2\n"
    )
    assert page.links == [("Write it", ours), ("Done", f"{ours}1"), ("Begin here", f"{ours}2")]
    assert "wait." in page.words
    assert ours not in page.words


def test_the_first_link_that_stands_alone_is_the_act(ours: str) -> None:
    page = read(f"Hello,\n\nDone: {ours}0\nLater: {ours}1\n\nOpen it: {ours}2\n\nAll of it: {ours}3\n")
    acts = [
        index for index, (tag, name, value) in enumerate(page.attributes) if (tag, name, value) == ("a", "class", "act")
    ]
    assert len(acts) == 1
    assert page.attributes[acts[0] - 1] == ("a", "href", f"{ours}2")


@pytest.mark.parametrize("text", ["Our bank: https://evil.test/r/do/x", "Pay here:\nhttps://localhost.evil.test:8000/"])
def test_an_address_of_somebody_else_shows_itself(text: str) -> None:
    [(words, href)] = read(text).links
    assert words == href


def test_an_address_that_only_begins_like_ours_is_somebody_elses() -> None:
    address = f"{links.absolute()}.evil.test/"
    assert read(f"Sign in: {address}").links == [(address, address)]


def test_what_stands_in_the_text_is_words_and_never_html() -> None:
    page = read("<script>alert(1)</script> <img src=a.png> &amp; “quoted”", "<b>Hi</b>")
    assert {"script", "img", "b"}.isdisjoint(page.tags)
    assert page.words[2:] == ["<script>alert(1)</script>", "<img", "src=a.png>", "&amp;", "“quoted”"]
    assert page.title == "<b>Hi</b>"


def test_lines_stay_lines_and_the_foot_stands_apart() -> None:
    page = read("Café Kaimauer\n20 minutes\n\n-- \nWhy you get this.\n\nCareer Centre\n")
    assert page.tags.count("br") == 1
    assert [value for tag, name, value in page.attributes if name == "class"] == ["page", "from", "sheet", "foot"]
    assert "--" not in page.words


@pytest.mark.parametrize(("code", "direction"), [("en-gb", "ltr"), ("de", "ltr"), ("ar", "rtl")])
def test_says_its_language_and_direction(code: str, direction: str) -> None:
    with speaking(code):
        page = read("Hello")
    for tag in ("html", "div"):
        assert {(tag, "lang", code), (tag, "dir", direction)} <= set(page.attributes)


def test_a_mail_is_in_the_language_of_whoever_asked_for_it() -> None:
    with speaking("en-gb"):
        with translation.override("de"):
            post(Outgoing(to="amina@students.test", kind="trial", subject="Hallo", text="Worte"), now=NOW)
        [letter] = delivered(NOW)
    assert ("html", "lang", "de") in page_of(letter).attributes


def colours(page: ReadPage) -> set[str]:
    return {found.upper() for found in re.findall(r"#[0-9a-fA-F]{6}\b", page.style)}


def test_wears_the_centres_name_and_colours(centre: Centre) -> None:
    centre.revise(seen=None, name="Hafen & Co", accent_light="#7A1F5C", accent_dark="#F0A8D8")
    page = read("Hello")
    assert page.words[:3] == ["Hafen", "&", "Co"]
    assert {"#7A1F5C", "#F0A8D8", colour.on("#7A1F5C"), colour.on("#F0A8D8")} <= colours(page)


@pytest.mark.parametrize("accent", ["#777777", "red", ""])
def test_an_accent_that_cannot_be_read_is_left_out(centre: Centre, accent: str) -> None:
    Centre.objects.filter(pk=centre.pk).update(accent_light=accent, accent_dark=accent)
    centre.revise(seen=None, name="Career Centre")
    assert {"#0F5C5C", "#7CC8BF"} <= colours(read("Hello"))


def pairs(style: str) -> dict[str, tuple[str, str]]:
    """Of the words, the links, the act and the foot: what they are written in, and on what, in one of the two looks."""

    def found(selector: str, name: str) -> str:
        rule = re.search(rf"(?<![\w.]){re.escape(selector)} \{{([^}}]*)\}}", style)
        value = re.search(rf"(?<![-\w]){name}: (#[0-9a-fA-F]{{6}})", rule[1] if rule else "")
        return value[1] if value else ""

    paper, sheet = found("body", "background"), found(".sheet", "background")
    return {
        "words": (found("body", "color"), sheet),
        "name": (found("body", "color"), paper),
        "link": (found("a", "color"), sheet),
        "link in the foot": (found("a", "color"), paper),
        "act": (found(".sheet a.act", "color"), found(".sheet a.act", "background")),
        "foot": (found(".foot", "color"), paper),
    }


@pytest.mark.parametrize(
    "look", [lambda style: style.partition("@media")[0], lambda style: style.partition("@media")[2]]
)
def test_everything_can_be_read_by_day_and_by_night(look: Callable[[str], str]) -> None:
    found = pairs(look(read("Hello").style))
    assert {name: pair for name, pair in found.items() if colour.contrast(*pair) < colour.TEXT_CONTRAST} == {}


def test_a_second_attempt_is_the_same_to_the_letter() -> None:
    post(Outgoing(to="amina@students.test", kind="trial", subject="Hello", text="Words"), now=NOW)
    [letter] = delivered(NOW)
    assert letter.message().as_bytes() == letter.message().as_bytes()
    assert letter.message().get_content_type() == "multipart/alternative"


def test_a_letter_of_a_person_stays_plain() -> None:
    post(Outgoing(to="efua@example.org", kind="letter", subject="Hello", text="Words"), now=NOW)
    [letter] = delivered(NOW)
    assert letter.message().get_content_type() == "text/plain"
