"""The agenda put in order by pointer and by finger, and filled from the bank beside it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from agendas.models import Agenda
from coach.bank import question as bank_question
from meetings.models import Meeting
from tests.agendas.builders import an_agenda
from tests.browser.agenda import open_agenda, phases, settled, sign_in
from tests.cast import Cast, a_meeting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return a_meeting(cast.amina)


@pytest.fixture
def hand(chromium: Browser, live_server: object, cast: Cast) -> Iterator[Page]:
    """Amina's phone, which knows fingers and no mouse."""
    base: str = live_server.url  # type: ignore[attr-defined]
    context = chromium.new_context(
        base_url=base,
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
        service_workers="block",
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    sign_in(page, cast.amina, base)
    yield page
    context.close()


@pytest.fixture
def table(desk: Page, live_server: object, cast: Cast) -> Page:
    """Amina's desk, with a mouse."""
    sign_in(desk, cast.amina, live_server.url)  # type: ignore[attr-defined]
    return desk


def middle(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def order(meeting: Meeting) -> list[int]:
    return list(Agenda.of(meeting).questions.in_order().values_list("pk", flat=True))


def test_built_timed_and_reordered_by_pointer(table: Page, meeting: Meeting) -> None:
    open_agenda(table, meeting)
    table.get_by_role("button", name="Create an agenda for me").click()
    expect(table.locator(".asked-one")).to_have_count(7)
    assert phases(meeting) == "WWCSX"
    first, second, third, *rest = order(meeting)
    # Far from the edges, near which the page goes along.
    table.locator(".paper").evaluate("paper => paper.scrollIntoView()")
    x, y = middle(table, f"#question-{first} .asked-handle")
    table.mouse.move(x, y)
    table.mouse.down()
    table.mouse.move(x, middle(table, f"#question-{third}")[1] + 10, steps=8)
    expect(table.locator(f"#question-{third} ~ #question-{first}")).to_have_count(1)
    table.mouse.up()
    expect(table.locator("#said")).to_contain_text("Moved to position 3 of 5.")
    assert order(meeting) == [second, third, first, *rest]

    table.locator(f"#row-{first}").click()
    settled(table)
    left = table.locator("#budget").inner_text()
    table.locator(f"#minutes-{first}").select_option("10")
    expect(table.locator("#budget")).not_to_have_text(left)
    assert Agenda.of(meeting).questions.get(pk=first).minutes == 10


def test_what_is_put_back_where_it_was_sends_nothing(table: Page, meeting: Meeting) -> None:
    rows = an_agenda(meeting, "W", "C", "X")
    open_agenda(table, meeting)
    sent = list[str]()
    table.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    # Far from the edges, near which the page goes along.
    table.locator(".paper").evaluate("paper => paper.scrollIntoView()")
    x, y = middle(table, f"#question-{rows[0].pk} .asked-handle")
    table.mouse.move(x, y)
    table.mouse.down()
    table.mouse.move(x, middle(table, f"#question-{rows[2].pk}")[1] + 10, steps=5)
    expect(table.locator(f"#question-{rows[2].pk} ~ #question-{rows[0].pk}")).to_have_count(1)
    table.mouse.move(x, y, steps=5)
    table.mouse.up()
    assert sent == []
    assert phases(meeting) == "WCX"


def drag(finger: CDPSession, x: float, y: float, to: float) -> None:
    """Put a finger down at `x`, `y`, move it to `to`, and lift it."""
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 11):
        at = {"x": x, "y": y + (to - y) * step / 10}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [at]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.slow
def test_built_timed_and_reordered_by_finger(hand: Page, meeting: Meeting) -> None:
    open_agenda(hand, meeting)
    hand.get_by_role("button", name="Create an agenda for me").tap()
    expect(hand.locator(".asked-one")).to_have_count(7)
    settled(hand)
    first, second, third, *rest = order(meeting)
    hand.locator(f"#row-{second}").tap()
    settled(hand)
    hand.locator(f"#minutes-{second}").select_option("7")
    expect(hand.locator("#said")).to_have_text(re.compile("minutes planned"))
    settled(hand)
    assert Agenda.of(meeting).questions.get(pk=second).minutes == 7

    hand.locator(f"#row-{second}").tap()
    expect(hand.locator(f"#row-{second}")).to_have_attribute("aria-expanded", "false")
    settled(hand)
    hand.locator(f"#question-{second}").evaluate("row => row.scrollIntoView({block: 'center'})")
    # What has the focus stays in view, also below a remark that comes; here nothing has it.
    hand.evaluate("document.activeElement.blur()")
    top = hand.evaluate("scrollY")
    x, y = middle(hand, f"#question-{second} .asked-handle")
    drag(hand.context.new_cdp_session(hand), x, y, middle(hand, f"#question-{third}")[1] + 10)
    expect(hand.locator("#said")).to_contain_text("Moved to position 3 of 5.")
    settled(hand)
    assert order(meeting) == [first, third, second, *rest]
    # The finger moved the question, and not the page.
    assert hand.evaluate("scrollY") == top


@pytest.mark.slow
def test_the_bank_stands_beside_the_sheet_and_stays_open(table: Page, meeting: Meeting) -> None:
    rows = an_agenda(meeting, "W", "C", "X")
    open_agenda(table, meeting)
    table.locator(f"#row-{rows[1].pk}").click()
    expect(table.locator(f"#up-{rows[1].pk}")).to_be_visible()
    table.get_by_role("link", name="Add questions").click()
    bank = table.locator("#bank")
    expect(bank).to_be_visible()
    sheet, panel = table.locator(".paper").bounding_box(), bank.bounding_box()
    assert sheet
    assert panel
    assert panel["x"] >= sheet["x"] + sheet["width"]
    every = bank.locator("#found-count").inner_text()
    bank.get_by_label("Search").fill("who else")
    bank.get_by_label("Part of the conversation").select_option(label="Closing")
    expect(bank.locator("#offer-people-04-who-else")).to_be_visible()
    expect(bank.get_by_role("status").first).not_to_have_text(every)
    expect(bank.locator(".offers > li")).not_to_have_count(20)
    bank.locator("#offer-people-04-who-else button").click()
    expect(bank.locator("#offer-people-04-who-else")).to_contain_text("On your agenda")
    expect(bank.locator("#on-it")).to_have_text("· 1 of these on your agenda")
    expect(table.locator(".asked-one")).to_have_count(4)
    expect(table.locator(f"#up-{rows[1].pk}")).to_be_visible()
    assert bank.evaluate("bank => bank.contains(document.activeElement)")

    bank.get_by_role("link", name="Write your own question").click()
    bank.locator("textarea").fill("Which door did you come in by?")
    bank.get_by_role("button", name="Add the question").click()
    # It is read once: where the focus goes, and not announced besides.
    expect(table.locator(":focus")).to_contain_text("Question added.")
    expect(table.locator("#said")).to_have_text("")
    expect(bank.get_by_text("Question added.")).to_be_focused()
    expect(table.locator(".paper")).to_contain_text("Which door did you come in by?")
    expect(bank).to_be_visible()
    bank.get_by_role("button", name="Close", exact=True).click()
    expect(table.locator("#add")).to_be_focused()
    assert phases(meeting) == "WCCXX"


@pytest.mark.slow
def test_the_bank_hears_what_comes_and_goes_beside_it(table: Page, meeting: Meeting) -> None:
    Agenda.of(meeting).pick(bank_question("people-04-who-else"))
    open_agenda(table, meeting)
    table.get_by_role("link", name="Add questions").click()
    panel = table.locator("#bank")
    panel.get_by_label("Search").fill("who else")
    offer = panel.locator("#offer-people-04-who-else")
    expect(offer).to_contain_text("On your agenda")
    table.locator(".asked-text").first.click()
    table.get_by_role("button", name="Remove").click()
    expect(offer.get_by_role("button")).to_be_visible()
    expect(panel.locator("#on-it")).to_be_empty()
    expect(panel.locator(".offers > li")).not_to_have_count(20)
    table.get_by_role("button", name="Undo").click()
    expect(offer).to_contain_text("On your agenda")
    expect(panel.locator("#on-it")).to_have_text("· 1 of these on your agenda")


def test_on_a_phone_the_bank_is_a_sheet_above_the_page(hand: Page, meeting: Meeting) -> None:
    open_agenda(hand, meeting)
    hand.get_by_role("link", name="Add questions").tap()
    bank = hand.locator("#bank:modal")
    expect(bank).to_be_visible()
    bank.get_by_role("button", name="Add to the agenda").first.tap()
    expect(bank.get_by_text("On your agenda").first).to_be_visible()
    expect(bank).to_be_visible()
    bank.locator(".offers > li").last.scroll_into_view_if_needed()
    expect(bank.get_by_role("button", name="Close", exact=True)).to_be_in_viewport(ratio=1)
    # What lies behind it takes no focus and no press, and Tab stays with it.
    hand.locator("#add").focus()
    for _ in range(4):
        assert hand.evaluate("document.querySelector('#bank').contains(document.activeElement)")
        hand.keyboard.press("Tab")
    hand.keyboard.press("Escape")
    expect(hand.locator("#bank")).to_be_hidden()
    expect(hand.locator(".asked-one")).to_have_count(1)
    expect(hand.locator("#add")).to_be_focused()


@pytest.mark.slow
def test_without_script_the_same_forms_do_it(
    plain_desk: Page, live_server: object, cast: Cast, meeting: Meeting
) -> None:
    sign_in(plain_desk, cast.amina, live_server.url)  # type: ignore[attr-defined]
    rows = an_agenda(meeting, "W", "C", "X")
    open_agenda(plain_desk, meeting)
    plain_desk.locator(f"#row-{rows[1].pk}").click()
    plain_desk.get_by_label("Position").select_option("1")
    plain_desk.get_by_role("button", name="Move to this position").click()
    expect(plain_desk.get_by_text("Moved to position 1 of 3.")).to_be_visible()
    plain_desk.get_by_label("Minutes").select_option("7")
    plain_desk.get_by_role("button", name="Save minutes").click()
    expect(plain_desk.locator("#budget")).to_contain_text("17 of 20 minutes planned")
    plain_desk.get_by_role("link", name="Add questions").click()
    plain_desk.get_by_role("button", name="Add to the agenda").first.click()
    expect(plain_desk.get_by_text("On your agenda").first).to_be_visible()
    assert phases(meeting)[:2] in {"CW", "WC"}
    assert Agenda.of(meeting).questions.count() == 4


@pytest.mark.slow
def test_a_box_pulled_larger_breaks_no_rule_of_the_page(table: Page, meeting: Meeting) -> None:
    (row,) = an_agenda(meeting, "W")
    open_agenda(table, meeting)
    table.locator(f"#row-{row.pk}").click()
    settled(table)
    # What a browser does when the corner of a box is pulled.
    table.locator(f"#question-{row.pk} textarea").evaluate("box => { box.style.height = '180px'; }")
    wrong: list[str] = []
    table.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    table.locator(f"#minutes-{row.pk}").select_option("10")
    settled(table)
    expect(table.locator(f"#question-{row.pk} .asked-minutes b")).to_have_text("10")
    assert wrong == []
