"""A director looks at every kind of mail as it would leave, and sends one to themselves."""

import html
import re

import pytest
from django.test import Client
from django.utils import timezone

from core.samples import samples
from tests.cast import Cast
from tests.core.test_every_mail import HOLES, check_page, noted, templates
from tests.post import ReadPage, delivered

pytestmark = pytest.mark.django_db
PAGE = "/centre/emails/"


def test_every_mail_that_a_template_writes_is_there(cast: Cast) -> None:
    with noted() as names:
        found = samples(cast.dara, timezone.now())
    assert templates() - names == set()
    assert len({sample.words.subject for sample in found}) > 15


def test_none_has_a_hole(cast: Cast) -> None:
    for sample in samples(cast.dara, timezone.now()):
        for text in (sample.words.subject, sample.text.replace("\n-- \n", "\n--\n")):
            found = HOLES.search(text)
            assert not found, f"{sample.kind}: {found!r} in\n{text}"


def test_each_is_shown_drawn_and_as_text(as_dara: Client, cast: Cast) -> None:
    listed = as_dara.get(PAGE).content.decode()
    for sample in samples(cast.dara, timezone.now()):
        assert f'href="{PAGE}{sample.kind}/"' in listed
        page = as_dara.get(f"{PAGE}{sample.kind}/").content.decode()
        frame = re.search(r'<iframe class="mail-page" sandbox srcdoc="([^"]*)"', page)
        assert frame
        drawn = ReadPage(html.unescape(frame[1]))
        assert drawn.title == sample.words.subject
        assert html.escape(sample.text.splitlines()[0]) in page


def test_is_sent_to_whoever_looks_at_it(as_dara: Client, cast: Cast) -> None:
    answer = as_dara.post(f"{PAGE}copy_arranged/send/", follow=True).content.decode()
    assert f"We’re sending it to {cast.dara.email}." in answer
    [letter] = delivered()
    assert letter.to == [cast.dara.email]
    assert letter.subject == "Your conversation with Sam Example"
    assert len(letter.attachments) == 1
    check_page(letter, "sample")


def test_no_kind_that_is_none(as_dara: Client) -> None:
    assert as_dara.get(f"{PAGE}nonsense/").status_code == 404
    assert as_dara.post(f"{PAGE}nonsense/send/").status_code == 404


def test_the_mails_own_styles_are_let_in_where_it_is_shown_and_nowhere_else(as_dara: Client) -> None:
    assert "'unsafe-inline'" in as_dara.get(f"{PAGE}digest/")["Content-Security-Policy"]
    assert "'unsafe-inline'" not in as_dara.get(PAGE)["Content-Security-Policy"]


def test_nothing_is_kept_of_looking(as_dara: Client, cast: Cast) -> None:
    as_dara.get(PAGE)
    assert not delivered()


def test_sends_as_many_as_there_are_and_no_more_for_an_hour(as_dara: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("centre.views.samples.AN_HOUR", 2)
    answers = [as_dara.post(f"{PAGE}copy_arranged/send/") for _press in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 422]
    assert "Wait a few minutes" in answers[-1].content.decode()
    assert len(delivered()) == 2
