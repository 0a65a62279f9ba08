"""Reads a calendar with libical and tells what it found as JSON: run by Debian's own Python, not by the project's.

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


def told(component):
    alarms = inner(component, ICalGLib.ComponentKind.VALARM_COMPONENT)
    return {
        "kind": component.isa().value_nick.removesuffix("_component"),
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


calendar = ICalGLib.Component.new_from_string(sys.stdin.buffer.read().decode())
if calendar is None:
    sys.exit("libical reads no calendar in this")
kinds = (ICalGLib.ComponentKind.VEVENT_COMPONENT, ICalGLib.ComponentKind.VTODO_COMPONENT)
zones = inner(calendar, ICalGLib.ComponentKind.VTIMEZONE_COMPONENT)
json.dump(
    {
        "errors": calendar.count_errors(),
        "faults": calendar.as_ical_string().count("X-LIC-ERROR"),
        "valid": calendar.check_restrictions(),
        "properties": list(properties(calendar)),
        "zones": [next(p[1] for p in properties(zone) if p[0] == "TZID") for zone in zones],
        "items": [told(component) for kind in kinds for component in inner(calendar, kind)],
    },
    sys.stdout,
)
