"""M4: every mail of the product has its facts, whichever of them is missing and whatever stands in it.

Which mails there are is asked of the program: the templates below `templates/`, and the writers that rooms registered.
One that no act here brings about fails the first test.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.core import context as allauth_context
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMessage
from django.db import DatabaseError, models, transaction
from django.test import RequestFactory
from django.test.signals import template_rendered

from accounts.models import Invitation, User
from centre.models import Centre
from centre.views.status import _trial
from core import arriving, outbox, sending
from core.models import Mail
from followups.models import Followup
from followups.reminders.choosing import post_due
from meetings.models import Dispatch, Message
from tests.cast import Cast, a_meeting
from tests.core.corpus import raw
from tests.followups.test_reminders import EIGHT, TALK, arranged, due
from tests.meetings.builders import a_draft, anew, invited
from tests.post import page_of

pytestmark = pytest.mark.django_db

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
# What is left where a fact is missing.
HOLES = re.compile(
    r"\bNone\b|[^\s]  +\S|^[ ]*[,.;:!?)]|[ (“‘][,.;:!?)](?=\s|$)|\( *\)|“ *”|,\s*,|:\s*\Z|\n\n\n|\A\s|\s\s\Z"
    r"|\b(?:for|to|with|of|at|by|in|from|and)[.,;:)]|&(?:amp|lt|gt|quot|#)|\{\{|\{%|%\(",
    re.MULTILINE,
)
HOSTILE = '{{ x }} {% now %} %(who)s <b>"O\'Hara & Søn"</b>\r\nBcc: all@example.org\n\u202e海'
# What allauth says besides, as its own code has it. An address of a page is made by the program and never missing.
PLACES = {name: f"https://x.test/{name}" for name in ("activate_url", "password_reset_url", "signup_url")}
FACTS = {"from_email": "old@example.edu", "to_email": "new@example.edu", "deleted_email": "gone@example.edu"}


# What a page of words and links is made of; nothing of it loads anything.
PLAIN = {
    part
    for tag in ("html", "head", "meta", "title", "style", "body", "div", "p", "a", "br")
    for part in (tag, f"/{tag}")
}


def templates() -> set[str]:
    """Every mail that a template writes, by its path; parts of others begin with "_" or "base_"."""
    found = [*TEMPLATES.glob("*/mail/*.txt"), *TEMPLATES.glob("*/email/*.txt")]
    return {str(path.relative_to(TEMPLATES)) for path in found if not path.name.startswith(("_", "base_"))}


@contextmanager
def noted() -> Iterator[set[str]]:
    """The templates that are used within the block."""
    names: set[str] = set()

    def note(sender: Any, template: Any, **more: Any) -> None:
        names.add(str(template.name))

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


class Acts:
    """Whatever brings about a mail, with the rows that it needs."""

    def __init__(self, cast: Cast, centre: Centre) -> None:
        self.cast = cast
        centre.revise(seen=None, sends_for_students=True)
        self.request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.7", HTTP_USER_AGENT="A browser")
        self.request.user = AnonymousUser()
        cast.amina.confirm_address()
        self.second = EmailAddress.objects.create(user=cast.amina, email="second@example.edu")
        due(cast.amina)
        arranged(cast.amina, TALK)
        talk = arranged(cast.bo, EIGHT - timedelta(hours=15))
        talk.hold(now=EIGHT - timedelta(hours=14))
        over = arranged(cast.cleo, EIGHT - timedelta(hours=15))
        User.objects.filter(pk=cast.cleo.pk).update(role=User.Role.STUDENT)
        Followup.objects.filter(meeting=over).delete()
        self.news = [invited(cast.bo, now=EIGHT - timedelta(days=1)) for _ in range(2)]
        self.left = [
            invited(cast.bo, EIGHT + timedelta(days=day), now=EIGHT - timedelta(days=1)) for day in range(3, 7)
        ]
        self.letter = a_draft(a_meeting(cast.bo), now=EIGHT)
        Message.objects.filter(pk=self.letter.pk).update(subject="A question", body="May I ask you?", revision=1)

    def letters(self, facts: dict[str, Any], **user: Any) -> list[EmailMessage]:
        """Every mail there is, as it leaves."""
        self._post({**PLACES, **facts})
        found = [sending._written(mail, EIGHT) for mail in Mail.objects.order_by("pk")]
        return [letter for letter in found if letter is not None]

    def _post(self, facts: dict[str, Any]) -> None:
        amina = User.objects.get(pk=self.cast.amina.pk)
        for role in (User.Role.STUDENT, User.Role.ADVISER):
            dara = User.objects.get(pk=self.cast.dara.pk)
            Invitation.invite(by=dara, now=EIGHT, email=f"{role}.new@example.edu", role=role)
        for moment in (EIGHT, TALK - timedelta(hours=24), EIGHT + timedelta(hours=2)):
            post_due(now=moment)
        for reply in self.news:
            anew(reply).propose(now=EIGHT, zone="Africa/Accra", line="After the harvest, please.")
        self._leave_addresses()
        message = Message.objects.select_related("meeting__contact", "meeting__owner").get(pk=self.letter.pk)
        Dispatch.send(message, by=self.cast.bo, now=EIGHT)
        carried = Mail.objects.get(kind="letter")
        arriving.take_in(raw("person/plain", carried), now=EIGHT)
        self.request.user = amina
        outbox.post(_trial(self.request), now=EIGHT)
        with allauth_context.request_context(self.request):
            for name in sorted(templates()):
                prefix, is_message, _rest = name.partition("_message.txt")
                if not is_message:
                    continue
                adapter = get_adapter()
                if "base_notification" in (TEMPLATES / name).read_text():
                    adapter.send_notification_mail(prefix, amina, facts)
                else:
                    has_key = {"key": "secret"} if "confirmation" in prefix or "_key" in prefix else {}
                    adapter.send_mail(prefix, self.second.email, {"user": amina, **facts, **has_key})

    def _leave_addresses(self) -> None:
        """What is mailed to contacts who left an address: a time, one called off, a proposal, and a no."""
        for number, reply in enumerate(map(anew, self.left)):
            if number < 2:
                offer = reply.offers.all()[0].pk
                reply.accept(offer, now=EIGHT, zone="Africa/Accra", mode="phone", place="+233 30 222")
            elif number == 2:
                reply.propose(now=EIGHT, zone="Africa/Accra", at=EIGHT + timedelta(days=9))
            else:
                reply.decline(now=EIGHT)
            anew(reply).send_to(f"left{number}@private.test", now=EIGHT)
            if number == 1:
                anew(reply).meeting.cancel(now=EIGHT)


@pytest.fixture
def acts(cast: Cast, centre: Centre) -> Acts:
    return Acts(cast, centre)


def check(letters: list[EmailMessage], what: str) -> None:
    for letter in letters:
        for text in (letter.subject, letter.body):
            # Behind the line that parts words from a signature stands a blank (RFC 3676, 4.3).
            text = text.replace("\n-- \n", "\n--\n")
            found = HOLES.search(text)
            assert not found, f"{what}: {found!r} in\n{text}"
        assert letter.subject.strip(), what
        assert letter.body.strip(), what
        if not is_a_persons(letter):
            check_page(letter, what)


def is_a_persons(letter: EmailMessage) -> bool:
    """Whether a student wrote it, so that it stays the plain letter that it is."""
    return "Auto-Submitted" not in letter.extra_headers


def check_page(letter: EmailMessage, what: str) -> None:
    """The HTML part has the words and the links of the text, says its language, and fetches nothing."""
    page = page_of(letter)
    assert page.title.split() == letter.subject.split(), what
    assert spoken(page.words)[len(spoken(Centre.recent().name.split())) :] == spoken(letter.body.split()), what
    assert {href for _words, href in page.links} == set(re.findall(r"https?://\S+[^\s.,;:!?)]", letter.body)), what
    assert all(words.strip() for words, _href in page.links), what
    assert ("html", "lang", "en-gb") in page.attributes, what
    assert ("meta", "content", "light dark") in page.attributes, what
    assert set(page.tags) <= PLAIN, what
    assert {name for _tag, name, _value in page.attributes} <= {
        "lang",
        "dir",
        "charset",
        "name",
        "content",
        "class",
        "href",
    }
    assert not re.search(r"url\(|@import|@font-face", page.style), what


def spoken(words: list[str]) -> list[str]:
    """`words` without addresses, which are links on the page, and without the line before a signature."""
    return [word.rstrip(":") for word in words if "://" not in word and word not in {"--", ":"}]


def test_m4_every_template_and_every_writer_is_tried(acts: Acts) -> None:
    with noted() as names:
        letters = acts.letters(FACTS)
    assert templates() - names == set()
    assert set(outbox._writers) - {"trial"} <= set(Mail.objects.values_list("writer", flat=True))
    assert len(letters) > 20


def test_m4_no_mail_has_a_hole(acts: Acts) -> None:
    check(acts.letters(FACTS), "with all facts")


@pytest.mark.parametrize("missing", ["", pytest.param(None, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", FACTS)
def test_m4_no_mail_has_a_hole_where_a_fact_is_missing(acts: Acts, name: str, missing: str | None) -> None:
    check(acts.letters({**FACTS, name: missing}), f"without {name}")


@pytest.mark.parametrize("address", ["", pytest.param("unknown", marks=pytest.mark.slow)])
def test_m4_no_mail_has_a_hole_where_the_visitors_address_is_unknown(acts: Acts, address: str) -> None:
    acts.request.META["REMOTE_ADDR"] = address
    check(acts.letters(FACTS), f"from {address!r}")


def columns() -> list[tuple[type[models.Model], str]]:
    """Every column of words that some row here fills."""
    found = []
    for model in apps.get_models():
        if model._meta.app_label in {"auth", "contenttypes", "procrastinate", "sessions", "account"} or model is Mail:
            continue
        for field in model._meta.concrete_fields:
            # An address that is none is never posted to (core/outbox.py), and a time zone is no words of anybody's.
            other = isinstance(field, models.FileField | models.UUIDField | models.EmailField) or "zone" in field.name
            typed = isinstance(field, models.CharField | models.TextField) and not field.choices
            if typed and not other and model._base_manager.exclude(**{field.attname: ""}).exists():
                found.append((model, field.attname))
    return found


def put(model: type[models.Model], column: str, value: str) -> bool:
    """Whether the database takes `value`; what it refuses cannot stand there."""
    try:
        with transaction.atomic():
            return bool(model._base_manager.update(**{column: value}))
    except DatabaseError:
        return False


@pytest.mark.slow
@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.slow)])
def test_m4_no_mail_has_a_hole_whichever_column_is_empty(step: int, acts: Acts) -> None:
    tried = 0
    for model, column in columns()[::step]:
        with transaction.atomic():
            if put(model, column, ""):
                tried += 1
                check(acts.letters(FACTS), f"{model.__name__}.{column} is empty")
            transaction.set_rollback(True)
    assert tried > 10 / step


def test_m4_whatever_stands_in_the_columns_every_mail_can_be_sent_and_shows_it_as_it_is(acts: Acts) -> None:
    filled = [column for model, column in columns() if put(model, column, HOSTILE)]
    assert len(filled) > 10
    letters = acts.letters(FACTS)
    assert len(letters) > 20
    for letter in letters:
        assert "\n" not in letter.subject
        assert "&lt;" not in letter.body
        assert b"\nBcc:" not in letter.message().as_bytes().partition(b"\n\n")[0]
    assert sum("O'Hara & Søn" in letter.body for letter in letters) > 10
