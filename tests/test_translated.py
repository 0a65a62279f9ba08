"""Everything that a person reads, in a language made up for this: no sentence of ours stays as it was written."""

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from accounts.inviting import invite_all
from accounts.models import User
from coach import bank
from core import outbox
from core.models import Mail
from core.times import zone_names
from followups.feed import content
from followups.models import Feed
from followups.reminders.choosing import post_due
from meetings.calendar import invite
from meetings.models import Meeting
from tests.browser.test_axe import demo_cast, kind_of, reached, visitor
from tests.calendars import read
from tests.languages import speaking
from tests.pseudo import CODE, Shown, make_catalogue, put_data_in_greek

pytestmark = pytest.mark.django_db

WORD = re.compile(r"[A-Za-z][A-Za-z’'-]+")
# The same in every language: addresses, the names of places by which zones are called, brands, formats, sources.
ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\b[\w.-]+\.(?:example|test|com|edu)\b\S*|\{\w+\}|/r/\S+|[\w, ]+\.pdf\b")
NAMES = {
    "Halfhour",
    "Berkeley",
    "Bethel",
    "Keene",
    "LinkedIn",
    "Zoom",
    "Teams",
    "Outlook",
    "Apple",
    "Google",
    "Europe",
    "PDF",
    "DOCX",
    "RTF",
    "ODT",
    "KB",
    "MB",
    "SMTP",
}
# Django’s own Greek has no month.
NAMES |= {"month", "months"}
PLACES = {part for zone in zone_names() for part in re.split(r"[/_]", zone)}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    below: Path = tmp_path_factory.mktemp("locale")
    make_catalogue(below)
    return below


@pytest.fixture(scope="module")
def in_greek(catalogue: Path) -> Iterator[None]:
    # As in a web process: everything is imported before anybody asks in a language.
    import_module(settings.ROOT_URLCONF)
    with speaking(CODE, catalogue):
        yield


@pytest.fixture(scope="module")
def demo(in_greek: None, demo_centre: Path) -> None:
    """The demo centre, told in the made-up language; what its people typed is Greek too."""
    put_data_in_greek()


def untouched(texts: Iterable[str]) -> set[str]:
    titles = {named.title for named in (*bank.categories(), *bank.sets())}
    return {
        text
        for text in texts
        if text.split(" · ")[0] not in titles and set(WORD.findall(ADDRESS.sub(" ", text))) - NAMES - PLACES
    }


def in_words(left: dict[str, set[str]]) -> str:
    return "\n".join(f"{', '.join(sorted(where)[:3])}: {text}" for text, where in sorted(left.items()))


def test_every_page(demo: None) -> None:
    left = defaultdict(set)
    for who in ("amina", "dara", "stranger"):
        client = visitor(who, demo_cast())
        for path, html in reached(client, 1):
            shown = Shown(html)
            assert shown.lang == CODE, path
            for text in untouched(shown.texts):
                left[text].add(kind_of(path))
    assert not left, in_words(left)


@pytest.mark.parametrize("of_a_kind", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_every_refusal(of_a_kind: int, demo: None) -> None:
    left = defaultdict(set)
    for who in ("amina", "dara", "stranger"):
        client = visitor(who, demo_cast())
        for path, html in [*reached(client, of_a_kind)]:
            for action, data in Shown(html).forms:
                answer = client.post(action or path, dict.fromkeys(data, ""))
                if answer.status_code == 422:
                    for text in untouched(Shown(answer.content.decode()).texts):
                        left[text].add(kind_of(action or path))
    assert not left, in_words(left)


def test_every_mail(demo: None) -> None:
    now, cast = timezone.now(), demo_cast()
    invite_all(by=cast.dara, now=now, emails=["new@demo.test"], role=User.Role.STUDENT)
    visitor("stranger", cast).post(reverse("account_reset_password"), {"email": cast.bo.email})
    visitor("stranger", cast).post(reverse("account_reset_password"), {"email": "nobody@demo.test"})
    for hour in range(72):
        post_due(now=now + timedelta(hours=hour))
    seen, left = set(), {}
    for mail in Mail.objects.filter(sent_at=None):
        written = outbox.writer(mail.writer)(mail, mail.posted_at) if mail.writer else mail
        if written is not None and mail.kind != "letter":
            seen.add(mail.kind)
            if texts := untouched([written.subject, *written.text.splitlines()]):
                left[mail.kind] = texts
    assert left == {}
    assert seen >= {"digest", "day_before", "thanks", "invitation", "password_reset_key", "unknown_account"}


def test_the_pdf(demo: None) -> None:
    client = visitor("amina", demo_cast())
    meeting = Meeting.objects.visible_to(demo_cast().amina).coming().first()
    pdf = client.get(reverse("agendas:pdf", args=[meeting.pk]))
    lines = [line for page in PdfReader(io.BytesIO(pdf.getvalue())).pages for line in page.extract_text().splitlines()]
    assert untouched(lines) == set()


def test_the_calendar_files(demo: None) -> None:
    amina, now = demo_cast().amina, timezone.now()
    feed = Feed.choose(by=amina, talks=True, followups="days", names="full", details=True)
    meeting = Meeting.objects.visible_to(amina).coming().first()
    files = [
        content(feed, now=now),
        invite(meeting, for_contact=True, now=now),
        invite(meeting, for_contact=False, now=now),
    ]
    texts = [
        text for file in files for item in read(file).items for text in (item.summary, item.description, item.location)
    ]
    assert untouched(filter(None, texts)) == set()
