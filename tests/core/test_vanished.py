"""A row that another window takes out between the door and the lock is not there: no page breaks for it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from core.locking import Vanished, transition
from tests.cast import a_contact


def test_an_act_refuses_by_its_name(amina: User) -> None:
    contact = a_contact(amina)
    Contact.objects.filter(pk=contact.pk).delete()
    with pytest.raises(Vanished), transition(contact):
        pytest.fail("nothing was locked")


def test_its_page_says_that_nothing_is_there(as_amina: Client, amina: User) -> None:
    contact = a_contact(amina)

    def in_another_window(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if "contacts_contact" in sql and "FOR NO KEY UPDATE" in sql:
            context["connection"].connection.execute("DELETE FROM contacts_contact WHERE id = %s", [contact.pk])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(in_another_window):
        words = {"kind": "role", "text": "Leads the survey.", "source_link": ""}
        answer = as_amina.post(reverse("contacts:find", args=[contact.pk]), words)
    assert answer.status_code == 404
