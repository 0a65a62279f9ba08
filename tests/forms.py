"""The forms of a page as its HTML says them, filled as a person without script would."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.browser.test_axe import kind_of, reached, unreached, visitor
from tests.cast import Cast

TYPED = {"textarea", "text", "email", "tel", "url", "number", "date", "time", "search"}
# What stands in a field of each kind; anything else is given words.
WELL_FORMED = {
    "email": "{mark}@example.org",
    "url": "https://example.org/{mark}",
    "tel": "+49 30 12345",
    "number": "3",
    "date": "2027-01-21",
    "time": "15:00",
}


@dataclass
class Field:
    """One field: `kind` is its type, or "textarea" or "select"."""

    name: str
    kind: str
    value: str = ""
    checked: bool = False
    attrs: dict[str, str] = field(default_factory=dict)

    @property
    def is_typed(self) -> bool:
        return self.kind in TYPED and "readonly" not in self.attrs


@dataclass
class Form:
    """One form of a page."""

    attrs: dict[str, str]
    fields: list[Field] = field(default_factory=list)

    @property
    def is_post(self) -> bool:
        return self.attrs.get("method", "").lower() == "post"

    @property
    def draft(self) -> str:
        return self.attrs.get("data-draft", "")

    @property
    def typed(self) -> list[Field]:
        return [one for one in self.fields if one.is_typed]

    def filled(self, mark: str) -> dict[str, list[str]]:
        """What a browser would send once words with `mark` were typed into every field."""
        sent: dict[str, list[str]] = {}
        for one in self.fields:
            if one.is_typed:
                sent[one.name] = [WELL_FORMED.get(one.kind, "Words {mark}").format(mark=mark)]
            elif one.kind in {"radio", "checkbox"}:
                if one.checked or one.name not in sent:
                    sent[one.name] = [one.value]
            elif one.kind not in {"file", "submit"}:
                sent[one.name] = [one.value]
        return sent


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.inside: Form | None = None
        self.open: Field | None = None
        self.elsewhere: list[tuple[str, Field]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = Form(given)
            self.forms.append(self.inside)
        elif tag in {"input", "textarea", "select"}:
            kind = given.get("type", "text") if tag == "input" else tag
            one = Field(given.get("name", ""), kind, given.get("value", ""), "checked" in given, given)
            self.open = one if tag != "input" else None
            if "form" in given:
                self.elsewhere.append((given["form"], one))
            elif self.inside and one.name:
                self.inside.fields.append(one)
        elif tag == "option" and self.open and (not self.open.value or "selected" in given):
            self.open.value = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = None
        elif tag in {"textarea", "select"}:
            self.open = None

    def handle_data(self, data: str) -> None:
        if self.open and self.open.kind == "textarea":
            self.open.value += data


def forms_of(page: str) -> list[Form]:
    """The forms of a page, each with the fields that name it by `form=`."""
    reader = _Reader()
    reader.feed(page)
    for name, one in reader.elsewhere:
        for form in reader.forms:
            if form.attrs.get("id") == name and one.name:
                form.fields.append(one)
    return reader.forms


def all_forms(who: str, cast: Cast, known: set[str] | None = None, of_a_kind: int = 2) -> Iterator[tuple[str, Form]]:
    """Every form that somebody sends, of every page of the product that `who` may see, with the page's path.

    In: `known`, the kinds of pages that need no row made for them, as others have met them; it gains those met here;
    `of_a_kind`, how many pages of one kind are looked at.
    """
    known = set() if known is None else known
    for path, html in reached(visitor(who, cast), of_a_kind):
        known.add(kind_of(path))
        yield from _sent_from(path, html)
    for path, html in list(unreached(who, cast, known)):
        known.add(kind_of(path))
        yield from _sent_from(path, html)


def _sent_from(path: str, html: str) -> Iterator[tuple[str, Form]]:
    return ((path, form) for form in forms_of(html) if form.is_post)
