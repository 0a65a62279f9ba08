"""No text costs more than linear time: every expression that meets what a person wrote is found and tried."""

import ast
import importlib
import re
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from coach import frames, person
from coach.messages import faults
from coach.questions import rewording, rulebook
from coach.warming import OF_MESSAGES, OF_QUESTIONS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
# What the environment says is written by who runs the installation, and tests and measures read only what is ours.
ROOMS = sorted(
    place.parent.name for place in ROOT.glob("*/__init__.py") if place.parent.name not in {"tests", "bench", "config"}
)
CALLS = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
SIZE = 10_000
# For twice the text at most so much of the time. What is quadratic takes 50 million steps for a text of 10,000, which
# no processor does within the floor; below it no growth can be told from the noise of the clock.
GROWTH, FLOOR = 2.3, 0.03
_USES = re.compile(r"\bre\.")
UNITS = ["/", "-", " ", '"', "'", "("]
# What a rule of thumb may trip over besides; the lists of the coach are tried with their own first words.
MORE = ["[", ".", "\n", "a", "1", "a ", "a, ", "- "]
# Expressions that are put together when the program runs: where their parts are found instead.
ANCHORED = {"coach/frames.py", "coach/saying.py", "coach/questions/rewording.py"}
_FRAMES = [line for frame in frames.FRAMES.values() for line in (frame.leads, frame.nothing) if line]
BUILT: dict[str, list[str]] = {
    "coach/frames.py": _FRAMES,
    "coach/saying.py": _FRAMES,
    "coach/person.py": [person._named(["Efua Osei", "Osei"]).pattern],
    "coach/messages/faults.py": [pattern for pattern, _fact in faults._KNOWN],
    "coach/messages/toward.py": [rf"\b{re.escape('Osei')}['’]s\b"],
    "coach/questions/rewording.py": [rule.pattern for rule, _to in rewording._rules()],
    "coach/questions/rulebook.py": [
        line for name in OF_QUESTIONS for part in rulebook.lines(name).values() for line in part
    ],
    "coach/reading/phrases.py": [
        line for module in OF_MESSAGES for phrases in module.PHRASES.values() for line in phrases.expressions
    ],
    "meetings/times_line.py": [rf"(?<!\w){re.escape('Wednesday 9 December, 10:00–10:20, London time')}(?!\w)"],
}


class Expression(NamedTuple):
    """An expression, and whether it is only tried where a text begins, by `match` or `fullmatch`."""

    pattern: re.Pattern[Any]
    anchored: bool = False

    def read(self, text: Any) -> None:
        if self.anchored:
            self.pattern.match(text)
            self.pattern.fullmatch(text)
        else:
            for _match in self.pattern.finditer(text):
                pass


def files() -> list[str]:
    """The files of ours that use expressions."""
    found = (file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")) if "migrations" not in file.parts)
    return [str(file.relative_to(ROOT)) for file in found if _USES.search(file.read_text("utf-8"))]


@cache
def expressions(name: str) -> list[Expression]:
    """Every expression of the file `name`, and of the coach's lists line by line."""
    return list(_of_file(ROOT / name, ast.parse((ROOT / name).read_text("utf-8")), name))


def _of_file(file: Path, tree: ast.Module, name: str) -> Iterator[Expression]:
    space = dict(vars(importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))))
    used: dict[str, set[str]] = {}
    named: dict[int, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            used.setdefault(node.value.id, set()).add(node.attr)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named[id(node.value)] = node.targets[0].id
    built = False
    for call in ast.walk(tree):
        how = ast.unparse(call.func).partition("re.")[2] if isinstance(call, ast.Call) else ""
        if not isinstance(call, ast.Call) or ast.unparse(call.func) != f"re.{how}" or how not in CALLS:
            continue
        flags = [word.value for word in call.keywords if word.arg == "flags"]
        flags += call.args[1:2] if how == "compile" else []
        ways = used.get(named.get(id(call), ""), set()) if how == "compile" else {how}
        try:
            pattern = eval(ast.unparse(call.args[0]), space)
            compiled = re.compile(pattern, *(eval(ast.unparse(flag), space) for flag in flags))
        except NameError:
            built = True
        else:
            yield Expression(compiled, bool(ways) and ways <= {"match", "fullmatch"})
    assert not built or name in BUILT, f"{name} puts an expression together; name its parts in BUILT"
    yield from (Expression(re.compile(pattern, re.IGNORECASE), name in ANCHORED) for pattern in BUILT.get(name, ()))


def first_words(pattern: re.Pattern[Any]) -> list[str]:
    """What an expression begins with, as words: of several ways the first."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    source, before = re.sub(r"\(\?[^()]{0,3}[:=!>]", "(", source), ""
    while source != before:
        source, before = re.sub(r"\(([^()|]*)(?:\|[^()]*)?\)", r"\1", source), source
    source = re.sub(r"\[[^\]]*\]|\{[^}]*\}|\\[a-zA-Z]|[\\^$.*+?|()~<>:]", " ", source)
    return source.split()


def texts(expression: Expression, name: str) -> list[str]:
    words = first_words(expression.pattern)
    own = {" ".join(words[:count]) + end for count in (1, 2, len(words)) for end in (" ", "-") if words}
    return [*UNITS, *([] if name in BUILT else MORE), *sorted(own)]


def seconds(expression: Expression, unit: str, size: int) -> float:
    """The processor's time to find every match in `size` letters: the best of three, or one below the floor."""
    text: Any = (unit * (size // len(unit) + 1))[:size]
    text = text if isinstance(expression.pattern.pattern, str) else text.encode()
    best = float("inf")
    for _time in range(3):
        begun = time.process_time()
        expression.read(text)
        best = min(best, time.process_time() - begun)
        if best < FLOOR:
            break
    return best


def is_linear(expression: Expression, unit: str) -> bool:
    if (one := seconds(expression, unit, SIZE)) < FLOOR:
        return True
    if one > 1:
        return False
    two = seconds(expression, unit, 2 * SIZE)
    return two <= GROWTH * one and seconds(expression, unit, 4 * SIZE) <= GROWTH * two


@pytest.mark.parametrize("name", files())
def test_g2_takes_no_more_than_twice_as_long_for_twice_the_text(name: str) -> None:
    slow = [
        (expression.pattern.pattern, unit)
        for expression in expressions(name)
        for unit in texts(expression, name)
        # What a busy machine makes slow once it does not make slow three times.
        if not any(is_linear(expression, unit) for _time in range(3))
    ]
    assert slow == []


def test_g2_every_expression_is_found() -> None:
    found = [expressions(name) for name in files()]
    assert sum(map(bool, found)) > 40
    assert sum(map(len, found)) > 1500
    assert not is_linear(Expression(re.compile(r"\S*\w\S*")), "/")
