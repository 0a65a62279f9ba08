"""The agenda built by keyboard alone: one stop a question, the focus stays with it, and each move is said."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, Route, expect

from agendas.models import Agenda
from agendas.models.agenda import MOST
from meetings.models import Meeting
from tests.agendas.builders import an_agenda
from tests.browser.agenda import focused, in_view, open_agenda, phases, press, settled, sign_in, tab_to
from tests.cast import Cast, a_meeting
from tests.sampling import one_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def meeting(cast: Cast, desk: Page, live_server: object) -> Meeting:
    """A conversation of Amina's, who is signed in at her desk."""
    sign_in(desk, cast.amina, live_server.url)  # type: ignore[attr-defined]
    return a_meeting(cast.amina)


def test_built_timed_and_reordered(desk: Page, meeting: Meeting) -> None:
    announced = desk.locator("#said")
    open_agenda(desk, meeting)
    press(desk, "Create an agenda for me")
    expect(desk.locator(".asked-one")).to_have_count(7)
    assert phases(meeting) == "WWCSX"

    row = Agenda.of(meeting).questions.in_order()[0]
    desk.locator(f"#row-{row.pk}").focus()
    for place in (2, 3, 4, 5, 5):  # at the end it stays, and so does the focus
        desk.keyboard.press("Alt+ArrowDown")
        expect(announced).to_have_text(f"Moved to position {place} of 5.")
        settled(desk)
        assert (focused(desk), in_view(desk)) == (f"row-{row.pk}", True)
    assert phases(meeting) == "WCSXW"
    for _ in range(2):  # without waiting for the answer
        desk.keyboard.press("Alt+ArrowUp")
    expect(announced).to_have_text("Moved to position 3 of 5.")
    settled(desk)
    assert phases(meeting) == "WCWSX"

    desk.keyboard.press("Enter")
    expect(desk.locator(f"#row-{row.pk}")).to_have_attribute("aria-expanded", "true")
    settled(desk)
    assert focused(desk) == f"row-{row.pk}"
    for _ in range(2):
        press(desk, "Move up") if focused(desk) != f"up-{row.pk}" else desk.keyboard.press("Enter")
    expect(announced).to_have_text("Moved to position 1 of 5.")
    settled(desk)
    assert (focused(desk), in_view(desk)) == (f"up-{row.pk}", True)

    left, asked = desk.locator("#budget").inner_text(), row.minutes
    desk.locator(f"#minutes-{row.pk}").focus()
    desk.keyboard.press("ArrowDown")
    expect(desk.locator("#budget")).not_to_have_text(left)
    expect(announced).to_have_text(desk.locator("#budget").inner_text())
    settled(desk)
    assert focused(desk) == f"minutes-{row.pk}"
    left = desk.locator("#budget").inner_text()
    # The next press doesn't wait for the answer to the one before.
    held: list[Route] = []
    desk.route("**/allot/", lambda route: route.continue_() if held else held.append(route))
    for _ in range(2):
        desk.keyboard.press("ArrowDown")
    expect(desk.locator("#budget")).not_to_have_text(left)
    expect(announced).to_have_text(desk.locator("#budget").inner_text())
    settled(desk)
    desk.unroute("**/allot/")
    row.refresh_from_db()
    assert row.minutes == asked + 3
    expect(desk.locator(f"#minutes-{row.pk}")).to_have_value(str(asked + 3))
    assert focused(desk) == f"minutes-{row.pk}"
    desk.locator(f"#position-{row.pk}").focus()
    desk.keyboard.press("5")
    expect(announced).to_have_text("Moved to position 5 of 5.")
    settled(desk)
    assert focused(desk) == f"position-{row.pk}"
    row.refresh_from_db()
    assert (row.minutes, row.position) == (asked + 3, 5)


@pytest.mark.slow
def test_worded_removed_and_put_back(desk: Page, meeting: Meeting) -> None:
    announced = desk.locator("#said")
    rows = an_agenda(meeting, "W", "C", "S", "X")
    row = rows[1]
    open_agenda(desk, meeting)
    desk.locator(f"#row-{row.pk}").press("Enter")
    desk.locator(f"#words-{row.pk} textarea").focus()
    desk.keyboard.press("ControlOrMeta+a")
    desk.keyboard.type("What brought you here?")
    press(desk, "Save the question")
    expect(announced).to_have_text("Question updated.")
    expect(desk.locator(f"#row-{row.pk}")).to_contain_text("What brought you here?")
    assert focused(desk) == f"row-{row.pk}"

    desk.keyboard.press("Enter")
    settled(desk)
    press(desk, "Remove")
    expect(announced).to_contain_text("Removed: What brought you here?")
    expect(desk.locator(".asked-one")).to_have_count(3)
    # The focus is on "Undo", in the place of the question.
    desk.keyboard.press("Enter")
    expect(announced).to_contain_text("Back on your agenda: What brought you here?")
    settled(desk)
    assert focused(desk) == f"row-{row.pk}"
    assert phases(meeting) == "WCSX"


def test_a_question_passes_what_was_removed(desk: Page, meeting: Meeting) -> None:
    rows = an_agenda(meeting, "W", "C", "S", "X")
    rows[1].drop(now=timezone.now())
    open_agenda(desk, meeting)
    expect(desk.locator(f"#question-{rows[0].pk} + .removed")).to_have_count(1)
    desk.locator(f"#row-{rows[0].pk}").press("Alt+ArrowDown")
    expect(desk.locator("#said")).to_contain_text("Moved to position 2 of 3.")
    assert phases(meeting) == "SWX"


