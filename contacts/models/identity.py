"""By what a person is recognised, whoever the student and however it was written."""

from collections.abc import Iterable
from typing import NamedTuple

from core.keys import link_key, mailbox_key, read_numbers

# The columns that say how somebody can be reached, and the zone whose country a telephone number is read by.
REACHED_BY = ("email", "phone", "profile_link")
READ_BY = (*REACHED_BY, "time_zone")
# Fewer digits are the number of a room or a house, which many have.
_FEWEST_DIGITS = 5


class Identity(NamedTuple):
    """The keys that a person has, and those that tell who else is them, which are not the same for telephone numbers.

    A number without its country may be that of any country: `030 901820` asks for whatever ends so.
    """

    has: frozenset[str]
    asks: frozenset[str]
    # As `asks`, for whoever is added: somebody else may sit at another extension of the same switchboard.
    twins: frozenset[str]


def identity(*, email: str, phone: str, profile_link: str, time_zone: str) -> Identity:
    """Read the columns READ_BY of a person."""
    has: set[str] = set()
    if "@" in (mailbox := mailbox_key(email)):
        has.add(f"email:{mailbox}")
    if link := link_key(profile_link):
        has.add(f"link:{link}")
    asks, twins = set(has), set(has)
    for number in read_numbers(phone, zone=time_zone):
        abroad, national = number.abroad, number.national
        if len(national) < _FEWEST_DIGITS:
            continue
        if abroad:
            line = {f"phone:{abroad}", f"bare:{abroad}", f"bare:{national}"}
            has |= {f"phone:{abroad}", f"ends:{national}"}
        else:
            line = {f"bare:{national}", f"ends:{national}", f"phone:{national}"}
            has.add(f"bare:{national}")
        has.add(f"number:{number.key}")
        asks |= line
        twins |= {f"number:{number.key}", f"number:{number._replace(extension='').key}"} if number.extension else line
    return Identity(frozenset(has), frozenset(asks), frozenset(twins))


def kept(keys: Iterable[str]) -> list[str]:
    """Keys as a column holds them."""
    return sorted(keys)
