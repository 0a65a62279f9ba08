"""D1, D7: a file is kept whole or not at all, swept when nothing names it, and looked for in the right folder only."""

import os
import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.core.mail import EmailMessage, get_connection
from django.core.management import CommandError, call_command
from django.test import Client, RequestFactory
from django.utils import timezone

from accounts.models import Resume
from centre.models import Centre, Removed
from core import serving, uploads
from core.models import Installation, Mail
from core.outbox import Outgoing, post
from core.sending import send_due
from core.tasks import beat, sweep_uploads
from tests.accounts.builders import a_pdf, a_resume
from tests.cast import Cast
from tests.core.disks import NOWHERE, files, full_disk

pytestmark = pytest.mark.django_db
RESUMES = "/you/resumes/"
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 5000
LONG_AGO = timezone.now() - uploads.KEPT_FOR - timedelta(hours=1)


def big_pdf(size: int) -> bytes:
    return a_pdf().replace(b"%PDF-1.4\n", b"%PDF-1.4\n%" + b"x" * size + b"\n")


@pytest.fixture
def folder(settings: Any) -> Path:
    return Path(settings.MEDIA_ROOT)


def age(path: Path) -> None:
    os.utime(path, (LONG_AGO.timestamp(), LONG_AGO.timestamp()))


@pytest.mark.parametrize("size", [5000, 3_000_000])
@pytest.mark.parametrize("place", ["full", "read-only"])
def test_d1_a_resume_that_the_disk_does_not_take_is_refused_with_a_sentence(
    place: str, size: int, as_amina: Client, settings: Any, folder: Path
) -> None:
    if place == "read-only":
        settings.MEDIA_ROOT = NOWHERE
    with full_disk(2000):
        answer = as_amina.post(f"{RESUMES}keep/", {"file": SimpleUploadedFile("cv.pdf", big_pdf(size))})
    assert answer.status_code == 422
    assert "there’s no space left" in answer.content.decode()
    assert not Resume.objects.exists()
    assert files(folder) == []


def test_d1_a_large_resume_is_refused_too_where_it_waited_in_a_file_of_its_own(
    cast: Cast, as_amina: Client, settings: Any, folder: Path
) -> None:
    settings.FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
    folder.parent.mkdir(exist_ok=True)
    folder.write_bytes(b"a file where the folder should be")
    answer = as_amina.post(f"{RESUMES}keep/", {"file": SimpleUploadedFile("cv.pdf", big_pdf(5000))})
    assert "there’s no space left" in answer.content.decode()
    assert (answer.status_code, Resume.objects.count()) == (422, 0)


def test_d1_the_logo_before_stays_where_the_disk_takes_no_other(as_dara: Client, folder: Path) -> None:
    address = "/centre/look/logo/"
    as_dara.post(address, {"logo": SimpleUploadedFile("logo.png", PICTURE)})
    before = Centre.current().logo.name
    with full_disk(2000):
        answer = as_dara.post(address, {"logo": SimpleUploadedFile("logo.png", PICTURE * 2)})
    assert answer.status_code == 422
    assert "there’s no space left" in answer.content.decode()
    assert Centre.current().logo.name == before
    assert files(folder) == [before]


def test_d1_a_mail_that_no_disk_takes_waits_and_leaves_no_half(settings: Any) -> None:
    settings.EMAIL_BACKEND = "core.mail_files.EmailBackend"
    # Imported while there is room: Python would keep half of what it compiles.
    get_connection()
    place, now = Path(settings.MAIL_DIR), timezone.now()
    post(Outgoing(to="amina@example.edu", kind="trial", subject="Hello", text="word " * 1000), now=now)
    with full_disk(1000):
        send_due(now=lambda: now)
    assert files(place) == []
    assert Mail.objects.get().sent_at is None
    later = now + timedelta(days=1)
    send_due(now=lambda: later)
    assert len(files(place)) == 1
    assert Mail.objects.get().sent_at == later


def test_mails_of_one_moment_have_files_of_their_own(settings: Any) -> None:
    letters = [EmailMessage("Hello", "text", "a@example.edu", [f"{n}@example.edu"]) for n in range(50)]
    assert get_connection("core.mail_files.EmailBackend").send_messages(letters) == 50
    assert len(files(Path(settings.MAIL_DIR))) == 50


def test_d1_health_says_that_nothing_can_be_kept(stranger: Client) -> None:
    beat(0)
    assert stranger.get("/readyz").content == b"ready\n"
    with full_disk(0):
        assert b"Files can't be saved in" in stranger.get("/readyz").content


def test_d1_health_says_that_there_is_no_folder_and_none_can_be_made(stranger: Client, settings: Any) -> None:
    beat(0)
    settings.MEDIA_ROOT = NOWHERE
    assert b"Files can't be saved in /proc/halfhour/uploads" in stranger.get("/readyz").content


def test_d1_health_says_that_the_disk_is_almost_full(stranger: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    beat(0)
    monkeypatch.setattr(uploads, "LEAST_FREE", 2**62)
    answer = stranger.get("/readyz")
    assert answer.status_code == 503
    assert b"is almost full" in answer.content


def test_a_look_at_the_disk_leaves_nothing(stranger: Client, folder: Path) -> None:
    stranger.get("/readyz")
    assert files(folder) == []


def test_d1_what_no_row_names_is_swept_once_it_is_old_and_nothing_else(cast: Cast, folder: Path) -> None:
    kept = a_resume(cast.amina)
    assert list(uploads.troubles()) == []
    nobodys = [f"resumes/9/{uuid.uuid4().hex}", f"centre/{uuid.uuid4().hex}.part", uuid.uuid4().hex]
    others = ["resumes/9/letter.pdf", "backup/halfhour.dump", f"{uuid.uuid4().hex}.pdf"]
    fresh = f"resumes/9/{uuid.uuid4().hex}"
    for name in (*nobodys, *others, fresh):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"words")
    for name in (*nobodys, *others, kept.file.name):
        age(folder / name)
    sweep_uploads(0)
    assert files(folder) == sorted([*others, fresh, kept.file.name])