def test_a2_the_page_stays_where_it_is_when_a_question_moves(desk: Page, meeting: Meeting) -> None:
    rows = an_agenda(meeting, *"WCCCSSX")
    open_agenda(desk, meeting)
    desk.locator(f"#row-{rows[1].pk}").press("Enter")
    settled(desk)
    down = desk.locator(f"#down-{rows[1].pk}")
    down.focus()
    for place in (3, 4, 5):
        before = desk.evaluate("[scrollY, document.activeElement.getBoundingClientRect().top]")
        desk.keyboard.press("Enter")
        expect(desk.locator("#said")).to_contain_text(f"Moved to position {place} of 7.")
        settled(desk)
        after = desk.evaluate("[scrollY, document.activeElement.getBoundingClientRect().top]")
        assert in_view(desk)
        # It goes no further than its question went.
        assert abs(after[0] - before[0]) < 400
    assert focused(desk) == f"down-{rows[1].pk}"


def test_words_are_saved_by_another_act_and_one_button_saves_them(desk: Page, meeting: Meeting) -> None:
    rows = an_agenda(meeting, "W", "C", "X")
    open_agenda(desk, meeting)
    desk.locator(f"#row-{rows[1].pk}").press("Enter")
    settled(desk)
    words, form = "What would surprise me about your week?", desk.locator(f"#words-{rows[1].pk}")
    form.locator("textarea").fill(f"{words} ")
    desk.locator(f"#minutes-{rows[1].pk}").select_option("5")
    expect(desk.locator("#said")).to_contain_text("minutes planned")
    settled(desk)
    expect(form.locator("textarea")).to_have_value(f"{words} ")
    expect(desk.locator(f"#row-{rows[1].pk}")).to_contain_text(words)
    expect(form.locator(".draft")).to_have_count(0)
    rows[1].refresh_from_db()
    assert (rows[1].text, rows[1].minutes) == (words, 5)
    # What is too long to be saved is there again, with one button that saves it.
    form.locator("textarea").fill(words * 20)
    desk.locator(f"#up-{rows[1].pk}").click()
    expect(form.locator(".draft")).to_contain_text("Not saved yet")
    settled(desk)
    expect(form.locator("textarea")).to_have_value(words * 20)
    names = [name.strip() for name in form.locator("button:visible, a.button:visible").all_inner_texts()]
    assert names == ["Discard", "Save the question", "Cancel"]


def test_what_is_discarded_says_so_and_leaves_the_focus_in_its_form(desk: Page, meeting: Meeting) -> None:
    row = an_agenda(meeting, "W", "C")[1]
    open_agenda(desk, meeting)
    desk.locator(f"#row-{row.pk}").press("Enter")
    settled(desk)
    box = desk.locator(f"#words-{row.pk} textarea")
    was = box.input_value()
    box.press_sequentially("Or not")
    press(desk, "Cancel")
    desk.locator(f"#row-{row.pk}").press("Enter")
    expect(desk.locator("#said")).to_contain_text("Not saved yet")
    settled(desk)
    press(desk, "Discard")
    expect(desk.locator(".draft")).to_have_count(0)
    expect(box).to_be_focused()
    expect(box).to_have_value(was)
    expect(desk.locator("#said")).to_have_text("Discarded")


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height"), one_in(3, [(320, 256), (640, 450), (390, 844)]))
def test_the_focus_stays_in_view_in_a_small_window(desk: Page, meeting: Meeting, width: int, height: int) -> None:
    rows = an_agenda(meeting, *"WCCCSSX")
    desk.set_viewport_size({"width": width, "height": height})
    open_agenda(desk, meeting)
    row = desk.locator(f"#row-{rows[0].pk}")
    row.press("Alt+ArrowDown")
    settled(desk)
    assert in_view(desk)
    desk.keyboard.press("Enter")
    settled(desk)
    assert in_view(desk)
    press(desk, "Cancel")
    assert (focused(desk), in_view(desk)) == (f"row-{rows[0].pk}", True)
    desk.keyboard.press("Enter")
    settled(desk)
    press(desk, "Remove")
    assert in_view(desk)


@pytest.mark.slow
def test_a7_what_is_left_gives_the_focus_back(desk: Page, meeting: Meeting) -> None:
    rows = an_agenda(meeting, "W", "C")
    open_agenda(desk, meeting)
    desk.locator(f"#row-{rows[1].pk}").press("Enter")
    settled(desk)
    press(desk, "Cancel")
    expect(desk.locator(f"#row-{rows[1].pk}")).to_have_attribute("aria-expanded", "false")
    assert focused(desk) == f"row-{rows[1].pk}"
    press(desk, "Add questions")
    expect(desk.locator("#bank")).to_be_visible()
    press(desk, "Write your own question")
    expect(desk.locator("#agenda-new textarea")).to_be_focused()
    press(desk, "Cancel")
    expect(desk.locator("#agenda-new textarea")).to_have_count(0)
    assert desk.evaluate("document.activeElement.innerText") == "Write your own question"
    desk.locator("#bank").get_by_role("button", name="Close", exact=True).press("Enter")
    expect(desk.locator("#bank")).to_be_hidden()
    expect(desk.locator("#add")).to_be_focused()


@pytest.mark.slow
def test_sixty_questions_have_one_stop_each_and_the_page_three(desk: Page, meeting: Meeting) -> None:
    rows = an_agenda(meeting, *"C" * MOST)
    open_agenda(desk, meeting)
    desk.locator(f"#row-{rows[0].pk}").focus()
    # From the first question: one for each of the others, then the page's own.
    assert tab_to(desk, "Add questions") == MOST
    assert tab_to(desk, "Put in a good order") == 1
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.innerText").startswith("Save or print")
    desk.locator(f"#row-{rows[-1].pk}").press("Alt+ArrowUp")
    expect(desk.locator("#said")).to_contain_text(f"Moved to position {MOST - 1} of {MOST}.")
    settled(desk)
    assert in_view(desk)
