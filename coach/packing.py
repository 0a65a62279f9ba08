"""What to bring, by how and where the conversation is held (practice P10, P11, §2.7)."""

import re
from dataclasses import dataclass

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
        Item("agenda", "The agenda, printed or open on the phone", "A look at it now and then, and nothing is missed."),
        Item("paper", "Pen and paper", "Writing down a name or a title shows that it matters to you."),
        _resume(mode, has_resume, resume_age_days),
        *own,
        Item(
            "clock",
            f"A clock in sight: {minutes} minutes, and the last two for thanks",
            "They gave you this long; you are the one who keeps it.",
        ),
        Item("first", "The first sentence, said aloud once", "Thank them, say what for, say how long. Then it runs."),
    )


def _in_person(formal_office: bool, place: str, own_number: bool) -> tuple[Item, ...]:
    if formal_office:
        clothes = Item(
            "clothes", "Business clothes", "It is their formal office: a suit or its equal, and polished shoes."
        )
    else:
        clothes = Item(
            "clothes",
            "Smart, tidy clothes, one step above theirs",
            "No suit is needed; no jeans, no T-shirt, no worn trainers either.",
        )
    coffee = (
        Item("coffee", "Money for two coffees", "Offer to pay: they are giving you their time.")
        if place and not is_office(place)
        else Item("coffee", "Money for a coffee, should you go out for one", "Offer to pay.")
    )
    number = "Their number, and yours in their mail" if own_number else "Their number, and yours sent to them"
    return (
        clothes,
        Item(
            "way",
            "The way there, with ten minutes to spare",
            "Be there 10 to 15 minutes early, outside or at the door.",
        ),
        Item("number", number, "In case a train stands still."),
        coffee,
        Item("silent", "The phone on silent, in the bag", "Even a buzz takes a minute of the twenty."),
    )


def _by_phone(place: str) -> tuple[Item, ...]:
    return (
        Item(
            "number", "Their number at hand, and who calls whom", "Two people waiting for a call is the usual mishap."
        ),
        Item("charged", "The phone charged, the charger near", ""),
        Item("quiet", "A quiet room with good reception", "Tell the people you live with."),
        Item("zone", "The hour in both time zones, checked once more", ""),
        Item("water", "A glass of water", ""),
        Item("posture", "Shoes on, sitting up", "One hears it in the voice."),
    )


def _online(place: str) -> tuple[Item, ...]:
    return (
        Item("link", "The link, opened once beforehand", "Some programs want an update just when it begins."),
        Item("picture", "Camera at eye level, light from the front, a calm background", ""),
        Item("clothes", "Smart, tidy clothes", "No T-shirt: they see the upper half, you feel the whole."),
        Item("quiet", "A quiet room, notifications off", "Tell the people you live with."),
        Item("zone", "The hour in both time zones, checked once more", ""),
        Item("early", "In the call two or three minutes early", "Earlier keeps them from their last meeting."),
        Item("water", "A glass of water", ""),
    )


def _resume(mode: str, has_resume: bool, age: int | None) -> Item:
    """The résumé, with its date: handed over only when they ask."""
    why = "Hand it over only if they ask."
    where = "in the bag" if mode not in {"phone", "online"} else "ready to send"
    if not has_resume or age is None:
        return Item("resume", f"Your résumé, up to date, {where}", f"There is none here yet. {why}")
    when = f"updated {_ago(age)}"
    if age <= FRESH_DAYS:
        return Item("resume", f"Your résumé, {when}, {where}", why)
    if age <= STALE_DAYS:
        return Item("resume", f"Your résumé, {when}: look at it once more, then {where}", why)
    return Item("resume", f"Your résumé, {when}: bring it up to date, then {where}", why)


def _ago(days: int) -> str:
    """ "today", "5 days ago", "3 weeks ago", "4 months ago"."""
    if days < 1:
        return "today"
    for size, word in ((30, "month"), (7, "week"), (1, "day")):
        count = days // size
        if count and (size != 30 or days >= 60) and (size != 7 or days >= 14):
            return f"{count} {word}{'' if count == 1 else 's'} ago"
    return "today"
