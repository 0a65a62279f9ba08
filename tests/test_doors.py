"""Rows are reached only through the doors: no view asks `objects` for anything but visible_to and editable_by."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOORS = {"visible_to", "editable_by"}


def views() -> list[Path]:
    return sorted(
        p for room in ROOT.iterdir() if (room / "urls.py").exists() for p in room.glob("views*/*.py")
    ) + sorted(room / "views.py" for room in ROOT.iterdir() if (room / "views.py").exists())


def past_the_doors(source: str) -> list[int]:
    """The lines of `source` that reach rows by `X.objects.anything` (or a base manager) past the doors."""
    wrong = []
    for node in ast.walk(ast.parse(source)):
        manager = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute)
        if manager and node.value.attr in {"objects", "_base_manager", "_default_manager"} and node.attr not in DOORS:
            wrong.append(node.lineno)
    return wrong


def test_views_reach_rows_only_through_the_doors() -> None:
    assert views()
    found = {str(p.relative_to(ROOT)): lines for p in views() if (lines := past_the_doors(p.read_text()))}
    assert found == {}


def test_the_guard_sees_a_view_that_goes_past_a_door() -> None:
    assert past_the_doors("Goal.objects.filter(pk=1)") == [1]
    assert past_the_doors("Goal.objects.visible_to(user).filter(pk=1)") == []
