"""Reads calendars with libical and says in JSON what it found: run by Debian's own Python, not by the project's.

In: a list of texts, in JSON, on the standard input. Out: what each of them holds.

libical shares no line with the library that writes our files. It comes with Debian (gir1.2-ical-3.0, python3-gi).
"""

import json
import sys

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402

UTC = ICalGLib.Timezone.get_utc_timezone()


def inner(component, kind):
    found = component.get_first_component(kind)
    while found:
        yield found
        found = component.get_next_component(kind)


def properties(component):
    """Each property as [name, value, {parameter: value}]."""
    found = component.get_first_property(ICalGLib.PropertyKind.ANY_PROPERTY)
    while found:
        parameters, one = {}, found.get_first_parameter(ICalGLib.ParameterKind.ANY_PARAMETER)
        while one:
            name, _, value = one.as_ical_string().partition("=")
            parameters[name] = value.strip('"')
            one = found.get_next_parameter(ICalGLib.ParameterKind.ANY_PARAMETER)
        yield [found.get_property_name(), found.get_value_as_string(), parameters]
        found = component.get_next_property(ICalGLib.PropertyKind.ANY_PROPERTY)


def moment(time):
    """In UTC, by the rules that the file itself tells; an all-day date as it stands."""
    if time is None or time.is_null_time():
        return ""
    return (time if time.is_date() else time.convert_to_zone(UTC)).as_ical_string()


def values_of(component):
    alarms = inner(component, ICalGLib.ComponentKind.VALARM_COMPONENT)
    return {
        "kind": ICalGLib.Component.kind_to_string(component.isa()).lower(),
        "uid": component.get_uid(),
        "summary": component.get_summary(),
        "location": component.get_location(),
        "description": component.get_description(),
        "starts": moment(component.get_dtstart()),
        "ends": moment(component.get_dtend()),
        "due": moment(component.get_due()),
        "properties": list(properties(component)),
        "alarms": sorted(p[1] for alarm in alarms for p in properties(alarm) if p[0] == "TRIGGER"),
    }


def read(text):
    calendar = ICalGLib.Component.new_from_string(text)
    if calendar is None:
        sys.exit(f"libical reads no calendar in this: {text[:200]!r}")
    kinds = (ICalGLib.ComponentKind.VEVENT_COMPONENT, ICalGLib.ComponentKind.VTODO_COMPONENT)
    zones = inner(calendar, ICalGLib.ComponentKind.VTIMEZONE_COMPONENT)
    return {
        "errors": calendar.count_errors() + calendar.as_ical_string().count("X-LIC-ERROR"),
        "method": next((p[1] for p in properties(calendar) if p[0] == "METHOD"), ""),
        "zones": [next(p[1] for p in properties(zone) if p[0] == "TZID") for zone in zones],
        "items": [values_of(component) for kind in kinds for component in inner(calendar, kind)],
    }


json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
