"""A mould says what its template says, whatever the words hold."""

from dataclasses import replace
from itertools import product

import pytest
from django.template.loader import render_to_string

from core.mould import Mould
from followups.rows import Menu, Row
from followups.templatetags.due import ROW
from home.talk import Talk
from home.templatetags.talks import NEXT, PREPARING, WAITING

NASTY = "<b class=\"x\">'{0}' {at} %s & \ue0001\ue001</b>"
MENU = Menu("More", "Tomorrow", "In three business days", "Next week", "Another day", "Let it rest")
TALK = Talk(
    pk=7,
    at="/meetings/7/",
    stage="planned",
    starts_at=None,
    ends_at=None,
    zone="Europe/Berlin",
    where="",
    asked_at=None,
    name=NASTY,
    addressed=NASTY,
    work="",
    done=2,
    total=9,
    step=None,
)


@pytest.mark.parametrize(("back", "state", "button", "href", "done"), list(product(*[["", NASTY]] * 5)))
def test_says_a_row_as_its_template_does(back: str, state: str, button: str, href: str, done: str) -> None:
    row = Row("/followups/7/", NASTY, back, "today", state, button, href, done, MENU)
    for _ in range(2):
        cast = ROW.cast(row, "a token")
        assert cast == render_to_string("followups/_row.html", {"row": row, "csrf_token": "a token"})
    assert "<b class" not in cast


@pytest.mark.parametrize("mould", [NEXT, PREPARING, WAITING])
def test_says_a_conversation_as_its_template_does(mould: Mould) -> None:
    for talk in (TALK, replace(TALK, work=NASTY, where=NASTY), replace(TALK, done=5, asked=NASTY)):
        assert mould.cast(talk, "") == render_to_string(mould.template, {"talk": talk})
