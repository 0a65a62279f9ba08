"""A fragment that one page shows many times: its own template says it once for each shape, then words fill it."""

from collections.abc import Callable, Hashable, Iterable
from html import escape
from operator import attrgetter
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

# No template holds these, and no word is ever searched for them.
OPEN, CLOSE = "\ue000", "\ue001"


class Mould:
    """`template` shows one `subject`: `words` are its strings, `fixed` the few things of few values beside them.

    Walking a template for each row of a list takes most of the time of a page. A row's shape depends on which of
    its words are empty and on what is fixed; each shape is rendered once in a process, with marks for the words.
    The template may show, escape and test a word, and do nothing else with it.
    """

    def __init__(self, template: str, subject: str, *, words: tuple[str, ...], fixed: tuple[str, ...] = ()) -> None:
        self.template = template
        self.subject = subject
        self.words = words
        self.fixed = fixed
        self.shapes: dict[Hashable, str] = {}
        # Filled up with names to spare, because attrgetter gives no tuple for one name.
        self._words: Callable[[object], tuple[str, ...]] = attrgetter(*words, words[0])
        self._fixed: Callable[[object], tuple[Any, ...]] = attrgetter(*fixed, "__class__", "__class__")

    def cast(self, one: object, csrf_token: object) -> SafeString:
        """The markup of `one`, as its template would render it; its words are escaped."""
        words, fixed = self._words(one)[:-1], self._fixed(one)[:-2]
        key = (get_language(), fixed, tuple(map(bool, words)))
        shape = self.shapes.get(key)
        if shape is None:
            shape = self.shapes[key] = self._shape(words, fixed)
        # Every word is escaped here, as a template would.
        return mark_safe(shape.format(csrf_token, *map(escape, words)))

    def items(self, several: Iterable[object], csrf_token: object) -> SafeString:
        """Each of `several` as an item of a list."""
        return mark_safe("".join([f"<li>{self.cast(one, csrf_token)}</li>" for one in several]))

    def _shape(self, words: tuple[str, ...], fixed: tuple[Any, ...]) -> str:
        marks = [f"{OPEN}{n}{CLOSE}" for n in range(len(words) + 1)]
        told: dict[str, Any] = dict(zip(self.fixed, fixed, strict=True))
        told |= {name: mark if word else "" for name, word, mark in zip(self.words, words, marks[1:], strict=True)}
        said = render_to_string(self.template, {self.subject: told, "csrf_token": marks[0]})
        return said.replace("{", "{{").replace("}", "}}").replace(OPEN, "{").replace(CLOSE, "}")
