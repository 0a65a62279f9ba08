"""The question bank as an adviser keeps it in a browser: tried while typing, kept as a draft, put in order."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from agendas.models import CentreQuestion, CentreSet, Hidden
from coach.bank import search
from tests.agendas.builders import an_own_set
from tests.browser.agenda import settled, sign_in
from tests.browser.conftest import open_context
from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

A, B, C = "days-13-normal-week", "people-04-who-else", "path-13-first-job"
CLOSED = "Do you like your work?"


@pytest.fixture(params=[390, 1280])
def bank(request: pytest.FixtureRequest, chromium: Browser, live_server: object, cast: Cast) -> Iterator[Page]:
    """Cleo's window, on a phone and on a desk."""
    base: str = live_server.url  # type: ignore[attr-defined]
    context = open_context(chromium, base, width=request.param)
    page = context.new_page()
    sign_in(page, cast.cleo, base)
    yield page
    context.close()


def order() -> list[str]:
    return list(CentreSet.objects.get().questions)


@pytest.mark.slow
def test_the_coach_tries_it_while_it_is_typed_and_asks_once(bank: Page) -> None:
    bank.goto("/bank/add/")
    bank.get_by_label("The question").fill(CLOSED)
    expect(bank.locator("#tried")).to_contain_text("1 thing the coach noticed")
    bank.get_by_role("button", name="Add the question").click()
    expect(bank.locator(".notice.wrong")).to_contain_text("save it again as it is")
    expect(bank.get_by_label("The question")).to_have_value(CLOSED)
    assert not CentreQuestion.objects.exists()
    bank.get_by_role("button", name="Use this wording").click()
    expect(bank.get_by_label("The question")).not_to_have_value(CLOSED)
    expect(bank.get_by_label("The question")).to_be_focused()
    expect(bank.locator("#tried")).to_contain_text("The coach")
    assert not CentreQuestion.objects.exists()
    bank.get_by_label("The question").fill(CLOSED)
    # It has asked already.
    bank.get_by_role("button", name="Add the question").click()
    expect(bank.get_by_role("heading", name="Edit a question")).to_be_visible()
    assert CentreQuestion.objects.get().text == CLOSED


def test_what_was_typed_is_there_again(bank: Page) -> None:
    bank.goto(f"/bank/{A}/")
    bank.get_by_label("Why ask it?").fill("Mondays tell most.")
    bank.on("dialog", lambda dialog: dialog.accept())
    bank.goto("/bank/")
    bank.goto(f"/bank/{A}/")
    expect(bank.get_by_label("Why ask it?")).to_have_value("Mondays tell most.")


@pytest.mark.slow
def test_finds_while_typing_and_hides_with_undo(bank: Page) -> None:
    bank.goto("/bank/")
    bank.get_by_label("Find a question").fill("normal week")
    row = bank.locator("#found li").filter(has=bank.locator(f'a[href="/bank/{A}/"]'))
    expect(bank.locator("#found [role=status]")).to_have_text(f"{len(search('normal week'))} questions")
    expect(bank).to_have_url(re.compile("words=normal"))
    row.get_by_role("button", name="Hide").click()
    expect(row.get_by_role("button", name="Undo")).to_be_focused()
    settled(bank)
    assert Hidden.objects.get().code == A
    bank.keyboard.press("Enter")
    expect(row.get_by_role("button", name="Hide")).to_be_focused()
    assert not Hidden.objects.exists()


@pytest.mark.slow
def test_a_set_is_put_in_order_by_keys_by_pointer_and_by_buttons(bank: Page, cast: Cast) -> None:
    mine = an_own_set(cast.cleo, A, B, C)
    bank.goto(f"/bank/sets/{mine.key}/")
    bank.locator(f"#question-{A} .asked-text").focus()
    bank.keyboard.press("Alt+ArrowDown")
    expect(bank.locator("#said")).to_contain_text("Moved to position 2 of 3.")
    settled(bank)
    expect(bank.locator(f"#question-{A} .asked-text")).to_be_focused()
    assert order() == [B, A, C]

    bank.locator(f"#question-{B}").evaluate("row => row.scrollIntoView({block: 'center'})")
    handle, last = bank.locator(f"#question-{B} .asked-handle"), bank.locator(f"#question-{A}")
    box, under = handle.bounding_box(), last.bounding_box()
    assert box
    assert under
    x = box["x"] + box["width"] / 2
    bank.mouse.move(x, box["y"] + 20)
    bank.mouse.down()
    bank.mouse.move(x, under["y"] + under["height"] - 4, steps=6)
    bank.mouse.up()
    settled(bank)
    assert order() == [A, B, C]

    bank.locator(f"#question-{C}").get_by_role("button", name="Move up").click()
    settled(bank)
    assert order() == [A, C, B]
    up = bank.locator(f"#question-{C}").get_by_role("button", name="Move up")
    for placed in ([C, A, B], [C, A, B]):
        bank.keyboard.press("Enter")
        settled(bank)
        assert order() == placed
        expect(up).to_be_focused()
    bank.locator(f"#question-{C}").get_by_role("button", name="Move down").press("Enter")
    settled(bank)
    assert order() == [A, C, B]
    bank.locator(f"#question-{C}").get_by_role("button", name="Remove from the set").click()
    expect(bank.get_by_role("button", name="Undo")).to_be_focused()
    assert order() == [A, B]
    bank.keyboard.press("Enter")
    expect(bank.locator(".asked-one")).to_have_count(3)
    assert order() == [A, C, B]


@pytest.mark.slow
def test_without_script_everything_is_done_by_pages(chromium: Browser, live_server: object, cast: Cast) -> None:
    mine = an_own_set(cast.cleo, A, B)
    base: str = live_server.url  # type: ignore[attr-defined]
    context = open_context(chromium, base, width=390, script=False)
    page = context.new_page()
    sign_in(page, cast.cleo, base)
    page.goto(f"/bank/?into={mine.key}&words=first+job")
    page.locator("#found li").filter(has=page.locator(f'a[href="/bank/{C}/"]')).get_by_role("button").click()
    assert order() == [A, B, C]
    page.get_by_role("link", name="Show the set").click()
    page.locator(f"#question-{C}").get_by_role("button", name="Move up").click()
    assert order() == [A, C, B]
    page.goto(f"/bank/{A}/")
    page.get_by_label("Why ask it?").fill("Mondays tell most.")
    page.get_by_role("button", name="Save the question").click()
    assert CentreQuestion.objects.get().why == "Mondays tell most."
    context.close()
