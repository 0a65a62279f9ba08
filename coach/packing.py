"""What to bring, by how and where the conversation is held (docs/CRAFT.md, "Getting ready")."""

import re
from dataclasses import dataclass

from coach.words import gettext as _
from coach.words import ngettext

FRESH_DAYS = 14
STALE_DAYS = 90
_OFFICE = re.compile(r"\b(office|headquarters|hq|tower|floor|chambers|bank|ministry|embassy|parliament)\b", re.I)
_COFFEE = re.compile(r"\b(caf[eé]|coffee|tea|bakery|bistro|canteen|restaurant|bar|lunch)\b", re.I)


@dataclass(frozen=True)
class Item:
    """One thing to tick: `code` is kept, `words` say it, `why` gives the reason."""

    code: str
    words: str
    why: str = ""


def is_office(place: str) -> bool:
    """Whether the words of the place speak of somebody's office."""
    return bool(_OFFICE.search(place)) and not _COFFEE.search(place)


def packing_list(
    mode: str,
    *,
    formal_office: bool = False,
    has_resume: bool = False,
    resume_age_days: int | None = None,
    minutes: int = 20,
    place: str = "",
    own_number: bool = False,
) -> tuple[Item, ...]:
    """The list for `mode` (in_person, phone, online, or empty while it is open).

    In: `resume_age_days` of the résumé uploaded last, `minutes` of the conversation, `own_number` whether the profile
    holds the student's phone number.
    """
    lists = {"phone": _by_phone, "online": _online}
    own = lists[mode](place) if mode in lists else _in_person(formal_office, place, own_number)
    return (
        Item(
            "agenda",
            _("The agenda, printed or open on the phone"),
            _("A look at it now and then, and nothing is missed."),
        ),
        Item("paper", _("Pen and paper"), _("Writing down a name or a title shows that it matters to you.")),
        _resume(mode, has_resume, resume_age_days),
        *own,
        Item(
            "clock",
            _("A clock in sight: %(minutes)d minutes, and the last two for thanks", minutes=minutes),
            _("They gave you this long; you are the one who keeps it."),
        ),
        Item(
            "first",
            _("The first sentence, said aloud once"),
            _("Thank them, say what for, say how long. Then it runs."),
        ),
    )


def _in_person(formal_office: bool, place: str, own_number: bool) -> tuple[Item, ...]:
    if formal_office:
        clothes = Item(
            "clothes", _("Business clothes"), _("It is their formal office: a suit or its equal, and polished shoes.")
        )
    else:
        clothes = Item(
            "clothes",
            _("Smart, tidy clothes, one step above theirs"),
            _("No suit is needed; no jeans, no T-shirt, no worn trainers either."),
        )
    coffee = (
        Item("coffee", _("Money for two coffees"), _("Offer to pay: they are giving you their time."))
        if place and not is_office(place)
        else Item("coffee", _("Money for a coffee, should you go out for one"), _("Offer to pay."))
    )
    number = _("Their number, and yours in their mail") if own_number else _("Their number, and yours sent to them")
    return (
        clothes,
        Item(
            "way",
            _("The way there, with ten minutes to spare"),
            _("Be there 10 to 15 minutes early, outside or at the door."),
        ),
        Item("number", number, _("In case a train stands still.")),
        coffee,
        Item("silent", _("The phone on silent, in the bag"), _("Even a buzz takes a minute of the twenty.")),
    )


def _by_phone(place: str) -> tuple[Item, ...]:
    return (
        Item(
            "number",
            _("Their number at hand, and who calls whom"),
            _("Two people waiting for a call is the usual mishap."),
        ),
        Item("charged", _("The phone charged, the charger near"), ""),
        Item("quiet", _("A quiet room with good reception"), _("Tell the people you live with.")),
        Item("zone", _("The hour in both time zones, checked once more"), ""),
        Item("water", _("A glass of water"), ""),
        Item("posture", _("Shoes on, sitting up"), _("One hears it in the voice.")),
    )


def _online(place: str) -> tuple[Item, ...]:
    return (
        Item("link", _("The link, opened once beforehand"), _("Some programs want an update just when it begins.")),
        Item("picture", _("Camera at eye level, light from the front, a calm background"), ""),
        Item("clothes", _("Smart, tidy clothes"), _("No T-shirt: they see the upper half, you feel the whole.")),
        Item("quiet", _("A quiet room, notifications off"), _("Tell the people you live with.")),
        Item("zone", _("The hour in both time zones, checked once more"), ""),
        Item("early", _("In the call two or three minutes early"), _("Earlier keeps them from their last meeting.")),
        Item("water", _("A glass of water"), ""),
    )


def _resume(mode: str, has_resume: bool, age: int | None) -> Item:
    """The résumé, with its date: handed over only when they ask."""
    why = _("Hand it over only if they ask.")
    where = _("in the bag") if mode not in {"phone", "online"} else _("ready to send")
    if not has_resume or age is None:
        none_yet = _("There is none here yet. Hand it over only if they ask.")
        return Item("resume", _("Your résumé, up to date, %(where)s", where=where), none_yet)
    ago = _ago(age)
    if age <= FRESH_DAYS:
        words = _("Your résumé, updated %(ago)s, %(where)s", ago=ago, where=where)
    elif age <= STALE_DAYS:
        words = _("Your résumé, updated %(ago)s: look at it once more, then %(where)s", ago=ago, where=where)
    else:
        words = _("Your résumé, updated %(ago)s: bring it up to date, then %(where)s", ago=ago, where=where)
    return Item("resume", words, why)


def _ago(days: int) -> str:
    """ "today", "5 days ago", "3 weeks ago", "4 months ago"."""
    if days < 1:
        return _("today")
    if days >= 60:
        return ngettext("%(n)d month ago", "%(n)d months ago", days // 30)
    if days >= 14:
        return ngettext("%(n)d week ago", "%(n)d weeks ago", days // 7)
    return ngettext("%(n)d day ago", "%(n)d days ago", days)
