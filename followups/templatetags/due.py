"""The rows of a list of follow-ups."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString

from core.mould import Mould
from followups.rows import Row

register = template.Library()

ROW = Mould(
    "followups/_row.html",
    "row",
    words=("at", "sentence", "back", "when", "state", "button", "href", "done", "instead", "instead_href"),
    fixed=("menu",),
)


@register.simple_tag(takes_context=True)
def due_rows(context: dict[str, Any], rows: Iterable[Row]) -> SafeString:
    """The list items of `rows`, none of which was just acted on."""
    return ROW.items(rows, str(context["csrf_token"]))
