"""Calendar files as others read them: libical, which shares no line with the library that wrote them."""

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest

READER = Path(__file__).parent / "libical.py"
DEBIANS_PYTHON = "/usr/bin/python3"
MISSING = (
    "libical is not installed, so nothing proves that others can read our calendar files. "
    "Install it: sudo apt-get install gir1.2-ical-3.0 python3-gi (as root, bin/test does it by itself)."
)

UNINSTALLED = (b"ModuleNotFoundError", b"ImportError", b"Namespace ICalGLib not available")


@dataclass(frozen=True)
class Item:
    """An event or a task as a calendar shows it; all moments in UTC."""

    kind: str
    uid: str
    sequence: int | None
    status: str
    summary: str
    location: str
    description: str
    starts: datetime | date | None
    ends: datetime | date | None
    people: dict[str, tuple[str, dict[str, str]]]
    alarms: list[str]


@dataclass(frozen=True)
class Read:
    """A whole calendar."""

    method: str
    zones: list[str]
    items: list[Item]


def read(file: bytes) -> Read:
    """`file` as libical reads it; fails where it finds a fault, or is not there to find any."""
    return read_all([file])[0]


def read_all(files: Sequence[bytes], *, python: str = DEBIANS_PYTHON) -> list[Read]:
    """Each of `files` as libical reads it, asked through `python`."""
    bare = {"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"}
    texts = json.dumps([file.decode() for file in files]).encode()
    if not Path(python).exists():
        pytest.fail(MISSING)
    done = subprocess.run([python, str(READER)], input=texts, capture_output=True, env=bare, check=False)
    if done.returncode and any(sign in done.stderr for sign in UNINSTALLED):
        pytest.fail(MISSING)
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    assert [one["errors"] for one in found] == [0] * len(files)
    return [Read(one["method"], one["zones"], [_item(item) for item in one["items"]]) for one in found]


def own(file: bytes) -> Read:
    """`file` as the library reads it that our users' calendars do not have; the counter-proof of `read`."""
    calendar = icalendar.Calendar.from_ical(file)
    found = []
    for one in calendar.walk():
        if one.name not in {"VEVENT", "VTODO"}:
            continue
        ends = one.get("dtend") or one.get("due")
        found.append(
            Item(
                kind=one.name.lower(),
                uid=str(one["uid"]),
                sequence=int(one["sequence"]) if "sequence" in one else None,
                status=str(one.get("status", "")),
                summary=str(one.get("summary", "")),
                location=str(one.get("location", "")),
                description=str(one.get("description", "")),
                starts=_utc(one["dtstart"].dt) if "dtstart" in one else None,
                ends=_utc(ends.dt) if ends else None,
                people={
                    role: (str(one[role]), dict(one[role].params)) for role in ("ORGANIZER", "ATTENDEE") if role in one
                },
                alarms=sorted(alarm["trigger"].to_ical().decode() for alarm in one.walk("VALARM")),
            )
        )
    zones = [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")]
    return Read(str(calendar.get("method", "")), zones, found)


def _item(values: dict[str, Any]) -> Item:
    properties = {p[0]: p[1] for p in values["properties"]}
    return Item(
        kind=values["kind"],
        uid=values["uid"] or "",
        sequence=int(properties["SEQUENCE"]) if "SEQUENCE" in properties else None,
        status=properties.get("STATUS", ""),
        summary=values["summary"] or "",
        location=values["location"] or "",
        description=values["description"] or "",
        starts=_moment(values["starts"]),
        ends=_moment(values["ends"] or values["due"]),
        people={p[0]: (p[1], p[2]) for p in values["properties"] if p[0] in {"ORGANIZER", "ATTENDEE"}},
        alarms=values["alarms"],
    )


def _moment(text: str) -> datetime | date | None:
    if not text:
        return None
    if len(text) == 8:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def _utc(moment: datetime | date) -> datetime | date:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment
