"""The PDF: accessible, complete, in any script, and never refused."""

import io
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from accounts.models import Pitch, User
from agendas.models import Agenda
from agendas.pdf import Unset, sheet_of
from agendas.plan import Plan, plan_of
from centre.models import Centre
from meetings.models import Meeting
from tests.agendas.builders import a_question, an_agenda
from tests.cast import NOW, a_contact, a_meeting

LATIN, ARABIC, CHINESE, CYRILLIC = "Dr. Zoë Łukasiewicz-Ñúñez", "ليلى الحسن", "王小明", "Дмитрий Ершов"


def a_full_meeting(owner: User, name: str = "Dr. Efua Osei", **more: Any) -> Meeting:
    meeting = a_meeting(owner, a_contact(owner, name, **more), minutes=30)
    meeting.pitch = Pitch.begin(by=owner, name="Short", shape="paragraph", text="I count mussels and wonder why.")
    meeting.mode, meeting.place = Meeting.Mode.IN_PERSON, "Café Kieler Luft"
    meeting.starts_at, meeting.ends_at = NOW + timedelta(days=7), NOW + timedelta(days=7, minutes=30)
    meeting.save()
    return meeting


def the_plan(meeting: Meeting) -> Plan:
    return plan_of(meeting, now=NOW)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def tags(node: Any) -> Iterator[str]:
    """The structure types of the tree below `node`, in reading order."""
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S)
            yield from tags(kid)


@pytest.fixture
def pdf(amina: User) -> bytes:
    meeting = a_full_meeting(amina)
    an_agenda(meeting, "W", "C", "S", "X", "c")
    return sheet_of(the_plan(meeting)).pdf


def test_says_that_it_is_accessible(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Conversation with Dr. Efua Osei"
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang).startswith("en")
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert str(opened.docinfo.Title) == "Conversation with Dr. Efua Osei"


