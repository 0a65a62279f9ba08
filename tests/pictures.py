"""The pictures of README.md, taken of a demo centre that `bin/run` would make at this moment (bin/pictures)."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import CHROMIUM, QUIET

# As the page of signing in has it.
PASSWORD = "halfhour-demo"
DOCS = Path(__file__).parent.parent / "docs"
SIZE = {"width": 1375, "height": 924}
READY_WITHIN = 120  # seconds


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def demo_centre(var: Path) -> Iterator[str]:
    """The address of a server with a demo centre below `var`; it ends with the block."""
    base = f"http://localhost:{free_port()}"
    environment = {**os.environ, "PORT": base.rpartition(":")[2], "VAR_DIR": str(var)}
    server = subprocess.Popen([sys.executable, "-m", "config.run"], env=environment, stdout=subprocess.DEVNULL)
    try:
        end = time.monotonic() + READY_WITHIN
        while not answers(f"{base}/healthz"):
            if server.poll() is not None or time.monotonic() > end:
                sys.exit("The demo centre did not start.")
            time.sleep(0.2)
        yield base
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)


def answers(address: str) -> bool:
    try:
        return bool(urlopen(address, timeout=5).status == 200)
    except (URLError, OSError):
        return False


def take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=DOCS / f"{name}.png")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, demo_centre(Path(folder)) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(
            base_url=base, viewport=SIZE, device_scale_factor=0.8, color_scheme="light", timezone_id="Europe/Berlin"
        )
        page.goto("/account/login/")
        page.get_by_label("Email").fill("amina@demo.test")
        page.locator("input[type=password]").fill(PASSWORD)
        page.locator("input[type=password]").press("Enter")
        page.wait_for_url(f"{base}/")
        take(page, "home")
        page.locator(".next-talk a[href*='/meetings/']").first.click()
        page.goto(f"{page.url.partition('?')[0].rstrip('/')}/agenda/")
        take(page, "agenda")
        page.goto("/meetings/?show=preparing")
        page.locator("main li a[href^='/meetings/']").first.click()
        page.goto(f"{page.url.partition('?')[0].rstrip('/')}/ask/")
        take(page, "ask")
        browser.close()


if __name__ == "__main__":
    main()
