"""A real browser before a real server on loopback."""

import os
import threading
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

# Playwright's own loop must not make Django refuse the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
QUIET += ["--no-first-run", "--disable-component-update"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


def open_context(
    chromium: Browser, base: str, *, width: int, script: bool = True, scheme: str = "light", workers: str = "block"
) -> BrowserContext:
    """A window; `workers` "allow": it keeps pages to be read offline, which asks for more pages than were opened."""
    context = chromium.new_context(
        base_url=base,
        viewport={"width": width, "height": 844 if width < 600 else 900},
        java_script_enabled=script,
        color_scheme=scheme,
        timezone_id="Europe/Berlin",
        locale="en-GB",
        reduced_motion="reduce",
        service_workers=workers,
    )
    context.set_default_timeout(10_000)
    return context


def is_answering() -> bool:
    """Whether the server of the tests has a thread that a browser holds a connection to."""
    return any("process_request_thread" in thread.name for thread in threading.enumerate())


@pytest.fixture(autouse=True)
def every_answer_given(request: pytest.FixtureRequest) -> Iterator[None]:
    """The tables are emptied behind a test only once the server has answered everything that its pages asked.

    By then every page is closed, and its connections with it.
    """
    if "live_server" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("live_server")
    request.getfixturevalue("transactional_db")
    yield
    quiet, until = 0, time.monotonic() + 10
    # A connection that waits to be taken has no thread yet.
    while quiet < 3 and time.monotonic() < until:
        quiet = 0 if is_answering() else quiet + 1
        time.sleep(0.02)


@pytest.fixture
def phone(chromium: Browser, live_server: object) -> Iterator[Page]:
    """A phone, 390 px wide."""
    context = open_context(chromium, live_server.url, width=390)  # type: ignore[attr-defined]
    yield context.new_page()
    context.close()


@pytest.fixture
def desk(chromium: Browser, live_server: object) -> Iterator[Page]:
    """A desk, 1280 px wide."""
    context = open_context(chromium, live_server.url, width=1280)  # type: ignore[attr-defined]
    yield context.new_page()
    context.close()


@pytest.fixture
def plain_desk(chromium: Browser, live_server: object) -> Iterator[Page]:
    """A desk without JavaScript."""
    context = open_context(chromium, live_server.url, width=1280, script=False)  # type: ignore[attr-defined]
    yield context.new_page()
    context.close()
