"""Buttons and links of one page that somebody who hears only their names cannot tell apart."""

from collections import defaultdict
from collections.abc import Iterable
from html.parser import HTMLParser
from urllib.parse import urljoin

# Whose content is never read aloud with the page.
UNHEARD = {"script", "style", "template", "noscript"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# Fields of a form that are new with each page.
OF_THE_PAGE = {"csrfmiddlewaretoken", "member", "once", "opened", "next"}


class _Element:
    """One element, with what is heard of it."""

    def __init__(self, tag: str, attrs: dict[str, str], above: "_Element | None") -> None:
        self.tag, self.attrs, self.above = tag, attrs, above
        self.inside: list[_Element | str] = []

    @property
    def is_unheard(self) -> bool:
        return self.tag in UNHEARD or "hidden" in self.attrs or self.attrs.get("aria-hidden") == "true"

    def upwards(self) -> "Iterable[_Element]":
        at: _Element | None = self
        while at:
            yield at
            at = at.above

    def nearest(self, tag: str) -> "_Element | None":
        return next((one for one in self.upwards() if one.tag == tag), None)

    def all(self) -> "Iterable[_Element]":
        yield self
        for one in self.inside:
            if isinstance(one, _Element):
                yield from one.all()


class _Tree(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = self.at = _Element("", {}, None)
        self.feed(html)
        self.by_id = {one.attrs["id"]: one for one in self.root.all() if "id" in one.attrs}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        one = _Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.inside.append(one)
        if tag not in VOID:
            self.at = one

    def handle_endtag(self, tag: str) -> None:
        opened = self.at.nearest(tag)
        if opened and opened.above:
            self.at = opened.above

    def handle_data(self, data: str) -> None:
        self.at.inside.append(data)

    def name(self, one: _Element) -> str:
        """The accessible name of a button or link, by the steps of accname 1.2 that our pages use."""
        named = [self.by_id[key] for key in one.attrs.get("aria-labelledby", "").split() if key in self.by_id]
        text = " ".join(map(self.heard, named)) or one.attrs.get("aria-label", "")
        return " ".join((text or self.heard(one) or one.attrs.get("value", "")).split())

    def heard(self, one: _Element) -> str:
        parts = (
            self.heard(part) if isinstance(part, _Element) and not part.is_unheard else part for part in one.inside
        )
        text = "".join(part for part in parts if isinstance(part, str))
        return one.attrs.get("alt", text)

    def form_of(self, one: _Element) -> _Element | None:
        return self.by_id.get(one.attrs["form"]) if "form" in one.attrs else one.nearest("form")

    def deed(self, one: _Element, path: str) -> tuple[str, ...]:
        """What pressing it does, as far as the page says."""
        if one.tag == "a":
            return ("leads to", urljoin(path, one.attrs["href"]))
        form = self.form_of(one)
        if one.tag == "summary" or not form or one.attrs.get("type") == "button":
            # What it opens or changes is its own.
            return ("opens", str(id(one)))
        fields = (field.attrs for field in form.all() if field.tag == "input" and field.attrs.get("type") == "hidden")
        carried = sorted(
            f"{field.get('name')}={field.get('value')}" for field in fields if field.get("name") not in OF_THE_PAGE
        )
        to = one.attrs.get("formaction") or form.attrs.get("action", "")
        return ("sends", urljoin(path, to), one.attrs.get("name", ""), one.attrs.get("value", ""), *carried)


def is_pressed(one: _Element) -> bool:
    pressed = one.tag in {"button", "summary"} or (one.tag == "a" and "href" in one.attrs)
    return pressed and not any(above.is_unheard for above in one.upwards())


def names_of(html: str) -> list[str]:
    """What the buttons and links of the page are called, in order."""
    tree = _Tree(html)
    return [tree.name(one) for one in tree.root.all() if is_pressed(one)]


def alike(path: str, html: str) -> list[str]:
    """The names that two buttons or links of the page have which do different things; a dialog is a page of its own."""
    tree = _Tree(html)
    deeds = defaultdict[tuple[str, int], set[tuple[str, ...]]](set)
    for one in filter(is_pressed, tree.root.all()):
        deeds[tree.name(one), id(one.nearest("dialog"))].add(tree.deed(one, path))
    return [f"{name}: {sorted(does)[:3]}" for (name, _dialog), does in deeds.items() if len(does) > 1]
