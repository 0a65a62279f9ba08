"""What a résumé may be, told by its content; a file's name and what the browser says of it prove nothing."""

import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO
from urllib.parse import unquote

MOST_BYTES = 5 * 1024 * 1024
# A Word file holds some dozens of parts; far more, or far more content than its size can hold, is a trap.
MOST_PARTS = 2000
MOST_UNPACKED = 100 * 1024 * 1024
_READ = 1024 * 1024

# Which part of a Word file is the letter itself says its table of contents; Word Online calls it document2.xml.
_NAMED = re.compile(rb"<(?:\w{1,40}:)?Override\s[^<>]{1,2000}>")
_PART, _TYPE = re.compile(rb"\sPartName\s*=\s*[\"']/([^\"'<>]*)"), re.compile(rb"\sContentType\s*=\s*[\"']([^\"'<>]*)")
_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MARKUP = re.compile(rb"<\s*(!doctype\s+html|html|script|svg|iframe|body|img)", re.IGNORECASE)


@dataclass(frozen=True)
class FileKind:
    """A format with the ending and the content type it is served as."""

    ending: str
    content_type: str


PDF = FileKind("pdf", "application/pdf")
DOCX = FileKind("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
ODT = FileKind("odt", "application/vnd.oasis.opendocument.text")


def kind_of(file: IO[bytes]) -> FileKind | None:
    """The kind that the content of `file` (seekable, at most MOST_BYTES) proves; None where it proves none."""
    file.seek(0)
    head = file.read(2048)
    file.seek(0)
    if head.startswith(b"%PDF-"):
        return PDF if _is_pdf(file, head) else None
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_zip(file)
    return None


def _is_pdf(file: IO[bytes], head: bytes) -> bool:
    """Begins and ends as a PDF does, points to its own table, and carries no markup where a browser looks for it."""
    file.seek(0, 2)
    size = file.tell()
    file.seek(max(0, size - 2048))
    tail = file.read()
    file.seek(0)
    ends = re.search(rb"startxref\s+(\d+)\s+%%EOF[\s\x00]*\Z", tail)
    if not re.match(rb"%PDF-[12]\.\d", head) or not ends or _MARKUP.search(head):
        return False
    table = int(ends.group(1)) if len(ends.group(1)) < 12 else size
    # Files made for fast web view point to 0 or to the first of two tables; none points past its own end.
    return table < size


def _kind_of_zip(file: IO[bytes]) -> FileKind | None:
    try:
        with zipfile.ZipFile(file) as parts:
            return _kind_of_parts(parts)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return None
    finally:
        file.seek(0)


def _kind_of_parts(parts: zipfile.ZipFile) -> FileKind | None:
    listed = parts.infolist()
    if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > MOST_UNPACKED:
        return None
    if any(part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for part in listed):
        return None
    names = {part.filename for part in listed}
    if any(
        name.startswith("/") or ".." in name.split("/") or name.lower().endswith("vbaproject.bin") for name in names
    ):
        return None
    if "[Content_Types].xml" in names:
        main = _main_part(_begin(parts, "[Content_Types].xml"))
        return DOCX if main in {name.lower() for name in names} else None
    if {"mimetype", "content.xml"} <= names:
        return ODT if _begin(parts, "mimetype").strip() == ODT.content_type.encode() else None
    return None


def _main_part(contents: bytes) -> str:
    """The part that a table of contents names as the text of a Word file, "" where it names none.

    In small letters, because part names are compared so (ECMA-376, part 2, "Part names"). A table may also say of every
    part with an ending that it is of that type; the text is then where it always was.
    """
    if contents.startswith((b"\xff\xfe", b"\xfe\xff")):
        contents = contents.decode("utf-16", "replace").encode()
    for line in _NAMED.findall(contents):
        part, kind = _PART.search(line), _TYPE.search(line)
        if part and kind and kind[1].strip().lower() == _WORD:
            return unquote(part[1].decode("utf-8", "replace")).lower()
    return "word/document.xml" if _WORD in contents else ""


def _begin(parts: zipfile.ZipFile, name: str) -> bytes:
    """At most the first megabyte of a part, whatever size it claims."""
    with parts.open(name) as part:
        return part.read(_READ)
