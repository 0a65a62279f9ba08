"""A made-up language: every sentence of ours in Greek letters, so that what stays Latin was never looked up.

What people typed is put into Greek letters as well (`in_greek`), so that it cannot be taken for a sentence of ours.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.apps import apps
from django.db import models

from contacts.models import Contact

# Django’s and allauth’s own sentences are Greek in this language, its dates too; ours is the catalogue made below.
CODE = "el"
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
GREEK = str.maketrans(LATIN, "αβψδεφγηιξκλμνοπκρστθωωχυζΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΚΡΣΤΘΩΩΧΥΖ")
# What a translator must leave as it stands: gaps, markup, signs of a letter, and escapes of the catalogue.
KEPT = re.compile(r"%\(\w+\)[sd]|%%|\{\{?\w*\}?\}|<[^>]+>|&#?\w+;|\\.")
ROOT = Path(__file__).parent.parent


def in_greek(words: str) -> str:
    """`words` with every Latin letter replaced by a Greek one; their length and everything else stay."""
    return words.translate(GREEK)


def pseudo(words: str) -> str:
    """A sentence of the catalogue in the made-up language."""
    kept = KEPT.findall(words)
    parts = [in_greek(part) for part in KEPT.split(words)]
    return "".join(part + gap for part, gap in zip(parts, [*kept, ""], strict=True))


def make_catalogue(below: Path) -> None:
    """Write `below`/el/LC_MESSAGES/django.mo from all that makemessages finds."""
    folder = below / CODE / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = below / "source"
    for name in _tracked():
        place = source / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(ROOT / name)
    (source / "locale").mkdir(exist_ok=True)
    _run(source, sys.executable, "manage.py", "makemessages", "-l", CODE, "--no-wrap", "--symlinks", "--no-location")
    _run(source, "msgen", "--no-wrap", "-o", str(below / "same.po"), f"locale/{CODE}/LC_MESSAGES/django.po")
    (folder / "django.po").write_text("\n".join(_translated((below / "same.po").read_text().splitlines())))
    _run(below, "msgfmt", "-o", str(folder / "django.mo"), str(folder / "django.po"))


def _translated(lines: list[str]) -> Iterator[str]:
    """The lines of a catalogue, each translation in the made-up language; the first entry, its header, stays."""
    inside, entries = False, 0
    for line in lines:
        if line.startswith("msgid "):
            entries += 1
        if line.startswith("msgstr"):
            inside = True
        elif not line.startswith('"'):
            inside = False
        if inside and entries > 1:
            head, quote, rest = line.partition('"')
            yield head + quote + pseudo(rest[:-1]) + '"'
        else:
            yield line


def _tracked() -> list[str]:
    names = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "*.py", "*.html", "*.txt"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    return [name for name in names if not name.startswith(("tests/", "bench/", "locale/")) and (ROOT / name).exists()]


def _run(folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)


# Columns that hold what a program reads, not what people typed.
FOR_MACHINES = re.compile(
    r"email|link|url|zone|domain|secret|token|key|digest|password|sitting|code|file|logo|accent|rhythm|writer|^kind$|message_id"
)
# Columns in which a sentence of ours stands around words of somebody's.
COMPOSED = {("Touch", "words"), ("Mail", "subject"), ("Mail", "text")}


def put_data_in_greek() -> None:
    """What people typed, in every row there is; sentences of ours around it stay as they are."""
    typed: set[str] = set()
    composed = []
    for model in apps.get_models():
        if (
            model._meta.app_label in {"auth", "contenttypes", "procrastinate", "account", "bench"}
            or not model._meta.managed
        ):
            continue
        columns = [
            field.attname for field in model._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField) and not field.choices
            and not isinstance(field, models.FileField | models.UUIDField) and not FOR_MACHINES.search(field.name)
        ]  # fmt: skip
        for column in columns:
            rows = list(model._base_manager.exclude(**{column: None}).values_list("pk", column))
            if (model.__name__, column) in COMPOSED:
                composed.append((model, column))
                continue
            for pk, value in rows:
                if value and in_greek(value) != value:
                    typed |= {value, *value.splitlines()}
                    model._base_manager.filter(pk=pk).update(**{column: in_greek(value)})
    for contact in Contact.objects.exclude(tags=[]):
        Contact.objects.filter(pk=contact.pk).update(tags=[in_greek(tag) for tag in contact.tags])
    known = sorted((words for words in typed if len(words) > 2), key=len, reverse=True)
    for model, column in composed:
        for pk, value in list(model._base_manager.values_list("pk", column)):
            for words in known:
                if words in value:
                    value = value.replace(words, in_greek(words))
            model._base_manager.filter(pk=pk).update(**{column: value})


class Shown(HTMLParser):
    """What a person reads or hears of a page: its text, and the words in its attributes; not what is being typed."""

    SPOKEN = ("aria-label", "title", "placeholder", "alt", "label", "data-announce", "data-copied")
    SILENT = {"script", "style", "textarea", "datalist", "code", "kbd"}
    VOID = {"input", "img", "br", "hr", "meta", "link", "path", "circle", "rect", "use", "source", "wbr", "col"}

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        # Each form's address, and the names of its fields.
        self.forms: list[tuple[str, list[str]]] = []
        self.lang = ""
        self._within: list[str] = []
        self._foreign = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "html":
            self.lang = given.get("lang", "")
        if tag == "form" and given.get("method") == "post":
            self.forms.append((given.get("action", ""), []))
        if tag in {"input", "textarea", "select"} and self.forms and given.get("type") != "hidden":
            self.forms[-1][1].append(given.get("name", ""))
        # Texts of their own (the bank, a letter that is begun) declare that they are English (WCAG 3.1.2).
        if tag != "html" and (self._foreign or given.get("lang", self.lang) != self.lang) and tag not in self.VOID:
            self._foreign += 1
        self.texts += [given[name] for name in self.SPOKEN if given.get(name)]
        if tag == "input" and given.get("type") in {"submit", "button"}:
            self.texts.append(given.get("value", ""))
        if tag not in self.VOID:
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._within:
            while True:
                closed = self._within.pop()
                self._foreign = max(0, self._foreign - 1)
                if closed == tag:
                    break

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._foreign and not self.SILENT & set(self._within):
            self.texts.append(" ".join(data.split()))
