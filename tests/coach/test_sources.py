"""The guides behind the coach's advice are those that docs/CRAFT.md lists, and stand behind what it really says."""

import re
import tomllib
from pathlib import Path

from coach.questions.remarks import REMARKS
from coach.sources import FILE, behind, sources
from tests.coach.test_handbook import rows

CRAFT = (Path(__file__).parent.parent.parent / "docs" / "CRAFT.md").read_text("utf-8").split("\n## Sources\n")[1]


def test_are_those_that_the_craft_lists_with_their_years_and_links() -> None:
    listed = dict(re.findall(r"^\| \[([^\]]+)\] \| .+ \| (.+) \|$", CRAFT, re.MULTILINE))
    linked = dict(re.findall(r"^\[([^\]]+)\]: (\S+)$", CRAFT, re.MULTILINE))
    assert {source.key: source.year or "undated" for source in sources()} == listed
    assert {source.key: source.link for source in sources()} == linked


def test_each_says_who_wrote_it_and_what_it_is_called() -> None:
    assert all(source.author and source.title for source in sources())


def test_stand_behind_what_the_coach_says() -> None:
    heard = {
        "messages": set(rows("What a student hears of a message")),
        "questions": set(REMARKS),
        "agendas": set(rows("What a student hears of an agenda")),
    }
    named = tomllib.loads(FILE.read_text("utf-8"))["behind"]
    assert set(named) == set(heard)
    for part, codes in heard.items():
        assert set(named[part]) <= codes


def test_what_rests_on_our_judgement_has_none() -> None:
    assert behind("messages", "flattery_excessive") == ()
    assert [source.key for source in behind("agendas", "missing=closing_referral")] == ["SJS"]
