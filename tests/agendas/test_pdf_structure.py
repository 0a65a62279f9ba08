"""What a reader without eyes meets in the PDF: the tree of its structure, by the rules of PDF/UA-1 (ISO 14289-1)."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from accounts.models import User
from agendas.pdf import sheet_of
from tests.agendas.builders import an_agenda
from tests.agendas.test_pdf import a_full_meeting, the_plan

# What may stand in what (ISO 32000-1, 14.8.4.3.3).
HOLDS = {"/L": {"/LI", "/Caption", "/L"}, "/LI": {"/Lbl", "/LBody"}}


def kids(node: Any) -> list[Any]:
    found = node.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def elements(node: Any) -> list[Any]:
    """The elements that `node` holds itself."""
    return [kid for kid in kids(node) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def walk(node: Any) -> Iterator[Any]:
    """Every element below `node`, in reading order."""
    for element in elements(node):
        yield element
        yield from walk(element)


def marked(node: Any) -> Iterator[int]:
    """The numbers of the marked content below `node`, in reading order."""
    for kid in kids(node):
        if isinstance(kid, int):
            yield kid
        elif isinstance(kid, pikepdf.Dictionary):
            yield from [int(kid.MCID)] if "/MCID" in kid else marked(kid)


def pieces(page: pikepdf.Page) -> Iterator[int | str]:
    """Each piece of a page's content as it is drawn: its number in the tree, "artifact", or "bare" for neither."""
    inside: list[int | str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" if "/MCID" in operands[1]:
                inside.append(int(operands[1].MCID))
                yield inside[-1]
            case "BDC" | "BMC":
                inside.append("artifact" if str(operands[0]) == "/Artifact" else "")
            case "EMC":
                inside.pop()
            case "Tj" | "TJ" | "f" | "f*" | "S" | "s" | "B" | "Do" | "sh":
                if not any(mark != "" for mark in inside):
                    yield "bare"


@pytest.fixture(params=[False, True], ids=["ordinary", "large"])
def opened(request: pytest.FixtureRequest, amina: User) -> Iterator[pikepdf.Pdf]:
    meeting = a_full_meeting(amina)
    an_agenda(meeting, "W", "C", "S", "X", "c")
    with pikepdf.open(io.BytesIO(sheet_of(the_plan(meeting), large=request.param).pdf)) as pdf:
        yield pdf


def test_everything_drawn_is_read_once_or_marked_as_ornament(opened: pikepdf.Pdf) -> None:
    assert bool(opened.Root.MarkInfo.Marked)
    drawn = Counter[int | str]()
    for number, page in enumerate(opened.pages):
        assert page.obj.StructParents == number
        assert page.obj.get("/Tabs", "/S") == "/S"
        drawn += Counter(pieces(page))
    assert "bare" not in drawn
    read = Counter(marked(opened.Root.StructTreeRoot))
    assert read == Counter({piece: count for piece, count in drawn.items() if isinstance(piece, int)})


def test_is_read_in_the_order_of_the_page(opened: pikepdf.Pdf) -> None:
    # Each page counts its own pieces from nought, so that a page that is read to its end begins anew.
    read = list(marked(opened.Root.StructTreeRoot))
    assert [later for earlier, later in pairwise(read) if later < earlier and later != 0] == []
    assert read.count(0) == len(opened.pages)


def test_headings_skip_no_level_and_come_in_the_order_of_the_talk(opened: pikepdf.Pdf) -> None:
    tags = [str(element.S) for element in walk(opened.Root.StructTreeRoot)]
    levels = [int(tag[2:]) for tag in tags if re.match(r"/H\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(later - earlier for earlier, later in pairwise(levels)) == 1


def test_lists_hold_items_and_items_their_words(opened: pikepdf.Pdf) -> None:
    found = [
        (str(element.S), {str(kid.S) for kid in elements(element)}) for element in walk(opened.Root.StructTreeRoot)
    ]
    assert [tag for tag, held in found if not held <= HOLDS.get(tag, held)] == []
    assert all("/LBody" in held for tag, held in found if tag == "/LI")
    assert {tag for tag, held in found if "/LI" in held} == {"/L"}
    assert {tag for tag, held in found if "/LBody" in held} == {"/LI"}


def test_has_a_language_and_a_name_for_every_picture(opened: pikepdf.Pdf) -> None:
    assert str(opened.Root.Lang) == "en-GB"
    pictures = [element for element in walk(opened.Root.StructTreeRoot) if str(element.S) in {"/Figure", "/Formula"}]
    assert all(str(picture.get("/Alt", "")) for picture in pictures)
    with opened.open_metadata() as metadata:
        assert metadata["dc:creator"] == ["Amina Yusuf"]
        assert metadata["dc:language"] == {"en-GB"}


def test_every_letter_has_its_font_with_it_and_says_which_it_is(opened: pikepdf.Pdf) -> None:
    for page in opened.pages:
        for font in page.resources.Font.values():
            assert "/ToUnicode" in font
            (drawn,) = font.DescendantFonts
            assert {"/FontFile2", "/FontFile3"} & set(drawn.FontDescriptor.keys())
