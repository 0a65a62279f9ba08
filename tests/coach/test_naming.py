"""A name typed loudly or quietly greets as a name."""

import pytest

from coach.drafts import draft
from coach.naming import as_named
from tests.coach.test_drafts import amina


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("JAMES O'NEILL", "James O'Neill"),
        ("HAMISH MCLEOD", "Hamish McLeod"),
        ("christine", "Christine"),
        ("ms. lund", "Ms. Lund"),
        ("MS. LI", "Ms. Li"),
        ("marie-claire d'aubigné", "Marie-Claire d'Aubigné"),
        ("LUDWIG VAN BEETHOVEN", "Ludwig van Beethoven"),
        ("A. K. RAMANATHAN", "A. K. Ramanathan"),
        ("AJ SMITH", "AJ Smith"),
        ("HENRY TUDOR VIII", "Henry Tudor VIII"),
        ("bob “bobby” rourke", "Bob Rourke"),
        ("Siân ap Rhys", "Siân ap Rhys"),
        ("bell hooks (she)", "bell hooks (she)"),
        ("NASA", "NASA"),
        ("JJ", "JJ"),
        ("my uncle bernd", "my uncle bernd"),
        ("jo & co", "jo & co"),
        ("佐藤 健", "佐藤 健"),
        ("", ""),
    ],
)
def test_a_name_has_its_capitals(typed: str, name: str) -> None:
    assert as_named(typed) == name


def test_a_letter_greets_by_the_name() -> None:
    assert draft("cancel", "email", amina(addressed="ms. lund")).body.startswith("Dear Ms. Lund,")
    assert "Thank you for suggesting I talk to Bob Rourke." in draft("report", "email", amina(met="BOB ROURKE")).body
