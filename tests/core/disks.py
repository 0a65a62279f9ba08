"""Disks that take nothing more, as the operating system has them."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nobody, root neither, can make a folder there.
NOWHERE = Path("/proc/halfhour/uploads")


@contextmanager
def full_disk(bytes_left: int) -> Iterator[None]:
    """Let no file of this process grow beyond `bytes_left`: the write fails in the middle, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_left, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def files(folder: Path) -> list[str]:
    """Every file below `folder` but its mark, by its path from there."""
    found = (Path(where) / name for where, _folders, names in os.walk(folder) for name in names)
    return sorted(str(path.relative_to(folder)) for path in found if path.name != ".halfhour")