def test_has_headings_and_lists_for_who_cannot_see_it(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = list(tags(opened.Root.StructTreeRoot))
    headings = [tag for tag in found if re.fullmatch(r"/H\d", tag)]
    assert headings[0] == "/H1"
    assert headings.count("/H1") == 1
    assert headings.count("/H2") >= 6
    assert "/H3" in headings
    assert found.count("/LI") >= 5


def test_has_bookmarks(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "Conversation with Dr. Efua Osei"
        titles = [item.title for item in top.children]
    assert titles[:3] == ["What I want to find out", "To start: 3 minutes", "Questions"]
    assert "Before the conversation" in titles


def test_holds_who_when_where_goals_pitch_and_close(pdf: bytes) -> None:
    words = " ".join(text_of(pdf).split())
    for part in (
        "Amina Yusuf, BSc Marine Biology",
        "Marine ecologist, Blue Shelf Institute",
        "Wednesday 25 November, 10:00–10:30, Berlin time (9:00–9:30, Accra time)",
        "In person: Café Kieler Luft",
        "What a usual week looks like.",
        "I count mussels and wonder why.",
        "Thank Dr. Osei",
        "the last 2 min, from 10:28",
        "If there’s time",
    ):
        assert part in words


@pytest.mark.parametrize("count", [1, 30])
def test_holds_every_question_in_order(amina: User, count: int) -> None:
    meeting = a_full_meeting(amina)
    agenda = Agenda.of(meeting)
    for number in range(count):
        a_question(agenda, f"Question of number {number:02} about seagrass?")
    words = " ".join(text_of(sheet_of(the_plan(meeting)).pdf).split())
    assert re.findall(r"Question of number (\d\d) about", words) == [f"{n:02}" for n in range(count)]


@pytest.mark.parametrize("name", [LATIN, ARABIC, CHINESE, CYRILLIC])
def test_sets_names_in_any_script(amina: User, name: str) -> None:
    meeting = a_full_meeting(amina, name, form_of_address=name)
    an_agenda(meeting, "W")
    made = sheet_of(the_plan(meeting))
    assert (made.boxes, made.accessible) == (frozenset(), True)
    words = text_of(made.pdf)
    if name != ARABIC:
        assert name in words
    else:  # extracted in the order of the page; every letter is there
        assert set(name) - {" "} <= set(words)
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        assert name in str(opened.docinfo.Title)


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_is_set_on_the_paper_asked_for(amina: User, paper: str, size: tuple[int, int]) -> None:
    page = PdfReader(io.BytesIO(sheet_of(the_plan(a_full_meeting(amina)), paper=paper).pdf)).pages[0]
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == size


def test_large_print_is_18_points_at_least(amina: User) -> None:
    meeting = a_full_meeting(amina)
    an_agenda(meeting, "W", "C", "x")
    sizes: set[float] = set()

    def note(text: str, _cm: Any, matrix: list[float], _font: Any, size: float) -> None:
        if text.strip():
            sizes.add(round(abs(matrix[3]) * size, 1))

    for page in PdfReader(io.BytesIO(sheet_of(the_plan(meeting), large=True).pdf)).pages:
        page.extract_text(visitor_text=note)
    assert min(sizes) >= 18


@pytest.mark.parametrize(
    "words",
    [
        '#eval("1") $x^2$ *bold* _it_ `raw` @ref <label> [b] \\ #{1+1} // no',
        "<b>bold</b> & {{ name }} {% now %}",
        "a" * 200,
        "Tab\tand\x0bvertical\x07bell\u202eturned",
        "नमस्ते 안녕하세요 שלום ไทย ქართული",
        "e\u0301 combining \u200d joiner",
    ],
)
def test_takes_every_word_as_words(amina: User, words: str) -> None:
    meeting = a_full_meeting(amina, words[:200], role=words[:200], form_of_address=words[:80])
    a_question(Agenda.of(meeting), words * 2 if len(words) > 100 else words)
    made = sheet_of(the_plan(meeting))
    assert made.accessible
    if words.isascii() and words.isprintable() and " " in words:
        assert "".join(words.split()) in "".join(text_of(made.pdf).split())


@pytest.mark.parametrize("large", [False, True])
def test_a12_a_word_of_any_length_breaks_and_is_copied_whole(amina: User, large: bool) -> None:
    word = "Wolfeschlegelsteinhausenbergerdorff" * 5
    meeting = a_full_meeting(amina, word, role=word, form_of_address=word[:60])
    meeting.place = "https://meet.example.org/" + "x" * 270
    meeting.save()
    a_question(Agenda.of(meeting), word)
    made = sheet_of(the_plan(meeting), large=large)
    assert made.accessible
    lines = text_of(made.pdf).splitlines()
    # No line of the sheet has room for so many letters: the longest is that of the smallest print.
    assert max(map(len, lines)) < 110
    assert "".join(lines).count(word) == 3


def test_a_letter_that_no_font_has_is_a_box_that_keeps_it(amina: User, as_amina: Client) -> None:
    name = "Ada \U000f0000\u0378\U000f0001 Lovelace, ខ្មែរ"
    meeting = a_full_meeting(amina, name)
    made = sheet_of(the_plan(meeting))
    assert made.accessible
    assert made.boxes == {"\U000f0000", "\u0378", "\U000f0001"}
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        assert str(opened.docinfo.Title) == f"Conversation with {name}"
        with opened.open_outline() as outline:
            assert name in outline.root[0].title
    assert read_aloud(made.pdf) >= made.boxes
    response = as_amina.get(reverse("agendas:pdf", args=[meeting.pk]))
    assert response.status_code == 200
    assert response.headers["X-Sheet-Boxes"] == "3"
    assert "shows □ for some letters" in as_amina.get(reverse("agendas:agenda", args=[meeting.pk])).content.decode()


def read_aloud(pdf: bytes) -> set[str]:
    """The letters that the sheet gives to whoever copies it or has it read, whatever it draws for them."""
    found = set(text_of(pdf))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "BDC" and "/ActualText" in operands[1]:
                    found |= set(str(operands[1].ActualText))
    return found


def test_an_empty_agenda_is_a_sheet_too(amina: User, as_amina: Client) -> None:
    response = as_amina.get(reverse("agendas:pdf", args=[a_meeting(amina).pk]))
    assert response.headers["Content-Type"] == "application/pdf"
    assert "Not scheduled yet" in text_of(response.content)


def test_the_file_is_named_for_every_browser(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina, a_contact(amina, 'Zoë "x"; ../ 王'))
    named = as_amina.get(reverse("agendas:pdf", args=[meeting.pk])).headers["Content-Disposition"]
    assert named == "inline; filename=\"agenda-zoe-x.pdf\"; filename*=UTF-8''Agenda%20Zo%C3%AB%20x%20%E7%8E%8B.pdf"


@pytest.mark.parametrize("name", ["आरती देशमुख", "สมชาย ใจดี", "תָּמָר", "ஸ்ரீ", "می\u200cخواهم"])
def test_i11_the_file_is_named_with_every_mark_of_a_script(amina: User, as_amina: Client, name: str) -> None:
    meeting = a_meeting(amina, a_contact(amina, name))
    named = as_amina.get(reverse("agendas:pdf", args=[meeting.pk])).headers["Content-Disposition"]
    assert named.endswith(f"{quote(f' {name}', safe='')}.pdf")


def test_i11_a_long_name_loses_no_mark_of_its_last_letter(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina, a_contact(amina, "क" * 59 + "कि" * 3))
    named = as_amina.get(reverse("agendas:pdf", args=[meeting.pk])).headers["Content-Disposition"]
    assert named.endswith(f"{quote('क' * 59, safe='')}.pdf")


@pytest.mark.parametrize("query", ["paper=a4&print=large", "paper=letter", "print=", ""])
def test_paper_and_print_are_asked_for_by_the_address(amina: User, as_amina: Client, query: str) -> None:
    response = as_amina.get(reverse("agendas:pdf", args=[a_meeting(amina).pk]) + f"?{query}")
    assert response.content.startswith(b"%PDF")


@pytest.mark.parametrize(("query", "words"), [("paper=a3", "Choose A4"), ("print=huge", "Choose standard")])
def test_refuses_other_paper_in_words(amina: User, as_amina: Client, query: str, words: str) -> None:
    response = as_amina.get(reverse("agendas:pdf", args=[a_meeting(amina).pk]) + f"?{query}")
    assert response.status_code == 422
    assert words in response.content.decode()


def test_the_time_it_was_made_does_not_change_it(amina: User, now: datetime) -> None:
    meeting = a_full_meeting(amina)
    assert plan_of(meeting, now=now) == plan_of(meeting, now=now + timedelta(days=1))


def test_what_cannot_be_set_at_all_is_refused_by_name(amina: User) -> None:
    with pytest.raises(Unset):
        sheet_of(the_plan(a_full_meeting(amina)), accent="no colour")


def colours(pdf: bytes) -> set[tuple[int, ...]]:
    """What the sheet writes in, as red, green and blue from 0 to 255."""
    found = set()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            for instruction in pikepdf.parse_content_stream(page):
                if str(instruction.operator) in {"rg", "sc", "scn"} and len(instruction.operands) == 3:
                    found.add(tuple(round(float(share) * 255) for share in instruction.operands))
    return found


def test_wears_the_colour_of_the_centre(amina: User, as_amina: Client) -> None:
    meeting = a_full_meeting(amina)
    url = reverse("agendas:pdf", args=[meeting.pk])
    assert (15, 92, 92) in colours(as_amina.get(url).content)
    centre = Centre.current()
    centre.accent_light, centre.accent_dark = "#8A1538", "#F0A0B4"
    centre.save()
    assert (138, 21, 56) in colours(as_amina.get(url).content)
    assert (15, 92, 92) not in colours(as_amina.get(url).content)
    page = as_amina.get(reverse("agendas:sheet", args=[meeting.pk])).content.decode()
    assert reverse("centre:accent", args=[centre.revision]) in page


def test_lists_the_five_things_to_have_ready_and_what_else_is_ticked(amina: User) -> None:
    meeting = a_full_meeting(amina)
    meeting.tick(["silent"])
    assert [the_plan(meeting).checklist[0], *the_plan(meeting).checklist[5:]] == [
        "Your agenda, printed or on your phone",
        "Your phone on silent",
    ]
