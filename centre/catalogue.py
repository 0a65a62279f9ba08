"""The American catalogue: the sentences in which Americans write a word otherwise (bin/american).

GNU gettext finds the sentences, as for any translator; `coach.american` knows the words. Run as a program; it needs
what the tests need, and is no part of the running product.
"""

from contextlib import chdir
from pathlib import Path

import django
import polib
from django.core.management import call_command

from coach.american import american

ROOT = Path(__file__).parent.parent
LOCALE = "en_US"
PLACE = ROOT / "locale" / LOCALE / "LC_MESSAGES"
NOT_OURS = [".venv", ".venv-*", "var", "tests", "bench", "staticfiles"]


def main() -> None:
    """Write `locale/en_US/LC_MESSAGES/django.po` anew, and beside it the compiled django.mo."""
    PLACE.mkdir(parents=True, exist_ok=True)
    _gather()
    found = polib.pofile(str(PLACE / "django.po"))
    written = catalogue_of(found)
    written.save(str(PLACE / "django.po"))
    written.save_as_mofile(str(PLACE / "django.mo"))


def catalogue_of(found: polib.POFile) -> polib.POFile:
    """The entries of `found` that differ in America, each with what is written there; sorted, with no places."""
    written = polib.POFile(wrapwidth=0)
    written.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": LOCALE,
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    written.extend(sorted(_differing(found), key=lambda entry: (entry.msgid, entry.msgctxt or "")))
    return written


def _differing(found: polib.POFile) -> list[polib.POEntry]:
    entries = []
    for entry in found:
        if entry.obsolete or american(entry.msgid + entry.msgid_plural) == entry.msgid + entry.msgid_plural:
            continue
        same = {"msgid": entry.msgid, "msgctxt": entry.msgctxt, "flags": [f for f in entry.flags if f != "fuzzy"]}
        if entry.msgid_plural:
            plurals = {0: american(entry.msgid), 1: american(entry.msgid_plural)}
            entries.append(polib.POEntry(**same, msgid_plural=entry.msgid_plural, msgstr_plural=plurals))
        else:
            entries.append(polib.POEntry(**same, msgstr=american(entry.msgid)))
    return entries


def _gather() -> None:
    django.setup()
    options = {"ignore_patterns": NOT_OURS, "no_location": True, "no_wrap": True, "verbosity": 0}
    with chdir(ROOT):
        call_command("makemessages", locale=[LOCALE], **options)


if __name__ == "__main__":
    main()
