"""I1, I2, I3: who asked to be left alone is left alone in whatever spelling they are kept, by every way of writing."""

from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils.crypto import salted_hmac

from accounts.models import User
from contacts.models import Contact, Quiet
from tests.cast import NOW, a_contact

NOWHERE = {"email": "", "phone": "", "profile_link": "", "time_zone": ""}


def kept(owner: User, **reached: str) -> Contact:
    return a_contact(owner, **{**NOWHERE, **reached})


def held(amina: User, bo: User, column: str, asked: str, spelled: str, zone: str = "") -> bool:
    """Whether somebody of Bo's is left alone by `spelled`, once somebody of Amina's asked by `asked`."""
    Quiet.add(kept(amina, **{column: asked}), now=NOW)
    other = kept(bo, **{column: spelled, "time_zone": zone})
    found = Quiet.holds(other)
    assert Quiet.among([other]) == ({other.pk} if found else set())
    return found


@pytest.mark.parametrize(
    ("asked", "spelled"),
    [
        ("https://www.linkedin.com/in/kate", "https://linkedin.com/in/kate/?trk=x"),
        ("https://www.linkedin.com/in/kate", "https://de.linkedin.com/in/kate"),
        ("https://www.linkedin.com/in/kate", "http://m.linkedin.com/in/Kate"),
        ("https://www.linkedin.com/in/kate", "https://www.linkedin.com/in/kate/en"),
        ("https://www.linkedin.com/in/josé", f"https://www.linkedin.com/in/{quote('josé')}"),
        (f"https://www.linkedin.com/in/{quote('josé').lower()}/", "https://linkedin.com/in/jose\u0301"),
        ("https://www.linkedin.com/in/kate-67834512", "https://uk.linkedin.com/pub/kate/12/345/678?trk=x"),
        ("https://www.linkedin.com/in/kate-00600b5a", "http://linkedin.com/pub/kate/5a/b/6"),
        ("https://www.linkedin.com/in/kate", "(https://touch.www.linkedin.com/mwlite/in/Kate;jsessionid=1)"),
        ("https://www.linkedin.com/in/kate", "“HTTPS://PT.LINKEDIN.COM/IN/KATE/DE/”."),
        ("https://www.linkedin.com/in/kate", "https://www.linkedin.com/in/kate%20/details/skills/"),
        (
            "https://www.linkedin.com/in/kate",
            "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fkate%2F&data=5",
        ),
        ("https://www.linkedin.com/in/kate", "https://www.google.com/url?q=https://de.linkedin.com/in/kate&sa=D"),
        (
            "https://www.linkedin.com/in/kate",
            "https://www.linkedin.com/authwall?sessionRedirect=https%3A%2F%2Flinkedin.com%2Fin%2Fkate%3Ftrk%3Dx",
        ),
        *(("https://linkedin.com/in/kate-lee", f"https://linkedin.com/in/kate-lee{sign}") for sign in "!|—*=~$+_–"),
        ("https://linkedin.com/in/kate-lee", "https://linkedin.com/in/kate‐lee"),
        ("https://linkedin.com/in/kate-lee", "https://linkedin.com/in/kate%E2%80%93lee"),
        (
            "https://linkedin.com/in/kate-lee",
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__www.linkedin.com_in_kate-2Dlee_&d=DwMF",
        ),
        (
            "https://linkedin.com/in/kate-lee",
            "https://urldefense.com/v3/__https://www.linkedin.com/in/kate-lee__;!!Ab1$",
        ),
        ("https://linkedin.com/in/kate-lee", "https://www-linkedin-com.translate.goog/in/kate-lee?_x_tr_sl=en"),
        ("https://linkedin.com/in/kate-lee", "https://web.archive.org/web/2020/https://www.linkedin.com/in/kate-lee"),
        ("https://linkedin.com/in/kate-lee", "https://www.linkedin.com/profile/view?id=kate-lee&trk=x"),
        ("https://x.com/kate", "https://mobile.twitter.com/Kate?ref_src=x"),
        ("https://example.org/~kate/", "http://www.example.org/%7Ekate?utm_source=list#bio"),
    ],
)
def test_i1_a_link_in_another_spelling_is_held(amina: User, bo: User, asked: str, spelled: str) -> None:
    assert held(amina, bo, "profile_link", asked, spelled)


