"""M1, M2: what a mail server says in words of its own is told from what only looks so."""

import pytest

from core import arriving
from core.models import Arrival, Mail
from tests.core.corpus import LATER, by_a_server
from tests.sampling import one_in

pytestmark = pytest.mark.django_db
Kind = Arrival.Kind


@pytest.mark.parametrize(
    ("words", "kind"),
    one_in(
        4,
        [
            ("Your message of 552 kB is delayed. We keep trying.\n451 greylisted", Kind.DELAYED),
            ("Your message of\n552 kB is delayed. We keep trying.", Kind.UNCLEAR),
            ("There are 500 mails waiting", Kind.UNCLEAR),
            ("Queue-ID: 550 at [2001:db8:550::1]:525", Kind.UNCLEAR),
            ("Tried 510 times. 421 4.4.1 timed out. Will retry.", Kind.DELAYED),
            ("Queue-ID 550 x\nhost mx.example said: 451 4.3.0 later", Kind.DELAYED),
            ("host mx.example said: 450 4.7.1 later\n550 nope", Kind.DELAYED),
            ("Exim 4.97.1 here.\nhost mx.example said: 550 nope", Kind.CAME_BACK),
            ("host mx.example said: 550 nope\nYour mail is delayed, we keep trying.", Kind.DELAYED),
            ("<x@y.example>: mailbox is full. Will retry.", Kind.DELAYED),
            ("x@y.example: mailbox temporarily unavailable", Kind.DELAYED),
            ("User unknown for now, we keep trying", Kind.DELAYED),
            ("host mx.example said: 450 later\nhost mx2.example said: 550 5.1.1 nope", Kind.CAME_BACK),
            ("host mx.example said: 450 4.7.1 later\nhost mx2.example said: 550 nope", Kind.CAME_BACK),
            ("host mx.example said: 550 4.4.7 Expired", Kind.CAME_BACK),
            ("said: 550 No such user. We will not retry and do not keep trying.", Kind.CAME_BACK),
            ("Your mail has been delayed for five days and is now given up.\nhost x said: 550 nope", Kind.CAME_BACK),
            ("Your mail is delayed by a check.\nhost mx.example said: 550 nope", Kind.CAME_BACK),
            ("host x said: 451 4.4.1 busy. No further attempts will be made.", Kind.CAME_BACK),
            ("host x said: 450 busy. I'm not going to try again.", Kind.CAME_BACK),
            ("host x said: 450 busy. We try for five days before giving up.", Kind.DELAYED),
            ("Your mail is delayed. In five days it will be given up.\n550 nope", Kind.DELAYED),
            ("host x said: 450 4.7.1 busy. THIS IS A WARNING ONLY. You do\nnot need to resend it.", Kind.DELAYED),
            ("Delivery attempts\nwill continue.\n<x@y.example>: 450 busy", Kind.DELAYED),
            ("<x@y.example>: Benutzer unbekannt. Die Zustellung wird weiterhin versucht.", Kind.DELAYED),
            ("host x said: 450 4.2.0 busy: retry timeout exceeded", Kind.CAME_BACK),
            ("host x said: 450 4.2.0 temporary failure. It has been in the queue\ntoo long.", Kind.CAME_BACK),
            ("host x said: 450 4.2.0 temporary failure. This is a permanent error.", Kind.CAME_BACK),
            (
                "I have to inform you that your message could not\nbe delivered.\n<x@y.example>: 450 later",
                Kind.CAME_BACK,
            ),
            (
                "500 messages are still waiting. There are 510 e-mails in the queue, the oldest of 450 minutes",
                Kind.UNCLEAR,
            ),
            ("Call +1 415-555-2671 or (415) 555-2671. 550 000 users trust mx.example:443", Kind.UNCLEAR),
        ],
    ),
)
def test_a_number_that_is_no_reply_refuses_nothing(mail: Mail, words: str, kind: str) -> None:
    assert arriving.take_in(by_a_server(mail, words), now=LATER) == kind
    assert (Mail.objects.get().state == Mail.State.REFUSED) == (kind == Kind.CAME_BACK)


