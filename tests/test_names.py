"""One word, one thing: a public class or type has a name that no other one of the project has."""

import ast
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Django looks for these by their name.
DJANGOS = {"Command", "Meta"}


def public_types(code: str) -> Iterator[str]:
    """The classes of a module's top level, and what it calls a type: `Pair = tuple[int, int]`, `Act = Callable[…]`."""
    for node in ast.parse(code).body:
        if isinstance(node, ast.ClassDef):
            name = node.name
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript | ast.BinOp):
            target = node.targets[0]
            name = (
                target.id if isinstance(target, ast.Name) and not target.id.isupper() and _is_type(node.value) else ""
            )
        else:
            continue
        if name and not name.startswith("_") and name not in DJANGOS:
            yield name


def _is_type(value: ast.expr) -> bool:
    """Whether `value` is written like a type: a subscript of names that begin with a capital or are built in."""
    if isinstance(value, ast.BinOp):
        return isinstance(value.op, ast.BitOr) and _is_type(value.left) and _is_type(value.right)
    if isinstance(value, ast.Subscript):
        return _is_type(value.value)
    return isinstance(value, ast.Name) and (
        value.id[0].isupper() or value.id in {"tuple", "dict", "list", "set", "str", "int", "type"}
    )


def standing_twice(files: dict[str, str]) -> dict[str, list[str]]:
    """Each name that several of `files` (path to code) give, with their paths."""
    found = defaultdict(list)
    for path, code in files.items():
        for name in public_types(code):
            found[name].append(path)
    return {name: paths for name, paths in sorted(found.items()) if len(paths) > 1}


def of_the_project() -> dict[str, str]:
    names = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return {
        name: (ROOT / name).read_text()
        for name in names.splitlines()
        if not name.startswith(("tests/", "bench/")) and "/migrations/" not in name and (ROOT / name).exists()
    }


def test_every_public_type_has_a_name_of_its_own() -> None:
    assert standing_twice(of_the_project()) == {}


def test_the_guard_sees_a_second_one() -> None:
    files = {"a/x.py": "class Offer: ...", "b/y.py": "Offer = tuple[int, int]", "b/z.py": "class _Offer: ..."}
    assert standing_twice(files) == {"Offer": ["a/x.py", "b/y.py"]}
