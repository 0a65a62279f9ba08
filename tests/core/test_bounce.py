"""M1 to M3: a mail that comes back later is told to the student like one that was refused at once."""

import io
import re
import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.models import User
from core import arriving, bounces, outbox, raw_mail, return_path, sending
from core.automatic import is_automatic
from core.models import Arrival, Mail
from core.outbox import Outgoing
from tests.core.corpus import LATER, NOW, kinds, raw
from tests.core.postbox import open_postbox

Kind = Arrival.Kind


def came_back(amina: User) -> Mail:
    return Mail.objects.failed_for(amina).get()


@pytest.mark.parametrize("kind", kinds("failed"))
def test_m1_m2_m3_a_report_counts_as_refused_with_the_reason(mail: Mail, amina: User, kind: str) -> None:
    assert arriving.take_in(raw(f"failed/{kind}", mail), now=LATER) == Kind.CAME_BACK
    back = came_back(amina)
    assert (back.pk, back.state, back.failed_at) == (mail.pk, Mail.State.REFUSED, LATER)
    wordless = dict.fromkeys(("old_exchange", "exim_in_german_without_a_number"), "it came back")
    given_up = {f"given_up_by_{kind}_in_text": "451 4." for kind in ("postfix", "exim", "sendmail")}
    said = {"given_up_after_days": "421 4.4.7", **given_up, **wordless}.get(kind, "550")
    assert said in back.why
    assert "\n" not in back.why


@pytest.mark.parametrize("kind", kinds("failed"))
def test_m3_a_report_that_brings_nothing_back_is_known_by_the_return_path(mail: Mail, settings: Any, kind: str) -> None:
    settings.BOUNCES_TO = "bounce@careers.example.edu"
    to = return_path.return_path(mail)
    text = raw(f"failed/{kind}", mail).decode().replace(mail.message_id, "<other@relay.example>")
    bare = text.replace(return_path.mark(mail), "none").encode()
    # Encoded parts still hold the name; what cannot be replaced need not be.
    assert arriving.take_in(bare, to=(to,), now=LATER) == Kind.CAME_BACK
    assert Mail.objects.get().state == Mail.State.REFUSED


@pytest.mark.parametrize("kind", kinds("delayed"))
def test_a_delay_is_no_end(mail: Mail, kind: str) -> None:
    assert arriving.take_in(raw(f"delayed/{kind}", mail), now=LATER) == Kind.DELAYED
    assert Mail.objects.get().state == Mail.State.SENT


ACTION, STATUS = "Action: failed\r\n", "Status: 5.1.1\r\n"
NOBODY = "smtp; 550 nobody"


@pytest.mark.parametrize(
    ("action", "status", "diagnosis", "kind"),
    [
        ("Action: bounced", "", NOBODY, Kind.CAME_BACK),
        ("Action: rejected", "", NOBODY, Kind.CAME_BACK),
        ("Action: undeliverable", "", NOBODY, Kind.CAME_BACK),
        ("Action: permanent-failure", "", "x", Kind.CAME_BACK),
        ("Action: Permanent Failure (failed)", "", "x", Kind.CAME_BACK),
        ("", "Status: (permanent) 5.1.1", "x", Kind.CAME_BACK),
        ("", "Status: smtp; 5.1.1", "x", Kind.CAME_BACK),
        ("", 'Status: "5.1.1"', "x", Kind.CAME_BACK),
        ("", "", NOBODY, Kind.CAME_BACK),
        ("Action : failed", "Status : 5.1.1", NOBODY, Kind.CAME_BACK),
        ("Action: rejected", "", "smtp; 451 later", Kind.DELAYED),
        ("Action: rejected", "Status: (for now) 4.2.2", NOBODY, Kind.DELAYED),
        ("", "", "smtp; 451 later", Kind.DELAYED),
    ],
)
def test_a_report_is_read_however_its_fields_are_written(
    mail: Mail, action: str, status: str, diagnosis: str, kind: str
) -> None:
    text = raw("failed/postfix", mail).decode()
    assert ACTION in text
    text = text.replace(ACTION, f"{action}\r\n" if action else "").replace(STATUS, f"{status}\r\n" if status else "")
    text = re.sub(r"Diagnostic-Code: [^\n]*", f"Diagnostic-Code: {diagnosis}\r", text)
    assert arriving.take_in(text.encode(), now=LATER) == kind


