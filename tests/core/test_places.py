"""A time zone, typed as people call it."""

import re
import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from core import times
from core.places import REGIONS, TABLE, folded, places
from core.text import clean_line
from core.zones import ZoneField
from tests.cast import Cast, a_meeting


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Accra", "Africa/Accra"),
        # A country, and not a village of its name elsewhere.
        ("Jordan", "Asia/Amman"),
        ("Jamaica", "America/Jamaica"),
        ("Lebanon", "Asia/Beirut"),
        ("Mali", "Africa/Bamako"),
        ("Samoa", "Pacific/Apia"),
        ("Holland", "Europe/Amsterdam"),
        ("Myanmar", "Asia/Yangon"),
        ("Mexico", "America/Mexico_City"),
        ("Bali", "Asia/Makassar"),
        ("Goa", "Asia/Kolkata"),
        ("Tenerife", "Atlantic/Canary"),
        ("Kosovo", "Europe/Belgrade"),
        ("Genève", "Europe/Zurich"),
        ("Cambridge MA", "America/New_York"),
        ("London Ontario", "America/Toronto"),
        ("Paris TX", "America/Chicago"),
        ("Cape Town South Africa", "Africa/Johannesburg"),
        ("Auckland New Zealand", "Pacific/Auckland"),
        ("Prague Czech Republic", "Europe/Prague"),
        ("Accra Ghana", "Africa/Accra"),
        # Larger towns of which it is another name do not stand beside it.
        ("Porto", "Europe/Lisbon"),
        ("Rugby", "Europe/London"),
        ("Apex", "America/New_York"),
        ("New York", "America/New_York"),
        ("new york", "America/New_York"),
        ("Tokyo", "Asia/Tokyo"),
        ("東京", "Asia/Tokyo"),
        ("Boston", "America/New_York"),
        ("Delhi", "Asia/Kolkata"),
        ("Munich", "Europe/Berlin"),
        ("München", "Europe/Berlin"),
        ("Köln", "Europe/Berlin"),
        ("Birmingham, UK", "Europe/London"),
        ("Cambridge, United States", "America/New_York"),
        ("Kumasi", "Africa/Accra"),
        ("st. john's, canada", "America/St_Johns"),
        ("EST", "America/New_York"),
        ("cet", "Europe/Berlin"),
        ("JST", "Asia/Tokyo"),
        ("GMT", "UTC"),
        ("GMT+2", "Etc/GMT-2"),
        ("UTC -3", "Etc/GMT+3"),
        ("utc+05:30", "Asia/Kolkata"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("america/new york", "America/New_York"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("GMT−3", "Etc/GMT+3"),
        ("GMT–3", "Etc/GMT+3"),
        ("utc＋1", "Etc/GMT-1"),
        ("UTC±0", "UTC"),
        ("GMT+5.30", "Asia/Kolkata"),
        ("UTC+12:45", "Pacific/Chatham"),
        ("Europe / Berlin", "Europe/Berlin"),
        ("Europe\\Berlin", "Europe/Berlin"),
        ("CET/CEST", "Europe/Berlin"),
        ("Berlin time", "Europe/Berlin"),
        ("Berlin (Germany)", "Europe/Berlin"),
        ("Goettingen", "Europe/Berlin"),
        ("Eastern Standard Time", "America/New_York"),
        ("Eastern Time (US & Canada)", "America/New_York"),
        ("Central European Summer Time", "Europe/Berlin"),
        ("India Standard Time", "Asia/Kolkata"),
        ("(UTC+01:00) Paris", "Europe/Paris"),
        ("London, Ontario", "America/Toronto"),
        ("Paris, Texas", "America/Chicago"),
        ("Cambridge, MA", "America/New_York"),
        ("San Jose, CA", "America/Los_Angeles"),
        ("Birmingham, AL", "America/Chicago"),
        ("Washington, D.C.", "America/New_York"),
        ("Florida", "America/New_York"),
        ("California", "America/Los_Angeles"),
        ("Ghana", "Africa/Accra"),
        ("Germany", "Europe/Berlin"),
        ("Japan", "Asia/Tokyo"),
        ("England", "Europe/London"),
        ("Hong Kong SAR", "Asia/Hong_Kong"),
        ("NZ", "Pacific/Auckland"),
        ("KL", "Asia/Kuala_Lumpur"),
        ("Addis", "Africa/Addis_Ababa"),
        ("Αθήνα", "Europe/Athens"),
        ("भारत", "Asia/Kolkata"),
        ("EST5EDT", "America/New_York"),
        ("UTC+5.5", "Asia/Kolkata"),
        ("UTC-3.0", "Etc/GMT+3"),
        ("Berlin Time Zone", "Europe/Berlin"),
        # Countries as they are called in full, with an article, and where they lie.
        ("United Kingdom", "Europe/London"),
        ("UK", "Europe/London"),
        ("the UK", "Europe/London"),
        ("the Netherlands", "Europe/Amsterdam"),
        ("The Gambia", "Africa/Banjul"),
        ("the Philippines", "Asia/Manila"),
        ("the Bay Area", "America/Los_Angeles"),
        ("The Hague", "Europe/Amsterdam"),
        ("La Paz, Bolivia", "America/La_Paz"),
        ("Amsterdam, the Netherlands", "Europe/Amsterdam"),
        ("Amsterdam the Netherlands", "Europe/Amsterdam"),
        ("Trinidad and Tobago", "America/Port_of_Spain"),
        ("Czechia", "Europe/Prague"),
        ("Ivory Coast", "Africa/Abidjan"),
        ("Vietnam", "Asia/Ho_Chi_Minh"),
        ("Deutschland", "Europe/Berlin"),
        ("Frankreich", "Europe/Paris"),
        ("Österreich", "Europe/Vienna"),
        ("Oesterreich", "Europe/Vienna"),
        ("Schweiz", "Europe/Zurich"),
        ("die Schweiz", "Europe/Zurich"),
        ("l’Italie", "Europe/Rome"),
        ("España", "Europe/Madrid"),
        ("Italia", "Europe/Rome"),
        ("Großbritannien", "Europe/London"),
        ("Royaume-Uni", "Europe/London"),
        ("Polska", "Europe/Warsaw"),
        ("日本", "Asia/Tokyo"),
        ("Köln, Deutschland", "Europe/Berlin"),
        # A large country in its own language, and no town of its name; a large town, and no small country abroad.
        ("Nederland", "Europe/Amsterdam"),
        ("Salvador", "America/Bahia"),
        ("Brasília", "America/Sao_Paulo"),
        # One saint in every writing; the larger town of two that are written otherwise.
        ("St. Gallen", "Europe/Zurich"),
        ("St.Gallen", "Europe/Zurich"),
        ("Saint Gallen", "Europe/Zurich"),
        ("St. Louis", "America/Chicago"),
        ("Saint Louis, Missouri", "America/Chicago"),
        ("Saint Petersburg", "Europe/Moscow"),
        ("Saint Petersburg, Florida", "America/New_York"),
        ("St. Paul", "America/Chicago"),
        ("Saint Lucia", "America/St_Lucia"),
        ("Saint Vincent and the Grenadines", "America/St_Vincent"),
        ("Bury Saint Edmunds", "Europe/London"),
        # Counties and regions, and no small namesake overseas.
        ("Essex", "Europe/London"),
        ("Cornwall", "Europe/London"),
        ("Sussex", "Europe/London"),
        ("Kent", "Europe/London"),
        ("County Kerry", "Europe/Dublin"),
        ("Co. Kerry", "Europe/Dublin"),
        ("Bavaria", "Europe/Berlin"),
        ("Brittany", "Europe/Paris"),
        ("Lucerne", "Europe/Zurich"),
        ("the Midlands", "Europe/London"),
        ("Boston, Lincolnshire", "Europe/London"),
        # A small town by its state or country, and no great namesake of another.
        ("Berlin, NH", "America/New_York"),
        ("Lisbon, IA", "America/Chicago"),
        ("Paris, ME", "America/New_York"),
        ("Moscow, PA", "America/New_York"),
        ("Naples, Maine", "America/New_York"),
        ("Berlin, NH, USA", "America/New_York"),
        ("Berlin, NH 03570", "America/New_York"),
        ("Hamburg, New York", "America/New_York"),
        ("Warsaw, Poland", "Europe/Warsaw"),
        ("Smalltown, Germany", "Europe/Berlin"),
        ("Paris, Germany", "Europe/Berlin"),
        ("Berlin, Lincolnshire", "Europe/London"),
        ("Georgia, USA", "America/New_York"),
        ("Ontario, Canada", "America/Toronto"),
        ("Victoria, Australia", "Australia/Melbourne"),
        ("Broken Hill, NSW", "Australia/Broken_Hill"),
        ("Salem, OR 97301, USA", "America/Los_Angeles"),
        # A state keeps two clocks, its town one.
        ("El Paso, TX", "America/Denver"),
        ("Knoxville, TN", "America/New_York"),
        ("Pensacola, Florida", "America/Chicago"),
        ("Rapid City, SD", "America/Denver"),
        ("Delhi, IN", "Asia/Kolkata"),
        ("Tbilisi, Georgia", "Asia/Tbilisi"),
        ("Savannah, Georgia", "America/New_York"),
        ("Chelmsford, Essex", "Europe/London"),
    ],
)
def test_i13_reads_cities_and_abbreviations_in_use(typed: str, zone: str) -> None:
    assert [place.zone for place in places(typed)] == [zone]
    assert ZoneField().clean(typed) == zone
    ZoneInfo(zone)


