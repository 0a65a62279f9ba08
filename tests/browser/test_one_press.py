"""One press saves all that stands on its page, and what waits for another button stays on the device until then."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from contacts.models import Finding
from meetings.models import Meeting
from tests.browser.test_drafts import bar, held, kept, mine, talk

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
__all__ = ["held", "mine", "talk"]


def test_one_press_saves_all_that_stands_on_the_page_of_the_person(mine: Page, talk: Meeting) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    mine.on("dialog", answer)
    mine.goto(f"/meetings/{talk.pk}/person/")
    mine.locator("[name=career]").fill("Began in a bank")
    mine.locator("[name=why_them]").fill("You moved to seagrass")
    expect(mine.locator("#saved-person")).to_contain_text("Saved at")
    # What waits for its button outlives the page, whatever saved itself beside it.
    mine.goto(f"/meetings/{talk.pk}/person/")
    assert asked == ["beforeunload"]
    bar(mine, "Not saved yet")
    mine.locator("[name=work]").fill("x" * 301)
    mine.get_by_role("button", name="Save and continue").click()
    expect(mine.locator(".wrong")).to_contain_text("which is 1 too many")
    mine.locator("[name=work]").fill("Runs the survey")
    mine.get_by_role("button", name="Save and continue").click()
    mine.wait_for_url("**/ask/")
    found = Finding.objects.visible_to(talk.owner).filter(contact=talk.contact)
    assert sorted(found.values_list("text", flat=True)) == ["Began in a bank", "Runs the survey"]
    assert Meeting.objects.visible_to(talk.owner).get(pk=talk.pk).why_them == "You moved to seagrass"
    assert (asked, kept(mine)) == (["beforeunload"], [])


def test_a_name_typed_beside_a_debrief_that_saves_itself_outlives_the_page(mine: Page, held: Meeting) -> None:
    mine.on("dialog", lambda dialog: dialog.accept())
    mine.goto(f"/meetings/{held.pk}/debrief/")
    mine.get_by_label("They suggested I talk to").fill("Kofi Mensah")
    mine.get_by_label("One thing I learned").fill("Ask early.")
    expect(mine.locator("#saved-debrief")).to_contain_text("Press “Add the name” to save the name too.")
    mine.reload()
    bar(mine, "Not saved yet")
    expect(mine.get_by_label("They suggested I talk to")).to_have_value("Kofi Mensah")