def test_a_report_is_read_whose_lines_end_twice(mail: Mail) -> None:
    text = raw("failed/postfix", mail).replace(b"\r\n", b"\r\r\n")
    assert arriving.take_in(text, now=LATER) == Kind.CAME_BACK


@pytest.mark.parametrize("why", ["550 Message rejected", "554 Message not accepted for policy reasons"])
@pytest.mark.parametrize("kind", ["exim", "qmail"])
def test_the_reason_is_told_that_begins_with_the_mail(mail: Mail, amina: User, kind: str, why: str) -> None:
    text = re.sub(r"550 [^\r]*", why, raw(f"failed/{kind}", mail).decode())
    assert arriving.take_in(text.encode(), now=LATER) == Kind.CAME_BACK
    assert why in came_back(amina).why


@pytest.mark.parametrize("kind", kinds("automatic"))
def test_what_no_person_wrote_is_counted_and_changes_nothing(mail: Mail, kind: str) -> None:
    for to in ((), (return_path.return_path(mail),), (f"bounce+{return_path.mark(mail)}@example.edu",)):
        assert arriving.take_in(raw(f"automatic/{kind}", mail), to=to, now=LATER) == Kind.AUTOMATIC
    assert Mail.objects.get().state == Mail.State.SENT


@pytest.mark.parametrize(
    "header",
    [
        "X-Precedence: auto_reply", "Preference: auto-reply", "Precedence: list", "X-Autogenerated: Reply",
        "X-Mail-Autoreply: yes", "X-AutoReply-From: efua@example.org", "X-FC-MachineGenerated: true",
        "X-POST-MessageClass: 9; Autoresponder", "Delivered-To: Autoresponder", "List-Unsubscribe: <mailto:x@y.test>",
        "Subject: Automatic reply: A question", "Subject: Out of Office", "Subject: Automatische Antwort: Eine Frage",
        "Subject: =?utf-8?Q?R=C3=A9ponse_automatique_:_Question?=", "Subject: =?utf-8?Q?Respuesta_autom=C3=A1tica:_x?=",
        "Subject: OOO", "Subject: OOO: A question", "Subject: OOO Re: A question", "Subject: Auto-Antwort: Eine Frage",
        "Subject: Vacation reply", "Subject: Abwesend", "Subject: [Abwesend] Re: Eine Frage", "Subject: Absence",
        "Subject: Out of the office", "Subject: Out of the office: Re: x", "Subject: Respuesta automatica: x",
        "Subject: Reponse automatique", "Subject: Automated response", "Subject: Im Urlaub", "Subject: On annual leave",
        "Subject: Out of the office until 3 May", "Subject: Abwesenheitsnachricht", "Subject: Absence du bureau",
        "Subject: =?koi8-r?B?4dfUz83B1MnexdPLycogz9TXxdQ6IHg=?=", "Subject: =?utf-8?B?6Ieq5YuV5b+c562UOiB4?=",
    ],
)  # fmt: skip
def test_a_note_of_absence_is_known_by_any_header_and_in_any_language(mail: Mail, header: str) -> None:
    name = header.partition(":")[0]
    lines = raw("person/plain", mail).decode().split("\r\n")
    text = "\r\n".join([header, *(line for line in lines if not line.startswith(f"{name}:"))])
    assert arriving.take_in(text.encode(), now=LATER) == Kind.AUTOMATIC


def under(subject: str, mail: Mail) -> bytes:
    lines = raw("person/plain", mail).decode().split("\r\n")
    return "\r\n".join([f"Subject: {subject}", *(line for line in lines if not line.startswith("Subject:"))]).encode()


