"""How a form is drawn: the helper that `{% crispy form %}` asks a form for, and what the house lays out beside fields.

Each form has a property `helper`; rows, fieldsets and the holder of buttons are those of crispy-forms
(docs/decisions/0040-forms-are-drawn-by-their-helper.md).
"""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from crispy_forms.utils import flatatt
from django import forms
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from core import links, once

# The kinds of fields in which somebody types.
_TYPED = {"text", "email", "tel", "url", "number", "date", "time", "search"}
# So many letters of a name or a thing are read out behind a button's words.
HEARD = 80


def of_what(subject: Any) -> SafeString:
    """What is heard and not seen behind the words of a button or link that others on its page have too."""
    if not subject:
        return mark_safe("")
    words = str(subject)
    # What is shorter is the rule, and cutting counts every sign.
    heard = words if len(words) <= HEARD else Truncator(words).chars(HEARD)
    return format_html('<span class="visually-hidden">: {}</span>', heard)


class Include:
    """A template between the fields: it is given the page's context, the form, and `values`."""

    def __init__(self, template: str, **values: Any) -> None:
        self.template, self.values = template, values

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        return render_to_string(self.template, {**context.flatten(), "form": form, **self.values})


class Errors(Include):
    """What is wrong with the form as a whole. It stands first, where a layout puts it nowhere else."""

    def __init__(self, template: str = "core/_errors.html") -> None:
        super().__init__(template)


class HouseHelper(FormHelper):  # type: ignore[misc]
    """A form with its tag, the token against forgery, its errors, its hidden fields, and what is laid out.

    In `fields`: names of fields and other pieces, in order; `action`: where it is sent, the page's own address when
    empty; `row`: what tells its draft from those of other rows where the address does not; `attrs`: what else stands in
    the tag, `hx_post` for `hx-post`.
    """

    render_hidden_fields = True
    include_media = False
    # crispy-forms would look the address up as a name of the URLconf, twice for each form.
    form_action = ""

    def __init__(
        self,
        *fields: Any,
        action: str = "",
        css_class: str = "form",
        css_id: str = "",
        method: str = "post",
        form_tag: bool = True,
        row: Any = None,
        **attrs: Any,
    ) -> None:
        super().__init__()
        self.row = row
        errors = [] if any(isinstance(piece, Errors) for piece in fields) else [Errors()]
        self.layout = Layout(*errors, *fields)
        self.form_class, self.form_id, self.form_method, self.form_tag = css_class, css_id, method, form_tag
        self.attrs = {**({"action": action} if action else {}), **attrs}

    def render_layout(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        form.draft = self._draft_of(form, context)
        html: SafeString = super().render_layout(form, context, **kwargs)
        return html

    def _draft_of(self, form: Any, context: Any) -> str:
        """By which name a device keeps what is typed here (static/core/drafts.js); "" where nobody types."""
        typed = any(_is_typed(field.widget) for field in form.fields.values())
        if self.form_method != "post" or not (typed or "data_autosave" in self.attrs):
            return ""
        # Not by the row that is edited: it may be made by the first save, and pages may edit parts of one.
        place = self.row or links.hidden(self.attrs.get("action") or context["request"].path)
        return f"{type(form).__name__}:{place}"


def _is_typed(widget: forms.Widget) -> bool:
    return isinstance(widget, forms.Textarea) or getattr(widget, "input_type", "") in _TYPED


class Button:
    """A button with its words; it sends the form, unless its attributes say otherwise.

    In `look`: "quiet", "plain" or "danger"; the one act that comes next has none. `subject`: what it is about, where
    others on the page have the same words.
    """

    def __init__(self, words: Any, look: str = "", subject: Any = "", **attrs: Any) -> None:
        self.words, self.subject, self.attrs = words, subject, {"class": f"button {look}".strip(), **attrs}

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        return format_html("<button{}>{}{}</button>", flatatt(self.attrs), self.words, of_what(self.subject))


class Anchor:
    """A way out of the form that stands among its buttons."""

    def __init__(self, words: Any, href: Any, look: str = "plain", subject: Any = "", **attrs: Any) -> None:
        self.words, self.subject, self.attrs = words, subject, {"class": f"button {look}", "href": href, **attrs}

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        return format_html("<a{}>{}{}</a>", flatatt(self.attrs), self.words, of_what(self.subject))


class Details(Div):  # type: ignore[misc]
    """Fields that stand folded away until somebody asks for them."""

    template = "%s/layout/details.html"

    def __init__(self, summary: Any, *fields: Any, is_open: bool = False) -> None:
        super().__init__(*fields)
        self.summary, self.is_open = summary, is_open


class Carried:
    """A value that the form carries along. Unlike the Hidden of crispy-forms it is never read as a template."""

    def __init__(self, name: str, value: Any, **attrs: Any) -> None:
        self.attrs = {"type": "hidden", "name": name, "value": value, **attrs}

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        return format_html("<input{}>", flatatt(self.attrs))


class Once(Carried):
    """The token by which a form that is sent twice has one result (core/once.py)."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(once.FIELD, once.new_token(), **attrs)


class Heading:
    """A heading inside the form."""

    def __init__(self, words: Any, css_id: str = "") -> None:
        self.words, self.attrs = words, {"id": css_id} if css_id else {}

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        return format_html("<h2{}>{}</h2>", flatatt(self.attrs), self.words)


class Hint:
    """A line between the fields."""

    def __init__(self, words: Any, css_class: str = "soft") -> None:
        self.words, self.css_class = words, css_class

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        return format_html('<p class="{}">{}</p>', self.css_class, self.words)


class Zones(Include):
    """The names of time zones, which a ZoneField offers while somebody types."""

    def __init__(self) -> None:
        super().__init__("core/_zones.html")


class SaveLine:
    """The line under a form that saves itself; `autosave` sends the sentence here."""

    def __init__(self, css_id: str) -> None:
        self.css_id = css_id

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        return format_html('<p class="save-line" id="{}" aria-live="off"></p>', self.css_id)


def posting(to: str, target: str, *, trigger: str) -> dict[str, Any]:
    """The attributes of what posts itself to `to` at each `trigger`; the answer is shown in the element `target`."""
    shown = {"hx_target": f"#{target}", "hx_swap": "innerHTML"}
    return {"hx_post": to, "hx_trigger": trigger, **shown, "hx_sync": "this:replace"}


def autosave(to: str, line: str, *, trigger: str = "input delay:900ms, change") -> dict[str, Any]:
    """The attributes of a form that saves itself: it is sent to `to`, and the answer shown in the element `line`."""
    return {"data_autosave": True, "hx_headers": '{"X-Autosave": "1"}', **posting(to, line, trigger=trigger)}
