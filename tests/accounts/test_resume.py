"""Résumés: taken by content, kept private, dated."""

import zipfile
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from accounts import resume_kinds
from accounts.models import Resume
from centre.models import Removed
from tests.accounts.builders import WORD_TYPES, a_docx, a_pdf, a_resume, a_zip, an_odt
from tests.cast import Cast
from tests.corpora import corpus

PAGE = "/you/resumes/"
FOREIGN = sorted(p for p in (corpus("resumes") or Path("/nowhere")).glob("*.*") if p.suffix in {".docx", ".pdf"})


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def send(client: Client, content: bytes, name: str = "cv.pdf") -> object:
    return client.post(f"{PAGE}keep/", {"file": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize(
    ("content", "kind"),
    [(a_pdf(), resume_kinds.PDF), (a_docx(), resume_kinds.DOCX), (an_odt(), resume_kinds.ODT)],
    ids=["pdf", "docx", "odt"],
)
def test_takes_what_its_content_proves(
    as_amina: Client, cast: Cast, content: bytes, kind: resume_kinds.FileKind
) -> None:
    answer = send(as_amina, content, "My <résumé>.exe")
    assert answer.url == PAGE
    row = Resume.objects.get()
    assert (row.owner, row.content_type, row.size) == (cast.amina, kind.content_type, len(content))
    assert row.filename == f"My résumé.{kind.ending}"
    assert row.file.read() == content
    assert "résumé" not in row.file.name


@pytest.mark.parametrize("path", FOREIGN, ids=lambda p: p.name)
def test_what_other_programs_wrote(as_amina: Client, path: Path) -> None:
    answer = send(as_amina, path.read_bytes(), path.name)
    assert answer.status_code == (302 if path.suffix == ".docx" else 422)


def bomb() -> bytes:
    return a_zip({"[Content_Types].xml": WORD_TYPES, "word/document.xml": b"\0" * (resume_kinds.MOST_UNPACKED + 1)})


def crowd() -> bytes:
    parts = {"[Content_Types].xml": WORD_TYPES, "word/document.xml": b""}
    return a_zip(parts | {f"word/{n}.xml": b"" for n in range(resume_kinds.MOST_PARTS)})


def lying() -> bytes:
    """Says that a part is small, and is not."""
    whole = a_zip({"[Content_Types].xml": b"\0" * 5_000_000, "word/document.xml": b""})
    small = (5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    return whole.replace(*small)


WRONG = {
    "nothing": b"",
    "words": b"My life so far",
    "a page": b"<!doctype html><script>alert(1)</script>",
    "a page after a PDF's first line": b"%PDF-1.7\n<html><script>alert(1)</script>\nstartxref\n9\n%%EOF",
    "a page in a PDF's comment": a_pdf().replace(b"%PDF-1.4\n", b"%PDF-1.4\n%<script>alert(1)</script>\n"),
    "a PDF after something else": b"GIF89a" + a_pdf(),
    "a PDF with an archive behind it": a_pdf() + a_docx(),
    "a PDF without an end": a_pdf()[:60],
    "a PDF that points past its end": a_pdf().replace(b"startxref\n", b"startxref\n99999"),
    "a program": b"MZ\x90\x00",
    "any archive": a_zip({"hello.txt": b"hello"}),
    "a workbook": a_zip({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b""}),
    "a Word file with macros": a_zip(
        {"[Content_Types].xml": WORD_TYPES, "word/document.xml": b"", "word/vbaProject.bin": b""}
    ),
    "a drawing": a_zip({"mimetype": b"application/vnd.oasis.opendocument.graphics", "content.xml": b""}),
    "half an archive": a_docx()[:80],
    "a path upward": a_zip({"[Content_Types].xml": WORD_TYPES, "word/document.xml": b"", "../../evil": b""}),
    "far too many parts": crowd(),
    "far too much inside": bomb(),
    "a part that lies about its size": lying(),
}


@pytest.mark.parametrize("content", WRONG.values(), ids=WRONG.keys())
@pytest.mark.parametrize("name", ["cv.pdf", "cv.docx"])
def test_refuses_what_only_pretends(as_amina: Client, content: bytes, name: str) -> None:
    answer = send(as_amina, content, name)
    assert answer.status_code == 422
    assert 'id="id_file_error"' in answer.content.decode()
    assert not Resume.objects.exists()


def test_reads_no_more_of_a_part_than_it_needs() -> None:
    """A megabyte of the part that lists the types, though it unpacks to fifty."""
    file = BytesIO(a_zip({"[Content_Types].xml": b" " * 50_000_000 + WORD_TYPES, "word/document.xml": b""}))
    assert zipfile.is_zipfile(file)
    assert resume_kinds.kind_of(file) is None


def test_refuses_what_is_too_large(as_amina: Client) -> None:
    answer = send(as_amina, a_pdf() + b" " * resume_kinds.MOST_BYTES)
    assert answer.status_code == 422
    assert "larger than 5 MB" in answer.content.decode()


def test_refuses_an_eleventh(cast: Cast, as_amina: Client) -> None:
    for _ in range(10):
        a_resume(cast.amina)
    answer = send(as_amina, a_pdf())
    assert answer.status_code == 422
    assert "You already have ten files" in answer.content.decode()


def test_a_double_submit_has_one_result(as_amina: Client) -> None:
    for _ in range(2):
        file = SimpleUploadedFile("cv.pdf", a_pdf())
        as_amina.post(f"{PAGE}keep/", {"file": file, "once": "0b8bd8a8-7d6a-4f68-9cf9-d5b5e3f0a1c2"})
    assert Resume.objects.count() == 1


def test_download_is_a_file_and_nothing_else(cast: Cast, as_amina: Client) -> None:
    row = a_resume(cast.amina, stem='Ünï "quoted"\r\nX-Evil: 1')
    answer = as_amina.get(f"{PAGE}{row.pk}/")
    assert b"".join(answer.streaming_content) == a_pdf()
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%C3%9Cn%C3%AF")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "X-Evil" not in answer


def test_is_nobody_elses(cast: Cast, as_bo: Client, as_dara: Client, stranger: Client) -> None:
    row = a_resume(cast.amina)
    for client in (as_bo, as_dara):
        assert client.get(f"{PAGE}{row.pk}/").status_code == 404
        assert client.post(f"{PAGE}{row.pk}/drop/").status_code == 404
    assert stranger.get(f"{PAGE}{row.pk}/").status_code == 302
    assert Resume.objects.exists()


def test_says_its_age(cast: Cast, as_amina: Client) -> None:
    a_resume(cast.amina, now=timezone.now() - timedelta(weeks=3, hours=1), stem="Old")
    assert "updated 3\xa0weeks ago" in as_amina.get(PAGE).content.decode()


def test_drop_asks_first_and_removes_the_file_a_day_later(
    cast: Cast, as_amina: Client, django_capture_on_commit_callbacks: object
) -> None:
    row = a_resume(cast.amina)
    assert "Delete Amina Yusuf.pdf?" in as_amina.get(f"{PAGE}{row.pk}/drop/").content.decode()
    path = Path(row.file.path)
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        as_amina.post(f"{PAGE}{row.pk}/drop/")
        assert not Resume.objects.exists()
        Removed.sweep(now=timezone.now() + timedelta(hours=23))
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        Removed.sweep(now=timezone.now() + timedelta(hours=25))
    assert not path.exists()
    assert not Removed.objects.exists()


def test_a_file_that_is_gone_is_no_broken_page(cast: Cast, as_amina: Client) -> None:
    row = a_resume(cast.amina)
    Path(row.file.path).unlink()
    assert as_amina.get(f"{PAGE}{row.pk}/").status_code == 404


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("part", ["word/document2.xml", "word/document.xml", "parts/letter.xml"])
def test_i10_the_text_of_a_word_file_is_the_part_that_its_contents_name(part: str, quote: str) -> None:
    # The names of media types know no capitals (RFC 6838, 4.2).
    kind = WORD.upper() if part.startswith("parts") else WORD
    types = (
        b'<?xml version="1.0"?><Types><Override PartName="/word/styles.xml" ContentType="x/y"/>'
        + f"<Override ContentType={quote}{kind}{quote} PartName={quote}/{part}{quote} /></Types>".encode()
    )
    assert resume_kinds.kind_of(BytesIO(a_zip({"[Content_Types].xml": types, part: b"<w/>"}))) == resume_kinds.DOCX
    assert resume_kinds.kind_of(BytesIO(a_zip({"[Content_Types].xml": types, "word/other.xml": b"<w/>"}))) is None


def test_w7_the_name_of_a_file_is_kept_whole_or_refused(as_amina: Client) -> None:
    for letters, status in ((180, 302), (181, 422)):
        file = SimpleUploadedFile(f"{'r' * letters}.pdf", a_pdf())
        assert as_amina.post("/you/resumes/keep/", {"file": file}).status_code == status
    assert Resume.objects.get().filename == f"{'r' * 180}.pdf"