@pytest.mark.parametrize(
    ("typed", "zones"),
    [
        ("Birmingham", {"Europe/London", "America/Chicago"}),
        ("IST", {"Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"}),
        ("BST", {"Europe/London", "Asia/Dhaka"}),
        ("Hyderabad", {"Asia/Kolkata", "Asia/Karachi"}),
        ("Congo", {"Africa/Kinshasa", "Africa/Brazzaville", "Africa/Lubumbashi"}),
        ("Armenia", {"Asia/Yerevan", "America/Bogota"}),
        ("Georgia", {"America/New_York", "Asia/Tbilisi"}),
        ("Boston, Nowhereshire", {"America/New_York", "Europe/London"}),
        ("Surrey", {"Europe/London", "America/Vancouver"}),
        ("Norfolk", {"Europe/London", "America/New_York"}),
        ("Durham", {"Europe/London", "America/New_York"}),
        ("Newcastle", {"Europe/London", "Australia/Sydney", "Africa/Johannesburg"}),
        ("Saint Louis", {"America/Chicago", "Africa/Dakar", "Indian/Reunion"}),
        ("the US", {"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"}),
        ("Columbia", {"America/New_York", "America/Chicago", "America/Bogota"}),
        ("Moscow, Idaho", {"America/Boise", "America/Los_Angeles"}),
        ("Moscow, ID", {"America/Boise", "America/Los_Angeles"}),
        ("Paris, Kentucky", {"America/New_York", "America/Chicago"}),
        ("Frankfurt, MI", {"America/Detroit", "America/Menominee"}),
        ("Vienna, Idaho", {"America/Boise", "America/Los_Angeles"}),
        ("Smalltown, Georgia", {"America/New_York", "Asia/Tbilisi"}),
        ("Smalltown, USA", {"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"}),
        ("USA", {"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"}),
    ],
)
def test_i13_offers_what_may_be_meant_to_choose_from(typed: str, zones: set[str]) -> None:
    assert {place.zone for place in places(typed)} == zones


