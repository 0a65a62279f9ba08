"""A file is there whole or not at all: it gets its name once all of it is on the disk."""

import os
from contextlib import suppress
from pathlib import Path

PART = ".part"


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, whose folder is made where it is missing. Raises OSError, and then leaves nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + PART)
    try:
        part.write_bytes(content)
        give_name(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


def give_name(part: Path, path: Path) -> None:
    """Let what was written to `part` be the file `path`, so that both survive a loss of power. Raises OSError."""
    _flush(part)
    part.replace(path)
    _flush(path.parent)


def _flush(path: Path) -> None:
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
