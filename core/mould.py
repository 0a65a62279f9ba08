"""A fragment that pages show many times: its template says it once for each shape, then words fill it.

Walking a template takes most of the time of a page. The shape of a fragment depends on few things of few values (what
is `fixed`, and which of its `words` are empty); each shape is rendered once in a process, with marks where the words
go. A template may show, escape and test a word, put a number into an address, and do nothing else with them.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from html import escape
from operator import attrgetter
from typing import Any

from django import template
from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

# No template holds these, and no word is ever searched for them.
OPEN, CLOSE, BETWEEN = "\ue000", "\ue001", "\ue002"
# A number may stand in an address, which takes digits only. Longer than any number of a row.
NUMBER = 7_402_653_100_000_000_000
MARK = re.compile(rf"{OPEN}(\d+){CLOSE}|{str(NUMBER)[:-3]}(\d{{3}})")
# Facts of few values make few shapes; where somebody fixes a word of many by mistake, memory stays bounded.
MOST_SHAPES = 2000

register = template.Library()


def mark(place: int, word: object) -> object:
    """What stands for the `place`-th word while a shape is drawn; nothing for an empty one."""
    if type(word) is int:
        return NUMBER + place if word else 0
    return f"{OPEN}{place}{CLOSE}" if word else ""


def shape(drawn: str) -> str:
    """What was drawn around the marks, as a string to be formatted with the words."""
    ready = drawn.replace("{", "{{").replace("}", "}}")
    return MARK.sub(lambda found: f"{{{int(found[1] or found[2])}}}", ready)


def escaped(words: Sequence[str]) -> Sequence[str]:
    """Each of `words` as a template would escape it: all at once, which is quicker than one by one."""
    several = escape(BETWEEN.join(words)).split(BETWEEN)
    return several if len(several) == len(words) else [escape(word) for word in words]


class Mould:
    """`template` shows one `subject`: `words` are its strings, `fixed` the few things of few values beside them."""

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
        found = self.shapes.get(key)
        if found is None:
            found = self.shapes[key] = self._shape(words, fixed)
        return mark_safe(found.format(csrf_token, *escaped(words)))

    def items(self, several: Iterable[object], csrf_token: object) -> SafeString:
        """Each of `several` as an item of a list."""
        return mark_safe("".join([f"<li>{self.cast(one, csrf_token)}</li>" for one in several]))

    def _shape(self, words: tuple[str, ...], fixed: tuple[Any, ...]) -> str:
        told: dict[str, Any] = dict(zip(self.fixed, fixed, strict=True))
        told |= {name: mark(n, word) for n, (name, word) in enumerate(zip(self.words, words, strict=True), start=1)}
        return shape(render_to_string(self.template, {self.subject: told, "csrf_token": mark(0, "a token")}))


class MouldNode(Node):
    """`{% mould fixed … words … %}…{% endmould %}`: the block knows what is named, and nothing else of the page."""

    child_nodelists = ("nodelist",)

    def __init__(
        self, nodelist: NodeList, fixed: Sequence[FilterExpression], words: Sequence[FilterExpression]
    ) -> None:
        self.nodelist = nodelist
        self.fixed = fixed
        self.words = words
        self.shapes: dict[Hashable, str] = {}

    def render(self, context: Context) -> SafeString:
        fixed = [name.resolve(context) for name in self.fixed]
        words = [name.resolve(context) for name in self.words]
        key = (get_language(), *fixed, *[(type(word) is int, bool(word)) for word in words])
        found = self.shapes.get(key)
        if found is None:
            if len(self.shapes) >= MOST_SHAPES:
                self.shapes.clear()
            found = self.shapes[key] = self._shape(context, fixed, words)
        return mark_safe(found.format(*map(conditional_escape, words)))

    def _shape(self, context: Context, fixed: list[Any], words: list[Any]) -> str:
        marks = [mark(place, word) for place, word in enumerate(words)]
        told: dict[str, Any] = {}
        for name, value in zip((*self.fixed, *self.words), (*fixed, *marks), strict=True):
            *path, last = str(name).split(".")
            inner = told
            for part in path:
                inner = inner.setdefault(part, {})
            inner[last] = value
        # A new context: what is not named cannot be shown, so nobody's words stay in a shape.
        return shape(self.nodelist.render(context.new(told)))


@register.tag("mould")
def compile_mould(parser: Parser, token: Token) -> MouldNode:
    """`{% mould fixed meeting.stage begun words meeting.pk name %}`: each fact under the name by which it is told."""
    names = token.split_contents()[1:]
    at = names.index("words") if "words" in names else len(names)
    if names[:1] != ["fixed"] and at:
        raise template.TemplateSyntaxError("say {% mould fixed … words … %}")
    nodelist = parser.parse(("endmould",))
    parser.delete_first_token()
    fixed = [parser.compile_filter(name) for name in names[1:at]]
    return MouldNode(nodelist, fixed, [parser.compile_filter(name) for name in names[at + 1 :]])