@pytest.mark.parametrize(
    "typed",
    [
        "", "Mars/Olympus", "Nowhere", "GMT+15", "UTC+5:20", "../etc/passwd", "|", "\t", ",", "my time", "in", "the",
        "St.", "12", "2026", "030 901820", "tel. 12", "the 12",
    ],
)  # fmt: skip
def test_finds_nothing_that_is_no_place(typed: str) -> None:
    assert places(typed) == []


@given(st.text(max_size=60))
def test_takes_anything_and_gives_only_zones(typed: str) -> None:
    assert {place.zone for place in places(typed)} <= times.zone_names()


@pytest.mark.parametrize("table", [TABLE, REGIONS])
def test_every_town_and_region_of_the_tables_keeps_a_zone_that_may_be_chosen(table: Path) -> None:
    zones = {line.split("\t", 1)[0] for line in table.read_text("utf-8").splitlines()}
    assert zones <= times.zone_names()


def test_every_region_is_found_by_each_of_its_names() -> None:
    for line in REGIONS.read_text("utf-8").splitlines():
        zone, _code, _size, _name, keys = line.split("\t")
        for key in keys.strip("|").split("|"):
            assert folded(key) == key
            assert zone in {place.zone for place in places(key)}, key


def test_what_is_longer_than_any_name_is_looked_for_in_no_table() -> None:
    began = time.process_time()
    assert places("st " * 333) == []
    assert time.process_time() - began < 1


