"""What a logo may be, told by its content. No SVG: it can carry script."""

from typing import IO

MOST_BYTES = 1024 * 1024


def type_of(file: IO[bytes]) -> str:
    """The content type that the first bytes of `file` (seekable) prove: PNG, JPEG or WebP; "" for anything else."""
    file.seek(0)
    head = file.read(32)
    file.seek(0)
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
        return "image/png"
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP" and head[12:15] == b"VP8":
        return "image/webp"
    return ""
