"""The mails that went into files."""

from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMessage, get_connection
from django.test import Client

from centre import mailbox
from tests.cast import Cast
from tests.centre.builders import a_letter

PAGE = "/centre/mails/"


def test_lists_the_newest_first_and_shows_one(cast: Cast, as_dara: Client, settings: Any) -> None:
    a_letter(settings.MAIL_DIR, "20261117-090000-1.log", "The older")
    newer = a_letter(settings.MAIL_DIR, "20261118-090000-2.log", "The newer")
    page = as_dara.get(PAGE).content.decode()
    assert page.index("The newer") < page.index("The older")
    letter = as_dara.get(f"{PAGE}{newer}/").content.decode()
    assert "&lt;b&gt;bold&lt;/b&gt;" in letter
    assert "to b@example.edu" in letter


def test_reads_what_is_written(cast: Cast, as_dara: Client, settings: Any) -> None:
    connection = get_connection("core.mail_files.EmailBackend")
    body = "Grüße aus Łódź 你好\nhttp://localhost:8000/you/invitation/x/"
    EmailMessage("Einladung für Ngọc", body, "a@example.edu", ["b@example.edu"], connection=connection).send()
    page = as_dara.get(PAGE).content.decode()
    assert "Einladung für Ngọc" in page
    (name,) = mailbox.names(Path(settings.MAIL_DIR))
    letter = as_dara.get(f"{PAGE}{name}/").content.decode()
    assert "Grüße aus Łódź 你好" in letter
    assert '<a href="http://localhost:8000/you/invitation/x/"' in letter


@pytest.mark.parametrize(
    "name",
    ["..%2f..%2fetc%2fpasswd", "../secret.log", "20261118-090000-9.log", "secret.log", "20261118-090000-1.log%00"],
)
def test_no_path_can_be_said(cast: Cast, as_dara: Client, settings: Any, name: str) -> None:
    place = Path(settings.MAIL_DIR)
    place.mkdir()
    (place / "secret.log").write_text("x")
    (place.parent / "secret.log").write_text("x")
    assert as_dara.get(f"{PAGE}{name}/").status_code in {400, 404}


def test_follows_no_link_out_of_the_folder(cast: Cast, as_dara: Client, settings: Any) -> None:
    place = Path(settings.MAIL_DIR)
    place.mkdir()
    (place / "20261118-090000-1.log").symlink_to("/etc/passwd")
    assert as_dara.get(f"{PAGE}20261118-090000-1.log/").status_code == 404


def test_a_broken_file_is_no_broken_page(cast: Cast, as_dara: Client, settings: Any) -> None:
    place = Path(settings.MAIL_DIR)
    place.mkdir()
    (place / "20261118-090000-1.log").write_bytes(b"\xff\xfe\0 nonsense \x80")
    (place / "20261118-090000-2.log").write_bytes(b"Content-Type: text/plain; charset=klingon\n\n\xff")
    assert as_dara.get(PAGE).status_code == 200
    for number in (1, 2):
        assert as_dara.get(f"{PAGE}20261118-090000-{number}.log/").status_code == 200


def test_says_so_where_a_mail_server_sends_them(cast: Cast, as_dara: Client, settings: Any) -> None:
    name = a_letter(settings.MAIL_DIR)
    settings.MAIL_TO_FILES = False
    assert "go out through your mail server" in as_dara.get(PAGE).content.decode()
    assert as_dara.get(f"{PAGE}{name}/").status_code == 404


def test_pages(cast: Cast, as_dara: Client, settings: Any) -> None:
    assert "No emails yet" in as_dara.get(PAGE).content.decode()
    for number in range(30):
        a_letter(settings.MAIL_DIR, f"20261118-0900{number:02}-1.log", f"Letter {number}")
    assert "Page 1 of 2" in as_dara.get(PAGE).content.decode()
    assert "Letter 0<" in as_dara.get(f"{PAGE}?page=2").content.decode()
