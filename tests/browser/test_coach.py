"""A nervous student's letter: the coach speaks while she types, mends what she clicks, and hears what she means so."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from meetings.models import Message
from tests.cast import Cast, a_meeting

pytestmark = pytest.mark.django_db(transaction=True)

WEAK = """To whom it may concern,

I am Amina Yusuf and I study marine biology at Baltic University. Your survey of the seagrass meadows off Keta is why \
I write to you.

Could we hold an informational interview, in person, by phone or online, whenever suits you best? You are the greatest \
scientist who ever lived.

Thank you very much,
Amina Yusuf"""


def remark(page: Page, button: str, code: str) -> str:
    return f'#coach-remarks button[name="{button}"][value^="{code}"]'


def signed_in(page: Page, cast: Cast, base: str) -> None:
    client = Client()
    client.force_login(cast.amina)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base}])


def test_a_weak_letter_becomes_a_good_one(phone: Page, cast: Cast, live_server: object) -> None:
    signed_in(phone, cast, live_server.url)  # type: ignore[attr-defined]
    phone.goto(reverse("meetings:ask", args=[a_meeting(cast.amina).pk]))
    box = phone.locator("#id_body")
    expect(phone.locator("#coach-line")).to_contain_text("essentials included")

    # Typed, not pasted at once: the caret stays where the words are.
    box.fill("")
    box.press_sequentially(WEAK[:30])
    box.fill(WEAK)
    box.evaluate("box => box.setSelectionRange(30, 30)")
    expect(phone.locator("#coach-line")).to_contain_text("to fix")
    assert box.evaluate("box => box.selectionStart") == 30
    assert phone.evaluate("document.activeElement.id") == "id_body"
    expect(phone.locator("#said")).to_contain_text("to fix")

    expect(phone.locator("#coach")).to_have_attribute("open", "")
    phone.locator(remark(phone, "mend", "generic_greeting")).click()
    expect(box).to_have_value(WEAK.replace("To whom it may concern", "Dear Dr. Osei"))
    phone.locator(remark(phone, "mend", "states_duration")).click()
    expect(phone.locator("#id_body")).to_have_value(re.compile("20 minutes"))
    phone.locator(remark(phone, "silence", "flattery_excessive")).click()
    expect(phone.locator("#coach-line")).not_to_contain_text("to fix")

    phone.reload()
    expect(phone.locator("#id_body")).to_have_value(re.compile("^Dear Dr. Osei,"))
    expect(phone.locator("#coach-line")).to_contain_text("essentials included")
    expect(phone.locator(remark(phone, "silence", "flattery_excessive"))).to_have_count(0)
    letter = Message.objects.get(occasion="request", channel="email")
    assert "20 minutes" in letter.body
    assert len(letter.silenced) == 1


@pytest.mark.slow
def test_the_last_mending_is_taken_back(desk: Page, cast: Cast, live_server: object) -> None:
    signed_in(desk, cast, live_server.url)  # type: ignore[attr-defined]
    desk.goto(reverse("meetings:ask", args=[a_meeting(cast.amina).pk]))
    desk.locator("#id_body").fill(WEAK)
    expect(desk.locator("#coach-line")).to_contain_text("to fix")
    desk.locator(remark(desk, "mend", "generic_greeting")).click()
    expect(desk.locator("#id_body")).to_have_value(WEAK.replace("To whom it may concern", "Dear Dr. Osei"))
    desk.locator("#coach-undo").click()
    expect(desk.locator("#id_body")).to_have_value(WEAK)


def test_without_script_the_remarks_stand_beside_the_saved_words(
    plain_desk: Page, cast: Cast, live_server: object
) -> None:
    signed_in(plain_desk, cast, live_server.url)  # type: ignore[attr-defined]
    plain_desk.goto(reverse("meetings:ask", args=[a_meeting(cast.amina).pk]))
    plain_desk.locator("#id_body").fill(WEAK)
    plain_desk.get_by_role("button", name="Not yet").click()
    expect(plain_desk.locator("#coach-line")).to_contain_text("to fix")
    plain_desk.locator(remark(plain_desk, "mend", "generic_greeting")).click()
    expect(plain_desk.locator("#id_body")).to_have_value(WEAK.replace("To whom it may concern", "Dear Dr. Osei"))


def test_what_has_not_changed_is_not_said_again_at_the_next_pause(desk: Page, cast: Cast, live_server: object) -> None:
    signed_in(desk, cast, live_server.url)  # type: ignore[attr-defined]
    desk.goto(reverse("agendas:write", args=[a_meeting(cast.amina).pk]))
    desk.evaluate("""() => {
      window.said = 0;
      new MutationObserver(() => said++).observe(document.querySelector(".looked"), { childList: true });
    }""")
    words, looked = desk.locator("[name=text]"), desk.locator(".looked")
    for more in ("What surprised you most in your first year", " there", "?"):
        with desk.expect_response(re.compile("/look/")):
            words.press_sequentially(more)
    expect(looked).to_have_text("Good question.")
    # Another tip is said.
    words.fill("Do you like it?")
    expect(looked).not_to_have_text("Good question.")
    assert desk.evaluate("said") == 2