def test_d1_a_copy_of_the_database_sweeps_nothing(cast: Cast, folder: Path) -> None:
    assert list(uploads.troubles()) == []
    name = default_storage.save(uuid.uuid4().hex, ContentFile(b"of a row that came after the copy was made"))
    age(folder / name)
    Installation.objects.update(domain="careers.example.edu")
    sweep_uploads(0)
    assert files(folder) == [name]


def test_d7_the_folder_of_a_second_host_is_not_the_installations(
    cast: Cast,
    as_amina: Client,
    stranger: Client,
    settings: Any,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: Any,
) -> None:
    beat(0)
    row = a_resume(cast.amina)
    assert stranger.get("/readyz").content == b"ready\n"
    settings.MEDIA_ROOT = tmp_path / "second"
    uploads.say_at_start()
    assert "doesn't belong to this installation" in caplog.text
    assert f"of this host, {tmp_path}/second, doesn't belong to".encode() in stranger.get("/readyz").content
    missing = as_amina.get(f"{RESUMES}{row.pk}/")
    assert missing.status_code == 404
    assert "is on your list, but we can’t open it right now" in missing.content.decode()
    # Neither keeping nor deleting claims what did not happen.
    kept = as_amina.post(f"{RESUMES}keep/", {"file": SimpleUploadedFile("cv.pdf", a_pdf())})
    assert (kept.status_code, Resume.objects.count()) == (422, 1)
    assert files(tmp_path / "second") == []
    refused = as_amina.post(f"{RESUMES}{row.pk}/drop/")
    assert refused.status_code == 422
    assert "couldn’t delete the file" in refused.content.decode()
    assert Resume.objects.filter(pk=row.pk).exists()
    settings.MEDIA_ROOT = tmp_path / "uploads"
    as_amina.post(f"{RESUMES}{row.pk}/drop/")
    assert not Resume.objects.filter(pk=row.pk).exists()
    # It can be put back for a day, and its file is somebody's as long as that.
    age(tmp_path / "uploads" / row.file.name)
    sweep_uploads(0)
    assert files(tmp_path / "uploads") == [row.file.name]
    with django_capture_on_commit_callbacks(execute=True):
        Removed.sweep(now=timezone.now() + timedelta(days=1))
    assert files(tmp_path / "uploads") == []


def test_a_file_that_is_nowhere_is_only_taken_off_the_list(cast: Cast, as_amina: Client, folder: Path) -> None:
    row = a_resume(cast.amina)
    assert list(uploads.troubles()) == []
    (folder / row.file.name).unlink()
    answer = as_amina.post(f"{RESUMES}{row.pk}/drop/", follow=True)
    assert "The file was already missing, so we took it off your list." in answer.content.decode()
    assert not Resume.objects.exists()


def test_d7_two_hosts_that_share_the_folder_both_find_it(cast: Cast, settings: Any, tmp_path: Path) -> None:
    a_resume(cast.amina)
    assert list(uploads.troubles()) == []
    (tmp_path / "mounted").symlink_to(tmp_path / "uploads")
    settings.MEDIA_ROOT = tmp_path / "mounted"
    assert list(uploads.troubles()) == []


def test_d7_a_folder_without_what_rows_name_is_not_taken_for_the_installations(
    cast: Cast, settings: Any, tmp_path: Path
) -> None:
    a_resume(cast.amina)
    settings.MEDIA_ROOT = tmp_path / "second"
    assert len(list(uploads.troubles())) == 1
    settings.MEDIA_ROOT = tmp_path / "uploads"
    assert list(uploads.troubles()) == []


def test_d7_the_folder_of_another_installation_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / uploads.MARK).write_text(f"{uuid.uuid4()}\n")
    (folder / uuid.uuid4().hex).write_bytes(b"theirs")
    age(folder / files(folder)[0])
    assert len(list(uploads.troubles())) == 1
    sweep_uploads(0)
    assert len(files(folder)) == 1


def test_somebody_who_knows_says_which_folder_it_is(
    cast: Cast, settings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(uploads.troubles()) == []
    settings.MEDIA_ROOT = tmp_path / "moved"
    assert len(list(uploads.troubles())) == 1
    call_command("adopt", uploads=True)
    assert "now belongs to this database" in capsys.readouterr().out
    assert list(uploads.troubles()) == []
    settings.MEDIA_ROOT = NOWHERE
    with pytest.raises(CommandError, match="can't be written to"):
        call_command("adopt", uploads=True)


def test_what_an_upload_kept_in_a_file_of_its_own_is_kept_too(folder: Path) -> None:
    file = TemporaryUploadedFile("cv.pdf", "application/pdf", 5, "utf-8")
    file.write(b"words")
    file.seek(0)
    name = default_storage.save("resumes/1/abc", file)
    assert (folder / name).read_bytes() == b"words"
    assert files(folder) == ["resumes/1/abc"]
    file.close()


def test_d1_a_body_that_waits_on_no_disk_is_answered_with_a_sentence() -> None:
    body = b"x" * (serving.IN_MEMORY + 50_000)
    environ = RequestFactory().post("/account/login/", body, content_type="text/plain").environ
    answers: list[str] = []
    server = serving.Server(lambda *_: [b"never"], threads=1)
    with full_disk(0):
        page = b"".join(server(environ, lambda status, _: answers.append(status)))
    assert answers == ["503 Service Unavailable"]
    assert b"never" not in page
