"""Whoever says a time says it through core/times.py: nothing else in the house knows how."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = sorted(path.parent for path in ROOT.glob("*/__init__.py") if path.parent.name not in {"tests", "bench"})
# Machines read these: seconds for a script, ISO 8601 for the element `time`, what an input of the type "time" holds,
# the name of a file.
FOR_MACHINES = re.compile(r"""\|date:"[Uc]"|format="%H:%M\"|:%Y%m%d-""")
IN_TEMPLATES = re.compile(r"""\|date\b|\|time\b|\{% now |\|naturaltime|\|naturalday""")
IN_PYTHON = re.compile(r"""\bstrftime\(|\bdate_format\b|\btime_format\b|\bctime\(|utils\.dates|:%[YmdHMjFlbBaA]""")


def past_the_clock(paths: list[Path], pattern: re.Pattern[str]) -> dict[str, list[str]]:
    """The lines below `paths` that say a time in their own way."""
    found = {}
    for path in paths:
        lines = [
            line.strip()[:100] for line in path.read_text().splitlines() if pattern.search(FOR_MACHINES.sub("", line))
        ]
        if lines:
            found[str(path.relative_to(ROOT))] = lines
    return found


def test_templates_say_no_time_in_their_own_way() -> None:
    templates = [path for top in ("templates", "jinja") for path in ROOT.glob(f"{top}/**/*") if path.is_file()]
    templates += [path for room in ROOMS for path in room.rglob("*.typ")]
    assert len(templates) > 100
    assert past_the_clock(templates, IN_TEMPLATES) == {}


def test_rooms_say_no_time_in_their_own_way() -> None:
    modules = [path for room in ROOMS for path in room.rglob("*.py") if "migrations" not in path.parts]
    assert list(past_the_clock(modules, IN_PYTHON)) == ["core/times.py"]
