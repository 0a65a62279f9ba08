"""The sample conversation: read, put away, taken out again; nothing of it is a row."""

import pytest
from django.test import Client

from accounts.models import User
from contacts.models import Contact
from meetings.models import Meeting

pytestmark = pytest.mark.django_db


def test_is_there_to_read(as_amina: Client) -> None:
    page = as_amina.get("/sample/").content.decode()
    for words in ("Dr. Osei", "informational interview", "20-minute", "net menders", "Amina Yusuf"):
        assert words in page, words
    assert page.count("<li>") >= 7
    assert not Meeting.objects.exists()
    assert not Contact.objects.exists()


def test_asks_for_nothing(as_amina: Client) -> None:
    main = as_amina.get("/sample/").content.decode().partition("<main")[2].partition("</main>")[0]
    assert main.count("<form") == 1
    assert "<textarea" not in main


def test_is_put_away_and_taken_out_again(as_amina: Client, amina: User) -> None:
    assert "/sample/" in as_amina.get("/").content.decode()
    page = as_amina.post("/sample/put-away/", follow=True).content.decode()
    assert "Read a sample conversation" not in page
    assert "/sample/take-out/" in page
    assert "Hide the sample" not in as_amina.get("/sample/").content.decode()
    page = as_amina.post("/sample/take-out/", follow=True).content.decode()
    assert "Read a sample conversation" in page
    amina.refresh_from_db()
    assert amina.sample_put_away_at is None
