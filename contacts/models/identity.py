"""By what a person is recognised, whoever the student and however it was written."""

from collections.abc import Iterable
from typing import NamedTuple

from core.keys import Number, link_key, mailbox_key, read_numbers

# The columns that say how somebody can be reached, and the zone whose country a telephone number is read by.
REACHED_BY = ("email", "phone", "profile_link")
READ_BY = (*REACHED_BY, "time_zone")
# Fewer digits are the number of a room or a house, which many have.
_FEWEST_DIGITS = 5


class Identity(NamedTuple):
    """The keys that a person has, and those by which their twins are looked for."""

    has: frozenset[str]
    twins: frozenset[str]


def identity(*, email: str, phone: str, profile_link: str, time_zone: str) -> Identity:
    """Read the columns READ_BY of a person."""
    has: set[str] = set()
    if "@" in (mailbox := mailbox_key(email)):
        has.add(f"email:{mailbox}")
    if link := link_key(profile_link):
        has.add(f"link:{link}")
    twins = set(has)
    for number in read_numbers(phone, zone=time_zone):
        if len(number.national) >= _FEWEST_DIGITS:
            has |= _line(number) | {f"number:{number.key}"}
            twins |= _twins(number)
    return Identity(frozenset(has), frozenset(twins))


def asked_for(has: Iterable[str]) -> set[str]:
    """The keys that tell who else is the person who has these: the same ones, but for telephone numbers.

    One without its country may be that of any country: `030 901820` asks for whatever ends so.
    """
    asks: set[str] = set()
    for key in has:
        kind, _colon, digits = key.partition(":")
        others = {"phone": ("phone", "bare"), "ends": ("bare",), "bare": ("bare", "ends", "phone"), "number": ()}
        asks |= {f"{other}:{digits}" for other in others.get(kind, (kind,))}
    return asks


def _line(number: Number) -> set[str]:
    """What rings at this number, whoever takes it."""
    if number.abroad:
        return {f"phone:{number.abroad}", f"ends:{number.national}"}
    return {f"bare:{number.national}"}


def _twins(number: Number) -> set[str]:
    """Somebody else may sit at another extension of the same switchboard."""
    if number.extension:
        return {f"number:{number.key}", f"number:{number._replace(extension='').key}"}
    return asked_for(_line(number))
