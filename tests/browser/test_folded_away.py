"""Words in what is folded away: they come back in sight, and so does what is wrong with them."""

import pytest
from playwright.sync_api import Page, expect

from contacts.models import Contact
from meetings.models import Meeting
from notes.models import Debrief
from tests.browser.test_drafts import held, mine, no_post, sign_in, talk
from tests.cast import Cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
__all__ = ["held", "mine", "talk"]


def test_words_that_come_back_stand_open(mine: Page) -> None:
    mine.goto("/people/add/")
    interest = mine.get_by_label("Something worth")
    expect(interest).to_be_hidden()
    mine.get_by_text("Add more").click()
    interest.fill("Restores wooden boats.")
    mine.on("dialog", lambda dialog: dialog.accept())
    mine.reload()
    expect(interest).to_have_value("Restores wooden boats.")
    expect(interest).to_be_visible()


def test_what_is_wrong_there_does_not_stop_the_button(mine: Page) -> None:
    mine.goto("/people/add/")
    mine.locator("#id_name").fill("Dr. Efua Osei")
    mine.get_by_label("How do you know them?").select_option(label="Met at an event")
    mine.get_by_text("Add more").click()
    year = mine.get_by_label("Year they graduated")
    year.fill("21")
    mine.get_by_text("Add more").click()
    mine.get_by_role("button", name="Add this person").click()
    expect(year).to_be_focused()
    expect(year).to_be_in_viewport()


@pytest.mark.slow
def test_what_was_refused_is_in_sight_and_can_be_mended_at_once(phone: Page, cast: Cast, live_server: object) -> None:
    sign_in(phone, cast.amina, live_server.url)  # type: ignore[attr-defined]
    phone.goto("/people/add/")
    phone.locator("#id_name").fill("Dr. Efua Osei")
    phone.get_by_label("How do you know them?").select_option(label="Met at an event")
    phone.get_by_text("Add more").click()
    source = phone.get_by_label("Where you found their contact details")
    source.fill("x" * 201)
    phone.get_by_role("button", name="Add this person").click()
    expect(source).to_be_focused()
    expect(source).to_be_in_viewport()
    expect(phone.locator(".field.wrong .error")).to_be_in_viewport()
    source.fill("Her card")
    # A browser of its own accord would not send what begins without "https://".
    phone.get_by_label("Profile or web page").fill("example.org/\u200bosei")
    phone.get_by_role("button", name="Add this person").click()
    expect(phone.get_by_role("heading", name="Dr. Efua Osei")).to_be_visible()
    assert Contact.objects.visible_to(cast.amina).get().profile_link == "https://example.org/osei"


@pytest.mark.slow
def test_looking_back_saves_what_is_folded_away_and_shows_it_again(mine: Page, held: Meeting) -> None:
    mine.goto(f"/meetings/{held.pk}/debrief/")
    surprised = mine.get_by_label("What surprised me")
    expect(surprised).to_be_hidden()
    mine.get_by_text("Add more").click()
    surprised.fill("So little of it is diving.")
    mine.get_by_label("Friendly").check()
    expect(mine.locator("#saved-debrief")).to_contain_text("Saved at")
    # What is typed while nothing arrives is there again, in sight.
    mine.route("**/debrief/", no_post)
    mine.get_by_label("And a third").fill("Ask for the data.")
    mine.on("dialog", lambda dialog: dialog.accept())
    mine.reload()
    expect(mine.get_by_label("And a third")).to_have_value("Ask for the data.")
    expect(mine.get_by_label("And a third")).to_be_visible()
    expect(surprised).to_have_value("So little of it is diving.")
    assert Debrief.objects.visible_to(held.owner).get().surprised == "So little of it is diving."
    assert Contact.objects.visible_to(held.owner).get(pk=held.contact_id).warmth == "B"


def test_what_else_there_is_to_say_of_somebody_comes_with_their_name(mine: Page, held: Meeting) -> None:
    mine.goto(f"/meetings/{held.pk}/debrief/")
    about = mine.get_by_label("Who are they, and what could you ask them?")
    expect(mine.locator("main :is(input, textarea):visible")).to_have_count(3)
    expect(about).to_be_hidden()
    mine.get_by_label("They suggested I talk to").fill("Kofi Mensah")
    about.fill("She maps the reefs.")
    mine.get_by_role("button", name="Add the name").click()
    expect(mine.locator("#named")).to_contain_text("She maps the reefs.")
    expect(about).to_be_hidden()