@pytest.mark.parametrize(
    ("asked", "spelled", "zone"),
    [
        ("+44 20 7946 0958", "+44 (0)20 7946 0958", ""),
        ("+44 20 7946 0958", "0044 20 7946 0958", ""),
        ("+44 20 7946 0958", "tel:+44-20-7946-0958", ""),
        ("+44 20 7946 0958", "020 7946 0958", "Europe/London"),
        ("+44 20 7946 0958", "020 7946 0958", ""),
        ("020 7946 0958", "+44 20 7946 0958", ""),
        ("+1 212 555 0123", "+1 212 555 0123 x45", ""),
        ("+1 212 555 0123 x45", "(212) 555-0123", "America/New_York"),
        ("+49 30 901820", "030 901820", "Europe/Berlin"),
        ("+49 30 901820", "030 901820", ""),
        ("+49 30 901820", "49 30 901820", ""),
        ("+49 30 901820", "٠٣٠ ٩٠١٨٢٠", "Europe/Berlin"),
        ("+49 30 901820", "+49 30 901821 / +49 30 901820", ""),
        ("+44 20 7946 0958", "+44 20 7946 0958 (office)", ""),
        ("+44 20 7946 0958", "+44 7700 900123 +44 20 7946 0958", ""),
        ("+44 20 7946 0958", "+44 7700 900123 (work +44 20 7946 0958)", ""),
        ("+44 20 7946 0958", "+44 20 7946 0958 Durchwahl 45", ""),
        ("+44 20 7946 0958", "+44 20 7946 0958, poste 45", ""),
        ("+44 20 7946 0958", "+44 20 7946 0958-45", ""),
        ("+44 20 7946 0958", "۰۲۰ ۷۹۴۶ ۰۹۵۸", "Europe/London"),
    ],
)
def test_i2_a_number_in_another_spelling_is_held(amina: User, bo: User, asked: str, spelled: str, zone: str) -> None:
    assert held(amina, bo, "phone", asked, spelled, zone)


@pytest.mark.parametrize(
    ("asked", "spelled"),
    [
        ("kate@example.org", "kate@example.org\u200b"),
        ("kate@example.org", "\u202dKate@Example.ORG\u202c"),
        ("kate@example.org", "mailto:kate@example.org"),
        ("kate@example.org", "kate+careers@example.org"),
        ("kate@münchen.example", "kate@xn--mnchen-3ya.example"),
        ("kate@xn--mnchen-3ya.example", "kate@MÜNCHEN.example"),
        ("kate@münchen.example", "ｋａｔｅ＠ＭÜＮＣＨＥＮ．ｅｘａｍｐｌｅ。"),
        ("kate@example.org", "Kate (work) <kate@example.org> (office)"),
        ("kate@example.org", "kate(at work)@example.org"),
        ("kate@example.org", "«kate [at] example [dot] org»"),
        ("kate@example.org", "E-mail: kate@example.org."),
        ("kate@example.org", "[kate@example.org](mailto:kate@example.org)"),
        ("o'neil@example.org", "O’Neil@example.org"),
        ("kate@☃.example", "kate@xn--n3h.example"),
        ("kate.lee@gmail.com", "katelee+x@googlemail.com"),
    ],
)
def test_i3_an_address_in_another_spelling_is_held(amina: User, bo: User, asked: str, spelled: str) -> None:
    assert held(amina, bo, "email", asked, spelled)


def test_whoever_asked_once_is_left_alone_by_every_way_they_are_reached(amina: User, bo: User) -> None:
    """Also by those that are known of them later, and by those that another student knows."""
    first = kept(amina, email="kate@example.org")
    second = Contact.add(by=bo, now=NOW, name="Kate", known="online", email="Kate@example.org", phone="+49 30 901820")
    Quiet.add(first, now=NOW)
    assert Quiet.holds(kept(amina, phone="030 901820", time_zone="Europe/Berlin"))
    first.revise(seen=None, email="kate@elsewhere.example", profile_link="https://linkedin.com/in/kate")
    second.revise(seen=None, phone="+44 20 7946 0958")
    later = Contact.add(
        by=bo, now=NOW, name="K", known="online", email="k@x.example", profile_link="linkedin.com/in/kate"
    )
    assert all(
        Quiet.holds(kept(bo, **{column: spelled}))
        for column, spelled in (
            ("email", "kate@elsewhere.example"),
            ("profile_link", "https://de.linkedin.com/in/kate"),
            ("phone", "+44 20 7946 0958"),
            ("email", "k@x.example"),
        )
    )
    assert Quiet.holds(later)


