"""One way to lock: nothing but `core/locking.py` asks the database for a lock on a row."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
THE_ONE = "core/locking.py"


def sources() -> list[str]:
    names = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in names.splitlines() if not name.startswith("tests/") and (ROOT / name).exists()]


def locks(code: str) -> list[int]:
    """The lines of `code` that lock rows by Django's method, or in SQL of their own."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(code))
        if (isinstance(node, ast.Attribute) and node.attr == "select_for_update")
        or (isinstance(node, ast.Constant) and isinstance(node.value, str) and _in_sql(node.value))
    ]


def _in_sql(words: str) -> bool:
    return any(f"FOR {strength}" in words for strength in ("UPDATE", "NO KEY UPDATE", "SHARE", "KEY SHARE"))


def test_rows_are_locked_in_one_place() -> None:
    found = {name: lines for name in sources() if (lines := locks((ROOT / name).read_text()))}
    assert found.keys() == {THE_ONE}, "lock by transition or locked of core/locking.py"


@pytest.mark.parametrize(
    "code", ["rows.select_for_update().get()", "lock = rows.select_for_update", 'cursor.execute("SELECT 1 FOR UPDATE")']
)
def test_the_guard_finds_a_lock(code: str) -> None:
    assert locks(code)
