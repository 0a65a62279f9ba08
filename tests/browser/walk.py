"""The whole path of one conversation, as Amina walks it with her own fingers."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.cast import PASSWORD


def in_days(days: int) -> str:
    """The day so many after today, on Amina's clock: near midnight it is not that of Greenwich."""
    return (timezone.localdate(timezone=ZoneInfo("Europe/Berlin")) + timedelta(days=days)).isoformat()


class Walk:
    """One browser page, and the acts of the path in the product's own words."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def press(self, name: str) -> None:
        # Before its scripts are there a page sends by itself, and nothing here could tell until when.
        self.page.wait_for_load_state()
        self.page.locator("main").get_by_role("button", name=name, exact=True).first.click()
        # What was sent by script is on its way until the next page is there (static/core/sending.js).
        self.page.wait_for_function("() => !Array.from(document.forms).some(form => form.ariaBusy)")

    def follow(self, name: str) -> None:
        self.page.locator("main").get_by_role("link", name=name).first.click()

    def fill(self, label: str, words: str) -> None:
        self.page.get_by_label(label).first.fill(words)

    def sees(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(words)

    def go(self, room: str) -> None:
        self.page.wait_for_load_state()
        self.page.get_by_role("navigation", name="Main").get_by_role("link", name=room).click()

    def sign_in(self, email: str) -> None:
        self.page.goto("/")
        self.fill("Email address", email)
        self.page.locator("input[type=password]").fill(PASSWORD)
        self.press("Sign in")

    def aim(self) -> None:
        self.sees("Welcome, Amina")
        self.follow("Set your first goal")
        self.page.get_by_role("radio").first.check()
        self.fill("What’s it about?", "Marine conservation")
        self.fill(
            "What do you want to learn from your conversations?", "I can describe a usual week.\nI know the first step."
        )
        self.press("Save the goal")
        self.sees("I can describe a usual week.")

    def add_person(self) -> None:
        self.go("People")
        self.follow("Add a person")
        self.fill("Name", "Dr. Efua Osei")
        self.page.get_by_label("How do you know them?").select_option(label="Met at an event")
        self.page.get_by_label("Email").fill("efua.osei@example.org")
        self.page.get_by_text("Add more").click()
        self.fill("Role", "Marine ecologist")
        self.fill("Organisation", "Blue Shelf Institute")
        self.fill("How your messages greet them", "Dr. Osei")
        self.page.get_by_label("Field", exact=False).first.fill("Marine conservation")
        self.fill("Their time zone", "Africa/Accra")
        self.press("Add this person")
        self.sees("Dr. Efua Osei")

    def begin(self) -> None:
        self.go("People")
        self.follow("Who to contact next")
        self.sees("Works in the field of your goal")
        self.follow("Plan a conversation")
        self.page.get_by_label("20 minutes").check()
        self.page.get_by_label("Marine conservation").first.check()
        self.press("Start preparing")

    def say_why(self) -> None:
        self.step("Person")
        self.fill("Something about their career", "Began in a bank")
        self.fill("A project, talk or article of theirs", "Runs the seagrass survey")
        self.press("Save these facts")
        self.sees("Runs the seagrass survey")
        self.fill("I’m writing to you because", "You moved from a bank to seagrass")
        self.press("Save and continue")

    def ask(self) -> None:
        self.step("Ask")
        letter = self.page.get_by_label("Your message")
        expect(letter).to_have_value(re.compile("informational interview"))
        letter.fill(letter.input_value().replace("Thank you", "Thank you very much"))
        self.press("Yes, today")

    def hear(self) -> None:
        self.overview()
        self.page.get_by_label("Yes", exact=True).first.check()
        self.press("Save their reply")

    def arrange(self) -> None:
        self.step("Time and place")
        self.page.get_by_label("Date").fill(in_days(1))
        self.page.get_by_label("Time", exact=True).fill("15:00")
        self.page.get_by_label("Online").first.check()
        self.fill("Video call link", "https://meet.example.org/osei")
        self.press("Save time and place")
        self.sees("Accra")

    def research(self) -> None:
        self.step("Research")
        self.page.get_by_role("radio", name="Project").check()
        self.page.get_by_label("What you found").first.fill("Keta Meadow: replanting seagrass with two villages")
        self.press("Add this fact")
        self.sees("Keta Meadow")
        # With script the page stays, and its rail with it.
        expect(self.page.locator(".rail .is-done", has_text="Research")).to_have_count(1)

    def plan(self) -> None:
        self.step("Agenda")
        self.press("Create an agenda for me")
        self.sees("To start")
        self.follow("Add questions")
        self.page.locator("summary").get_by_text("From your research").last.click()
        self.page.get_by_role("link", name=re.compile("^Ask about this.*Keta Meadow")).click()
        self.page.get_by_role("button", name="Add this question").first.click()
        self.sees("Keta Meadow")

    def introduce(self) -> None:
        self.step("Introduction")
        self.fill("Name of this introduction", "For research")
        self.fill("What you’ll say", "I am Amina and I study marine biology. " * 12)
        self.press("Save and use this version")

    def pack(self) -> None:
        self.step("Get ready")
        self.press("I’m ready")

    def print_agenda(self) -> bytes:
        """The agenda's PDF, fetched with the browser's own session."""
        self.step("Agenda")
        self.page.get_by_text("Save or print").click()
        href = self.page.get_by_role("link", name="PDF, A4").get_attribute("href")
        return self.page.context.request.get(href or "").body()

    def meet(self) -> None:
        self.step("Talk")
        # The day that was agreed is still to come: until then one practises.
        self.sees("We don’t save anything here.")
        self.press("Start the conversation now")
        self.sees("Start the conversation now?")
        self.press("Start the timer")
        self.page.get_by_label("Your notes").first.fill("She began at a desk, and the sea came later.")

    def end(self) -> None:
        self.press("End the conversation")

    def look_back(self) -> None:
        self.sees("What you learned")
        self.fill("One thing I learned", "Ask the net menders first.")
        self.page.get_by_text("Add more").click()
        self.fill("Thank you especially for", "your advice to ask the net menders first")
        self.fill("They suggested I talk to", "Kofi Mensah")
        self.press("Add the name")
        self.page.get_by_role("button", name="Add to my people").click()
        expect(self.page.get_by_label("One thing I learned")).to_have_value("Ask the net menders first.")
        self.press("Finish")

    def thank(self) -> None:
        expect(self.page.get_by_label("Your message")).to_have_value(re.compile("net menders"))
        self.press("Yes, today")

    def promise(self) -> None:
        self.overview()
        self.follow("Promises")
        self.fill("Finish the sentence", "Send the photographs of the harbour survey")
        self.fill("By when?", in_days(3))
        self.press("Add the promise")
        self.sees("Send the photographs")

    def step(self, title: str) -> None:
        self.overview()
        rail = self.page.get_by_role("navigation", name="The steps of this conversation")
        link, folded = rail.get_by_role("link", name=title), rail.locator("summary").first
        # Whether it is folded can be asked only of the page that was asked for, and once it is all there.
        expect(rail).to_be_visible()
        self.page.wait_for_load_state()
        if not link.is_visible():
            folded.click()
        link.click()

    def overview(self) -> None:
        self.go("Conversations")
        self.page.locator("main").get_by_role("link", name="Dr. Efua Osei", exact=True).click()
