"""A row of the list says what its template says, whatever the words hold."""

from itertools import product

import pytest
from django.template.loader import render_to_string

from contacts.templatetags.people import ROW, Row

HOSTILE = "<b>{0} {{ x }} & “quoted” 'it'"


@pytest.mark.parametrize("shape", list(product([False, True], repeat=4)))
def test_says_a_person_as_its_template_does(shape: tuple[bool, ...]) -> None:
    work, tags, touch, act = (HOSTILE if there else "" for there in shape)
    row = Row("/people/1/", HOSTILE, work, tags, touch, "2026", touch, act, "2026", act, "A")
    assert ROW.cast(row, "") == render_to_string("contacts/_row.html", {"row": row})
