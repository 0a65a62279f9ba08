"""How the demo's people and findings are made: by the same verbs as everybody's, from the words in the .toml files."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path

from accounts.models import User
from contacts.models import Contact, Finding

HERE = Path(__file__).parent


def add_people(file: str, *, by: User, now: datetime) -> dict[str, Contact]:
    """Enter everyone in `file` in order, with what was found out; gives each contact by its key."""
    known: dict[str, Contact] = {}
    for person in tomllib.loads((HERE / file).read_text())["person"]:
        added_at = now - timedelta(days=person.pop("days"))
        facts = person.pop("facts", [])
        key, named_by = person.pop("key"), known.get(person.pop("named_by", ""))
        known[key] = Contact.objects.create(owner=by, added_at=added_at, referred_by=named_by, **person)
        for hour, (kind, text, *link) in enumerate(facts, start=1):
            found_at = added_at + timedelta(hours=hour)
            Finding.objects.create(
                contact=known[key], kind=kind, text=text, source_link="".join(link), found_at=found_at
            )
    return known