@pytest.mark.parametrize(
    "subject",
    [
        "AUTO: Efua Osei is out of the office (returning 3 May)", "AUTO: Efua Osei ist außer Haus", "Out-of-Office: x",
        "Autorespuesta: x", "Fuera de oficina: x", "【自動返信】x", "休假自动回复", "부재중 자동 응답",
        "不在のお知らせ", "외출：x",
        "외출: x", "外出：x", "תשובה אוטומטית: x", "Răspuns automat", "Trả lời tự động", "Automatická odpoveď",
        "Fuori ufficio", "Automatisk svar: x", "Auto-Reply - x", "Automatic reply from Efua: x", "[Auto-reply] x",
        "Réponse automatique : x", "ตอบกลับอัตโนมัติ: x", "Otomatik cevap: x", "Automatski odgovor", "Abwesenheitsnotiz",
        "OOO | Efua Osei", "Répondeur automatique", "Thank you for your email - automatic reply",
    ],
)  # fmt: skip
def test_a_note_of_absence_is_known_by_its_subject_alone(mail: Mail, subject: str) -> None:
    assert arriving.take_in(under(subject, mail), now=LATER) == Kind.AUTOMATIC


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply systems: a question for you", "Holiday message", "Vacation reply needed", "Auto: which car?",
        "Autosvar i systemet", "Automatische Antwortsysteme: eine Frage", "Automatic response of the heart",
        "Holiday message: we close early", "Re: Your talk (automatic reply)", "Auto replies in Outlook: how?",
    ],
)  # fmt: skip
def test_a_person_may_write_of_such_notes(mail: Mail, subject: str) -> None:
    assert not is_automatic(raw_mail.parse(under(subject, mail)))


@pytest.mark.parametrize("sender", ["(", "(" * 20_000, "Re: " + "(" * 20_000, '"' * 9000, "<" * 9000])
@pytest.mark.parametrize("name", ["From", "To", "X-Failed-Recipients", "Reply-To", "Subject", "In-Reply-To"])
def test_nothing_of_a_strangers_fills_the_log(
    mail: Mail, name: str, sender: str, caplog: pytest.LogCaptureFixture
) -> None:
    for head in ("Return-Path: <>\n", ""):
        taken = arriving.take_in(f"{head}{name}: {sender}\nContent-Type: text/plain\n\nx\n".encode(), now=LATER)
        assert taken in {Kind.OTHER, Kind.AUTOMATIC, Kind.UNCLEAR}
    assert caplog.text == ""


def test_a_person_who_answers_such_a_note_is_a_person(mail: Mail) -> None:
    text = raw("person/plain", mail).decode().replace("Subject: Re:", "Subject: Re: Automatic reply:")
    assert arriving.take_in(text.encode(), now=LATER) == Kind.OTHER


def test_a_report_about_a_mail_of_others_changes_nothing(mail: Mail) -> None:
    assert arriving.take_in(raw("other/report_about_a_mail_of_others", mail), now=LATER) == Kind.UNCLEAR
    assert Mail.objects.get().state == Mail.State.SENT


def test_the_same_report_twice_is_one(mail: Mail) -> None:
    for moment in (LATER, LATER + timedelta(hours=1)):
        arriving.take_in(raw("failed/postfix", mail), now=moment)
    assert Mail.objects.get().failed_at == LATER


def test_a_report_about_several_counts_for_whom_the_mail_was_for(mail: Mail) -> None:
    other = "Final-Recipient: rfc822; list-member@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
    text = raw("failed/postfix", mail).decode().replace("Action: failed", "Action: delivered")
    both = text.replace("Final-Recipient: rfc822; efua", f"{other}Final-Recipient: rfc822; efua")
    assert arriving.take_in(both.encode(), now=LATER) == Kind.AUTOMATIC
    assert arriving.take_in(both.replace("delivered", "failed").encode(), now=LATER) == Kind.CAME_BACK


def test_m3_the_return_path_is_the_mails_own_and_people_read_the_centres_name(mail: Mail, settings: Any) -> None:
    settings.BOUNCES_TO = "bounce@careers.example.edu"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    posted = outbox.post(Outgoing(to="efua@example.org", kind="trial", text="x"), now=NOW)
    with open_postbox() as box:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", box.port
        sending.send_due(now=lambda: NOW)
        sender = box.sender
    assert sender == f"bounce+{return_path.mark(posted)}@careers.example.edu"
    assert len(sender.partition("@")[0]) <= 64
    (got,) = box.accepted
    assert got.message["From"] == settings.DEFAULT_FROM_EMAIL
    assert got.message["X-Halfhour-Mail"] == return_path.mark(posted)


@pytest.mark.parametrize(
    "around",
    ["{}", "bounce+{}@careers.example.edu", "SRS0=Ab1=TT=careers.example.edu=bounce+{}@relay.example", "<BOUNCE+{}@X>"],
)
def test_m3_a_mark_is_known_however_a_relay_writes_around_it(mail: Mail, around: str) -> None:
    assert return_path.marked(around.format(return_path.mark(mail))) == mail


