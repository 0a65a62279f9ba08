"""The time zone of what people call a place: a city, an abbreviation on its clocks, a distance from UTC.

places.tsv names the towns of 15,000 people and more (GeoNames, CC BY 4.0), made by bin/places. It is read where
somebody types a place that is no zone's name, and kept in no memory: 2.2 MB, a few milliseconds.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from core import times
from core.text import in_form

TABLE = Path(__file__).with_name("places.tsv")
# A place is meant before its namesakes where so many times more people live there: Boston, and no Boston but that one.
FAR_LARGER = 10
# By another of its names a town is meant less often; by that of one below so many thousands, hardly ever.
SELDOM, HARDLY, WORLD_KNOWN = 10, 50, 300
MOST_OFFERED = 8
_WORD = re.compile(r"[^\W_]+")
_DISTANCE = re.compile(r"(?:utc|gmt|z)? ?([+-]) ?([0-9]{1,2})(?:[:.]?([0-9]{2})|[.,]([05]))?", re.IGNORECASE)
# As calendars write a zone: "(UTC+01:00) Amsterdam, Berlin", "Eastern Time (US & Canada)", "CET/CEST", "Berlin time".
_IN_FRONT = re.compile(r"^\((?:UTC|GMT)[^()]*\)(?=.)")
_TIME_ZONE = re.compile(r"\btime ?zone$")
_SEASON = re.compile(r"\b(?:standard|summer|winter|daylight|saving|savings) (?=.*time$)")
_DASHES = str.maketrans({**dict.fromkeys("‐‑‒–—−﹣－", "-"), "±": "+", "\\": "/", "(": ",", ")": None})
_UNMARKED = re.compile("['’ʻ.]")
# As the clocks of a place are called in English, and regions that are no country; several where one name is in use in
# several parts of the world.
_CALLED = """
utc UTC|gmt UTC|z UTC|zulu UTC
est America/New_York|edt America/New_York|et America/New_York|eastern time America/New_York|nyc America/New_York
ct America/Chicago|cdt America/Chicago|central time America/Chicago|cst America/Chicago,Asia/Shanghai,America/Havana
mt America/Denver|mst America/Denver|mdt America/Denver|mountain time America/Denver
pt America/Los_Angeles|pst America/Los_Angeles|pdt America/Los_Angeles|pacific time America/Los_Angeles
akst America/Anchorage|akdt America/Anchorage|hst Pacific/Honolulu|nst America/St_Johns|ndt America/St_Johns
ast America/Halifax,Asia/Riyadh|adt America/Halifax|brt America/Sao_Paulo|art America/Argentina/Buenos_Aires
clt America/Santiago|clst America/Santiago|cot America/Bogota|pet America/Lima|vet America/Caracas|bot America/La_Paz
uyt America/Montevideo|ect America/Guayaquil|pyt America/Asuncion|gyt America/Guyana
wet Europe/Lisbon|west Europe/Lisbon|bst Europe/London,Asia/Dhaka|uk Europe/London|uk time Europe/London
cet Europe/Berlin|cest Europe/Berlin|mez Europe/Berlin|mesz Europe/Berlin|central european time Europe/Berlin
eet Europe/Athens|eest Europe/Athens|eastern european time Europe/Athens|msk Europe/Moscow|trt Europe/Istanbul
wat Africa/Lagos|cat Africa/Maputo|eat Africa/Nairobi|sast Africa/Johannesburg|cvt Atlantic/Cape_Verde
ist Asia/Kolkata,Europe/Dublin,Asia/Jerusalem|idt Asia/Jerusalem|gst Asia/Dubai|irst Asia/Tehran|get Asia/Tbilisi
azt Asia/Baku|amt Asia/Yerevan,America/Manaus|pkt Asia/Karachi|uzt Asia/Tashkent|npt Asia/Kathmandu|bdt Asia/Dhaka
mmt Asia/Yangon|ict Asia/Bangkok|wib Asia/Jakarta|wita Asia/Makassar|wit Asia/Jayapura|sgt Asia/Singapore
myt Asia/Kuala_Lumpur|hkt Asia/Hong_Kong|pht Asia/Manila|jst Asia/Tokyo|kst Asia/Seoul|awst Australia/Perth
acst Australia/Adelaide,Australia/Darwin|acdt Australia/Adelaide|aest Australia/Sydney,Australia/Brisbane
aedt Australia/Sydney|nzst Pacific/Auckland|nzdt Pacific/Auckland
british time Europe/London|greenwich mean time UTC|western european time Europe/Lisbon
crete Europe/Athens|sicily,sardinia,tuscany Europe/Rome|bavaria Europe/Berlin|catalonia Europe/Madrid
canary islands,canaries,tenerife,gran canaria,lanzarote,fuerteventura Atlantic/Canary|lapland Europe/Helsinki
kashmir,punjab Asia/Kolkata,Asia/Karachi|hokkaido Asia/Tokyo|hk Asia/Hong_Kong|rio America/Sao_Paulo
sf,bay area,silicon valley America/Los_Angeles|falklands Atlantic/Stanley|easter island Pacific/Easter
american samoa Pacific/Pago_Pago|british virgin islands,us virgin islands America/Puerto_Rico
bali Asia/Makassar|goa Asia/Kolkata|kerala Asia/Kolkata|congo Africa/Kinshasa,Africa/Brazzaville,Africa/Lubumbashi
αθηνα Europe/Athens|est5edt America/New_York|cst6cdt America/Chicago|mst7mdt America/Denver|pst8pdt America/Los_Angeles
hong kong sar Asia/Hong_Kong|macau sar,macao sar Asia/Macau|kl Asia/Kuala_Lumpur|addis Africa/Addis_Ababa
west africa time Africa/Lagos|central africa time Africa/Maputo|east africa time Africa/Nairobi
"""
# States and provinces, behind the name of a town or by themselves; of several clocks the one that most there keep.
_REGIONS = """
alabama,al America/Chicago|alaska,ak America/Anchorage|arizona,az America/Phoenix|arkansas,ar America/Chicago
california,ca America/Los_Angeles|colorado,co America/Denver|connecticut,ct America/New_York
delaware,de America/New_York|district of columbia,dc America/New_York|florida,fl America/New_York
georgia,ga America/New_York|hawaii,hi Pacific/Honolulu|idaho,id America/Boise|illinois,il America/Chicago
indiana,in America/Indiana/Indianapolis|iowa,ia America/Chicago|kansas,ks America/Chicago|kentucky,ky America/New_York
louisiana,la America/Chicago|maine,me America/New_York|maryland,md America/New_York|massachusetts,ma America/New_York
michigan,mi America/Detroit|minnesota,mn America/Chicago|mississippi,ms America/Chicago|missouri,mo America/Chicago
montana,mt America/Denver|nebraska,ne America/Chicago|nevada,nv America/Los_Angeles|new hampshire,nh America/New_York
new jersey,nj America/New_York|new mexico,nm America/Denver|new york,ny America/New_York
north carolina,nc America/New_York|north dakota,nd America/Chicago|ohio,oh America/New_York
oklahoma,ok America/Chicago|oregon,or America/Los_Angeles|pennsylvania,pa America/New_York
rhode island,ri America/New_York|south carolina,sc America/New_York|south dakota,sd America/Chicago
tennessee,tn America/Chicago|texas,tx America/Chicago|utah,ut America/Denver|vermont,vt America/New_York
virginia,va America/New_York|washington,wa America/Los_Angeles|west virginia,wv America/New_York
wisconsin,wi America/Chicago|wyoming,wy America/Denver|alberta,ab America/Edmonton
british columbia,bc America/Vancouver|manitoba,mb America/Winnipeg|new brunswick,nb America/Moncton
newfoundland,nl America/St_Johns|nova scotia,ns America/Halifax|ontario,on America/Toronto|quebec,qc America/Toronto
saskatchewan,sk America/Regina|new south wales,nsw Australia/Sydney|queensland,qld Australia/Brisbane
south australia,sa Australia/Adelaide|tasmania,tas Australia/Hobart|victoria,vic Australia/Melbourne
western australia,wa Australia/Perth
"""
# Thousands of people in a town that is meant before a state of its name.
_BEFORE_STATES = 300
# Clocks that stand between the hours; those of a place that is alone with its distance.
_BETWEEN = {
    (-9, 30): "Pacific/Marquesas",
    (3, 30): "Asia/Tehran",
    (4, 30): "Asia/Kabul",
    (5, 30): "Asia/Kolkata",
    (5, 45): "Asia/Kathmandu",
    (6, 30): "Asia/Yangon",
    (8, 45): "Australia/Eucla",
    (9, 30): "Australia/Darwin",
    (12, 45): "Pacific/Chatham",
}
_COUNTRIES = {
    **dict.fromkeys(("uk", "britain", "great britain", "england", "scotland", "wales", "northern ireland"), "GB"),
    **dict.fromkeys(("usa", "us", "america", "united states of america"), "US"),
    **dict.fromkeys(("myanmar", "burma"), "MM"),
    **dict.fromkeys(("eswatini", "swaziland"), "SZ"),
    "nz": "NZ",
    "भ रत": "IN",
    "ελλαδα": "GR",
    "cabo verde": "CV",
    "samoa": "WS",
    "the gambia": "GM",
    "uae": "AE",
    "korea": "KR",
    "south korea": "KR",
    "czechia": "CZ",
    "holland": "NL",
    "turkiye": "TR",
    "ivory coast": "CI",
    "dr congo": "CD",
    "deutschland": "DE",
    "schweiz": "CH",
    "osterreich": "AT",
}


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
    words = _IN_FRONT.sub("", in_form("NFKC", words.strip())).strip().translate(_DASHES)
    for zone in (words.replace(" ", "_"), words.replace(" ", "")):
        if zone := _zones().get(times.now_called(zone).casefold(), ""):
            return [Place(zone, times.city(zone))]
    if distance := _DISTANCE.fullmatch(words):
        sign, hours, minutes, half = distance.groups()
        zone = _at_distance(sign, hours, minutes or ("30" if half == "5" else None))
        return [Place(zone, times.city(zone))] if zone else []
    town, _comma, within = (folded(part) for part in words.partition(","))
    called = _SEASON.sub("", _TIME_ZONE.sub("time", folded(words)))
    clocks = called, _SEASON.sub("", town), folded(words.partition("/")[0])
    if found := next((_called()[name] for name in clocks if name in _called()), None):
        return [Place(zone, times.city(zone)) for zone in found]
    if meant := _named(town, within):
        return meant
    if called.endswith(" time"):
        return _named(called.removesuffix(" time"), "")
    return _without_comma(town.split()) if not within else []


def _without_comma(words: list[str]) -> list[Place]:
    """ "Cambridge MA", "Cape Town South Africa": the towns of that name in that state or country alone."""
    for at in range(1, len(words)):
        land = " ".join(words[at:])
        if found := _there(_towns(" ".join(words[:at]), land), land):
            return [one.place for one in found]
    return []


def _named(town: str, within: str) -> list[Place]:
    """A town, the city that a zone is called after, which may be a small one, a state, a country."""
    # Those who have no ü write ue.
    for name in dict.fromkeys([town, re.sub("(?<=[aou])e", "", town)]):
        found = _towns(name, within)
        if not within and _is_whole(name):
            states, country = _states(name), _country(name)
            large = [one.place for one in found[:1] if one.weight >= _BEFORE_STATES]
            # Jordan is meant, and no village of its name elsewhere; Mexico’s largest town is meant by Mexico.
            if country and not (found and _is_in(found[0].code, name)):
                return [*states, *country, *large][:MOST_OFFERED]
            if states and not large:
                return states + country
        if found:
            return [one.place for one in found]
        if zone := _cities().get(name):
            return [Place(zone, times.city(zone))]
    return _country(town)


def _at_distance(sign: str, hours: str, minutes: str | None) -> str:
    """The zone that is always so far from UTC, "" where there is none. POSIX turns the signs of its names around."""
    ahead, between = int(f"{sign}{hours}"), int(minutes or 0)
    if between:
        return _BETWEEN.get((ahead, between), "")
    name = f"Etc/GMT{-ahead:+d}" if ahead else "UTC"
    return name if name in times.zone_names() else ""


def _towns(town: str, within: str) -> list[Town]:
    if not town:
        return []
    table, key = TABLE.read_bytes(), f"|{town}|".encode()
    found: dict[str, Town] = {}
    at = table.find(key)
    while at >= 0:
        line = table[table.rfind(b"\n", 0, at) + 1 : table.find(b"\n", at)].decode()
        zone, code, size, name, keys = line.split("\t")
        share = 1 if keys.startswith(f"|{town}|") else SELDOM if int(size) >= WORLD_KNOWN else HARDLY
        weight = int(size) // share
        if zone not in found or weight > found[zone].weight:
            found[zone] = Town(Place(zone, _said(name, code)), code, weight)
        at = table.find(key, at + len(key))
    there = _there(found.values(), within)
    ranked = sorted(there or found.values(), key=lambda one: -one.weight)
    # What stands behind a comma and is not known speaks against the largest as much as for it.
    largest = 0 if within and not there else max((one.weight for one in ranked), default=0)
    return [one for one in ranked if one.weight * FAR_LARGER > largest or one is ranked[0]][:MOST_OFFERED]


def _said(name: str, code: str) -> str:
    """A town with its country; one that is a country by its name alone."""
    country = _countries().get(code, code)
    return name if name == country else f"{name}, {country}"


def _states(name: str) -> list[Place]:
    return [Place(zone, called) for called, zone in _regions().get(name, ())]


def _country(name: str) -> list[Place]:
    """The clocks of a country: those that most of its people keep."""
    asked = next((code for code in _countries() if _is_whole(name) and _is_in(code, name)), "")
    people: dict[str, int] = {}
    for line in TABLE.read_text("utf-8").splitlines() if asked else ():
        zone, code, size, _rest = line.split("\t", 3)
        if code == asked:
            people[zone] = people.get(zone, 0) + int(size)
    ranked = sorted(people, key=lambda zone: -people[zone])
    zones = [zone for zone in ranked if people[zone] * FAR_LARGER > people[ranked[0]]][:MOST_OFFERED]
    return [Place(zone, _said(times.city(zone), asked)) for zone in zones]


def _there(found: Iterable[Town], within: str) -> list[Town]:
    """Those of `found` in the country `within`, or else on the clocks of the state of that name."""
    zones = {state.zone for state in _states(within)}
    there = [one for one in found if within and _is_in(one.code, within)]
    return there or [one for one in found if one.place.zone in zones]


def _is_whole(name: str) -> bool:
    """Letters for a country or a state stand behind a town only: "my" by itself is no Malaysia."""
    return len(name) > 2 or name in _COUNTRIES


def _is_in(code: str, country: str) -> bool:
    return country == code.casefold() or _COUNTRIES.get(country) == code or folded(_countries()[code]) == country


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
    pairs = (one.rpartition(" ") for line in _CALLED.split("\n") for one in line.split("|") if one)
    return {name: zones.split(",") for names, _blank, zones in pairs for name in names.split(",")}


@cache
def _regions() -> dict[str, list[tuple[str, str]]]:
    """Each state by its name and its letters: how it is called, and its clock."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in (one for line in _REGIONS.split("\n") for one in line.split("|") if one):
        names, _blank, zone = one.rpartition(" ")
        for name in names.split(","):
            found.setdefault(name, []).append((names.partition(",")[0].title(), zone))
    return found


@cache
def _countries() -> dict[str, str]:
    """The English name of each country, by its code (ISO 3166, as the tz database has it)."""
    lines = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text("utf-8").splitlines()
    named = dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))
    # In use, and in no ISO 3166 yet.
    return {**named, "XK": "Kosovo"}
