"""Reports that a mail was not delivered, which come back after a server had taken it.

What a report says is read from RFC 3464 where it keeps to it, and otherwise by flufl.bounce, which knows what Exim,
qmail and others write instead. Which mail it is about is known by our mark (core/return_path.py) or by the Message-ID,
wherever in the report they stand.
"""

import email
import re
from collections.abc import Iterator
from email.message import Message
from typing import NamedTuple

from flufl.bounce import all_failures

from core import raw_mail
from core.automatic import is_automatic
from core.keys import email_key
from core.links import host
from core.models import Mail
from core.return_path import HEADER, marked
from core.server_words import goes_on, is_certain, refusal

FAILED, DELAYED, OTHER = "failed", "delayed", "other"
# The words of RFC 3464, 2.3.3, by how they begin; and the status of RFC 3463 by its class.
_ACTIONS = {"fail": FAILED, "dela": DELAYED, "deli": OTHER, "rela": OTHER, "expa": OTHER}
_CLASSES = {"5": FAILED, "4": DELAYED, "2": OTHER}
_NUMBERS = re.compile(r"(?<![\w.])([245])\.[0-9]{1,3}\.[0-9]{1,3}(?![\w.])")
# What servers write for "failed" instead: "bounced", "rejected", "undeliverable", "permanent failure".
_LASTING = {"boun", "reje", "unde", "perm"}
_STATUS_PARTS = {"message/delivery-status", "message/global-delivery-status"}
# Who writes in the name of a mail server and of nobody else, without the signs between; who may be a person as well;
# and who is a server where the mail has no sender.
_SERVERS = ("mailerdaemon", "maildaemon", "microsoftexchange")
_MDAEMON, _POSTMASTER = "mdaemon", "postmaster"
_NOBODY = ("noreply", "donotreply")
# A person's answer; what a server counts of many mails, and what somebody complains of, in its subject or words.
_ANSWER = re.compile(r"(?i)(?:re|aw|fwd?|wg|sv|antw|r|rv|tr|vs|odp)[ \t]?[:：]")
_COUNTS = re.compile(
    r"(?i)\breport[ -]domain:|\b(?:dmarc|tls(?:-?rpt)?|aggregate|feedback|abuse|spam|quarantine|queue"
    r"|daily|weekly|monthly)"
    r"(?: \w{1,20}){0,2} (?:reports?|summary|digest|statistics|notification)\b"
)
_BEGINNING = 300
_COMPLAINTS = {"message/feedback-report", "application/tlsrpt+gzip", "application/tlsrpt+json"}
_SIGNS = re.compile(r"[-_.]")
_WORD = re.compile(r"[a-z]+")
_NAME = re.compile(r"(?im)^[ >\t]{0,20}(?:x-)?(?:original-)?message-id:[ \t]*\r?\n?[ \t]*(<[^<>\s]{1,190}>)")
# Where the copy of our mail begins, whose own numbers say nothing.
_COPY = re.compile(
    r"(?im)^[ >|\t]{0,20}(?:return-path|received|dkim-signature|mime-version|message-id|x-halfhour-mail):"
)
# In a report without form nothing is looked for behind as much of it.
_MOST_READ = 200_000
_MOST_STATUS = 1_000_000
# For flufl.bounce: RFC 5322, 2.1.1, allows no longer line, and what it looks for stands at the top.
_MOST_LINES, _MOST_LINE = 300, 998


class Group(NamedTuple):
    """What a report says of one recipient: their addresses, FAILED, DELAYED or OTHER, and why."""

    to: frozenset[str]
    action: str
    why: str