@pytest.mark.parametrize(
    "words",
    [
        "said:550 nope", "It came back (550)", "It came back [550]", "550, nope", "550.", "550: user unknown",
        "The other server answered: 550", "<x@y.example>: mailbox is full", "  <x@y.example>\n    User unknown",
        "said: 550 message rejected", "said: 550 message content rejected", "said: 550 mail not accepted",
        "ERROR: 550 Mail rejected as spam", "said: 550 Mail appears to be unsolicited",
        "Reason: 550 mail for x not accepted here", "said: 554 mail server permanently rejected message",
        "host said: 550 Message size exceeds", "said: 552 messages over quota", "said: 550 2 addresses unknown",
        "said: 554 192.0.2.1 is on a list", "554 retries exceeded", "Error 550: nobody", "Error number 550 x",
        "Remote server answered 550 x", "Remote server replied 550 x", "rejected it with 550 x", "responded with 550",
        "Delivery failed 550 x", "got 550 x", "Der andere Server antwortete mit 550 Benutzer unbekannt.",
        "Fehlercode 550 x", "Erreur 550 x", "Le serveur a répondu 550 x", "El servidor respondió 550 x",
        "<<< 550 User unknown", "- 550 x", "• 550 x", "* 550 x", "(mx.example) 550 x", "mx.example 550 x",
        "Status=550 x", "reason=550 x", "‘550 x’", "Serwer odpowiedział: 550 x", "The server returned 5.1.1",
        # Without a number, and whether or not the address stands in angle brackets.
        "User unknown", "efua@example.org: User unknown", "efua@example.org User unknown", "no such user",
        "efua@example.org\n    no such user here", "No such user: efua@example.org", "mailbox unavailable",
        "Requested action not taken: mailbox unavailable", "The recipient efua@example.org does not exist",
        "Unknown user: efua@example.org", "This address no longer exists", "Recipient address rejected",
        "The email account that you tried to reach does not exist", "Mailbox is full", "efua@example.org: over quota",
        "This account has been disabled", "user doesn’t exist", "Sorry, no mailbox here by that name",
        "Domain not found", "Delivery to efua@example.org failed permanently",
        "Your message couldn’t be delivered to efua@example.org", "Benutzer unbekannt", "Postfach voll",
        # How others begin, and in other languages.
        "Your message to efua@example.org couldn't be delivered.\nefua wasn't found at example.org.",
        "efua wasn't found at example.org.",
        "Your message to <efua@example.org> with subject 'x' couldn’t be delivered.",
        "Your message wasn't delivered to efua@example.org because the address couldn't be found",
        "An error occurred while trying to deliver the mail to the following recipients:\nefua@example.org",
        "Leider konnte Ihre E-Mail nicht zugestellt werden: efua@example.org: Postfach des Empfängers ist voll",
        "efua@example.org: Postfach des Empfängers ist voll",
        "<efua@example.org>: 571 Delivery not authorized, refused",
        "571 Delivery not authorized", "efua@example.org\n    Unrouteable address",
        "192.0.2.1 does not like recipient.",
        "efua@example.org: retry timeout exceeded", "** Address not found **", "Message blocked",
        "Delivery has failed to these recipients or groups:", "The following address failed:\n  efua@example.org",
        "I'm afraid I wasn't able to deliver your message to the following addresses.",
        "Sorry, we were unable to deliver your message.", "The recipient's mailbox is full and can't accept messages.",
        "This user doesn't have a mail.example account", "The email address you entered couldn't be found.",
        "Domain example.org not found", "all hosts for 'example.org' have been failing for a long time",
        "This message was undeliverable due to the following reason:", "Your email has been blocked by our filter",
        "Votre message n'a pas pu être remis", "Su mensaje no se pudo entregar", "Il messaggio non è stato recapitato",
        "Impossibile recapitare il messaggio", "Não foi possível entregar a mensagem", "您的邮件无法投递",
        "Uw bericht kon niet worden bezorgd", "メールを配信できませんでした", "Не удалось доставить сообщение",
        "We're sorry, but your email to efua@example.org could not be delivered.",
        "Mailbox for x@y.example is over quota",
        "The user efua@example.org does not have a mailbox here.",
        "Mail could not be delivered to the following recipient:",
        "Utilisateur inconnu", "Usuario desconocido", "Utente sconosciuto",
    ],
)  # fmt: skip
def test_a_refusal_in_a_servers_own_words_is_one(mail: Mail, words: str) -> None:
    assert arriving.take_in(by_a_server(mail, words), now=LATER) == Kind.CAME_BACK
    why = Mail.objects.get().why
    assert why in f"{words} " or why == "it came back"


