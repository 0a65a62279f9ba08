"""The time zone of what people call a place: a city, an abbreviation on its clocks, a distance from UTC.

places.tsv names the towns of 15,000 people and more (GeoNames, CC BY 4.0) and countries.tsv the countries in many
languages (CLDR), both made by bin/places; regions.tsv, written by hand, the regions and counties that people name
instead. They are read where somebody types a place that is no zone's name, and kept in no memory: 2.3 MB, a few
milliseconds.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from core import times
from core.keys.numbers import country as country_of
from core.place_names import BETWEEN, CALLED, COUNTRY_NAMES, STATES
from core.text import in_form

TABLE, REGIONS, COUNTRIES = map(Path(__file__).with_name, ("places.tsv", "regions.tsv", "countries.tsv"))
# A place is meant before its namesakes where so many times more people live there: Boston, and no Boston but that one.
FAR_LARGER = 10
# By another of its names a town is meant less often; by that of one below so many thousands, hardly ever.
SELDOM, HARDLY, WORLD_KNOWN = 10, 50, 300
MOST_OFFERED = 8
# No town is called by more letters, no country by more words.
_LONGEST_NAME, _MOST_WORDS = 60, 5
_WORD = re.compile(r"[^\W_]+")
_DISTANCE = re.compile(r"(?:utc|gmt|z)? ?([+-]) ?([0-9]{1,2})(?:[:.]?([0-9]{2})|[.,]([05]))?", re.IGNORECASE)
# As calendars write a zone: "(UTC+01:00) Amsterdam, Berlin", "Eastern Time (US & Canada)", "CET/CEST", "Berlin time".
_IN_FRONT = re.compile(r"^\((?:UTC|GMT)[^()]*\)(?=.)")
_TIME_ZONE = re.compile(r"\btime ?zone$")
_SEASON = re.compile(r"\b(?:standard|summer|winter|daylight|saving|savings) (?=.*time$)")
_DASHES = str.maketrans({**dict.fromkeys("‐‑‒–—−﹣－", "-"), "±": "+", "\\": "/", "(": ",", ")": None})
_CODE_OF_POST = re.compile(r"\b[A-Z]?\d[\w-]*(?: \d\w+)?")
_UNMARKED = re.compile("['’ʻ.]")
# "the Netherlands", "die Schweiz", "l’Italie"; The Hague and La Paz have theirs for good.
_ARTICLE = re.compile(r"^(?:(?:the|die|der|das|la|le|les|el|los|las|il|gli) +|l['’])(?=\S)", re.IGNORECASE)
# One saint, written in several ways: "St. Gallen", "St.Gallen", "Saint Gall".
_AND = re.compile(" and (?:the )?")
_SAINTS = ("st", "saint", "sankt", "ste", "sainte", "sint")
_SAINT_STUCK = re.compile(r"\b(ste?)\.(?=\w)", re.IGNORECASE)
# Thousands of people in a town that is meant before a state of its name.
_BEFORE_STATES = 300
# Below so many thousands a town is sure to lie in a state by the clock that most there keep, and by no other of it.
_SURE = 50


class Place(NamedTuple):
    """What somebody may have meant: its zone, and how it is said, with its country where it is a town."""

    zone: str
    words: str


class Town(NamedTuple):
    """A town of the table, its country, and how many thousands of people speak for it."""

    place: Place
    code: str
    weight: int


def folded(words: str) -> str:
    """The key by which a place is found: small letters without marks and signs, with single blanks."""
    plain = in_form("NFKD", _UNMARKED.sub("", words).casefold())
    return " ".join(_WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign))))


def places(words: str) -> list[Place]:
    """The places that `words` may mean: none, the one that is meant, or several to choose from, the largest first.

    In: one tidied line, "Boston", "Birmingham, UK", "Paris, Texas", "EST", "GMT+2", "europe/berlin", "Japan".
    """
    words = _SAINT_STUCK.sub(r"\1 ", _IN_FRONT.sub("", in_form("NFKC", words.strip())).strip().translate(_DASHES))
    bare = _ARTICLE.sub("", words)
    return _meant(words) or (_meant(bare) if bare != words else [])


def _meant(words: str) -> list[Place]:
    for zone in (words.replace(" ", "_"), words.replace(" ", "")):
        if zone := _zones().get(times.now_called(zone).casefold(), ""):
            return [Place(zone, times.city(zone))]
    if distance := _DISTANCE.fullmatch(words):
        sign, hours, minutes, half = distance.groups()
        zone = _at_distance(sign, hours, minutes or ("30" if half == "5" else None))
        return [Place(zone, times.city(zone))] if zone else []
    name, _comma, land = words.partition(",")
    town, within = folded(name), _land(land)
    called = _SEASON.sub("", _TIME_ZONE.sub("time", folded(words)))
    clocks = called, _SEASON.sub("", town), folded(words.partition("/")[0])
    if found := next((_called()[name] for name in clocks if name in _called()), None):
        return [Place(zone, times.city(zone)) for zone in found]
    if meant := _named(town, within):
        return meant
    if called.endswith(" time"):
        return _named(called.removesuffix(" time"), "")
    return _without_comma(town.split()) if not within else []


def _land(words: str) -> str:
    """The state or country among `words` behind a comma: of "Idaho, USA" the state; all of them where none is known."""
    bare = _CODE_OF_POST.sub("", words)
    pieces = bare.split(",")
    written = [words, *(pieces if len(pieces) == 2 else []), bare]
    lands = [folded(_ARTICLE.sub("", one.strip())) for one in written]
    return next((land for land in lands if _clocks_within(land)), lands[0])


def _clocks_within(land: str) -> list[Place]:
    """The clocks of a state, a region or a country as it stands behind a comma; none where nobody knows it."""
    states = [Place(zone, called) for called, zones in _regions().get(land, ()) for zone in zones]
    regions = [Place(zone, _said(called, code)) for zone, code, _size, called, _keys in _lines(REGIONS, land)]
    # Two letters are a state's before they are a country's.
    if (states or regions) and not (len(land) > 2 and _english(land)):
        return states or regions
    code = _english(land) or next(iter(_codes_abroad(land)), "")
    code = code or (land.upper() if land.upper() in _countries() else "")
    return [*states, *(one.place for one in _clocks_of(code))] if code else []


def _in_land(town: str, within: str) -> list[Place]:
    """A town where its state or country is known: the one there, or else, for it may be small, the clocks of that.

    Never a great namesake of another country alone: Berlin, NH is not in Germany.
    """
    names = dict.fromkeys([town, re.sub("(?<=[aou])e", "", town)])
    found = [_towns(name, within) for name in names]
    if there := next((there for towns in found if (there := _there(towns, within))), []):
        return [*(one.place for one in there), *_unless_sure(there, within)]
    # "Georgia, USA", "Ontario, Canada".
    if states := [one for one in _states(town) if _is_in(country_of(one.zone), within)]:
        return states
    return _clocks_within(within)[:MOST_OFFERED]


def _unless_sure(there: list[Town], within: str) -> list[Place]:
    """The state's first clock, where small towns are found by a later one only, which another state keeps too.

    Paris, Kentucky keeps another clock than the larger one in Texas.
    """
    firsts = {one[0] for states in _regions().values() for _called, one in states}
    unsure = all(one.weight < _SURE and one.place.zone in firsts for one in there)
    states = _states(within)
    return [] if not unsure or {one.place.zone for one in there} & {one.zone for one in states} else states


def _without_comma(words: list[str]) -> list[Place]:
    """ "Cambridge MA", "Cape Town South Africa": the towns of that name in that state or country alone."""
    for at in range(max(1, len(words) - _MOST_WORDS), len(words)):
        land = _ARTICLE.sub("", " ".join(words[at:]))
        if found := _there(_towns(" ".join(words[:at]), land), land):
            return [one.place for one in found]
    return []


def _named(town: str, within: str) -> list[Place]:
    """A town, the city that a zone is called after, which may be a small one, a state, a country."""
    if within and (meant := _in_land(town, within)):
        return meant
    # Those who have no ü write ue.
    for name in dict.fromkeys([town, re.sub("(?<=[aou])e", "", town)]):
        found = _towns(name, within)
        if not within and _is_whole(name):
            states, country = _states(name), _country(name)
            large = [one.place for one in found[:1] if one.weight >= _BEFORE_STATES]
            # Jordan is meant, and no village of its name elsewhere; Mexico’s largest town is meant by Mexico.
            if country and not (found and _english(name) == found[0].code):
                return [*states, *country, *large][:MOST_OFFERED]
            if states and not large:
                return states + country
        if found:
            return [one.place for one in found]
        if zone := next((_cities()[written] for written in _spellings(name) if written in _cities()), ""):
            return [Place(zone, times.city(zone))]
    return _country(town)


def _at_distance(sign: str, hours: str, minutes: str | None) -> str:
    """The zone that is always so far from UTC, "" where there is none. POSIX turns the signs of its names around."""
    ahead, between = int(f"{sign}{hours}"), int(minutes or 0)
    if between:
        return BETWEEN.get((ahead, between), "")
    name = f"Etc/GMT{-ahead:+d}" if ahead else "UTC"
    return name if name in times.zone_names() else ""


def _towns(town: str, within: str) -> list[Town]:
    """The towns, regions and countries of a name, those that are meant first. In: `within`, what stands behind it."""
    found = _called_so(town)
    others = [one for written in _spellings(town)[1:] for one in _called_so(written).values()]
    first = max(found.values(), key=lambda one: one.weight, default=None)
    same = [one.weight for one in [first, *others] if one and first and one.place.zone == first.place.zone]
    largest = max(same, default=0)
    # Saint Louis is a town in Senegal, and a larger one of Missouri that is written St. Louis.
    for one in (other for other in others if within or other.weight >= largest):
        _keep(found, one)
    there = _there(found.values(), within)
    ranked = sorted(there or found.values(), key=lambda one: -one.weight)
    # What stands behind a comma and is not known speaks against the largest as much as for it.
    largest = 0 if within and not there else max((one.weight for one in ranked), default=0)
    return [one for one in ranked if one.weight * FAR_LARGER > largest or one is ranked[0]][:MOST_OFFERED]


def _called_so(name: str) -> dict[str, Town]:
    """By each zone the largest town, region or country that is called `name`."""
    found: dict[str, Town] = {}
    for zone, code, size, said, keys in _lines(TABLE, name):
        share = 1 if keys.startswith(f"|{name}|") else SELDOM if int(size) >= WORLD_KNOWN else HARDLY
        _keep(found, Town(Place(zone, _said(said, code)), code, int(size) // share))
    for zone, code, size, said, _keys in _lines(REGIONS, name):
        _keep(found, Town(Place(zone, _said(said, code)), code, int(size)))
    # In another language than English a country is meant less often than a large town: Granada is no Grenada. Brasília
    # is no Brazil.
    for code in {*_codes_abroad(name)} - {one.code for one in found.values()}:
        for one in _clocks_of(code):
            _keep(found, one._replace(weight=one.weight // HARDLY))
    return found


def _keep(found: dict[str, Town], one: Town) -> None:
    if one.place.zone not in found or one.weight > found[one.place.zone].weight:
        found[one.place.zone] = one


def _lines(table: Path, name: str) -> Iterator[list[str]]:
    """The lines of `table`, in their columns, that hold `name` among their keys."""
    text, key = table.read_bytes() if 0 < len(name) <= _LONGEST_NAME else b"", f"|{name}|".encode()
    at = text.find(key)
    while at >= 0:
        yield text[text.rfind(b"\n", 0, at) + 1 : text.find(b"\n", at)].decode().split("\t")
        at = text.find(key, at + len(key))


def _spellings(name: str) -> list[str]:
    """`name` and, where it has a saint in it, how else that is written."""
    words = name.split()
    at = next((at for at, word in enumerate(words) if word in _SAINTS and len(words) > 1), None)
    written = [] if at is None else [" ".join([*words[:at], saint, *words[at + 1 :]]) for saint in _SAINTS]
    return list(dict.fromkeys([name, *written]))


def _said(name: str, code: str) -> str:
    """A town with its country; one that is a country by its name alone."""
    country = _countries().get(code, code)
    return name if name == country else f"{name}, {country}"


def with_country(city: str, zone: str) -> str:
    """The city that `zone` is called after, with the country that keeps its clocks: "Athens, Greece"."""
    return _said(city, country_of(zone))


def _states(name: str) -> list[Place]:
    """The states of that name, each by the clock that most there keep."""
    return [Place(zones[0], called) for called, zones in _regions().get(name, ())]


def _country(name: str) -> list[Place]:
    """The clocks of a country by its English name."""
    code = _english(name) if _is_whole(name) else ""
    return [one.place for one in _clocks_of(code)] if code else []


def _clocks_of(code: str) -> list[Town]:
    """The clocks that most of a country's people keep, with how many thousands of them do."""
    people: dict[str, int] = {}
    for line in TABLE.read_text("utf-8").splitlines():
        zone, there, size, _rest = line.split("\t", 3)
        if there == code:
            people[zone] = people.get(zone, 0) + int(size)
    # Hanoi keeps the clock of Bangkok: no other country's is named beside one of their own.
    people = {zone: size for zone, size in people.items() if country_of(zone) == code} or people
    ranked = sorted(people, key=lambda zone: -people[zone])
    zones = [zone for zone in ranked if people[zone] * FAR_LARGER > people[ranked[0]]][:MOST_OFFERED]
    return [Town(Place(zone, _said(times.city(zone), code)), code, people[zone]) for zone in zones]