class Report(NamedTuple):
    """A report about a mail: what it says of each recipient, and by what it may name the mail.

    In: the `texts` in which our mark or the mail's Message-ID may stand; `answers`, the Message-IDs that it answers.
    """

    groups: tuple[Group, ...]
    texts: tuple[str, ...]
    answers: tuple[str, ...]

    def mail(self, *envelope: str) -> Mail | None:
        """The mail it is about; None where it names none of ours. `envelope`: to whom it was handed in."""
        if found := marked(*envelope, *self.texts):
            return found
        names = [*self.answers, *(name for text in self.texts for name in _NAME.findall(text))]
        names = [name for name in names if name.endswith(f"@{host()}>")]
        return Mail.objects.filter(message_id__in=names[:20]).first()

    def about(self, to: str) -> Group:
        """What it says of the mail to `to`: the worst where it names them nowhere, as where they have it sent on."""
        own = [group for group in self.groups if email_key(to) in group.to]
        return min(own or self.groups, key=lambda group: (FAILED, DELAYED, OTHER).index(group.action))


def read(message: raw_mail.Part, raw: bytes) -> Report | None:
    """The report that `message` is, whose bytes are `raw`; None where it is none."""
    groups = tuple(_groups(message)) or tuple(_by_form(message, raw))
    return Report(groups, tuple(_texts(message)), raw_mail.answered(message)) if groups else None


def _groups(message: raw_mail.Part) -> Iterator[Group]:
    """RFC 3464: a group of fields for each recipient. The one for the whole, which may be missing, has no action."""
    for part in raw_mail.leaves(message):
        if part.kind in _STATUS_PARTS:
            for group in raw_mail.fields(part.content[:_MOST_STATUS]):
                action = _action(group)
                if action != OTHER or group.get("Action") or group.get("Status"):
                    yield Group(_recipients(group), action, _why(group))


def _recipients(group: Message) -> frozenset[str]:
    values = [raw_mail.line(group, name) for name in ("Original-Recipient", "Final-Recipient", "X-Actual-Recipient")]
    return frozenset(email_key(value.rpartition(";")[2]) for value in values if value)


def _action(group: Message) -> str:
    """ "Failed (no such user)" is a failure. Where no action is named that the standard knows the status is, "5.1.1"
    (RFC 3463), or else what the other server said, or else the word that stands there."""
    word = _WORD.search(raw_mail.line(group, "Action").lower())
    begins, status = word[0][:4] if word else "", raw_mail.line(group, "Status")
    number = _NUMBERS.search(status)
    status = number[1] if number else status[:1]
    if begins in _ACTIONS or status in _CLASSES:
        return _ACTIONS.get(begins) or _CLASSES[status]
    return _given(_diagnosis(group))[1] or (FAILED if begins in _LASTING else OTHER)


def _diagnosis(group: Message) -> str:
    """What the other server said, without the word for what kind of server it is."""
    code = raw_mail.line(group, "Diagnostic-Code")
    kind, _, words = code.partition(";")
    return words.strip() if _WORD.fullmatch(kind.strip().lower().replace("-", "")) else code


def _why(group: Message) -> str:
    return _diagnosis(group) or raw_mail.line(group, "Status") or "it came back"


def _by_form(message: raw_mail.Part, raw: bytes) -> Iterator[Group]:
    """What a server writes that keeps to no standard. A person who quotes such words is no server."""
    if not _is_of_a_server(message) or _is_about_many(message):
        return
    try:
        passing, lasting = all_failures(_short(raw))
    except Exception:
        # Written for mails that are well made; whatever it stumbles over is no report that it knows.
        passing = lasting = frozenset()
    words = _own_words(message)
    why, action = _given(words, by_a_person=_may_be_a_person(message))
    # Exim names there whom it gave up, in whatever language its words are.
    given_up = set(raw_mail.addresses(message, "X-Failed-Recipients"))
    failed = {found.decode(errors="replace") for found in lasting} or given_up
    delayed = {found.decode(errors="replace") for found in passing}
    if not given_up and (action == DELAYED or (not action and goes_on(words))):
        # flufl.bounce takes whoever stands in a warning for a failure.
        failed, delayed = set(), failed | delayed
    for found, known in ((failed, FAILED), (delayed, DELAYED)):
        if found:
            yield Group(frozenset(email_key(one) for one in found), known, why or "it came back")
    # In whatever language a server writes: where it is one by its name, its number says enough.
    is_server = is_from_a_server(message) or _is_from_nobody(message)
    if action and not (failed or delayed) and is_server:
        yield Group(frozenset(), action, why)