def test_a_distance_is_said_as_it_is_typed() -> None:
    assert times.city("Etc/GMT-2") == "UTC+2"


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Asia/Tokyo", "Tokyo"),
        ("America/Argentina/Ushuaia", "Ushuaia"),
        ("Europe/Athens", "Athens, Greece"),
        ("Etc/GMT-2", "UTC+2"),
        ("UTC", "UTC"),
        # Nobody would find it by its city.
        ("Antarctica/Davis", "Antarctica/Davis"),
        ("Mars/Base", "Mars/Base"),
    ],
)
def test_a_zone_is_shown_as_it_is_typed_and_read_as_the_same(zone: str, words: str) -> None:
    field = ZoneField(required=False)
    assert field.widget.format_value(zone) == words
    if zone in times.zone_names():
        assert (field.clean(words), field.sentence()) == (zone, "")


@pytest.mark.django_db
def test_what_is_kept_stands_in_its_field_as_a_city(cast: Cast, as_amina: Client) -> None:
    page = as_amina.get("/you/").content.decode()
    assert 'name="time_zone" value="Berlin"' in page
    assert "Europe/Berlin" not in page.partition("<datalist")[0]


@pytest.mark.django_db
def test_i13_says_the_name_back_with_its_zone(cast: Cast, as_amina: Client) -> None:
    answer = as_amina.post("/you/", {"name": "Amina", "time_zone": "Boston"}, follow=True)
    assert "We read “Boston” as Boston, United States: America/New_York." in answer.content.decode()
    cast.amina.refresh_from_db()
    assert cast.amina.time_zone == "America/New_York"


@pytest.mark.django_db
def test_i13_two_of_one_name_become_a_choice_below_the_field(cast: Cast, as_amina: Client) -> None:
    answer = as_amina.post("/you/", {"name": "Amina", "time_zone": "Birmingham"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("There are several places called “Birmingham”. Which one?") == 1
    assert "Choose which “Birmingham” you mean." in page
    assert 'name="time_zone" value="Birmingham"' in page
    assert re.search(r'value="America/Chicago"[^>]*>\s*Birmingham, United States \(Chicago\), now \d+:\d\d', page)


@pytest.mark.django_db
def test_i13_what_was_chosen_counts_and_without_a_choice_nothing_is_lost(cast: Cast, as_amina: Client) -> None:
    assert as_amina.post("/you/", {"name": "Amina", "time_zone": ["Birmingham"]}).status_code == 422
    cast.amina.refresh_from_db()
    assert cast.amina.time_zone == "Europe/Berlin"
    as_amina.post("/you/", {"name": "Amina", "time_zone": ["Birmingham", "America/Chicago"]})
    cast.amina.refresh_from_db()
    assert cast.amina.time_zone == "America/Chicago"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("America/New_York", r"New York, now \d+:\d\d"),
        ("boston", r"Boston, United States, now \d+:\d\d"),
        ("Springfield", r"There are several places called “Springfield”\. Which one\?"),
        ("Nowhere", ""),
        ("x" * 5000, ""),
        ("", ""),
    ],
)
def test_i13_says_below_the_field_what_is_understood(as_amina: Client, typed: str, line: str) -> None:
    page = as_amina.get(reverse("core:place"), {"of": "time_zone", "time_zone": typed}).content.decode()
    assert re.search(f"<(p|legend)[^>]*>{line}<", page) if line else page.strip() == ""


@pytest.mark.django_db
def test_i13_says_it_of_what_is_kept_as_well(cast: Cast, as_amina: Client) -> None:
    assert re.search(r"Berlin, now \d+:\d\d", as_amina.get("/you/").content.decode())


@pytest.mark.django_db
def test_i13_says_it_beside_the_time_that_is_typed(amina: User, as_amina: Client) -> None:
    meeting = a_meeting(amina)
    typed = {"day": "2030-01-08", "hour": "15:00", "whose": "theirs", "contact_zone": "tokyo", "minutes": "20"}
    page = as_amina.post(reverse("meetings:preview", args=[meeting.pk]), typed).content.decode()
    assert "We read “tokyo” as Tokyo, Japan: Asia/Tokyo." in page
    assert clean_line(page)