def _there(found: Iterable[Town], within: str) -> list[Town]:
    """Those of `found` in the country `within`, or else on the clocks of the state or region of that name."""
    regions = [*_lines(REGIONS, within)]
    states = {zone for _called, zones in _regions().get(within, ()) for zone in zones}
    zones = states | {zone for zone, *_rest in regions}
    there = [one for one in found if within and _is_in(one.code, within)]
    return there or [one for one in found if one.place.zone in zones]


def _is_whole(name: str) -> bool:
    """Letters for a country or a state stand behind a town only: "my" by itself is no Malaysia."""
    return len(name) > 2 or name in COUNTRY_NAMES


def _is_in(code: str, country: str) -> bool:
    return country == code.casefold() or _english(country) == code or code in _codes_abroad(country)


def _english(name: str) -> str:
    """The code of the country that is called `name` in English; "" of none."""
    for written in _spellings(_AND.sub(" ", name)):
        first = (code for code, keys in _lines(COUNTRIES, written) if keys.startswith(f"|{written}|"))
        if code := COUNTRY_NAMES.get(written) or _called_in_english().get(written) or next(first, ""):
            return code
    return ""


def _codes_abroad(name: str) -> list[str]:
    """The codes of the countries that are called `name` in another language."""
    return [code for code, keys in _lines(COUNTRIES, name) if not keys.startswith(f"|{name}|")]


