"""Words that met a lapsed session or a stale token, without script: a page of ours holds them until they are sent."""

import re
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.models import Contact
from core import unsent
from core.once import new_token
from tests.cast import PASSWORD, Cast, a_meeting
from tests.forms import Form, forms_of

pytestmark = pytest.mark.django_db

PERSON = {
    "name": "Dr. Efua Osei",
    "role": "Marine ecologist",
    "known": "event",
    "known_words": "Gave the talk on seagrass.\nAsked me to write.",
    "warmth": "C",
}


def form_of(answer: HttpResponse) -> Form:
    """The form of the page that holds the words: not that of signing out."""
    return next(form for form in forms_of(answer.content.decode()) if form.attrs.get("data-sign-out") != "")


def sent(form: Form, **more: str) -> dict[str, list[str] | str]:
    """What a browser sends when the button of `form` is pressed."""
    fields: dict[str, list[str] | str] = {}
    for one in form.fields:
        fields[one.name] = [*fields.get(one.name, []), one.value]
    return {**fields, **more}


def let_in(user: User) -> None:
    """Give `user` the password and the address to sign in with."""
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.update_or_create(user=user, defaults={"email": user.email, "verified": True, "primary": True})


def sign_in(browser: Client, answer: HttpResponse, user: User, password: str = PASSWORD) -> HttpResponse:
    """Sign in by the form of the page `answer`."""
    form = form_of(answer)
    return browser.post(form.attrs["action"], sent(form, login=user.email, password=password))  # type: ignore[return-value]


def test_w5_a_lapsed_session_keeps_the_words(stranger: Client, amina: User) -> None:
    """From the form through signing in to the act: each page carries all that was typed."""
    let_in(amina)
    path = reverse("contacts:add")
    answer = stranger.post(path, PERSON)
    assert answer.status_code == 401
    assert "Gave the talk on seagrass." in answer.content.decode()
    wrong = sign_in(stranger, answer, amina, "not the password")  # type: ignore[arg-type]
    assert wrong.status_code == 422
    right = sign_in(stranger, wrong, amina)
    form = form_of(right)
    assert form.attrs["action"] == path
    assert not Contact.objects.visible_to(amina).exists()
    done = stranger.post(form.attrs["action"], sent(form))
    assert done.status_code == 302
    person = Contact.objects.visible_to(amina).get()
    assert (person.name, person.known_words) == (PERSON["name"], "Gave the talk on seagrass. Asked me to write.")


def test_w5_script_signs_in_with_the_words_too(stranger: Client, amina: User) -> None:
    let_in(amina)
    form = form_of(stranger.post(reverse("contacts:add"), PERSON))  # type: ignore[arg-type]
    facts = sent(form, login=amina.email, password=PASSWORD)
    answer = stranger.post(form.attrs["action"], facts, headers={"x-draft": "1"})
    assert (answer.status_code, answer.headers["X-Answer"]) == (200, "saved")
    assert form_of(answer).attrs["action"] == reverse("contacts:add")  # type: ignore[arg-type]


def test_w1_a_stale_token_keeps_the_words(amina: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(amina)
    answer = strict.post(reverse("contacts:add"), {**PERSON, "csrfmiddlewaretoken": "x" * 64}, headers=OURS)
    assert answer.status_code == 403
    form = form_of(answer)  # type: ignore[arg-type]
    assert strict.post(form.attrs["action"], sent(form), headers=OURS).status_code == 302
    assert Contact.objects.visible_to(amina).get().name == PERSON["name"]


def test_w12_cookies_refused_are_said_in_a_page_of_ours() -> None:
    answer = Client(enforce_csrf_checks=True).post(
        reverse("account_login"), {"login": "amina@example.edu", "password": PASSWORD}, headers=OURS
    )
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Allow cookies for this site" in page
    assert 'value="amina@example.edu"' in page
    assert PASSWORD not in page


OURS = {"origin": "http://testserver"}


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://testserver"},
        {"referer": "https://evil.example/page"},
        {"referer": "http://["},
        {"origin": "http://[::1"},
    ],
)
def test_no_other_site_speaks_through_our_page(headers: dict[str, str], amina: User) -> None:
    lapsed = Client().post(reverse("contacts:add"), PERSON, headers=headers)
    assert (lapsed.status_code, PERSON["name"] in lapsed.content.decode()) == (302, False)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(amina)
    stale = strict.post(reverse("contacts:add"), PERSON, headers=headers)
    assert (stale.status_code, PERSON["name"] in stale.content.decode()) == (403, False)


