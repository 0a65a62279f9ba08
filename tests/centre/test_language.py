"""A second language reaches what the coach says."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from centre.coaching import coached
from coach.drafts import Draft
from coach.policy import Policy

IN_GERMAN = {
    "": "Content-Type: text/plain; charset=UTF-8\n",
    "Praise as strong as this is often awkward to answer and hard to believe.": "So hohes Lob weckt Zweifel.",
}
PRAISE = Draft("", "Dear {addressed},\n\nYou are the greatest genius in the world.\n\n{student}")


def catalogue(words: dict[str, str]) -> bytes:
    """A compiled catalogue, as gettext keeps them: two tables of lengths and places, then the words."""
    pairs = [(ours.encode(), theirs.encode()) for ours, theirs in sorted(words.items())]
    at = 28 + 16 * len(pairs)
    tables: list[int] = []
    text = b""
    for side in (0, 1):
        for pair in pairs:
            tables += [len(pair[side]), at + len(text)]
            text += pair[side] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return head + struct.pack(f"<{len(tables)}I", *tables) + text


@pytest.fixture
def two_languages(tmp_path: Path, settings: Any) -> Iterator[None]:
    place = tmp_path / "de" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "django.mo").write_bytes(catalogue(IN_GERMAN))
    settings.USE_I18N = True
    settings.LOCALE_PATHS = [str(tmp_path)]
    settings.LANGUAGES = [("en-gb", "English"), ("de", "Deutsch")]
    # Django keeps for good whether it translates.
    vars(translation._trans).clear()
    yield
    translation.deactivate()
    vars(translation._trans).clear()


@pytest.mark.usefixtures("two_languages")
def test_the_coach_speaks_the_language_of_the_reader() -> None:
    ours = coached(PRAISE, "close", "email", Policy()).remarks
    with translation.override("de"):
        theirs = coached(PRAISE, "close", "email", Policy()).remarks
    assert [found.code for found in theirs] == [found.code for found in ours] == ["flattery_excessive"]
    assert theirs[0].why == "So hohes Lob weckt Zweifel."
    assert ours[0].why in IN_GERMAN