def _short(raw: bytes) -> Message:
    """The mail in `raw` with as much of each text as such a report needs: long ones cost flufl.bounce minutes."""
    message = email.message_from_bytes(raw[:_MOST_READ], policy=raw_mail.AsWritten())
    for part in message.walk():
        raw_mail.name_encoding(part)
        payload = None if part.is_multipart() else part.get_payload(decode=True)
        if isinstance(payload, bytes):
            del part["Content-Transfer-Encoding"]
            lines = payload.decode("utf-8", "replace").splitlines()[:_MOST_LINES]
            part.set_payload("\n".join(line[:_MOST_LINE] for line in lines) + "\n")
    return message


def _is_of_a_server(message: raw_mail.Part) -> bool:
    """Whether it has the sender of a report: nobody, or the mail server itself (RFC 5321, 4.5.5)."""
    return _is_of_nobody(message) or bool(message.get("X-Failed-Recipients")) or is_from_a_server(message)


def _is_of_nobody(message: raw_mail.Part) -> bool:
    return raw_mail.line(message, "Return-Path").replace(" ", "") == "<>"


def _is_from_nobody(message: raw_mail.Part) -> bool:
    """Whether it has no sender and no name of a server, and a number in it that counts nothing else."""
    anonymous = _is_of_nobody(message) and _own_name(message).startswith(_NOBODY)
    return anonymous and is_certain(raw_mail.words(message))


def _own_name(message: raw_mail.Part) -> str:
    """The sender's in front of the "@", which some servers leave out: "mailerdaemon"."""
    found = raw_mail.addresses(message, "From")
    address = raw_mail.address(message) or (found[0] if found else "")
    return _SIGNS.sub("", address.partition("@")[0].casefold())


def is_from_a_server(message: raw_mail.Part) -> bool:
    """Whether a mail server wrote it, by the name it gives itself. A postmaster who answers like a person is one."""
    name = _own_name(message)
    if name.startswith(_POSTMASTER):
        is_answer = raw_mail.answered(message) or _ANSWER.match(raw_mail.decoded(message, "Subject"))
        return is_automatic(message) or not is_answer
    # Some name nobody at all.
    return name == _MDAEMON or name.startswith(_SERVERS) or raw_mail.line(message, "From").replace(" ", "") == "<>"


def _may_be_a_person(message: raw_mail.Part) -> bool:
    return _own_name(message).startswith(_POSTMASTER) and not is_automatic(message)


def _is_about_many(message: raw_mail.Part) -> bool:
    """Whether it counts what became of many mails (RFC 7489, RFC 8460), or complains of one (RFC 5965)."""
    begins = raw_mail.words(message)[:_BEGINNING].partition("\n\n")[0]
    texts = (raw_mail.decoded(message, "Subject"), " ".join(begins.split()))
    return any(part.kind in _COMPLAINTS for part in raw_mail.leaves(message)) or any(map(_COUNTS.search, texts))


def _own_words(message: raw_mail.Part) -> str:
    """What the server itself wrote, without the copy of our mail."""
    words = raw_mail.words(message)
    copy = _COPY.search(words)
    return words[: copy.start()] if copy else words


def _given(words: str, *, by_a_person: bool = False) -> tuple[str, str]:
    """What a server says in `words`, and whether that is FAILED or DELAYED; empty where it says nothing of it."""
    why, waits = refusal(words, by_a_person=by_a_person)
    return why, (DELAYED if waits else FAILED) if why else ""


def _texts(message: raw_mail.Part) -> Iterator[str]:
    """Where it may say which mail it is about: to whom it came, what it brings back, and its words."""
    for name in ("Delivered-To", "X-Original-To", "Envelope-To", "To", HEADER):
        yield from (str(value)[:2000] for value in message.get_all(name, []))
    for part in raw_mail.leaves(message):
        yield part.content[:_MOST_READ]
        # As it came, too, where it is not in the encoding that it names.
        yield str(part.get_payload())[:_MOST_READ]
    yield raw_mail.words(message)
