"""The reader of calendar files is there, or says plainly how to get it; and it sees what is wrong."""

import sys

import pytest

from tests.calendars import read, read_all

BARE = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n%sEND:VCALENDAR\r\n"


def test_libical_is_there() -> None:
    assert read(BARE % b"METHOD:PUBLISH\r\n").method == "PUBLISH"


@pytest.mark.parametrize("python", [sys.executable, "/nowhere/python3"])
def test_where_it_is_not_the_test_fails_and_says_how_to_install_it(python: str) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"apt-get install gir1\.2-ical-3\.0 python3-gi"):
        read_all([BARE % b""], python=python)


@pytest.mark.parametrize(
    "wrong",
    [
        b"BEGIN:VEVENT\r\nDTSTART:yesterday\r\nEND:VEVENT\r\n",
        b"BEGIN:VEVENT\r\nDURATION:twenty minutes\r\nEND:VEVENT\r\n",
    ],
)
def test_sees_a_fault(wrong: bytes) -> None:
    with pytest.raises(AssertionError):
        read(BARE % wrong)