@pytest.mark.parametrize("sender", ["MAILER-DAEMON@relay.example", "postmaster@relay.example"])
@pytest.mark.parametrize(
    "words",
    one_in(4, [
        "Delivered in 500 ms", "Your mail was delivered in 512 seconds", "There are 512 entries in the list",
        "512 entries", "Version 5.1.1 of the software", "Version: 5.1.1", "This is Postfix 5.1.1",
        "Sendmail 5.5.1 is running", "v5.1.1", "Update 5.2.0 available", "Kernel 5.10.0", "Python 5.1.1",
        "Load: 5.1.1", "Section 5.1.1 of the policy", "§ 5.1.1", "Room 5.2.15", "See RFC 5321, section 4.5.5",
        "550 users", "550 recipients were served", "Page 550 of 600", "550 EUR", "$550",
        "Disk usage at 500 of 512 blocks", "500 requests per minute", "Queue: 512", "Delivered: 500", "line 550",
        "Daily report: 500 delivered, 512 queued", "Received 552, delivered 550", "552 of 560 mails were delivered",
        "Your quota is 550 MB", "Took 512ms", "The user unknown to us asked for help",
        "We never found an unknown user.", "If the user is unknown, they are told so.",
        "She has no such user in mind. Kind regards", "580 users are here", "Room 571", "We delivered 580 mails",
        "Our office\n571 Market Street", "If your message could not be delivered, we tell you.",
        "Your mailbox is almost full",
        "A summary of messages that were rejected", "Your message has not been delivered yet.",
    ]),
)  # fmt: skip
def test_what_counts_or_names_something_else_refuses_nothing(mail: Mail, words: str, sender: str) -> None:
    assert arriving.take_in(by_a_server(mail, words, sender), now=LATER) == Kind.UNCLEAR
    assert Mail.objects.get().state == Mail.State.SENT


@pytest.mark.parametrize(
    ("sender", "more"),
    one_in(3, [
        ("MAILER-DAEMON", ""), ("MAILER-DAEMON (Mail Delivery System)", ""), ("Mail Delivery <MDaemon@x.example>", ""),
        ("Mailer_Daemon@x.example", ""), ("Mail.Daemon@x.example", ""), ("<>", ""),
        ("MicrosoftExchange329e71ec88ae4615@x.example", ""), ("noreply@x.example", "Return-Path: <>\n"),
        ("No-Reply@x.example", "Return-Path: < >\n"), ("postmaster-bounce@x.example", ""),
        ("Postmaster1@x.example", ""), ("postmaster.eu@x.example", "Return-Path: <>\n"), ("postmaster+x@y.example", ""),
    ]),
)  # fmt: skip
def test_a_server_is_known_by_any_of_its_names(mail: Mail, sender: str, more: str) -> None:
    text = by_a_server(mail, "host said: 550 nope", sender)
    assert arriving.take_in(more.encode() + text, now=LATER) == Kind.CAME_BACK


@pytest.mark.parametrize(
    "words",
    [
        "We are at 500 Oxford Street.", "Ticket [#550] was opened.", "Your reference: 552", "P.O. Box 550, Accra",
        "Raum 5.2.15", "Sent from iOS 5.1.1", "Telefon: 030 450 50",
    ],
)  # fmt: skip
def test_an_automatic_reply_of_nobody_is_no_report(mail: Mail, words: str) -> None:
    text = b"Return-Path: <>\n" + by_a_server(mail, words, "noreply@x.example")
    assert arriving.take_in(text, now=LATER) not in {Kind.CAME_BACK, Kind.DELAYED}


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("Re: A question", "My office is 550 Market"), ("A question", "My office is 550 Market"),
        ("Visit", "Best wishes\nEfua\n550 Market"), ("AW: Eine Frage", "550 5.1.1 is what we had ourselves"),
        ("Hello", "Come at 450, Building 3"), ("A room", "Ours is number 512 on the left"),
        ("Report", "This is a DMARC aggregate report for careers.example.edu: 550 rejected by policy"),
        ("Report domain: example.edu Submitter: x.example", "550 rejected by policy: 3"),
        ("Quarantine summary for today", "550 rejected: 12"), ("x", "This is a spam report\nfor one email.\n550 x"),
    ],
)  # fmt: skip
def test_a_postmaster_may_be_a_person_or_count_what_was_refused(mail: Mail, subject: str, words: str) -> None:
    text = by_a_server(mail, words, "postmaster@small.example").replace(b"Your mail", subject.encode())
    assert arriving.take_in(text, now=LATER) in {Kind.OTHER, Kind.UNCLEAR}
    assert Mail.objects.get().state == Mail.State.SENT


@pytest.mark.parametrize(
    "words",
    [
        "550 User unknown", "host said: 550 nope", "rejected it with 550 x", "User unknown",
        "host said: 550 5.7.26 rejected due to DMARC policy",
    ],
)  # fmt: skip
def test_a_postmaster_who_reports_is_believed(mail: Mail, words: str) -> None:
    text = by_a_server(mail, words, "postmaster@small.example")
    assert arriving.take_in(text, now=LATER) == Kind.CAME_BACK


@pytest.mark.parametrize("sender", ["maria.daemon@x.example", "Mdaemonos <mdaemonos@x.example>", "noreply@x.example"])
def test_whoever_has_such_a_name_is_no_server(mail: Mail, sender: str) -> None:
    assert arriving.take_in(by_a_server(mail, "550 5.1.1 no such user", sender), now=LATER) == Kind.OTHER
    thanks = b"Return-Path: <>\n" + by_a_server(mail, "Thank you for your mail.", sender)
    assert arriving.take_in(thanks, now=LATER) == Kind.AUTOMATIC
