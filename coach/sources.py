"""Whose advice the coach gives: the guides that stand behind it, from sources.toml (docs/CRAFT.md, "Sources").

Students read the advice without them; this is for a page that tells where it comes from, and for advisers.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "sources.toml"
OUR_OWN = "Our own judgement"


@dataclass(frozen=True)
class Source:
    """One guide: who wrote or published it, its title, and where it can be read; `year` is "" where it gives none."""

    key: str
    author: str
    title: str
    link: str
    year: str = ""


@dataclass(frozen=True)
class _Sources:
    by_key: dict[str, Source]
    behind: dict[str, dict[str, tuple[Source, ...]]]


def sources() -> tuple[Source, ...]:
    """Every guide, by the name of its key."""
    return tuple(_sources().by_key.values())


def behind(part: str, code: str) -> tuple[Source, ...]:
    """The guides behind what the coach says of `code` in `part` (messages, questions or agendas).

    Empty where it is our own judgement, or what many guides say and none in particular.
    """
    return _sources().behind[part].get(code, ())


def whose(part: str, code: str) -> str:
    """Who says so, their names in a row; for advisers."""
    return "; ".join(dict.fromkeys(source.author for source in behind(part, code))) or OUR_OWN


@cache
def _sources() -> _Sources:
    """The file, read once in a process."""
    with FILE.open("rb") as file:
        data = tomllib.load(file)
    by_key = {row["key"]: Source(**row) for row in data["source"]}
    behind = {
        part: {code: tuple(by_key[key] for key in keys) for code, keys in codes.items()}
        for part, codes in data["behind"].items()
    }
    return _Sources(by_key, behind)
