"""`pyproject.toml` says what is needed, and the locks that are made of it say nothing else."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
GROUPS = PROJECT["dependency-groups"]


def names(requirements: list[object]) -> set[str]:
    """The packages that requirements name; a group within a group is left out."""
    return {re.split(r"[^A-Za-z0-9.-]", line)[0].replace(".", "-") for line in requirements if isinstance(line, str)}


def pinned(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==([^ \\]+)", (ROOT / lock).read_text(), re.MULTILINE))


def test_each_lock_holds_what_it_is_for() -> None:
    centre, demo, dev = (pinned(f"requirements{kind}.lock") for kind in ("", "-demo", "-dev"))
    assert names(PROJECT["project"]["dependencies"]) <= centre.keys()
    assert names(GROUPS["demo"]) <= demo.keys() - centre.keys(), "a real centre would install what only the demo needs"
    assert names(GROUPS["dev"]) <= dev.keys() - demo.keys()


def test_the_tests_run_on_the_versions_of_a_real_centre() -> None:
    centre, demo, dev = (pinned(f"requirements{kind}.lock") for kind in ("", "-demo", "-dev"))
    assert centre.items() <= demo.items()
    assert demo.items() <= dev.items()


@pytest.mark.parametrize("lock", sorted(ROOT.glob("requirements*.lock")), ids=lambda lock: lock.name)
def test_a_lock_has_a_hash_for_each_version_and_names_no_index(lock: Path) -> None:
    text = lock.read_text()
    versions = re.findall(r"^[a-z0-9-]+==.*(?:\n    --hash=sha256:[0-9a-f]{64}.*)+", text, re.MULTILINE)
    assert len(versions) == len(pinned(lock.name)) > 0
    assert not re.search(r"://|--(?:extra-)?index|--find-links", text)
