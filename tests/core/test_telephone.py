"""A telephone number: every writing is one, and nothing is dialled that stands beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.keys import dial_address, is_number, read_number, read_numbers


@pytest.mark.parametrize(
    "written",
    [
        "+44 20 7946 0958",
        "+44 (0)20 7946 0958",
        "+44-20-7946-0958",
        "0044 20 7946 0958",
        "011 44 20 7946 0958",
        "tel:+44-20-7946-0958",
        "Tel. +44 20 7946 0958",
        "+٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨",
        "＋４４ ２０ ７９４６ ０９５８",
        "+44\u00a020\u20117946\u200b0958",
    ],
)
def test_i2_every_writing_of_a_number_is_one(written: str) -> None:
    assert read_number(written).key == "+442079460958"
    assert dial_address(written) == "tel:+442079460958"


@pytest.mark.parametrize(
    ("written", "zone", "key"),
    [
        ("030 901820", "Europe/Berlin", "+4930901820"),
        ("٠٣٠ ٩٠١٨٢٠", "Europe/Berlin", "+4930901820"),
        ("49 30 901820", "Europe/Berlin", "+4930901820"),
        ("030 901820", "", "30901820"),
        ("030 901820", "Nowhere/At_all", "30901820"),
        ("(212) 555-0123", "America/New_York", "+12125550123"),
        ("06 6982", "Europe/Rome", "+39066982"),
        ("+39 (0)6 6982", "", "+39066982"),
        ("+52 1 55 1234 5678", "", "+525512345678"),
        ("00521 (55) 1234-5678", "America/Mexico_City", "+525512345678"),
        ("+52 55 1234 5678", "", "+525512345678"),
        ("033 2212 3456", "Asia/Calcutta", "+913322123456"),
        ("+1 212 555 0123 x45", "", "+12125550123;ext=45"),
        ("+1 212 555 0123;ext=45", "", "+12125550123;ext=45"),
        ("020 7946 0958 ext. 7", "", "2079460958;ext=7"),
        ("", "Europe/Berlin", ""),
        ("none yet", "Europe/Berlin", ""),
    ],
)
def test_a_number_of_home_is_read_by_where_they_live(written: str, zone: str, key: str) -> None:
    assert read_number(written, zone=zone).key == key


@pytest.mark.parametrize(
    ("written", "zone", "dialled"),
    [
        # Two endings of one line: the first is dialled.
        ("030 901820 / 21", "Europe/Berlin", "tel:+4930901820"),
        ("030 901820/21", "Europe/Berlin", "tel:+4930901820"),
        ("+49 30 901820/21", "", "tel:+4930901820"),
        ("+49 30 901820/-21", "", "tel:+4930901820"),
        ("030 901820 / 21 / 22", "Europe/Berlin", "tel:+4930901820"),
        ("030/901820/21", "Europe/Berlin", "tel:+4930901820"),
        ("Tel. 030 901820/21, mobil", "Europe/Berlin", "tel:+4930901820"),
        ("020 7946 0958/9", "Europe/London", "tel:+442079460958"),
        ("030 901820 / 21", "", "tel:030901820"),
        # Strokes within one number.
        ("0475/12/34/56", "Europe/Brussels", "tel:+32475123456"),
        ("02/345 67 89", "Europe/Brussels", "tel:+3223456789"),
        ("0475/12/34/56", "", "tel:0475123456"),
        ("030/901820", "Europe/Berlin", "tel:+4930901820"),
        ("0171/123 45/67", "Europe/Berlin", "tel:+491711234567"),
        # The letter O, and the small L, among digits.
        ("O20 7946 O958", "Europe/London", "tel:+442079460958"),
        ("o20 7946 o958", "Europe/London", "tel:+442079460958"),
        ("+44 20 7946 O958", "", "tel:+442079460958"),
        ("+44 2O 7946 O958", "", "tel:+442079460958"),
        ("o3o 9o182o", "Europe/Berlin", "tel:+4930901820"),
        ("O2: 0176 12345678", "Europe/Berlin", "tel:+4917612345678"),
        ("030 901820, 10o piso", "Europe/Berlin", "tel:+4930901820"),
        ("+1-800-555-FOOD", "", "tel:+18005553663"),
        # A room or a place in front.
        ("Zi. 12, 030 901820", "Europe/Berlin", "tel:+4930901820"),
        ("Zimmer 3.12, 030 901820", "Europe/Berlin", "tel:+4930901820"),
        ("Room 12, (212) 555-0123", "America/New_York", "tel:+12125550123"),
        ("Rm 12 +44 20 7946 0958", "", "tel:+442079460958"),
        ("10117 Berlin, 030 901820", "Europe/Berlin", "tel:+4930901820"),
        ("Zi. 3, 030 901820", "Europe/Berlin", "tel:+4930901820"),
        ("212, 555 0123", "America/New_York", "tel:2125550123"),
        ("030, 901820", "Europe/Berlin", "tel:030901820"),
        # How telephones keep an extension.
        ("2125550123p45", "America/New_York", "tel:+12125550123;ext=45"),
        ("+12125550123w45", "", "tel:+12125550123;ext=45"),
        ("212-555-0123 p45", "America/New_York", "tel:+12125550123;ext=45"),
        ("020 7946 0958 p 07400 123456", "Europe/London", "tel:+442079460958"),
        ("030 901820 6p", "Europe/Berlin", "tel:+4930901820"),
    ],
)
def test_what_stands_beside_a_number_is_not_dialled(written: str, zone: str, dialled: str) -> None:
    assert dial_address(written, zone=zone) == dialled


def test_two_numbers_in_one_field_are_two() -> None:
    found = read_numbers("+49 30 901820 / 0151 12345678", zone="Europe/Berlin")
    assert [number.key for number in found] == ["+4930901820", "+4915112345678"]
    assert [number.key for number in read_numbers("030/901820", zone="Europe/Berlin")] == ["+4930901820"]


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("1. 030 901820 2. 0151 12345678", ["+4930901820", "+4915112345678"]),
        ("1) 030 901820\n2) 0151 12345678", ["+4930901820", "+4915112345678"]),
        ("(1) 030 901820 (2) 0151 12345678", ["+4930901820", "+4915112345678"]),
        ("030 901820 (9-12), 0151 12345678 (Mo–Fr 14–17)", ["+4930901820", "+4915112345678"]),
        ("9-12: 030 901820, 14-17: 0151 12345678", ["+4930901820", "+4915112345678"]),
    ],
)
def test_the_numbers_of_a_list_are_read_without_its_own_and_without_hours(written: str, keys: list[str]) -> None:
    assert [number.key for number in read_numbers(written, zone="Europe/Berlin")] == keys


@pytest.mark.parametrize(
    "written", ["030 901820", "Tel. 030 901820", "12", "+49 30 901820 ext. 12", "٠٣٠ ٩٠١٨٢٠", "x12"]
)
def test_a_number_is_one_and_nothing_besides(written: str) -> None:
    assert is_number(written)


@pytest.mark.parametrize("written", ["", "Tel.", "Room 12", "12 Quay Street", "Café 12", "٣ شارع النيل", "12b"])
def test_what_has_words_besides_is_no_number(written: str) -> None:
    assert not is_number(written)


@pytest.mark.parametrize("between", [" & ", " • ", " – ", " y ", " bzw. ", "\\", " (", " ", "\t", " or ", " m "])
def test_two_numbers_are_two_whatever_stands_between(between: str) -> None:
    for zone, keys in (("", ["2079460958", "7400123456"]), ("Europe/London", ["+442079460958", "+447400123456"])):
        found = read_numbers(f"020 7946 0958{between}07400 123456", zone=zone)
        assert [number.key for number in found] == keys
    assert dial_address(f"h 020 7946 0958{between}07400 123456") == "tel:02079460958"


@given(st.integers(2_000_000, 9_999_999), st.integers(2_000_000, 9_999_999), st.sampled_from(["", "1", "45"]))
def test_distinct_numbers_stay_distinct(one: int, other: int, extension: str) -> None:
    first = read_number(f"+1 212 {one}{extension and f' x{extension}'}").key
    second = read_number(f"+1 212 {other}").key
    assert (first == second) == (one == other and not extension)


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("+44 20 7946 0958 (office)", "tel:+442079460958"),
        ("T +44 20 7946 0958 / M +44 7700 900123", "tel:+442079460958"),
        ("+44 7400 123456 +44 20 7946 0958", "tel:+447400123456"),
        ("+44 20 7946 0958 Durchwahl 45", "tel:+442079460958;ext=45"),
        ("+44 20 7946 0958-45", "tel:+442079460958;ext=45"),
        ("030 901820 oder 030 901821", "tel:030901820"),
        ("+999 12 345678", "tel:+99912345678"),
        ("+44 20 7946 0958 after 6pm", "tel:+442079460958"),
        ("+49 30 901820 (till 5)", "tel:+4930901820"),
        ("+44 20 7946 0958 9-5", "tel:+442079460958"),
        ("+49 30 901820 (9-5)", "tel:+4930901820"),
        ("+44 20 7946 0958 1st floor", "tel:+442079460958"),
        ("020 7946 0958 after 6pm", "tel:02079460958"),
        ("+49 30 901820 9-17h", "tel:+4930901820"),
        ("020 7946 0958 Durchwahl 7", "tel:02079460958;ext=7"),
        ("+1-800-555-CARS", "tel:+18005552277"),
        ("+1 (415) 555-2671 (mobile) x45", "tel:+14155552671;ext=45"),
        ("+49 30 901820 (Büro) App. 12", "tel:+4930901820;ext=12"),
        ("+33 1 44 27 44 27 - bureau", "tel:+33144274427"),
        ("+49 30 90 18 20 – Frau Meier", "tel:+4930901820"),
        ("+7 916 123 45 67 - моб.", "tel:+79161234567"),
        ("+1 212-736-5000 ex. 5", "tel:+12127365000;ext=5"),
        ("+51 (01) 224-1234 anx. 123", "tel:+5112241234;ext=123"),
        ("+49 30 901820 DW12", "tel:+4930901820;ext=12"),
        ("+81 3-1234-5678 内線12", "tel:+81312345678;ext=12"),
        ("+49 30 901820 (9-17 Uhr)", "tel:+4930901820"),
        ("+49 30 901820 9-17 Uhr", "tel:+4930901820"),
        ("+39 02 1234 5678 (9-17 Uhr)", "tel:+390212345678"),
        ("+233 24 412 3456, 2 pm", "tel:+233244123456"),
        ("+49 171 1234567 (bis 31.12.2026)", "tel:+491711234567"),
        ("+1 415-555-2671 (9 to 5)", "tel:+14155552671"),
        ("030 901820, 9-12", "tel:030901820"),
        ("030 901820 9–12", "tel:030901820"),
        ("9-12: 030 901820", "tel:030901820"),
        ("9-12 030 901820", "tel:030901820"),
        ("9 to 5: 030 901820", "tel:030901820"),
        ("9:00-12:00 030 901820", "tel:030901820"),
        ("(9-12) 030 901820", "tel:030901820"),
        ("ab 17:30: 030 901820", "tel:030901820"),
        ("+49 30 901820 (Mo–Fr 9–17)", "tel:+4930901820"),
        ("+49 30 901820 (Mo 9–12, Di 14–17)", "tel:+4930901820"),
        ("+49 30 901820 (9-12, 14-17)", "tel:+4930901820"),
        ("+49 30 901820 9-12 / 14-17", "tel:+4930901820"),
        ("030 901820 ab 17:30", "tel:030901820"),
        ("030 901820 17:30", "tel:030901820"),
        ("030 901820 ab 17.30", "tel:030901820"),
        ("030 901820 between 9 and 12", "tel:030901820"),
        ("+44 20 7946 0958 17:30", "tel:+442079460958"),
        ("020 7946 0958 17:30-18:30", "tel:02079460958"),
        ("020 7946 0958 9.30-17.00", "tel:02079460958"),
        ("020 7946 0958 (17.30)", "tel:02079460958"),
        ("+44 20 7946 0958 8.30", "tel:+442079460958"),
        ("020 7946 0958 2026", "tel:02079460958"),
        ("020 7946 0958 (since 2024)", "tel:02079460958"),
        ("+44 20 7946 0958 (2026)", "tel:+442079460958"),
        ("+49 30 901820, 2026", "tel:+4930901820"),
        ("+49 30 901820 bis 31.12.26", "tel:+4930901820"),
        ("+49 30 901820 (31.12.)", "tel:+4930901820"),
        ("May 2026: +49 30 901820", "tel:+4930901820"),
        ("2026-03-01: 030 901820", "tel:030901820"),
        ("1/3/26 030 901820", "tel:030901820"),
        ("+39 02 1234 5678 9-17", "tel:+390212345678"),
        ("+44 20 7946 0958 9 a.m.-5 p.m.", "tel:+442079460958"),
        ("24/7: 020 7946 0958", "tel:02079460958"),
        ("020 7946 0958 (24 h)", "tel:02079460958"),
        ("+44 20 7946 0958 extension no. 12", "tel:+442079460958;ext=12"),
        ("+44 20 7946 0958 ext. no 12", "tel:+442079460958;ext=12"),
        ("+44 20 7946 0958 ext #12", "tel:+442079460958;ext=12"),
        ("+49 30 901820 Apparat Nr. 12", "tel:+4930901820;ext=12"),
        ("+49 30 901820 App. 12", "tel:+4930901820;ext=12"),
        ("+49 30 901820 App. Nr. 12", "tel:+4930901820;ext=12"),
        ("+49 30 901820 Durchwahl -12", "tel:+4930901820;ext=12"),
        ("+33 1 44 27 44 27 poste n° 12", "tel:+33144274427;ext=12"),
        ("030 901820 ext. no 12", "tel:030901820;ext=12"),
        ("030 901820 App. 12, 9-12 Uhr", "tel:030901820;ext=12"),
        ("030 901820 ext. 12 (Mo–Fr 9–17)", "tel:030901820;ext=12"),
        ("1. 030 901820", "tel:030901820"),
        ("1) 030 901820", "tel:030901820"),
        ("1)030 901820", "tel:030901820"),
        ("(1) 030 901820", "tel:030901820"),
        ("1.) +49 30 901820", "tel:+4930901820"),
        ("1 - 030 901820", "tel:030901820"),
        ("No. 1: 030 901820", "tel:030901820"),
        ("(1) 212 555 0123", "tel:12125550123"),
        ("1.212.555.0123", "tel:12125550123"),
        ("1 212 555 0123", "tel:12125550123"),
        ("+33 1 44 27 44 27", "tel:+33144274427"),
        ("09 12 34 56 78", "tel:0912345678"),
        ("020 7946 2026", "tel:02079462026"),
        ("030 90 18-20", "tel:030901820"),
        ("+49 30 90 18-20", "tel:+4930901820"),
    ],
)
def test_i2_what_is_dialled_is_one_number(written: str, dialled: str) -> None:
    assert dial_address(written) == dialled