def test_a_colleague_at_the_same_switchboard_may_be_written_to_by_mail(amina: User, bo: User) -> None:
    Quiet.add(kept(amina, phone="+49 30 901820", email="kate@example.org"), now=NOW)
    Contact.add(by=bo, now=NOW, name="Ann", known="online", phone="+49 30 901820", email="ann@example.org")
    assert not Quiet.holds(kept(bo, email="ann@example.org"))


@pytest.mark.parametrize(
    ("column", "asked", "other", "zone"),
    [
        ("email", "kate@example.org", "kate@example.com", ""),
        ("email", "kate@example.org", "kat@example.org", ""),
        ("email", "kate.lee@example.org", "katelee@example.org", ""),
        ("profile_link", "https://linkedin.com/pub/kate/12/345/678", "https://linkedin.com/pub/kate/12/345/679", ""),
        ("profile_link", "https://linkedin.com/pub/dir/kate/lee", "https://linkedin.com/pub/dir/kate/long", ""),
        ("phone", "+44 20 7946 0958", "+1 207 946 0958", ""),
        ("phone", "+1 207 946 0958", "020 7946 0958", "Europe/London"),
        ("phone", "+44 20 7946 0958", "+44 20 7946 0959", ""),
        ("phone", "+44 20 7946 0958", "958", ""),
        ("profile_link", "https://linkedin.com/in/kate", "https://linkedin.com/in/kate-lee", ""),
        ("profile_link", "https://linkedin.com/in/kate", "https://linkedin.com/company/kate", ""),
    ],
)
def test_somebody_else_is_not_held(amina: User, bo: User, column: str, asked: str, other: str, zone: str) -> None:
    assert not held(amina, bo, column, asked, other, zone)


def test_two_of_one_address_are_both_named(amina: User, bo: User) -> None:
    first, second = kept(bo, email="kate@example.org"), kept(bo, email="Kate+x@example.org")
    Quiet.add(kept(amina, email="kate@example.org"), now=NOW)
    assert Quiet.among([first, second, kept(bo, email="bo@example.org")]) == {first.pk, second.pk}


def test_a_new_secret_forgets_nobody(amina: User, bo: User) -> None:
    Quiet.add(kept(amina, email="kate@example.org"), now=NOW)
    other = kept(bo, email="kate@example.org")
    with override_settings(SECRET_KEY="another" * 10, SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert Quiet.holds(other)
    with override_settings(SECRET_KEY="another" * 10):
        assert not Quiet.holds(other)


@pytest.mark.parametrize(
    ("column", "sign"),
    [
        ("email", "email:kate@example.org"),
        ("phone", "phone:442079460958"),
        ("profile_link", "link:linkedin.com/in/kate"),
    ],
)
def test_what_stood_there_before_the_keys_goes_on_holding(bo: User, column: str, sign: str) -> None:
    """The usual spellings of before have the same signs, whether or not anybody still keeps the person."""
    Quiet.objects.create(key=salted_hmac("quiet", sign, algorithm="sha256").hexdigest(), since=NOW)
    spelled = {
        "email": "Kate@example.org",
        "phone": "+44 (0)20 7946 0958",
        "profile_link": "https://de.linkedin.com/in/kate",
    }
    assert Quiet.holds(kept(bo, **{column: spelled[column]}))


def test_i3_such_letters_are_never_kept(amina: User) -> None:
    contact = kept(
        amina,
        email="\u202dKate@example.org\u200b",
        phone="+49\u200b 30 901820",
        profile_link="https://k.example/\u00ad",
    )
    contact.refresh_from_db()
    assert (contact.email, contact.phone, contact.profile_link) == (
        "Kate@example.org",
        "+49 30 901820",
        "https://k.example/",
    )
    contact.revise(seen=None, email="<kate@example.com\u2060>")
    contact.refresh_from_db()
    assert contact.email == "kate@example.com"
    assert "email:kate@example.com" in contact.keys
