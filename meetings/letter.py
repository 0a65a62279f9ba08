"""A letter as the writing desk shows it: how long it is, how it goes, and the link that opens one's mail."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from centre.models import Centre
from coach.drafts import has_words
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
    """What the desk says about a message; `body` is what goes out, with `link` in its place."""

    body: str
    link: str
    length: str
    hint: str
    standing: str
    mailto: MailLink | None
    phone: str
    asks: str
    copies: str
    may_be_carried: bool


def letter(message: Message, centre: Centre, *, link: str, praise: bool) -> Letter:
    """The letter of `message` as `centre` has it; `standing` is "", "due" (long) or "late" (far too long).

    In: `link`, the address for the place that it keeps for one, "" where there is none; `praise`, whether nothing else
    is to mend, so that a good length is said.
    """
    body = message.body_with(link)
    hint, standing = _hint(message, body, centre.policy, praise=praise)
    opens, channel = mailto(message, body), Contact.Channel(message.channel)
    spoken = {Contact.Channel.PHONE: _("Have you called?"), Contact.Channel.IN_PERSON: _("Have you asked them?")}
    return Letter(
        body=body,
        link=link,
        length=_length(body),
        hint=hint,
        standing=standing,
        mailto=opens,
        phone=message.recipient.phone if channel == Contact.Channel.PHONE else "",
        asks=spoken.get(channel, _("Have you sent it?")),
        copies=_("Copy script") if channel in spoken else _("Copy message"),
        may_be_carried=centre.sends_for_students and opens is not None,
    )


def channels_for(meeting: Meeting, occasion: str, now_by: str = "") -> list[tuple[str, Any]]:
    """The ways in which a letter of `occasion` may go: each with its words, and `now_by` in any case.

    A student rings a person only where that person prefers it, or can be reached in no other way (docs/CRAFT.md,
    "Asking"); nobody reads thanks from a script.
    """
    phone = Contact.Channel.PHONE
    rings = meeting.contact.preferred_channel == phone or meeting.contact.channels == [phone]
    offered = [
        (channel, words)
        for channel, words in Contact.Channel.choices
        if has_words(occasion, channel) and (channel != phone or rings)
    ]
    return [one for one in Contact.Channel.choices if one in offered or one[0] == now_by]


def channel_for(meeting: Meeting, occasion: str, asked_for: str = "") -> str:
    """By which channel a message of `occasion` goes: the one `asked_for` where there is such a one, else what fits.

    A reminder goes the way the request went; anything else by what the contact prefers, after the talk by e-mail.
    """
    if asked_for in Contact.Channel.values and has_words(occasion, asked_for):
        return asked_for
    if occasion in {Message.Occasion.NUDGE, Message.Occasion.CLOSE} and meeting.asked_by:
        return meeting.asked_by
    if occasion != Message.Occasion.REQUEST and meeting.contact.email:
        return Contact.Channel.EMAIL.value
    written = (channel for channel in meeting.contact.channels if has_words(occasion, channel))
    return next(written, Contact.Channel.EMAIL.value)


def mailto(message: Message, body: str) -> MailLink | None:
    """The link that opens `body` in the student's own mail program, to whom `message` goes; None without an address.

    Everything is percent-encoded and lines end in CRLF (RFC 6068), so that no word becomes a header.
    """
    address = message.recipient.email
    if message.channel != Contact.Channel.EMAIL or not address:
        return None
    to, subject = f"mailto:{quote(address, safe='@')}", quote(message.subject, safe="")
    words = quote("\r\n".join(body.splitlines()), safe="")
    whole = f"{to}?subject={subject}&body={words}"
    if len(whole) <= LONGEST_LINK:
        return MailLink(whole, whole=True)
    without = f"{to}?subject={subject}"
    return MailLink(without if len(without) <= LONGEST_LINK else to, whole=False)


def _length(body: str) -> str:
    words, characters = count_words(body), len(body)
    counted = ngettext("%(count)s word", "%(count)s words", words) % {"count": words}
    return _("%(words)s · %(characters)s characters") % {"words": counted, "characters": characters}


def _hint(message: Message, body: str, policy: Policy, *, praise: bool) -> tuple[str, str]:
    """One sentence on the length, by the channel."""
    if message.channel == Contact.Channel.LINKEDIN and message.occasion == Message.Occasion.REQUEST:
        over = len(body) - policy.linkedin_characters
        if over > 0:
            return _("%(over)s characters too long. LinkedIn notes allow %(most)s.") % {
                "over": over,
                "most": policy.linkedin_characters,
            }, "late"
        fits = _("It fits into the %(most)s characters of a note.") % {"most": policy.linkedin_characters}
        return fits if praise else "", ""
    if message.channel != Contact.Channel.EMAIL:
        return _("Use your own words. This script is just there if you get stuck."), ""
    words = count_words(message.body_for_coach)
    most = {"most": policy.request_words_target}
    if words > policy.request_words_strong:
        return _("This is very long. Try to get it down to about %(most)s words.") % most, "late"
    if words > policy.request_words_warn:
        return _("A bit long for a phone screen. Aim for about %(most)s words.") % most, "due"
    return _("Good length: it fits on one phone screen.") if praise else "", ""
