"""Rows of this room, and what its forms send."""

from typing import Any

from contacts.models import Contact, Finding
from tests.cast import NOW

WORDS: dict[str, Any] = {
    "name": "Dr. Efua Osei",
    "form_of_address": "Dr. Osei",
    "role": "Marine ecologist",
    "organisation": "Blue Shelf Institute",
    "field": "Marine conservation",
    "standing": Contact.Standing.DOES_THE_JOB.value,
    "graduated_in": "2021",
    "known": Contact.Known.EVENT.value,
    "known_words": "Gave the talk on seagrass.",
    "why_them": "You moved from lab work to policy.",
    "warmth": Contact.Warmth.B.value,
    "email": "efua.osei@example.org",
    "phone": "+233 30 2123456",
    "profile_link": "https://example.org/efua",
    "preferred_channel": Contact.Channel.EMAIL.value,
    "time_zone": "Africa/Accra",
    "address_source": "Her card",
    "interest": "Restores wooden boats",
    "tags": "seagrass, accra",
}
FINDING: dict[str, str] = {
    "kind": Finding.Kind.PROJECT.value,
    "text": "Led the seagrass survey of 2024.",
    "source_link": "https://example.org/seagrass",
}


def a_finding(contact: Contact, text: str = "Led the seagrass survey of 2024.", **more: Any) -> Finding:
    words = {"kind": Finding.Kind.PROJECT, "source_link": "https://example.org/seagrass", **more}
    return Finding.find(contact, now=NOW, text=text, **words)
