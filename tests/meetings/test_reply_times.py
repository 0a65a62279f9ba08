"""The contact's page once a time is agreed on, and the student offers others."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from core import times
from core.templatetags.house import unbroken
from meetings.models import Reply
from tests.meetings.builders import anew
from tests.meetings.test_reply_page import link, offer, reply, send

pytestmark = pytest.mark.django_db
__all__ = ["link", "reply"]


def test_says_which_time_stands_and_that_others_were_offered_since(stranger: Client, reply: Reply, link: str) -> None:
    now, words = timezone.now(), "has now offered other times"
    reply.accept(reply.offers.get(position=1).pk, now=now, zone="Africa/Accra", mode="online")
    assert words not in stranger.get(link).content.decode()
    later = now + timedelta(days=5)
    Reply.offer(anew(reply).meeting, now=now + timedelta(minutes=1), times=[later])
    page = stranger.get(link).content.decode()
    assert words in page
    accra = "Africa/Accra"
    assert unbroken(times.say(later, accra, until=later + reply.meeting.duration)) in page
    assert times.say(anew(reply).meeting.starts_at, accra)[:8] in page
    # Chosen, it stands, and nothing of the offer is left standing.
    send(stranger, link, answer=offer(anew(reply)))
    assert anew(reply).meeting.starts_at == later
    assert words not in stranger.get(link).content.decode()
