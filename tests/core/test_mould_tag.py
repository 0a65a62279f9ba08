"""`{% mould %}` draws a block once for each shape; then only the words differ."""

from typing import Any

import pytest
from django.template import Context, RequestContext, TemplateSyntaxError
from django.template.engine import Engine
from django.test import RequestFactory

from core import mould
from core.mould import MouldNode, escaped

NASTY = "<b>'{0}' {x} %s & \ue0001\ue001\ue002</b>"


def _template(words: str) -> Any:
    return Engine.get_default().from_string(words)


def test_says_what_the_block_would_say() -> None:
    block = (
        '<p>{% if late %}late{% endif %} {{ name }} <a href="{% url "goals:show" goal.pk %}">{{ goal.subject }}</a></p>'
    )
    moulded = _template("{% mould fixed late words name goal.pk goal.subject %}" + block + "{% endmould %}")
    plain = _template(block)
    for name, late, pk in [(NASTY, True, 7), ("Amina", False, 8), ("", True, 9), ("Bo", True, 7)]:
        told = {"name": name, "late": late, "goal": {"pk": pk, "subject": name}}
        for _ in range(2):
            assert moulded.render(Context(told)) == plain.render(Context(told))


def test_shows_nothing_that_it_was_not_given() -> None:
    """What one person sees cannot stay in the shape that the next one is shown."""
    moulded = _template("{% mould words name %}{{ name }}{{ secret }}{{ user }}{% endmould %}")
    request = RequestFactory().get("/")
    assert moulded.render(RequestContext(request, {"name": "Amina", "secret": "x", "user": "y"})) == "Amina"


def test_holds_a_token_like_any_word() -> None:
    moulded = _template("{% mould words csrf_token %}{% csrf_token %}{% endmould %}")
    first, second = (moulded.render(Context({"csrf_token": token})) for token in ("aaa", "bbb"))
    assert 'value="aaa"' in first
    assert 'value="bbb"' in second


def test_keeps_few_shapes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mould, "MOST_SHAPES", 5)
    moulded = _template("{% mould fixed name %}{{ name }}{% endmould %}")
    [node] = moulded.nodelist.get_nodes_by_type(MouldNode)
    for number in range(20):
        assert moulded.render(Context({"name": f"name {number}"})) == f"name {number}"
    assert len(node.shapes) <= 5


def test_wants_to_know_what_is_fixed_and_what_are_words() -> None:
    with pytest.raises(TemplateSyntaxError):
        _template("{% mould name %}{{ name }}{% endmould %}")


@pytest.mark.parametrize("words", [[], ["a"], ["<a>", "", "'b'"], ["x\ue002y", "<"]])
def test_escapes_all_at_once_as_one_by_one(words: list[str]) -> None:
    assert list(escaped(words) if words else []) == [escaped([word])[0] for word in words]
