"""One conversation between two people: asked, countered from another time zone, accepted, moved and called off."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_calendar import arrange, file_behind
from tests.browser.test_reply import a_context
from tests.browser.walk import Walk
from tests.calendars import Item
from tests.cast import PASSWORD, Cast, a_meeting

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture
def stranger_there(chromium: Browser, live_server: object) -> Iterator[Page]:
    """The contact's phone in New York, without a session."""
    context = a_context(chromium, live_server.url, width=390)  # type: ignore[attr-defined]
    yield context.new_page()
    context.close()


@pytest.fixture
def email(cast: Cast) -> str:
    cast.amina.set_password(PASSWORD)
    cast.amina.save()
    EmailAddress.objects.create(user=cast.amina, email=cast.amina.email, verified=True, primary=True)
    return cast.amina.email


def test_both_calendars_follow_from_asking_to_calling_off(
    desk: Page, stranger_there: Page, email: str, cast: Cast
) -> None:
    meeting, amina = a_meeting(cast.amina), Walk(desk)
    amina.sign_in(email)
    link = _asks(amina, meeting.pk)
    _counters(stranger_there, link)
    desk.goto("/")
    amina.sees("proposes")
    amina.page.get_by_role("button", name="Accept this time").click()
    files = [_files(desk, stranger_there, meeting.pk, link, "Put it into")]
    desk.goto(f"/meetings/{meeting.pk}/time/")
    arrange(amina, 12, "16:45", "Move the conversation")
    files.append(_files(desk, stranger_there, meeting.pk, link, "Put it into"))
    desk.goto(f"/meetings/{meeting.pk}/")
    desk.locator("summary", has_text="Cancel the conversation").click()
    amina.press("Cancel the conversation")
    files.append(_files(desk, stranger_there, meeting.pk, link, "Take it out of"))
    for whose in (0, 1):
        told = [(pair[whose][0], pair[whose][1].sequence) for pair in files]
        assert told == [("REQUEST", 0), ("REQUEST", 1), ("CANCEL", 2)]
    assert [mine[1].starts for mine, _theirs in files] == [theirs[1].starts for _mine, theirs in files]
    assert len({item.uid for pair in files for _method, item in pair}) == 1
    assert amina.faults == []


def _asks(amina: Walk, pk: int) -> str:
    """Amina makes the link with one time, and notes that her request went out; gives the link's path."""
    amina.page.goto(f"/meetings/{pk}/link/")
    day = (timezone.now() + timedelta(days=8)).date()
    amina.page.locator("input[type=date]").first.fill(day.isoformat())
    amina.page.locator("input[type=time]").first.fill("10:00")
    amina.press("Make the link")
    shown = amina.page.locator("#made-link").inner_text()
    found = re.search(r"/r/[\w-]{43}/", shown)
    assert found
    amina.page.goto(f"/meetings/{pk}/ask/")
    amina.press("I sent it")
    return found[0]


def _counters(page: Page, link: str) -> None:
    """The contact proposes half past twelve of their own clock."""
    page.goto(link)
    page.get_by_role("radio", name="Another time or place suits me better").check()
    page.get_by_label(re.compile("^Day")).fill((timezone.now() + timedelta(days=9)).date().isoformat())
    page.get_by_label("Hour, on your clock").fill("12:30")
    page.get_by_role("button", name="Send my answer").click()
    expect(page.get_by_role("heading", name="Thank you for proposing a time")).to_be_visible()


def _files(desk: Page, there: Page, pk: int, link: str, act: str) -> tuple[tuple[str, Item], tuple[str, Item]]:
    """Both files as they are now."""
    desk.goto(f"/meetings/{pk}/time/" if act.startswith("Put") else f"/meetings/{pk}/")
    there.goto(link)
    return file_behind(desk, f"{act} your calendar"), file_behind(there, f"{act} my calendar")
