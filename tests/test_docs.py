"""docs/CRAFT.md is true: its numbers are those of a new centre, and each source that it names is one that it lists."""

import re
from dataclasses import asdict
from pathlib import Path

from coach.policy import Policy

ROOT = Path(__file__).parent.parent
CRAFT = (ROOT / "docs" / "CRAFT.md").read_text()


def test_the_numbers_of_the_craft_are_those_of_a_new_centre() -> None:
    table = re.findall(r"^\| `(\w+)` \| (\S+) \| .+ \| (.+) \|$", CRAFT, re.MULTILINE)
    spoken = {False: "no", True: "yes"}
    policies = {
        name: spoken[value] if isinstance(value, bool) else str(value) for name, value in asdict(Policy()).items()
    }
    assert {name: value for name, value, _ in table} == policies
    assert {section for _, _, section in table} <= set(re.findall(r"^## (.+)$", CRAFT, re.MULTILINE))


def test_every_source_that_the_craft_names_is_listed_with_its_link() -> None:
    rules, sources = CRAFT.split("\n## Sources\n")
    named = set(re.findall(r"\[([^\]]+)\](?!\()", rules))
    listed = set(re.findall(r"^\| \[([^\]]+)\] \|", sources, re.MULTILINE))
    linked = set(re.findall(r"^\[([^\]]+)\]: https?://\S+$", sources, re.MULTILINE))
    assert named == listed == linked
