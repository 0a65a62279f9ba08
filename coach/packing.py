"""What to have ready, by how the conversation is held: five things, and more (docs/CRAFT.md, "Getting ready")."""

from dataclasses import dataclass

from coach.words import gettext as _
from coach.words import ngettext

FRESH_DAYS = 14
STALE_DAYS = 90


@dataclass(frozen=True)
class Item:
    """One thing to tick: `code` is kept, `words` say it, `why` gives the reason."""

    code: str
    words: str
    why: str = ""


@dataclass(frozen=True)
class PackingList:
    """`first` are the five things that every conversation of this kind needs, `more` what helps as well."""

    first: tuple[Item, ...]
    more: tuple[Item, ...]

    @property
    def everything(self) -> tuple[Item, ...]:
        return self.first + self.more


def packing_list(
    mode: str,
    *,
    formal_office: bool = False,
    has_resume: bool = False,
    resume_age_days: int | None = None,
) -> PackingList:
    """The list for `mode` (in_person, phone, online; empty while it is open, which is taken as in person).

    In: `formal_office` whether the student said that it is a formal, corporate office, `resume_age_days` of the résumé
    uploaded last.
    """
    modes = {"phone": _by_phone, "online": _online}
    first, more = modes[mode]() if mode in modes else _in_person(formal_office)
    return PackingList(
        first=(
            Item(
                "agenda",
                _("Your agenda, printed or on your phone"),
                _("Look at it while you talk, so you don’t miss anything."),
            ),
            Item("paper", _("Pen and paper"), _("So you can write down names and titles.")),
            _resume(mode in modes, has_resume, resume_age_days),
            *first,
        ),
        more=(
            Item(
                "first",
                _("Practise your first sentence out loud"),
                _("Thank them, say why you got in touch and how long it takes."),
            ),
            *more,
            Item("clock", _("A clock you can see"), _("It’s your job to end on time.")),
        ),
    )


# The things of one kind of conversation: those of the first five, and more.
Things = tuple[tuple[Item, ...], tuple[Item, ...]]


def _in_person(formal_office: bool) -> Things:
    dress = (
        _("For a formal, corporate office, wear a suit if you own one. Don’t buy anything for it.")
        if formal_office
        else _("Look at their team’s photos and dress a little more formally, with what you own.")
    )
    return (
        Item("clothes", _("Clothes that look smart and tidy"), dress),
        Item("way", _("How to get there, with time to spare"), _("Plan to arrive 10 to 15 minutes early.")),
    ), (
        Item("number", _("Their phone number"), _("In case you’re running late. Make sure they have yours too.")),
        Item(
            "coffee",
            _("Money for your own coffee"),
            _("Offer to pay for your own. If they insist on paying, just say thank you."),
        ),
        Item("silent", _("Your phone on silent"), _("So nothing interrupts you.")),
    )


def _by_phone() -> Things:
    return (
        Item(
            "number",
            _("Their phone number, and who makes the call"),
            _("So you don’t both wait for the other to call."),
        ),
        Item("quiet", _("A quiet room with good reception"), _("Tell the people you live with.")),
    ), (
        Item("charged", _("Your phone charged, with the charger nearby")),
        Item("zone", _("The time in both time zones, checked once more")),
        Item("water", _("A glass of water")),
        Item("posture", _("A place to sit up or stand"), _("Sitting up often helps you sound confident.")),
    )


def _online() -> Things:
    return (
        Item("link", _("The link, opened once beforehand"), _("So there’s no surprise update at the start.")),
        Item("clothes", _("Clothes that look smart and tidy"), _("Dress as you would to meet them in person.")),
    ), (
        Item("quiet", _("A quiet room, with notifications off"), _("Tell the people you live with.")),
        Item("picture", _("Camera at eye level, light from the front, a calm background")),
        Item("zone", _("The time in both time zones, checked once more")),
        Item("early", _("Join two or three minutes early"), _("Joining earlier may interrupt their previous call.")),
        Item("water", _("A glass of water")),
    )


def _resume(from_afar: bool, has_resume: bool, age: int | None) -> Item:
    """The résumé, with its date: shared only when they ask."""
    why = (
        _("Have it ready to send, but share it only if they ask.")
        if from_afar
        else _("Bring it with you, but share it only if they ask.")
    )
    if not has_resume or age is None:
        return Item("resume", _("An up-to-date résumé or CV, in case they ask"), why)
    ago = _ago(age)
    if age <= FRESH_DAYS:
        words = _("Your résumé (updated %(ago)s)", ago=ago)
    elif age <= STALE_DAYS:
        words = _("Your résumé (updated %(ago)s): check it once more", ago=ago)
    else:
        words = _("Your résumé (updated %(ago)s): bring it up to date", ago=ago)
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
