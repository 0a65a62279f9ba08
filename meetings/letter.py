"""A letter as the writing desk shows it: how long it is, how it goes, and the link that opens one's mail."""

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from centre.models import Centre
from coach.policy import Policy
from coach.wording import count_words
from contacts.models import Contact
from meetings.models import Meeting, Message

# A link that is longer opens nothing in some browsers and mail programs: Windows hands on about 2,000 characters.
LONGEST_LINK = 1_900


@dataclass(frozen=True)
class MailLink:
    """A link that opens a mail; where it is not `whole`, the letter would make it too long and is copied first."""

    href: str
    whole: bool


@dataclass(frozen=True)
class Letter:
    """What the desk says about a message."""

    length: str
    hint: str
    standing: str
    mailto: MailLink | None
    sent_words: str
    may_be_carried: bool


def letter(message: Message, centre: Centre) -> Letter:
    """The letter of `message` as `centre` has it; `standing` is "", "due" (long) or "late" (far too long)."""
    hint, standing = _hint(message, centre.policy)
    return Letter(
        length=_length(message),
        hint=hint,
        standing=standing,
        mailto=mailto(message),
        sent_words={
            Contact.Channel.PHONE: _("I called"),
            Contact.Channel.IN_PERSON: _("I said it"),
        }.get(Contact.Channel(message.channel), _("I sent it")),
        may_be_carried=centre.sends_for_students and bool(mailto(message)),
    )


def channel_for(meeting: Meeting, occasion: str, asked_for: str = "") -> str:
    """By which channel a message of `occasion` goes: the one `asked_for` where there is such a one, else what fits.

    A reminder goes the way the request went; anything else by what the contact prefers, after the talk by e-mail.
    """
    if asked_for in Contact.Channel.values:
        return asked_for
    if occasion in {Message.Occasion.NUDGE, Message.Occasion.CLOSE} and meeting.asked_by:
        return meeting.asked_by
    if occasion != Message.Occasion.REQUEST and meeting.contact.email:
        return Contact.Channel.EMAIL.value
    return next(iter(meeting.contact.channels), Contact.Channel.EMAIL.value)


def mailto(message: Message) -> MailLink | None:
    """The link that opens the letter in the student's own mail program; None without an address.

    Everything is percent-encoded and lines end in CRLF (RFC 6068), so that no word becomes a header.
    """
    address = message.recipient.email
    if message.channel != Contact.Channel.EMAIL or not address:
        return None
    to, subject = f"mailto:{quote(address, safe='@')}", quote(message.subject, safe="")
    body = quote("\r\n".join(message.body.splitlines()), safe="")
    whole = f"{to}?subject={subject}&body={body}"
    if len(whole) <= LONGEST_LINK:
        return MailLink(whole, whole=True)
    without = f"{to}?subject={subject}"
    return MailLink(without if len(without) <= LONGEST_LINK else to, whole=False)


def _length(message: Message) -> str:
    words, characters = count_words(message.body), len(message.body)
    counted = ngettext("%(count)s word", "%(count)s words", words) % {"count": words}
    return _("%(words)s · %(characters)s characters") % {"words": counted, "characters": characters}


def _hint(message: Message, policy: Policy) -> tuple[str, str]:
    """One sentence on the length, by the channel."""
    if message.channel == Contact.Channel.LINKEDIN and message.occasion == Message.Occasion.REQUEST:
        over = len(message.body) - policy.linkedin_characters
        if over > 0:
            return _("%(over)s characters over the %(most)s that fit into a note.") % {
                "over": over,
                "most": policy.linkedin_characters,
            }, "late"
        return _("It fits into the %(most)s characters of a note.") % {"most": policy.linkedin_characters}, ""
    if message.channel != Contact.Channel.EMAIL:
        return _("Say it in your own voice; these words are only a rail to hold on to."), ""
    words = count_words(message.body)
    if words > policy.request_words_strong:
        return _("Far too long for a busy reader: aim at %(most)s words.") % {
            "most": policy.request_words_target
        }, "late"
    if words > policy.request_words_warn:
        return _("Longer than one phone screen: aim at %(most)s words.") % {"most": policy.request_words_target}, "due"
    return _("A good length: it fits on one phone screen."), ""