def test_m3_nobody_makes_a_mark_for_a_mail_they_have_not_got(mail: Mail, settings: Any) -> None:
    mark = return_path.mark(mail)
    other = outbox.post(Outgoing(to="bo@example.org", kind="trial"), now=NOW)
    for forged in (
        f"{other.pk}-{mark.partition('-')[2]}",
        mark[:-1] + ("0" if mark[-1] != "0" else "1"),
        "9" * 18 + mark[-33:],
    ):
        assert return_path.marked(forged) is None
    settings.SECRET_KEY = "another installation's"
    assert return_path.marked(mark) is None


@settings(max_examples=20)
@given(
    st.binary(max_size=400)
    | st.text(max_size=300).map(str.encode)
    | st.tuples(
        st.sampled_from([f"{folder}/{kind}" for folder in ("failed", "person") for kind in kinds(folder)]),
        st.integers(0, 3000),
        st.binary(min_size=1, max_size=40),
    )
)
def test_nothing_that_is_handed_in_breaks_it(handed: Any) -> None:
    if isinstance(handed, tuple):
        path, at, junk = handed
        whole = raw(path, Mail(pk=1, message_id="<a@localhost>", to="efua@example.org"))
        handed = whole[:at] + junk + whole[at + len(junk) :]
    message = raw_mail.parse(handed)
    report = bounces.read(message, handed)
    assert report is None or report.about("efua@example.org").action in ("failed", "delayed", "other")
    arriving._arrived(message)


def test_a_letter_that_cannot_be_stored_keeps_no_report(mail: Mail, amina: User) -> None:
    text = raw("failed/of_no_standard_in_french", mail).replace(b"550 5.1.1", b"550 5.1.1 =00=01")
    assert arriving.take_in(text, now=LATER) == Kind.CAME_BACK
    assert came_back(amina).why.startswith("550 5.1.1")


def test_what_breaks_a_reader_is_counted_and_says_nothing_of_its_words(
    mail: Mail, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(arrived: object, now: datetime) -> str:
        raise TypeError("words of a person")

    monkeypatch.setattr(arriving, "_readers", [broken])
    assert arriving.take_in(raw("person/plain", mail), now=LATER) == Kind.OTHER
    assert "TypeError in" in caplog.text
    assert "words of a person" not in caplog.text


def test_the_mail_server_hands_it_in(mail: Mail, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw("failed/postfix", mail))))
    out = io.StringIO()
    call_command("bounce", stdout=out)
    assert out.getvalue() == "Marked.\n"
    assert Mail.objects.get().state == Mail.State.REFUSED


def test_the_mail_server_keeps_it_while_the_database_is_away(mail: Mail, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw("failed/postfix", mail))))

    def away(execute: object, *args: object) -> None:
        raise OperationalError("gone")

    with connection.execute_wrapper(away), pytest.raises(SystemExit) as ended:
        call_command("bounce", stderr=io.StringIO())
    assert ended.value.code == 75


def test_the_director_sees_what_came_as_counts(mail: Mail, as_dara: Client) -> None:
    for path in ("failed/exim", "automatic/absence_exchange", "other/to_nobody", "other/to_nobody"):
        arriving.take_in(raw(path, mail), now=timezone.now())
    page = as_dara.get("/centre/status/").content.decode()
    assert "What your centre’s address received" in page
    assert Arrival.lately(timezone.now()) == [
        ("Emails that couldn’t be delivered. We told whoever they concern", 1),
        ("Automatic replies, such as out-of-office notes", 1),
        ("Anything else. You can read it in that mailbox", 2),
    ]
    assert "Hello" not in page
    # A season later nothing of it is kept.
    Arrival.forget(now=timezone.now() + timedelta(days=91))
    assert not Arrival.objects.exists()


def test_what_is_shipped_for_the_mail_server_has_it_try_again_where_nothing_is_set_up() -> None:
    script = Path(__file__).parent.parent.parent / "deploy" / "bounce"
    assert not Path("/etc/halfhour.env").exists()
    assert subprocess.run([script, "careers@example.edu"], input=b"", check=False).returncode == 75
