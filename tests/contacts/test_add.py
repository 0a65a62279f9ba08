"""Adding a person."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from contacts.forms import ContactForm
from contacts.models import Contact
from tests.cast import NOW, a_contact
from tests.contacts.builders import WORDS
from tests.sampling import one_in

ADD = reverse("contacts:add")


def text(answer: object) -> str:
    return answer.content.decode().replace("&#x27;", "'")  # type: ignore[attr-defined, no-any-return]


def test_keeps_everything_that_was_said(as_amina: Client, amina: User) -> None:
    lund = a_contact(amina, "Per Lund", email="per@example.org")
    answer = as_amina.post(ADD, {**WORDS, "referred_by_id": lund.pk})
    osei = Contact.objects.get(name="Dr. Efua Osei")
    assert answer.headers["Location"] == osei.get_absolute_url()
    assert (osei.owner, osei.referred_by, osei.tags, osei.graduated_in) == (amina, lund, ["seagrass", "accra"], 2021)
    kept = {name: getattr(osei, name) for name in WORDS if name not in {"tags", "graduated_in"}}
    assert kept == {name: value for name, value in WORDS.items() if name in kept}
    assert osei.sort_name == "dr efua osei"
    assert "seagrass" in osei.search_words


def test_a_name_and_how_one_knows_them_is_enough(as_amina: Client) -> None:
    as_amina.post(ADD, {"name": "Efua", "known": "event", "warmth": "C"})
    assert Contact.objects.get().name == "Efua"


def more_is_open(answer: object) -> bool:
    found = re.search(r'<details class="more"( open)?>\s*<summary>Add more', text(answer))
    assert found
    return bool(found[1])


def test_asks_little_and_folds_the_rest_until_something_stands_there(as_amina: Client, amina: User) -> None:
    page = as_amina.get(ADD)
    assert not more_is_open(page)
    first, _, rest = text(page).partition("Add more")
    shown = {"name", "known", "email", "profile_link", "why_them"}
    assert set(re.findall(r'name="(\w+)"', first.rpartition("csrfmiddlewaretoken")[2])) >= shown
    assert not [name for name in shown if f'name="{name}"' in rest]
    assert not [name for name in ContactForm.MORE if f'name="{name}"' in first]
    assert not [name for name in ContactForm.ONCE_KNOWN if f'name="{name}"' in rest]
    assert {*ContactForm.MORE, *ContactForm.ONCE_KNOWN, *shown} == set(ContactForm.base_fields) - {
        "revision",
        "edit_session",
    }
    few = {"name": "", "known": "event", "warmth": "C"}
    assert not more_is_open(as_amina.post(ADD, few))
    for more in ({"phone": "1"}, {"warmth": "A"}, {"tags": "kelp"}, {"warmth": ""}):
        assert more_is_open(as_amina.post(ADD, few | more)), more
    lund = a_contact(amina, "Per Lund").pk
    # What is asked for by how one knows them is in sight; what is not, stands with the rest.
    assert not more_is_open(as_amina.post(ADD, few | {"known_words": "We met."}))
    assert more_is_open(as_amina.post(ADD, few | {"known_words": "We met.", "known": "teacher"}))
    assert not more_is_open(as_amina.get(ADD, {"referred_by": lund}))
    assert more_is_open(as_amina.post(ADD, few | {"referred_by_id": lund}))
    for name, more in (("Efua", {}), ("Kojo", {"time_zone": "Africa/Accra"})):
        as_amina.post(ADD, few | {"name": name} | more)
        person = Contact.objects.get(name=name)
        assert more_is_open(as_amina.get(reverse("contacts:revise", args=[person.pk]))) == bool(more)


def test_begins_with_who_named_them(as_amina: Client, as_bo: Client, amina: User) -> None:
    lund = a_contact(amina, "Per Lund")
    page = text(as_amina.get(ADD, {"referred_by": lund.pk}))
    assert f'<option value="{lund.pk}" selected>Per Lund' in page
    assert '<option value="referral" selected>' in page
    assert as_bo.get(ADD, {"referred_by": lund.pk}).status_code == 404
    assert as_amina.get(ADD, {"referred_by": "x"}).status_code == 200


def test_offers_and_accepts_only_own_people_as_referrer(as_amina: Client, as_bo: Client, amina: User) -> None:
    lund = a_contact(amina, "Per Lund")
    assert "Per Lund" in text(as_amina.get(ADD))
    assert "Per Lund" not in text(as_bo.get(ADD))
    assert as_bo.post(ADD, {**WORDS, "referred_by_id": lund.pk}).status_code == 404
    assert as_bo.post(ADD, {"referred_by_id": lund.pk}).status_code == 404
    assert Contact.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "email"),
    [("dr. efua osei", "other@example.org"), ("Dr. Éfua  Oséi", ""), ("Somebody Else", "EFUA.OSEI@example.org")],
)
def test_warns_of_somebody_who_may_be_here_already(as_amina: Client, amina: User, name: str, email: str) -> None:
    osei = a_contact(amina)
    answer = as_amina.post(ADD, {**WORDS, "name": name, "email": email})
    assert answer.status_code == 422
    assert osei.get_absolute_url() in text(answer)
    assert "Add anyway" in text(answer)
    assert "Restores wooden boats" in text(answer)
    assert Contact.objects.count() == 1


def test_adds_them_anyway_at_a_second_press(as_amina: Client, amina: User) -> None:
    a_contact(amina)
    assert as_amina.post(ADD, {**WORDS, "anyway": "1"}).status_code == 302
    assert Contact.objects.count() == 2


def test_another_students_people_are_no_duplicates(as_bo: Client, amina: User) -> None:
    a_contact(amina)
    assert as_bo.post(ADD, WORDS).status_code == 302


def test_a_double_submit_has_one_result(as_amina: Client) -> None:
    words = {**WORDS, "once": str(uuid.uuid4())}
    first, second = as_amina.post(ADD, words), as_amina.post(ADD, words)
    assert first.headers["Location"] == second.headers["Location"]
    assert Contact.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    one_in(
        3,
        [
            ("name", "", "Enter their name."),
            ("name", " \t ", "Enter their name."),
            ("name", "x" * 500, "at most 200 characters"),
            ("name", "Ef\0ua", "we can’t save"),
            ("known", "", "Choose how you know them"),
            ("known", "stalking", "stalking"),
            ("warmth", "D", "D is not one of"),
            ("standing", "king", "king is not one of"),
            ("interest", "x" * 1_000_000, "at most 200 characters"),
            ("graduated_in", "1492", "such as 2019"),
            ("graduated_in", "soon", "such as 2019"),
            ("email", "efua at example", "That doesn’t look like an email address."),
            ("email", "a@b.example\r\nBcc: all@example.org", "That doesn’t look like an email address."),
            ("phone", "ask her", "too short for a phone number"),
            ("profile_link", "javascript:alert(1)", "That doesn’t look like a web address."),
            ("profile_link", "JaVaScRiPt://example.org/%0aalert(1)", "That doesn’t look like a web address."),
            ("profile_link", "data:text/html,hello", "That doesn’t look like a web address."),
            ("profile_link", "ftp://example.org/efua", "That doesn’t look like a web address."),
            ("profile_link", "http://[::1", "That doesn’t look like a web address."),
            ("time_zone", "Mars/Olympus", "We don’t know a time zone called “Mars/Olympus”"),
            ("preferred_channel", "pigeon", "pigeon is not one of"),
            ("referred_by_id", "nobody", "No one on your list matches"),
            ("referred_by_id", "9" * 40, "less than or equal"),
            ("tags", ",".join(f"t{n}" for n in range(21)), "That’s 21 tags"),
            ("tags", "x" * 41, "longer than 40 letters"),
            ("tags", "a\0b", "we can’t save"),
        ],
    ),
)
def test_refuses_by_a_sentence_and_keeps_the_words(as_amina: Client, field: str, value: str, sentence: str) -> None:
    answer = as_amina.post(ADD, {**WORDS, field: value})
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert 'value="Marine ecologist"' in text(answer)
    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a, b , ,a,A", ["A", "b"]),
        ("#field work", ["field work"]),
        ("", []),
        (",".join(f"t{n}" for n in range(20)), [f"t{n}" for n in range(20)]),
    ],
)
def test_reads_tags_between_commas(as_amina: Client, typed: str, kept: list[str]) -> None:
    as_amina.post(ADD, {**WORDS, "tags": typed})
    assert Contact.objects.get().tags == kept


def test_completes_an_address_that_was_typed_short(as_amina: Client) -> None:
    as_amina.post(ADD, {**WORDS, "profile_link": "www.linkedin.com/in/efua"})
    assert Contact.objects.get().profile_link == "https://www.linkedin.com/in/efua"


def test_a_name_that_unfolds_into_a_very_long_key_is_kept(amina: User) -> None:
    long = Contact.add(by=amina, now=NOW, name="\ufdfa" * 200)
    assert len(long.sort_name) <= 400
    with pytest.raises(Contact.Duplicate) as twin:
        Contact.add(by=amina, now=NOW, name="\ufdfa" * 200)
    assert twin.value.people == [long]


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        (
            {"profile_link": "https://www.linkedin.com/in/josé"},
            {"profile_link": "https://de.linkedin.com/in/jos%C3%A9/en?trk=x"},
        ),
        ({"email": "kate@example.org"}, {"email": "\u202dKate@Example.ORG\u202c"}),
        ({"phone": "+49 30 901820"}, {"phone": "030 901820", "time_zone": "Europe/Berlin"}),
        ({"phone": "+1 212 555 0123"}, {"phone": "+1 212 555 0123 x45"}),
        (
            {"profile_link": "https://www.linkedin.com/in/kate-67834512"},
            {"profile_link": "<HTTP://UK.LINKEDIN.COM/PUB/KATE/12/345/678>"},
        ),
        ({"phone": "+44 20 7946 0958"}, {"phone": "tel:+44-20-7946-0958;ext=3"}),
        ({"email": "kate@münchen.example"}, {"email": "Kate (office) <kate@xn--mnchen-3ya.example.>"}),
    ],
)
def test_i7_a_twin_is_seen_by_any_address_in_any_spelling(
    as_amina: Client, amina: User, known: dict[str, str], typed: dict[str, str]
) -> None:
    a_contact(amina, "Kate Lee", **{"email": "", "phone": "", "profile_link": "", **known})
    page = as_amina.post("/people/add/", {"name": "K. Lee-Brown", "known": "online", "warmth": "C", **typed})
    assert page.status_code == 422
    assert "This person may already be on your list" in page.content.decode()
    assert "Kate Lee" in page.content.decode()
    page = as_amina.post(
        "/people/add/", {"name": "K. Lee-Brown", "known": "online", "warmth": "C", **typed, "anyway": "1"}
    )
    assert page.status_code == 302


def test_colleagues_behind_one_switchboard_are_no_twins(as_amina: Client, amina: User) -> None:
    a_contact(amina, "Kate Lee", email="", phone="+1 212 555 0123 x45", profile_link="")
    words = {"name": "Bo Brown", "known": "online", "warmth": "C", "phone": "+1 212 555 0123 x46"}
    assert as_amina.post("/people/add/", words).status_code == 302


@pytest.mark.parametrize(
    "name", ["Jean\u2011Luc O\u2019Brien", "Jean\u2010Luc O\u02bcBrien", "Je\u00adan-Luc O'Bri\u200ben"]
)
def test_i4_i5_a_name_is_found_and_a_twin_whatever_its_signs(as_amina: Client, amina: User, name: str) -> None:
    known = a_contact(amina, name, email="", phone="", profile_link="")
    for typed in ("jean-luc", "Jean\u2011Luc", "O'Brien", "jean luc obrien"):
        assert list(Contact.objects.visible_to(amina).matching(typed)) == [known], typed
    page = as_amina.post("/people/add/", {"name": "Jean-Luc O'Brien", "known": "online", "warmth": "C"})
    assert page.status_code == 422
    assert "This person may already be on your list" in page.content.decode()


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        ("Lee, Ann", "Ann Lee"),
        ("Ann Lee", "Lee, Ann"),
        ("Dr. Ann Lee", "Ann Lee"),
        ("Ann Lee", "Prof. Dr. Ann Lee"),
        ("J. R. Lee", "J.R. Lee"),
        ("van der Berg, Jan", "Jan van der Berg"),
        ("山田 太郎", "山田太郎"),
        ("ﾔﾏﾀﾞ・ﾀﾛｳ", "ヤマダ タロウ"),
        ("محمد علي", "محـمد علي"),
        ("Ann‒Marie O`Neil", "ann marie ONeil"),
    ],
)
def test_i4_a_twin_is_seen_whatever_the_order(as_amina: Client, amina: User, known: str, typed: str) -> None:
    a_contact(amina, known, email="", phone="", profile_link="")
    page = as_amina.post("/people/add/", {"name": typed, "known": "online", "warmth": "C"})
    assert "This person may already be on your list" in page.content.decode()
    found = Contact.objects.visible_to(amina).matching(" ".join(typed.replace("Prof. Dr. ", "").split()))
    assert [person.name for person in found] == [known]


@pytest.mark.parametrize("address", ["kate@uni.example؛", "ıx@example.org", "ſam@example.org", "kate@a b.example"])
def test_i5_what_no_mail_server_takes_is_no_address(as_amina: Client, address: str) -> None:
    words = {"name": "Kate", "known": "online", "warmth": "C", "email": address}
    kept = as_amina.post("/people/add/", words).status_code == 302
    assert kept == (address == "ſam@example.org")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<https://www.linkedin.com/in/kate>", "https://www.linkedin.com/in/kate"),
        ("“https://k.example/a”.", "https://k.example/a"),
        ("LinkedIn: linkedin.com/in/kate", "https://linkedin.com/in/kate"),
        ("[Kate](https://linkedin.com/in/kate)", "https://linkedin.com/in/kate"),
        ("https//linkedin.com/in/kate", "https://linkedin.com/in/kate"),
        ("LinkedIn: https://k.example/a", "https://k.example/a"),
        ("ｈｔｔｐｓ：／／ｋ．ｅｘａｍｐｌｅ／ａ", "https://k.example/a"),
        ("(k.example/a_(b))", "https://k.example/a_(b))"),
    ],
)
def test_i5_a_link_is_kept_without_what_stood_around_it(as_amina: Client, typed: str, kept: str) -> None:
    as_amina.post("/people/add/", {"name": "K", "known": "online", "warmth": "C", "profile_link": typed})
    assert Contact.objects.get().profile_link == kept


def test_i5_an_address_is_kept_without_what_nobody_sees(as_amina: Client, amina: User) -> None:
    for typed in (
        "Kate@example.org\u200b",
        "\u202dKate@example.org\u202c",
        "mailto:Kate@example.org",
        "<Kate@example.org>",
    ):
        as_amina.post("/people/add/", {"name": "K", "known": "online", "warmth": "C", "email": typed, "anyway": "1"})
    assert set(Contact.objects.values_list("email", flat=True)) == {"Kate@example.org"}
    assert Contact.objects.count() == 4


@pytest.mark.parametrize("year", ["2012-13", "1492", "last year"])
def test_a_year_that_is_none_is_said_where_it_stands(as_amina: Client, year: str) -> None:
    answer = as_amina.post("/people/add/", {"name": "Kate Lee", "known": "online", "graduated_in": year})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Enter a year, such as 2019." in page
    assert f'value="{year}"' in page
    # A browser would keep what is no number to itself, as if nothing were typed.
    assert 'type="number"' not in page
