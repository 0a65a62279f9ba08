"""Words that break programs, on the contact's page: taken and shown as they are, or refused in a sentence."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from core.models import Bucket
from core.text import clean_line
from meetings.models import Reply
from tests.accounts.test_naughty import naughty
from tests.meetings.builders import anew, invited

pytestmark = pytest.mark.django_db


# The strings come in families, and all of them are tried where a member types.
@pytest.mark.parametrize("each", [12, pytest.param(1, marks=pytest.mark.slow)])
def test_any_words_are_taken_or_refused(each: int, stranger: Client, as_amina: Client, amina: User) -> None:
    reply = invited(amina, now=timezone.now())
    link = f"/r/{reply.make_link(now=timezone.now())}/"
    for words in naughty()[::each]:
        data = {"answer": "proposed", "place": words[:300], "line": words[:500], "zone": words[:60], "mode": "phone"}
        # Twenty acts an hour are enough for people.
        Bucket.objects.all().delete()
        answer = stranger.post(f"{link}answer/", data)
        if answer.status_code == 302:
            assert anew(reply).place == clean_line(words[:300])
        else:
            assert answer.status_code == 422, words
    Bucket.objects.all().delete()
    named = {"answer": "named", "name": "<script>alert(1)</script>", "reach": "{{ 7|add:7 }}"}
    assert stranger.post(f"{link}answer/", named).status_code == 302
    for page in (stranger.get(link), as_amina.get("/"), as_amina.get(reply.meeting.get_absolute_url())):
        assert "<script>alert(1)" not in page.content.decode()
    assert anew(reply).answer == Reply.Answer.NAMED
