"""The one-page map is true: it names the rooms that are there, in the order of the contract, and files that exist."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "ARCHITECTURE.md").read_text()
DOCS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("deploy/*.md")]
# What a page may name that is not kept in the repository.
MADE = {".venv", "var", "VAR_DIR", ".env", "staticfiles"}


def layers_of_the_map() -> list[list[str]]:
    """The rooms as the map has them, top to bottom."""
    lines = re.search(r"```map\n(.*?)```", PAGE, re.DOTALL)
    assert lines is not None
    named = [re.split(r" {2,}", line, maxsplit=1)[0] for line in lines[1].splitlines()]
    return [[room.strip() for room in line.split("|")] for line in named]


def test_the_map_has_the_layers_of_the_contract() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    layers = [[room.strip() for room in line.split("|")] for line in contract["contracts"][0]["layers"]]
    assert layers_of_the_map() == layers
    assert sorted(contract["root_packages"]) == sorted(room for layer in layers for room in layer)


def test_every_room_is_a_folder_and_every_package_is_on_the_map() -> None:
    packages = {p.parent.name for p in ROOT.glob("*/__init__.py")} - {"tests", "bench"}
    assert {room for layer in layers_of_the_map() for room in layer} == packages


def rooms_imported_late(path: Path) -> set[str]:
    """The functions of a file that import one of our rooms when they are called, with the rooms."""
    rooms = {room for layer in layers_of_the_map() for room in layer}
    found = set()
    for function in ast.walk(ast.parse(path.read_text())):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            named = [one.module or path.parent.name for one in ast.walk(function) if isinstance(one, ast.ImportFrom)]
            named += [a.name for one in ast.walk(function) if isinstance(one, ast.Import) for a in one.names]
            found |= {f"{function.name} imports {name}" for name in named if name.split(".")[0] in rooms}
    return found


# Django is not set up yet where these stand, so they cannot import at the top what needs it, or a psutil of the demo.
BEFORE_DJANGO = {"config/env.py", "config/run.py"}


def test_no_function_imports_a_room() -> None:
    """What must be imported late goes round in a circle. Only an app's ready() may, once every room stands."""
    late = {}
    for room in sorted({room for layer in layers_of_the_map() for room in layer}):
        for path in (ROOT / room).rglob("*.py"):
            found = {
                one for one in rooms_imported_late(path) if not (path.name == "apps.py" and "ready imports" in one)
            }
            if found and "migrations" not in path.parts:
                late[str(path.relative_to(ROOT))] = found
    assert set(late) == BEFORE_DJANGO, late


def test_every_room_with_pages_has_its_folders() -> None:
    rooms = [p.parent.name for p in ROOT.glob("*/urls.py") if p.parent.name not in {"config", "bench"}]
    for room in rooms:
        assert (ROOT / "tests" / room / "walls.py").exists(), room


def named_files(words: str) -> set[str]:
    """Every path in backticks or in a link that means a file or a folder of the repository."""
    quoted = set(re.findall(r"`([A-Za-z0-9_.\-]+(?:/[A-Za-z0-9_.\-]*)*)`", words))
    files = {name for name in quoted if "/" in name or re.search(r"\.(py|md|toml|css|js|lock|in|example)$", name)}
    return files | {link for link in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", words) if "*" not in link}


@pytest.mark.parametrize("page", DOCS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    # A bare name such as models.py is spoken of in every room; a path is looked up from the page and from the top.
    places = (page.parent, ROOT)
    anywhere = {p.name for p in ROOT.glob("*/*.py")} | {"models/", "views/", "tasks.py"}
    words = page.read_text()
    # A decision that was overturned tells of what there was.
    words = "" if re.search(r"^Superseded by \[", words, re.MULTILINE) else words
    missing = {
        name
        for name in named_files(words)
        if name.split("/")[0] not in MADE
        and name not in anywhere
        and not any((place / name).exists() for place in places)
    }
    assert missing == set()


def glossary() -> list[tuple[str, str]]:
    """The folder and the name of each word of the glossary."""
    words = re.search(r"^## Glossary$(.*?)^## ", PAGE, re.DOTALL | re.MULTILINE)
    assert words is not None
    return re.findall(r"\| `(\w+)` `(\w+)` \|$", words[1], re.MULTILINE)


def test_the_glossary_is_short() -> None:
    assert 30 <= len(glossary()) <= 40


@pytest.mark.parametrize(("folder", "name"), glossary())
def test_every_word_of_the_glossary_is_a_name_in_its_folder(folder: str, name: str) -> None:
    files = sorted((ROOT / folder).rglob("*.py"))
    defined = re.compile(rf"^\s*(?:def |class )?{name}(?:\(|\[|:| =)", re.MULTILINE)
    assert any(path.stem == name or defined.search(path.read_text()) for path in files)


@pytest.mark.parametrize("room", [room for layer in layers_of_the_map() for room in layer])
def test_the_guard_of_sizes_and_types_sees_every_room(room: str) -> None:
    assert any((ROOT / room).glob("*.py"))


def test_the_example_environment_lists_exactly_what_is_read() -> None:
    sources = "".join(p.read_text() for p in sorted((ROOT / "config").glob("*.py")))
    read = set(re.findall(r"env\.[a-z_]+\(\s*\"([A-Z_]+)\"", sources))
    read |= set(re.findall(r"environ(?:\.get\(|\.setdefault\(|\[)\"([A-Z_]+)\"", sources))
    # Set for others by the product itself, never said by an operator.
    read -= {"DJANGO_SETTINGS_MODULE", "XDG_RUNTIME_DIR"}
    listed = re.findall(r"^(?:# )?([A-Z][A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(read)


def test_every_decision_has_its_number_and_its_three_parts() -> None:
    records = sorted(p for p in (ROOT / "docs" / "decisions").glob("*.md") if p.name != "README.md")
    numbers = [int(p.name[:4]) for p in records]
    # Where several are written side by side, one with a later number may stand here first.
    assert len(set(numbers)) == len(numbers)
    for record in records:
        assert re.findall(r"^## (.+)$", record.read_text(), re.MULTILINE) == ["Decided", "Because", "So"], record.name