@pytest.mark.parametrize(
    "path", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "/nowhere/", ""]
)
def test_what_is_carried_leads_to_our_own_pages_only(path: str, amina: User) -> None:
    let_in(amina)
    carried = unsent.Unsent(path, (("name", "Efua"),)).carried
    answer = Client().post(
        reverse("account_login"), {"login": amina.email, "password": PASSWORD, unsent.FIELD: carried}
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


@pytest.mark.parametrize(
    "carried",
    [
        *("", "{", "[]", "3", '{"path": "/goals/"}', '{"path": 3, "fields": 7, "files": []}', "[" * 100_000),
        '{"path": "/people/add/", "fields": [["name", "\\ud800 Efua"]], "files": []}',
    ],
)
def test_what_is_carried_may_be_nonsense(carried: str, amina: User) -> None:
    let_in(amina)
    facts = {"login": amina.email, "password": PASSWORD, unsent.FIELD: carried}
    assert Client().post(reverse("account_login"), facts).status_code == 302


def test_a_press_without_words_goes_to_signing_in(stranger: Client, cast: Cast) -> None:
    assert stranger.post("/goals/1/reach/", {"once": "x"}).status_code == 302


def test_more_than_a_page_can_hold_is_said(stranger: Client) -> None:
    answer = stranger.post(reverse("contacts:add"), {"name": "x" * (unsent.MOST_CHARACTERS + 1)})
    page = answer.content.decode()
    assert answer.status_code == 401
    assert "too long to keep" in page
    assert "xxxx" not in page


def test_a_file_is_said_to_be_missing(stranger: Client) -> None:
    file = StringIO("%PDF-1.7 …")
    file.name = "my résumé.pdf"  # type: ignore[attr-defined]
    page = stranger.post(reverse("accounts:keep_resume"), {"file": file}).content.decode()
    assert "We couldn’t keep the file “my résumé.pdf”" in page


def test_what_script_sends_is_told_that_nobody_is_signed_in(stranger: Client) -> None:
    for headers in ({"x-draft": "1"}, {"hx-request": "true", "hx-current-url": "http://testserver/people/add/"}):
        answer = stranger.post(reverse("contacts:add"), PERSON, headers=headers)
        assert (answer.status_code, answer.headers["X-Answer"]) == (401, "signed-out")


def test_every_answer_names_its_outcome(as_amina: Client) -> None:
    headers = {"x-draft": "1"}
    saved = as_amina.post(reverse("contacts:add"), PERSON, headers=headers)
    assert (saved.status_code, saved.headers["X-Answer"]) == (204, "saved")
    assert as_amina.get(saved.headers["HX-Redirect"]).headers["X-Answer"] == "shown"
    assert as_amina.post(reverse("contacts:add"), {}, headers=headers).headers["X-Answer"] == "refused"
    gone = as_amina.post("/people/987654/revise/", {"name": "Efua"}, headers=headers)
    assert (gone.status_code, gone.headers["X-Answer"]) == (422, "held")
    gone = as_amina.post("/people/987654/revise/", {}, headers={"hx-request": "true"})
    assert (gone.status_code, gone.headers["X-Answer"]) == (404, "gone")


def test_a_stale_token_is_answered_with_a_fresh_one_which_works(amina: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(amina)
    answer = client.post(reverse("contacts:add"), PERSON, headers={"x-draft": "1"})
    assert (answer.status_code, answer.headers["X-Answer"]) == (403, "unsent")
    # Where a fresh one is refused too, as without cookies, the page that holds the words is shown.
    refused = client.post(reverse("contacts:add"), PERSON, headers={"x-draft": "again"})
    assert (refused.status_code, refused.headers["X-Answer"]) == (422, "refused")
    assert "Marine ecologist" in refused.content.decode()
    headers = {"x-draft": "1", "x-csrftoken": answer.headers["X-Token"], "x-member": str(amina.pk)}
    assert client.post(reverse("contacts:add"), PERSON, headers=headers).headers["X-Answer"] == "saved"


def test_words_go_out_in_nobody_elses_name(as_bo: Client, amina: User) -> None:
    for headers in ({"x-draft": "1"}, {"hx-request": "true"}):
        answer = as_bo.post(reverse("contacts:add"), PERSON, headers={**headers, "x-member": str(amina.pk)})
        assert (answer.status_code, answer.headers["X-Answer"]) == (401, "signed-out")
    assert not Contact.objects.exists()


@pytest.mark.parametrize(("place", "anew"), [("notes:debrief", True), ("meetings:show", False)])
def test_loads_the_page_anew_that_differs_only_by_the_place_on_it(
    place: str, anew: bool, as_amina: Client, amina: User
) -> None:
    meeting = a_meeting(amina)
    here = f"http://testserver{reverse(place, args=[meeting.pk])}"
    form = {"name": "Jo Park", "once": new_token()}
    headers = {"x-draft": "1", "hx-current-url": here}
    answer = as_amina.post(reverse("notes:name", args=[meeting.pk]), form, headers=headers)
    assert answer.headers["HX-Redirect"].endswith("/debrief/#named")
    assert ("HX-Refresh" in answer.headers) is anew


def test_what_is_given_back_is_words_and_no_codes() -> None:
    codes = [
        "people-04-who-else",
        "0b0e6d0e-4f7c-4e8e-bfdf-c1f93abf44ef",
        "2026-12-02T10:00:00+00:00",
        "event",
        "America/New_York",
    ]
    typed = [
        "marketing",
        "+442079460958",
        "kate-osei-marine-biologist-7a9",
        "0044-20-7946-0958-123456789",
        "Dr. Efua Osei",
        "https://example.org/a-1",
        "Zürich",
        "Never/Ever",
    ]
    fields = [("any", value) for value in [*codes, *typed]]
    assert unsent.Unsent("/", tuple(fields)).words == typed


def test_what_looks_like_a_code_is_words_where_only_words_are_typed() -> None:
    typed = ["covid-19", "2026", "on"]
    fields = [*(("subject", value) for value in typed), *(("kind", value) for value in typed)]
    assert unsent.Unsent("/", tuple(fields)).words == typed


@pytest.mark.parametrize(
    ("path", "name", "value", "is_word"),
    [
        # A code of another field's choice, typed where words are.
        ("/people/add/", "name", "event", True),
        ("/people/add/", "role", "student", True),
        ("/people/add/", "tags", "email", True),
        ("/people/1/note/", "sentence", "phone", True),
        ("/goals/aim/", "subject", "Europe/Berlin", True),
        ("/meetings/1/agenda/write/", "text", "offer-1", True),
        ("/meetings/1/cancel/", "reason", "7", True),
        # The choices of its own field, also where they look like words.
        ("/people/add/", "known", "event", False),
        ("/people/add/", "known", "Gave a talk", False),
        ("/account/members/invite/", "role", "student", False),
        ("/meetings/1/agenda/write/", "phase", "seagrass", False),
        ("/people/add/", "time_zone", "Europe/Berlin", False),
        ("/people/add/", "time_zone", "Accra", True),
        # Where nothing is known of the page, a field is what it is elsewhere.
        ("/nowhere/", "sentence", "phone", True),
        ("/nowhere/", "warmth", "A", False),
    ],
)
def test_each_value_is_told_by_its_own_field(path: str, name: str, value: str, is_word: bool) -> None:
    found = unsent.Unsent(path, ((name, value), ("name", "Efua Osei"))).words
    assert found == ([value] if is_word else []) + ["Efua Osei"]


@pytest.mark.parametrize("path", ["/people/987654/revise/", "/goals/987654/revise/", f"/r/{'x' * 43}/answer/"])
def test_what_has_no_place_any_more_gives_the_words_back(as_amina: Client, path: str) -> None:
    answer = as_amina.post(path, {"name": "Dr. <Efua> Osei", "line": "I would love to talk."})
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "What you just sent wasn’t saved." in page
    assert "Dr. &lt;Efua&gt; Osei" in page
    assert "I would love to talk." in page


def page_for(client: Client, path: str) -> dict[str, list[str] | str]:
    """What the form of words on the page of `path` carries of its own accord."""
    page = client.get(path).content.decode()
    return sent(next(form for form in forms_of(page) if form.typed))


@pytest.mark.parametrize("is_stale", [False, True])
def test_w14_nobody_else_sends_the_words_or_reads_them(is_stale: bool, amina: User, bo: User) -> None:
    """Amina's session is gone, or Bo has signed in meanwhile: he is told so, and she has her words again."""
    let_in(amina)
    let_in(bo)
    path, browser = reverse("contacts:add"), Client(enforce_csrf_checks=is_stale)
    browser.force_login(amina)
    typed = {**page_for(browser, path), **PERSON}
    browser.logout()
    if is_stale:
        browser.force_login(bo)
        browser.get(path)
        his = browser.post(path, typed, headers=OURS)
    else:
        his = sign_in(browser, browser.post(path, typed), bo)  # type: ignore[arg-type]
    page = his.content.decode()
    assert "These words were written while someone else was signed in." in page
    assert "Send it now" not in page
    assert "Gave the talk" not in HIDDEN.sub("", page)
    form = form_of(his)  # type: ignore[arg-type]
    assert form.attrs["action"] == reverse("account_logout")
    out = browser.post(form.attrs["action"], sent(form), headers=OURS)
    assert out.status_code == 401
    assert "Gave the talk" not in HIDDEN.sub("", out.content.decode())
    hers = sign_in(Client(), out, amina)  # type: ignore[arg-type]
    assert "Gave the talk on seagrass." in HIDDEN.sub("", hers.content.decode())
    assert form_of(hers).attrs["action"] == path
    assert not Contact.objects.exists()


# What stands in a page, and nobody sees.
HIDDEN = re.compile(r'<input type="hidden"[^>]*>')


@pytest.mark.parametrize("path", ["/people/987654/revise/", "/goals/987654/revise/"])
def test_what_went_meanwhile_gives_the_words_back_after_signing_in(path: str, stranger: Client, amina: User) -> None:
    let_in(amina)
    form = form_of(sign_in(stranger, stranger.post(path, PERSON), amina))  # type: ignore[arg-type]
    answer = stranger.post(form.attrs["action"], sent(form))
    assert answer.status_code == 404
    assert "Marine ecologist" in answer.content.decode()
