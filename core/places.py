"""The time zone of what people call a place: a city, an abbreviation on its clocks, a distance from UTC.

places.tsv names the towns of 15,000 people and more (GeoNames, CC BY 4.0), made by bin/places. It is read where
somebody types a place that is no zone's name, and kept in no memory: 1.8 MB, a few milliseconds.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from core import times
from core.text import in_form

TABLE = Path(__file__).with_name("places.tsv")
# A place is meant before its namesakes where so many times more people live there: Boston, and no Boston but that one.
FAR_LARGER = 10
MOST_OFFERED = 8
_WORD = re.compile(r"[^\W_]+")
_DISTANCE = re.compile(r"(?:utc|gmt|z)? ?([+-]) ?([0-9]{1,2})(?::?([0-9]{2}))?", re.IGNORECASE)
_UNMARKED = re.compile("['’ʻ.]")
# As the clocks of a place are called in English; several where one name is in use in several parts of the world.
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
"""
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
}
_COUNTRIES = {"uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "usa": "US", "america": "US", "uae": "AE"}


class Place(NamedTuple):
    """What somebody may have meant: its zone, and how it is said, with its country where it is a town."""

    zone: str
    words: str


def folded(words: str) -> str:
    """The key by which a place is found: small letters without marks and signs, with single blanks."""
    plain = in_form("NFKD", _UNMARKED.sub("", words).casefold())
    return " ".join(_WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign))))


def places(words: str) -> list[Place]:
    """The places that `words` may mean: none, the one that is meant, or several to choose from, the largest first.

    In: one tidied line, "Boston", "Birmingham, UK", "EST", "GMT+2", "europe/berlin".
    """
    if zone := _zones().get(times.now_called(words.replace(" ", "_")).casefold()):
        return [Place(zone, times.city(zone))]
    if distance := _DISTANCE.fullmatch(words.strip()):
        zone = _at_distance(*distance.groups())
        return [Place(zone, times.city(zone))] if zone else []
    if called := _called().get(folded(words)):
        return [Place(zone, times.city(zone)) for zone in called]
    town, _comma, country = words.partition(",")
    found = _towns(folded(town), folded(country))
    zone = _cities().get(folded(town))
    return found or ([Place(zone, times.city(zone))] if zone else [])


def _at_distance(sign: str, hours: str, minutes: str | None) -> str:
    """The zone that is always so far from UTC, "" where there is none. POSIX turns the signs of its names around."""
    ahead, between = int(f"{sign}{hours}"), int(minutes or 0)
    if between:
        return _BETWEEN.get((ahead, between), "")
    name = f"Etc/GMT{-ahead:+d}" if ahead else "UTC"
    return name if name in times.zone_names() else ""


def _towns(town: str, country: str) -> list[Place]:
    if not town:
        return []
    table, key = TABLE.read_bytes(), f"|{town}|".encode()
    found: dict[str, tuple[int, Place, str]] = {}
    at = table.find(key)
    while at >= 0:
        line = table[table.rfind(b"\n", 0, at) + 1 : table.find(b"\n", at)].decode()
        zone, code, size, name, keys = line.split("\t")
        # Under another of its names a town is meant less often.
        weight = int(size) if keys.startswith(f"|{town}|") else int(size) // FAR_LARGER
        if zone not in found or weight > found[zone][0]:
            found[zone] = weight, Place(zone, f"{name}, {_countries().get(code, code)}"), code
        at = table.find(key, at + len(key))
    there = {zone: one for zone, one in found.items() if country and _is_in(one[2], country)}
    ranked = sorted((there or found).values(), key=lambda one: -one[0])
    return [place for weight, place, _code in ranked if weight * FAR_LARGER > ranked[0][0]][:MOST_OFFERED]


def _is_in(code: str, country: str) -> bool:
    return country == code.casefold() or _COUNTRIES.get(country) == code or folded(_countries()[code]) == country


@cache
def _zones() -> dict[str, str]:
    """Every zone a person may choose, by its name in small letters."""
    return {name.casefold(): name for name in times.zone_names()}


@cache
def _cities() -> dict[str, str]:
    """Every zone by the city that it is called after, which may be a small one."""
    return {folded(name.rsplit("/", 1)[-1].replace("_", " ")): name for name in sorted(times.zone_names())}


@cache
def _called() -> dict[str, list[str]]:
    pairs = (one.rpartition(" ") for line in _CALLED.split("\n") for one in line.split("|") if one)
    return {name: zones.split(",") for name, _blank, zones in pairs}


@cache
def _countries() -> dict[str, str]:
    """The English name of each country, by its code (ISO 3166, as the tz database has it)."""
    lines = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))
