"""A form held open over a newer version keeps both: every form that edits, tried by walking all addresses."""

from dataclasses import dataclass, field
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meetings.models import Message
from tests.cast import Cast
from tests.meetings.builders import arranged
from tests.sampling import one_in
from tests.test_walls import placed

pytestmark = pytest.mark.django_db
# Where what is typed stands on the page, for each address whose form edits something that is there.
EDITED = {
    "accounts:pitch": "text",
    "accounts:profile": "name",
    "agendas:revise": "text",
    "bank:rename_set": "title",
    "bank:word": "why",
    "centre:change_dates": "name",
    "centre:look": "name",
    "centre:write_template": "body",
    "contacts:revise": "name",
    "contacts:revise_finding": "text",
    "followups:revise_promise": "text",
    "goals:finish_experiment": "learned",
    "goals:revise": "subject",
    "goals:revise_experiment": "text",
    "meetings:person": "why_them",
    "meetings:time": "place",
    "meetings:write": "body",
}
# Forms with words in them that edit nothing of their own: they make something, look for something, or are said once.
NEW = {
    "accounts:accept": "makes a member",
    "accounts:begin_pitch": "makes a version",
    "accounts:invite": "makes invitations",
    "accounts:members": "a search",
    "agendas:agenda": "says where a question goes",
    "agendas:ask_about": "makes a question",
    "agendas:pick": "a search",
    "agendas:write": "makes a question",
    "bank:add": "makes a question",
    "bank:make_set": "makes a set",
    "centre:add_dates": "makes a term",
    "centre:registration": "the centre's row, as centre:look",
    "centre:safety": "the centre's row, as centre:look",
    "contacts:add": "makes a person",
    "contacts:choose": "a search",
    "contacts:index": "a search",
    "contacts:note": "makes a line of the timeline",
    "contacts:research": "makes a finding",
    "contacts:show": "makes a line of the timeline",
    "followups:keep": "the desk of a letter, as meetings:write",
    "followups:thank": "the desk of a letter, as meetings:write",
    "followups:write": "the desk of a letter, as meetings:write",
    "followups:postpone": "says a day once",
    "followups:promises": "makes a promise",
    "goals:aim": "makes a goal",
    "goals:plan_experiment": "makes something to try",
    "meetings:ask": "the desk of the request, as meetings:write",
    "meetings:cancel": "says once why",
    "meetings:offer": "offers times; those before can be put back",
    "meetings:pitch": "makes a version",
    "meetings:research": "makes a finding",
    "meetings:show": "says once what was answered",
    "reply:show": "says which version it answers; tried in tests/meetings/test_reply_accept.py",
    "notes:debrief": "makes a name; looking back is tried in tests/notes",
    "notes:meet": "notes are tried in tests/notes",
}


@dataclass
class Form:
    """One form of a page, as a browser would send it untouched."""

    method: str
    fields: dict[str, str] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)


class Forms(HTMLParser):
    """Every form of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.area = ""
        self.select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(known.get("method", "get")))
        elif not self.found or (not known.get("name") and tag != "option"):
            return
        elif tag == "textarea":
            self.area = known["name"]
            self._put(self.area, "", words=True)
        elif tag == "select":
            self.select = known["name"]
        elif tag == "option" and self.select and "selected" in known:
            self._put(self.select, known.get("value", ""))
        elif tag == "input":
            kind = known.get("type", "text")
            if kind not in {"checkbox", "radio", "file"} or "checked" in known:
                self._put(known["name"], known.get("value", ""), words=kind == "text")

    def handle_data(self, data: str) -> None:
        if self.area:
            self.found[-1].fields[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""
        elif tag == "select":
            self.select = ""

    def _put(self, name: str, value: str, *, words: bool = False) -> None:
        self.found[-1].fields[name] = value
        if words:
            self.found[-1].words.add(name)


def signed_in(cast: Cast, name: str) -> Client:
    client = Client()
    client.force_login(cast.amina if "amina" in placed()[name].may else cast.dara)
    return client


def there(cast: Cast, name: str) -> str:
    if name == "meetings:time":
        now = timezone.now()
        return reverse(name, args=[arranged(cast.amina, now + timedelta(days=3), now=now).pk])
    return reverse(name, args=placed()[name].make(cast))


def form_of(page: str, name: str) -> dict[str, str]:
    """What the form that holds the field `name` would send."""
    return dict(next(form.fields for form in Forms(page).found if name in form.fields))


@pytest.mark.parametrize("name", one_in(2, sorted(EDITED)))
def test_w8_both_are_kept(name: str, cast: Cast) -> None:
    client, path, typed = signed_in(cast, name), there(cast, name), EDITED[name]
    windows = [form_of(client.get(path).content.decode(), typed) for _ in range(2)]
    for number, window in enumerate(windows):
        window[typed] = f"Words of window {number}"
    act = reverse("meetings:reword", args=[_letter(cast)]) if name == "meetings:write" else path
    assert client.post(act, windows[0]).status_code in {200, 302}
    refused = client.post(act, windows[1])
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Words of window 0" in page
    assert form_of(page, typed)[typed].strip() == "Words of window 1"
    again = form_of(page, typed)
    assert client.post(act, again).status_code in {200, 302}
    assert "Words of window 1" in client.get(path).content.decode()


def _letter(cast: Cast) -> int:
    return int(Message.objects.get(meeting__owner=cast.amina).pk)


@pytest.mark.parametrize("name", one_in(3, sorted(placed())))
def test_w8_every_page_on_which_words_are_edited_is_tried(name: str, cast: Cast) -> None:
    wall = placed()[name]
    if name in EDITED or name in NEW or not wall.may & {"amina", "dara"} or name.startswith("account_"):
        return
    answer = signed_in(cast, name).get(there(cast, name))
    whole = answer.headers.get("Content-Type", "").startswith("text/html") and answer.status_code == 200
    page = answer.content.decode() if whole else ""
    wordy = [form.words for form in Forms(page).found if form.method == "post" and form.words - {"position"}]
    assert wordy == []
