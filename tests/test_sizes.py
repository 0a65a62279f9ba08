"""A file that nobody can read in one sitting is two files."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LIMITS = {"*.py": 400, "*.html": 120, "*.js": 400, "*.css": 400}
# What there is of our own script at most, and those parts of it that keep drafts and move the questions of an agenda,
# as it stands. The meeting view has scripts of its own, and so has what waits on a device to be sent: a page without it
# does not load that.
SCRIPT_BYTES = 16_384
DRAFT_BYTES = 4_096
MOVING_BYTES = 1_536
MEETING_BYTES = 17_408
WAITING_BYTES = 6_656
SKIP = {".venv", "var", "migrations", "staticfiles", ".git"}


def too_long(pattern: str, limit: int) -> dict[str, int]:
    files = (p for p in ROOT.rglob(pattern) if not SKIP & set(p.relative_to(ROOT).parts))
    counts = {str(p.relative_to(ROOT)): len(p.read_text().splitlines()) for p in files}
    return {name: count for name, count in counts.items() if count > limit}


@pytest.mark.parametrize(("pattern", "limit"), LIMITS.items())
def test_no_file_is_longer_than_a_reading(pattern: str, limit: int) -> None:
    assert too_long(pattern, limit) == {}


def test_our_own_script_is_light() -> None:
    paths = list((ROOT / "static").rglob("*.js"))
    scripts = {path.name: len(path.read_bytes()) for path in paths}
    assert scripts.pop("meet.js") + scripts.pop("clock.js") < MEETING_BYTES
    assert scripts.pop("waiting.js") < WAITING_BYTES
    assert sum(scripts.values()) <= SCRIPT_BYTES, scripts
    assert scripts["drafts.js"] <= DRAFT_BYTES
    assert scripts["agenda.js"] < MOVING_BYTES