@cache
def _zones() -> dict[str, str]:
    """Every zone a person may choose, by its name in small letters."""
    return {name.casefold(): name for name in times.zone_names()}


@cache
def _cities() -> dict[str, str]:
    """Every zone by the city that it is called after, which may be a small one. Etc/GMT-2 is no city."""
    cities = (name for name in sorted(times.zone_names()) if "/" in name and not name.startswith("Etc/"))
    return {folded(name.rsplit("/", 1)[-1].replace("_", " ")): name for name in cities}


@cache
def _called() -> dict[str, list[str]]:
    pairs = (one.rpartition(" ") for line in CALLED.split("\n") for one in line.split("|") if one)
    return {name: zones.split(",") for names, _blank, zones in pairs for name in names.split(",")}


@cache
def _regions() -> dict[str, list[tuple[str, list[str]]]]:
    """Each state by its name and its letters: how it is called, and its clocks."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for one in (one for line in STATES.split("\n") for one in line.split("|") if one):
        names, _blank, zone = one.rpartition(" ")
        for name in names.split(","):
            found.setdefault(name, []).append((names.partition(",")[0].title(), zone.split(",")))
    return found


@cache
def _countries() -> dict[str, str]:
    """The English name of each country, by its code (ISO 3166, as the tz database has it)."""
    lines = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text("utf-8").splitlines()
    named = dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))
    # In use, and in no ISO 3166 yet.
    return {**named, "XK": "Kosovo"}


@cache
def _called_in_english() -> dict[str, str]:
    """Each country's code by that name."""
    return {folded(name): code for code, name in _countries().items()}
