"""Questions made from findings."""

import pytest

from coach.proposals import proposals


@pytest.mark.parametrize("kind", ["path", "role", "project", "work", "organisation", "field"])
def test_gives_several_to_choose_from_for_every_kind(kind: str) -> None:
    given = proposals(kind, "Led the seagrass survey in Kiel Bay.")
    assert len(given) >= 3
    assert all("Led the seagrass survey in Kiel Bay" in words and words.endswith("?") for words in given)


def test_shortens_a_long_finding_at_a_word() -> None:
    given = proposals("project", "seagrass " * 60)
    assert all(len(words) <= 300 for words in given)
    assert "seagrass …" in given[0]


def test_takes_braces_as_words() -> None:
    assert "{it} {0}" in proposals("work", "{it} {0}")[0]
