"""On a small phone, and with large text: what one types in is in sight, and nothing is lost at a side."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from contacts.models import Contact
from meetings.models import Meeting
from tests.browser.test_meeting_view import hand, opened, talk
from tests.cast import Cast

__all__ = ["hand", "talk"]

pytestmark = pytest.mark.django_db(transaction=True)

SIZES = [(320, 568), (320, 480), (390, 844), (640, 450), (320, 256)]
# Where the caret at the end of the focused box stands, measured with a copy of its words; and what lies over it there.
CARET = """() => {
  const box = document.activeElement, at = box.getBoundingClientRect(), style = getComputedStyle(box);
  const bottom = at.bottom - parseFloat(style.paddingBottom) - parseFloat(style.borderBottomWidth);
  const line = parseFloat(style.lineHeight), y = bottom - line / 2;
  const scrolled = box.scrollHeight - box.clientHeight - box.scrollTop;
  if (bottom > innerHeight || bottom - line < 0) return "outside: " + [bottom, innerHeight];
  if (scrolled > line) return "scrolled away: " + scrolled;
  const top = document.elementFromPoint(at.left + 20, y);
  return top === box ? "" : "beneath " + top?.outerHTML.slice(0, 120);
}"""
# What reaches over the right edge, where there is something to scroll to.
OVER = """() => document.documentElement.scrollWidth > innerWidth
  ? [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
      .map(e => e.tagName + "." + e.className)
  : []"""
LONG = "She began on a trawler and stayed.\n" * 30


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_end_of_a_long_note_lies_under_nothing(hand: Page, talk: Meeting, size: tuple[int, int]) -> None:
    hand.set_viewport_size({"width": size[0], "height": size[1]})
    first, *_ = opened(hand, talk)
    box = hand.locator(f'form[data-note="{first}"] textarea')
    box.focus()
    hand.keyboard.insert_text(LONG)
    hand.keyboard.type("And then?")
    assert hand.evaluate(CARET) == ""


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_note_that_is_begun_lies_under_nothing(hand: Page, talk: Meeting, size: tuple[int, int]) -> None:
    hand.set_viewport_size({"width": size[0], "height": size[1]})
    first, *_ = opened(hand, talk)
    hand.locator(f'form[data-note="{first}"] textarea').focus()
    hand.keyboard.type("A trawler.")
    covered = hand.evaluate("""() => {
      const box = document.activeElement.getBoundingClientRect();
      return document.elementFromPoint(box.left + 20, box.top + 22) === document.activeElement;
    }""")
    assert covered


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_line_that_nothing_is_saved_covers_no_words(
    hand: Page, talk: Meeting, cast: Cast, size: tuple[int, int]
) -> None:
    hand.set_viewport_size({"width": size[0], "height": size[1]})
    hand.goto(reverse("goals:aim"))
    hand.locator("main [type=radio]").first.check()
    hand.get_by_label("What’s it about?").fill("Marine conservation")
    hand.context.set_offline(True)
    box = hand.locator("main textarea").first
    box.focus()
    hand.keyboard.insert_text(LONG)
    hand.locator("main form .button:not(.quiet, .plain)").last.click()
    expect(hand.locator(".draft")).to_be_visible()
    box.focus()
    hand.keyboard.press("Control+End")
    hand.keyboard.type("And then?")
    assert hand.evaluate(CARET) == ""
    hand.context.set_offline(False)


@pytest.mark.parametrize(("width", "letters"), [(200, 16), (320, 16), (320, 32), (390, 32)])
def test_nothing_is_lost_at_a_side(hand: Page, talk: Meeting, cast: Cast, width: int, letters: int) -> None:
    Contact.add(by=cast.amina, now=timezone.now(), name="Efua Osei", known="event", anyway=True)
    session = hand.context.new_cdp_session(hand)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": letters, "fixed": letters}})
    hand.set_viewport_size({"width": width, "height": 700})
    pages = ["home:home", "contacts:index", "meetings:index", "goals:index"]
    paths = [reverse(name) for name in pages]
    paths += [reverse(name, args=[talk.pk]) for name in ("meetings:show", "meetings:time", "notes:meet")]
    for path in paths:
        hand.goto(path)
        assert hand.evaluate(OVER) == [], path
        for tab in hand.locator(".rooms a").all():
            edges = tab.bounding_box()
            assert edges, path
            assert 0 <= edges["x"] <= width - edges["width"], (path, tab.inner_text())
